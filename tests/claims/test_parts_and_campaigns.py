"""Parts of a Chinese report on what is to be done, the days of a campaign named again, buyers and sites abroad."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

DAY = date(2025, 3, 19)
REPORT = (
    "某市政府工作报告速读\n\n2024年，全市外贸进出口1200亿元，比上年增长9%。\n\n{head}\n"
    "地区生产总值增长6%左右，规上工业增加值增长7%；城镇新增就业2万人。\n\n【工作回顾】\n2024年，全市新增企业800家。"
)


@pytest.mark.parametrize("head", ["【2025年主要目标】", "二、2025年主要目标"])
def test_what_stands_under_a_head_of_goals_is_a_goal_of_its_year(head):
    text = REPORT.format(head=head)
    assert found(text, "status", DAY) == ["actual", "actual", "target", "target", "target", "actual"]
    assert days(text, DAY)[2:5] == [("2025-01-01", "2025-12-31")] * 3
    assert found(text, "comparison", DAY)[2:4] == [None, None]


def test_tasks_of_this_year_are_goals():
    text = "报告要点\n\n去年新增企业800家。\n\n【民生实事】\n今年，新增托位300个，改造老旧小区20个。"
    assert found(text, "status", DAY)[1:] == ["target", "target"]


def test_during_the_campaign_means_its_days():
    text = (
        "“双11”战报\n\n今年“双11”（11月1日至11日）落幕。12日，记者从市邮政管理局获悉，活动期间全市揽收快递3亿件。\n\n"
        "【直播篇】活动期间，全市900余个直播间开播。"
    )
    assert days(text, date(2024, 11, 13)) == [("2024-11-01", "2024-11-11")] * 2


def test_the_whole_year_behind_its_end_is_the_year_told():
    text = "2024年统计公报\n\n年末全市常住人口190万人，全年人口出生率7‰，新增就业3万人。"
    assert days(text, DAY)[1:] == [("2024-01-01", "2024-12-31")] * 2


def test_a_site_for_buyers_abroad_is_no_place():
    text = "平台年报\n\n2024年，义乌注册商户42万户。全年美国站订单占比由27%降至15%。"
    assert found(text, "place", DAY) == ["Yiwu"] * 3


def test_a_chain_abroad_only_buys():
    text = "义乌展商朱丽说，一家迪拜连锁超市下单8万只保温杯。"
    assert found(text, "place", DAY) == ["Yiwu"]


def test_brands_from_countries_are_no_countries():
    assert found("来自65个国家和地区的3500多个消费品牌参展。", "unit", DAY) == ["country", "count"]


def test_so_many_of_the_year_so_far_run_up_to_the_day_told():
    text = "3月8日，一列班列驶出义乌西站，这是今年以来开行的第300列中欧班列。"
    assert days(text, DAY) == [("2025-01-01", "2025-03-08")]


def test_what_signed_projects_will_cost_is_of_the_time_in_which_they_were_signed():
    text = "一季度，全市实际使用外资1亿美元；签约项目19个，协议总投资147亿元。"
    assert days(text, date(2025, 4, 19))[-1] == ("2025-01-01", "2025-03-31")


def test_a_circle_of_so_many_minutes_is_a_name():
    assert found("推进“15分钟品质文化生活圈”建设。", "value", DAY) == []


def test_complaints_are_no_parcels():
    text = "快递月报\n\n11月，全市快递业务量4亿件。\n\n快件平均时限43小时。共受理快递用户申诉17000件。"
    assert found(text, "unit", DAY)[-1] == "count"


def test_a_rank_that_is_kept_is_one():
    assert found("今年全市快递业务量继续保持全国前三。", "kind", DAY) == ["rank"]
