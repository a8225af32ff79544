"""The number that a bare one is set against, or stands in the place of, whose unit it has."""

from barometer.claims.case import Case
from barometer.claims.values import Mention


def partner(case: Case) -> Mention | None:
    """Give the number that a bare one is set against: "to 98.75 points from 99.10"."""
    for other in (case.index - 1, case.index + 1):
        if 0 <= other < len(case.roles):
            neighbour = case.reading.mentions[other]
            pair = {case.role.name, case.roles[other].name}
            gap = case.reading.text[case.mention.end : neighbour.start] if other > case.index else ""
            if case.language.base_follows and (", and " in gap or ", which " in gap):
                continue  # "compared with 1,265 in 2024, and to shorten clearance to four hours"
            if (
                neighbour.certain
                and neighbour.numeral.form != "verb"
                and pair == {"old", "level"}
                and neighbour.unit != "rank"
            ):
                return neighbour
    return None


_INSTEAD = len("a day instead of") + 4


def replaced(case: Case) -> Mention | None:
    """Give the number that stands where a bare one did before: "ready in three days instead of 10"."""
    before = case.before
    gap = case.reading.text[before.end : case.mention.start].strip() if before is not None else ""
    gap = gap.removesuffix(" the")
    told = gap == "instead of" or (gap.endswith(" instead of") and len(gap) <= _INSTEAD)
    return before if told and before is not None and before.certain else None
