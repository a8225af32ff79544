"""Places whose tariffs are told of: they hold for what the tariffs are, not for what trade partners do about them."""

from barometer.claims.case import Case
from barometer.claims.text.expressions import Brief
from barometer.claims.values import PlaceMark, Reading
from barometer.model import Because

_TAXED = frozenset({"ratio", "point", "money", "mass", "times"})
"""What tariffs and the limits under which none are due are told in."""


_SINCE = Brief(r"\b(?:since|after|as|when|before|because|until) (?:the )?$")
"""What stands before the land whose tariffs only date or explain a figure: "have stood still since the US raised"."""


_LONGEST_SINCE = 16


def counts_on(case: Case) -> bool:
    """Say whether a figure counts things, so that it is no tariff and no limit under which none is due."""
    return case.dimension not in _TAXED


def holds_no_more(case: Case, mark: PlaceMark) -> bool:
    """Say whether the tariff of a place was told before a figure: "when US tariffs hit 145%, I lost four orders".

    So it is with what its measure caused: 美国取消小包免税后，每单成本多出9元.
    """
    if mark.scene == "cause":
        return "，" in case.reading.text[mark.end : case.mention.start]
    if mark.passing and mark.start > case.mention.end and case.language.base_follows:
        return _SINCE.search(case.reading.text[case.mention.end : mark.start][-_LONGEST_SINCE:]) is not None
    told = mark.passing and any(mark.end <= one.start < case.mention.start for one in case.reading.mentions)
    return told and counts_on(case)


def levied_behind(case: Case) -> PlaceMark | None:
    """Give the land right behind an English figure, whose tariff it is: "counts the cost of the 145% US tariff"."""
    if case.dimension != "ratio" or not case.language.base_follows:
        return None
    near = (mark for mark in case.reading.places if mark.start == case.mention.end + 1 and mark.name)
    land = next(near, None)
    return land if land is not None and _ITS_LEVY.match(case.reading.text[land.end :][:_LONGEST_LEVY]) else None


_ITS_LEVY = Brief(r"^ (?:import |reciprocal |extra |additional )?(?:tariffs?|dut(?:y|ies)|lev(?:y|ies))\b")
_LONGEST_LEVY = 32


def is_of_tariff(because: Because | None, reading: Reading) -> bool:
    """Say whether the place of a figure rests on a name only told of for its tariffs."""
    if because is None:
        return False
    start = because.start - reading.sentence.start
    for mark in reading.places:  # noqa: SIM110 - asked of every number; a generator costs twice the time
        if mark.start == start and (mark.passing or mark.scene == "cause"):
            return True
    return False
