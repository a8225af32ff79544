"""What stands between two numbers of a clause and behind one, as their roles are told from it."""

from barometer.claims.case import Case
from barometer.claims.values import Cue, Mark, Reading

SHORT = 8
"""Characters behind a number within which it is told what it is a part of."""
GOVERNING = (Cue.GROWTH, Cue.LEVEL, Cue.OLD, Cue.BY, Cue.SHARE, Cue.PACE, Cue.TIMES)
"""Cues that may say what part a number plays."""


def is_of_whole(case: Case) -> bool:
    """Say whether the words behind a percent make it a part of something."""
    if case.dimension != "ratio" or not case.language.base_follows:
        return False
    return case.language.share_of(case.reading.text[case.mention.end : case.mention.end + SHORT])


def both_percent(case: Case) -> bool:
    """Say whether a number and the one before it are both percents."""
    return case.before is not None and case.before.unit == case.mention.unit == "percent"


def bare_gap(reading: Reading, start: int, end: int) -> str:
    """Give the words of a stretch without the bases and time expressions in it."""
    if start >= end or not (reading.marks or reading.periods):
        return reading.text[start:end]
    based = reading.between(start, end, Cue.BASE, Cue.GAP, Cue.EVERY)
    spans = [(mark.start, mark.end) for mark in based] if based else []
    if reading.periods:
        spans += [(one.start, one.end) for one in reading.periods if start <= one.start and one.end <= end]
    if not spans:
        return reading.text[start:end]
    words, at = "", start
    for low, high in sorted(spans):
        words += reading.text[at : max(at, low)]
        at = max(at, high)
    return words + reading.text[at:end]


def growth_behind(case: Case) -> Mark | None:
    """Give the comparative or noun of growth right behind a number: "5 percent higher", "a 5% rise"."""
    if not case.language.base_follows:
        return None
    reading, mention = case.reading, case.mention
    mark = next(iter(reading.between(mention.end, case.clause_end, Cue.DIFFER, Cue.GROWTH, Cue.PACE)), None)
    if mark is None:
        return None
    gap = reading.text[mention.end : mark.start]
    if next(iter(reading.between(mention.end, mark.start, Cue.STATUS, Cue.VERB)), None) is not None:
        return None
    if case.dimension == "discrete" and reading.text[mark.start : mark.end].lower() in _OF_PRICES:
        return None
    plain = case.dimension in {"discrete", "time"} or mention.numeral.form == "fraction"
    if mark.cue is Cue.GROWTH and (plain or mark.value == "flat"):
        return None
    allowed = 1 if mark.cue in {Cue.GROWTH, Cue.PACE} else 0 if case.dimension in {"ratio", "point", "times"} else 2
    few = len(gap.split()) <= allowed or (allowed > 1 and case.language.per(gap.rstrip()))
    near = few and not any(sign in gap for sign in ",;:()")
    return mark if near and not gap.strip().startswith(("of", "in", "to", "and", "with")) else None


_OF_PRICES = frozenset({"cheaper", "dearer", "costlier", "dearer by"})
"""Comparatives that tell how what is counted changed, not how many more there are: "17 became cheaper, 11 dearer"."""
