"""The days of a holiday that a text tells once, for "over the holiday", 假期 in its other sentences."""

from dataclasses import replace

from barometer.claims.language import is_chinese
from barometer.claims.scanning import Expression, pattern
from barometer.claims.values import Cue, PeriodMark, PeriodRole, Reading

_NEAR = 8
"""Sentences at the head of a text within which a holiday's days are told."""
_LONGEST = 20
_TOLD_ZH = pattern(r"(?:假期?|长假|黄金周|春节|国庆|五一|元旦|中秋|端午|清明)[”\"]?(?:假期|期间)?[（(]?$")
_TOLD_EN = pattern(r"\b(?:holidays?|break|golden week|festival|long weekend)[\"”]?,? (?:\(|from |of |between |on )?$")
_AGAIN_ZH = pattern(r"(?:节假日|小?长假|假期|黄金周|节日)(?:期间|里|内|中)|(?:小?长假|假期|黄金周)")
_AGAIN_EN = pattern(
    r"\b(?:over|during|in|for|throughout) (?:the|this) (?:[a-z-]+ ){0,2}?(?:holidays?|break|long weekend)\b"
)
_OTHER = (
    "去年",
    "上年",
    "前年",
    "明年",
    "下个",
    "往年",
    "上个",
    "春节",
    "国庆",
    "中秋",
    "元旦",
    "端午",
    "清明",
    "五一",
)


def with_holiday(readings: list[Reading]) -> list[Reading]:
    """Give the readings with a holiday named again as the days that were told of it, where one alone was told."""
    found = {
        (mark.first, mark.last): mark
        for reading in readings[:_NEAR]
        for mark in reading.periods
        if _is_of_holiday(reading, mark)
    }
    if len(found) != 1:
        return readings
    (days,) = found.values()
    return [_of_holiday(reading, days) for reading in readings]


def _is_of_holiday(reading: Reading, mark: PeriodMark) -> bool:
    if mark.first is None or mark.last is None or mark.role is not PeriodRole.CURRENT:
        return False
    if not 0 < (mark.last - mark.first).days <= _LONGEST:
        return False
    told = _TOLD_ZH if is_chinese(reading.text) else _TOLD_EN
    return told.search(reading.text[: mark.start]) is not None


def _of_holiday(reading: Reading, days: PeriodMark) -> Reading:
    """Give a reading with the days where it names the holiday and tells no other time of it."""
    text = reading.text
    again: Expression = _AGAIN_ZH if is_chinese(text) else _AGAIN_EN
    named = [span for span in again.spans(text) if not _is_other(reading, *span)]
    if not named:
        return reading
    marks = [PeriodMark(start, end, days.first, days.last) for start, end in named]
    return replace(reading, periods=tuple(sorted((*reading.periods, *marks), key=lambda mark: mark.start)))


def _is_other(reading: Reading, start: int, end: int) -> bool:
    """Say whether words for a holiday mean another one, a base, or one whose days stand beside it."""
    text = reading.text
    spans = [(mark.start, mark.end) for mark in reading.periods]
    spans += [(mark.start, mark.end) for mark in reading.marks if mark.cue is Cue.BASE]
    if any(low <= end + 2 and start <= high for low, high in spans):
        return True
    return text[max(0, start - 3) : start].rstrip('”"').endswith(_OTHER) or " last year" in text[end : end + 10]
