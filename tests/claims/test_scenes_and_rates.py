"""What holds of a scene, a fair or a freight rate: its days, its place, and what goes on with it."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

NEVER = ("None", "None")


def test_something_that_comes_a_month_earlier():
    text = "新春订单比往年提前了一个月。"
    assert found(text, "value", date(2025, 12, 18)) == [1]
    assert found(text, "direction", date(2025, 12, 18)) == ["down"]


def test_a_fair_is_dated_by_its_last_day_and_its_length():
    text = "第8届五金博览会昨闭幕\n\n昨日下午，为期4天的第8届五金博览会在永康落下帷幕。展会吸引客商3.2万人次。"
    assert days(text, date(2025, 10, 25)) == [("2025-10-21", "2025-10-24")] * 2


def test_the_fair_named_again_with_who_takes_part():
    text = (
        "直击广交会\n\n第139届广交会（4月15日至5月5日）15日在广州开幕。\n\n"
        "团长说，本届全省有3100家企业参展。\n\n义乌这次有138家企业参展。"
    )
    assert days(text, date(2026, 4, 16)) == [("2026-04-15", "2026-05-05")] * 2


def test_those_who_come_from_a_town_are_counted_there():
    text = "展会在迪拜举行，42家浙江企业参展，其中17家来自义乌。"
    assert found(text, "place", date(2024, 6, 21))[1] == "Yiwu"
    assert found("其中17家来自义乌、东阳等地。", "place", date(2024, 6, 21)) != ["Yiwu"]


def test_a_raw_material_is_dearer_in_no_town():
    text = "义乌做笔的金国平说，净利不到8%，“ABS塑料每吨又涨了600元。”"
    assert found(text, "place", date(2026, 3, 10))[1] is None
    assert found("余姚ABS塑料报价每吨已涨到11200元。", "place", date(2026, 3, 10)) == ["Yuyao"]


def test_what_goes_on_with_a_freight_rate_holds_in_no_town():
    text = "义乌出口增长5%。宁波至洛杉矶运价报2350美元。“8月可能还要再降10%。”陈波说。"
    assert found(text, "place", date(2025, 7, 9)) == ["Yiwu", None, None]
    text = (
        "Ningbo exported 5 percent more. The route to Santos posted a fall. "
        "Its rate lost 7.6 percent and ended at $2,270, traders said."
    )
    assert found(text, "place", date(2025, 5, 26)) == ["Ningbo", None, None]


def test_a_peak_of_a_month_is_an_old_level():
    text = "运价目前报2350美元，较6月高点6000美元下跌六成以上。"
    assert days(text, date(2025, 7, 9))[1] == ("2025-06-01", "2025-06-30")
    assert found(text, "comparison", date(2025, 7, 9)) == [None, None, "since"]


@pytest.mark.parametrize("lead", ["走进进口馆，", "步入展厅，"])
def test_what_is_seen_on_entering_holds_now(lead):
    text = f"2025年，义乌进口增长8%。\n\n{lead}商品有4.5万种。"
    assert days(text, date(2026, 1, 8))[1] == NEVER


def test_what_is_to_be_done_by_a_day_to_come_is_a_goal():
    text = "9月底前再组织不少于8个团组。"
    assert found(text, "status", date(2025, 8, 14)) == ["target"]
    assert found(text, "status", date(2025, 10, 14)) == ["actual"]


def test_how_many_were_printed_is_none():
    assert found("（共印60份）", "value", date(2025, 8, 14)) == []


def test_the_whole_that_is_watched_has_no_time():
    text = "5月19日，总指数收于101.3点。15个大类商品中，7类上涨，8类下跌。"
    assert days(text, date(2024, 5, 20))[1] == NEVER


def test_a_trade_somebody_has_long_done_has_no_time():
    text = "“今年订单来得早。”做了16年圣诞生意的经营户说，今年卖出260万元。"
    assert days(text, date(2025, 7, 9)) == [NEVER, ("2025-01-01", "2025-12-31")]


def test_calls_of_customers_are_no_people():
    assert found("一天要接六十多通客户电话。", "unit", date(2025, 7, 9)) == ["count"]
