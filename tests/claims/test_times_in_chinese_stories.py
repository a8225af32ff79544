"""Times of Chinese stories: inside a quotation, up to now, of next year, of what was done by then."""

from datetime import date

import pytest

from tests.claims.claims_read import days, found

NEVER = ("None", "None")
SO_FAR = ("2026-01-01", "2026-06-19")
THIS_YEAR = ("2026-01-01", "2026-12-31")
NEXT_YEAR = ("2027-01-01", "2027-12-31")


@pytest.mark.parametrize(
    "time", ["今年到现在已经", "今年到目前，", "年初到现在，", "从年初到现在，", "年初至今", "年初以来"]
)
def test_from_new_year_to_now(time):
    assert days(f"{time}发了23个货柜。") == [SO_FAR]


@pytest.mark.parametrize(("time", "first"), [("2019年初至今", "2019-01-01"), ("去年年初到现在", "None")])
def test_from_another_new_year(time, first):
    assert days(f"{time}，厂里发了23个货柜。") == [(first, "None")]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("“今年接单提前了20天。”会长周丽说，协会有300家会员企业。", [THIS_YEAR, NEVER]),
        ("“今年生意好！”会长周丽说，协会有300家会员企业。", [NEVER]),
        ("“今年接单提前了20天。”会长周丽说，有六成在5月底前就发完了货。", [THIS_YEAR, ("None", "2026-05-31")]),
        ("会长周丽说，今年接单提前了20天，比同行多发500箱。", [THIS_YEAR, THIS_YEAR]),
    ],
)
def test_the_time_of_a_whole_sentence_quoted_is_not_of_what_is_told_behind_it(text, spans):
    assert days(text) == spans


def test_a_price_come_to_by_now_is_of_no_running_time():
    text = "今年已下达资金3.2亿元。展位补助由每个1万元提高到1.5万元。"
    assert days(text) == [SO_FAR, NEVER, NEVER]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("明年出口不会下滑，预计全年增长4%，但一季度可能只有2%。", ("2027-01-01", "2027-03-31")),
        ("明年出口预计增长4%；一季度增长2%。", ("2026-01-01", "2026-03-31")),
        ("明年出口预计增长4%，今年上半年增长2%。", ("2026-01-01", "2026-06-30")),
    ],
)
def test_a_quarter_behind_next_year_is_of_it(text, last):
    assert days(text)[-1] == last


def test_the_second_part_has_the_time_that_the_first_came_to():
    text = "对美出口占比已由2018年的19.2%降至今年前5个月的11.1%，东盟占比则升至22.4%。"
    assert days(text)[1:] == [("2026-01-01", "2026-05-31")] * 2


def test_what_those_asked_expect_of_next_year():
    text = "在受访的企业中，近三分之一预计明年利润率将低于5%。"
    assert days(text) == [NEVER, NEXT_YEAR]
    assert found(text, "status", date(2026, 6, 19)) == ["actual", "forecast"]
    assert days("近三分之二看好明年订单，四成打算招人。") == [NEVER, NEVER]
