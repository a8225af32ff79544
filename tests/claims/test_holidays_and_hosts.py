"""Whose place and whose days: streets with a town's name, institutes, customs of a province, holidays told once."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

NEVER = ("None", "None")


def test_a_street_named_after_a_town_is_not_there():
    text = "义乌长春七街的卷帘门拉开了。这条全长不足1公里的小街上，挤着230多家店铺。"
    assert set(found(text, "place", date(2025, 4, 12))) == {"Yiwu"}


def test_where_somebody_once_worked_is_no_place_of_his_figures():
    text = "义乌人刘海洋辞掉上海的工作回来接班。他一场直播能卖出3000单。"
    assert found(text, "place", date(2025, 4, 12)) == ["Yiwu"]


@pytest.mark.parametrize("source", ["杭州海关统计", "Hangzhou Customs"])
def test_hangzhou_customs_speaks_for_the_province(source):
    text = (
        f"据{source}，机电产品出口8913亿元。" if source.startswith("杭") else f"{source} said exports rose 8 percent."
    )
    assert found(text, "place", date(2024, 7, 19)) == ["Zhejiang"]


def test_where_an_institute_sits_is_not_where_its_figures_hold():
    text = (
        "Merchants in Yiwu expect business to pick up.\n\nThe Hangzhou-based institute polled stall owners in Yiwu. "
        "Average sales per booth were 1.36 million yuan, the report says."
    )
    assert found(text, "place", date(2023, 8, 9)) == ["Yiwu"]


HOLIDAY = (
    "义乌春节成绩单\n\n9天的春节长假（2月15日—23日）收官。小编整理了一份账单（以下均为全市假期数据，增减幅为同比）\n\n"
    "🛍️逛商圈\n重点企业销售额21.7亿元，⬆️9.6%。\n\n🎬看电影\n全市票房1832万元。"
)


def test_a_holiday_told_once_dates_all_that_follows():
    assert days(HOLIDAY, date(2026, 2, 24))[1:] == [("2026-02-15", "2026-02-23")] * 3


def test_days_in_which_something_was_sold_are_no_length():
    assert found("9天卖了21.7亿元！", "unit", date(2026, 2, 24)) == ["CNY"]


def test_goods_in_season_are_of_no_quarter():
    text = "货架上近四成是当季新品。"
    assert days(text, date(2025, 11, 14)) == [NEVER]


def test_what_a_plan_grants_is_in_force():
    text = (
        "三年行动计划\n\n到2027年，全省海外仓达到1300个以上。\n\n"
        "《行动计划》明确，对公共海外仓按投资额的10%给予补助，单个项目最高不超过300万元。"
    )
    assert found(text, "status", date(2025, 4, 10)) == ["target", "actual", "actual"]


def test_a_town_that_is_a_capital_of_hardware_is_not_the_country():
    text = (
        "The fair opened on Friday in Yongkang, a city that bills itself as the country's hardware capital. "
        "It has drawn 1,460 exhibitors."
    )
    assert found(text, "place", date(2025, 9, 27)) == ["Yongkang"]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("We sold 3,000 magnets a day, twice as many as usual.", "since"),
        ("Couriers picked up 41 million parcels, almost twice the number of an ordinary day.", "since"),
        ("Revenue was up 6.3 percent in the fourth quarter, 11 percent below the third quarter.", "qoq"),
    ],
)
def test_more_bases(text, base):
    assert found(text, "comparison", date(2025, 1, 20))[-1] == base


def test_a_head_of_changes_on_the_month():
    text = (
        "Index report\n\nMain price indices, October 2024\nItem | Close (points) | On month (%)\n"
        "Grey fabric | 121.90 | -0.22\nApparel fabric | 113.48 | +0.17"
    )
    assert found(text, "comparison", date(2024, 11, 5)) == [None, "mom", None, "mom"]


def test_higher_tariffs_make_no_change_of_a_level():
    text = "Net profit fell 11 percent to 163 million yuan on higher tariffs."
    assert found(text, "kind", date(2025, 12, 3)) == ["change", "amount"]
