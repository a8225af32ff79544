"""The Chinese answers to what the words around numbers say: whether they join, touch, end a reach, tell of now."""

from barometer.claims.chinese.planned import grants
from barometer.claims.chinese.shields import DEADLINE
from barometer.claims.chinese.venues import opens_on_fair
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.times.going_on import SETTLING
from barometer.claims.untensed import Untensed
from barometer.claims.values import Reading

_COORDINATION = Brief(
    r"(?:/[A-Za-z]{2,4})?\s*(?:站|港|口岸|机场|海关|市|县|区|省)?(?:、|和|及|以及|与|，|或)?(?:为|达)?\s*$"
)
_LONGEST_JOINT = 12
_TOUCH = Brief(
    r"(?:约为|达到|超过|了|约|近|为|达|也|就|到|至|仅|只|已|共|再|又|还|均|各|一|的|是|超|逾|有|\s|：|同比|环比|分别|幅度|可|将|要|其中|先|成本|资金|里程|"
    r"每(?:吨|箱|件|公斤|千克|个|家|户|平方米|柜|套|张|条|只|双|台|斤|标箱|亩|年|月|周|天|人|单|票|辆|米|立方米|桶|克)|高点|低点|高位|低位|峰值|控制在|维持在|稳定在|保持在|上|实现"
    r"|完成|左右|不到|大约|突破)*+$"
)
_EVENT = Brief(r"天(?:的)?(?:长假|假期|小长假|展期|会期|行程|活动)")
_SHARE_OF = Brief(
    r"^(?:以上|左右|以下)?(?:的[\p{Han}]{2}|打算|预计|预期|看好|认为|基本持平|出现下降|出现上升|出现增长|表示|选择|愿意|希望|来自|发往|销往|去了|卖到|卖往|运往|流向|出自|产自|已在"
    r"|正在|使用|用于|用在|投入|没有|属于|是通过|由)"
)
_LEVEL_OF = Brief(
    r"^(?:以上|左右|以下)?的(?:[\p{Han}]{0,5}(?:率|税|速|增|降|幅|提成|抽成|扣点|返点|回扣|分成|分红|让利|手续费|服务费|折扣|毛利|利润|回报|佣金|费|息|水平|目标|成本|涨|跌"
    r"|优惠|溢价|收益))"
)
_ANSWERED = Brief(
    r"^(?:以上|左右|以下)?的(?:受访)?(?:企业|商户|经营户|卖家|商家|买家|采购商|客商|受访者|居民|消费者|工厂|会员|店主)"
    r"(?:(?:打算|计划|预计|认为|表示|担心|反映|选择|提到|希望|有意|愿意|正|已)|[\p{Han}]{1,3}了|[\p{Han}]{0,4}(?:增加|减少|上升|下降|增长|上涨|下滑|好转)(?:[，。；、]|$))"
)
"""What so many of those asked have seen: 62%的企业订单增加."""
_BREAK = Brief(
    r"计划|，可(?:工人|人手|眼下|现在|目前)|，(?:因为|毕竟|由于|原因是)|，但(?:不少|很多|多数|部分|大部分)|的占(?:[约近逾超到了0-9一二三四五六七八九十两]|$)|；|;|(?:上年"
    r"|去年)(?:[^的同]|$)|[降压缩提增减扩升涨跌][低缩短高升加少大跌]了|已经?(?:由|从|突破|达|超|完成|实现)"
)
_RESULTS = Words(["净利润", "净亏损", "归母", "扣非", "营业收入", "营业总收入", "每股收益"])
_BUT_MANY = ("，但不少", "，但很多", "，但多数")
_NOW = Words(
    ["现有", "现已有", "目前", "如今", "眼下", "当前", "现在", "迄今", "现为", "现报", "公司现", "全市现", *_BUT_MANY]
)
_SETTLED = Brief(SETTLING + r"(?!当年|全年|去年|今年|累计|当月)")
"""What is told behind it is there now: 去年在达卡设厂，用工320人."""
_SETTLES = frozenset("设建办开投启落")
"""What one of stands in all that tells of settling somewhere."""
_QUOTED_AT = Brief(r"(?:出厂|批发|零售|售|单|均)?价格?在[^，。；]{2,14}之间")
"""What tells a price of now: 普通圣诞树的出厂价在60到80元之间."""
_WATCHED = Brief(
    r"个?(?:大类|小类|条|类|种)?(?:商品|航线|主要航线|品种|行业|产品)?(?:中|里)，(?:有)?[0-9一二三四五六七八九十]+[个条类种项](?:[\p{Han}]{0,4})?"
    r"(?:上涨|下跌|持平|涨|跌|上升|下降|走高|走低|上行|下行)"
)
_LONGEST_WATCHED = 10
"""Characters between a count of what is watched and the comma behind it."""
_FAR = 40
_ANSWERS = Brief(
    r"(?:左右)?(?:的(?:受访|样本|被调查)?(?:企业|商户|受访者|经营户|采购商|店主|厂家))?(?:认为|表示|预计|预期|觉得|担心|看好|看平|看涨|看跌|打算)"
)
_ANSWER_STARTS = frozenset("左的认表预觉担看打")
_YEARLY_OUTPUT = Brief(r"年产[^量值能业出]")
_ENTERS = Brief(r"\s*(?:走进|步入|踏进|走入)")
"""What opens a scene: what is told there holds now."""
_OF_PREMISES = Brief(r"^\s*(?:这[座家个处栋间]|该)[\p{Han}]{2,10}(?:占地|总投资|建筑面积|总面积)")
"""What opens a sentence on how great something is, and on what it has: 这座分拨中心占地180亩，有12条分拣线."""
_EVERY = ("每年", "每日", "每晚", "每月", "每个月", "每周", "每小时能", "每小时可", "每小时最")
_TAKEN = Brief(r"^[\p{Han}]{0,6}?已经?(?:全部|悉数|全)(?:签约|出租|租出|租满|入驻|售罄|投用|开业)")
_LONGEST_TAKEN = 10
_HERE = Words(["店里", "厂里", "铺子里", "自家", "甲板上", "堆场上"])
_ABLE = ["可处理", "可分拣", "可容纳", "可停放", "可存放", "可办理"]
_BUILT = Words(
    [
        *_ABLE,
        "占地",
        "总投资",
        "年处理能力",
        "日处理能力",
        "日分拣能力",
        "日均处理能力",
        "年吞吐能力",
        "日吞吐能力",
        "年生产能力",
        "设计能力",
        "设计年",
    ]
)
_REACHING = Words(["通达", "穿越", "辐射", "连接", "直达", "联通", "通往", "途经"])
_REACHES = pattern(r"(?:通达|穿越|辐射|连接|(?:^|[^通])直达|联通|通往|途经)[^，。；0-9]{0,12}$")
_TOGETHER = Brief(
    r"[两二三四五六七八九十几][省市县地区州](?:市|区)?[\p{Han}]{0,6}?(?:合计|共计|总计|加起来|之和|占)"
    r"|^[\p{Han}]{0,8}合计占"
)
_SO_FAR = Brief(
    r"(?:已经?|现已|就)(?:超过?|达到?|有|突破|增至|拥有|逾|布置|设置|设立|配备|备有)?$"
    r"|已经?(?:加密|增加|增密|加开|提高|增|提|扩)(?:至|到)每[天日周月](?:开行|发车?|往返)?$"
)
"""What stands before a stock that is told as it is now: 木制玩具企业已超过1100家."""
_MOVE = Brief(r"^[涨跌平升降](?:[0-9一二三四五六七八九十，。；、”]|$)")
_POLLED = Brief(
    r"(?:调查|走访|受访|问卷|调研|采访)(?:了|的|过)?[^，。；0-9]{0,6}?[0-9一二三四五六七八九十百两]+(?:多|余)?[家户名位人](?:[^，。；]{0,8}中)?"
)
_BUILT_SINCE = Brief(
    r"^(?:已|已经|累计|共|先后|又|，)*"
    r"(?:建成|新建|新增|完成|改造|种植|种下|播种|流转|供应|出让|修建|铺设|整治|收储|复垦|造林)"
)
_PREMISES = (
    r"(?:(?:[店铺门]面|铺子|店铺|摊位|商铺|房子|办公室|宿舍|公寓)(?:的)?(?:总|建筑|营业|使用)?(?:面积)?"
    r"|(?:[^海][^外]仓|厂区|园区|基地|大楼|车间)(?:的)?(?:总|建筑|总建筑|仓储)?面积)"
)
_LASTING = pattern(
    r"(?:[每单][^，。；0-9]{1,10}(?:可|能)?(?:节省|节约|省下?|少付)[^，。；0-9]{0,8}|占地(?:面积)?|总投资[^，。；]{2,16}，(?:总)?建筑面积|总投资额?|全程|全长"
    r"|距[^，。；0-9]{1,12}"
    rf"|(?:租|建|设|拥|自|配|持)有(?:了)?(?:一[座间个处家]|[两二三]座)|{_PREMISES}|(?:一个月|每个?月|月)的?(?:房租|租金)"
    r"|每[班趟列车柜船架箱次](?:[飞列][机车])?(?:可|能)(?:载|装|运|拉)货?|(?:单家|单个|每家|每户|单项|单笔)(?:企业|项目|商户)?(?:最高)?(?:给予|补助|补贴|奖励)?|到[^，。；0-9每]{2,12}(?:只有|仅)"
    r"|(?:一[双个件款只条台副顶把支盒箱斤吨顶套瓶包面棵幅块串朵袋根张捆枚颗]|每[双个件款只条台副顶把支盒箱斤吨套瓶包面棵幅块串朵袋根张捆枚颗])"
    r"(?:[^，。；0-9]{0,8}[0-9.一二两三四五六七八九十百]+(?:元|块|毛)(?:左右|多)?，)?[^，。；0-9]{0,8}"
    r"(?:毛利|利润|成本|售价|出厂价|批发价|零售价|能?卖|要价|只赚|能赚)"
    r"|一[只件箱柜单票个双条台套][^，。；0-9]{1,8}(?:从|由|发|寄)[^，。；0-9]{2,10}，(?:光)?(?:运费|快递费|邮费|物流费))(?:就|只)?(?:要|需)?(?:只要|约|近|达"
    r"|超过?|为|逾|仅有?|只?有|在|不足|不到)*$"
)


