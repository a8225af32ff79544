"""Sums told without a unit, growth rates that turn, windows of other words, and lines that date the rows under them."""

from datetime import date

import pytest

from barometer.claims import extract
from tests.claims.claims_read import found, spans

SEEN = date(2026, 6, 19)


@pytest.mark.parametrize(
    ("text", "value", "modifier"),
    [
        ("淡季里一个月也能净赚三万出头，她很知足。", 30000, "gt"),
        ("两口子一年能挣二十多万。", 200000, "gt"),
        ("装修花了8万，他觉得值。", 80000, "eq"),
    ],
)
def test_what_somebody_earns_or_spends_is_money_without_its_unit(text, value, modifier):
    (claim,) = extract(text, SEEN)
    assert (claim.value, claim.unit, claim.modifier) == (value, "CNY", modifier)


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("市场里的伞，十把有七把出自这个镇。", "十把有七把", 70),
        ("展馆里的展商，十家有四家做外贸。", "十家有四家", 40),
        ("那年，一百个里有三个没能出货。", "一百个里有三个", 3),
    ],
)
def test_so_many_of_ten_or_a_hundred_is_a_share(text, quote, value):
    (claim,) = extract(text, SEEN)
    assert (claim.quote, claim.value, claim.unit, claim.kind) == (quote, value, "percent", "share")


@pytest.mark.parametrize(
    "text",
    [
        "销量时隔两个季度重新转正。",
        "指数连续五个交易日走高。",
        "开播三小时就把样品卖空了。",
    ],
)
def test_how_long_it_took_or_went_on_is_no_claim(text):
    assert extract(text, SEEN) == []


def test_points_of_an_index_told_without_a_verb_are_its_points():
    assert found("用工指数48.6，比上月低1.3个点。", "unit") == ["index_point", "index_point"]


def test_less_than_a_length_that_another_was_cut_to_is_one():
    assert found("查验时间由2天缩短至不足1天。", "quote") == ["2天", "不足1天"]


def test_a_growth_rate_that_turned_from_another_is_a_change_of_the_same():
    claims = extract("5月，全市对非洲出口增速由4月的8.3%加快至11.6%。", SEEN)
    assert [(claim.kind, claim.direction) for claim in claims] == [("change", "up"), ("change", "up")]
    assert claims[0].indicator == claims[1].indicator
    assert spans("5月，全市对非洲出口增速由4月的8.3%加快至11.6%。") == [
        ("2026-04-01", "2026-04-30"),
        ("2026-05-01", "2026-05-31"),
    ]


def test_two_sums_before_a_rate_that_turned_lend_it_no_subject_each():
    claims = extract("5月，全市对非洲出口82亿元，折合11亿美元，增速由4月的8.3%加快至11.6%。", SEEN)
    assert claims[-1].indicator == claims[-2].indicator


def test_a_share_of_those_asked_is_nobody_who_speaks_on():
    text = "六成商户选“人手不足”，近四成提到回款慢。一季度，平均账期为58天。"
    assert "近四成" not in found(text, "attributed_to")


def test_somebody_told_of_by_trade_that_evening_is_who_is_quoted_behind():
    text = "主播阿敏当晚架着手机卖发箍。“平时两成买家在国外。”她说。"
    assert found(text, "attributed_to") == ["阿敏"]


def test_what_a_screen_shows_is_nobodys_word():
    assert found("门口电子屏显示，当日客流已达6.2万人次。", "attributed_to") == [None]


def test_a_fair_named_after_the_nation_is_where_its_brackets_say():
    assert found("为期三天的中国（永康）五金展昨日闭幕。", "place") == ["Yongkang"]


def test_a_town_behind_its_county_is_what_the_text_tells_of():
    text = "温岭的渔网怎么卖到海外\n\n清早，温岭市石塘镇的作坊已经开工。这个小镇聚集着作坊86家。"
    assert found(text, "place") == ["Shitang"]


def test_a_line_with_a_day_in_brackets_dates_the_rows_under_it():
    text = (
        "义乌“618”快递战报\n\n6月1日至18日，义乌揽收快件4.6亿件。\n\n🚚家底一览（截至6月18日）\n"
        "▪️投入临时用工5200名\n▪️新增货车340辆\n"
    )
    assert spans(text, date(2026, 6, 19))[1:] == [(None, "2026-06-18"), (None, "2026-06-18")]


def test_a_rank_held_again_is_a_rank():
    assert found("义乌蝉联第一。", "unit") == ["rank"]


def test_calls_of_ships_are_counted_by_their_word():
    assert found("全月进出港船舶410艘次。", "quote") == ["410艘次"]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("从报价到出货用了26天。", "报价到出货"),
        ("光办证就用了40天。", "光办证"),
        ("光样品费就花了18万元。", "光样品费"),
    ],
)
def test_what_took_so_long_or_cost_so_much_is_named_without_the_verb(text, indicator):
    assert found(text, "indicator") == [indicator]


def test_what_others_of_those_asked_chose_is_a_share_too():
    assert found("55%的商户选“租金上涨”，32%选“客流下滑”。", "kind") == ["share", "share"]
    assert found("61%的企业担心运费，27%担心汇率。", "kind") == ["share", "share"]
