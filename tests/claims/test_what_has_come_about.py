"""Figures that have come about by now, what had been foretold of a month, levels of before, rules and codes."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

NONE = ("None", "None")
MAY = ("2026-05-01", "2026-05-31")


@pytest.mark.parametrize(
    "told",
    [
        "He has cut his prices by 5 percent.",
        "His firm has already spent 2 million yuan on new machines.",
        "Delivery costs have been lowered by a fifth.",
    ],
)
def test_what_has_come_about_by_now_is_of_no_month_told_before(told):
    text = f"Zhou Min said his workshop lost orders worth 3 million yuan in April. {told}"
    assert days(text)[-1] == NONE


def test_what_came_about_then_is_of_the_month_told_before():
    text = "Zhou Min said his workshop lost orders worth 3 million yuan in April. He shipped 12 containers."
    assert days(text)[-1] == ("2026-04-01", "2026-04-30")


@pytest.mark.parametrize(
    "told",
    [
        "When completed, the terminal will be able to handle 1.5 million TEUs a year.",
        "The terminal will lift the port's annual capacity to 500,000 tonnes.",
    ],
)
def test_what_something_will_be_able_to_do_is_of_no_time_told_before(told):
    assert days(f"The port handled 2 million TEUs in 2025. {told}")[-1] == NONE


STORY = """China's exports beat forecasts

By Anna Lind and Wu Ke
June 9, 2026 11:02 AM GMT+8

BEIJING, June 9 (Wire) - China's export machine picked up speed in May as makers rushed goods out.

Outbound shipments climbed 7.9% from a year earlier. Imports inched up 0.4%.

"""


def test_a_story_whose_lead_tells_only_the_month_goes_on_with_it_behind_bylines():
    assert days(STORY, date(2026, 6, 9))[-2:] == [MAY, MAY]
    assert found(STORY, "comparison", date(2026, 6, 9))[-2:] == ["yoy", "yoy"]


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("Economists in a poll had forecast that exports would rise 6.2% and imports 1.9%.", 2),
        ("Economists polled by the Wire had expected a 6.5% increase in exports.", 1),
    ],
)
def test_what_had_been_foretold_is_of_the_month_told_of_and_from_its_base(told, count):
    seen = date(2026, 6, 9)
    assert days(STORY + told, seen)[-count:] == [MAY] * count
    assert found(STORY + told, "comparison", seen)[-count:] == ["yoy"] * count
    assert found(STORY + told, "status", seen)[-count:] == ["forecast"] * count


def test_a_balance_set_against_that_of_the_month_before_is_of_the_month_told_of():
    text = STORY + "The trade surplus widened to $88.6 billion from $84.7 billion in April."
    assert days(text, date(2026, 6, 9))[-2:] == [MAY, ("2026-04-01", "2026-04-30")]


def test_a_growth_expected_to_slow_is_from_the_base_of_the_growth_told_before():
    text = "Exports grew 6 percent year on year in May. Wu Ke expects export growth to slow to 3 percent this year."
    assert found(text, "comparison") == ["yoy", "yoy"]


def test_a_growth_expected_of_a_time_to_come_is_from_no_base_told_before():
    text = (
        "Exports grew 6 percent year on year in May. Wu Ke expects prices to climb by 8 percent in the third quarter."
    )
    assert found(text, "comparison") == ["yoy", None]


def test_the_routes_of_an_index_have_no_time_and_those_that_rose_have_its_day():
    text = "6月12日，宁波出口集装箱运价指数报1102.5点，较上周上涨6.4%。21条航线中，12条航线运价指数上涨，8条下跌。"
    assert days(text)[-3:] == [NONE, ("2026-06-12", "2026-06-12"), ("2026-06-12", "2026-06-12")]


def test_what_a_rule_pays_for_each_of_something_has_no_time():
    assert days("今年以来全市已组织企业参展94场，展位补贴每个最高3万元。")[-1] == NONE
    assert days("企业参展每个展位最高补助3万元，今年已组织230家企业外出。")[0] == NONE


def test_a_rule_in_force_since_a_day_has_its_time():
    assert days("自1月1日起施行的《若干措施》明确，企业参展，每个展位最高补助3万元。")[-1] == ("2026-01-01", "None")


@pytest.mark.parametrize("head", ["上期", "上周"])
def test_a_column_of_levels_before_has_no_time(head):
    text = (
        "宁波出口集装箱运价指数周报\n\n6月12日，宁波出口集装箱运价指数报收于1052.3点，较上周下跌3.9%。\n\n主要航线指数\n"
        f"航线　本期　{head}　涨跌幅（%）\n欧洲航线　987.4　1075.6　-8.2\n美西航线　1124.6　1098.2　2.4\n"
    )
    day = ("2026-06-12", "2026-06-12")
    assert days(text)[2:] == [day, NONE, day] * 2


def test_a_number_that_begins_like_a_code_is_a_number():
    text = "1—5月，义乌出口1039.5亿元，货物9810.3吨，接待游客12345人次，新增商品1688种。"
    assert [str(value) for value in found(text, "value")] == ["103950000000.0", "9810.3", "12345", "1688"]


@pytest.mark.parametrize("text", ["以1039方式出口。", "在1688平台开店。", "请拨打12345热线。"])
def test_a_code_is_no_number(text):
    assert found(text, "quote") == []