_SIGNED = pattern(r"签约(?:的)?项目[^，。；]{1,8}，(?:协议|计划)?总投资")


def _is_built(words: str) -> bool:
    """Say whether words tell how great something is built, not what projects signed in a time will cost."""
    return _names_built(words) and not _is_signed(words)


def _names_built(words: str) -> bool:
    """Say whether words name the size or cost of what is built; 占地区生产总值的七成 is a share."""
    return _BUILT.found_in(words.replace("占地区", "占")) is not None


def _is_signed(words: str) -> bool:
    """Say whether words tell of what projects signed will cost: 签约项目19个，协议总投资147亿元."""
    return "签约" in words and _SIGNED.found_in(words)


_BOUNDED = Brief(
    r"^(?:万?(?:美元|欧元|日元|英镑|元))?(?:以下|以内|及以下|（含）以下)?的?(?:小包|小额包裹|包裹|跨境小包|小额跨境)"
)
_PARTED = Brief(
    r"^(?:条)?(?:[^，。；0-9]{0,4})航线中[，有]?[^，。；]{0,6}[0-9一二三四五六七八九十两]|^[家户名位]?(?:会员|成员)[^，。；]{0,6}中，"
)
_PER_PIECE = Brief(
    r"(?:补贴|补助|资助|奖励)(?:标准)?(?:由|从|为|是|按)?每[一-龥]{1,3}(?:最高|不超过|至多)?$"
    r"|每[一-龥]{1,4}(?:给予|补贴|补助|奖励|享受)?(?:最高|不超过)(?:可)?(?:补贴|补助|奖励|资助|给予)?$"
)
_OTHER_TIMES = ("去年", "上年", "今年", "全年", "同比")


