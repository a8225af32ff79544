"""What the parts of a page say of their figures: headings of sections, columns of years, the rows of a post."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

YEAR = ("2025-01-01", "2025-12-31")
NEXT = ("2026-01-01", "2026-12-31")
POST = (
    "🎉东阳成绩单来了\n\n【01】2025，收成这么好（增幅均与上年相比）\n💰外贸出口210亿元，增长6%\n📦快递业务量1.2亿件\n\n"
    "【02】2026，目标定好了🎯\n✅外贸出口增长7%左右\n✅新建海外仓3个"
)


def test_the_heading_of_a_section_dates_its_rows_and_says_what_they_are():
    told = date(2026, 1, 20)
    assert days(POST, told) == [YEAR, YEAR, YEAR, NEXT, NEXT]
    assert found(POST, "status", told) == ["actual"] * 3 + ["target"] * 2


def test_a_base_said_of_all_rates_holds_for_no_goal():
    assert found(POST, "comparison", date(2026, 1, 20)) == [None, "yoy", None, None, None]


def test_a_row_that_opens_with_a_sign_is_no_head_of_a_table():
    rows = "2026年实事\n🏫新建学校3所\n🅿️新增车位200个\n🚌更新公交车40辆"
    assert found("实事来了\n\n" + rows, "status", date(2026, 1, 20)) == ["target"] * 3


TABLE = "这些年\n\n项目　2015年　2024年\n市场采购出口　210亿元　680亿元\n外贸主体　2.1万户　7.3万户\n来源：义乌海关"


def test_a_column_of_a_year_dates_its_figures():
    assert days(TABLE, date(2025, 5, 6)) == [("2015-01-01", "2015-12-31"), ("2024-01-01", "2024-12-31")] * 2
    barred = "Exports by town\n\nTown | 2023 | 2024 | Growth\nYiwu | 210 billion yuan | 220 billion yuan | 4.8%"
    assert days(barred, date(2025, 5, 6))[:2] == [("2023-01-01", "2023-12-31"), ("2024-01-01", "2024-12-31")]


def test_a_time_of_a_row_itself_is_before_that_of_its_column():
    row = "这些年\n\n项目　2015年　2024年\n2025年前5个月出口　210亿元　680亿元"
    assert days(row, date(2025, 6, 6)) == [("2025-01-01", "2025-05-31")] * 2


def test_the_first_question_of_many_is_no_quarter():
    asked = "常见问题\n\nQ1：费用怎么收？\nA：服务年费5600元。"
    assert days(asked, date(2025, 5, 6)) == [("None", "None")]
    assert days("Q1，义乌出口增长5%。", date(2025, 5, 6)) == [("2025-01-01", "2025-03-31")]


def test_a_heading_in_its_own_line_tells_neither_place_nor_direction():
    text = "快递月报\n\n【价格：跌势有望放缓】4月全国快递单价为8.2元。\n\n【产地：义乌还是热土】4月，浙江快递量28亿件。"
    assert found(text, "kind", date(2025, 5, 20)) == ["amount", "count"]
    assert found(text, "place", date(2025, 5, 20)) == ["China", "Zhejiang"]


def test_a_year_up_to_a_day_begins_in_january():
    assert days("今年截至8月底，全市组织24个团组。", date(2025, 9, 10)) == [("2025-01-01", "2025-08-31")]


@pytest.mark.parametrize(("title", "base"), [("义乌指数周评", "since"), ("义乌指数月评", "mom")])
def test_what_a_weekly_compares_with_is_the_week_before(title, base):
    text = f"{title}\n\n5月19日，总指数收于101.3点，环比下跌0.2点。"
    assert found(text, "comparison", date(2024, 5, 20)) == [None, base]


def test_trains_named_with_their_province_are_of_the_province():
    text = "上半年，浙江“义新欧”中欧班列开行1536列。其中，义乌平台开行986列。"
    assert found(text, "place", date(2026, 7, 3)) == ["Zhejiang", "Yiwu"]


def test_a_firm_dated_by_its_wire_and_its_base_behind_the_level():
    text = (
        "Profit jumps\n\n(Yicai) May 6 -- Huamao Group said its net profit rose 12 percent to CNY2.1 billion"
        " (USD290 million) in the first quarter from a year earlier.\n\nRevenue was CNY4.3 billion, up 8 percent."
    )
    told = date(2026, 5, 6)
    assert days(text, told) == [("2026-01-01", "2026-03-31")] * 5
    assert found(text, "comparison", told) == ["yoy", None, None, None, "yoy"]


def test_rates_assessed_on_a_day_are_of_that_day():
    text = (
        "Weekly review\n\nThe index closed at 1,210 points on May 23.\n\nAll rates below are per box and were assessed"
        " on May 23.\n\nThe rate to Rotterdam added 2 percent to $2,310."
    )
    assert set(days(text, date(2025, 5, 26))) == {("2025-05-23", "2025-05-23")}


def test_a_fair_of_yiwu_is_in_yiwu_whatever_stands_in_brackets():
    text = "The 30th China Yiwu International Commodities (Standards) Fair drew 74,500 visitors."
    assert found(text, "place", date(2024, 10, 25)) == ["Yiwu"]


def test_a_line_in_two_languages_is_read_in_both():
    text = "Fair closes with over 8.1 billion yuan in deals | 博览会落幕 成交超81亿元\n\nIt closed."
    assert found(text, "unit", date(2024, 10, 25)) == ["CNY", "CNY"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("We shipped 180,000 handheld fans in July.", "count"),
        ("On July 18 alone we sold 4,600 fans.", "count"),
        ("More than 20,000 fans watched the final.", "person"),
        ("More than 17,900 freight train trips were made.", "train"),
    ],
)
def test_fans_are_things_where_they_are_sold(text, unit):
    assert found(text, "unit", date(2024, 8, 1)) == [unit]


def test_what_one_may_buy_at_most_is_no_forecast():
    text = "A shopper may buy goods worth up to 26,000 yuan a year, and no more than 5,000 yuan per order."
    assert found(text, "status", date(2024, 8, 1)) == ["actual"] * 2


def test_growth_that_something_lowers_goes_down():
    text = "Tariffs would lower China's GDP growth by 1.2 percentage points this year."
    assert found(text, "direction", date(2025, 5, 1)) == ["down"]


def test_a_quarter_named_by_its_number_alone():
    text = "Occupancy climbed to 91 percent in the fourth quarter from 78 percent in the third."
    assert days(text, date(2026, 1, 15)) == [("2025-10-01", "2025-12-31"), ("2025-07-01", "2025-09-30")]


def test_a_dividend_is_planned_though_its_year_is_over():
    text = "The firm plans to pay a cash dividend of CNY3.30 per 10 shares for 2025, totaling CNY1.81 billion."
    assert found(text, "status", date(2026, 4, 28)) == ["target"] * 2
    text = "公司2024年度利润分配预案为每10股派发现金红利3.3元，合计派现18.1亿元。"
    assert found(text, "status", date(2025, 4, 11)) == ["target"] * 2


def test_shares_that_closed_today():
    text = "Shares of the firm closed 1.3 percent lower at CNY18.26 today."
    assert days(text, date(2026, 4, 28))[1] == ("2026-04-28", "2026-04-28")


def test_a_province_tells_where_the_city_lies_and_a_truce_where_it_was_made():
    text = "Yiwu sent 90 trains. It was the 8,000th train to leave the city in East China's Zhejiang province."
    assert found(text, "place", date(2024, 12, 5)) == ["Yiwu", "Yiwu"]
    assert found("The truce agreed in Geneva brought the rate to 30 percent.", "place", date(2025, 5, 14)) == [None]
