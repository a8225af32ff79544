"""Chinese turns that had been read wrongly: what guests of a fair have at home, plants abroad, lists of rates."""

from datetime import date
from functools import partial

import pytest

from barometer.claims import extract
from tests.claims import claims_read

SEEN = date(2026, 9, 20)
found = partial(claims_read.found, seen=SEEN)
spans = partial(claims_read.days, seen=SEEN)
UNDATED = ("None", "None")
FAIR = ("2026-09-15", "2026-09-18")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "9月15日至18日，义博会在义乌举行，设展位3600个。客商订了5柜灯具。她在阿拉木图有两家店。",
            [FAIR, FAIR, UNDATED],
        ),
        ("9月15日至18日，义博会在义乌举行，设展位3600个。“这里的价格比我们当地便宜四成。”他说。", [FAIR, UNDATED]),
        ("去年，公司发货300个柜。他还在达喀尔建了一座5000平方米的仓库。", [("2025-01-01", "2025-12-31"), UNDATED]),
        ("楼国平的袜厂今年3月投产，一期投资900万美元，本地工人160名。", [UNDATED, UNDATED]),
        ("楼国平的袜厂今年3月投产，已出货30万双。", [("2026-03-01", "2026-03-31")]),
        ("今年上半年出库货值8亿元。仓库本地员工占七成。", [("2026-01-01", "2026-06-30"), UNDATED]),
        ("商会对180家会员企业的问卷调查显示，四成企业对全年出口表示乐观。", [UNDATED, UNDATED]),
    ],
)
def test_when_it_holds(text, expected):
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("从宁波发货到胡志明要12天。", ["Ningbo"]),
        ("走进埃塞俄比亚东方工业园，义乌企业华达鞋业的车间里，1200名工人正在赶工。", ["Ethiopia"]),
        ("在坦桑尼亚达累斯萨拉姆，浙江人在当地开的塑料厂有工人320名。", ["Dar es Salaam"]),
    ],
)
def test_where_it_holds(text, expected):
    assert found(text, "place") == expected


RATES = (
    "运价速递（9月11日）\n\n数据来源：宁波航运交易所，涨跌幅均较上周：\n欧洲航线：1830美元/TEU，涨2.1%\n"
    "美西航线：2010美元/FEU，跌4.3%"
)


def test_rates_of_lanes_take_the_day_of_the_title_and_the_source_over_them():
    told = extract(RATES, SEEN)
    assert {(str(one.period_start), one.attributed_to, one.place) for one in told} == {
        ("2026-09-11", "宁波航运交易所", None)
    }
    assert [one.comparison for one in told] == [None, "since", None, "since"]


def test_what_there_is_in_all_is_named_without_the_verb():
    assert found("全市共有规上工业企业6800家。", "indicator") == ["规上工业企业"]
