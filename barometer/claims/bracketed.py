"""Lists whose figures stand in brackets behind what each is of: "Vietnam (112 companies), Indonesia (74)"."""

from barometer.claims.case import Case
from barometer.claims.values import Mention, PlaceMark

_FARTHEST = 40
"""Characters between two figures in brackets that are of one list."""


def listed_before(case: Case) -> Mention | None:
    """Give the first figure of a list in which an English one in brackets stands; None for the first itself."""
    if not case.language.base_follows or not _is_enclosed(case, case.mention):
        return None
    first = later = case.mention
    for before in reversed(case.reading.mentions[: case.index]):
        gap = case.reading.text[before.end : later.start]
        if len(gap) > _FARTHEST or not (_is_enclosed(case, before) and gap.startswith((") and", "), "))):
            break
        first = later = before
    return None if first is case.mention else first


def place_in_front(case: Case) -> PlaceMark | None:
    """Give the place right in front of the brackets around a figure, where others stand so in a list with it."""
    if not case.language.base_follows or not _is_enclosed(case, case.mention):
        return None
    later = next((one for one in case.reading.mentions if one.start >= case.mention.end), None)
    listed = later is not None and later.start - case.mention.end <= _FARTHEST and _is_enclosed(case, later)
    if listed_before(case) is None and not listed:
        return None
    end = case.mention.start - len(" (")
    return next((mark for mark in case.reading.places if mark.end == end and mark.name), None)


def _is_enclosed(case: Case, mention: Mention) -> bool:
    text = case.reading.text
    return text[mention.start - 2 : mention.start] == " (" and text[mention.end : mention.end + 1] == ")"
