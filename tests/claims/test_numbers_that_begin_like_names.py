"""Numbers that begin like names, zeros and bare heads, subtitles, offices that answer, rates set against others."""

from datetime import date

import pytest

from barometer.claims import extract
from tests.claims.claims_read import days, found

NINE_MONTHS = ("2026-01-01", "2026-09-30")


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("前三季度，进出口总值6182.5亿元。", 618250000000),
        ("全年出口99640万元。", 996400000),
        ("市场商户10392户。", 10392),
        ("发送旅客61805人次。", 61805),
    ],
)
def test_a_number_that_begins_like_a_name_is_read_whole(told, value):
    assert [claim.value for claim in extract(told, date(2026, 10, 20))] == [value]


@pytest.mark.parametrize("told", ["618期间订单不少。", "拨打12345热线。", "市场采购（1039）方式。"])
def test_a_name_that_is_a_number_still_measures_nothing(told):
    assert extract(told, date(2026, 10, 20)) == []


def test_no_growth_is_a_change_of_nothing():
    (claim, *_) = extract("7月份，全市进口同比零增长，出口增长4.1%。", date(2026, 8, 12))
    assert (claim.quote, claim.value, claim.kind, claim.direction, claim.comparison) == (
        "零增长", 0, "change", "flat", "yoy",
    )  # fmt: skip


def test_retail_is_no_growth_of_nothing():
    assert found("1-7月，全市社零增长6.3%。", "quote", date(2026, 8, 12)) == ["6.3%"]


def test_bare_heads_are_people():
    (claim,) = extract("据不完全统计，全市从事快递的人员有二十余万。", date(2026, 8, 12))
    assert (claim.unit, claim.modifier, claim.attributed_to) == ("person", "gt", None)


def test_messages_of_customers_are_no_customers():
    assert found("周雅回复了30多条客户消息。", "unit", date(2026, 8, 12)) == ["count"]


def test_almost_blurs_a_number():
    assert found("运价较年初几乎翻了一番。", "modifier", date(2026, 8, 12)) == ["approx"]


WEEKLY = """备货升温 总价格指数周涨0.21%
——小商品指数周评（2026年第33期）

据小商品指数编制办公室监测，本期（8月10日—8月16日）总价格指数收于102.11点。

一、分类行情
玩具类指数报101.40点，上涨0.35%。
"""


def test_a_subtitle_with_a_bracket_belongs_to_the_title():
    assert set(days(WEEKLY, date(2026, 8, 17))) == {("2026-08-10", "2026-08-16")}


def test_an_office_and_a_name_with_a_colon_answer():
    text = "省商务厅举行发布会。\n\n晨报记者：海外仓有何进展？\n\n省商务厅外贸处处长陈立：全省海外仓已达900个。"
    assert found(text, "attributed_to", date(2026, 8, 12)) == ["陈立"]


def test_a_firm_called_after_its_province_lies_where_the_story_is():
    text = "永康杯子卖全球\n\n前8月，永康市出口86亿元。\n\n浙江远帆杯业总经理胡军说，去年公司投入800万元。"
    assert found(text, "place", date(2026, 9, 12)) == ["Yongkang", "Yongkang"]


def test_what_is_planned_for_the_year_is_a_goal():
    (claim,) = extract("全年计划组织企业不少于1.5万家次。", date(2026, 4, 20))
    assert (claim.status, str(claim.period_end)) == ("target", "2026-12-31")


def test_a_share_of_the_plan_for_the_year_is_a_fact():
    assert found("1-6月已完成全年计划的62%。", "status", date(2026, 7, 20)) == ["actual"]


@pytest.mark.parametrize(
    "told",
    [
        "The jobless rate averaged 4.3 percent, compared with 4.4 percent a year earlier.",
        "The gross margin narrowed to 21.5 percent from 23.8 percent in 2025.",
    ],
)
def test_a_rate_set_against_another_is_of_the_time_told(told):
    text = f"Output rose 5 percent in the first three quarters. {told}"
    assert days(text, date(2026, 10, 20))[1] == NINE_MONTHS


def test_a_duty_lowered_by_somebody_is_of_no_time_told_before():
    text = "Exports rose 5 percent in April. Washington lowered its duty on parcels to 54 percent from 120 percent."
    assert days(text, date(2026, 5, 20))[1] == ("None", "None")


def test_a_surveyed_rate_is_no_answer_of_those_asked():
    text = "Output rose 5 percent in the first quarter. The surveyed urban unemployment rate averaged 4.6 percent, \
compared with 4.7 percent a year earlier."
    assert days(text, date(2026, 4, 20))[1] == ("2026-01-01", "2026-03-31")


def test_a_day_is_nobody_who_speaks():
    text = "The cost stood at $6,120 as of Tuesday, up 3 percent from the week before, said Oslo-based broker Nordkap."
    assert set(found(text, "attributed_to", date(2026, 6, 19))) == {"Oslo-based broker Nordkap"}
