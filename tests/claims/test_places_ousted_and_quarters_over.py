"""What two rounds of unread hands showed: places that hold nothing, quarters and halves over, aims, fairs and codes."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

NONE = ("None", "None")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "The tallest bar belongs to Yiwu in Zhejiang Province. The city's exports reached 768 billion yuan.",
            ["Yiwu"],
        ),
        (
            "Zhejiang's exports rose 5 percent. ASEAN replaced Japan as top partner. Trade with it grew 14 percent.",
            ["Zhejiang", "Zhejiang"],
        ),
        ("At his plant on the outskirts of Yiwu, half of the 12 assembly lines stood still.", ["Yiwu", "Yiwu"]),
        ("Zhou sells in Yiwu. The US share has shrunk to 12 percent.", ["Yiwu"]),
        ("Zhou sells in Yiwu. Mexico now brings her around 15 per cent of her sales.", ["Yiwu"]),
        ("In Yiwu, toy exporter Fang Lei said U.S. clients had cut their orders by a third.", ["Yiwu"]),
        (
            "China's exports rose 5 percent. Sofia Brandt, a strategist at Qianjiang Securities, expects 4 percent.",
            ["China", "China"],
        ),
        (
            "Yiwu-based Lumei builds a plant in Rayong, Thailand, for 190 million yuan. It will employ 620 people.",
            ["Rayong", "Rayong"],
        ),
    ],
)
def test_places_that_only_locate_buy_or_name_somebody_hold_no_figure(text, places):
    assert found(text, "place") == places


def test_a_land_whose_tariffs_only_date_a_figure_does_not_hold_it():
    text = "Half of the 12 assembly lines have stood still since the US raised tariffs to 145%."
    assert found(text, "place") == [None, None, "United States"]


@pytest.mark.parametrize(
    ("text", "seen", "last"),
    [
        ("Exports were up 9 percent in the first half.", date(2024, 3, 14), ("2023-01-01", "2023-06-30")),
        (
            "Growth picked up from 5 percent in the first quarter to 9 percent in the fourth.",
            date(2026, 1, 20),
            ("2025-10-01", "2025-12-31"),
        ),
        ("第四季度单季营收19.8亿元。", date(2025, 5, 20), ("2024-10-01", "2024-12-31")),
        ("第四季度营收有望达到19.8亿元。", date(2025, 5, 20), ("2025-10-01", "2025-12-31")),
        (
            "Exports will grow by 5 percent this year, slower than the 8 percent recorded in the first half.",
            date(2025, 9, 16),
            ("2025-01-01", "2025-06-30"),
        ),
    ],
)
def test_a_quarter_or_half_that_is_not_over_is_that_of_the_year_before_unless_foreseen(text, seen, last):
    assert days(text, seen)[-1] == last


def test_the_quarter_of_a_report_is_the_one_its_opening_tells():
    text = (
        "Results\n\nLumei today announced its results for the three months ended September 30, 2025.\n\n"
        "Overseas customers contributed 78% of revenue in the quarter."
    )
    assert days(text, date(2025, 10, 29))[-1] == ("2025-07-01", "2025-09-30")
    assert days("Overseas customers contributed 78% of revenue in the quarter.") == [NONE]


def test_what_a_length_came_to_since_a_day_is_a_length():
    text = "Running time has been cut from 18 days to 15.5 days since a new timetable took effect on July 1."
    assert [str(value) for value in found(text, "value")] == ["18", "15.5"]


def test_a_province_behind_a_market_only_says_where_it_lies():
    text = (
        "Samir pulled his trolley into the Yiwu International Trade City in east China's Zhejiang Province. "
        "By noon he had placed orders worth 420,000 yuan."
    )
    assert found(text, "place") == ["Yiwu"]


def test_a_second_aim_has_its_own_day():
    text = "Yiwu aims to train 50,000 people in 2027 and to have at least 20 bases by the end of 2028."
    assert days(text) == [("2027-01-01", "2027-12-31"), ("None", "2028-12-31")]


def test_an_old_level_told_of_elsewhere_has_its_time():
    text = "The cup drew 48 teams, compared with 32 in Qatar in 2022."
    assert days(text)[-1] == ("2022-01-01", "2022-12-31")


def test_the_year_in_the_name_of_a_fair_is_its_days():
    text = (
        "Fair closes\n\nThe 2026 China Yiwu Imported Commodities Fair closed with deals worth 3 billion yuan.\n\n"
        "Held from May 15 to 18, the fair drew 2,000 exhibitors."
    )
    assert days(text) == [("2026-05-15", "2026-05-18")] * 2


def test_the_opening_day_is_the_day_on_which_a_market_opened():
    text = "The new mall in Yiwu swung open at 9:00 a.m. on Wednesday. On opening day I took 17 orders, she said."
    assert days(text) == [("2026-06-17", "2026-06-17")]
    text = "5月18日上午，义乌六区市场正式启用。开业首日，市场迎客6.8万人次。"
    assert days(text)[-1] == ("2026-05-18", "2026-05-18")


def test_a_price_of_a_thing_of_this_year_holds_now():
    assert days("The price of this year's best-seller is 65 yuan.") == [NONE]


def test_what_was_spent_of_a_year_already_is_of_what_has_passed_of_it():
    assert days("今年省财政已安排专项资金5亿元。") == [("2026-01-01", "2026-06-19")]


def test_a_dividend_to_be_paid_has_no_time():
    text = "In the first half of 2025, revenue grew to 9 billion yuan. It will pay a cash dividend of 72 million yuan."
    assert days(text)[-1] == NONE


@pytest.mark.parametrize(
    "text",
    [
        "Translations into dollars use the rate of 7.1055 yuan to US$1.00.",
        "Floor 6, 88 Fengqi Road, Hangzhou 310003 | Tel. 0571-8517 2200",
        "Related: 29th Keqiao autumn expo opens registration",
        "客户端 999+评论",
    ],
)
def test_rates_of_exchange_codes_and_footers_measure_nothing(text):
    assert found(text, "quote") == []


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("Parcels numbered 68 million in May, 1.6 times the volume of the same period last year.", "yoy"),
        ("Orders on hand now last nearly two months longer than at this time last year.", "yoy"),
    ],
)
def test_bases_told_of_the_same_time_last_year_are_yearly(text, comparison):
    assert found(text, "comparison")[-1] == comparison


def test_all_rates_compared_with_last_year_are_yearly():
    text = (
        "Digest\n\nAll rates of change are compared with last year's holiday.\n\nTourism: 1.4 million visits, up 9.7%"
    )
    assert found(text, "comparison")[-1] == "yoy"


def test_a_fair_that_closed_has_its_days_where_only_its_second_paragraph_tells_them():
    text = (
        "Fair closes\n\nThe 31st China Yiwu International Small Commodities (Standards) Fair has closed in Yiwu "
        "with deals of 6 billion yuan.\n\nThe four-day event, held from May 21 to 24, logged 218,000 visits.\n\n"
        "A total of 2,130 companies took part."
    )
    assert days(text) == [("2026-05-21", "2026-05-24")] * 4


def test_the_word_for_what_comes_from_a_land_is_no_town():
    assert found("Siam Home, a tenant that deals in Thai latex pillows, rents 6,500 square meters.", "place") == [None]
