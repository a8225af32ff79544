"""A value made from another is what `dataclasses.replace` makes of it."""

import dataclasses
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from barometer.claims.basing import Base
from barometer.claims.context import Context
from barometer.claims.places.ground import Ground
from barometer.claims.replacing import replace
from barometer.claims.sources.sourcing import Voice
from barometer.claims.times.meaning import Clock
from barometer.claims.values import Cue, Mark, PeriodMark, Reading, Sentence

CONTEXT = Context(Clock(date(2026, 6, 15)), Ground("Yiwu"), Voice("海关"))
READING = Reading(Sentence(3, "出口增长5%。", 1), marks=(Mark(2, 4, Cue.GROWTH, "up"),))
VALUES: list[Any] = [
    CONTEXT,
    CONTEXT.clock,
    CONTEXT.ground,
    CONTEXT.voice,
    Base("yoy"),
    READING,
    READING.marks[0],
    PeriodMark(0, 2, None, None),
]


def made_of(value: Any) -> list[str]:
    return [field.name for field in dataclasses.fields(value) if field.init]


@settings(max_examples=300)
@given(st.data())
def test_the_fields_named_are_changed_and_no_other(data):
    value = data.draw(st.sampled_from(VALUES))
    known = [name for name in made_of(value) if name not in {"sentence", "marks"}]
    changes = data.draw(st.dictionaries(st.sampled_from(known), st.integers()))
    before = {name: getattr(value, name) for name in made_of(value)}
    made = replace(value, **changes)
    assert type(made) is type(value)
    assert {name: getattr(made, name) for name in made_of(made)} == before | changes
    assert made == dataclasses.replace(value, **changes)
    assert {name: getattr(value, name) for name in made_of(value)} == before


def test_what_is_told_by_the_fields_is_told_anew():
    made = replace(READING, marks=(), sentence=Sentence(0, "Exports rose.", 0))
    assert (made.text, made.cues, made.chinese) == ("Exports rose.", frozenset(), False)
    assert (READING.text, READING.cues, READING.chinese) == ("出口增长5%。", frozenset({Cue.GROWTH}), True)


def test_a_field_that_is_none_is_refused():
    with pytest.raises(KeyError, match="colour"):
        replace(CONTEXT, colour="red")
