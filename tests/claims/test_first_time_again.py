"""English stories whose first figures are one body's: what goes on with their time and base, however it is named."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

DAY = date(2025, 7, 15)
TITLE = "Toys sell well\n\n"
LEAD = (
    TITLE
    + "Foreign trade in Lishui, a city in east China that is known for its toys, rose 9.2 percent year on year to 88.6 "
    "billion yuan in the first half of 2025, Lishui Customs (LC) said on Monday, a gain that experts said will "
    "go on in the months left of the year.\n\n"
)
STREET = (
    '\n\n"We open at eight," stall keeper Chen Min said. "Nobody haggles," she added. "They pay," her son said.'
    '\n\n"It is hard," said Ali Reza, a trader. "But it is fair," he added.'
)


@pytest.mark.parametrize(
    "who",
    ["according to the customs office", "according to the LC", "LC spokesperson Lin Wu said"],
)
def test_a_story_goes_on_with_its_first_time_whoever_the_first_body_is_called(who):
    text = LEAD + f"Exports came to 41.5 billion yuan, up 8.4 percent, {who}." + STREET
    assert days(text, DAY)[2:4] == [("2025-01-01", "2025-06-30")] * 2
    assert found(text, "comparison", DAY)[3] == "yoy"


def test_another_body_has_a_time_of_its_own():
    text = LEAD + "Sales came to 41.5 billion yuan, up 8.4 percent, according to the Toys Association." + STREET
    assert days(text, DAY)[2:4] == [("None", "None")] * 2


def test_the_three_quarters_are_those_told_of():
    text = (
        TITLE + "Exports grew 5.1 percent in the first three quarters of 2024. In September they fell 0.6 percent.\n\n"
        "Sales of private firms rose 9.1 percent in the three quarters."
    )
    assert [first for first, _ in days(text, date(2024, 10, 15))] == ["2024-01-01", "2024-09-01", "2024-01-01"]


def test_the_month_is_the_first_one_told_of():
    text = (
        TITLE
        + "In April 214 trains left the Yiwu platform.\n\nThe platform now runs 26 lines. Trains to Tbilisi doubled "
        "to 36 in the month."
    )
    assert [first for first, _ in days(text, date(2026, 5, 8))] == ["2026-04-01", "None", "2026-04-01", "2026-04-01"]


def test_the_day_on_which_a_page_was_updated_is_no_span_of_years():
    text = (
        "Lishui registers 4,120 firms in first half\n\nUpdated: 2023-08-09 09:14\n\nThe city registered 4,120 firms in "
        "the first half of the year.\n\nJinyun led with 960 firms in the six months."
    )
    assert days(text, date(2023, 8, 9))[-1] == ("2023-01-01", "2023-06-30")


def test_the_same_period_is_the_one_told_in_the_paragraph_before():
    text = (
        TITLE + "Jinyun had 960 new firms in the first half of 2023.\n\nQingtian registered 580 firms in the same "
        "period."
    )
    assert days(text, date(2023, 8, 9))[-1] == ("2023-01-01", "2023-06-30")


def test_newcomers_came_in_the_time_of_the_text_not_by_its_end():
    text = (
        TITLE
        + "Lishui registered 4,120 firms in the first half of the year. At the end of June there were 98,000 firms. "
        "Private owners made up 94.1 percent of the new firms."
    )
    assert [first for first, _ in days(text, date(2023, 8, 9))] == ["2023-01-01", "None", "2023-01-01"]
