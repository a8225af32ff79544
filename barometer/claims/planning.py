"""Reads what an English report on a plan says will be done as its aims: "are to be built", "should reach"."""

from dataclasses import replace

from barometer.claims.language import is_chinese
from barometer.claims.text.expressions import pattern
from barometer.claims.values import Cue, Mark, Reading, quotes

_PLAN = pattern(
    r"\b(?:plans?|blueprint|roadmap|action plan|aims?|targets|maps? out|sets? out|lays? out|unveils?|seeks|wants"
    r"|goals?|eyes|sets? (?:its |their )?sights on)\b"
    r"[^.;]*?(?:\b(?:by|to|through) 20[0-9]{2}\b|$)"
)
_SET_DOWN = frozenset({"is to", "are to", "should"})
"""Words of what a plan sets down; "is expected" tells what somebody thinks, "will" what is decided."""


def with_plan(readings: list[Reading]) -> list[Reading]:
    """Give the readings of a report whose title tells of a plan with what it sets down as its targets."""
    titled = any(
        reading.sentence.title and not is_chinese(reading.text) and _PLAN.search(reading.text) is not None
        for reading in readings
    )
    return [_as_set_down(reading) for reading in readings] if titled else readings


def _as_set_down(reading: Reading) -> Reading:
    told = quotes(reading.text) or any(one.person or one.pronoun == "person" for one in reading.speakers)
    if told or is_chinese(reading.text):
        return reading
    marks = tuple(replace(mark, value="target") if _sets_down(reading.text, mark) else mark for mark in reading.marks)
    return reading if marks == reading.marks else replace(reading, marks=marks)


def _sets_down(text: str, mark: Mark) -> bool:
    return mark.cue is Cue.STATUS and text[mark.start : mark.end].lower() in _SET_DOWN
