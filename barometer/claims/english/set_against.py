"""Figures that others are only set against, with the time that dates them: "slower than a 7.2 percent rise in May"."""

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import pattern
from barometer.claims.values import Cue, Mention, PeriodMark, Reading

_THAN = pattern(
    r"\b(?:than|below|above|beating|missing|short of|following|after|from|compared (?:with|to)) (?:an?|the)"
    r" (?:revised )?$"
)
_FORETOLD = pattern(
    r"\b(?:than|below|above|beating|missing|short of|exceeding|against) (?:an?|the) (?:[a-z]+ ){0,2}"
    r"(?:forecasts?|estimates?|expectations?|consensus|projections?)(?: of| for)? $"
    r"|\bfrom (?:an? )?(?:growth|rise|gain|fall|drop|decline|increase) of $"
)
FROM_PACE = (
    r"(?:slow|cool|eas|moderat|accelerat|quicken|pick|speed|weaken|strengthen|fad|decelerat)"
    r"(?:ed|s|ing|ning|n)?(?: up)?(?: [a-z]+ly)? from (?:the |an? )?$"
)
"""What leads to the pace that growth had before: ", slowing from"."""
_PACED = pattern(rf"[, ]{FROM_PACE}")
_TURNED = pattern(r"^(?: in (?-i:[A-Z])[a-z]+)? from $|^[^.;0-9]{0,150}, (?:up|down)(?: [a-z]+ly)? from (?:the |a )?$")
_OLD_RANK = pattern(r"^(?:against|compared|versus|up from|down from)\b")
_RECORDED = pattern(r"^ (?:recorded|seen|posted|registered|logged|reported|booked) (?:in|a|for|during|at)\b")
_GROWN = pattern(r"^ (?:rise|gain|fall|drop|growth|decline|increase|decrease|jump|slide|slump|expansion|contraction)\b")
_BESIDE = frozenset(",;:")
_NEAR = 28
"""Characters behind a figure within which its own time stands: " rise in September"."""


def with_set_against(reading: Reading) -> Reading:
    """Give a reading whose figures and times say whether another figure is only set against them."""
    mentions = tuple([replace(mention, against=_is_set_against(reading, mention)) for mention in reading.mentions])
    ends = [mention.end for mention in mentions if mention.against]
    periods = tuple([replace(mark, aside=_aside(reading, mark, ends)) for mark in reading.periods])
    return replace(reading, mentions=mentions, periods=periods)


def _is_set_against(reading: Reading, mention: Mention) -> bool:
    """Say whether a figure is only what another is set against."""
    text, start = reading.text, mention.start
    if _FORETOLD.search(text[max(0, start - 2 * _NEAR) : start]):
        return True
    behind = text[mention.end : mention.end + _NEAR]
    ranked = mention.unit == "rank" and _OLD_RANK.match(text[start : start + _NEAR]) is not None
    paced = mention.unit == "percent" and _PACED.search(text[max(0, start - _NEAR) : start]) is not None
    before = next((one for one in reversed(reading.mentions) if one.end <= start), None)
    turned = before is not None and before.unit == mention.unit == "percent" and _TURNED.match(text[before.end : start])
    if ranked or paced or turned:
        return True
    if _THAN.search(text[max(0, start - _NEAR) : start]) and (_GROWN.match(behind) or _RECORDED.match(behind)):
        return True
    based = {mark.start for mark in reading.between(0, start, Cue.BASE)}
    beside = reading.last(0, start, Cue.OLD)
    if beside is None or beside.value != "beside" or beside.start in based:
        return False
    return _BESIDE.isdisjoint(text[beside.end : start])


def is_recorded(behind: str) -> bool:
    """Say whether the words behind a figure only say when it was so: "the $98.2 billion recorded in July"."""
    return _RECORDED.match(behind) is not None


def _aside(reading: Reading, mark: PeriodMark, ends: list[int]) -> str:
    """Say what a time dates that is no figure of its own sentence: see `PeriodMark.aside`."""
    before = reading.text[: mark.start]
    if _SUM_UP.search(before):
        return "sum"
    near = any(0 <= mark.start - end <= _NEAR for end in ends)
    if _EXTREME.search(before):
        return "record"
    if before.endswith("(") and _IN_BRACKETS.match(reading.text[mark.end :]):
        return "record"
    if _OF_LIFE.search(before):
        return "life"
    return "against" if near or _OF_READING.search(before) else ""


_IN_BRACKETS = pattern(r"^:? [^()]{1,24}\)")
"""What stands in brackets behind a time that dates only it: "42,000 square meters (last year: 36,000)"."""
_OF_LIFE = pattern(r"\bwho (?:has |had |have )?[a-z]+(?: [^,;.0-9]*)?$")
"""What makes a time one of somebody's life: "Ye Shan, who took over her father's factory in 2021, makes bottles"."""


_OF_READING = pattern(r"\b(?:with (?:the|its|their) (?:low|high|peak|bottom|top)|the same as) $")
"""What dates one reading of many, or the one that is no other: "with the low on April 10", "the same as in March"."""
_EXTREME = pattern(
    r"\b(?:weakest|lowest|highest|strongest|best|worst|slowest|fastest|sharpest|biggest|largest|smallest|steepest"
    r"|busiest|quietest)(?: (?:day|week|month|quarter|reading|level|rate|pace|figure|gain|rise|fall|drop|growth"
    r"|decline|increase|price|print|result|point))?"
    r"(?: so far| of| in)? $"
)
"""What makes a time only the span over which a figure is the best or worst: "its weakest reading this year"."""
_SUM_UP = pattern(r", (?:taking|bringing|putting|pushing) (?:its|their|the|total|our) (?:[a-z-]+ ){0,2}$")
