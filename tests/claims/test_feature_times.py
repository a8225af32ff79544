"""What features, fairs and plans showed of time: days of a fair, bases in passing, what dates nothing that follows."""

from datetime import date

import pytest

from barometer.claims import extract
from tests.claims.claims_read import days, found

COMING = """Markets this spring

Coming up: Spring Fair, June 25-28
The 2026 Jinhua Spring Fair moves in next week. Think four halls and 9,000 square meters of floor space! Organizers
expect 3,000 buyers. Last year's fair drew 2,100 people."""


def test_a_fair_to_come_has_its_days_in_all_that_is_told_of_it():
    assert days(COMING.replace("\nexpect", " expect")) == [("2026-06-25", "2026-06-28")] * 3 + [
        ("2025-01-01", "2025-12-31")
    ]
    assert found(COMING.replace("\nexpect", " expect"), "status") == ["forecast"] * 3 + ["actual"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "The three-day event, which opened on June 12, drew 300 exhibitors to Yiwu.",
            ("2026-06-12", "2026-06-14"),
        ),
        ("The 3-day expo closed on June 14 with deals of 4 million yuan.", ("2026-06-12", "2026-06-14")),
        ("The expo closed on June 14 with deals of 4 million yuan.", ("2026-06-14", "2026-06-14")),
    ],
)
def test_a_fair_told_with_its_length_has_all_its_days(text, span):
    assert days(text)[-1] == span


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("July 8-10: Sourcing Fair, about 900 booths", "2026-07-08"),
        ("6月25日世界杯开幕，球衣卖了300件。", "2026-06-25"),
        ("On May 8 the market sold 900 lamps.", "2026-05-08"),
        ("On Sept. 8 the market sold 900 lamps.", "2025-09-08"),
    ],
)
def test_a_day_without_a_year_is_the_one_to_come_if_it_is_near(text, start):
    assert days(text)[0][0] == start


def test_last_june_told_in_june_is_that_of_the_year_before():
    assert days("Last June the hub of Yiwu sorted 71 million parcels.") == [("2025-06-01", "2025-06-30")]
    assert days("Last May the hub of Yiwu sorted 71 million parcels.") == [("2026-05-01", "2026-05-31")]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("It stood 0.9 percent short of its level in May 2025.", "since"),
        ("Costs are down 12 percent compared with the old plant.", "since"),
        ("He spent a tenth less than on his previous trip.", "since"),
        ("Freight rates have doubled since the spring.", "since"),
        ("Orders were a quarter above last spring's.", "yoy"),
        ("It sold 777 parcels, 1.6 times the usual daily number.", "since"),
        ("Coil stood at 3,340 yuan, 85 yuan below the price a month earlier.", "mom"),
    ],
)
def test_bases_named_in_passing(text, base):
    assert found(text, "comparison")[-1] == base


PLAN = """Zhejiang sets 2028 goals for its ports

Zhejiang aims to handle 48 million TEUs by 2028. Rail's share is to reach 10 percent by then.

The plan runs from 2026 through 2028. Under it the province is to spend 120 billion yuan over the three years."""


def test_what_a_plan_points_back_to():
    claims = extract(PLAN, date(2026, 2, 25))
    assert [str(claim.period_end) for claim in claims] == ["2028-12-31"] * 3
    assert [str(claim.period_start) for claim in claims] == ["None", "None", "2026-01-01"]
    assert {claim.status for claim in claims} == {"target"}
    assert [claim.kind for claim in claims] == ["count", "share", "amount"]
    assert days("The share is to reach 10 percent by then.") == [("None", "None")]


def test_by_then_is_the_last_day_named_in_the_sentence_or_before():
    text = "Yiwu aims for 300 shops by 2027. By 2029 it wants 500 shops, and by then 20 of them are to be robots."
    assert [end for _, end in days(text)] == ["2027-12-31", "2029-12-31", "2029-12-31"]
    assert [end for _, end in days("By 2029 Yiwu wants 500 shops. By then 600 firms are to come.")][-1] == "2029-12-31"


def test_a_year_of_somebodys_life_dates_nothing_that_follows():
    life = "Ye Shan, who took over the works in 2021, makes bottles. We throw away 12 percent of the glass."
    assert days(life) == [("None", "None")]
    assert (
        days(life.replace(", who took over the works in 2021,", " took over the works in 2021 and"))[0][1]
        == "2021-12-31"
    )


def test_a_time_of_a_statement_joined_on_does_not_reach_back():
    text = "The office says 600 stalls in Yiwu are open, and that visitors averaged 236,000 in the first quarter."
    assert days(text) == [("None", "None"), ("2026-01-01", "2026-03-31")]


def test_months_of_a_report_are_no_window_without_a_base():
    text = (
        "Trade of Ningbo rose 7.8 percent year on year in the first five months of 2026. Rail volume came to 3 million "
        "TEUs in the five months, a jump of 16.3 percent."
    )
    assert found(text, "comparison") == ["yoy", None, "yoy"]


def test_a_rank_has_the_time_of_what_it_ranks():
    text = "Jinhua handled 14.8 billion parcels in the first five months. By volume it ranked second in the country."
    assert days(text) == [("2026-01-01", "2026-05-31")] * 2


