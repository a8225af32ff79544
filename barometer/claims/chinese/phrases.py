"""Chinese noun phrases: what is counted behind a number, and the core of the subject in front of one.

Chinese writes no spaces, so a phrase ends where a word stands that cannot be part of it: a verb of doing, an adverb, a
preposition. Words that only look like one (海外 holds 外, 中欧 holds 中) are stepped over whole.
"""

from barometer.claims.chinese.phrase_words import ACTING, DOING, LEADS, NO_NOUNS, TAILS, WHOLE
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.text.scanning import ends_index, word_index

Span = tuple[int, int]

_WHOLE_WORDS = word_index(WHOLE.split())
_WHOLE_ENDS = word_index(word[::-1] for word in WHOLE.split())
_STOPS = frozenset(
    "的里中内外上下间前后左右以于为是有和与及、其这那等已将均从向对在被把由让使因并而但也都就还曾再仅只则便各共同后来约超"
)
_DOING = word_index(DOING.split())
_NOMINAL = frozenset(
    [
        "储备",
        "办结",
        "投入",
        "处理",
        "运输",
        "登记",
        "服务",
        "投资",
        "培训",
        "发行",
        "生产",
        "监管",
        "加工",
        "审批",
        "收",
        "花",
        "赚",
        "携",
    ]
)
"""Verbs that are as often nouns: 处理费, 投资额; they cut a phrase only before words that stand well alone."""

_ACTING = word_index(ACTING.split())
_DONE = frozenset("了过出着到")
_LEAD_SIGNS, _TAIL_SIGNS = "，、：；（）()。！？!?“”\"'《》 ·—-", "，、：；（）()。！？!?“”\"' —~-"
_OF_EACH = (
    r"每(?:一)?(?:平方米|公斤|千克|标箱|车次|个|家|位|名|吨|箱|件|套|张|单|班|年|月|天|日|周|小时|袋|条|辆|柜|人|亩|户"
    r"|票|趟|台|双|只|桶|斤|立方米|分钟)"
    r"(?:的)?(?:标箱|商位|企业|商户)?"
)
_RUNNING = r"(?:已|已经)?(?:连续|连着|接连)第?(?:[0-9]+|[一二两三四五六七八九十百]+|多|数)个?(?:年|月|季度|周|天|日)"
_A_TIME = r"一(?:天|年|周|个月|小时)(?:差不多|大概|大约)?(?:要|能|可以|可|就)"
_MEASURED_BY = r"按(?:可比|不变|同|现|当年)[\p{Han}]{1,2}(?:口径|价格|价)?(?:计算)?"
_LEAD = Brief(rf"^(?:{_OF_EACH}|{_RUNNING}|{_MEASURED_BY}|{_A_TIME}|{'|'.join(LEADS)}|[{_LEAD_SIGNS}])+")
_LEAD_STARTS = frozenset([*_LEAD_SIGNS, *(word[0] for word in LEADS), *"已连接一按"])
_TAILS = ends_index([*TAILS, *_TAIL_SIGNS])
_EACH_ONE = Brief(r"每\p{Han}")
_ENDED = pattern(
    r"^创[^，。；]{1,10}(?:新高|新低|纪录)$|(?:却)?(?:只有|仅为|仅有|是|约为|相当于|达到)[^，。；是]{1,12}的$|(?:位居|位列|名列|排名|排在|稳居|跃居|仅次于|稳坐|[仍均分并]列|(?:前移|上移|后移|跃升|提升|攀升|晋升)(?:至|到)|由[升降涨跌增减负正盈亏]转[升降涨跌增减负正盈亏]$|居$|(?:^|[^班系专])列$|(?:^|[^安])排$|列(?:第|全[国省市球]|同|省|世界)|居(?:第|全|世界|首|前|同|省|亚|金|浙|三))[^，。；]*$"
)
_NAMED_BY_LINE = frozenset("班系专")
"""What stands before 列 in the name of what is measured: 班列, 系列, 专列."""
_ONLY_VERB = Brief(
    r"^(?:经|已|共|累计|在|再|新|正|将|还|先后|陆续|启动|投资|有望|计划|力争|可|能|要|需)*(?:建成|建设|新建|扩建|启动|完成|实施|绿化|治理|改造|投资建设|开出去|走进|参加|带动|关联|归为|处在|达成|包括|涵盖|覆盖|实现|新增|拥有|配备|增加|增长|提高|提升|下降|减少|扩大|压缩|缩短|上升|回落|调整|攀升|开|设|增开|增设|开设|布点|落子)?(?:着|了|起|并|出|到)?$"
)
_SHARE = pattern(r"占(?:到|了|据|全|其|当|同|该|总|出|进|中|义|整|外|市|本|比重)?")
_NOT_SHARE = ("占地", "占比", "占用", "占有", "抢占")
_REFERENCE = Brief(r"^\s?(?:是|相当于|约为|达到|为)[^，。；]+的$")
_SPENT = Brief(
    r"(?:在|因|向|为|给|从|公司|企业|卖家|集团|平台)[^的]{0,10}(?P<verb>投资|赔付|捐赠|投入|花费|成交|亏损|获利|借款)$"
)
_SPENT_ENDS = frozenset("资付赠入费交损利款")
_ENDING = Words(["创", "转", "居", "列", "名", "排", "仅次于", "稳坐", "移至", "移到", "升至", "升到"])
"""What one of stands in words that only tell of a rank, a record or a turn, but for those that end with 的."""
_THAN = pattern(r"(?P<named>[^比较]*[^占对百环同相可的])(?:比|较)[^例重率值价赛方利亚的][^，。；的]{0,9}$")
_COMPARED = Brief(r"^(?:比|较)(?:[^重例价赛亚邻如]|$)")
_VIEWED = Brief(r"^(?:分|按|从)[^，。；]{1,8}(?:来)?看$")
"""What only says by what the figures behind it are told apart: 分地区看."""
_DEDUCTED = Brief(r"^(?:扣除|剔除)[^，。；]{2,16}(?:后|因素)(?:实际)?$")
"""What only says what is left out of the thing told before: 扣除房地产开发投资后."""
_EACH = Brief(r"每(?:个|家|间|套|张|户|位|名|只|件)(?:商位|摊位|企业|展位|店铺|标箱|门店|主体|平方米)?")
_OF = "的"
_EQUALS = frozenset("有为是约于到")
"""What one of stands before words that end with 的 where they only tell what something is like: 相当于去年的."""
_WEAK = frozenset(
    [
        "之间",
        "规模",
        "名义",
        "扣除价格因素实际",
        "扣除价格因素后实际",
        "扣除价格因素",
        "幅度",
        "数量",
        "实际",
        "历史",
        "台阶",
        "关口",
        "高点",
        "低点",
        "峰值",
        "大关",
        "一",
        "两",
        "三",
        "多",
        "人",
        "时",
        "年",
        "个",
        "家",
        "元",
        "件",
        "单",
        "大",
        "小",
        "高",
        "低",
        "收",
        "发",
        "卖",
        "装",
        "领",
        "中",
        "上",
        "拉",
    ]
)
_LONG = 14
_LONGEST_WHOLE = max(map(len, WHOLE.split()))


