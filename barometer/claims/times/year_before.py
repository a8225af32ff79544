"""The period of a figure said to be of the year before the one told: "after losing 21 million a year earlier"."""

from barometer.claims.case import Case
from barometer.claims.text.expressions import Brief
from barometer.claims.times import calendar
from barometer.claims.times.meaning import Dated
from barometer.claims.values import Cue


def is_after(case: Case) -> bool:
    """Say whether a level is the one before: "earned 84 million yuan, after losing 21 million the year before"."""
    before = case.before
    if before is None or not case.language.base_follows or case.dimension == "ratio":
        return False
    behind = case.reading.text[case.mention.end : case.mention.end + _NEAR]
    return bool(_AFTER.match(case.reading.text[before.end : case.mention.start]) and _YEAR_BEFORE.match(behind))


_AFTER = Brief(
    r"^(?: [a-z ]{0,24})?, (?:after|having)(?: (?:it|he|she|they))?(?: (?:a |an )?(?:loss|profit|gain|total|deficit"
    r"|surplus) of| [a-z]+(?:ing|ed)| lost| made| had| sold)? (?:about |some |around |only |just )?$"
)
_YEAR_BEFORE = Brief(
    r"^(?: in)? (?:the (?:previous year|prior year|year before|year earlier)|a year (?:earlier|before))\b"
)


def year_before(case: Case, last: Dated) -> Dated:
    """Give the period of an old level that is said to be of the year before: "against 61 trains a year earlier"."""
    behind = next(iter(case.reading.between(case.mention.end, case.mention.end + 2 * _NEAR, Cue.BASE)), None)
    if behind is not None and behind.start > case.mention.end + 1 and behind.end > case.mention.end + _NEAR:
        return Dated()
    year = last.span[1].year if last.span[1] else 0
    word, _, named = behind.value.partition(":") if behind is not None else ("", "", "")
    back = year - int(named) if word in {"year", "same"} and named.isdigit() else 1
    if behind is None or not case.language.base_follows:
        return Dated()
    if word == "mom" and last.span[1] is not None:
        return Dated(calendar.month_before(last.span[1]), case.at("the month before", behind.start, behind.end))
    if not (word == "yoy" or (word in {"year", "same"} and 0 < back < _FEW_YEARS)):
        return Dated()
    return Dated(calendar.shifted(last.span, -back), case.at("the year before", behind.start, behind.end))


_FEW_YEARS = 9


_NEAR = 24
"""Characters behind a number within which "a year earlier" is said of it."""
