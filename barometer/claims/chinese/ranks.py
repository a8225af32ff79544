"""Chinese ranks: 位居第四, 居首位, 跻身前十."""

from collections.abc import Iterator
from decimal import Decimal

from barometer.claims.chinese.numerals import han_value
from barometer.claims.text.expressions import Brief, Words
from barometer.claims.values import Mention, Numeral

_NO_RANK = frozenset("季个家次批届代产期条款站轮列件单票辆吨标万千亿班艘台箱人户")
_TRAINS = frozenset("班系专这该整")
_RANK = Brief(
    r"(?:保持在?|蝉联|位居|居|位列|分列|分居|列|排名|排在|排|名列|稳居|跃居|跃升|升至|上升至|上升到|跃升至)(?:[^，。；、第首榜前0-9车]{0,14}?)(?:（[^）]{1,8}）)?"
    r"(?:(?P<nth>第(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:位|名)?)|(?P<head>首位|榜首|之首)|前(?P<top>[一二三四五六七八九十]{1,2}"
    r"|[0-9]{1,3})(?:位|名|强)?)"
    r"|全(?:国|省|市|球|县|区)(?:[^，。；、第0-9]{0,8}?)(?P<whole>第(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:位|名)?)"
    r"|(?:进入|跻身|迈入|入围|挤进|杀进|冲进)(?:[^，。；、0-9]{0,10}?)前(?P<into>[一二三四五六七八九十百]{1,2}|[0-9]{1,3})(?:位|名|强)?"
)


_RANKED = Words("第首榜前位名")
"""What every rank is told with, and by how many something moved."""
_RANKING = Words("第首榜前")
"""What every rank that something holds is told with."""
RANKS_MOVED = Brief(
    r"[比较][^，。；比较]{1,8}?(?:(?P<up>前进|前移|上移|上升|跃升|提升|攀升)|后退|后移|下移|下滑|倒退|下降)了?"
    r"(?P<ranks>(?:[0-9]{1,2}|[一两二三四五六七八九十]{1,2})个?(?:位次|名次|位|名))"
)
"""By how many ranks something moved from a base: 居第八位，比上年上升两位."""


_TOP = Brief(
    r"(?P<top>前(?:[一二三四五六七八九十]{1,2}|[0-9]{1,3})(?:位|名|强))的"
    r"(?:[\p{Han}]{0,4}?)(?:企业|商户|市场|国家|省份|城市|商品|品类|客户|采购商|卖家|店铺|港口|公司|品牌)"
)
"""Those who rank first, told of without a verb: 营收前10名的企业."""


def _first_ranks(text: str) -> Iterator[Mention]:
    for match in _TOP.finditer(text) if "的" in text and "前" in text else ():
        start, end = match.span("top")
        value = _small(text[start:end].strip("前位名强"))
        if value and text[start - 1 : start] != "提":
            yield Mention(start, end, Numeral(start, end, value, "ordinal"), "rank", "le")


def _moved(text: str) -> Iterator[Mention]:
    for match in RANKS_MOVED.finditer(text) if "位" in text or "名" in text else ():
        start, end = match.span("ranks")
        value = _small(match.group("ranks").rstrip("个位次名"))
        if value and text[end : end + 1] not in _NO_RANK:
            direction = "up" if match.group("up") else "down"
            numeral = Numeral(start, end, value, "words")
            yield Mention(start, end, numeral, "rank", certain=True, kind="change", direction=direction)


def ranks(text: str) -> Iterator[Mention]:
    """Give ranks, and by how many something moved: 位居第四, 居首位, 跻身前十, 比上年上升两位."""
    return _ranks(text) if _RANKED.found_in(text) is not None else iter(())


def _ranks(text: str) -> Iterator[Mention]:
    """Give them for a sentence that may tell some: most do not, and are spared the making of three generators."""
    yield from _moved(text)
    yield from _first_ranks(text)
    for match in _RANK.finditer(text) if _RANKING.found_in(text) else ():
        group = match.lastgroup or ""
        start, end = match.span(group)
        train = text[match.start()] == "列" and text[max(0, match.start() - 1) : match.start()] in _TRAINS
        if text.endswith("提前", 0, start):
            continue  # 比去年提前26天
        if train or text[end : end + 1] in _NO_RANK or text[end : end + 1].isdigit():
            continue
        word = match.group(group).strip("第位名")
        value = Decimal(1) if group == "head" else _small(word)
        if value:
            modifier = "le" if group in {"top", "into"} else "eq"
            yield Mention(start, end, Numeral(start, end, value, "ordinal"), "rank", modifier)
            if group in {"nth", "whole"}:
                yield from _more(text, end)


_NEXT = Brief(r"^(?:、|和|与|及|，)(?P<nth>第(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:位|名)?)")


def _more(text: str, end: int) -> Iterator[Mention]:
    """Give the other ranks of a list: 分列第一、第三和第六位."""
    while (match := _NEXT.match(text[end : end + 10])) is not None:
        start, end = end + match.start("nth"), end + match.end("nth")
        value = _small(text[start:end].strip("第位名"))
        if not value or text[end : end + 1] in _NO_RANK:
            return
        yield Mention(start, end, Numeral(start, end, value, "ordinal"), "rank")


def _small(word: str) -> Decimal:
    return Decimal(word) if word.isdigit() and word.isascii() else han_value(word) or Decimal(0)
