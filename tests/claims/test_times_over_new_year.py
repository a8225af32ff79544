"""Times that run over New Year, and surveys whose making names nobody."""

from datetime import date

import pytest

from barometer.claims.times.calendar import over_new_year
from tests.claims.claims_read import days, found

OVER = ("2025-12-18", "2026-01-16")


@pytest.mark.parametrize(
    "told",
    [
        "Between December 18 and January 16, imports of 1.9 billion yuan were cleared.",
        "From Dec. 18 to Jan. 16, imports of 1.9 billion yuan were cleared.",
        "12月18日至1月16日，进口货值19.4亿元。",
    ],
)
def test_days_over_new_year_end_in_the_year_after(told):
    assert days(told, date(2026, 1, 19)) == [OVER]


@pytest.mark.parametrize(
    "told", ["The fair runs from December 28 to January 5, with 300 booths.", "12月28日至1月5日，展会设300个展位。"]
)
def test_a_fair_to_come_may_run_over_new_year(told):
    assert days(told, date(2025, 12, 19)) == [("2025-12-28", "2026-01-05")]


def test_a_range_in_order_stays_as_it_is():
    span = (date(2026, 1, 1), date(2026, 3, 31))
    assert over_new_year(span, date(2026, 4, 1)) == span


def test_what_is_long_over_lies_in_the_years_before():
    assert over_new_year((date(2026, 12, 18), date(2026, 1, 16)), date(2026, 1, 19)) == (
        date(2025, 12, 18),
        date(2026, 1, 16),
    )


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("a poll conducted by Harbour Bank between April 8 and May 17", "Harbour Bank"),
        ("a poll conducted between April 8 and May 17", None),
        ("a survey carried out in May", None),
    ],
)
def test_how_a_survey_was_made_names_nobody(told, who):
    text = f"Nearly six in 10 exporters expect sales to grow, according to {told}."
    assert found(text, "attributed_to", date(2026, 6, 19)) == [who]
