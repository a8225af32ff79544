"""What a Chinese number measures, told by the words right beside it: 4类上涨, 下跌的39个, 干了11年, 9平方米的商位."""

from barometer.claims.chinese.phrases import core, noun_behind
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.values import Cue, Mention, Reading, Role

Span = tuple[int, int]

_MOVES = Brief(
    r"^(?:上涨|下跌|持平|增加|减少|涨价|降价|上升|下降|增长|回落|走高|走低|走平|上扬|下滑|回升|上行|下行|飘红|飘绿|[涨跌平升降])(?:[0-9一二两三四五六七八九十，。；、,;]|$)"
)
_MOVING = frozenset("减上下持涨跌平升降增回走飘")
_MOVED = Brief(
    r"(?P<words>(?:上涨|下跌|持平|涨价|降价|上升|下降|增长|增加|减少|亏损|盈利|增产|减产|回落|走高|走低)的)(?:有|为|共|达)?(?:约|近|逾|超)?$"
)
_PORTION = Brief(
    r"[，。；、：](?P<words>占比|比重|份额|占有率|占[^，。；、0-9]{1,10}的(?:比重|比例|份额))[^，。；、]{0,12}$"
)
_LASTED = Brief(
    r"(?P<words>入行|从业|从艺|从教|经商|务工|打拼|执业|[养种做开跑修织]\p{Han}{1,2}"
    r"|[干住做待等学跑守开卖走站种养拖熬忙教]了)(?:整整|足足|将近|近|约|快|已经|已)?$"
)
_SHARING, _OF = frozenset("占份重"), frozenset("的")
_LIVED = frozenset("了入从经务打执养种做开跑修织")
_SIZED = Brief(r"^(?:以上|以下|左右|多)?的(?P<noun>[\p{Han}]{1,8}?)(?:[，。；、]|$|可|能|已|有|里|内|上|年|月|日|每)")
_NEAR = 22
_FAR = 12
_SIZES = frozenset({"square_metre", "mu"})


NET = pattern(r"净(?P<way>[增减])[加少]?了?(?P<words>[\p{Han}]{2,6})$")
"""What is counted between 净增 and its number: 净增门店186家."""
LONGEST_NET = 12


def beside(text: str, mention: Mention, kind: str, role: Role) -> Span | None:
    """Give the words beside a number that name what it measures, none where its subject does."""
    part = kind == "share" and role.name == "share" and text[mention.start - 1 : mention.start] in {"，", "、", "；"}
    if kind == "count" or part:
        return _moving(text, mention) or (None if part else _of_an_age(text, mention))
    if kind == "duration":
        return _aged(text, mention) or _lasting(text, mention)
    if kind == "change" and "净" in text[max(0, mention.start - LONGEST_NET) : mention.start]:
        low = max(0, mention.start - LONGEST_NET)
        net = NET.search(text[low : mention.start])
        return (low + net.start("words"), low + net.end("words")) if net is not None else None
    if mention.unit == "percentage_point":
        return _in_front(_PORTION, text, mention, _SHARING) or _share_moved(text, mention)
    if kind == "amount" and mention.unit in _MONEY:
        paid = _paid(text, mention)
        return paid or _charged(text, mention)
    return _sized(text, mention, kind, role) if mention.unit in _SIZES else None


def _sized(text: str, mention: Mention, kind: str, role: Role) -> Span | None:
    """Give what a size is of: the measuring word or premises beside it, else what is behind 的, 9平方米的商位."""
    if kind == "amount" and (size := _sizing(text, mention)) is not None:
        return size
    sized = role.name == "bare" and "的" in text[mention.end : mention.end + 3]
    found = _SIZED.match(text[mention.end : mention.end + _FAR]) if sized else None
    return (mention.end + found.start("noun"), mention.end + found.end("noun")) if found is not None else None


_SHARE_TOLD = Brief(
    r"(?:^|[，。；：、的])(?P<words>[^，。；、：0-9的]{0,12}?(?:占比|比重)|占[^，。；、：0-9]{1,10}的(?:份额|比重|比例))(?:约?为|已?达到?|约|近|超|升至|降至|是)?"
    r"[0-9.]+%(?:左右|以上)?，[^，。；0-9]{0,14}$"
)
"""The share told before, of which a number says by how many points it moved: 回程占比34.9%，较10月提高1.2个百分点."""
_LONGEST_SHARE = 48
_PARTS = Words(["占比", "比重", "份额", "比例"])


def _share_moved(text: str, mention: Mention) -> Span | None:
    low = max(0, mention.start - _LONGEST_SHARE)
    head = text[low : mention.start]
    told = _SHARE_TOLD.search(head) if "%，" in head and _PARTS.found_in(head) else None
    if told is None:
        return None
    start = low + told.start("words")
    return start + len("其中") * text.startswith("其中", start), low + told.end("words")


_MONEY = frozenset({"CNY", "USD", "EUR", "JPY", "GBP", "HKD"})
_PAYS = Brief(r"(?:拿到|给予|奖励|发放|提供|享受|获得|获|签下|签订|签署|拿下|缴纳|收到|支付|申领|领到|安排|拨付)了?$")


