"""With what a change is compared: call 9 of the guideline."""

from datetime import date

import pytest

from barometer.claims import extract
from barometer.claims.comparison import comparison_of
from barometer.claims.values import Cue, Mark

SEEN = date(2025, 7, 12)


def bases(text, seen=SEEN):
    return [claim.comparison for claim in extract(text, seen)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In June, Yiwu's exports rose 5% from May.", ["mom"]),
        ("In June, Yiwu's exports rose 5% from February.", ["since"]),
        ("Yiwu's exports in 2024 rose 5% from 2023.", ["yoy"]),
        ("Yiwu's exports in 2024 rose 5% from 2019.", ["since"]),
        ("Yiwu's exports grew 5%.", [None]),
        ("6月义乌出口同比增长5%，进口增长6%。", ["yoy", "yoy"]),
        ("6月义乌出口增长5%。", [None]),
        ("6月义乌出口同比增长5%。今年全市力争出口增长8%。", ["yoy", None]),
        ("6月义乌出口同比增长5%，运费一周涨了三成。", ["yoy", None]),
        ("义乌商户净增300户。", [None]),
        ("In January, Yiwu's exports rose 5% from December.", ["mom"]),
        ("Yiwu's exports rose 5% and, compared with May, imports fell 3%.", ["mom", "mom"]),
        ("Yiwu's exports rose 5% in value, compared with May.", ["mom"]),
        ("Yiwu's exports fell 5% in 2023 from 2022 but rose 9% a year later.", ["yoy", None]),
        ("改造后，义乌产能增长5%，成本下降3%。", ["since", "since"]),
        ("义乌增速比宁波高2.1个百分点。", [None]),
    ],
)
def test_base(text, expected):
    assert bases(text) == expected


def test_a_month_as_base_needs_no_period():
    assert bases("Yiwu's exports rose 5% from May.", None) == ["mom"]


def test_a_base_said_of_all_figures_holds_backwards():
    assert bases("6月义乌出口增长5%，进口下降6%（均为同比）。") == ["yoy", "yoy"]


def test_a_figure_without_change_has_no_base():
    assert bases("6月义乌出口80亿元，同比增长5%。") == [None, "yoy"]


MONTH, QUARTER = (date(2025, 6, 1), date(2025, 6, 30)), (date(2025, 4, 1), date(2025, 6, 30))


@pytest.mark.parametrize(
    ("base", "period", "expected"),
    [
        ("yoy", MONTH, "yoy"),
        ("lastyear", MONTH, "yoy"),
        ("mom", MONTH, "mom"),
        ("mom", QUARTER, "qoq"),
        ("mom", (date(2025, 1, 1), date(2025, 6, 30)), "mom"),
        ("mom", (date(2025, 2, 1), date(2025, 4, 30)), "mom"),
        ("mom", (date(2025, 4, 2), date(2025, 6, 30)), "mom"),
        ("mom", (None, date(2025, 6, 30)), "mom"),
        ("year:2024", MONTH, "yoy"),
        ("year:2023", MONTH, "since"),
        ("year:2024", (None, date(2025, 6, 30)), "yoy"),
        ("year:2024", (None, None), "since"),
        ("month:5", MONTH, "mom"),
        ("month:4", MONTH, "since"),
        ("month:5", (None, date(2025, 6, 30)), "mom"),
        ("month:5", (None, None), "mom"),
        ("month:12", (date(2025, 1, 1), date(2025, 1, 31)), "mom"),
        ("month:11", (date(2025, 12, 1), date(2025, 12, 31)), "mom"),
        ("month:10", (date(2025, 11, 1), date(2025, 11, 30)), "mom"),
        ("quarter:1", QUARTER, "qoq"),
        ("quarter:4", QUARTER, "since"),
        ("quarter:4", (date(2025, 1, 1), date(2025, 3, 31)), "qoq"),
        ("quarter:3", (date(2025, 10, 1), date(2025, 12, 31)), "qoq"),
        ("quarter:2", (date(2025, 7, 1), date(2025, 9, 30)), "qoq"),
        ("quarter:1", (None, date(2025, 6, 30)), "qoq"),
        ("quarter:2", (None, None), "qoq"),
    ],
)
def test_what_a_base_is_called(base, period, expected):
    assert comparison_of(Mark(0, 1, Cue.BASE, base), period) == expected


def test_a_gap_to_another_place_is_no_base():
    assert comparison_of(Mark(0, 1, Cue.GAP, "yoy"), MONTH) is None
