"""What a figure measures: call 12 of the guideline."""

from datetime import date

import pytest

from barometer.claims import extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May, Yiwu's toy exports rose 5% to 9 million yuan ($1.3 million).", ["toy exports"] * 3),
        ("Africa accounted for 18 percent of Yiwu's exports.", ["Africa"]),
        ("Yiwu has 5,200 shops.", ["shops"]),
        ("Yiwu sent 300 tonnes of glass beads by rail.", ["glass beads"]),
        ("The waiting time in Yiwu was cut from 6 hours to 40 minutes.", ["waiting time"] * 2),
        ("Sales of bags and toys in May grew 6% and 9%, respectively.", ["Sales of bags", "toys"]),
        ("4月，义乌进出口总值80亿元，增长8%；其中出口70亿元，增长6%。", ["进出口总值", "进出口总值", "出口", "出口"]),
        ("箱包、玩具出口分别增长6%、9%。", ["箱包", "玩具出口"]),
        ("义乌通关时间由6小时压缩至40分钟。", ["通关时间", "通关时间"]),
        ("The parcel volume in Yiwu was 11 million parcels.", ["parcel volume"]),
        ("The price of lamps in Yiwu rose from 9 yuan to 12 yuan.", ["price of lamps"] * 2),
        ("Sales of 20-tonne trucks in Yiwu rose 5 percent.", ["trucks", "Sales of 20-tonne trucks"]),
        ("义乌箱包、帽子、玩具出口分别增长6%、8%、9%。", ["箱包", "帽子", "玩具出口"]),
        ("义乌玩具出口占全市的四成。", ["玩具出口"]),
        ("It reached 300 pieces.", ["pieces"]),
        ("Yiwu had 400 lamps and 300 pieces.", ["lamps", "lamps"]),
    ],
)
def test_indicator(text, expected):
    assert [claim.indicator for claim in extract(text, date(2025, 7, 12))] == expected


def test_a_subject_of_the_sentence_before_goes_on_and_is_marked():
    *_, claim = extract("In May, Yiwu's toy exports reached 9 million yuan. That was up 5%.", date(2025, 7, 12))
    assert claim.indicator == "toy exports"
    assert "indicator" in claim.inherited
