"""Who answers or watches, whose a figure is that stands behind a town alone, and names that are no places."""

from datetime import date

import pytest

from tests.claims.claims_read import found

DAY = date(2025, 6, 15)


def test_a_body_answers_in_brackets():
    text = "问：申报时限多长？\n答（义乌海关）：在义乌口岸，今年前5个月申报出口120万票。"
    assert found(text, "attributed_to", DAY) == ["义乌海关"]


def test_a_label_may_stand_apart_from_the_name():
    text = "袜业商户 沈玉梅：今年前5个月，我接了200单。"
    assert found(text, "attributed_to", DAY)[-1] == "沈玉梅"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("来自宁波航运交易所的监测，5月船舶平均等泊时间为1.5天。", "宁波航运交易所"),
        ("义乌市商务局在上午举行的新闻发布会上给出答案：前5个月出口3200亿元。", "义乌市商务局"),
        ("义乌市玩具行业协会近日对会员企业的问卷调查显示，62%的企业订单增加。", "义乌市玩具行业协会"),
    ],
)
def test_who_watches_briefs_or_asks(text, who):
    assert found(text, "attributed_to", DAY)[0] == who


def test_a_thermometer_says_nothing():
    assert found("冷柜显示温度为零下18摄氏度，仓库有3000吨冻品。", "attributed_to", DAY)[-1] is None


def test_shares_in_a_firm_are_in_no_town():
    text = "Shares in Hongye Stationery rose 6 percent on Monday."
    assert found(text, "place", DAY) == [None]


def test_behind_a_town_alone_the_same_thing_is_counted():
    text = "5月，浙江快递业务量完成30亿件。分地区看，金华市以12.6亿件居全省第一，其中义乌市10.1亿件，增长5.2%。"
    assert set(found(text, "indicator", DAY)) == {"快递业务量"}


def test_a_town_that_is_a_part_stays_what_is_told_of():
    assert found("全市出口512亿元，其中义乌占七成。", "indicator", DAY)[-1] == "义乌"


@pytest.mark.parametrize("text", ["展会共吸引客商15.2万人次到会，比上届增长8.4%。", "展会共吸引客商15.2万人到场。"])
def test_those_who_came_are_named_in_front(text):
    assert set(found(text, "indicator", DAY)) == {"客商"}


def test_a_county_that_told_its_figures_last_is_not_where_they_hold():
    text = "随着岱山县公布统计数据，浙江53个县（市）2024年经济数据全部揭晓。"
    assert found(text, "place", DAY) == ["Zhejiang"]


def test_so_many_of_those_asked_are_a_share():
    assert found("调查显示，62%的企业订单增加。", "kind", DAY) == ["share"]


def test_a_growth_of_firms_orders_is_no_share():
    assert found("全年有望保持5%的企业订单增速。", "kind", DAY) != ["share"]
