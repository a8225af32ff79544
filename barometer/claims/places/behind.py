"""Places told right behind a figure that win over one told before it: where a sum is put, or a list goes on."""

from barometer.claims.case import Case
from barometer.claims.places.ground import HOME, Ground
from barometer.claims.text.expressions import Brief
from barometer.claims.values import PlaceMark


def built_behind(case: Case, holding: list[PlaceMark]) -> PlaceMark | None:
    """Give the place right behind a sum that is put into something there, or behind its size: "a mill in Vietnam"."""
    if case.dimension not in {"money", "area"}:
        return None
    behind = next((mark for mark in holding if mark.start >= case.mention.end and mark.name), None)
    gap = case.reading.text[case.mention.end : behind.start] if behind is not None else ""
    sized = case.dimension == "area" and _SIZED_THERE.match(gap) is not None
    put = behind is not None and (sized or (case.dimension == "money" and case.language.puts_into(gap)))
    return behind if put else None


_SIZED_THERE = Brief(
    r"^ (?:[a-z-]+ ){0,3}(?:plant|factory|workshop|warehouse|store|shop|showroom|office|base|park|cent(?:er|re))"
    r" in (?:the )?$"
)
"""What stands between the size of something and where it is: "a 900-square-meter workshop in Vietnam"."""


def narrower_behind(case: Case, holding: list[PlaceMark], name: str) -> PlaceMark | None:
    """Give the place right behind a figure that lies in the one before: "came to China and has 16 staff in Yiwu"."""
    if not case.language.base_follows:
        return None
    stop = min(case.clause_end, case.mention.end + _CLOSE)
    behind = next((mark for mark in holding if case.mention.end <= mark.start < stop and mark.name), None)
    inside = behind is not None and behind.name is not None and name in case.lexicon.enclosing(behind.name)
    return behind if inside else None


_CLOSE = 40


def listed_behind(case: Case, holding: list[PlaceMark], before: PlaceMark) -> PlaceMark | None:
    """Give the place right behind a figure that goes on a list: "90 firms in Dongguan, and 12 in Huizhou"."""
    if not case.index or not case.language.base_follows or case.before is None or before.start < case.before.end:
        return None
    if not case.language.coordinates(case.reading.text[before.end : case.mention.start]):
        return None
    behind = next((mark for mark in holding if mark.start >= case.mention.end and mark.name), None)
    near = behind is not None and case.reading.text[case.mention.end : behind.start].strip() in {"in", "at"}
    return behind if near else None


def is_sent_behind(case: Case, behind: list[PlaceMark], ground: Ground) -> bool:
    """Say whether a Chinese clause of a text on the country tells from which town its train leaves: 从义乌西站开出."""
    if case.language.base_follows or ground.carried != HOME or not behind:
        return False
    return behind[0].start < case.clause_end and case.reading.text.endswith(("从", "自", "由"), 0, behind[0].start)


def is_due_behind(case: Case, behind: list[PlaceMark]) -> bool:
    """Say whether an English sentence tells at its end where a duty is due: "3 euros ($3.50) on entry to the EU"."""
    if not behind or not case.language.base_follows:
        return False
    return _ON_ENTRY.search(case.reading.text[: behind[0].start][-_LONGEST_ENTRY:]) is not None


_ON_ENTRY = Brief(r" (?:on|upon) entry (?:to|into) (?:the )?$")
_LONGEST_ENTRY = 24
