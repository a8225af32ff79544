"""Which numbers are claims, and the unit that a bare one takes from its sentence."""

from datetime import date

import pytest

from barometer.claims import extract


def found(text):
    return [(claim.quote, claim.unit) for claim in extract(text, date(2025, 11, 20))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("义乌展位由5200增至6100个。", [("5200", "shop"), ("6100个", "shop")]),
        ("Output of cars in Yiwu rose to 41,500 units.", [("41,500 units", "vehicle")]),
        ("Output of lamps in Yiwu rose to 41,500 units.", [("41,500 units", "count")]),
        ("The number of shops in Yiwu reached 2101.", [("2101", "shop")]),
        ("Yiwu sold 5,000 lamps and Dongyang 12.", [("5,000 lamps", "count"), ("12", "count")]),
        ("义乌市场开了一家店，卖了两家店。", [("一家", "company"), ("两家", "company")]),
    ],
)
def test_units(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("year", ["1700", "1701", "2025", "2099"])
def test_what_may_be_a_year_counts_nothing(year):
    assert found(f"The number of shops in Yiwu reached {year}.") == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Of Yiwu's firms, seven gained, three were flat and nine fell.", ["seven", "three", "nine"]),
        ("In Yiwu 12 gained, 13 were flat and 9 fell.", ["12", "13", "9"]),
        ("Of Yiwu's firms, seven gained and nine fell.", []),
    ],
)
def test_small_bare_numbers_count_in_a_list_only(text, numbers):
    assert [quote for quote, _ in found(text)] == numbers


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        (
            "The waiting time in Yiwu was 118 minutes in May. It fell to 59 minutes in June.",
            ["118 minutes", "59 minutes"],
        ),
        ("Exports from Yiwu rose in 40 minutes.", []),
        ("Waiting in Yiwu fell to 40 minutes.", ["40 minutes"]),
    ],
)
def test_a_length_is_told_apart_from_a_window(text, lengths):
    assert [quote for quote, _ in found(text)] == lengths
