"""Goals listed behind others, levels of a year ago told as such, towns that somebody only comes from."""

from datetime import date

import pytest

from barometer.claims import extract

SEEN = date(2026, 11, 12)


def found(text, field):
    return [getattr(claim, field) for claim in extract(text, SEEN)]


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
