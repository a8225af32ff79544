"""Says which indicator a claim's words mean, so that 跨境电商进出口额 and "cross-border e-commerce trade" meet.

A phrase means an indicator only if it is one of its names, with nothing more around it than words that do not change
what is measured ("total", 全市, the claim's own place): a narrower figure never counts as the broader one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from barometer.claims.english.words import singular
from barometer.claims.text.expressions import pattern
from barometer.claims.text.folding import fold

DERIVED = frozenset({"change", "multiple", "share", "rank"})
"""Kinds that say something of a level, and so may be told of any indicator."""

_RELATIVE = frozenset({"percent", "percentage_point", "basis_point", "times", "rank", "index_point"})
_WORD = pattern(r"[a-z0-9&]+")
_HAN = pattern(r"\p{Han}")
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"
_ARTICLES = frozenset({"a", "an", "the"})
_LONGEST = 100
_NAMES_OF_A_PLACE = 2
_HOME = "China"

Words = tuple[str, ...]
Indexed = Mapping[str, list[Words]]
"""Sequences of words by their first word."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured: its id, its names by language, all its phrases, and the units and kinds of its levels."""

    id: str
    names: Mapping[str, str]
    phrases: Mapping[str, tuple[str, ...]]
    units: frozenset[str]
    kinds: frozenset[str]
    broader: str | None = None

    def takes(self, unit: str, kind: str) -> bool:
        """Say whether a claim of that unit and kind may be one of this indicator."""
        if kind in DERIVED:
            return unit in _RELATIVE or unit in self.units
        return unit in self.units and kind in self.kinds


@dataclass(frozen=True, slots=True)
class Around:
    """Words that may stand before and behind an indicator's name, by language."""

    before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@lru_cache(maxsize=32)  # a text tells several figures of one thing
def words_of(phrase: str) -> tuple[str, Words]:
    """Give a phrase's language and its words: characters of Chinese, singular words of English without articles."""
    plain = fold(phrase[:_LONGEST]).lower()
    if not plain.isascii() and (_FIRST_HAN <= plain[0] <= _LAST_HAN or _HAN.search(plain)):
        return "zh", tuple(filter(str.isalnum, plain))
    plain = plain.replace("'s ", " ").removesuffix("'s").replace("u.s.", "us")
    found = (match.group() for match in _WORD.finditer(plain))
    return "en", tuple(singular(word) for word in found if word not in _ARTICLES)


class Resolver:
    """Finds the indicator of a phrase; made once from the indicators, the words around them and the names of places."""

    def __init__(
        self,
        indicators: Iterable[Indicator],
        around: Around,
        places: Mapping[str, Mapping[str, tuple[str, ...]]],
        within: Mapping[str, str | None],
    ) -> None:
        self._known: dict[str, dict[Words, list[Indicator]]] = {"en": {}, "zh": {}}
        for indicator in indicators:
            for phrases in indicator.phrases.values():
                for phrase in phrases:
                    code, words = words_of(phrase)
                    entry = self._known[code].setdefault(words, [])
                    if indicator not in entry:
                        entry.append(indicator)
        self._before = {code: _indexed(_sequences(around.before.get(code, ()))) for code in self._known}
        self._after = {code: _turned(_sequences(around.after.get(code, ()))) for code in self._known}
        named = {
            name: {code: _sequences(words[:_NAMES_OF_A_PLACE]) for code, words in names.items()}
            for name, names in places.items()
        }
        self._leads = {name: {code: _indexed(by[code]) for code in by} for name, by in named.items()}
        self._tails = {
            name: {code: _turned(by[code] if code == "zh" else _located(by[code])) for code in by}
            for name, by in named.items()
        }
        self._heads = {code: frozenset(words[:2] for words in known) for code, known in self._known.items()}
        self._around = {
            name: {code: self._groups(code, _outward(name, within)) for code in self._known} for name in named
        }
        self._anywhere = {code: self._groups(code, []) for code in self._known}

    def _groups(self, code: str, places: list[str]) -> tuple[list[Indexed], list[Indexed]]:
        """Give the words to leave out before and behind a name of what is told of some places."""
        known = [name for name in places if name in self._leads]
        before = [self._before[code], *[self._leads[name][code] for name in known]]
        return before, [self._after[code], *[self._tails[name][code] for name in known]]

    def resolve(self, phrase: str | None, unit: str, kind: str, place: str | None = None) -> str | None:
        """Give the id of the indicator that a phrase names, or None where none or more than one fits.

        `place` is where the claim holds: its name, and those of the places around it, do not change what is measured.
        Without one, those of China do.
        """
        code, words = words_of(phrase or "")
        if not words or not self._holds_name(code, words):
            return None
        if words in self._known[code]:
            return self._longest(code, words, [(len(words), 0, len(words))], unit, kind)
        before, behind = self._around.get(place or _HOME, self._anywhere)[code]
        starts = _reachable(words, before)
        stops = [len(words) - back for back in _reachable(words[::-1], behind)]
        spans = [(stop - start, start, stop) for start in starts for stop in stops if stop > start]
        spans.sort(reverse=True)
        return self._longest(code, words, spans, unit, kind)

    def _holds_name(self, code: str, words: Words) -> bool:
        """Say whether a name of an indicator may stand in a phrase: its first two words do."""
        heads = self._heads[code]
        return not (heads.isdisjoint(pairwise(words)) and heads.isdisjoint(zip(words)))

    def _longest(
        self, code: str, words: Words, spans: Sequence[tuple[int, int, int]], unit: str, kind: str
    ) -> str | None:
        best = 0
        found: set[str] = set()
        known = self._known[code]
        for size, start, stop in spans:
            if size < best:
                break
            for indicator in known.get(words[start:stop], ()):
                best = size
                if indicator.takes(unit, kind):
                    found.add(indicator.id)
        return found.pop() if len(found) == 1 else None


def _outward(place: str, within: Mapping[str, str | None]) -> list[str]:
    """Give a place and those that it lies in, whose names may be left out of what is told of it."""
    names: list[str] = []
    at = place
    while at and at not in names:
        names.append(at)
        at = within.get(at) or ""
    return names


def _sequences(phrases: Iterable[str]) -> list[Words]:
    return [words for phrase in phrases if (words := words_of(phrase)[1])]


def _located(names: list[Words]) -> list[Words]:
    """Give the English ways to name a place behind a figure: "exports of Yiwu", "exports in Yiwu"."""
    return [(word, *name) for word in ("in", "of") for name in names]


def _indexed(sequences: Iterable[Words]) -> Indexed:
    """Give sequences by their first word."""
    index: dict[str, list[Words]] = {}
    for sequence in sequences:
        index.setdefault(sequence[0], []).append(sequence)
    return index


def _turned(sequences: Iterable[Words]) -> Indexed:
    """Give sequences read from their end, by their last word."""
    return _indexed(sequence[::-1] for sequence in sequences)


def _reachable(words: Words, groups: list[Indexed]) -> set[int]:
    """Give each position up to which a phrase consists of words to leave out only."""
    found = {0}
    waiting = [0]
    while waiting:
        at = waiting.pop()
        if at == len(words):
            continue
        first = words[at]
        for sequences in groups:
            if first in sequences:
                for sequence in sequences[first]:
                    end = at + len(sequence)
                    if end not in found and words[at:end] == sequence:
                        found.add(end)
                        waiting.append(end)
    return found
