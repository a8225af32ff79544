from datetime import date

import pytest

from barometer.claims.chinese.bases import bases
from barometer.claims.chinese.periods import periods

SEEN = date(2025, 5, 12)
DATED = [
    ("前4个月", "2025-01-01", "2025-04-30"),
    ("2024年前五个月", "2024-01-01", "2024-05-31"),
    ("1-4月", "2025-01-01", "2025-04-30"),
    ("4月份", "2025-04-01", "2025-04-30"),
    ("11月", "2024-11-01", "2024-11-30"),
    ("一季度", "2025-01-01", "2025-03-31"),
    ("前三季度", "2025-01-01", "2025-09-30"),
    ("上半年", "2025-01-01", "2025-06-30"),
    ("去年", "2024-01-01", "2024-12-31"),
    ("2023年", "2023-01-01", "2023-12-31"),
    ("上月", "2025-04-01", "2025-04-30"),
    ("上季度", "2025-01-01", "2025-03-31"),
    ("今年以来", "2025-01-01", "2025-05-12"),
    ("截至3月底", None, "2025-03-31"),
    ("到2027年", None, "2027-12-31"),
    ("自2014年以来", "2014-01-01", None),
    ("自5月2日起", "2025-05-02", None),
    ("5月6日", "2025-05-06", "2025-05-06"),
    ("“十四五”期间", "2021-01-01", "2025-12-31"),
    ("10月1日至8日", "2024-10-01", "2024-10-08"),
    ("今年", "2025-01-01", "2025-12-31"),
]


@pytest.mark.parametrize(("words", "first", "last"), DATED)
def test_period(words, first, last):
    mark = periods(f"{words}，出口增长", SEEN)[0]
    assert (mark.first and mark.first.isoformat(), mark.last and mark.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("同比", "yoy"),
        ("按年", "yoy"),
        ("比上年", "yoy"),
        ("较去年同期", "yoy"),
        ("环比", "mom"),
        ("较上月", "mom"),
        ("较上年末", "since"),
        ("较上周", "since"),
        ("是十年前的", "since"),
        ("较2019年", "year:2019"),
    ],
)
def test_base_of_a_comparison(words, base):
    assert [mark.value for mark in bases(f"出口{words}增长5%")] == [base]
