"""Days on which surveys come out, quarters told before, rates of parts, pieces ordered, sums in other money."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

SEEN = date(2023, 10, 19)
SURVEY = (
    "龙泉商会问卷\n\n10月18日，龙泉商会发布外贸企业问卷调查报告。报告显示，此次共发放问卷1500份，回收1286份。"
    "受访企业来自全省11个设区市。\n\n报告称，{}当季，受访企业平均利润率为4.6%，其中纺织企业不足3%；平均回款周期由去年同期的48天延长至55天。"
)


@pytest.mark.parametrize(
    ("before", "quarter", "year_before"),
    [
        ("三季度，46.3%的企业出口增长。", ("2023-07-01", "2023-09-30"), ("2022-07-01", "2022-09-30")),
        ("5月，46.3%的企业出口增长。", ("2023-04-01", "2023-06-30"), ("2022-04-01", "2022-06-30")),
    ],
)
def test_the_quarter_is_the_one_told_before(before, quarter, year_before):
    assert days(SURVEY.format(before), SEEN)[-4:] == [quarter, quarter, year_before, quarter]


def test_the_day_on_which_a_survey_came_out_is_that_of_no_answer():
    assert days(SURVEY.format(""), SEEN)[:3] == [("None", "None")] * 3


def test_towns_with_districts_are_cities():
    assert found(SURVEY.format(""), "unit", SEEN)[2] == "city"


def test_behind_a_rate_of_all_stands_that_of_a_part():
    assert found("平均毛利率为20%，其中玩具企业不足8%。", "kind", SEEN) == ["rate", "rate"]
    assert found("全市出口512亿元，其中玩具8%。", "kind", SEEN)[-1] == "share"


@pytest.mark.parametrize(
    ("text", "unit"), [("接了80万台的订单。", "count"), ("拿下5000双的订单。", "count"), ("签了86个订单。", "order")]
)
def test_what_pieces_are_ordered_is_no_number_of_orders(text, unit):
    assert found(text, "unit", SEEN) == [unit]


def test_a_conversion_is_as_near_as_its_sum_though_what_is_paid_stands_between():
    assert found("拿到约300万美元的订单（折合人民币2100万元）。", "modifier", SEEN) == ["approx", "approx"]
    assert found("拿到约300万美元的订单（含定金2100万元）。", "modifier", SEEN)[-1] == "eq"


@pytest.mark.parametrize("base", ["去年全年", "上年全年"])
def test_a_whole_year_before_is_a_base(base):
    text = f"公司拿到1600万美元的订单，比{base}多两成。"
    assert [found(text, field, SEEN)[-1] for field in ("kind", "comparison", "direction")] == ["change", "yoy", "up"]
