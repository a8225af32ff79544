"""Which period a figure takes: calls 5 and 8 of the guideline."""

from datetime import date

import pytest

from barometer.claims import extract

SEEN = date(2025, 11, 20)


def spans(text, seen=SEEN):
    return [(claim.period_start, claim.period_end) for claim in extract(text, seen)]


def test_a_month_told_of_in_a_forecast_is_the_coming_one():
    assert spans("Prices in Yiwu are expected to rise 5% in January.") == [(date(2026, 1, 1), date(2026, 1, 31))]


def test_a_month_told_of_as_a_fact_is_the_past_one():
    assert spans("Prices in Yiwu rose 5% in January.") == [(date(2025, 1, 1), date(2025, 1, 31))]


def test_the_period_of_the_bulletin_is_taken_up_again_and_marked():
    text = (
        "In the first nine months, exports of Yiwu reached 5 billion yuan. In May alone, imports were 1 billion yuan.\n"
    )
    claims = extract(text + "In the nine months, toys came to 2 billion yuan.", SEEN)
    assert (claims[2].period_start, claims[2].period_end) == (date(2025, 1, 1), date(2025, 9, 30))
    assert "period" in claims[2].inherited


def test_an_old_level_keeps_only_a_period_of_its_own():
    text = "In October, Yiwu's exports rose to 8 billion yuan from 7 billion yuan."
    assert spans(text) == [(date(2025, 10, 1), date(2025, 10, 31)), (None, None)]
    text = "In October, Yiwu's exports rose to 8 billion yuan from 7 billion yuan in October 2024."
    assert spans(text)[1] == (date(2024, 10, 1), date(2024, 10, 31))


def test_this_year_beside_an_as_of_date_ends_there():
    text = "As of the end of September, Yiwu had 9,000 shops; about 400 of them opened this year."
    assert spans(text)[1] == (date(2025, 1, 1), date(2025, 9, 30))


def test_a_length_takes_no_period_from_the_sentence_before():
    assert spans("去年义乌出口80亿元。通关时间缩短至40分钟。")[1] == (None, None)


def test_a_year_later_moves_the_period_on():
    text = "Sales in Yiwu fell 5% in 2023 but rose 9% a year later."
    assert spans(text) == [(date(2023, 1, 1), date(2023, 12, 31)), (date(2024, 1, 1), date(2024, 12, 31))]


@pytest.mark.parametrize("words", ["now", "this week", "over the past five years"])
def test_windows_and_now_give_no_period(words):
    assert spans(f"Shipments from Yiwu take up 5% of the total {words}.") == [(None, None)]


def test_the_day_of_a_report_is_the_day_up_to_which_it_holds():
    assert spans("According to an article by Xinhua in July 2024, Yiwu has 9,000 shops.") == [(None, date(2024, 7, 31))]


YEAR = (date(2025, 1, 1), date(2025, 12, 31))
MAY = (date(2025, 5, 1), date(2025, 5, 31))
HALF = (date(2025, 1, 1), date(2025, 6, 30))
BEFORE = (date(2024, 1, 1), date(2024, 12, 31))
NONE = (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2024 a plant opened 60 kilometers north of Yiwu.", [NONE]),
        ("In 2025 Yiwu built 60 kilometers of roads.", [YEAR]),
        ("Yiwu usually sells 5 million lamps in May.", [NONE]),
        ("The fair in Yiwu usually opens in May and draws 5,000 buyers.", [NONE]),
        ("2024—2025年，义乌新增商铺分别为120家和310家。", [(date(2024, 1, 1), date(2024, 12, 31)), YEAR]),
        ("2021年至2025年，义乌商铺增加到148家。", [YEAR]),
        ("Yiwu's 1,000th train of 2025 left on May 3, 22 days earlier.", [(date(2025, 1, 1), date(2025, 5, 3))] * 2),
        ("Yiwu's 1,000th train left in May 2025.", [(None, date(2025, 5, 31))]),
        ("Yiwu sent its 1,000th train of the year.", [(date(2025, 1, 1), SEEN)]),
        ("So far this year, the inspection rate in Yiwu is 5 percent.", [NONE]),
        ("今年以来，义乌查验率为5%，通关时间为40分钟。", [NONE, NONE]),
        ("In May Yiwu sold 5,000 lamps and now employs 300 workers.", [MAY, NONE]),
        ("In May Yiwu sold 5,000 lamps, and 300 of them went to Chile.", [MAY, MAY]),
        ("In 2025 5 million lamps were sold in Yiwu in May.", [YEAR]),
        ("A laboratory that opened in March has cut the cost in Yiwu to 5 yuan in May.", [MAY]),
        ("今年上半年，义乌出口80亿元，其中5月出口20亿元；进口30亿元。", [HALF, MAY, HALF]),
        ("今年上半年，义乌出口80亿元，其中5月，出口20亿元；进口30亿元。", [HALF, MAY, MAY]),
        ("今年上半年义乌出口80亿元，其中5月出口20亿元；进口30亿元。", [HALF, MAY, MAY]),
        ("2025年，义乌出口超过2024年的70亿元，达80亿元，进口20亿元。", [BEFORE, YEAR, YEAR]),
        ("义乌出口在2024年的80亿元基础上增长5%。", [BEFORE, BEFORE]),
        ("义乌带动380名妇女就业，订单已排到明年2月。", [NONE]),
        ("义乌出口80亿元（5月）。", [MAY]),
        ("Wu Feng, a haulier with 46 trucks, said in May that exports from Yiwu rose 5 percent.", [NONE, MAY]),
    ],
)
def test_what_a_time_dates(text, expected):
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Imports came to 3 billion yuan, ranking third in Zhejiang.", [MAY, MAY]),
        ("Exports are expected to rise 6 percent.", [NONE]),
        ("Exports rose 6 percent, but are expected to fall.", [MAY]),
        ("Chile buys 40 percent of them.", [MAY]),
        ("Chile buys 40 percent of the total.", [MAY]),
        ("The park employs 400 people.", [NONE]),
        ("A lamp costs 90 yuan, a fifth less than in April.", [NONE, NONE]),
    ],
)
def test_which_figures_take_the_time_of_the_sentence_before(text, expected):
    assert spans(f"In May, Yiwu sold 5 million lamps. {text}")[1:] == expected


def test_the_month_of_a_base_is_the_month_of_the_figure():
    text = "Prices of lamps in Yiwu rose in February. They were 5 percent dearer than in February last year."
    (claim,) = extract(text, date(2025, 3, 20))
    assert (claim.period_start, claim.period_end) == (date(2025, 2, 1), date(2025, 2, 28))
    assert "period" not in claim.inherited


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By the end of June, Yiwu had 9,000 shops. This year, 400 shops opened.", HALF),
        ("In 2023, Yiwu opened 40 shops. At the end of the year, it had 900 shops.", (None, date(2023, 12, 31))),
        ("截至2024年底，义乌有商铺9000家。全年出口80亿元。", BEFORE),
        ("5月3日，义乌开行列车30列，当天运送80标箱。", (date(2025, 5, 3), date(2025, 5, 3))),
    ],
)
def test_a_time_means_what_was_told_before(text, expected):
    assert spans(text)[-1] == expected
