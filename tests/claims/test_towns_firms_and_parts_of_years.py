"""English: towns told of in passing, names of firms that read as towns, parts of a longer time, figures released by."""

from datetime import date
from functools import partial

import pytest

from tests.claims import claims_read

SEEN = date(2027, 3, 10)
found = partial(claims_read.found, seen=SEEN)
spans = partial(claims_read.spans, seen=SEEN)


def test_the_town_is_the_one_that_the_sentence_before_ends_with():
    text = (
        "Kite town\n\nIf you fly a kite, it may have come from Fenshui.\n\nThe town, on the edge of Tonglu county, is"
        " home to 300 makers. It sold 9 million kites last year."
    )
    assert found(text, "place") == ["Fenshui", "Fenshui"]


def test_a_firm_is_no_town_because_something_is_its_own():
    text = "Tianxu Kites of Yiwu employs 90 people. The average age on Tianxu's line is 41."
    assert found(text, "place") == ["Yiwu", "Yiwu"]


@pytest.mark.parametrize(
    "text",
    [
        "Ningbo did well. Shipments of lamps, many of them made in Cixi, rose 8 percent.",
        "Ningbo did well. Six robots borrowed from Hangzhou helped.",
        "Ningbo did well. Buses will bring back 900 migrant workers from Guizhou and Yunnan.",
    ],
)
def test_where_some_of_something_comes_from_is_no_place_of_it(text):
    assert found(text, "place") == ["Ningbo"]


def test_a_plant_beside_the_town_told_of_does_not_move_the_text():
    text = "Yiwu sells kites. Ms Wu has a stall and a plant in neighboring Pujiang where 90 people work."
    text += '\n\n"We sold 9,000 kites," she said.'
    assert found(text, "place") == ["Pujiang", "Yiwu"]


def test_the_country_is_the_one_that_the_text_is_about():
    text = "Savanna of Nairobi grew. The country's imports were worth $3 billion."
    assert found(text, "place") == ["Kenya"]


def test_what_one_month_alone_brought_does_not_date_what_follows():
    text = (
        "In the first half of 2026 sales were 9 billion yuan; in June alone they grew 6 percent. Cars drew 900 forms."
    )
    assert spans(text)[-2:] == [("2026-06-01", "2026-06-30"), ("2026-01-01", "2026-06-30")]
    text = "In the first half sales were 9 billion yuan. In June alone they grew 6 percent. Cars drew 900 forms."
    assert spans(text, seen=date(2026, 7, 20))[-1] == ("2026-06-01", "2026-06-30")


def test_a_number_behind_a_month_is_no_day_of_it():
    text = "At the end of February 27,400 merchants were using it."
    assert found(text, "quote") == ["27,400 merchants"]
    assert spans(text) == [(None, "2027-02-28")]
    assert found("On February 27, 400 merchants came.", "quote") == ["400 merchants"]


def test_views_that_something_drew_are_counted_and_those_of_a_page_are_not():
    assert found("Her clips drew 64,000 views in May.", "quote") == ["64,000 views"]
    assert found("Updated 9:10 | 64,000 views | 12 comments", "quote") == []


def test_a_day_that_something_is_higher_than_dates_nothing():
    text = "Rates stood at $900 on March 5, 8 percent higher than on February 26."
    assert spans(text) == [("2027-03-05", "2027-03-05")] * 2
    assert found(text, "comparison") == [None, "since"]


def test_figures_released_by_a_body_on_a_day_are_its_own():
    text = "Output rose 7 percent in 2026, figures released on Sunday by the Linhai Statistics Bureau show."
    assert found(text, "attributed_to") == ["Linhai Statistics Bureau"]


def test_a_sight_abroad_is_not_where_the_head_of_a_firm_speaks_of_all_its_own():
    text = (
        "Yiwu-based Haoke grew in 2026. Its sales reached 9 billion yuan.\n\nThe newest shed, in Dubai, covers 900"
        ' square metres.\n\n"Use of our sheds averaged 87 percent last year," chairman Fang Wei said.'
    )
    assert found(text, "place") == ["Yiwu", "Dubai", "Yiwu"]


def test_what_began_in_a_month_goes_on_since():
    text = "Since she began posting clips last September, inquiries have risen by 70 percent."
    assert spans(text) == [("2026-09-01", None)]


def test_a_town_told_of_with_where_is_the_place_of_what_follows():
    text = "Chinese travelers spent 7 billion yuan.\n\nFor Yiwu, where 80 percent of the country's lanterns are made,"
    text += " it is early. Mr Pan said he had sold 900 lanterns."
    assert found(text, "place")[-1] == "Yiwu"
