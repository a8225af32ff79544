"""Several expressions of which the leftmost match counts, each with a matcher of its own."""

from collections.abc import Iterable
from typing import NamedTuple

from barometer.claims.text.expressions import Parted, Piece
from barometer.claims.text.scanning import word_index


class Alternative(NamedTuple):
    """One of several expressions, with the words, spaces between, of which it never matches without one."""

    words: str
    expression: str


_NOWHERE = -1, -1
_SEVERAL = 2
"""So many expressions must wait for each other's matches."""


class Alternatives:
    """Some expressions of which the leftmost match counts, the first in the list where several begin at one place.

    They find what one expression with bars between them finds. But each has a matcher of its own, for RE2 cannot keep
    the states of all of them together and falls back to its slow machine; and only those are tried of whose words one
    occurs. One without words is always tried. None of them may match where nothing stands.
    """

    __slots__ = ("_finders", "_index", "_let", "_ranks", "parts")

    def __init__(self, parts: Iterable[Alternative]) -> None:
        self.parts = tuple(parts)
        self._finders = [Parted(part.expression) for part in self.parts]
        self._ranks: dict[str, list[int]] = {}
        for rank, part in enumerate(self.parts):
            for word in part.words.split():
                self._ranks.setdefault(word, []).append(rank)
        self._index = word_index(self._ranks)
        self._let = [rank for rank, part in enumerate(self.parts) if not part.words]

    def _tried(self, text: str) -> list[tuple[Parted, int]]:
        """Give the expressions of whose words a text holds one, in order, and where the last of those begins."""
        words, ranks = self._index.words, self._ranks
        last = dict.fromkeys(self._let, len(text))
        for position in self._index.starts(text, 0, len(text)):
            for word in words.get(text[position : position + 2], ()):
                if text.startswith(word, position):
                    for rank in ranks[word]:
                        last[rank] = position
            for rank in ranks.get(text[position], ()):
                last[rank] = position
        return [(self._finders[rank], last[rank]) for rank in sorted(last)]

    def finditer(self, text: str) -> list[Piece]:
        """Give the matches from left to right."""
        tried = self._tried(text)
        if not tried:
            return []
        if len(tried) < _SEVERAL:
            (one, stop), *_ = tried
            return one.finditer(text, lambda _, position: position <= stop)
        data = text.encode()
        waiting = [part.finder.span_from(data, 0) for part, _ in tried]
        found: list[Piece] = []
        at = position = 0
        while True:
            low, rank = min(((span[0], rank) for rank, span in enumerate(waiting) if span[0] >= 0), default=(-1, 0))
            if low < 0:
                return found
            start = position + len(data[at:low].decode())
            at = waiting[rank][1]
            position = start + len(data[low:at].decode())
            match = tried[rank][0].taken_apart(text, start, position)
            if match is not None:
                found.append(Piece(match))
            for number, (part, last) in enumerate(tried):
                if 0 <= waiting[number][0] < at:
                    waiting[number] = part.finder.span_from(data, at) if last >= position else _NOWHERE