def _paid(text: str, mention: Mention) -> Span | None:
    """Give what a sum is paid as: 给予最高20万元的一次性补助."""
    paid = _PAYS.search(text[max(0, mention.start - _FAR) : mention.start])
    behind = text[mention.end : mention.end + _FAR]
    found = (_SIZED.match(behind) or _GRANT.match(behind)) if paid is not None else None
    return (mention.end + found.start("noun"), mention.end + found.end("noun")) if found is not None else None


_GRANT = Brief(
    r"^(?P<noun>(?:一次性|专项|资金|财政)?(?:补助|补贴|奖励|奖补|资助|扶持|贴息|补偿)(?:资金)?)(?:[^\p{Han}]|$)"
)
"""What a sum is paid as, told right behind it: 给予最高50万元补助."""
_CHARGES = Brief(r"(?:征收|加收|收取|加征|缴纳|支付|交|收)了?(?:约|近|逾|最高)?$")
_CHARGE = Brief(r"^的?(?P<noun>[\p{Han}]{0,6}?(?:税|费|押金|罚款|罚金|佣金))(?:[^用率收\p{Han}]|[，。；、]|$)")
_ORDERED = Brief(r"(?:收到|签下|签订|拿下|达成|接到|接下|斩获|收获)了?(?:约|近|逾|超)?$")
_ORDER = Brief(r"^的?(?P<noun>(?:意向|采购|出口)?(?:订单|合同|大单))")
_BOUNDED = Brief(r"^的?(?P<noun>[\p{Han}]{0,4}?(?:包裹|小包|邮包|快件))")
"""What a limit of value bounds: 800美元以下包裹."""


def _charged(text: str, mention: Mention) -> Span | None:
    """Give what a sum is charged as, ordered for or the limit of: 每件征收3欧元关税, 收到32万美元意向订单."""
    head, behind = text[max(0, mention.start - _FAR) : mention.start], text[mention.end : mention.end + _FAR]
    if mention.modifier == "le" and text.endswith(_BELOW, 0, mention.end):
        found = None if head.endswith("价值") else _BOUNDED.match(behind)
    elif _CHARGES.search(head) is not None:
        found = _CHARGE.match(behind)
    else:
        found = _ORDER.match(behind) if _ORDERED.search(head) is not None else None
    return (mention.end + found.start("noun"), mention.end + found.end("noun")) if found is not None else None


_BELOW = ("以下", "以内")
_MEASURES = Brief(
    r"(?P<words>占地(?:面积)?|(?:总|展览|营业|经营|使用|规划)?(?:建筑)?面积)(?:约|近|逾|超过?|达|为|有)*$"
)
_HOLDS = Brief(r"(?:拥有|建有|租下|租用|租了|新建|建成|设有|有)了?(?:约|近|逾|超)?$")
_PREMISES = Brief(r"^(?P<noun>[\p{Han}]{0,4}?(?:厂房|仓库|店面|车间|展厅|用地|办公楼|场地|冷库|海外仓|园区))")


def _sizing(text: str, mention: Mention) -> Span | None:
    """Give the measuring word in front of a size, or the premises behind it: 建筑面积640万平方米的, 3.2万平方米厂房."""
    head = text[max(0, mention.start - _FAR) : mention.start]
    told = _MEASURES.search(head) if text.startswith("的", mention.end) else None
    if told is not None:
        first = mention.start - len(head)
        return first + told.start("words"), first + told.end("words")
    found = _PREMISES.match(text[mention.end : mention.end + _FAR]) if _HOLDS.search(head) is not None else None
    return (mention.end + found.start("noun"), mention.end + found.end("noun")) if found is not None else None


def _in_front(expression: Brief, text: str, mention: Mention, signs: frozenset[str]) -> Span | None:
    """Give the words that an expression finds right in front of a number; without one of the signs it finds none."""
    head = text[max(0, mention.start - _NEAR) : mention.start]
    found = None if signs.isdisjoint(head) else expression.search(head)
    first = mention.start - len(head)
    return (first + found.start("words"), first + found.end("words")) if found is not None else None


def _moving(text: str, mention: Mention) -> Span | None:
    """Give what is said of what is counted: 4类上涨, 下跌的39个."""
    end = mention.end
    moves = _MOVES.match(text[end : end + 4]) if text[end : end + 1] in _MOVING else None
    if moves is not None:
        return end, end + len(moves.group().rstrip("0123456789一二三四五六七八九十两，。；、,;"))
    return _in_front(_MOVED, text, mention, _OF)


_AGE = Brief(r"^[0-9]{1,3}周?岁(?:以上|以下|及以上|及以下)?的?")
_LONGEST_AGE = 10


def _of_an_age(text: str, mention: Mention) -> Span | None:
    """Give who is counted where an age stands in between: 30万名60岁以上老年人."""
    age = (
        _AGE.match(text[mention.end : mention.end + _LONGEST_AGE])
        if text[mention.end : mention.end + 1].isdigit()
        else None
    )
    return noun_behind(text, mention.end + age.end(), mention.end + age.end() + _FAR) if age is not None else None


