"""Finds many words and phrases in one pass over a sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Protocol, TypeVar

import re2

from barometer.claims.text.expressions import Expression, pattern
from barometer.claims.values import Cue, Mark


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """Phrases, each with the cues it gives. Longer phrases win over shorter ones; what is found does not overlap."""

    expression: Expression
    meanings: Mapping[str, tuple[tuple[Cue, str], ...]]

    def marks(self, text: str) -> Iterator[Mark]:
        """Give the marks of all phrases found, in order of position."""
        for match in self.expression.finditer(text):
            start, end = match.span()
            for cue, value in self.meanings[text[start:end].lower()]:
                yield Mark(start, end, cue, value)


@dataclass(frozen=True, slots=True)
class WordIndex:
    """Words by their first two characters, the longest first: finds many words without an expression.

    For a language that writes no spaces. A position looks only at the words that begin with its two characters.
    """

    words: Mapping[str, tuple[str, ...]]
    firsts: frozenset[str]
    _begins: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the expression that finds where a word may begin: by its first two characters, or the only one."""
        seconds = {head[1] for head in self.words if len(head) > 1}
        alone = {head for head in self.words if len(head) == 1}
        begins = [f"{_any_of(self.firsts)}(?={_any_of(seconds)})"] if seconds else []
        begins += [_any_of(alone)] if alone else []
        object.__setattr__(self, "_begins", re.compile("|".join(begins) or "(?!)"))

    def at(self, text: str, position: int) -> str:
        """Give the longest word that stands at a position, or none."""
        char = text[position]
        if char not in self.firsts:
            return ""
        for word in self.words.get(text[position : position + 2], ()):
            if text.startswith(word, position):
                return word
        return char if char in self.words else ""

    def starts(self, text: str, low: int, high: int) -> Iterator[int]:
        """Give where within [low, high) a word may begin, from left to right: nowhere else does one."""
        return map(re.Match.start, self._begins.finditer(text, low, high))

    def found(self, text: str) -> list[tuple[int, str]]:
        """Give where each word found begins, and the word, from left to right; they do not overlap."""
        words = self.words
        found = []
        at = 0
        for position in self.starts(text, 0, len(text)):
            if position < at:
                continue
            for word in words.get(text[position : position + 2], ()):
                if text.startswith(word, position):
                    at = position + len(word)
                    found.append((position, word))
                    break
            else:
                if (char := text[position]) in words:
                    at = position + 1
                    found.append((position, char))
        return found


def in_lower_case(text: str) -> str:
    """Give a text in lower case, as it is where that would move its characters."""
    plain = text.lower()
    return plain if len(plain) == len(text) else text


def _any_of(chars: Iterable[str]) -> str:
    """Give an expression for any of some characters."""
    return f"[{''.join(map(re.escape, sorted(chars)))}]"


def word_index(words: Iterable[str]) -> WordIndex:
    """Make an index of words."""
    starts: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        starts.setdefault(word[:2], []).append(word)
    return WordIndex({head: tuple(found) for head, found in starts.items()}, frozenset(head[0] for head in starts))


def ends_index(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give words by their last character, for those that end where a name or a number begins."""
    ends: dict[str, list[str]] = {}
    for word in words:
        ends.setdefault(word[-1], []).append(word)
    return {char: tuple(found) for char, found in ends.items()}


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """As `PhraseTable`, for a language without spaces."""

    index: WordIndex
    meanings: Mapping[str, tuple[tuple[Cue, str], ...]]

    def marks(self, text: str) -> list[Mark]:
        """Give the marks of all phrases found, in order of position."""
        return [
            Mark(start, start + len(word), cue, value)
            for start, word in self.index.found(in_lower_case(text))
            for cue, value in self.meanings[word]
        ]


def phrase_index(rows: Iterable[tuple[str, Cue, str]], silent: frozenset[Cue]) -> PhraseIndex:
    """Make an index from (phrase, cue, value); phrases of a `silent` cue are stepped over whole and give no mark."""
    meanings = _meanings(rows)
    told = {phrase: tuple(cue for cue in cues if cue[0] not in silent) for phrase, cues in meanings.items()}
    return PhraseIndex(word_index(meanings), told)


def _meanings(rows: Iterable[tuple[str, Cue, str]]) -> dict[str, tuple[tuple[Cue, str], ...]]:
    meanings: dict[str, tuple[tuple[Cue, str], ...]] = {}
    for phrase, cue, value in rows:
        key = phrase.lower()
        meanings[key] = (*meanings.get(key, ()), (cue, value))
    return meanings


def phrase_table(rows: Iterable[tuple[str, Cue, str]]) -> PhraseTable:
    """Make a table from (phrase, cue, value) whose phrases stand as whole words."""
    meanings = _meanings(rows)
    longest_first = sorted(meanings, key=lambda phrase: (-len(phrase), phrase))
    alternatives = "|".join(re2.escape(phrase) for phrase in longest_first)
    return PhraseTable(pattern(rf"\b(?:{alternatives})\b"), meanings)


def alternatives(words: Iterable[str]) -> str:
    """Give a regular expression for any of the words, longest first."""
    return "(?:" + "|".join(re2.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


class Spanned(Protocol):
    """Anything that covers a stretch of text."""

    @property
    def start(self) -> int:
        """The offset of the first character."""

    @property
    def end(self) -> int:
        """The offset after the last character."""


Covering = TypeVar("Covering", bound=Spanned)


def by_start(spans: list[Covering]) -> list[Covering]:
    """Give spans by where they begin; one alone, as most are, needs no sorting."""
    return sorted(spans, key=_START) if len(spans) > 1 else spans


_START = attrgetter("start")
_LOOK_BACK = 6
_FEW = 12


def touching(spans: Sequence[Spanned], start: int, end: int) -> bool:
    """Say whether any of the spans, sorted by start, shares a character with [start, end)."""
    if len(spans) <= _FEW:
        for span in spans:  # noqa: SIM110 - asked of every number; a generator costs twice the time
            if span.start < end and span.end > start:
                return True
        return False
    index = bisect_left(spans, end, key=lambda span: span.start)
    return any(span.end > start for span in spans[max(0, index - _LOOK_BACK) : index])
