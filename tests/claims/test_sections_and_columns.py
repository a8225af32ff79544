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