_BOUND = Brief(r"^(?:多|余|以上|以下|以内|之内|左右)?的?")
_NO_NOUN = tuple(NO_NOUNS.split())
_BOUND_STARTS = frozenset("多余以左的")


def noun_behind(text: str, start: int, limit: int) -> Span | None:
    """Give the words right behind a classifier that name what is counted, at most up to `limit`."""
    bound = _BOUND.match(text[start : start + 4]) if text[start : start + 1] in _BOUND_STARTS else None
    low = start + (bound.end() if bound else 0)
    if text.startswith(_NO_NOUN, low) or text[low : low + 2] == "次":
        return None
    high, end = low, min(limit, len(text))
    while high < end and ((char := text[high]).isalpha() or char in '“”"-'):
        whole = _whole_word(text, high) if char in _WHOLE_WORDS.firsts else 0
        if whole:
            high += whole
        elif char in _STOPS or (high > low and (char == "每" or (char in _DOING.firsts and _DOING.at(text, high)))):
            break
        else:
            high += 1
    while high > low and text[high - 1] in '“"-':
        high -= 1
    if high <= low or _is_deed(text, low, high):
        return None
    return low, high


def _is_deed(text: str, low: int, high: int) -> bool:
    """Say whether a stretch begins with a verb that makes a clause, not a noun (停运; but 参展企业)."""
    verb = len(_DOING.at(text, low))
    return verb > 1 and (high - low <= verb or high - low > verb + 4)


def _whole_word(text: str, at: int) -> int:
    return len(_WHOLE_WORDS.at(text, at))


