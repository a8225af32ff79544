"""Chinese levels of another time that a figure is set against, and what was arranged already."""

from datetime import date

import pytest

from barometer.claims import extract

SEEN = date(2026, 9, 22)


def last(text):
    claim = extract(text, SEEN)[-1]
    return claim.quote, claim.modifier, str(claim.period_start), str(claim.period_end)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("1至8月出口额53.6亿元，低于去年同期的55.2亿元。", "55.2亿元"),
        ("1至8月出口额53.6亿元，但仍高于上年同期的50.2亿元。", "50.2亿元"),
        ("1至8月出口额53.6亿元，已超过去年同期的50.2亿元。", "50.2亿元"),
        ("1至8月出口额53.6亿元，仍不及去年同期的55.2亿元。", "55.2亿元"),
        ("1至8月利润率5.3%，低于去年同期的6.1%。", "6.1%"),
    ],
)
def test_a_level_of_the_year_before_is_no_bound(text, quote):
    assert last(text) == (quote, "eq", "2025-01-01", "2025-08-31")


def test_a_level_of_a_year_or_month_named_is_of_it():
    assert last("1至8月出口额53.6亿元，低于2025年的55.2亿元。") == ("55.2亿元", "eq", "2025-01-01", "2025-12-31")
    assert last("8月均价每只53.6元，低于7月的55.2元。") == ("55.2元", "eq", "2026-07-01", "2026-07-31")
    (claim,) = extract("8月指数为53.6点，但仍高于去年2月的50.9点。", SEEN)[1:]
    assert (claim.indicator, str(claim.period_start)) == ("指数", "2025-02-01")


@pytest.mark.parametrize("quote", ["不到去年同期的三成", "不足原来的30%"])
def test_a_part_of_what_was_keeps_its_bound(quote):
    assert last(f"8月成交量{quote}。")[:2] == (quote, "lt")


def test_what_was_arranged_is_done():
    assert [claim.status for claim in extract("我们安排了120名职工留守。", SEEN)] == ["actual"]
    assert [claim.status for claim in extract("年内安排120名职工留守。", SEEN)] == ["target"]
