from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barometer.claims.chinese.numerals import han_value, numerals

NUMBERS = [
    ("1.45万亿", "1450000000000", "eq"),
    ("3亿5千万", "350000000", "eq"),
    ("16.4亿", "1640000000", "eq"),
    ("210多万", "2100000", "gt"),
    ("两百多", "200", "gt"),
    ("十余万", "100000", "gt"),
    ("十几", "10", "gt"),
    ("数千", "1000", "ge"),
    ("上万", "10000", "ge"),
    ("七成", "70", "eq"),
    ("一成二", "12", "eq"),
    ("三成半", "35", "eq"),
    ("三分之一", "33.333", "eq"),
    ("百分之五", "5", "eq"),
    ("一半", "50", "eq"),
    ("四百七十", "470", "eq"),
    ("两万三", "23000", "eq"),
    ("1 200", "1200", "eq"),
    ("20w", "200000", "eq"),
    ("二十几万", "200000", "gt"),
    ("一百零五", "105", "eq"),
    ("三点五", "3.5", "eq"),
]


@pytest.mark.parametrize(("words", "value", "modifier"), NUMBERS)
def test_value_is_exact(words, value, modifier):
    numeral = numerals(words)[0]
    assert (numeral.value, numeral.modifier) == (Decimal(value), modifier)


HAN = "零一二三四五六七八九"


def in_han(number: int) -> str:
    if number < 10:
        return HAN[number]
    for scale, word in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            rest = number % scale
            gap = "零" if rest and rest < scale // 10 else ""
            return in_han(number // scale) + word + gap + (in_han(rest) if rest else "")
    raise AssertionError


@given(st.integers(0, 10**11))
def test_written_numbers_are_read_back(number):
    assert han_value(in_han(number)) == number


@pytest.mark.parametrize("text", ["三分之亿亿亿", "十分之亿"])
def test_a_share_of_many_times_the_whole_is_none(text):
    assert not list(numerals(text))
