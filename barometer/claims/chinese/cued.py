"""Puts together the marks of the words that say what a Chinese number is, and of what it is set against."""

from collections.abc import Iterable

from barometer.claims.chinese.answered import parts_answered
from barometer.claims.chinese.cue_marks import (
    TIMES,
    beside_base,
    gaps,
    lanes,
    lengths,
    more_times,
    more_to_come,
    names_things,
    nets,
    set_lower,
    takes_object,
)
from barometer.claims.chinese.planned import (
    AIMS,
    approved,
    as_planned,
    goals,
    hangs_on_plans,
    set_down,
    shares_done,
    supposed,
    to_do_next,
    wanted,
)
from barometer.claims.text.scanning import touching
from barometer.claims.values import Cue, Mark, Mention, PlaceMark

_NAMING = frozenset({Cue.GROWTH, Cue.STATUS})
"""Cues whose words may only name things: 上涨的9个."""


def named_cues(text: str, cues: Iterable[Mark]) -> list[Mark]:
    """Give the cues of a sentence whose words do not only name things."""
    return [
        mark for mark in cues if mark.cue not in _NAMING or not (names_things(text, mark) or takes_object(text, mark))
    ]


def cued(
    text: str, marks: list[Mark], found: list[Mention], bases: list[Mark], place_marks: list[PlaceMark]
) -> list[Mark]:
    """Give the marks with those beside a base, of goals and shares done, of levels and places set against."""
    touched = [touching(bases, place.start, place.end) for place in place_marks] if place_marks else []
    beside_bases = list(beside_base(text, bases)) if bases else []
    if beside_bases:
        fewer = {one.start for one in beside_bases if one.value == "down"}
        marks = [mark for mark in marks if mark.start not in fewer]
    if AIMS.found_in(text):
        marks = as_planned(text, [*marks, *goals(text, found), *shares_done(text, found)])
    lower = list(set_lower(text))
    marks = [mark for mark in marks if not touching(lower, mark.start, mark.end)] if lower else marks
    return [*marks, *beside_bases, *lower, *gaps(text, place_marks, touched)]


def planned(text: str, marks: list[Mark], found: list[Mention], proposing: list[Mark]) -> list[Mark]:
    """Give the marks with those of plans and of what hangs on the words around a number."""
    units = {one.unit for one in found}
    marks = set_down(text, marks, proposing) if proposing else [*marks]
    if "要" in text:
        marks += wanted(text)
    if not TIMES.isdisjoint(units):
        marks += lengths(text, found)
    marks += lanes(text)
    if "times" in units:
        marks += more_times(text, found)
    if "多" in text:
        marks += more_to_come(text)
    if "净" in text:
        marks += nets(text, found)
    if "percent" in units:
        marks += parts_answered(text, found)
    if not hangs_on_plans(text):
        return marks
    return to_do_next(text, [*marks, *approved(text), *supposed(text, found)])
