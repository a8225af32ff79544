from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barometer.claims.times import calendar


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
    ("name", "arguments", "expected"),
    [
        ("month_end", (1, 1), date(1, 1, 31)),
        ("month_end", (9999, 12), date(9999, 12, 31)),
        ("month_end", (2025, 0), None),
        ("month_end", (10000, 1), None),
        ("month_end", (2025, 13), None),
        ("day", (1, 1, 1), date(1, 1, 1)),
        ("day", (9999, 12, 31), date(9999, 12, 31)),
        ("past_year_of", (3, date(2025, 2, 1)), 2024),
        ("coming_year_of", (3, date(2025, 2, 1)), 2025),
        ("coming_year_of", (2, date(2025, 2, 1)), 2026),
        ("weekday_before", (2, date(2024, 11, 27)), date(2024, 11, 27)),
    ],
)
def test_days_and_years(name, arguments, expected):
    assert getattr(calendar, name)(*arguments) == expected


@pytest.mark.parametrize(
    ("name", "arguments", "first", "last"),
    [
        ("months", (2025, 3, 3), "2025-03-01", "2025-03-31"),
        ("year_range", (2025,), "2025-01-01", "2025-12-31"),
        ("quarter", (2025, 4), "2025-10-01", "2025-12-31"),
        ("half", (2025, 1), "2025-01-01", "2025-06-30"),
        ("five_year_plan", (1,), "1956-01-01", "1960-12-31"),
        ("five_year_plan", (60,), "2251-01-01", "2255-12-31"),
        ("month_before", (date(2025, 12, 1), -1), "2026-01-01", "2026-01-31"),
        ("month_before", (date(2025, 6, 1), 18), "2023-12-01", "2023-12-31"),
        ("quarter_before", (date(2025, 6, 1), 2), "2024-10-01", "2024-12-31"),
        ("quarter_before", (date(2025, 7, 1),), "2025-04-01", "2025-06-30"),
        ("shifted", ((date(2, 2, 3), date(9998, 2, 3)), 1), "0003-02-03", "9999-02-03"),
        ("shifted", ((date(2, 2, 3), date(2, 2, 4)), -1), "0001-02-03", "0001-02-04"),
    ],
)
def test_ranges(name, arguments, first, last):
    assert getattr(calendar, name)(*arguments) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("name", "number"),
    [("quarter", 0), ("quarter", 5), ("half", 0), ("half", 3)],
)
def test_quarters_and_halves_that_there_are_not(name, number):
    assert getattr(calendar, name)(2025, number) == calendar.NO_PERIOD


def test_plans_and_years_that_there_are_not():
    assert calendar.five_year_plan(0) == calendar.five_year_plan(61) == calendar.NO_PERIOD
    assert calendar.shifted((None, date(2025, 5, 31)), -1) == (None, date(2024, 5, 31))
    assert calendar.shifted((date(1, 2, 3), date(2, 2, 3)), -1) == (None, date(1, 2, 3))
    assert calendar.shifted((date(9998, 2, 3), date(9999, 2, 3)), 1) == (date(9999, 2, 3), None)


def test_a_range_up_to_the_end_of_february_ends_with_it_in_a_leap_year_too():
    assert calendar.shifted((date(2025, 2, 1), date(2025, 2, 28)), -1) == (date(2024, 2, 1), date(2024, 2, 29))
    assert calendar.shifted((date(2025, 2, 28), date(2025, 2, 28)), -1) == (date(2024, 2, 28), date(2024, 2, 28))
