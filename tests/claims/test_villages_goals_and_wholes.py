"""English: villages that a story is set in, months in which a plan was told, wholes named behind a part, materials."""

from datetime import date
from functools import partial

import pytest

from tests.claims import claims_read

SEEN = date(2027, 2, 13)
found = partial(claims_read.found, seen=SEEN)
spans = partial(claims_read.spans, seen=SEEN)


def test_a_story_is_set_in_the_village_that_it_introduces():
    text = (
        "Kites before breakfast\n\nIt is dawn in a lane in Qingyanliu, a village on the edge of Yiwu.\n\n"
        "The village has 900 residents.\n\nMs Sun came with savings of 6,000 yuan."
    )
    assert found(text, "place") == ["Qingyanliu", "Qingyanliu"]


def test_a_guest_from_elsewhere_buys_where_the_text_is():
    text = "In Yiwu, Fang Li is at her stall. The man, from Lagos, asks for 900 toys."
    assert found(text, "place") == ["Yiwu"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said in January it aimed to cover 9,000 firms by the end of 2028.",
        "The county announced in January that it would cover 9,000 firms by the end of 2028.",
    ],
)
def test_the_month_in_which_a_plan_was_told_is_not_its_time(text):
    assert spans(text) == [(None, "2028-12-31")]


def test_that_year_is_the_one_told_last():
    text = "Output is to reach 9 billion yuan in 2029. By the end of that year the town is to have 40 plants."
    assert spans(text)[-1] == (None, "2029-12-31")


@pytest.mark.parametrize(
    ("text", "quote", "unit"),
    [
        ("Over the past three years, 46 of Pujiang county's 320 lock firms have moved.", "46", "company"),
        ("He employed nine clerks and now makes do with four.", "four", "person"),
        ("It plans to train 600 welders a year; at present it trains 210.", "210", "person"),
        ("It opened 38 outlets and now runs 612 in 74 cities.", "612", "shop"),
        ("The line cost 9 million yuan and paid for itself in 26 months.", "26 months", "month"),
        (
            "A poll found that 37% had cut prices, and that one in eight was running at a loss.",
            "one in eight",
            "percent",
        ),
    ],
)
def test_a_number_is_read_with_its_unit(text, quote, unit):
    assert dict(zip(found(text, "quote"), found(text, "unit"), strict=True))[quote] == unit


def test_so_many_months_running_are_no_claim():
    assert found("Prices have risen for six months running.", "quote") == []


def test_what_a_material_costs_holds_nowhere():
    text = "Yiwu sells kites. Copper averaged 78,000 yuan a tonne in January. But resin is 19 percent dearer now."
    assert found(text, "place") == [None, None]


def test_a_figure_that_is_a_share_of_the_province_is_of_its_town():
    text = "Ningbo's exports reached 700 billion yuan. The figure accounts for 27 percent of Zhejiang's total."
    assert found(text, "place") == ["Ningbo", "Ningbo"]
    assert found("The port handled 27 percent of Zhejiang's total.", "place") == ["Zhejiang"]


def test_the_same_months_of_the_year_before_are_a_year_earlier():
    text = "Ningbo shipped 900 cars in the first half of 2026, twice as many as in January-June 2025."
    assert found(text, "comparison")[-1] == "yoy"


def test_a_title_tells_what_is_to_be_done_as_the_body_does():
    text = "Yiwu to train 9,000 merchants\n\nYiwu aims to train 9,000 merchants by the end of 2028."
    assert found(text, "status") == ["target", "target"]
    assert found("Profit slides 18 percent\n\nProfit slid 18 percent in 2026.", "direction") == ["down", "down"]


def test_who_moves_her_forecast_is_its_source():
    text = '"It is fine," said Helen Marsh, an economist. She raised her forecast for growth in 2027 to 5 percent.'
    assert found(text, "attributed_to") == ["Helen Marsh"]


def test_the_body_that_released_a_survey_is_its_source():
    text = (
        "A survey released last week by the Zhejiang Small Exporters' Chamber found that 37% of firms had cut prices."
    )
    assert found(text, "attributed_to") == ["Zhejiang Small Exporters' Chamber"]
