"""Figures that others are only set against, and times that date nothing in their own sentence."""

from datetime import date

import pytest

from barometer.claims import extract
from barometer.claims.engine import read
from barometer.claims.english.set_against import is_recorded
from barometer.claims.lexicon import load_lexicon

SEEN = date(2026, 7, 20)


def against(text):
    """Give the words of the figures that others are only set against."""
    (reading,) = read(text, SEEN, load_lexicon())
    return [reading.text[one.start : one.end] for one in reading.mentions if one.against]


def aside(text):
    """Give what each time of a sentence dates that is no figure of it."""
    (reading,) = read(text, SEEN, load_lexicon())
    return [mark.aside for mark in reading.periods]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Toy exports grew 3.1 percent, slower than a 7.2 percent rise in May.", ["7.2 percent"]),
        ("Output rose 4 percent, beating a forecast of 3.5 percent.", ["3.5 percent"]),
        ("Output rose 4 percent, above the median estimate of 3.5 percent.", ["3.5 percent"]),
        ("Sales grew 5 percent, cooling from 8 percent in April.", ["8 percent"]),
        ("Sales grew 5 percent, easing slightly from the 8 percent in April.", ["8 percent"]),
        ("Sales grew 5 percent from 8 percent in April.", ["8 percent"]),
        ("Sales grew 5 percent in May from 8 percent in April.", ["8 percent"]),
        ("The city ranked third, up from fifth in 2024.", ["up from fifth"]),
        ("The city ranked third among its peers and fifth in 2024.", []),
        ("Trade reached $98.2 billion, compared with the $91 billion recorded in May.", ["$91 billion"]),
        ("The gain followed a revised 2 percent growth in May.", []),
        ("Exports grew 9 percent, following a 2 percent growth in May.", ["2 percent"]),
        ("Imports fell 2 percent and exports grew 9 percent.", []),
        ("Imports fell 2 percent, compared with growth of 9 percent.", ["9 percent"]),
        ("Imports slowed from growth of 9 percent to 2 percent.", ["9 percent"]),
    ],
)
def test_what_others_are_set_against(text, figures):
    assert against(text) == figures


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Toy exports grew 3.1 percent in June, slower than a 7.2 percent rise in May.", ["", "against"]),
        ("Exports dropped 14 percent in June, taking their first-half decline to 12.7 percent.", ["", "sum"]),
        ("The index stood at 101 points in June, its weakest reading this year.", ["", "record"]),
        ("Prices rose 2 percent in June, the biggest gain so far in 2026.", ["", "record"]),
        ("Prices swung in spring, with the low on April 10.", ["against"]),
        ("Prices were 5 yuan, the same as in March.", ["against"]),
        ("Prices rose 2 percent in June and 3 percent in May.", ["", ""]),
    ],
)
def test_times_that_date_another(text, marks):
    assert aside(text) == marks


@pytest.mark.parametrize(
    ("behind", "recorded"),
    [(" recorded in July", True), (" seen during the fair", True), (" in loans", False), (" recorded sales", False)],
)
def test_what_was_recorded(behind, recorded):
    assert is_recorded(behind) is recorded


def test_a_record_over_the_year_keeps_the_month():
    text = (
        "Hardware index falls in June\n\nThe price index of Yongkang hardware retreated to 100.47 points in June from"
        " 100.83, its weakest reading this year. Of the 12 groups covered, seven declined."
    )
    ends = [claim.period_end for claim in extract(text, date(2025, 7, 7), "Yongkang Hardware Index Center")]
    assert date(2025, 12, 31) not in ends
    assert ends[-1] == date(2025, 6, 30)
