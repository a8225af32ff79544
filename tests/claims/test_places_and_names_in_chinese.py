"""Chinese places and subjects: buyers abroad, lanes, causes, plants abroad, shares moved, heads in brackets, boxes."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

NEVER = ("None", "None")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("龙泉的工厂有80名工人，仅迪拜一家连锁超市就追加了6万只雨伞。", ["Longquan"] * 2),
        ("在龙泉做了12年生意的哈桑说，每月发40个货柜回迪拜，杯子9.5元一个。", ["Longquan"] * 3),
        ("宁波港口忙。上周宁波至南美西航线运价指数报1286.4点，较前一周回落7.2%。", [None, None]),
        ("宁波港口忙。上周宁波出口集装箱运价指数报1286.4点。", ["Ningbo"]),
        ("在龙泉卖伞的陈红说，“美国加税以后，一把折叠伞现在9.5元”。", ["Longquan"]),
    ],
)
def test_where_a_figure_holds(text, places):
    assert found(text, "place") == places


def test_a_plant_abroad_told_of_in_a_quotation_by_itself():
    text = "在龙泉做伞的陈国告诉记者，今年以来出货900个标箱。“我在越南投资1200万元建了分厂，能承担四分之一的产能。”"
    assert found(text, "place")[1:] == ["Vietnam"] * 2
    assert found(text, "indicator")[1] == "越南投资"
    assert days(text) == [("2026-01-01", "2026-06-19"), NEVER, NEVER]


def test_what_a_planned_dividend_comes_to_has_its_time():
    text = "第二季度净利润11.8亿元，增长20.9%。公司拟每10股派发现金红利1.2元（含税），合计派现6.58亿元。"
    assert days(text, date(2026, 8, 21))[-1] == NEVER


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("回程班列641列，占比35.9%，较上年提高3.2个百分点。", "占比"),
        ("其中回程班列占比35.9%，较上年提高3.2个百分点。", "回程班列占比"),
        ("拉美是最大市场，占比34.5%。", "拉美"),
        ("发往美国的货只占三成。", "发往美国的货"),
        ("【原料】冷轧卷板均价4085元。", "冷轧卷板均价"),
        ("进出口总值1.42万亿元，同比（下同）增长8.7%。", "进出口总值"),
        ("明年出口不会断崖式下滑，预计增长4%。", "出口"),
        ("海运费涨得太快，一个高柜比年初贵了900美元。", "海运费"),
        ("这款高柜比年初贵了900美元。", "高柜"),
        ("东盟、非洲合计占比升至22.4%。", "东盟、非洲"),
        ("超市追加了6万只拉杆箱。", "拉杆箱"),
    ],
)
def test_what_is_measured(text, subject):
    assert found(text, "indicator")[-1] == subject


def test_each_list_of_changes_takes_up_the_figures_in_their_order():
    text = "平台共开行班列218列，运货18036标箱，同比分别增长7.4%和9.1%，环比分别下降3.5%、2.8%。"
    assert found(text, "indicator")[2:] == ["班列", "运货"] * 2
