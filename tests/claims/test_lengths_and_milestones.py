"""Half a day and other lengths in Chinese, how much sooner something is done, milestones to come, bulletins."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found


@pytest.mark.parametrize(
    "text",
    ["报关由3天压缩至半天以内。", "报关用时，以前动辄半天。", "现在用小程序，半天就够了。", "货车排队要等半天。"],
)
def test_half_a_day_is_a_length(text):
    assert found(text, "unit")[-1] == "day"
    assert float(found(text, "value")[-1]) == 0.5


def test_half_a_day_that_is_only_said_so():
    assert found("他聊了半天也没买。", "unit") == []


def test_a_length_that_is_enough():
    assert found("现在用AI出图，3天就能上架。", "kind") == ["duration"]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("圣诞订单比往年早来20天。", "down"),
        ("圣诞订单比往年早下单一个月。", "down"),
        ("首批货柜比去年晚走了近10天。", "up"),
    ],
)
def test_how_much_sooner_something_is_done(text, direction):
    assert found(text, "kind") == ["change"]
    assert found(text, "direction") == [direction]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("第500列班列将于6月28日驶出。", "forecast"),
        ("第500列班列于5月28日驶出。", "actual"),
    ],
)
def test_a_milestone_to_come_is_no_fact(text, status):
    assert found(text, "status") == [status]


@pytest.mark.parametrize(("passed", "last"), [("2300", "2024-11-30"), ("1500", "2024-12-03")])
def test_what_a_title_says_was_passed_this_year_ends_as_the_body_says(passed, last):
    title = f"龙泉班列11月开行218列　今年累计突破{passed}列"
    text = f"{title}\n\n据陆港集团统计，2024年11月，龙泉平台共开行218列。1—11月累计开行2326列。"
    assert days(text, date(2024, 12, 3))[1] == ("2024-01-01", last)
