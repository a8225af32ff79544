"""Finds the parts of a text: lines as paragraphs, the title line, and stretches short enough to be read as a sentence.

A line break ends a sentence. Where a sentence ends within a line is the language's knowledge; a line without an end is
cut, so that the cost of reading stays linear in the length of the text.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

LONGEST_SENTENCE = 1500
LONGEST_TITLE = 300
_CUT_AT = ("，", "；", ", ", "; ", "、", " and ", " ")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text that is not blank; the title is the first line, if a blank line follows it."""

    index: int
    start: int
    end: int
    title: bool = False


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Give the lines of a text that hold more than space."""
    start = index = 0
    first_title = _has_title(text)
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            yield Paragraph(index, start, end, title=index == 0 and first_title)
            index += 1
        start = end + 1


def _has_title(text: str) -> bool:
    head = text.lstrip("\n")
    first, _, rest = head.partition("\n")
    return bool(first.strip()) and len(first) <= LONGEST_TITLE and rest.startswith("\n") and bool(rest.strip())


def sentences(text: str, paragraph: Paragraph, ends: Callable[[str], list[int]]) -> Iterator[tuple[int, int]]:
    """Give the spans of a paragraph's sentences; `ends` gives, for its text, the offsets just after each end."""
    body = text[paragraph.start : paragraph.end]
    start = 0
    for end in [*ends(body), len(body)]:
        if end > start and body[start:end].strip():
            for low, high in _pieces(body, start, end):
                yield paragraph.start + low, paragraph.start + high
        start = max(start, end)


def _pieces(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long for one sentence, after a comma or a space where there is one."""
    while end - start > LONGEST_SENTENCE:
        limit = start + LONGEST_SENTENCE
        cuts = (body.rfind(mark, start + LONGEST_SENTENCE // 2, limit) + len(mark) for mark in _CUT_AT)
        cut = next((cut for cut in cuts if cut > start + LONGEST_SENTENCE // 2), limit)
        yield start, cut
        start = cut
    if end > start:
        yield start, end
