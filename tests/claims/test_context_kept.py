"""What a sentence that tells nothing leaves of the context: all of it, but what only holds for the next sentence."""

from dataclasses import fields
from datetime import date

import pytest

from barometer.claims.basing import Base
from barometer.claims.carrying import Told, leaving
from barometer.claims.context import Context
from barometer.claims.lexicon import load_lexicon
from barometer.claims.places.ground import Ground
from barometer.claims.sources.sourcing import Voice
from barometer.claims.times.meaning import Clock, Dated
from barometer.claims.values import Reading, Sentence
from barometer.model import Because

WHY = Because("told before", 0, 2)
DAYS = (date(2026, 5, 1), date(2026, 5, 31))
CLOCK, GROUND = Clock(date(2026, 6, 1), carried=DAYS), Ground("Yiwu", WHY)
TOLD = {
    "clock": CLOCK, "ground": GROUND, "voice": Voice("义乌海关", WHY, speaking=True), "base": Base("yoy", WHY),
    "paragraph": 3, "unit": "train", "share": True, "indicator": (2, 5), "bulletin": True, "one_voice": True,
    "main": CLOCK, "main_voice": Voice("义乌海关", WHY, speaking=True), "main_base": Base("yoy", WHY),
    "main_ground": GROUND, "listing": Context(CLOCK, GROUND, Voice()), "kind": "count", "plan": "target",
    "aimed": Dated(DAYS, WHY), "index_day": True, "of_index": frozenset({3}), "asked": True, "dated": True,
    "plain": True, "noted": True, "section": True, "sectioned": True, "lead": 2,
}  # fmt: skip
"""Every field with what no field holds by default."""
OF_NEXT_ALONE = {"aimed": None, "asked": False, "plan": None}
"""What only holds for the sentence behind the one that told it."""


@pytest.mark.parametrize("name", [field.name for field in fields(Context)])
def test_nothing_told_takes_nothing_away(name):
    reading = Reading(Sentence(40, "大家都在忙。", 3))
    after = leaving(Context(**TOLD), reading, Told([], [], []), "大家都在忙。", load_lexicon())
    assert getattr(after, name) == OF_NEXT_ALONE.get(name, TOLD[name])
