from decimal import Decimal

import pytest

from barometer.claims.english.quantities import mentions
from barometer.claims.english.unit_words import unit_words
from barometer.claims.english.words import tokenise


def read(text, lexicon):
    return mentions(text, tokenise(text), unit_words(lexicon))


@pytest.mark.parametrize(
    ("text", "quote", "unit", "modifier"),
    [
        ("more than 200 countries and regions", "more than 200 countries and regions", "country", "gt"),
        ("RMB 850m", "RMB 850m", "CNY", "eq"),
        ("US$3.2bn", "US$3.2bn", "USD", "eq"),
        ("€2,400", "€2,400", "EUR", "eq"),
        ("at least 5 percent", "at least 5 percent", "percent", "ge"),
        ("200-plus firms", "200-plus firms", "company", "gt"),
        ("25 basis points", "25 basis points", "basis_point", "eq"),
        ("3,400 newly registered firms", "3,400", "company", "eq"),
        ("2.1 million types of products", "2.1 million", "product", "eq"),
        ("40 minutes or less", "40 minutes or less", "minute", "le"),
    ],
)
def test_number_with_unit_and_bound(text, quote, unit, modifier, lexicon):
    (mention,) = read(text, lexicon)
    assert (text[mention.start : mention.end], mention.unit, mention.modifier) == (quote, unit, modifier)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("8 to 12 percent", 8, 12),
        ("3–5 million yuan", 3_000_000, 5_000_000),
        ("between 5 and 8 days", 5, 8),
        ("$15-20", 15, 20),
    ],
)
def test_ranges_share_unit_and_scale(text, low, high, lexicon):
    (mention,) = read(text, lexicon)
    assert (mention.numeral.value, mention.numeral.value_max) == (Decimal(low), Decimal(high))
    assert mention.unit != "count"


@pytest.mark.parametrize("text", ["5 and 6 kg", "from 5 percent to 6 percent", "rose 2 points to 90 points"])
def test_lists_and_levels_are_no_ranges(text, lexicon):
    assert [mention.numeral.value_max for mention in read(text, lexicon)] == [None, None]


@pytest.mark.parametrize(
    ("text", "value", "kind", "direction"),
    [
        ("sales doubled", 2, "multiple", "up"),
        ("costs halved", 50, "change", "down"),
        ("twice as many as", 2, "multiple", None),
    ],
)
def test_numbers_that_are_verbs(text, value, kind, direction, lexicon):
    (mention,) = read(text, lexicon)
    assert (mention.numeral.value, mention.kind, mention.direction) == (value, kind, direction)


def test_double_digit_is_no_number(lexicon):
    assert read("double-digit growth", lexicon) == []
