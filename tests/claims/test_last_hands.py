"""What the last sets of other hands showed: guests, causes, movers, plans' papers, old levels of the month before."""

from datetime import date

import pytest

from barometer.claims import extract
from tests.claims.claims_read import SEEN, days, found


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Locks\n\nIn Pujiang 300 firms make locks. Diego Marin, a wholesaler from Colombia, saw 27 shops.",
            ["Pujiang"] * 2,
        ),
        ("In Yiwu it is hot. Luo buys 30 kilograms of silver a month from a refiner in Hunan.", ["Yiwu"]),
        ("In Yiwu it is hot. In May I paid $3,200 for a box to Manzanillo.", [None]),
        ("Forwarders in Yiwu quote $3,100 for a 40-foot box from Ningbo to Veracruz.", [None]),
        ("The operator, Zhejiang China Commodities City Group, speaks of 75,000 booths.", ["Yiwu"]),
        ("浙江义乌后宅街道，一座分拨中心灯火通明。场院占地86亩。", ["Yiwu"]),
        ("夜奔\n\n义乌有300家网点。甘肃司机马有福在贴封条。一车装1万件。", ["Yiwu"] * 2),
        ("义乌至北仑的班列日均开行12列。", ["Yiwu"]),
    ],
)
def test_places(text, places):
    assert found(text, "place") == places


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "The gauge slid to 49.2 in May from 51.0 a month earlier.",
            [("2026-05-01", "2026-05-31"), ("2026-04-01", "2026-04-30")],
        ),
        ("Since the window was upgraded on March 1, 310,000 declarations have been filed.", [("2026-03-01", "None")]),
        ("The window was upgraded on March 1, and 310 declarations were filed.", [("2026-03-01", "2026-03-01")]),
        ("5月，鲜菜价格受上旬连续阴雨影响，上涨6.7%。", [("2026-05-01", "2026-05-31")]),
        (
            "Sales hit 9 cars in the first half of 2025, double the number in the first half of 2024. Oil fell 4%.",
            [("2025-01-01", "2025-06-30")] * 3,
        ),
    ],
)
def test_periods(text, spans):
    assert days(text) == spans


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("涨幅居前：电子电器类1.42%、箱包类0.96%", [("change", "up")] * 2),
        ("跌幅居前：首饰类1.13%", [("change", "down")]),
        ("Copper became dearer by 5 percent.", [("change", "up")]),
        ("Copper became cheaper by 5 percent.", [("change", "down")]),
        ("It grew 5.8 percent, a slowdown of 0.6 percentage points.", [("change", "up"), ("change", "down")]),
        ("The east took 71 percent, and the west took the remaining 28.7 percent.", [("share", None)] * 2),
        ("He took 70 percent of the trees before the tariffs; now it is less than 40 percent.", [("share", None)] * 2),
        ("As many as 18 percent reported cancelled orders.", [("share", None)]),
    ],
)
def test_kinds_and_directions(text, kinds):
    assert [(claim.kind, claim.direction) for claim in extract(text, SEEN)] == kinds


def test_what_is_wanted_is_a_target():
    assert found("The commission wants volumes to grow by no less than 10 percent this year.", "status") == ["target"]


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("今年618期间，平台上2.3万个品牌成交额同比翻倍。", "period_start", [None, None]),
        ("经济学家预计，5月份出口增速将放缓至3.8%，进口可能下降0.5%。", "status", ["forecast"] * 2),
        ("协会预计，5月零售约180万辆，而4月占比只有49.8%。", "status", ["forecast", "actual"]),
        ("2026年，成都的主要预期目标是：生产总值增长5.5%左右，零售总额增长6%。", "status", ["target"] * 2),
        ("调查显示，75.3%的企业打算开拓新市场。", "status", ["actual"]),
        ("全市揽收包裹139亿件，约为平日的1.2倍。", "modifier", ["eq", "approx"]),
        ("美国对不超过800美元的中国包裹，税率由120%降至54%。", "place", ["United States"] * 3),
    ],
)
def test_chinese_sentences(text, field, values):
    assert found(text, field) == values


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("It cut the time from 19 days to 12, saving shippers money.", "unit", ["day", "day"]),
        ("Parcels have faced a 54% duty since the United States closed its gate on May 2.", "period_end", [None]),
        ("It turns out 8,000 units a day, twice as many as last June.", "comparison", [None, "yoy"]),
    ],
)
def test_english_sentences(text, field, values):
    assert found(text, field) == values


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("German shoppers spent 268 euros over the Black Friday weekend.", "period_start", [None]),
        (
            "Yiwu plans to invest 8 billion yuan this year, 12 percent more than it spent in 2025.",
            "comparison",
            [None, "yoy"],
        ),
        ("The fair drew 288,000 buyers, a 14 percent jump on the spring session.", "comparison", [None, "since"]),
        ("I sold a box for 190 yuan; this spring I let it go at 160.", "unit", ["CNY", "CNY"]),
        ("Their number tripled between 2019 and 2024 to 169 parcels.", "period_start", [date(2024, 1, 1)] * 2),
        ("The hotline is 4000-888-999.", "unit", []),
        (
            "The duty holds for parcels worth $800 or less after Washington ended the exemption.",
            "place",
            ["United States"],
        ),
        ("The port moved to new rules on March 1, and waiting times have dropped to 40 minutes.", "unit", ["minute"]),
        ("西班牙站订单量达到去年同日的1.8倍。", "comparison", ["yoy"]),
    ],
)
def test_more_sentences(text, field, values):
    assert found(text, field) == values


FAIR = """Fair in numbers

The fair, held in Jinhua from June 12 to 14, closed last night.

✅ Exhibition area: 42,000 square meters (last year: 36,000)
✅ 860 exhibitors
✅ Deals: 1.46 billion yuan"""


def test_a_time_in_brackets_dates_only_what_stands_in_them():
    spans = days(FAIR)
    assert spans[0] == ("2026-06-12", "2026-06-14")
    assert spans[-2:] == [("2026-06-12", "2026-06-14")] * 2


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("Sales in May came to 12 orders, twice as much as in April.", "comparison", [None, "mom"]),
        ("It aims to run 2,800 trains in 2027, 10 percent more than this year.", "comparison", [None, "yoy"]),
        ("The volume was 1.93 million TEUs, 15.2 percent up from a year earlier.", "kind", ["count", "change"]),
        ("Luo put up his prices by 3 percent.", "kind", ["change"]),
        ("The train needs 12 hours; a truck does it in five.", "unit", ["hour", "hour"]),
        ("It handled 11 parcels, which puts Jinhua second in the country!", "unit", ["parcel", "rank"]),
        ("Semi-dull POY 150D changed hands.", "unit", []),
        ("今天，随着瑞安产的密封条装船，温州港今年吞吐量突破200万标箱。", "place", ["Wenzhou"]),
    ],
)
def test_still_more_sentences(text, field, values):
    assert found(text, field) == values


def test_a_sum_of_the_year_is_passed_on_its_day():
    assert days("今天，温州港今年吞吐量突破200万标箱。") == [("2026-01-01", "2026-06-19")]
    assert days("今天，公司预计2026年营业收入超过53亿元。") == [("2026-01-01", "2026-12-31")]
