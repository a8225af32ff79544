"""Cutting a text where spans begin and end, so that it can be shown with all of them, nested and overlapping too."""

import bisect
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A named stretch of a text; the end is not part of it."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text between two borders: the spans that cover it, innermost first, and those that begin here."""

    text: str
    inside: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


def cut(text: str, spans: Iterable[Span], low: int = 0, high: int | None = None) -> list[Piece]:
    """Cut text[low:high] at every border of a span. The pieces joined are that text again, whatever the spans are.

    Spans count from the beginning of the whole text. Of a span that reaches out, the part within is shown.
    """
    end = len(text) if high is None else high
    within = [span for span in spans if span.start < end and span.end > low and span.start < span.end]
    starting: dict[int, list[Span]] = {}
    for span in within:
        starting.setdefault(max(span.start, low), []).append(span)
    borders = {low, end, *starting, *(min(span.end, end) for span in within)}
    pieces = []
    open_now: list[Span] = []
    for first, last in itertools.pairwise(sorted(borders)):
        open_now = [span for span in open_now if span.end > first] + starting.get(first, [])
        inner_first = sorted(open_now, key=lambda span: (span.end - span.start, span.start, span.name))
        begins = [span.name for span in inner_first if span.start == first]
        pieces.append(Piece(text[first:last], tuple(span.name for span in inner_first), tuple(begins)))
    return pieces


def paragraphs(text: str, spans: Sequence[Span], low: int = 0) -> list[list[Piece]]:
    """Cut the lines of text[low:] one by one; lines without any text are left out."""
    lines = text[low:].split("\n")
    starts = list(itertools.accumulate((len(line) + 1 for line in lines[:-1]), initial=low))
    of_line: dict[int, list[Span]] = {}
    for span in spans:
        first = max(bisect.bisect_right(starts, span.start) - 1, 0)
        for number in range(first, bisect.bisect_left(starts, span.end)):
            of_line.setdefault(number, []).append(span)
    return [
        cut(text, of_line.get(number, ()), start, start + len(line))
        for number, (start, line) in enumerate(zip(starts, lines, strict=True))
        if line.strip()
    ]


def marked(text: str, marks: Iterable[tuple[int, int]], longest: int | None = None) -> list[Piece]:
    """Cut a text at the marks of a search; a text longer than `longest` is shortened and ends with …."""
    spans = [Span("mark", start, end) for start, end in marks]
    if longest is None or len(text) <= longest:
        return cut(text, spans)
    return [*cut(text, spans, 0, longest), Piece("…")]
