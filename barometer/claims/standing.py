"""Decides whether a figure is a fact, a goal or a forecast. The guideline's call 11."""

from datetime import date

from barometer.claims.calendar import Range
from barometer.claims.case import Case
from barometer.claims.values import Cue, Mark


def status_of(case: Case, period: Range, published: date | None) -> tuple[str, Mark | None]:
    """Give the status of a figure and the mark that shows it."""
    if case.role.name == "old":
        return "actual", None
    reading, mention = case.reading, case.mention
    mark = case.last_before(Cue.STATUS)
    ended = published is not None and period[1] is not None and period[1] < published
    if mark is not None:
        gap = reading.text[mark.end : mention.start]
        cut = any(mark.end <= speaker.start and speaker.end <= mention.start for speaker in reading.speakers)
        if case.language.touches(gap) or not (ended or cut or case.language.breaks(gap)):
            return mark.value, mark
    ahead = next(iter(reading.between(mention.end, case.clause_end, Cue.STATUS)), None)
    if (
        mark is None
        and ahead is not None
        and not ended
        and case.language.predicates(reading.text[mention.end : ahead.start], reading.text[ahead.start : ahead.end])
    ):
        return ahead.value, ahead
    if published is not None and period[1] is not None and period[1].year > published.year:
        return (mark.value, mark) if mark is not None else ("target", None)
    return "actual", None
