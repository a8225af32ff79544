from decimal import Decimal

import pytest

from barometer.claims.chinese.quantities import mentions
from barometer.claims.chinese.unit_words import unit_words


def read(text, lexicon):
    return mentions(text, unit_words(lexicon))


@pytest.mark.parametrize(
    ("text", "quote", "unit", "modifier"),
    [
        ("230多个国家和地区", "230多个国家和地区", "country", "gt"),
        ("20万人次以上", "20万人次以上", "person", "ge"),
        ("不到600亩", "不到600亩", "mu", "lt"),
        ("逾七成", "逾七成", "percent", "gt"),
        ("约26亿元", "约26亿元", "CNY", "approx"),
        ("3亿美元", "3亿美元", "USD", "eq"),
        ("1.6个百分点", "1.6个百分点", "percentage_point", "eq"),
        ("7.5万个商位", "7.5万个商位", "shop", "eq"),
        ("不少于150家", "不少于150家", "company", "ge"),
        ("3‰", "3‰", "percent", "eq"),
    ],
)
def test_number_with_unit_and_bound(text, quote, unit, modifier, lexicon):
    (mention,) = read(text, lexicon)
    assert (text[mention.start : mention.end], mention.unit, mention.modifier) == (quote, unit, modifier)


def test_permille_becomes_percent(lexicon):
    assert read("3‰", lexicon)[0].numeral.value == Decimal("0.3")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("300至500万元", 3_000_000, 5_000_000), ("8%至12%", 8, 12), ("5到8个点", 5, 8), ("300-500元", 300, 500)],
)
def test_ranges_share_unit_and_scale(text, low, high, lexicon):
    (mention,) = read(text, lexicon)
    assert (mention.numeral.value, mention.numeral.value_max) == (Decimal(low), Decimal(high))


def test_from_to_is_no_range(lexicon):
    assert [mention.numeral.value_max for mention in read("由6%至9%", lexicon)] == [None, None]


@pytest.mark.parametrize("text", ["统一规划", "零售总额", "一般贸易", "第3次"])
def test_words_with_number_characters_count_nothing(text, lexicon):
    assert read(text, lexicon) == []


@pytest.mark.parametrize(
    ("text", "value", "kind"), [("翻一番", 2, "multiple"), ("翻了两番", 4, "multiple"), ("减半", 50, "change")]
)
def test_numbers_that_are_verbs(text, value, kind, lexicon):
    (mention,) = read(text, lexicon)
    assert (mention.numeral.value, mention.kind) == (value, kind)