def _aged(text: str, mention: Mention) -> Span | None:
    """Give those who are of an age: 30万名60岁以上老年人."""
    if text[mention.numeral.end : mention.numeral.end + 1] != "岁":
        return None
    return noun_behind(text, mention.end, mention.end + _FAR)


def _lasting(text: str, mention: Mention) -> Span | None:
    """Give what lasted: 干了11年, or what was done so long: 做了22年假发生意."""
    verb = _in_front(_LASTED, text, mention, _LIVED)
    return (noun_behind(text, mention.end, mention.end + _FAR) or verb) if verb is not None else None


_RESTATED = pattern(
    r"^[（(，,]?(?:按[^，。）)]{1,10}[，,]?)?(?:折合|约合|折算|合|相当于|折合成)(?:人民币|美元|每(?:天|分钟|小时|秒|月|[个位名]\p{Han}{1,6})(?:有|就有|收发)?"
    r"|平均每[天月])?(?:约|近|逾|超|大约|是|有|为)?$"
)


def restated(words: str) -> bool:
    """Say whether the words between two numbers only lead to the first one in other money or per day."""
    return ("合" in words or "相当于" in words) and _RESTATED.match(words) is not None


_BOX = Brief(r"^(?:[0-9]{2}(?:英尺|尺))?(?:[大小高整平]柜|货?柜子?|集装箱|[大小标]?箱)(?:[到至发][^，。；]{2,8})?$")


def rates_of_box(reading: Reading, box: Span) -> Span:
    """Give the rates told of where a sentence only names the box that they are for: 海运费涨了，一个高柜贵了900美元."""
    rates = None
    if Cue.PLACELESS in reading.cues and _BOX.match(reading.text[box[0] : box[1]]) is not None:
        rates = reading.last(0, box[0], Cue.PLACELESS)
    if rates is None:
        return box
    return core(reading.text, reading.clause(rates.start)[0], rates.end) or box


_NAMED = Brief(
    r"(?:居前|居首|靠前|领先|领涨|领跌|领衔|最大|最高|最多|最快|最好|明显|突出)的(?:[^，。；]{0,6}?)(?:分别)?(?:是|为|有)(?P<name>[^，。；]{2,30})[，,]$"
)
_GREATEST = Brief(
    r"(?:^|[，；：、]|其中)(?P<name>[^，。；：、0-9]{2,10})(?:仍|依然|依旧|还|都)?(?:是|为)[^，。；]{0,8}?"
    r"(?:第[一二三四五]大|最大的?|主要的?|首要的?)[^，。；]{0,4}(?:市场|贸易伙伴|目的地|来源地|客源地|买家|客源|出口国)[，,]$"
)
"""What a clause calls the greatest market, of which the next one tells the share: 拉美是最大市场，占比34.5%."""
_CHOSEN = Brief(
    r"(?:选择|认为|反映|提到|回答|勾选)“(?P<name>[^“”]{2,24})”的[^，。；“”]{1,8}(?:最多|居首|最高|较多|居多)[，,]$"
)
"""What most of those asked chose, of whom the next clause tells the share: 选择“成本上升”的企业最多，占63.5%."""
_MOVED_MOST = Brief(
    r"(?:^|[，；：。])(?P<name>[^，。；：、0-9]{2,12}?)(?:涨幅|跌幅|增幅|降幅|增速)"
    r"(?:最大|居首|居前|最高|最快|领先|次之|最为?明显|最为?突出)[，,]$"
)
"""What moved most, of which the next clause tells by how much: 鞋类跌幅最大，下跌1.07%."""
_NAMED_WITHIN = 60


def named_first(text: str, start: int) -> tuple[int, int] | None:
    """Give what the clause that ends at a place says to come first: 增幅居前的是玩具，."""
    if text[start - 1 : start] not in {"，", ","}:
        return None
    low = max(0, start - _NAMED_WITHIN)
    words = text[low:start]
    named = _NAMED.search(words) if "的" in words else None
    if named is None and ("大" in words or "要" in words):
        named = _GREATEST.search(words)
    if named is None and text[max(low, start - 3) : start - 1] in _MOST:
        named = _CHOSEN.search(words) or _MOVED_MOST.search(words)
    return (low + named.start("name"), low + named.end("name")) if named is not None else None


_MOST = frozenset({"最多", "居首", "最高", "较多", "居多", "最大", "居前", "最快", "领先", "次之", "明显", "突出"})


_QUOTED = Brief(r"(?:“[^“”]{1,24}”){2,6}(?:的[^，。；“”]{0,6})?(?:分别|依次)?$")
_IN_QUOTES = Brief(r"“(?P<item>[^“”]{1,24})”")


def quoted_items(text: str, start: int, end: int) -> list[Span]:
    """Give the items of a list of quotations, which stand side by side: “成本上升”“汇率波动”分别占."""
    listed = _QUOTED.search(text[start:end])
    if listed is None:
        return []
    low = start + listed.start()
    return [(low + match.start("item"), low + match.end("item")) for match in _IN_QUOTES.finditer(listed.group())]
