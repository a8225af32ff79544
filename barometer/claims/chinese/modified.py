"""What the words around a Chinese number make of it: 逾七成, 40分钟以内, 成交过百万元, 15个货柜左右."""

from barometer.claims.chinese.lent_units import BOUND_ENDS, HEAD
from barometer.claims.chinese.unit_words import UnitWords
from barometer.claims.text.expressions import Brief

_CLOCKED = frozenset("钟时天日")
_SHORT_BOUNDS = frozenset("内起多余")
_FAR = frozenset("最至起差大")
_TELLING = _FAR.union("过每的")
"""What one of stands in the words that bound or blur a number without touching it."""
_PASSING = frozenset("通经不超越跨渡度错难路见")


_ABOUT = Brief(r"约(?:占|为|合|是|相当于)[^，。；0-9占约]{2,12}的$")
"""What makes a share of something named between one of about so much: 约占全国的七分之一, 约为货价的0.5%."""


_ABOUT_TIMES = Brief(r"约(?:为|是|相当于|达)[^，。；0-9约]{1,8}的$")
"""What blurs how many times something is: 约为平日的1.3倍."""


_ABOUT_EACH = Brief(r"约(?:为|是|合)?每(?:标箱|大柜|柜|箱|吨|公斤|平方米|件|个|立方米|票|单)$")
"""What blurs a price of each: 约为每标箱2600美元."""


def _is_share(text: str, start: int, end: int) -> bool:
    return text[end - 1 : end] in {"成", "%", "半"} or "分之" in text[start:end]


def _is_passed(text: str, start: int, end: int) -> bool:
    """Say whether 过 in front of a number is a bound: 过半, 成交过百万元."""
    return _is_share(text, start, end) or text.startswith(_ROUND, start)


def _is_of_before(text: str, bound: str, start: int, end: int) -> bool:
    """Say whether a bounded number is a part or so many times what was before: 不到去年同期的三成, 低于原来的30%."""
    level = text[end - 1 : end] == "%" and bound[1:2] == "于" and "原" not in bound  # 低于去年同期的6.1%
    return text[end - 1 : end] == "倍" or (_is_share(text, start, end) and not level)


_ROUND = ("百万元", "千万元", "亿元", "万元", "1个亿", "一个亿")


def bounds_around(text: str, table: UnitWords, modifier: str, start: int, end: int) -> tuple[str, int, int]:
    """Give the modifier that the words beside a number tell, and where number and words begin and end."""
    back = table.bound_after.match(text[end : end + 5]) if text[end : end + 1] in table.bound_starts else None
    if back and (
        text[end - 1] in _CLOCKED
        or back.group() not in _SHORT_BOUNDS
        or text[end + back.end() : end + back.end() + 1] in BOUND_ENDS
    ):
        modifier, end = table.bounds_after[back.group()], end + back.end()
    head = text[max(0, start - 8) : start]
    if not head:
        return modifier, start, end
    last = head[-1]
    near = last in table.bound_ends or head[-2:-1] == "每"
    front = table.bound_before.search(head) if near else None
    if front and front.group().endswith("的") and not _is_of_before(text, front.group(), start, end):
        front = None  # 低于去年同期的55.2亿元 is the level before
    if front:
        word = front.group()
        word = word.partition("原")[0] if word.endswith("的") else word
        known = next((word[:size] for size in range(len(word), 0, -1) if word[:size] in table.bounds), None)
        if known and (modifier == "eq" or known not in {"约", "近"}):
            modifier = table.bounds[known]
            modifier = table.bounds.get(word[len(known) :].lstrip("了再"), modifier)
            start -= len(head) - front.start()
    elif modifier != "eq" or _TELLING.isdisjoint(head):
        return modifier, start, end
    elif last == "过" and head[-2:-1] not in _PASSING and _is_passed(text, start, end):
        modifier, start = "gt", start - 1
    elif "每" in head and (each := _ABOUT_EACH.search(head)) is not None:
        modifier, start = "approx", start - len(each.group())
    elif last == "的" and _is_share(text, start, end):
        about = _ABOUT.search(text[max(0, start - HEAD) : start])
        modifier, start = ("approx", start - len(about.group())) if about is not None else (modifier, start)
    elif last == "的" and text[end - 1 : end] == "倍":
        modifier = "approx" if _ABOUT_TIMES.search(text[max(0, start - HEAD) : start]) else modifier
    elif not _FAR.isdisjoint(head) and (far := table.bound_far.search(head)):
        modifier = table.bounds.get(far.group("bound") or far.group("about"), modifier)
    return modifier, start, end


_LONGEST_THING = 3
_AROUND = {"左右": "approx", "上下": "approx"}
"""What may stand behind the thing counted: 15个货柜左右."""
_LONGEST_AROUND = 2


def bound_behind_noun(text: str, noun: tuple[int, int] | None, end: int) -> tuple[str, int]:
    """Give the modifier told behind the thing counted, and where the number with it ends."""
    if noun is None or noun[0] != end or noun[1] - noun[0] > _LONGEST_THING:
        return "eq", end
    around = _AROUND.get(text[noun[1] : noun[1] + _LONGEST_AROUND])
    return (around, noun[1] + _LONGEST_AROUND) if around is not None else ("eq", end)
