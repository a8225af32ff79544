"""With what a change is compared: call 9 of the guideline."""

from datetime import date

import pytest

from barometer.claims import extract

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
