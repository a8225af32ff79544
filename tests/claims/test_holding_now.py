"""What holds as it is and takes no time told before: stocks, sizes, prices, capacities; and what a time does date."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

SEEN = date(2025, 11, 4)
NONE = ("None", "None")
CUSTOMS = "玩具出口增长9%\n\n据杭州海关统计，今年前三季度，浙江省出口玩具91亿元。\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "在云和县，木制玩具企业已超过700家。",
        "德国汉堡仓面积1.4万平方米。",
        "一双袜子毛利不到三毛钱。",
        "单家企业最高补助80万元。",
    ],
)
def test_chinese_stocks_sizes_and_prices_hold_now(sentence):
    assert days(CUSTOMS + sentence, SEEN)[-1] == NONE


def test_a_capacity_has_no_day():
    text = "10月18日，新车在泰国罗勇工厂下线，该厂设计年产能4万辆，总投资约9亿元。"
    assert days(text, SEEN) == [NONE] * 2
    assert found(text, "place", SEEN) == ["Rayong"] * 2


def test_what_was_built_since_january_is_dated():
    assert days("今年已建成高标准农田2.6万亩。", SEEN) == [("2025-01-01", "2025-11-04")]
    assert days("今年以来，仓库面积2.6万平方米。", SEEN) == [NONE]


def test_a_day_of_speech_does_not_date_a_feature():
    text = (
        "烈日下的账本\n\n国网龙泉市供电公司介绍，8月2日，电网最高负荷达到92万千瓦。\n\n市场屋顶上铺了3万平方米光伏板。"
        "“上半年省了9万元。”陈红说，“还能卖。”\n\n“很划算。”王芳说，“两年回本。”"
    )
    assert days(text, date(2025, 8, 6))[1] == NONE


def test_last_year_still_dates_only_its_own_price():
    assert days("“一个球出厂价25元，去年还卖28元，利润率不到一成。”", SEEN)[-1] == NONE


def test_a_forecast_takes_no_time_that_is_over():
    text = "据海关统计，今年一季度，义乌出口球类2.7亿元。协会会长张建民预计，“义乌造”将占到七成。"
    assert days(text, date(2026, 5, 14)) == [("2026-01-01", "2026-03-31"), NONE]
    assert found(text, "status", date(2026, 5, 14)) == ["actual", "forecast"]


def test_an_answer_plans_for_the_year_asked_about():
    text = "访谈\n\n记者专访了局长林岚。\n\n问：明年有何打算？\n林岚：计划把展位增加到460个。"
    assert days(text, date(2023, 10, 26)) == [("2024-01-01", "2024-12-31")]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("全年案件平均审理时间由上年的68天缩短到51天。", ("2024-01-01", "2024-12-31")),
        ("去年，义乌出口由上年的68亿元增至71亿元。", ("2024-01-01", "2024-12-31")),
    ],
)
def test_the_year_before_the_one_told_of(text, span):
    title = "2025年度知识产权白皮书\n\n2025年，法院受理案件348件。"
    assert days(title + text, date(2026, 4, 22))[1] == span


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "A 12-square-meter booth sold 600 hats in May.",
            [NONE, ("2025-05-01", "2025-05-31")],
        ),
        (
            "Some 280 booths carry them, and orders since June have climbed 4 percent.",
            [NONE, ("2025-06-01", "None")],
        ),
        (
            "A center that opened in 2021 settled 207 disputes last year.",
            [("2024-01-01", "2024-12-31")],
        ),
        (
            "In June sales were 9 million yuan. A total of 126 homes changed hands in the six months.",
            [("2025-06-01", "2025-06-30"), ("2025-01-01", "2025-06-30")],
        ),
        (
            "Courts heard 60 cases in 2024. Trials took 98 days on average, 12 days fewer than the year before.",
            [("2024-01-01", "2024-12-31")] * 3,
        ),
        (
            "At the end of 2024 it had 216 staff. Stocks stood at 3 million yuan on the same date.",
            [("None", "2024-12-31")] * 2,
        ),
        (
            "Loans rose 5 percent in June. They topped 9 million yuan at the end of the month.",
            [("2025-06-01", "2025-06-30"), ("None", "2025-06-30")],
        ),
        ("A box has hit $4,950, well above the $2,480 charged in April.", [NONE, ("2025-04-01", "2025-04-30")]),
        ("Under Notice No. 12 of 2025 parcels worth less than 5,000 yuan pass.", [NONE]),
        (
            "Trade for the year passed the 50-billion-yuan mark on August 26, 31 days earlier than in 2024.",
            [("2025-01-01", "2025-08-26")] * 2,
        ),
    ],
)
def test_what_english_times_date(text, spans):
    assert days(text, SEEN) == spans


def test_next_years_fair_is_held_next_year():
    text = "Organizers plan to enlarge next year's fair, to be held on April 16-18, to 4,000 square meters."
    assert days(text, date(2026, 4, 20)) == [("2027-04-16", "2027-04-18")]
    assert found(text, "status", date(2026, 4, 20)) == ["target"]


def test_an_index_keeps_its_day_after_another_time():
    text = (
        "Freight slides\n\nThe Ningbo index closed at 1,018.6 points on September 5, down 4.7 percent "
        "from a week earlier.\n\n"
        "Ships left about 85 percent full this week. The Mediterranean sub-index lost 78.2 points to 1,145.3 points."
    )
    assert days(text, date(2025, 9, 5))[-2:] == [("2025-09-05", "2025-09-05")] * 2
    assert found(text, "comparison", date(2025, 9, 5))[-2:] == ["since", None]
