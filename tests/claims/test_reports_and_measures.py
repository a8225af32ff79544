"""What reports, filings, measures, rankings and fairs tell of time, status, place and unit in their own ways."""

from datetime import date
from decimal import Decimal

import pytest

from tests.claims.claims_read import days, found

NEVER = ("None", "None")


@pytest.mark.parametrize(
    ("text", "seen", "spans"),
    [
        (
            "县域电商榜发布\n\n榜单的统计期为2024年4月1日至2025年3月31日。义乌连续三年位列第一。\n\n义乌网店有12.6万家，占全省的22%。",
            date(2025, 6, 9),
            [("2024-04-01", "2025-03-31")] * 3,
        ),
        ("从我们店里看，七八月份订单少了两成。", date(2025, 10, 9), [("2025-07-01", "2025-08-31")]),
        ("9月下半月，义乌发出班列46列。", date(2025, 10, 9), [("2025-09-16", "2025-09-30")]),
        ("该厂今年对中东出口已超过3100万元。", date(2025, 9, 3), [("2025-01-01", "2025-09-03")]),
        (
            "公司2025年前三季度营收8.2亿元，增长6%。今日披露的报告显示，第三季度营收2.9亿元。报告期末，公司存货1.1亿元。",
            date(2025, 10, 28),
            [("2025-01-01", "2025-09-30")] * 2 + [("2025-07-01", "2025-09-30"), ("None", "2025-09-30")],
        ),
        (
            "公司预计2024年净利润1.2亿元至1.5亿元。上年同期，净利润为0.9亿元。",
            date(2025, 1, 20),
            [("2024-01-01", "2024-12-31"), ("2023-01-01", "2023-12-31")],
        ),
        (
            "11月6日上午，列车驶出义乌西站。至此，义乌班列累计开行突破6000列。",
            date(2025, 11, 7),
            [("None", "2025-11-06")],
        ),
        (
            "Wanli earned RMB 72 million for the six months ended 30 June 2025, up 4% year on year.",
            date(2025, 8, 20),
            [("2025-01-01", "2025-06-30")] * 2,
        ),
        ("The line ran 61 trains in the week of 3-9 November.", date(2025, 11, 11), [("2025-11-03", "2025-11-09")]),
        ("It ran 61 trains from 28 October to 3 November.", date(2025, 11, 11), [("2025-10-28", "2025-11-03")]),
        (
            "As of June 30, 2025, cash was RMB610 million, compared with RMB580 million as of December 31, 2024.",
            date(2025, 8, 20),
            [("None", "2025-06-30"), ("None", "2024-12-31")],
        ),
        (
            "As of Tuesday 4,100 claims had been filed this year.",
            date(2026, 5, 21),
            [("2026-01-01", "2026-05-19")],
        ),
        (
            "Buses carried 2.1 million riders in the Spring Festival travel rush, which ran from Feb. 2 to March 13.",
            date(2026, 3, 14),
            [("2026-02-02", "2026-03-13")],
        ),
    ],
)
def test_a_figure_has_the_time_that_its_report_tells(text, seen, spans):
    assert days(text, seen) == spans


MEASURE = "《办法》明确，2025年5月1日至12月31日，企业参展每个展位补贴1.5万元。买展具的，每件补贴不超过600元。"


def test_what_a_measure_in_force_grants_is_no_goal_and_keeps_its_time():
    assert found(MEASURE, "status", date(2025, 6, 3)) == ["actual", "actual"]
    assert days(MEASURE, date(2025, 6, 3)) == [("2025-05-01", "2025-12-31")] * 2


def test_a_plan_for_the_whole_year_lends_a_measure_no_time():
    assert days("义乌今年计划培育主播900名。按现行办法，平台最高可获奖励300万元。", date(2026, 3, 3))[1] == NEVER


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            "公司预计2024年实现净利润1.2亿元至1.5亿元，同比增长20%至50%；扣非后净利润1亿元左右，增长一成。",
            ["forecast"] * 4,
        ),
        ("公司2024年净利润预增40%。", ["forecast"]),
        ("公司公告，2024年度拟每10股派现金红利3元。", ["target"]),
        ("我估计全年出口增长5%到8%。", ["forecast"]),
    ],
)
def test_what_is_foreseen_of_a_year_over_is_no_fact_yet(text, statuses):
    assert found(text, "status", date(2025, 1, 20)) == statuses


