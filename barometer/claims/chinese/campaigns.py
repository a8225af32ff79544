"""The days of a sale or season of posting that a Chinese text tells once, where it names it again: 整个旺季."""

from collections.abc import Iterator

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, Words
from barometer.claims.text.scanning import by_start, touching
from barometer.claims.values import PeriodMark, PeriodRole, Reading

_NEAR = 8
"""Sentences at the head of a text within which the days are told."""
_CAMPAIGNS = Words(["双11", "双十一", "双12", "双十二", "618", "大促", "购物节", "年货节", "旺季", "促销季", "购物季"])
_WHOLE = Words(["旺季", "大促", "活动", "促销", "购物"])
_AGAIN = Brief(
    r"(?:在)?(?:整个|整场|本次|此次|这场|这次|这波)(?:业务)?(?:旺季|大促|活动|促销季?|购物[节季])(?:期间|里|内|中|下来)?"
    r"|(?:业务)?(?:旺季|大促|促销|活动|购物[节季])(?:期间|里|内)"
)
_OTHERS = ("去年", "上年", "前年", "往年", "明年", "历年", "为了", "为", "备战", "迎接", "备货")
_LONGEST = 62
"""Days of the longest season that is told from day to day."""


def with_campaign(readings: list[Reading]) -> list[Reading]:
    """Give the readings with a season named again as the one span of days that the head of the text tells."""
    near = [reading for reading in readings[:_NEAR] if reading.chinese]
    if not any(_CAMPAIGNS.found_in(reading.text) for reading in near):
        return readings
    spans = {(mark.first, mark.last) for reading in near for mark in reading.periods if _is_some_days(mark)}
    if len(spans) != 1:
        return readings
    first, last = next(iter(spans))
    days = PeriodMark(0, 0, first, last, again=True)
    return [_again(reading, days) if _WHOLE.found_in(reading.text) else reading for reading in readings]


def _is_some_days(mark: PeriodMark) -> bool:
    if mark.first is None or mark.last is None or mark.role is not PeriodRole.CURRENT:
        return False
    months = mark.first.day == 1 and (mark.last - mark.first).days > _SHORTEST_MONTH
    return not months and 0 < (mark.last - mark.first).days <= _LONGEST


_SHORTEST_MONTH = 26


def _again(reading: Reading, days: PeriodMark) -> Reading:
    spans = [*_named(reading)]
    if not spans:
        return reading
    kept = [mark for mark in reading.periods if not touching([mark], *spans[0]) and not touching([mark], *spans[-1])]
    marks = [replace(days, start=start, end=end) for start, end in spans]
    return replace(reading, periods=tuple(by_start([*kept, *marks])))


def _named(reading: Reading) -> Iterator[tuple[int, int]]:
    """Give where a sentence names the season again, with no other time of it beside."""
    dated = [mark for mark in reading.periods if mark.last is not None]
    for match in _AGAIN.finditer(reading.text):
        start, end = match.span()
        other = reading.text.endswith(_OTHERS, 0, start)
        if not other and not touching(dated, max(0, start - 2), end + 2):
            yield start, end
