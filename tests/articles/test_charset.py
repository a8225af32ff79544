"""Decoding: the text that was written comes back, whatever the page and the server say about its charset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barometer.articles.charset import decode

SENTENCE = "据海关统计，前七个月义乌市进出口总值达四千二百亿元，朱镕基时代的老商户说：订单增长百分之二十。"


def page(label: str, text: str = SENTENCE) -> str:
    return f'<html><head><meta charset="{label}"><title>标题</title></head><body><p>{text}</p></body></html>'


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "gbk", "big5", "iso-8859-1", "no-such-charset", "rot13"])
@pytest.mark.parametrize(
    "header", [{}, {"Content-Type": "text/html; charset=utf-8"}, {"content-type": "text/html; charset=gb2312"}]
)
@pytest.mark.parametrize("actual", ["utf-8", "gb18030"])
def test_the_text_comes_back_whatever_is_declared(declared, header, actual):
    assert decode(page(declared).encode(actual), header) == page(declared)


@pytest.mark.parametrize("actual", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_marks_and_wide_forms(actual):
    assert decode(page("utf-8").encode(actual), {}) == page("utf-8")


def test_a_short_gb_page_that_is_valid_utf8_by_accident_is_what_it_declares():
    text = '<meta charset="gb2312"><p>联通</p>'
    assert decode(text.encode("gb2312"), {}) == text


def test_bytes_without_any_declaration_are_detected():
    assert decode(f"<p>{SENTENCE}</p>".encode("gb18030"), {}) == f"<p>{SENTENCE}</p>"


def test_one_broken_byte_costs_one_character():
    broken = page("utf-8").encode() + b"\xff<p>end</p>"
    text = decode(broken, {})
    assert SENTENCE in text
    assert text.count("\ufffd") == 1


def test_a_flood_of_combining_marks_is_cut():
    assert len(decode(("a" + "\u0301" * 50_000).encode(), {})) < 100


@given(st.binary(max_size=300))
def test_never_raises(body):
    assert isinstance(decode(body, {}), str)


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=30, max_size=200))
def test_chinese_in_gb18030_comes_back_though_the_page_says_utf8(text):
    assert text in decode(page("utf-8", text).encode("gb18030"), {"Content-Type": "text/html; charset=utf-8"})
