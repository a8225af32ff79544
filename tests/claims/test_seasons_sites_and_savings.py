"""Turns of Chinese trade news: seasons named again, where goods only go, what is saved, what somebody did."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from barometer.claims import extract
from tests.claims import claims_read

SEEN = date(2026, 9, 30)
found = partial(claims_read.found, seen=SEEN)


def spans(text, seen=SEEN):
    return [(claim.period_start, claim.period_end) for claim in extract(text, seen)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("她的账号有3.5万粉丝。", [("person", Decimal(35000))]),
        ("客户限20天交货，他一年只歇3天。", [("day", 20), ("day", 3)]),
        ("这座小城人口只有30多万。", [("person", 300000)]),
        ("全货机航线每周5班，宁波至汉堡的快航每周4班。", [("flight", 5), ("count", 4)]),
        ("工人赶制了3万面国旗。", [("count", 30000)]),
        ("来源：金华24小时客户端", []),
    ],
)
def test_what_is_counted(text, expected):
    assert [(claim.unit, claim.value) for claim in extract(text, SEEN)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("订货额比上届展会同期多两成。", [("change", "since", "up")]),
        ("铁路运输比海运节省15天，省了30万元。", [("change", None, "down"), ("amount", None, None)]),
        ("该机构将全年进口同比增长预测由3%上调至4%。", [("change", "yoy", "up"), ("change", "yoy", "up")]),
        ("出口量是去年同期的1.5倍，其中对中东出口翻了两番。", [("multiple", "yoy", None), ("multiple", "yoy", "up")]),
    ],
)
def test_changes_and_what_they_are_set_against(text, expected):
    assert [(claim.kind, claim.comparison, claim.direction) for claim in extract(text, SEEN)] == expected


def test_a_rate_of_about_so_much_of_something_is_blurred():
    assert found("保险费率约为货价的0.5%。", "modifier") == ["approx"]


def test_a_season_named_again_has_the_days_told():
    text = "双12大促收官\n\n邮政局统计，12月1日至12日，全市揽收包裹2亿件。\n\n整个大促，永康揽收3000万件。"
    assert spans(text, date(2026, 12, 14))[-1] == (date(2026, 12, 1), date(2026, 12, 12))


def test_a_fair_that_closed_has_its_days():
    text = "昨日，为期3天的第5届五金博览会落下帷幕，于5月6日开幕。\n\n文旅局数据显示，展会期间，入住率达90%。"
    assert spans(text, date(2026, 5, 9))[-1] == (date(2026, 5, 6), date(2026, 5, 8))


def test_the_first_day_of_a_market_is_the_one_told():
    text = "2月22日，义乌国际商贸城迎来羊年开市。\n\n店主王芳告诉记者：“开市头天上午就签了3单。”"
    assert spans(text, date(2027, 2, 24)) == [(date(2027, 2, 22), date(2027, 2, 22))]


def test_a_day_by_its_number_and_who_calls_out():
    text = "网店老板陈国梁嗓子都哑了：“9号一天卖了3200单。”"
    assert spans(text) == [(date(2026, 9, 9), date(2026, 9, 9))]
    assert found(text, "attributed_to") == ["陈国梁"]
    assert found(text, "indicator") == ["卖了"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在义亭镇的永丰杯业，5条生产线已经开动。厂长刘志强说，返岗率有92%。", ["Yiting", "Yiting"]),
        ("金华共揽收包裹1000万件，新疆、西藏方向翻了一番。国际件寄出20万件。", ["Jinhua", "Jinhua", "Jinhua"]),
        ("义乌商户订单多了两成。首次参赛的约旦，人口只有1100多万。有客户订了3万面旗子。", ["Yiwu", "Jordan", "Yiwu"]),
        ("义乌商户卖出20万件。要是墨西哥队出线，还能再卖10万件。", ["Yiwu", "Yiwu"]),
        ("她在义乌和同乡合租摊位，一米赚两分钱。", ["Yiwu"]),
        ("某平台东南亚站点宣布，佣金率上调至9%。", ["Southeast Asia"]),
        ("上海至欧洲运价下跌。世界集装箱运价指数报1964点。", [None]),
    ],
)
def test_where_figures_hold(text, expected):
    assert found(text, "place") == expected


def test_where_a_firm_is_to_build_is_not_where_it_is():
    text = "锦禾股份净利润增长34% 拟在越南投资5亿元扩建基地\n\n半年报显示，公司境外收入11亿元。"
    assert found(text, "place")[-1] is None


def test_when_the_rains_set_in_dates_nothing():
    text = "上周（6月8日—14日），雨具类上涨2.1%。浙中6月7日入梅，发货量多了三成。"
    assert spans(text, date(2026, 6, 16))[-1] == (date(2026, 6, 8), date(2026, 6, 14))


def test_what_each_flight_holds_has_no_time():
    assert spans("义乌的全货机5月20日首航，每班可载货100吨。")[-1] == (None, None)
