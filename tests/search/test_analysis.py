"""The analyzer: which tokens a text has, and where."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barometer.search.analysis import GAP, TOKEN_LENGTH, analyze, token_stream
from barometer.search.folding import fold
from barometer.search.matching import contains
from barometer.search.tree import Phrase


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("跨境电商", ["跨境", "境电", "电商"]),
        ("義烏", ["义乌"]),
        ("出，口", ["出", GAP, "口"]),
        ("第30届義博會", ["第", "30", "届", "届义", "义博", "博会"]),
        ("共2025年。", ["共", "2025", "年"]),
        ("Yiwu's exports", ["yiwu", "export"]),
        ("e-commerce", ["e", "commerc"]),
        ("US$1,039.5", ["us", "1", "039", "5"]),
        ("５Ｇ ㎡ ½", ["5g", "m2", "1", "2"]),
        ("看著 憑藉 瞭解", ["看着", GAP, "凭借", GAP, "了解"]),
        ("cafe\u0301 café", ["café", "café"]),
        ("ｶﾞﾗｽ ガラス", ["ガラス", "ガラス"]),
        ("ĳ İstanbul Straße", ["ij", "istanbul", "strass"]),
        ("_，。!？ \u200b\ufeff", []),
        ("\ud800", []),
    ],
)
def test_tokens(text, tokens):
    assert list(analyze(text).texts) == tokens


@given(st.text(st.one_of(st.sampled_from("义乌出口第30届，。 5Ge'sＡ\u0301乌́"), st.characters()), max_size=60))
def test_what_is_indexed_is_what_is_searched(text):
    assert token_stream(text) == analyze(text).stream()


def test_a_gap_stands_between_han_runs_only():
    assert analyze("中国，出口 in 2025, too").stream() == f"中国 {GAP} 出口 in 2025 too"


def test_a_very_long_word_is_kept_by_its_beginning():
    (token,) = analyze("x1" * 5_000).texts
    assert token == ("x1" * 5_000)[:TOKEN_LENGTH]


def test_a_run_of_marks_costs_no_time():
    began = time.perf_counter()
    assert analyze("a" + "\u0301\u0316" * 200_000 + "b").texts
    assert time.perf_counter() - began < 5


ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("义乌義烏出口的，。、 \n'’s-_5５½①ﬁßΣİ\u0301\u0316ｶﾞ\u1112\u1161\u11ab한ㅎㅏ々〇𠮷a"),
        st.characters(),
    ),
    max_size=60,
)


@given(ANY_TEXT)
def test_offsets_lead_back_to_what_the_token_came_from(text):
    tokens = analyze(text)
    for token, start, end in zip(tokens.texts, tokens.starts, tokens.ends, strict=True):
        assert 0 <= start < end <= len(text)
        assert token == GAP or token in analyze(text[start:end]).texts
    assert list(tokens.starts) == sorted(tokens.starts)


@given(ANY_TEXT)
def test_tokens_are_letters_and_digits_and_few_enough(text):
    for token in analyze(text).texts:
        assert token.isalnum() or token == GAP
        assert len(token) <= TOKEN_LENGTH


@given(ANY_TEXT)
def test_equal_spellings_fold_alike(text):
    assert fold(unicodedata.normalize("NFKC", text)).text == fold(text).text
    assert fold(fold(text).text).text == fold(text).text


HAN_TEXT = st.text(st.sampled_from("义乌出口增长，。 5a"), max_size=25)


@given(HAN_TEXT, st.data())
def test_any_piece_of_chinese_is_a_phrase_of_its_text(text, data):
    """The tokens of a piece that cuts no word stand in the text at consecutive positions, as a phrase query asks."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    piece = text[start:end]
    for cut in (start, end):
        around = text[max(0, cut - 1) : cut + 1]
        if len(around) == 2 and around.isascii() and around.isalnum():
            return
    tokens = analyze(piece)
    outer = (piece.strip("，。 ") + "，").replace("，", " ").replace("。", " ").split()
    if not tokens or len(outer[0]) == 1 or len(outer[-1]) == 1:
        return  # one character between two breaks may be half of a pair in the text
    assert contains(Phrase(tuple(tokens.texts), piece), analyze(text))
