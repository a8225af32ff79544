"""Which period a figure takes: calls 5 and 8 of the guideline."""

from datetime import date

import pytest

from barometer.claims import extract

SEEN = date(2025, 11, 20)


def spans(text, seen=SEEN):
    return [(claim.period_start, claim.period_end) for claim in extract(text, seen)]


def test_a_month_told_of_in_a_forecast_is_the_coming_one():
    assert spans("Prices in Yiwu are expected to rise 5% in January.") == [(date(2026, 1, 1), date(2026, 1, 31))]


def test_a_month_told_of_as_a_fact_is_the_past_one():
    assert spans("Prices in Yiwu rose 5% in January.") == [(date(2025, 1, 1), date(2025, 1, 31))]


def test_the_period_of_the_bulletin_is_taken_up_again_and_marked():
    text = (
        "In the first nine months, exports of Yiwu reached 5 billion yuan. In May alone, imports were 1 billion yuan.\n"
    )
    claims = extract(text + "In the nine months, toys came to 2 billion yuan.", SEEN)
    assert (claims[2].period_start, claims[2].period_end) == (date(2025, 1, 1), date(2025, 9, 30))
    assert "period" in claims[2].inherited


def test_an_old_level_keeps_only_a_period_of_its_own():
    text = "In October, Yiwu's exports rose to 8 billion yuan from 7 billion yuan."
    assert spans(text) == [(date(2025, 10, 1), date(2025, 10, 31)), (None, None)]
    text = "In October, Yiwu's exports rose to 8 billion yuan from 7 billion yuan in October 2024."
    assert spans(text)[1] == (date(2024, 10, 1), date(2024, 10, 31))


def test_this_year_beside_an_as_of_date_ends_there():
    text = "As of the end of September, Yiwu had 9,000 shops; about 400 of them opened this year."
    assert spans(text)[1] == (date(2025, 1, 1), date(2025, 9, 30))


def test_a_length_takes_no_period_from_the_sentence_before():
    assert spans("去年义乌出口80亿元。通关时间缩短至40分钟。")[1] == (None, None)


def test_a_year_later_moves_the_period_on():
    text = "Sales in Yiwu fell 5% in 2023 but rose 9% a year later."
    assert spans(text) == [(date(2023, 1, 1), date(2023, 12, 31)), (date(2024, 1, 1), date(2024, 12, 31))]


@pytest.mark.parametrize("words", ["now", "this week", "over the past five years"])
def test_windows_and_now_give_no_period(words):
    assert spans(f"Shipments from Yiwu take up 5% of the total {words}.") == [(None, None)]


def test_the_day_of_a_report_is_the_day_up_to_which_it_holds():
    assert spans("According to an article by Xinhua in July 2024, Yiwu has 9,000 shops.") == [(None, date(2024, 7, 31))]
