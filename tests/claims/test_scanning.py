"""Words and expressions are found at their places in the text, whatever stands in front of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.text.scanning import by_start, word_index
from barometer.claims.values import Cue, Mark

MIXED = "Å義乌 €5 出口增长7%，😀进口下降3%"


def test_offsets_count_characters_not_bytes():
    expression = pattern(r"(?P<way>增长|下降)(?P<number>[0-9])%")
    found = [(match.span(), match.group("way"), match.span("number")) for match in expression.finditer(MIXED)]
    assert [MIXED[slice(*span)] for span, _, _ in found] == ["增长7%", "下降3%"]
    assert [MIXED[slice(*number)] for _, _, number in found] == ["7", "3"]
    assert expression.spans(MIXED) == [span for span, _, _ in found]


@pytest.mark.parametrize("words", ["x*", "[0-9]+", "(?:增|长)+", "增长|", "x|(?:增长)*"])
@given(text=st.text("增长x5, 😀é", max_size=24))
def test_finds_what_the_standard_engine_finds_stretches_of_nothing_too(words, text):
    expression, told = pattern(words), [match.span() for match in re.finditer(words, text)]
    assert expression.spans(text) == told
    assert [match.span() for match in expression.finditer(text)] == told
    assert expression.found_in(text) is bool(told)
    first, head = expression.search(text), re.match(words, text)
    assert (first.span() if first is not None else None) == (told[0] if told else None)
    opening = expression.match(text)
    assert (opening.span() if opening is not None else None) == (head.span() if head is not None else None)


def test_a_group_that_took_no_part_has_no_place():
    match = pattern(r"(?P<one>出口)|(?P<two>进口)").search(MIXED)
    assert match is not None
    assert (match.name, match.group("two"), match.span("two")) == ("one", "", (-1, -1))


@pytest.mark.parametrize("text", ["", "口", "出", "进出口总额", "外贸进出口进出"])
def test_the_longest_word_is_found_and_none_twice(text):
    spans = [word for _start, word in word_index(["进", "进出口", "出口", "总额"]).found(text)]
    assert spans == {"进出口总额": ["进出口", "总额"], "外贸进出口进出": ["进出口", "进"]}.get(text, [])


def test_words_and_brief_expressions_know_han_by_its_class():
    assert Words(["班列", "列车"]).found("中欧班列与列车") == ["班列", "列车"]
    assert Brief(r"^[\p{Han}]{2}$").match("义乌") is not None
    assert Brief(r"^[^\p{Han}]$").match("义") is None


def test_spans_come_by_where_they_begin_and_one_alone_as_it_is():
    late, early, same = Mark(7, 9, Cue.BASE), Mark(2, 3, Cue.GROWTH), Mark(2, 8, Cue.LEVEL)
    assert by_start([late, early, same]) == [early, same, late]
    assert by_start([late]) == [late]
    assert by_start([]) == []
