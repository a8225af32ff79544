"""Parts named aside, lists of tasks, rules in force, years over told once, and what only looks like a figure."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found


def test_behind_a_part_the_whole_is_told_of_again():
    text = "金华市商务局介绍，2024年，全市进出口8826亿元，其中义乌占比达七成六；前11个月，全市进出口9105亿元。"
    assert found(text, "place", date(2025, 12, 17)) == ["Jinhua", "Yiwu", "Jinhua"]


def test_a_list_of_tasks_sets_goals():
    text = "下半年，我局将重点做好以下工作：一是力争出口突破760亿元；二是办好义博会，邀请采购商8000人以上到会。"
    assert found(text, "status", date(2025, 7, 16)) == ["target"] * 2


def test_a_relief_in_force_is_a_fact():
    text = "自2023年1月1日至2027年12月31日，月销售额不超过10万元的免征增值税，给予减免。"
    assert found(text, "status", date(2023, 11, 15)) == ["actual"]


def test_a_tax_levied_at_a_lower_rate_is_a_rate():
    assert found("小规模纳税人减按1%征收增值税。", "kind", date(2023, 11, 15)) == ["rate"]


YEAR = (
    "年度盘点｜博览中心成绩单\n\n一场接一场！2023年，义乌国际博览中心跑出了满格状态。\n\n"
    "【场次】\n全年举办展会58场，比上年多21场。\n\n【规模】\n全年展览面积132万平方米。"
)


def test_the_whole_year_is_the_one_told_at_the_head():
    assert set(days(YEAR, date(2024, 1, 9))) == {("2023-01-01", "2023-12-31")}


POST = (
    "成绩单出炉\n\n1️⃣ 总量稳\n据义乌海关统计，今年1—7月，全市进出口4638亿元，同比增长18%。\n\n"
    "2️⃣ 单月强\n7月当月，进出口725亿元，同比增长21%。\n\n3️⃣ 朋友圈广（1—7月）\n🌍对非洲进出口812亿元，增长20%"
)


def test_numbered_headings_of_a_post_date_the_rows_under_them():
    told = days(POST, date(2025, 8, 21))
    assert (
        told
        == [("2025-01-01", "2025-07-31")] * 2 + [("2025-07-01", "2025-07-31")] * 2 + [("2025-01-01", "2025-07-31")] * 2
    )


def test_a_rate_set_against_the_year_before_is_of_the_time_told():
    text = "今年上半年，受访企业收入增长6.3%；平均利润率5.8%，比上年同期下降0.7个百分点。"
    assert days(text, date(2024, 11, 14)) == [("2024-01-01", "2024-06-30")] * 3


@pytest.mark.parametrize(
    ("text", "quotes"),
    [("这是义乌平台今年开行的第22列。", ["第22列"]), ("我做保温杯14年了。", ["14年"]), ("展位在第22区。", [])],
)
def test_small_ordinals_and_careers(text, quotes):
    assert found(text, "quote", date(2026, 1, 6)) == quotes


def test_next_year_against_this_year():
    text = "明年拟安排专项资金4.5亿元，比今年增加8000万元。"
    assert found(text, "comparison", date(2025, 12, 17)) == [None, "yoy"]
    assert days(text, date(2025, 12, 17)) == [("2026-01-01", "2026-12-31")] * 2


def test_a_town_only_told_for_its_distance():
    text = "在距上海约300公里的义乌，市场里聚集着600多家商户。"
    assert found(text, "place", date(2025, 10, 15)) == ["Yiwu", "Yiwu"]


def test_rates_of_several_lanes_hold_in_no_town():
    text = "宁波航运交易所发布，美西线、美东线分别报1785美元和2640美元。"
    assert found(text, "place", date(2026, 3, 13)) == [None, None]


def test_the_five_years_of_a_plan_are_those_to_come():
    text = (
        "Trade doubled in the 2021-25 period. The outline covers 2026 to 2030.\n\n"
        "Trade more than doubled over the same five years. "
        "The city plans to invest 180 billion yuan over the five years."
    )
    assert days(text, date(2026, 4, 8))[-1] == ("2026-01-01", "2030-12-31")


def test_what_a_figure_compares_with_dates_nothing_behind_it():
    text = (
        "Fair closes\n\nThe fair, held from November 1 to 4, drew 84,000 visitors. That compares with 79,500 visitors "
        "last year. Exhibition space was 75,000 square meters."
    )
    assert days(text, date(2024, 11, 5))[1] == ("2023-01-01", "2023-12-31")
    assert days(text, date(2024, 11, 5))[2] != ("2023-01-01", "2023-12-31")


def test_the_chinese_maker_is_no_figure_of_the_country():
    text = "Shares surged after the Chinese maker of pens posted a 43.6 percent increase in profit."
    assert found(text, "place", date(2025, 8, 26)) == [None]
