"""English stories of one time, events as bases, panels, fairs that are on, what carriage costs."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

DAY = date(2025, 7, 18)


def test_a_nickname_in_quotation_marks_is_no_speech():
    text = (
        "Yiwu trade grows\n\n"
        'Yiwu, often called "the world\'s supermarket," saw trade grow 25 percent in the first half '
        "from a year earlier, Yiwu Customs said on Thursday.\n\nExports rose 19 percent to 350 billion yuan. "
        "Imports jumped 26 percent."
    )
    assert days(text, DAY)[1:] == [("2025-01-01", "2025-06-30")] * 3
    assert found(text, "comparison", DAY) == ["yoy", "yoy", None, "yoy"]


def test_a_rate_that_points_led_to_is_of_their_time():
    text = "In the first half, gross margin widened by 1.4 percentage points to 26 percent."
    assert days(text, DAY) == [("2025-01-01", "2025-06-30")] * 2
    text = "Revenue rose 5 percent in the first half. Its gross margin widened by 1.4 percentage points to 26 percent."
    assert days(text, DAY)[-1] == ("2025-01-01", "2025-06-30")


@pytest.mark.parametrize(
    "behind",
    ["three times as much as for the Tokyo Games", "up 8 percent from the first day of the previous edition"],
)
def test_events_are_bases(behind):
    assert found(f"Orders reached 9 million yuan, {behind}.", "comparison", DAY)[1] == "since"


def test_early_in_a_month_is_a_base():
    text = "A box to Jeddah has reached $3,450, up by a third from early April."
    assert found(text, "comparison", DAY)[1] == "since"


def test_where_an_economist_works_is_not_what_is_told_of():
    text = "Lin Yue, an economist at Donghu Research in Shanghai, expects China's exports to grow 3 percent this year."
    assert found(text, "place", DAY) == ["China"]


def test_days_of_credit_last():
    assert found("Buyers there want 90 days' credit.", "kind", DAY) == ["duration"]


@pytest.mark.parametrize(
    "text",
    ['"Freight for a 40-foot box has gone to nearly $6,000."', "Spot quotations to Los Angeles were down to $7,180."],
)
def test_what_carriage_costs_holds_nowhere(text):
    assert found(f"Yiwu prices\n\n{text}", "place", DAY) == [None]


def test_when_somebody_said_it_dates_no_aim():
    text = "The department said last month that it aimed for export growth of at least 4 percent in 2026."
    assert days(text, DAY) == [("2026-01-01", "2026-12-31")]


def test_how_many_were_asked_is_a_fact_without_a_time():
    text = "Exports may grow 3 percent in 2025, according to the median forecast of 22 economists polled by the Post."
    assert found(text, "status", DAY)[1] == "actual"
    assert days(text, DAY)[1] == ("None", "None")
    assert found(text, "place", DAY)[1] is None


def test_a_fair_that_is_on_has_what_it_has_in_its_days():
    text = (
        "Yiwu Fair opens\n\nThe fair in Yiwu opened on July 17 and runs until July 20.\n\n"
        "The four-day event has an exhibition area of 90,000 square meters and 3,100 booths."
    )
    assert days(text, DAY) == [("2025-07-17", "2025-07-20")] * 3


def test_since_when_somebody_trades_dates_nothing_they_say():
    text = "Liu Fang, who has sold toys in the market since 2003, said only two of her nine clients had come back."
    assert days(text, DAY) == [("None", "None")] * 2


def test_trucks_that_run_are_no_streak():
    assert found("The companies kept 850 trucks running day and night.", "unit", DAY) == ["vehicle"]
