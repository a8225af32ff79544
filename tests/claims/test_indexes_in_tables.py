"""Tables of an index, goods that reach somewhere in so many days, and numbers of registers."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

DAY = date(2025, 8, 15)
TABLE = (
    "运价周评\n\n8月15日，指数报1052.3点。\n\n主要航线指数（数据来源：宁波航运交易所）\n航线　本期　上期　涨跌幅（%）\n"
    "欧洲航线　987.4　1075.6　-8.2"
)


def test_columns_under_an_index_are_points_of_it():
    assert found(TABLE, "unit", DAY) == ["index_point", "index_point", "index_point", "percent"]


@pytest.mark.parametrize(
    "text", ["Our spare parts reach Hamburg in 16 days.", "The goods reach them in about 28 days."]
)
def test_goods_take_days_to_reach_somewhere(text):
    assert found(text, "kind", DAY) == ["duration"]


def test_sales_that_reach_a_sum_in_days_last_no_days():
    assert found("Sales reached 5 million in three days.", "kind", DAY) == ["count"]


@pytest.mark.parametrize(
    "text", ["All rights reserved. Registration Number: 130349", "Keywords: 603977, Stall Fees, Earnings"]
)
def test_numbers_of_registers_are_no_claims(text):
    assert found(text, "value", DAY) == []


def test_workers_of_a_factory_are_people():
    assert found("Tang runs an 80-worker factory near Yiwu.", "unit", DAY) == ["person"]


def test_a_way_of_two_is_no_number_of_people():
    assert found("Tang wants two-way trade.", "value", DAY) == []


def test_a_story_is_where_its_line_says_it_is_written():
    text = "旺季里的账本\n\n本报记者 程一诺 发自浙江义乌\n\n杨海燕已经在拣货。这个仓库有400平方米，年租金18万元。"
    assert found(text, "place", DAY) == ["Yiwu"] * 2


def test_a_zone_that_is_new_this_year_is_of_the_days_of_its_fair():
    text = (
        "Yiwu Fair\n\nThe fair in Yiwu ran from Oct. 21 to 24, 2023.\n\n"
        "The smart home zone, new this year, drew 21,000 visits."
    )
    assert days(text, date(2023, 10, 25)) == [("2023-10-21", "2023-10-24")]


def test_already_is_no_part_of_what_is_counted():
    assert found("他说，今年已经接了200单。", "indicator", DAY) != ["经接"]


def test_who_manages_something_for_a_firm_tells_of_where_it_is():
    text = '"Our parts reach Hamburg in 16 days," said Chen Wei, logistics manager of an auto parts exporter in Jinhua.'
    assert found(text, "place", DAY) == ["Jinhua"]
