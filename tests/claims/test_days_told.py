"""The days of a holiday or fair told once: in other sentences, by number, and where the fair is held."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

HOLIDAY = "五一假期成绩单\n\n今年“五一”假期（5月1日至5日），龙泉接待游客41.2万人次。"
SEEN_AFTER = date(2026, 5, 6)
ALL_DAYS = ("2026-05-01", "2026-05-05")


@pytest.mark.parametrize(
    ("sentence", "span"),
    [
        ("假期里，酒店平均入住率78%。", ALL_DAYS),
        ("火车站假期发送旅客9.3万人次，其中5月2日发送2.4万人次；机场进出港航班118架次。", ALL_DAYS),
        ("假期首日接待9.6万人次。", ("2026-05-01", "2026-05-01")),
        ("假期第二天接待10.4万人次。", ("2026-05-02", "2026-05-02")),
        ("最后一天接待3.3万人次。", ("2026-05-05", "2026-05-05")),
        ("端午假期预计接待20万人次。", ("None", "None")),
    ],
)
def test_a_holiday_named_again_has_its_days(sentence, span):
    told = days(f"{HOLIDAY}\n\n{sentence}", SEEN_AFTER)
    assert told[-1] == span


def test_a_holiday_in_english():
    text = (
        "Longquan packed\n\nLongquan drew 412,000 visitors over the May Day holiday (May 1-5). Busiest "
        "was the old kiln,"
        " with 31,000 on May 2 alone. Rooms cost 420 yuan a night over the holiday, a fifth above the usual price."
    )
    assert days(text, SEEN_AFTER)[-2:] == [ALL_DAYS] * 2


FAIR = "第9届龙泉青瓷博览会11月6日至9日举行。闭幕后，记者专访了局长林岚。"


def test_a_fair_that_a_question_asks_about_dates_the_answer():
    text = f"访谈｜青瓷的生意\n\n{FAIR}\n\n问：本届博览会成绩如何？\n林岚：参展企业312家，到会客商2.1万人次。"
    assert days(text, date(2025, 11, 12)) == [("2025-11-06", "2025-11-09")] * 2


def test_a_day_of_a_fair_is_told_by_its_number():
    text = (
        "Fair\n\nThe 9th Longquan Fair, held from November 6 to 9, drew 21,000 visits. On the opening "
        "day it sold 90 tonnes."
    )
    assert days(text, date(2025, 11, 12))[-1] == ("2025-11-06", "2025-11-06")
    other = (
        "Fair\n\nThe 9th Longquan Fair, held from November 6 to 9, drew 21,000 visits. Shares gained "
        "3% on the first day of trading."
    )
    assert days(other, date(2025, 11, 12))[-1] != ("2025-11-06", "2025-11-06")


def test_a_fair_holds_where_it_is_held_not_where_its_name_says():
    text = (
        "第七届丽水农业博览会闭幕\n\n11月19日，为期4天的第七届丽水农业博览会（11月16日至19日）在永康国际会展中心落幕。"
        "据组委会统计，本届农博会共设展位850个，成交3200万元。"
    )
    assert found(text, "place", date(2025, 11, 20), "丽水市农业农村局") == ["Yongkang"] * 3
    plain = "丽水市农业农村局统计，全市农民收入增长6%。"
    assert found(plain, "place", date(2025, 11, 20), "丽水市农业农村局") == ["Lishui"]


@pytest.mark.parametrize("told", ["5月1日至5日“五一”假期", "5月1日至5日五一假期", "5月1日至5日的小长假"])
def test_a_holiday_named_behind_its_days_has_them_in_all_that_follows(told):
    text = f"旅游局的数据显示，{told}，龙泉接待游客41.2万人次。\n\n今年不少窑口没有停。假期里营业的窑口有70座。"
    assert days(text, SEEN_AFTER) == [ALL_DAYS] * 2


def test_last_years_festival_is_the_base_of_a_year_ago():
    assert found("景区营业额73万元，比去年春节多出11万元。", "comparison") == [None, "yoy"]
    assert found("景区营业额73万元，比春节多出11万元。", "comparison") == [None, "since"]


def test_the_first_day_of_a_market_is_the_one_on_which_it_is_said_to_open():
    text = "龙泉假期盘点\n\n2月15日至23日春节假期，龙泉接待游客41.2万人次。\n\n{}预计开市首日客流将超过6万人次。"
    opens = text.format("根据安排，宝剑市场将于3月2日全面开市。")
    assert days(opens, date(2026, 2, 24))[-1] == ("2026-03-02", "2026-03-02")
    assert days(text.format(""), date(2026, 2, 24))[-1] != ("2026-02-15", "2026-02-15")
