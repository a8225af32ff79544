"""Agencies, the day of a survey, sessions of shares, a quarter told behind a day, one day of a fair."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

DAY = date(2025, 9, 10)


@pytest.mark.parametrize(
    "told", ["Economists in a Reuters poll had forecast a rise of 6%.", "That was in Bloomberg data."]
)
def test_an_agency_is_no_place(told):
    text = f"China trade\n\nChina's exports rose 7% in August. {told} The surplus widened to $88 billion."
    assert set(found(text, "place", DAY)) == {"China"}


def test_the_day_of_a_survey_dates_no_answer():
    text = (
        "Survey\n\nSixty percent of merchants expect sales to rise, according to a survey released on Tuesday by the "
        "Yiwu Chamber of Commerce.\n\nAbout 47 percent of respondents reported more orders."
    )
    assert days(text, DAY) == [("None", "None")] * 2


def test_a_town_with_another_in_brackets_is_the_one_told_of():
    text = "Jinhua (including Yiwu) ranked first in the province with 6 billion parcels."
    assert found(text, "place", DAY)[-1] == "Jinhua"


def test_shares_that_rise_after_something_have_no_base():
    text = "Shares of Bailong rose by 5 percent to 18 yuan on Friday after the firm posted higher profit."
    assert found(text, "comparison", DAY)[0] is None


def test_in_the_quarter_behind_a_day_is_the_quarter_told():
    text = (
        "Bailong's quarter\n\nBailong earned 140 million yuan in the second quarter. Its shares closed at 18 yuan on "
        "Friday. Overseas revenue jumped 46 percent in the quarter."
    )
    assert days(text, DAY)[-1] == ("2025-04-01", "2025-06-30")


def test_one_day_of_a_fair_dates_only_what_happened_on_it():
    text = (
        "展会闭幕\n\n9月6日至8日，义博会在义乌举行。“开展首日就签了80万元的单子。”李强说，公司带来的30款新品卖得好。"
        "客商张明说，他在展会上采购了50万元的工具箱。"
    )
    assert days(text, DAY)[-1] == ("2025-09-06", "2025-09-08")


def test_what_is_granted_holds_beside_what_was_spent_this_year():
    text = "市财政今年已安排专项资金1.2亿元；对公共海外仓，最高补助200万元。"
    assert days(text, DAY) == [("2025-01-01", "2025-09-10"), ("None", "None")]


def test_a_caption_without_a_colon_dates_its_table():
    text = "快递月报\n\n业务量增长。\n\n附表　2025年8月部分县市快递业务量\n地区　业务量　同比\n义乌市　9亿件　18%"
    assert set(days(text, DAY)) == {("2025-08-01", "2025-08-31")}
