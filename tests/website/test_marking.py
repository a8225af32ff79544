from hypothesis import given
from hypothesis import strategies as st

from barometer.website.marking import Span, cut, marked, paragraphs

texts = st.text("甲乙 \nab\u0301<&", max_size=40)
spans = st.lists(st.builds(Span, st.text("xyz", min_size=1), st.integers(-5, 45), st.integers(-5, 45)), max_size=8)


@given(texts, spans)
def test_the_pieces_are_the_text_again_and_each_knows_its_spans(text, given_spans):
    pieces = cut(text, given_spans)
    assert "".join(piece.text for piece in pieces) == text
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        assert sorted(piece.inside) == sorted(
            span.name for span in given_spans if span.start <= at < end <= span.end and span.start < span.end
        )
        at = end


@given(texts, spans)
def test_every_span_in_the_text_begins_in_one_piece(text, given_spans):
    begun = sorted(name for piece in cut(text, given_spans) for name in piece.begins)
    assert begun == sorted(span.name for span in given_spans if 0 <= span.start < span.end and span.start < len(text))


@given(texts, spans)
def test_paragraphs_are_the_lines_that_hold_something(text, given_spans):
    lines = ["".join(piece.text for piece in line) for line in paragraphs(text, given_spans)]
    assert lines == [line for line in text.split("\n") if line.strip()]


def test_the_innermost_span_comes_first():
    outer, inner = Span("outer", 0, 5), Span("inner", 1, 3)
    assert [piece.inside for piece in cut("abcde", [outer, inner])] == [("outer",), ("inner", "outer"), ("outer",)]


def test_a_long_text_is_shortened_with_its_marks():
    assert [piece.text for piece in marked("abcdefgh", [(1, 2), (3, 9)], 4)] == ["a", "b", "c", "d", "…"]