_DEED = Brief(r"(?P<deed>[卖签接发装订走赚花投雇招拿买运销租捐印](?:了|出去|出|下|掉|走|进))$")
"""What was done with so many, told right in front of them: 签了|20单."""
_LONGEST_DEED = 3


_SIZES = tuple(
    f"{size}{about}" for size in ("总投资", "总投资额", "总面积", "建筑面积", "占地面积") for about in ("", "约", "达")
)
"""What stands in front of the size of a project."""


class Gaps(Untensed):
    """The Chinese answers that need no tables of words."""

    def sizes_project(self, text: str, start: int, end: int) -> bool:
        """Say whether a number only sizes something named behind it: 总投资83亿元的数贸中心."""
        return text.startswith("的", end) and text.endswith(_SIZES, 0, start)

    def together(self, words: str) -> bool:
        """Say whether the words between a place and a figure make it that of several places: 两省合计."""
        return _TOGETHER.search(words) is not None

    def coordinates(self, gap: str) -> bool:
        """Say whether the words between two numbers make a list of them."""
        return len(gap) <= _LONGEST_JOINT and bool(_COORDINATION.match(gap))

    def touches(self, gap: str) -> bool:
        """Say whether a cue and a number with these words between stand side by side."""
        return not gap or bool(_TOUCH.match(gap))

    def length_of(self, words: str) -> bool:
        """Say whether a unit of time and the words behind it tell how long something is."""
        return words.startswith(("岁", "周岁")) or bool(_EVENT.match(words)) or bool(DEADLINE.match(words))

    def of_market(self, text: str, _start: int, end: int) -> bool:
        """Say whether a count is the whole of what is watched, of which some rose: 15个大类商品中，7类上涨."""
        stop = text.find("，", end, end + _LONGEST_WATCHED)
        return stop > end and text[stop - 1] in "中里" and _WATCHED.match(text[end : stop + _FAR]) is not None

    def ages(self, words: str) -> bool:
        """Say whether a unit of time and the words behind it only tell how old somebody is: 26岁的主播."""
        return words.startswith("岁的")

    def share_of(self, words: str) -> bool:
        """Say whether the words right behind a percent make it a share: 45%的面积, but not 5%的关税."""
        return bool(_SHARE_OF.match(words)) and (not _LEVEL_OF.match(words) or _ANSWERED.match(words) is not None)

    def turns_to_now(self, words: str, *, as_of: bool) -> bool:
        """Say whether the words between a time and a number turn to what holds now: 去年…，现有员工380名."""
        if as_of or _NOW.found_in(words) or _is_built(words):
            return not as_of
        if "，" in words and not _SETTLES.isdisjoint(words) and _SETTLED.search(words) is not None:
            return True
        return _REACHING.found_in(words) is not None and _REACHES.search(words) is not None

    def present(self, reading: Reading, start: int, end: int) -> bool:
        """Say whether a sentence tells, up to a number, what holds now; or its clause how great something is built."""
        before = reading.text[:end]
        opens = _ENTERS.match(before) or _OF_PREMISES.match(before)
        if opens or ("之间" in reading.text and _QUOTED_AT.search(reading.text[start:end])):
            return True
        return bool(_NOW.found_in(before) or _HERE.found_in(before)) or (
            _names_built(reading.text[start:end]) and not _is_signed(before)
        )

    def breaks(self, gap: str) -> bool:
        """Say whether the words between a word of status and a number end its reach."""
        return bool(_BREAK.search(gap))

    def of_rule(self, text: str, _clause: int, _start: int, end: int) -> bool:
        """Say whether a number only bounds what a rule is about: 800美元以下小包."""
        return ("包" in text or "小额" in text) and _BOUNDED.match(text[end:]) is not None

    def parted(self, words: str) -> bool:
        """Say whether the words behind a count make it a whole that is told by its parts: 21条|航线中，12条上涨."""
        return _PARTED.match(words) is not None

    def deed(self, words: str) -> int:
        """Give how many characters that end the words tell what was done with so many things: 签了|20单."""
        done = _DEED.search(words[-_LONGEST_DEED:])
        return len(done.group("deed")) if done is not None else 0

    def rules(self, words: str) -> bool:
        """Say whether the words before a sum set what is paid for each of something: 展位补贴每个最高."""
        return _PER_PIECE.search(words) is not None

    def sums_up(self, words: str) -> bool:
        """Say whether a count is all that there were up to a day: 至此，…累计开行达到8000列."""
        return "至此" in words and "累计" in words

    def grants(self, words: str) -> bool:
        """Say whether a sentence tells what somebody is paid or let off by a measure: 单件补贴不超过2000元."""
        return grants(words)

    def tells_results(self, words: str) -> bool:
        """Say whether the words behind a forecast are of a firm's results: 公司预计2024年净利润2.35亿元，增长35.8%."""
        return _RESULTS.found_in(words) is not None

    def answers(self, words: str) -> bool:
        """Say whether the words behind a percent are what so many answered who were asked: 41%认为持平."""
        return words[:1] in _ANSWER_STARTS and _ANSWERS.match(words) is not None

    def pays_dividend(self, words: str) -> bool:
        """Say whether a sentence tells of a dividend to be paid: 拟每10股派发现金红利1.5元，共计780万元."""
        return "拟" in words and ("派" in words or "分红" in words)

    def pays_out(self, words: str) -> bool:
        """Say whether the words behind a plan are of a dividend: 利润分配预案为每10股派发现金红利3.3元."""
        last = words.rpartition("，")[2]
        if "募" in last:
            return True
        return ("派" in words or "分红" in words) and not any(time in last for time in _OTHER_TIMES)

    def habitual(self, words: str) -> bool:
        """Say whether a clause tells what happens again and again."""
        if "年产" in words and _YEARLY_OUTPUT.search(words):
            return True
        if "每" in words and any(every in words for every in _EVERY):
            return True
        return "通常" in words or "往往" in words or words.endswith("平时")

    def moves(self, reading: Reading, position: int) -> bool:
        """Say whether what follows a number at once tells of a move or standstill: 5涨6跌1平."""
        return bool(_MOVE.match(reading.text[position : position + 2]))

    def lasting(self, words: str, *, counted: bool = False) -> bool:
        """Say whether a sum or size behind these words holds as it is: the size of a plot, what a project costs."""
        if counted:
            return _SO_FAR.search(words) is not None
        return not _is_signed(words) and bool(_LASTING.search(words))

    def is_built(self, words: str) -> bool:
        """Say whether the words between a time and a size tell that so much was built in it: 今年已建成3.6万亩."""
        return _BUILT_SINCE.search(words) is not None

    def since_then(self, words: str) -> bool:
        """Say whether the words behind a count tell that all of them are taken by now: 3700多个|商位已全部签约."""
        return "已" in words[:_LONGEST_TAKEN] and _TAKEN.match(words) is not None

    def of_session(self, words: str) -> bool:
        """Say whether a sentence tells how shares stood at the end of a day: 截至收盘，公司股价报19.86元，涨2.3%."""
        return "收盘" in words or "股价" in words

    def of_fair(self, words: str) -> bool:
        """Say whether a sentence opens on the fair told of before: 本届展会为期3天."""
        return opens_on_fair(words)

    def polls(self, words: str) -> bool:
        """Say whether a sentence tells what so many answered who were asked: 走访的60家商户中，约三分之二看好…."""
        return _POLLED.search(words) is not None

    def is_piece(self, words: str) -> bool:
        """Say whether a noun only counts pieces."""
        return words in {"件", "套", "个"}