def test_a_share_that_is_left_is_no_forecast():
    assert found("到2027年，这类企业占比将由目前的一成升至两成。", "status", date(2025, 1, 20)) == [
        "actual",
        "forecast",
    ]


INDEX = """运价周评：欧线走强

6月20日，宁波集装箱运价指数报2410.2点，较上周上涨3.1%。

分航线看，欧洲航线运价为6900美元/箱，上涨2.4%。"""


def test_the_parts_of_an_index_are_told_of_its_day_and_against_its_base():
    assert days(INDEX, date(2025, 6, 21)) == [("2025-06-20", "2025-06-20")] * 4
    assert found(INDEX, "comparison", date(2025, 6, 21)) == [None, "since", None, "since"]


FAIR = """Deals at a fair in Kenya

NAIROBI, Sept. 12 (Xinhua) -- Firms signed deals worth 90 million U.S. dollars at the 2nd China-Kenya Fair, which closed
here on Friday.

The three-day fair, held from Sept. 10 to 12, drew 140 Chinese exhibitors, 31 of which came from Zhejiang."""


def test_a_fair_that_closed_here_is_where_the_report_is_sent_from():
    seen = date(2025, 9, 13)
    assert found(FAIR.replace("\nhere", " here"), "place", seen) == ["Nairobi"] * 4
    assert days(FAIR.replace("\nhere", " here"), seen) == [("2025-09-10", "2025-09-12")] * 4


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            'Trade fair in Nairobi\n\n"Our mill has 90 workers," said Xu Lei, sales head of a Yiwu maker of sacks.',
            ["Yiwu"],
        ),
        ("Based in Jinhua, the firm said it will put $6 million into a new plant in Vietnam.", ["Vietnam"]),
        ("Xu Min, a trade researcher in Hangzhou, noted that Chile takes 2 percent of China's exports.", ["China"]),
        ("为期三天的第9届墨西哥国际礼品展在墨西哥城举行，420家展商参展。", ["Mexico City", "Mexico City"]),
        ("上海至欧洲空运均价为每公斤31元，下跌2元。", [None, None]),
        ("义乌一家货代说，“美线估计还会涨300美元。”", [None]),
    ],
)
def test_a_figure_holds_where_its_thing_is(text, places):
    assert found(text, "place") == places


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("商会有380多家会员，其中40家在境外设点。", ["company", "company"]),
        (
            "The Yiwu Toy Chamber of Commerce wants 120 members to own a brand. At present there are 37.",
            ["company"] * 2,
        ),
        ("The family has 5 members.", ["person"]),
        ("Rail trips stood at 3.6 million, and air trips at 1.2 million.", ["person"] * 2),
        ("每6场直播中就有1场面向海外。", ["percent"]),
        ("指数榜单\n\n城市　综合指数　出口额\n义乌　94.2　1520亿元\n永康　81.6　311亿元", ["index_point", "CNY"] * 2),
        ("Sales will be RMB 3.1 billion to 3.4 billion.", ["CNY"]),
        ("Xu Li, owner of stall 26118, sold 900 scarves.", ["count"]),
        ("Translations were made at RMB7.2 to US$1.00. Passcode 771204.", []),
    ],
)
def test_a_unit_is_that_of_what_is_counted(text, units):
    assert found(text, "unit") == units


HEADLESS = """Half-year report of Wanli

Revenue by segment (RMB million; change on the same period of 2024)
Freight   1,020   +9.3%
Storage   640   -2.5%"""


def test_rows_without_heads_are_told_in_what_the_line_over_them_says():
    assert found(HEADLESS, "value") == [1_020_000_000, Decimal("9.3"), 640_000_000, Decimal("2.5")]
    assert found(HEADLESS, "unit") == ["CNY", "percent"] * 2
    assert found(HEADLESS, "direction") == [None, "up", None, "down"]


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("计划组织企业2600家次以上出境参展。", ["ge"]),
        ("计划组织2600家以上企业出境参展。", ["ge"]),
        ("上一套设备大约要70万元，平均要等9天。", ["approx", "eq"]),
    ],
)
def test_what_bounds_a_number_may_stand_apart_from_it(text, modifiers):
    assert found(text, "modifier") == modifiers


def test_a_time_that_was_is_a_base():
    assert found("去年卖了8000万元，比只做外贸那会儿翻了一番。", "comparison")[1] == "since"
