from datetime import date

import pytest

from barometer.claims import extract
from barometer.claims.english.bases import bases
from barometer.claims.english.periods import periods

SEEN = date(2025, 5, 12)
DATED = [
    ("in the first four months", "2025-01-01", "2025-04-30"),
    ("in the first five months of 2024", "2024-01-01", "2024-05-31"),
    ("in April", "2025-04-01", "2025-04-30"),
    ("in November", "2024-11-01", "2024-11-30"),
    ("in March 2023", "2023-03-01", "2023-03-31"),
    ("between January and March", "2025-01-01", "2025-03-31"),
    ("January-April", "2025-01-01", "2025-04-30"),
    ("in the first quarter", "2025-01-01", "2025-03-31"),
    ("Q3 2024", "2024-07-01", "2024-09-30"),
    ("in the first half of last year", "2024-01-01", "2024-06-30"),
    ("last year", "2024-01-01", "2024-12-31"),
    ("this year", "2025-01-01", "2025-12-31"),
    ("in 2023", "2023-01-01", "2023-12-31"),
    ("last month", "2025-04-01", "2025-04-30"),
    ("last quarter", "2025-01-01", "2025-03-31"),
    ("so far this year", "2025-01-01", "2025-05-12"),
    ("by the end of March", None, "2025-03-31"),
    ("as of April 30", None, "2025-04-30"),
    ("by 2027", None, "2027-12-31"),
    ("since 2014", "2014-01-01", None),
    ("since February", "2025-02-01", None),
    ("on May 6", "2025-05-06", "2025-05-06"),
    ("during the 14th Five-Year Plan period", "2021-01-01", "2025-12-31"),
    ("on Tuesday", "2025-05-06", "2025-05-06"),
    ("yesterday", "2025-05-11", "2025-05-11"),
    ("before March", None, "2025-02-28"),
    ("in the quarter to March 31", "2025-01-01", "2025-03-31"),
    ("in the quarter to 30 June 2024", "2024-04-01", "2024-06-30"),
    ("in its quarter through November", "2024-09-01", "2024-11-30"),
    ("in the fiscal first quarter ended April 30", "2025-02-01", "2025-04-30"),
    ("in the half-year to the end of March", "2024-10-01", "2025-03-31"),
]


@pytest.mark.parametrize(("words", "first", "last"), DATED)
def test_period(words, first, last):
    (mark,) = periods(f"{words}, exports rose", SEEN)
    assert (mark.first and mark.first.isoformat(), mark.last and mark.last.isoformat()) == (first, last)


@pytest.mark.parametrize("words", ["this week", "last weekend", "now"])
def test_windows_have_no_dates(words):
    (mark,) = periods(words, SEEN)
    assert (mark.role, mark.first, mark.last) == ("window", None, None)


def test_a_word_is_no_month():
    assert periods("They may march on", SEEN) == []


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("year on year", "yoy"),
        ("from a year earlier", "yoy"),
        ("than in the same period last year", "yoy"),
        ("month-on-month", "mom"),
        ("from the previous month", "mom"),
        ("from the previous quarter", "qoq"),
        ("from a week earlier", "since"),
        ("than ten years ago", "since"),
        ("compared with 2019", "year:2019"),
        ("from May", "month:5"),
    ],
)
def test_base_of_a_comparison(words, base):
    assert [mark.value for mark in bases(f"up 5 percent {words}")] == [base]


def test_the_number_behind_the_end_of_a_month_is_no_day():
    (mark,) = periods("By the end of April 40 shops had opened", SEEN)
    assert mark.last == date(2025, 4, 30)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("By the end of April 40 shops will be open.", 2026),
        ("In March, 40 shops will be open.", 2026),
        ("In March it opened 40 shops and will not rest.", 2025),
        ("In March it sold 40 cars that will be shipped.", 2025),
    ],
)
def test_a_month_in_front_of_what_will_be_is_the_next(text, year):
    (claim,) = extract(text, SEEN, None)
    assert claim.period_end is not None
    assert claim.period_end.year == year
