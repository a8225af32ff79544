"""English: lengths that something took, what a goal comes to, months of surveys, numbers without their noun."""

from datetime import date
from functools import partial

import pytest

from tests.claims import claims_read

SEEN = date(2027, 2, 13)
found = partial(claims_read.found, seen=SEEN)
spans = partial(claims_read.spans, seen=SEEN)


@pytest.mark.parametrize(
    ("text", "quote", "unit"),
    [
        ("Goods are back within four days, compared with about 11 days before the rule came.", "about 11 days", "day"),
        ("She spent 900,000 yuan on the shop and hopes to earn that back in three years.", "three years", "year"),
        ("I needed 800 boxes, and the plant made them in nine days.", "nine days", "day"),
        ("The trip takes 20 days. In 2024, when ships went round Africa, it took 44.", "44", "day"),
        ("Permits are issued in two working days, down from nine.", "nine", "day"),
        ("He employed 40 hosts in 2025. Today six remain.", "six", "person"),
        ("Of 25 vendors asked, only three had left; 14 had raised prices.", "14", "person"),
        ("Tools led with 900 booths, followed by garden goods with 410.", "410", "shop"),
        ("The city held 30 forums, up from 21 at last year's fair.", "21", "count"),
    ],
)
def test_a_number_is_read_with_its_unit(text, quote, unit):
    assert dict(zip(found(text, "quote"), found(text, "unit"), strict=True))[quote] == unit


def test_a_span_of_years_that_something_was_done_in_is_still_none():
    assert found("Sales have tripled in three years.", "quote") == ["tripled"]


@pytest.mark.parametrize(
    "text",
    [
        "A January survey of 700 vendors by Wenzhou University found that 58 percent had tried it.",
        "In a January poll of 700 vendors, 58 percent had tried it.",
    ],
)
def test_the_month_of_a_survey_is_that_of_its_answers(text):
    assert spans(text) == [("2027-01-01", "2027-01-31")] * 2


def test_what_a_goal_comes_to_is_a_goal():
    text = "It kept its revenue target of 5 billion yuan, which would be 9 percent above last year's."
    assert found(text, "status") == ["target", "target"]
    text = "It plans to spend 40 million yuan on a plant that is to make 3 million pens a year."
    assert found(text, "status") == ["target", "target"]


def test_the_current_level_is_no_part_of_the_goal_nor_of_a_range():
    assert found("It aims to raise the share to 15 percent from the current 9 percent.", "status") == [
        "target",
        "actual",
    ]
    assert found("It aims to raise the share from the current 9 percent to 15 percent.", "status") == [
        "actual",
        "target",
    ]
    assert found("The voyage from Ningbo takes 35 to 40 days.", "value_max") == [40]


def test_a_tariff_in_front_of_its_land_is_of_that_land():
    assert found("Yiwu counts the cost of a 145% US tariff.", "place") == ["United States"]


def test_where_shares_are_traded_moves_the_text_nowhere():
    text = (
        "Yiwu is home to Haoke. Its shares closed up 4 percent at 9 yuan in Shanghai. Its profit was 30 million yuan."
    )
    assert found(text, "place")[-1] == "Yiwu"


def test_regions_of_a_land_are_counted_where_the_text_is():
    text = "Yiwu's fair opened. Buyers come from 26 provinces and regions of China. It has 900 booths."
    assert found(text, "place") == ["Yiwu", "Yiwu"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ('We used to go to two fairs a year. "This year I have flown to seven," she said.', 7, "count"),
        ("She used to have orders for 80,000 trees. So far this year she has taken 27,000.", 27_000, "count"),
        ('"I took two containers in spring; this time I have ordered five," he says.', 5, "count"),
        ("It employs 740 people, and he plans to hire another 300 by the end of the year.", 300, "person"),
        (
            "Parcels\n\nCouriers handled 900 million parcels.\n\nThe daily average was 55.6 million.",
            55_600_000,
            "parcel",
        ),
        ("The market made up 40 percent of my sales. Now it is less than 5.", 5, "percent"),
        ("The ratio narrowed to 1.83 times, from 1.86 in the same period of last year.", None, None),
    ],
)
def test_what_was_counted_goes_on(text, value, unit):
    told = dict(zip(map(float, found(text, "value")), found(text, "unit"), strict=True))
    assert value is None or told[value] == unit


@pytest.mark.parametrize(
    "text", ["He sold 20 boxes. We open at 9.", "They are 12 buyers. She turned 40.", "He said 30."]
)
def test_an_hour_or_age_counts_nothing_told_before(text):
    assert found(text, "value")[1:] == [] or found(text, "unit")[1:] == ["year"]
