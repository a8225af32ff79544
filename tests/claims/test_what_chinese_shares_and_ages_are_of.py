"""What Chinese shares, ages, rates and points are of, where the name stands a clause before or behind a time."""

from datetime import date

import pytest

from tests.claims.claims_read import found

SEEN = date(2025, 4, 22)


def of(text):
    return found(text, "indicator", SEEN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("选择“海外需求偏弱”的企业最多，占63.5%。", ["海外需求偏弱"]),
        ("“运费上升”“汇率波动”分别占41.2%和37.8%。", ["运费上升", "汇率波动"]),
        ("企业41万户，个体工商户96万户，分别占全市总量的30%和70%。", ["企业", "个体工商户"] * 2),
        ("采用美元结算的企业占三成。", ["采用美元结算的企业"]),
    ],
)
def test_what_has_a_share(text, expected):
    assert of(text) == expected


@pytest.mark.parametrize("moved", ["跌幅最大，下跌1.07%", "降幅居首，下降2.1%"])
def test_what_moved_most(moved):
    assert of(f"文具类上涨1.86%；鞋帽类{moved}。")[-1] == "鞋帽类"


def test_who_is_of_an_age():
    assert of("改造小区20个，为30万名60岁以上老年人提供培训。")[1:] == ["老年人", "老年人"]
    assert of("新设主体中，35岁以下经营者占三成。")[0] == "经营者"


@pytest.mark.parametrize("years", ["2025年至2027年", "2025—2027年"])
def test_the_name_may_stand_behind_its_years(years):
    assert of(f"梁静预计，公司{years}净利润分别为3.5亿元、4.2亿元和5.1亿元。") == ["净利润"] * 3


def test_what_is_left_out_names_nothing():
    assert of("固定资产投资下降4.6%，扣除房地产投资后增长5.9%。") == ["固定资产投资", "固定资产投资"]


def test_the_share_of_a_whole_is_what_its_points_are_of():
    assert of("货物出口3.57万亿元，占全国的份额达到15%，提高0.7个百分点。")[-1] == "占全国的份额"


def test_rates_of_a_line_are_named_behind_where_it_ends():
    assert of("宁波至汉堡集装箱即期运价约2180美元。") == ["集装箱即期运价"]


def test_about_so_many_a_year_name_what_was_told():
    assert of("那年只发了4个集装箱，现在一年差不多要发60个。") == ["集装箱", "集装箱"]
