from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from barometer.claims import calendar


def test_months_reach_into_the_next_year_when_the_last_is_earlier():
    assert calendar.months(2024, 11, 2) == (date(2024, 11, 1), date(2025, 2, 28))


def test_quarters_and_halves():
    assert calendar.quarter(2025, 2) == (date(2025, 4, 1), date(2025, 6, 30))
    assert calendar.quarter(2025, 1, 3) == (date(2025, 1, 1), date(2025, 9, 30))
    assert calendar.half(2025, 2) == (date(2025, 7, 1), date(2025, 12, 31))


def test_five_year_plans():
    assert calendar.five_year_plan(14) == (date(2021, 1, 1), date(2025, 12, 31))


def test_before_and_after_a_day():
    seen = date(2025, 1, 15)
    assert calendar.month_before(seen) == (date(2024, 12, 1), date(2024, 12, 31))
    assert calendar.month_before(seen, -1) == (date(2025, 2, 1), date(2025, 2, 28))
    assert calendar.quarter_before(seen) == (date(2024, 10, 1), date(2024, 12, 31))
    assert calendar.past_year_of(2, seen) == 2024
    assert calendar.weekday_before(1, date(2024, 11, 27)) == date(2024, 11, 26)


def test_leap_days_move_to_the_28th():
    assert calendar.shifted((date(2024, 2, 29), date(2024, 3, 31)), 1) == (date(2025, 2, 28), date(2025, 3, 31))


@given(st.integers(-5, 12000), st.integers(-3, 15), st.integers(-3, 40))
def test_what_does_not_exist_is_none(year, month, number):
    moment = calendar.day(year, month, number)
    assert moment is None or (moment.year, moment.month, moment.day) == (year, month, number)
    first, last = calendar.months(year, month, 12)
    assert (first is None) == (last is None)