POST = """618 is over

Fair of Jinhua in numbers

📅 June 10–13, 2026 📍 Expo Center

Dear friends, it is over.

👥 Visitors: 76,842
🌍 Buyers: 8,917
"It was good," said Mr. Shen. "We took 58 orders."
"We will come again," said Ms. Wu.
We also polled 200 visitors: 93.5% of them would come again."""


def test_a_post_on_a_fair_has_its_days_from_the_line_that_names_them():
    assert set(days(POST)) == {("2026-06-10", "2026-06-13")}


CARD = """Report card

You asked how busy June was. Here are the figures for June 2026.

• Volume: 1.27 billion pieces
• Revenue: 3.04 billion yuan
• Trains: 11,600 TEUs
• Flights: 186 flights
• Routes: 25 routes
• Firms: 300 firms
• Shops: 900 shops
• Lines: 48 lines
• Halls: 12 halls
Auntie Fang: "It is good," she said. "I like it," she said."""


def test_a_card_of_many_rows_reports_whoever_is_quoted_in_it():
    assert set(days(CARD, date(2026, 7, 20))) == {("2026-06-01", "2026-06-30")}


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("In June the index was 0.46 percent below its May level.", "mom"),
        ("In June the index was 0.46 percent below its March level.", "since"),
        ("Goods came to 3,950 tonnes in May, 1.6 times last May's figure.", "yoy"),
        ("My packers cost 500 yuan more than last June.", "yoy"),
        ("That was 0.5 percentage points faster than in the whole of 2025.", "since"),
        ("34 brands showed it, twice as many as at the 2024 fair.", "since"),
        ("I got 430 orders, 20 times what a normal day brings.", "since"),
    ],
)
def test_more_bases(text, base):
    assert found(text, "comparison")[-1] == base


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "At Yiwu, where a line opened in March, the average clearance time was cut from 11 hours to 6 hours.",
            ("None", "None"),
        ),
        ('The "check-in" reform introduced in March has shortened the stay to 6.5 hours.', ("None", "None")),
        ("By June 10 all lamps were gone. Clients used to bring in 55 percent of revenue.", ("None", "None")),
    ],
)
def test_more_times_that_date_nothing(text, span):
    assert days(text)[-1] == span


def test_two_years_told_as_one():
    assert days("今明两年，义乌每年安排专项资金5亿元。") == [("2026-01-01", "2027-12-31")]
    assert days("去今两年，义乌每年安排专项资金5亿元。") == [("2025-01-01", "2026-12-31")]


def test_a_day_to_come_told_in_a_sentence_of_its_own_dates_nothing_that_follows():
    assert days("7月11日世界杯才开幕。“仓库里只剩3000件现货，”义乌的余雪琴说。") == [("None", "None")]


def test_what_a_new_site_can_handle_holds_whatever_the_report_is_about():
    text = "6月，全市快递企业揽收包裹2.38亿件。新中心每小时可处理包裹15万件。"
    assert days(text, date(2026, 7, 20)) == [("2026-06-01", "2026-06-30"), ("None", "None")]


def test_incomes_are_those_of_the_reports_own_time():
    text = (
        "Prices of Jinhua\n\nRetail sales of Jinhua rose 4.4 percent in the first five months of 2026. Online sales "
        "rose 7.2 percent. Producer prices fell 1.4 percent in May. Per capita disposable income was 38,940 yuan."
    )
    spans = days(text)
    assert spans[-1] == ("2026-01-01", "2026-05-31")
    assert days(text.replace("disposable income", "rent"))[-1] == ("2026-05-01", "2026-05-31")


@pytest.mark.parametrize(
    ("text", "base"),
    [
        (
            "In the nine months to September 2025 output rose 8 percent, 2 points faster than in the first half.",
            "since",
        ),
        ("In the second quarter of 2026 output rose 5 percent, 2 points faster than in the first quarter.", "qoq"),
        ("In the first half of 2026 output rose 6 percent, 2 points faster than in the first quarter.", "since"),
        ("A pan costs 3 yuan more than in spring.", "since"),
        ("A box costs $500 less than at last winter's peak.", "since"),
        ("In July it was 102.18 points, a decline of 0.46 percent; compared with July 2024 all was well.", None),
    ],
)
def test_bases_that_date_nothing(text, base):
    assert found(text, "comparison", date(2026, 9, 1))[-1] == base


def test_a_base_in_points_does_not_go_on():
    text = (
        "Output of Jinhua rose 8.4 percent year on year in 2025, 0.7 percentage points faster than in the first half. "
        "Output of cars surged 41.2 percent."
    )
    assert found(text, "comparison") == ["yoy", "since", "yoy"]


def test_no_month_before_is_the_base_of_half_a_year():
    text = (
        "Retail sales of Jinhua rose 4.4 percent year on year in the first half of 2026. In June prices fell 1 percent "
        "month on month. Income rose 5.6 percent in the first half."
    )
    assert found(text, "comparison", date(2026, 7, 20)) == ["yoy", "mom", "yoy"]


def test_what_goes_on_with_a_goal_has_its_time():
    text = "力争到2028年出口由2025年的26亿元提高到33亿元。同时，培育企业15家。"
    assert days(text)[-1] == ("None", "2028-12-31")
    assert days(text.replace("同时，", "目前，"))[-1] == ("None", "None")
