"""English trade and company news: growth beside what was foretold, what things cost, when a firm reported."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

DAY = date(2025, 8, 28)
TITLE = "Yiwu trade\n\nYiwu's trade rose 3 percent in May.\n\n"


def told(text, field):
    """Give one field of what is told behind the opening."""
    return found(TITLE + text, field, DAY)[1:]


def test_growth_before_and_foretold_is_growth_from_the_same_base():
    text = (
        "Exports rose 6.4% year on year in dollar terms in July, up from 5.1% in June and ahead of the 4.8% forecast "
        "by economists. Imports grew 2.7%."
    )
    assert told(text, "kind") == ["change"] * 4
    assert told(text, "comparison") == ["yoy"] * 4
    assert days(TITLE + text, DAY)[-1] == ("2025-07-01", "2025-07-31")


def test_the_fastest_growth_in_something_is_growth():
    assert told("Jinhua posted the fastest growth in trade, 17.2 percent, driven by toys.", "kind") == ["change"]


@pytest.mark.parametrize(
    "cost",
    ["costing", "being built at a cost of", "an investment of", "with a total investment of"],
)
def test_what_a_project_costs_is_of_no_time_to_come(cost):
    text = f"A second yard, {cost} 320 million yuan, is due to open next June."
    assert told(text, "status") == ["actual"]
    assert days(TITLE + text, DAY)[1:] == [("None", "None")]


def test_the_day_of_a_report_is_not_that_of_its_figures():
    text = "Lanhe on Thursday reported revenue of 2.86 billion yuan for 2024."
    assert days(TITLE + text, DAY)[1:] == [("2024-01-01", "2024-12-31")]


def test_shares_closed_on_their_day():
    text = "Shares of the company closed 4.8 percent higher at 8.76 yuan in Shanghai today."
    assert days(TITLE + text, DAY)[1:] == [("2025-08-28", "2025-08-28")] * 2


def test_a_quarter_is_set_against_the_first_three_months():
    text = "In the second quarter, profit was 806 million yuan, up 13 percent from the first three months."
    assert told(text, "comparison") == [None, "qoq"]
    assert days(TITLE + text, DAY)[-1] == ("2025-04-01", "2025-06-30")


def test_a_dividend_of_a_year_over_is_to_come():
    text = "The company said it would pay a cash dividend of 3.5 yuan a share for 2024, some 98 million yuan in all."
    assert told(text, "status") == ["forecast", "forecast"]


def test_an_estimate_is_a_forecast():
    assert told("The median estimate is for exports to grow 2.6 percent next year.", "status") == ["forecast"]


def test_analysts_of_a_bank_called_after_a_town_do_not_tell_of_it():
    assert told("Analysts at Hangzhou Securities expect net profit to grow 15 percent in 2025.", "place") == ["Yiwu"]


def test_a_warehouse_abroad_has_its_floor_there():
    assert told("The newest, in Warsaw, has 12,000 square meters of floor space.", "place") == ["Warsaw"]


def test_who_signed_up_so_far_did_not_do_so_in_days_to_come():
    text = "Vouchers\n\nVouchers worth 30 million yuan will be given out from September 20 to 25. Some 860 shops have "
    assert days(text + "signed up so far.", DAY)[1] == ("None", "None")


def test_what_a_colon_leads_to_has_a_time_of_its_own():
    text = "Nearly three in four of the firms call it a burden: the rate was 5,200 yuan in August."
    assert days("Freight\n\n" + text, DAY) == [("None", "None"), ("2025-08-01", "2025-08-31")]


def test_each_part_of_a_title_has_the_time_that_the_body_gives_it():
    text = (
        "This Week | Q1 trade up 15.8%, 30 million yuan in vouchers on the way\n\nYiwu's trade rose 15.8 percent in "
        "the first quarter.\n\nVouchers worth 30 million yuan will be given out from September 20 to 25."
    )
    assert days(text, DAY)[1] == ("2025-09-20", "2025-09-25")
    assert found(text, "status", DAY)[1] == "forecast"


def test_points_under_a_title_have_the_time_of_the_body():
    text = (
        "Exports beat forecasts\n\n- Exports up 7.9% y/y, vs 6.2% in poll\n\nChina's exports rose 7.9% from a year "
        "earlier in July, customs said."
    )
    assert days(text, DAY)[0] == ("2025-07-01", "2025-07-31")
