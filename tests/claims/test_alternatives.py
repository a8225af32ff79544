"""Expressions looked for one by one find what one expression with bars between them finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from barometer.claims.chinese.source_words import SOURCE
from barometer.claims.text.alternatives import Alternative, Alternatives
from barometer.claims.text.expressions import Parted
from tests.claims import corpus_file

PARTS = (
    Alternative("b", r"(?P<ab>a{1,3}b)"),
    Alternative("", r"(?P<lazy>[ab]{1,4}?c)"),
    Alternative("义 d", r"(?P<either>义|d)c?"),
    Alternative("c", r"x(?P<after>[^c]{0,5}?)c"),
    Alternative("bb", r"(?P<long>bb[abc义]{0,6})"),
)
ALTERNATIVES = Alternatives(PARTS)
JOINED = Parted("|".join(part.expression for part in PARTS))


def found(expression, text):
    return [(piece.span(), piece.name, piece.groups()) for piece in expression.finditer(text)]


@given(st.text(alphabet="abcdx义，", max_size=40))
@settings(max_examples=1_000)
def test_alternatives_find_what_the_joined_expression_finds(text):
    assert found(ALTERNATIVES, text) == found(JOINED, text)


def test_of_two_at_one_place_the_first_counts_and_the_next_is_looked_for_behind_it():
    assert [piece.group() for piece in ALTERNATIVES.finditer("aabbcdc")] == ["aab", "bc", "dc"]
    assert [piece.span() for piece in ALTERNATIVES.finditer("义义义乌 d")] == [(0, 1), (1, 2), (2, 3), (5, 6)]


def test_no_source_of_the_corpus_is_lost_to_the_words_without_which_it_is_not_tried():
    joined = Parted("|".join(part.expression for part in SOURCE.parts))
    named = 0
    for item in corpus_file.items():
        if item.name.startswith("zh/"):
            told = found(SOURCE, item.text)
            assert told == found(joined, item.text)
            named += len(told)
    assert named > 30
