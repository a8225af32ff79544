"""Enumerations of the engine behave as `StrEnum` does in all that the engine asks of them."""

import copy
import pickle
from enum import StrEnum

import pytest

from barometer.claims.choices import Choice
from barometer.claims.values import Cue, PeriodRole


class Fruit(Choice):
    """Some words."""

    APPLE = "apple"
    BLUE_BERRY = "blue berry"


class Known(StrEnum):
    """The same words, by the standard library."""

    APPLE = "apple"
    BLUE_BERRY = "blue berry"


def test_members_are_what_those_of_the_standard_library_are():
    assert [(one, str(one), one.value, f"{one}") for one in Fruit] == [
        (one.value, str(one), one.value, f"{one}") for one in Known
    ]
    assert Fruit.BLUE_BERRY == "blue berry"
    assert isinstance(Fruit.APPLE, Fruit)
    assert {Fruit.APPLE: 1}["apple"] == 1


@pytest.mark.parametrize("member", [*Cue, *PeriodRole, Fruit.APPLE])
def test_a_word_is_one_object_wherever_it_comes_from(member):
    assert type(member)(member.value) is member
    assert copy.deepcopy(member) is member
    assert pickle.loads(pickle.dumps(member)) is member


def test_a_word_that_is_none_is_refused_by_name():
    with pytest.raises(ValueError, match="'pear' is not a valid Fruit"):
        Fruit("pear")
    with pytest.raises(ValueError, match="'apple' is not a valid Cue"):
        Cue("apple")


def test_the_words_of_one_enumeration_are_none_of_another():
    assert {cue.value for cue in Cue}.isdisjoint({role.value for role in PeriodRole})
    assert "value" not in {cue.value for cue in Cue}