def core(text: str, start: int, end: int) -> Span | None:
    """Give the noun phrase that is measured out of the words in front of a number; None if they name nothing."""
    while start < end and not (text[start].isalnum() or text[start] in _OPENERS):
        start += 1  # ▶️寄往国外
    if text[start : start + 1] == "【" and 0 < (closed := text.find("】", start, end)) < end - _SHORTEST:
        start = closed + 1  # 【运价】大柜报价
    if text.startswith("经", start) and text.endswith("已", 0, start):
        start += 1  # 今年已|经接了200单
    words = text[start:end]
    share = _share_verb(text, start, end) if "占" in words else None
    ended = _ENDED.search(words) if _may_be_ended(words) else None
    if ended is not None and text[start + ended.start()] == "列" and text[start + ended.start() - 1] in _NAMED_BY_LINE:
        ended = None
    if ended is not None and ended.start() <= 1:
        return None
    if ended is not None:
        end = start + ended.start()
        share = share if share is not None and share < end else None
    if text[end - 1 : end] == _OF and _REFERENCE.match(text[start:end]):
        return None
    before = share if share is not None else end
    if text[before : before + 1] == "占" and text[before - 1] == "只" and text[before - 2] not in _BY_PIECE:
        share = before - 1  # 发往美国的货只占三成
    low, high = _trimmed(text, start, share if share is not None else end)
    if high <= low or (text[low] in "比较" and _COMPARED.match(text[low:high])):
        return None
    if text[high - 1] == "看" and _VIEWED.match(text[low:high]):
        return None
    if text[low] in "扣剔" and _DEDUCTED.match(text[low:high]):
        return None
    return _narrowed(text, low, high)


def _may_be_ended(words: str) -> bool:
    """Say whether words may end with what names nothing: 相当于去年的, 位居全省."""
    told_of = words.endswith(_OF) and not _EQUALS.isdisjoint(words)
    return told_of or _ENDING.found_in(words) is not None


_OPENERS = frozenset('“"‘《（(【〈「')


def _narrowed(text: str, low: int, high: int) -> Span | None:
    """Give the part of a phrase that names what is measured: behind whoever it is of, and behind verbs."""
    if text.endswith(_OWN_MEASURES, low, high):
        return high - len(next(word for word in _OWN_MEASURES if text.endswith(word, low, high))), high
    among = text.rfind("中有", low, high)
    if among > low and high - among >= _SHORTEST + len("中有"):
        return among + len("中有"), high  # 专业采购商中有外商6700余人
    spent = _SPENT.search(text[low:high]) if text[high - 1] in _SPENT_ENDS else None
    if spent is not None:
        return low + spent.start("verb"), high
    high = _before_denial(text, low, high) if "不" in text[low:high] else high
    than = _THAN.search(text[low:high]) if "比" in text[low:high] or "较" in text[low:high] else None
    high = low + than.end("named") if than is not None else high
    cut = _behind_relative(text, low, _behind_verb(text, low, high), high)
    low, high = _trimmed(text, low if text[cut:high] in _WEAK else cut, high)
    if high - low < _SHORTEST or text[low:high] in _WEAK or _is_verb(text, low, high):
        return None
    return _with_quoted(text, low, high), high


def _before_denial(text: str, low: int, high: int) -> int:
    """Give where a phrase ends of which the rest tells what does not become of it: 出口不会下滑."""
    denied = (text.find(word, low + _SHORTEST, high) for word in _DENIED)
    at = next((at for at in denied if at > low), high)
    return at if "的" not in text[at:high] else high


_DENIED = ("不会", "不再", "不至于")


def _with_quoted(text: str, low: int, high: int) -> int:
    """Give where a phrase begins that a quoted name heads, “义新欧”班列; a longer quotation is left out."""
    closed = text.rfind("”", low, high)
    if closed < 0:
        return low
    opened = text.rfind("“", max(0, closed - _LONGEST_NAME), closed)
    if opened >= 0:
        return opened
    return closed + 1 if high - closed - 1 > _SHORTEST else low


_LONGEST_NAME = 6


_SHORTEST = 2
_BY_PIECE = frozenset("船每一两0123456789几多万千百")
"""What stands before 只 where it counts or names things: 船只."""
_VERB_ENDS = frozenset(
    "开点子成设建动完施化理造资去进加联为在达括盖现增有备长高升降少大缩短落整攀着了起并出到经已共累再新正将还先后陆续启投望计划力争可能要需"
)


def _is_verb(text: str, low: int, high: int) -> bool:
    """Say whether a phrase is nothing but a verb with its adverbs: 已经建成."""
    return text[high - 1] in _VERB_ENDS and _ONLY_VERB.match(text[low:high]) is not None


_OWN = "占地面积 占地 总投资 完成投资 总面积 建筑面积 月薪 时薪 年薪 月租 日租金"
_OWN_MEASURES = tuple(_OWN.split())
"""What is measured by itself, whoever it is of: 国际枢纽港一期占地."""


