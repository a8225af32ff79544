"""Which days a time expression means, seen from the publish day and from what was told before."""

from datetime import date

import pytest

from barometer.claims.times.meaning import Clock, resolved
from barometer.claims.values import PeriodMark, PeriodRole, Reading, Sentence

SEEN = date(2025, 11, 20)
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
HALF = (date(2025, 1, 1), date(2025, 6, 30))
END = date(2025, 12, 31)


def reading(*marks, text="." * 60):
    return Reading(Sentence(0, text, 0), periods=marks)


def mark(start, first, last, role=PeriodRole.CURRENT, **more):
    return PeriodMark(start, start + 5, first, last, role, **more)


@pytest.mark.parametrize(
    ("carried", "last", "published", "expected"),
    [
        ((None, date(2023, 6, 30)), (None, None), SEEN, date(2023, 12, 31)),  # the year that the text is about
        ((None, None), (None, date(2023, 6, 30)), SEEN, date(2023, 12, 31)),
        ((None, date(2025, 6, 30)), (None, None), SEEN, END),  # a year that is not over
        ((None, None), (None, None), SEEN, END),
        ((None, date(2023, 6, 30)), (None, None), None, END),
        ((None, date(2023, 6, 30)), (None, None), END, date(2023, 12, 31)),
        ((None, date(2023, 6, 30)), (None, None), date(2026, 1, 1), END),  # the day has come already
    ],
)
def test_the_end_of_december_is_that_of_the_year_told_of(carried, last, published, expected):
    told = mark(0, None, END, PeriodRole.AS_OF, yearless=True)
    clock = Clock(published, carried=carried, last=last)
    assert resolved(told, reading(told), clock) == (None, expected)


@pytest.mark.parametrize(
    ("carried", "expected"),
    [((None, date(2023, 6, 30)), date(2023, 12, 31)), ((None, date(2025, 6, 30)), END), ((None, None), END)],
)
def test_the_end_of_the_year_is_that_of_the_year_told_of(carried, expected):
    text = "it was 90 by the end of the year"
    told = PeriodMark(10, len(text), None, END, PeriodRole.AS_OF)
    assert resolved(told, reading(told, text=text), Clock(SEEN, carried=carried)) == (None, expected)


@pytest.mark.parametrize(
    ("carried", "expected"),
    [
        ((date(2020, 1, 1), date(2024, 6, 30)), (date(2024, 1, 1), date(2024, 12, 31))),
        ((None, None), YEAR),
    ],
)
def test_the_whole_year_is_that_of_the_text(carried, expected):
    told = mark(0, *YEAR, PeriodRole.SAME)
    assert resolved(told, reading(told), Clock(SEEN, carried=carried)) == expected


def test_the_whole_year_behind_another_time_is_the_year_of_that():
    other, told = mark(0, *HALF), mark(20, date(2024, 1, 1), date(2024, 12, 31), PeriodRole.SAME)
    assert resolved(told, reading(other, told), Clock(SEEN)) == YEAR


def test_the_same_period_is_the_one_named_before_else_that_of_the_text():
    other, told = mark(0, *HALF), mark(20, None, None, PeriodRole.SAME)
    assert resolved(told, reading(other, told), Clock(SEEN, carried=YEAR)) == HALF
    assert resolved(told, reading(told), Clock(SEEN, carried=YEAR)) == YEAR
    window = mark(0, *HALF, PeriodRole.WINDOW)
    assert resolved(told, reading(window, told), Clock(SEEN, carried=YEAR)) == YEAR


def test_five_years_end_where_the_text_stands():
    told = mark(0, None, None, PeriodRole.SAME, shift=5)
    ended = (date(2021, 1, 1), date(2025, 6, 30))
    assert resolved(told, reading(told), Clock(SEEN, carried=HALF)) == ended
    assert resolved(told, reading(told), Clock(SEEN)) == (None, None)


def test_a_year_later_moves_the_time_before_it():
    other, later = mark(0, *HALF), mark(20, None, None, PeriodRole.LATER, shift=1)
    moved = (date(2026, 1, 1), date(2026, 6, 30))
    assert resolved(later, reading(other, later), Clock(SEEN)) == moved
    assert resolved(later, reading(later), Clock(SEEN, carried=HALF)) == moved
    assert resolved(later, reading(later), Clock(SEEN)) == (None, None)
    by_then = mark(20, None, None, PeriodRole.LATER, shift=1, yearless=True)
    assert resolved(by_then, reading(by_then), Clock(SEEN, carried=HALF)) == (None, moved[1])


def test_the_same_day_is_the_last_day_named():
    day = date(2025, 5, 3)
    months, one, same = mark(0, *HALF), mark(10, day, day), mark(30, None, None, PeriodRole.LATER)
    assert resolved(same, reading(months, one, same), Clock(SEEN)) == (day, day)
    assert resolved(same, reading(one, mark(20, *HALF), same), Clock(SEEN)) == (day, day)
    assert resolved(same, reading(months, same), Clock(SEEN)) == HALF


@pytest.mark.parametrize(
    ("as_of", "carried", "expected"),
    [
        (date(2025, 9, 30), (None, None), date(2025, 9, 30)),
        (date(2024, 9, 30), (None, None), END),
        (date(2025, 12, 30), (None, None), END),  # not yet over on the publish day
        (SEEN, (None, None), SEEN),
        (None, (None, date(2025, 6, 30)), date(2025, 6, 30)),
        (None, HALF, END),
    ],
)
def test_this_year_ends_at_an_as_of_day(as_of, carried, expected):
    told = mark(0, *YEAR)
    marks = [told] if as_of is None else [told, mark(20, None, as_of, PeriodRole.AS_OF)]
    assert resolved(told, reading(*marks), Clock(SEEN, carried=carried)) == (YEAR[0], expected)


def test_other_years_and_undated_texts_are_not_cut():
    told, end = mark(0, date(2024, 1, 1), date(2024, 12, 31)), mark(20, None, date(2024, 9, 30), PeriodRole.AS_OF)
    assert resolved(told, reading(told, end), Clock(SEEN)) == (told.first, told.last)
    assert resolved(told, reading(told, end), Clock(None)) == (told.first, told.last)
