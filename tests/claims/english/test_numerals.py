from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barometer.claims.english.numerals import numerals

NUMBERS = [
    ("1,234.5", "1234.5"),
    ("1 200", "1200"),
    ("3.2bn", "3200000000"),
    ("1.45 trillion", "1450000000000"),
    ("850m", "850000000"),
    ("half a million", "500000"),
    ("a dozen", "12"),
    ("two hundred and five thousand", "205000"),
    ("twenty-six", "26"),
    ("one-third", "33.333"),
    ("three-quarters", "75"),
    ("half", "50"),
    ("eight in 10", "80"),
    ("two out of five", "40"),
    ("thousands", "1000"),
    ("tens of thousands", "10000"),
    ("several hundred", "100"),
    ("6,000th", "6000"),
    ("2.6 million", "2600000"),
    ("a hundred", "100"),
    ("16.4 billion", "16400000000"),
]


@pytest.mark.parametrize(("words", "value"), NUMBERS)
def test_value_is_exact(words, value):
    (numeral,) = numerals(words)
    assert numeral.value == Decimal(value)
    assert (numeral.start, numeral.end) == (0, len(words))


@pytest.mark.parametrize("words", ["a", "an and", "9" * 30, "hello"])
def test_no_number(words):
    assert numerals(words) == []


def test_vague_numbers_are_lower_bounds():
    assert numerals("thousands")[0].modifier == "ge"


@given(st.integers(0, 10**9))
def test_grouped_digits_are_read_back(number):
    assert numerals(f"{number:,}")[0].value == number