def _share_verb(text: str, start: int, end: int) -> int | None:
    """Give where 占全国 begins: what stands before it is the part."""
    for match in _SHARE.finditer(text[start:end]):
        if not text.startswith(_NOT_SHARE, start + match.start()):
            return start + match.start()
    return None


_LONGEST_EDGE = 40
"""Characters within which what only leads to a name, or stands behind it, is looked for."""


def _trimmed(text: str, start: int, end: int) -> Span:
    led = text[end - 1 : end] in _TAILS or text[end - 2 : end - 1] == "每"
    tail = _tail(text, max(start, end - _LONGEST_EDGE), end) if led else end
    if tail < end and not _ends_whole(text, start, tail, end):
        end = _past_whole(text, tail, end)
    leads = end > start and text[start] in _LEAD_STARTS
    lead = _LEAD.match(text[start : min(end, start + _LONGEST_EDGE)]) if leads else None
    if lead is not None and text[start + lead.end() - 1 : start + lead.end() + 1] == "市场":
        start += lead.end() - 1
    elif lead is not None and not (start < len(text) and _WHOLE_WORDS.at(text, start)):
        start += lead.end()
        also = text[start - 2 : start] != "其中" and len(_WHOLE_WORDS.at(text, start - 1)) > 1
        start -= also  # 其中也门 leads with 其中 only
    return start, max(start, end)


def _tail(text: str, low: int, end: int) -> int:
    """Give where the words begin that only stand between a name and its number, not in front of `low`."""
    reached = [end]
    for at in reached:  # goes on with what is added on the way
        if at <= low:
            continue
        for word in _TAILS.get(text[at - 1], ()):
            if text.endswith(word, low, at) and at - len(word) not in reached:
                reached.append(at - len(word))
        if text[at - 2] == "每" and at - 2 >= low and at - 2 not in reached and _EACH_ONE.match(text[at - 2 : at]):
            reached.append(at - 2)
    return min(reached)


def _past_whole(text: str, cut: int, end: int) -> int:
    """Give a cut moved behind the word that it would go through: 年产能将由 names 年产能."""
    size = len(_WHOLE_WORDS.at(text, cut - 1)) if cut else 0
    return min(end, cut - 1 + size) if size > 1 else cut


def _ends_whole(text: str, start: int, cut: int, end: int) -> bool:
    """Say whether a cut would go through a word such as 海外 or 线上."""
    if end <= start:
        return False
    turned = text[max(start, end - _LONGEST_WHOLE) : end][::-1]
    found = _WHOLE_ENDS.words.get(turned[:2], ())
    return any(turned.startswith(word) and cut > end - len(word) for word in found)


def _behind_verb(text: str, low: int, high: int) -> int:
    """Give where the object of the last verb of doing begins: 接待游客 is about 游客."""
    cut = at = low
    phrase = text[:high]
    for begin in _ACTING.starts(phrase, low, high):
        word = _ACTING.at(phrase, begin) if begin >= at else ""
        if not word:
            continue
        at = begin + len(word)
        done = at < high and text[at] in _DONE
        at += done
        if text[at - 1] == "出" and text[at : at + 1] == "口":
            continue  # 零售出口额
        least = 2
        if not done and word in _NOMINAL:
            least = 3 if at - low <= len(word) + 1 else 4
        if high - at >= least and text[at] not in _NO_OBJECT:
            cut = at
    return cut


_NO_OBJECT = frozenset("量额率费数强价面期者")
"""What stands behind a verb that is a part of a noun: 处理量, 签约额."""


def _behind_relative(text: str, low: int, cut: int, high: int) -> int:
    """Give where the noun begins that a long or verbal attribute ends at: 该平台收取的佣金率 is about 佣金率."""
    each = _EACH.search(text[low:high]) if "每" in text[low:high] else None
    if each is not None and high - low - each.end() >= 2:
        cut = max(cut, low + each.end())
    of = text.rfind(_OF, low, high)
    if of < 0 or high - of < 3:
        return cut
    if text.startswith("占", high) and text[of + 1 : high] in _ANSWERING:
        return low  # 采用人民币结算的受访企业占三成
    if text[low] == "有" or not _LISTING.isdisjoint(text[low:of]):
        return cut  # 有进出口实绩的企业; 镜片和镜架的年产量, of which each has its own
    return max(cut, of + 1)


_ANSWERING = frozenset({"企业", "商户", "经营户", "受访企业", "受访商户", "受访者", "外贸企业"})
"""Those of whom a part is told by what it does, which names the share."""
_LISTING = frozenset("、和与")
