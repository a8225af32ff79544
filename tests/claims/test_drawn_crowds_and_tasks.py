"""Crowds drawn to a fair, months named again, causes told behind, tasks under a head, and addresses."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

DAY = date(2025, 7, 23)
NEWS = (
    "Trade hits a record as merchants find new buyers\n\n"
    "Yiwu recorded 405 billion yuan in imports and exports in the first half of 2025, up 24.3 percent year-on-year, "
    "according to data released by Yiwu Customs on Tuesday.\n\n"
)


def test_the_press_that_passes_a_figure_on_is_no_new_source():
    text = NEWS + "Exports reached 354 billion yuan, an increase of 23.6 percent, the Xinhua News Agency reported."
    text += '\n\n"Orders shrank in April," Zhou told the paper.\n\n"We sell more," Li said.'
    assert days(text, DAY)[2:4] == [("2025-01-01", "2025-06-30")] * 2


def test_the_six_months_are_those_told_first():
    text = NEWS + '"Orders from the US shrank by about 30 percent in April," Zhou said.\n\n'
    text += "A total of 1,024 trains departed from Yiwu in the six months."
    assert days(text, DAY)[-1] == ("2025-01-01", "2025-06-30")


FAIR = (
    "Exhibitors from Zhejiang look beyond their old markets\n\n"
    "The second phase of the China Home Goods Fair has drawn nearly 10,000 exhibitors of gifts and kitchenware "
    "to Guangzhou from April 23 to 27, organizers said.\n\n"
)


def test_who_is_drawn_to_a_town_is_there():
    text = FAIR + "As of Thursday, 78,600 buyers had attended the phase."
    assert found(text, "place", date(2024, 4, 26)) == ["Guangzhou"] * 2


def test_the_first_day_of_the_fair_is_a_day():
    text = FAIR + '"We met more than 120 clients on the first day," Luo said.'
    assert days(text, date(2024, 4, 26))[-1] == ("2024-04-23", "2024-04-23")


def test_the_session_of_last_autumn_is_a_base():
    text = FAIR + "Yiwu sent 286 companies, which have taken 702 booths, 41 more than at last autumn's session."
    assert found(text, "comparison", date(2024, 4, 26))[-1] == "since"


def test_a_cause_told_behind_dates_only_itself():
    text = "Prices were held at 1,150 yuan a unit because battery costs fell by 8 percent in the first quarter."
    assert days(text, date(2024, 4, 26)) == [("None", "None"), ("2024-01-01", "2024-03-31")]


@pytest.mark.parametrize(
    "text",
    [
        "收货地址：义乌市福田街道银海二区16幢3单元302室，邮编322000。",
        "For enquiries write to Room 1207, 168 Chengbei Road, Yiwu 322000.",
        "The plan would be much discussed at this year's two sessions.",
    ],
)
def test_addresses_and_names_of_meetings_claim_nothing(text):
    assert found(text, "value", DAY) == []


def test_two_sessions_of_a_fair_are_counted():
    assert found("The fair held two sessions for 300 buyers.", "value", DAY) == [2, 300]


TASKS = (
    "今年要重点抓好以下工作：加快建设总投资83亿元的数贸中心，确保市场板块年底前主体结顶；"
    "出让工业用地不少于3000亩；新增海外仓20个，到2026年累计达到250个左右。"
)


def test_tasks_under_a_head_are_goals_of_its_time():
    assert found(TASKS, "status", date(2024, 1, 30)) == ["actual", "target", "target", "target"]
    assert days(TASKS, date(2024, 1, 30)) == [
        ("None", "None"),
        ("2024-01-01", "2024-12-31"),
        ("2024-01-01", "2024-12-31"),
        ("None", "2026-12-31"),
    ]


def test_what_is_proposed_by_a_time_to_come_is_a_goal():
    text = "义乌市商务局提出，到2026年底，全市企业将建成海外仓300个以上，总面积突破200万平方米。"
    assert found(text, "status", date(2024, 4, 2)) == ["target"] * 2


def test_what_follows_from_a_road_built_is_no_goal():
    text = "报告提出，今年安排重大项目86个；铁路全线建成后，货运时间将减半。"
    assert found(text, "status", date(2024, 4, 2))[-1] == "forecast"


def test_a_goal_that_can_be_reached_is_a_goal():
    text = "方建国认为，全年生产总值比上年增长5.5%左右的目标可以实现。"
    assert found(text, "status", DAY) == ["target"]


def test_a_goal_that_was_passed_is_a_fact():
    text = "2024年，全市跨境电商交易额达1520亿元，超过1400亿元的年度目标。"
    assert found(text, "status", DAY) == ["actual"] * 2


def test_this_year_up_to_now_ends_today():
    text = "“今年到现在，我已经从这里发了45个货柜。”"
    assert days(text, date(2024, 11, 27)) == [("2024-01-01", "2024-11-27")]


def test_a_streak_dates_nothing():
    text = "2023年，义乌居民人均可支配收入约9.2万元；综合竞争力连续五年居全国第三位。"
    assert days(text, date(2024, 2, 5))[-1] == ("2023-01-01", "2023-12-31")


def test_a_growth_that_another_is_below_is_a_growth():
    text = "2026年我国出口增速将放缓至3%，低于2025年的5.2%。"
    assert found(text, "kind", date(2026, 1, 20)) == ["change"] * 2


def test_a_surplus_that_narrows_falls():
    text = "Economists expect the surplus to narrow by about 4 percent next year."
    assert found(text, "direction", date(2025, 12, 22)) == ["down"]


def test_overseas_warehouses_at_present_are_in_no_bay():
    assert found("目前海外仓保费补助比例已提高到70%。", "place", DAY) == [None]


def test_those_who_plan_to_do_something_are_a_share():
    text = "调查显示，18.6%的企业打算增加海外参展次数。"
    assert found(text, "kind", DAY) == ["share"]
