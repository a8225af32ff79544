"""Finds the parts of a text: lines as paragraphs, the title line, and stretches short enough to be read as a sentence.

A line break ends a sentence. Where a sentence ends within a line is the language's knowledge; a line without an end is
cut, so that the cost of reading stays linear in the length of the text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from barometer.claims.values import Sentence

LONGEST_SENTENCE = 1500
LONGEST_TITLE = 300
_CUT_AT = ("，", "；", ", ", "; ", "、", " and ", " ")


@dataclass(slots=True, unsafe_hash=True)
class Paragraph:
    """One line of the text that is not blank; the title is the first, if a blank one follows and it is no sentence."""

    index: int
    start: int
    end: int
    title: bool = False


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Give the lines of a text that hold more than space."""
    start = index = 0
    titles = _titles(text)
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start and not text[start:end].isspace():
            yield Paragraph(index, start, end, title=index < titles)
            index += 1
        start = end + 1


def _titles(text: str) -> int:
    """Give how many lines are the title: that before a blank line, or two, one in another language or under it."""
    lines = text.lstrip("\n").split("\n", 3)
    if not lines[0].strip() or len(lines[0]) > LONGEST_TITLE or not "".join(lines[1:]).strip():
        return 0
    if not lines[1]:
        return 0 if _is_sentence(lines[0].rstrip()) else 1
    both = len(lines) > 3 and not lines[2] and len(lines[1]) <= LONGEST_TITLE
    return 2 if both and (lines[0].isascii() != lines[1].isascii() or _is_under(lines[1])) else 0


_SHORTEST_TOLD = 60


def _is_sentence(line: str) -> bool:
    """Say whether the first line of a passage is a whole sentence, which a title in either language hardly is."""
    if line.endswith("。"):
        return True
    return len(line) >= _SHORTEST_TOLD and line.endswith(".") and line[-4:-1].isalpha() and line[-4:-1].islower()


_LONGEST_UNDER = 40
_SUBTITLED = ("——", "──")
"""What opens a subtitle, which may end with a bracket: ——义乌小商品指数周评（2025年第34期）."""


def _is_under(line: str) -> bool:
    """Say whether a Chinese line under the title is one more: short, no sentence, no line of names or dates."""
    told = line.strip()
    if told.startswith(_SUBTITLED):
        return len(told) <= _LONGEST_UNDER
    return len(told) <= _LONGEST_UNDER and not told.isascii() and told[-1] not in "。；：:）)" and " " not in told


def adjoin(one: Sentence, other: Sentence, text: str) -> bool:
    """Say whether a sentence stands in the line right under that of another, with no blank line between."""
    return text[one.start + len(one.text) : other.start].count("\n") == 1


def sentences(text: str, paragraph: Paragraph, ends: Callable[[str], list[int]]) -> Iterator[tuple[int, int]]:
    """Give the spans of a paragraph's sentences; `ends` gives, for its text, the offsets just after each end."""
    body = text[paragraph.start : paragraph.end]
    start = 0
    for end in [*_halves(body), *ends(body), len(body)]:
        if end > start and not body[start:end].isspace():
            if end - start <= LONGEST_SENTENCE:
                yield paragraph.start + start, paragraph.start + end
            else:
                for low, high in _pieces(body, start, end):
                    yield paragraph.start + low, paragraph.start + high
        start = max(start, end)


def _halves(body: str) -> list[int]:
    """Give where the second half of a line in two languages begins: "Fair closes with record deals | 义博会落幕"."""
    one, bar, other = body.partition("|")
    return [len(one) + 1] if bar and "|" not in other and one.isascii() and len(_HAN.findall(other)) > _FEW else []


_HAN = re.compile("[\u4e00-\u9fff]")
_FEW = 3


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
