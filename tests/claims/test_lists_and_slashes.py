"""Lists whose head says in brackets what their numbers are, tables parted by strokes, places of talks."""

from datetime import date
from decimal import Decimal

from tests.claims.claims_read import days, found

DAY = date(2024, 11, 19)
LIST = (
    "Parcels in Lishui\n\nLishui handled 412 million parcels in October.\n\n"
    "Volume by type (million parcels; change from a year earlier)\nIntra-city: 21.3; -3.8 percent\n"
    "Inter-city: 259.6; +19.1 percent\n\nPrices fell."
)


def test_rows_of_a_list_are_told_in_what_its_head_says_in_brackets():
    assert found(LIST, "value", DAY)[1::2] == [21300000, 259600000]
    assert found(LIST, "unit", DAY)[1::2] == ["parcel", "parcel"]
    assert days(LIST, DAY)[1] == ("2024-10-01", "2024-10-31")


def test_the_head_of_a_list_is_no_number():
    assert "million parcels" not in found(LIST, "quote", DAY)


def test_a_line_in_brackets_over_prose_is_left_alone():
    text = "Parcels\n\nVolume (million parcels)\n\nThe town sent 40 of them and 3 trucks."
    assert found(text, "value", DAY)[-1] == 3


def test_strokes_part_the_columns_of_a_table():
    text = (
        "Holiday sales\n\nBest sellers in Yiwu\nItem / Units sold / Average price\nMagnets / 386,000 / 5.5 yuan\n"
        "Paper fans / 124,000 / 8 yuan\n\nShops were full."
    )
    assert found(text, "value", DAY) == [386000, 5.5, 124000, 8]
    assert found(text, "unit", DAY) == ["count", "CNY", "count", "CNY"]


def test_a_share_just_told_has_moved_where_it_was_told():
    text = "Trade\n\nZhejiang made up 11.9 percent of China's total, a share 0.5 percentage points up on 2023."
    assert found(text, "place", DAY) == ["Zhejiang", "Zhejiang"]


def test_a_town_of_a_news_conference_is_not_where_figures_hold():
    text = (
        "Trade\n\nAt a news conference in Beijing, Tang Wei said China's exports rose 5.4 percent, imports 2.3 percent."
    )
    assert set(found(text, "place", DAY)) == {"China"}


def test_the_number_of_teus_counts_them():
    assert found("Rail\n\nThe number of TEUs moved by the line rose to more than 200,000.", "unit", DAY) == ["teu"]


def test_a_length_with_a_decimal_one_behind_the_point_is_read():
    assert found("物流\n\n平均配送时长由5.8天缩短至4.1天。", "value", DAY) == [Decimal("5.8"), Decimal("4.1")]


def test_what_is_over_is_no_part_of_a_plan_asked_for():
    text = "计划\n\n问：实现目标有没有底气？\n\n答：今年一季度，全省进出口1012.6亿元，同比增长16.8%。"
    assert found(text, "status", DAY) == ["actual", "actual"]
