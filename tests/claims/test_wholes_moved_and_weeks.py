"""Wholes that a part moves, shares told by heads, what goes on of a week beside a year, and either of two answers."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

SEEN = date(2025, 8, 25)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("义乌进出口增长两成，拉动全省进出口增长2.5个百分点。", "Zhejiang"),
        ("义乌市出口增长两成，带动全省出口增长2.5个百分点。", "Zhejiang"),
    ],
)
def test_what_a_part_moves_is_of_the_whole(text, place):
    assert found(text, "place", SEEN, "浙江日报")[-1] == place


def test_a_part_of_the_city_is_not_the_city():
    text = "金华市上半年外贸\n\n义乌市进出口3702亿元，占全市的八成，拉动全市外贸增长12个百分点。"
    assert found(text, "place", SEEN, "金华海关") == ["Yiwu", "Yiwu", "Jinhua"]


@pytest.mark.parametrize(
    ("text", "value"), [("每8个浙江人中就有1个是老板。", "12.5"), ("每4个义乌人里有1个做生意。", "25")]
)
def test_so_many_of_the_people_of_a_place_are_a_share(text, value):
    assert [str(found(text, "value", SEEN)[0].normalize()), *found(text, "unit", SEEN)] == [value, "percent"]


def test_beside_the_year_the_week_goes_on():
    text = (
        "8月24日，价格总指数收于101.63点，较上周上涨0.12点，与去年同期相比上涨1.4%。"
        "其中，场内指数为100.87点，上涨0.09点。"
    )
    assert [base for base in found(text, "comparison", SEEN) if base] == ["since", "yoy", "since"]


def test_either_of_two_answers_is_no_forecast():
    text = "梁静预计，9月份指数将达102点。调查显示，六成商户订单持平或增加，一成商户库存偏高。"
    assert found(text, "status", SEEN)[-1] == "actual"
    assert days(text, SEEN)[-1] == ("None", "None")
