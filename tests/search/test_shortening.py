"""A shortened text ends where a sentence or a word does, and says that something is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barometer.search.highlight import highlight
from barometer.search.query import parse
from barometer.search.shortening import shortened
from barometer.search.tree import phrases


@pytest.mark.parametrize(
    ("text", "most", "told"),
    [
        ("Exports rose.", 20, "Exports rose."),
        ("Exports of Yiwu rose strongly", 18, "Exports of Yiwu…"),
        ("Exports of Yiwu rose. Imports fell too", 30, "Exports of Yiwu rose. …"),
        ("Exports reached 2,871.3 million", 20, "Exports reached…"),
        ("义乌出口达2871.3亿元，同比增长", 9, "义乌出口达…"),
        ("义乌出口增长。进口下降，其他不变", 10, "义乌出口增长。 …"),
        ("义乌出口增长进口下降", 5, "义乌出口增…"),
        ("x" * 50, 10, "x" * 10 + "…"),
    ],
)
def test_it_ends_at_a_sentence_or_word(text, most, told):
    assert shortened(text, most) == told


@given(st.text(alphabet="ab1. ,义乌。\n", max_size=60), st.integers(1, 30))
def test_it_is_never_longer_and_begins_as_the_text_does(text, most):
    told = shortened(text, most)
    kept = told.removesuffix("…").rstrip() if told != text else told
    assert text.startswith(kept)
    assert len(kept) <= most or told == text


def test_a_fragment_cuts_no_word_and_no_number():
    text = (
        "啊" * 130 + "2025.5" + "啊" * 60 + "义乌" + "啊" * 60 + "Yiwu" * 2 + "啊" * 53 + "20252871.3亿元" + "啊" * 300
    )
    for shift in range(12):
        (shown, *_), _ = highlight("text", "啊" * shift + text, phrases(parse("义乌")))
        assert not shown.text[0].isalnum() or not shown.text[0].isascii() or shown.text.startswith(("2025.5", "Yiwu"))
        assert not shown.text[-1].isascii() or shown.text.endswith(("2025.5", "YiwuYiwu", "20252871.3"))
