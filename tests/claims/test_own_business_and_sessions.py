"""Whose figure it is: a speaker's own business, a day of trading, those asked, what one has learned from whom."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

NEVER = ("None", "None")
MONTHS = ("2025-01-01", "2025-10-31")


def test_a_speaker_new_to_a_text_tells_of_a_business_as_it_is():
    text = "4月，义乌快递量9.7亿件，同比增长19.8%。在北苑街道开网点的骆建强说，他的网点日均发件8万多件。"
    assert days(text, date(2024, 5, 21))[-1] == NEVER


def test_what_so_many_answer_is_no_forecast():
    text = "问卷显示，38.5%的企业认为下半年订单将增加，41%认为持平，约两成认为会减少。"
    assert found(text, "status", date(2026, 7, 23)) == ["actual"] * 3


def test_by_the_end_of_the_year_is_by_the_end_of_this_one():
    text = "去年营业额突破9亿元。市里计划改造街面，年底前新增停车位150个。"
    assert days(text, date(2025, 4, 12))[-1] == ("None", "2025-12-31")


def test_firms_named_with_their_province_are_of_it():
    text = "中东展在迪拜举行。展会上，42家浙江企业拼下一片展区。"
    assert found(text, "place", date(2024, 6, 21)) == ["Zhejiang"]


def test_what_this_year_did_ends_with_the_day_told_before():
    text = "截至11月17日，班列累计开行9236列。其中，今年已开行1583列。"
    assert days(text, date(2024, 11, 19)) == [("None", "2024-11-17"), ("2024-01-01", "2024-11-17")]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [("换线投入2600万元，预计两年半收回。", ["2600万元", "两年半"]), ("班列通达欧亚160余城。", ["160余城"])],
)
def test_more_claims(text, quotes):
    assert found(text, "quote", date(2026, 3, 23)) == quotes


def test_goods_of_a_country_are_sold_here():
    text = "走进义乌进口馆，一款泰国乳胶枕售价只要128元。"
    assert found(text, "place", date(2025, 1, 8)) == ["Yiwu"]


STORY = (
    'Trade up\n\nYiwu, dubbed the "world\'s supermarket", saw its trade reach 641.8 billion yuan from January to '
    "October, up 21.3 percent year-on-year, the Global Times learned from Yiwu Customs on Wednesday.\n\n"
    "Exports rose 22.1 percent to 566.4 billion yuan, according to Yiwu Customs.\n\n"
    "Trade with Africa grew 19.8 percent."
)


def test_a_story_goes_on_with_the_time_and_base_of_its_first_source():
    assert days(STORY, date(2025, 11, 12)) == [MONTHS] * 5
    assert found(STORY, "comparison", date(2025, 11, 12)) == [None, "yoy", "yoy", None, "yoy"]
    assert found(STORY, "attributed_to", date(2025, 11, 12))[0] == "Yiwu Customs"


def test_shares_on_a_day_take_no_base_of_a_report():
    text = "Profit rose 31 percent from a year earlier. The stock closed 3.4 percent higher on Friday."
    assert found(text, "comparison", date(2025, 4, 18)) == ["yoy", None]


def test_trains_a_day_are_trains():
    assert found("The service moved 214,000 TEUs; it now has nine daily trains.", "unit", date(2025, 7, 10)) == [
        "teu",
        "train",
    ]


def test_the_whole_of_an_index_has_no_time():
    text = "The index ended Friday at 1,268.9 points, as 15 of its 21 routes fell."
    assert days(text, date(2025, 6, 28))[-1] == NEVER


def test_where_boxes_came_from_is_not_where_they_were_handled():
    text = "The port of Ningbo handled 1.08 million TEUs. About two-fifths of the boxes came from inland Zhejiang."
    assert found(text, "place", date(2026, 7, 15)) == ["Ningbo", "Ningbo"]
