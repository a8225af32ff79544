"""What part a number plays: a change, a level, an old level, a share. Calls 1 and 4 of the guideline."""

from datetime import date

import pytest

from barometer.claims import extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-3.4% was the change in Yiwu's exports.", [("change", "down")]),
        ("+3.4% was the change in Yiwu's exports.", [("change", "up")]),
        ("Yiwu's exports: -3.4%, imports: +2.1%.", [("change", "down"), ("change", "up")]),
        ("Yiwu's exports gained 5.8%, beating a forecast of 5.0%.", [("change", "up"), ("change", "up")]),
        ("义乌出口增速为3.7%，去年为4.1%。", [("change", "up"), ("change", "up")]),
        ("义乌出口增速为3.7%，进口为4.1%。", [("change", "up"), ("rate", None)]),
        ("Yiwu's exports and imports were 12% and 4% more than a year earlier.", [("change", "up"), ("change", "up")]),
        ("Producer prices in Yiwu were -2.1%.", [("change", "down")]),
        ("The margin in Yiwu was -2.1%.", [("rate", None)]),
        ("The 20-tonne truck is up 5 percent in Yiwu.", [("amount", None), ("change", "up")]),
        ("Exports took a share of 71 percent in Yiwu, 39 percent in Ningbo.", [("share", None), ("share", None)]),
        ("Yiwu's growth slowed to 3% from 6%.", [("change", "up"), ("change", "up")]),
        ("Yiwu saw a 5 percent rise in sales and a 40 percent fall in costs.", [("change", "up"), ("change", "down")]),
    ],
)
def test_kind_and_direction(text, expected):
    assert [(claim.kind, claim.direction) for claim in extract(text, date(2025, 11, 20))] == expected


def test_changes_before_one_word_of_growth_have_one_subject():
    claims = extract("Yiwu's exports and imports were 12% and 4% more than a year earlier.", date(2025, 11, 20))
    assert [(claim.indicator, claim.comparison) for claim in claims] == [("exports and imports", "yoy")] * 2


def test_what_was_expected_is_no_fact():
    claims = extract("Yiwu's exports gained 5.8%, beating a forecast of 5.0%.", date(2025, 11, 20))
    assert [claim.status for claim in claims] == ["actual", "forecast"]
