from datetime import date

import pytest
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


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (calendar.day(1, 1, 1), date(1, 1, 1)),
        (calendar.day(9999, 12, 31), date(9999, 12, 31)),
        (calendar.month_end(1, 1), date(1, 1, 31)),
        (calendar.month_end(9999, 12), date(9999, 12, 31)),
        (calendar.month_end(2025, 0), None),
        (calendar.month_end(10000, 1), None),
        (calendar.month_end(2025, 13), None),
        (calendar.months(2025, 3, 3), (date(2025, 3, 1), date(2025, 3, 31))),
        (calendar.year_range(2025), (date(2025, 1, 1), date(2025, 12, 31))),
        (calendar.quarter(2025, 4), (date(2025, 10, 1), date(2025, 12, 31))),
        (calendar.quarter(2025, 0), calendar.NO_PERIOD),
        (calendar.quarter(2025, 5), calendar.NO_PERIOD),
        (calendar.half(2025, 1), (date(2025, 1, 1), date(2025, 6, 30))),
        (calendar.half(2025, 0), calendar.NO_PERIOD),
        (calendar.half(2025, 3), calendar.NO_PERIOD),
        (calendar.five_year_plan(1), (date(1956, 1, 1), date(1960, 12, 31))),
        (calendar.five_year_plan(0), calendar.NO_PERIOD),
        (calendar.five_year_plan(61), calendar.NO_PERIOD),
        (calendar.past_year_of(3, date(2025, 2, 1)), 2024),
        (calendar.coming_year_of(3, date(2025, 2, 1)), 2025),
        (calendar.coming_year_of(2, date(2025, 2, 1)), 2026),
        (calendar.month_before(date(2025, 12, 1), -1), (date(2026, 1, 1), date(2026, 1, 31))),
        (calendar.month_before(date(2025, 6, 1), 18), (date(2023, 12, 1), date(2023, 12, 31))),
        (calendar.quarter_before(date(2025, 6, 1), 2), (date(2024, 10, 1), date(2024, 12, 31))),
        (calendar.quarter_before(date(2025, 7, 1)), (date(2025, 4, 1), date(2025, 6, 30))),
        (calendar.weekday_before(2, date(2024, 11, 27)), date(2024, 11, 27)),
        (calendar.shifted((None, date(2025, 5, 31)), -1), (None, date(2024, 5, 31))),
        (calendar.shifted((date(1, 2, 3), date(9999, 2, 3)), -1), (None, date(9998, 2, 3))),
        (calendar.shifted((date(2, 2, 3), date(9998, 2, 3)), 1), (date(3, 2, 3), date(9999, 2, 3))),
        (calendar.shifted((date(2, 2, 3), date(2, 2, 4)), -1), (date(1, 2, 3), date(1, 2, 4))),
    ],
)
def test_first_and_last_of_what_there_is(made, expected):
    assert made == expected


def test_a_range_up_to_the_end_of_february_ends_with_it_in_a_leap_year_too():
    assert calendar.shifted((date(2025, 2, 1), date(2025, 2, 28)), -1) == (date(2024, 2, 1), date(2024, 2, 29))
    assert calendar.shifted((date(2025, 2, 28), date(2025, 2, 28)), -1) == (date(2024, 2, 28), date(2024, 2, 28))
