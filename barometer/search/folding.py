"""Make spellings that mean the same look the same: width, case, compatibility forms, traditional and simplified Han.

Folding is context-free: one character (or one character with its combining marks) always becomes the same thing. So a
term folds alike in a query and in the middle of a text, which OpenCC's phrase rules would not guarantee, and offsets
of the original survive.
"""

import functools
import re
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import opencc

# Marks beyond this many on one character say nothing, and NFKC sorts them in quadratic time.
MARKS_KEPT = 16

# OpenCC decides these three by context and leaves them alone when they stand alone; for search they meet always.
_AMBIGUOUS = {"著": "着", "藉": "借", "瞭": "了"}

# Old Hangul letters and halfwidth forms, which NFKC joins into one syllable or kana with what stands before them.
_JOINING = "\u3131-\u318e\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uff9e\uff9f\uffa0-\uffdc"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts[i]` and `ends[i]` are the span of the original that character i came from.

    Both are plain ranges where folding changed no length, which is nearly always.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


class _Table(dict[int, str]):
    """What each character folds to, filled as characters are met; the table that `str.translate` wants."""

    def __init__(self) -> None:
        super().__init__()
        self.special: set[str] = set()  # met so far: those that change length or join with their neighbours
        self._simplify = opencc.OpenCC("t2s").convert

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = character if 0xD800 <= code < 0xE000 else self.cluster(character)
        if len(folded) != 1 or _joining().match(character):
            self.special.add(character)
        self[code] = folded
        return folded

    def cluster(self, characters: str) -> str:
        """What one character, or one with the marks that follow it, folds to."""
        composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", characters).casefold())
        kept = (c for c in composed if not unicodedata.category(c).startswith("M"))
        return "".join(c if c.isascii() else self._simple(c) for c in kept)

    def _simple(self, character: str) -> str:
        simple: str = self._simplify(_AMBIGUOUS.get(character, character))
        return simple if len(simple) == 1 else character


@functools.cache
def _table() -> _Table:
    return _Table()


@functools.cache
def _joining() -> re.Pattern[str]:
    return re.compile(f"[{_JOINING}]")


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Clusters that fold as a whole, and too long runs of marks; character classes only, so nothing backtracks."""
    marks = _ranges([c for c in range(sys.maxunicode + 1) if unicodedata.category(chr(c)).startswith("M")])
    joining = f"[{marks}{_JOINING}]"
    return re.compile(f"\\w?{joining}+"), re.compile(f"([{marks}]{{{MARKS_KEPT}}})[{marks}]+")


def _ranges(codes: Sequence[int]) -> str:
    """A character class body for ascending code points."""
    spans: list[list[int]] = []
    for code in codes:
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in spans)


def fold(text: str) -> Folded:
    """The folded text with the span of the original behind each of its characters. Linear in the text's length."""
    if text.isascii():
        return _same_length(text.lower())
    table = _table()
    folded = text.translate(table)
    if table.special.isdisjoint(text):
        return _same_length(folded)
    return _with_offsets(text)


def _same_length(folded: str) -> Folded:
    return Folded(folded, range(len(folded)), range(1, len(folded) + 1))


def _with_offsets(text: str) -> Folded:
    """Fold piece by piece, noting where each piece came from."""
    clusters, long_marks = _patterns()
    table = _table()
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def add(piece: str, start: int, end: int) -> None:
        pieces.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))

    at = 0
    for match in clusters.finditer(text):
        start, end = match.span()
        for index in range(at, start):
            add(table[ord(text[index])], index, index + 1)
        add(table.cluster(long_marks.sub(r"\1", match.group())), start, end)
        at = end
    for index in range(at, len(text)):
        add(table[ord(text[index])], index, index + 1)
    return Folded("".join(pieces), starts, ends)
