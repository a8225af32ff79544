"""Goals listed behind others, levels of a year ago told as such, towns that somebody only comes from."""

from datetime import date
from functools import partial

import pytest

from barometer.claims import extract
from tests.claims import claims_read

SEEN = date(2026, 11, 12)


found = partial(claims_read.found, seen=SEEN)


def test_all_of_a_list_are_goals_behind_one_that_is_striven_for():
    text = "2027年主要目标为：生产总值增长6%；出口增长8%，力争突破900亿元；财政收入增长4%；失业率控制在5%以内。"
    assert found(text, "status") == ["target"] * 5


@pytest.mark.parametrize("told", ["去年同期这一比例为33.5%", "去年同期为33.5%", "上年同期的占比是33.5%"])
def test_what_a_share_was_a_year_ago_is_of_then(told):
    claim = extract(f"今年前三季度，外销收入占总收入的41%，{told}。", SEEN)[-1]
    assert (claim.period_start, claim.period_end) == (date(2025, 1, 1), date(2025, 9, 30))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("义乌卖家江小满。\n\n江小满是江西上饶人。2017年，他到一家饰品厂打工，月薪3400元。", "Yiwu"),
        ("义乌市做玩具。\n\n5月12日，两国发布日内瓦经贸会谈联合声明。当晚，厂里接到8个客户的电话。", "Yiwu"),
        (
            "义乌企业出海。\n\n声明在日内瓦发布，涉及10%的税率。他惦记的是柬埔寨金边的新工厂。该厂有员工250人。",
            "Phnom Penh",
        ),
    ],
)
def test_towns_by_which_somebody_or_something_is_only_called(text, place):
    assert found(text, "place")[-1] == place


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("海运指数周二下跌35点，报1920点。", (date(2026, 11, 10), date(2026, 11, 10))),
        ("周一闭馆的展厅有40家店。", (None, None)),
    ],
)
def test_days_of_the_week_of_a_market_date_its_figures(text, days):
    assert {(claim.period_start, claim.period_end) for claim in extract(text, SEEN)} == {days}


def test_what_is_announced_to_be_cut_is_cut():
    assert found("央行宣布将7天期逆回购利率下调10个基点至1.25%。", "status") == ["actual", "actual"]


def test_a_change_on_month_has_its_base():
    assert found("Exports jump 30% in June on month to 6,900 tonnes", "comparison")[0] == "mom"


def test_a_bank_behind_the_verb_says_it():
    text = (
        "Shops gain from the loans, which cost no more than 3 percent and run for three years, said the Bank of Lin'an."
    )
    assert set(found(text, "attributed_to")) == {"Bank of Lin'an"}
