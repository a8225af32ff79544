"""Several expressions of which the leftmost match counts, each with a matcher of its own."""

import re
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from barometer.claims.text.expressions import Parted, Piece


class Alternative(NamedTuple):
    """One of several expressions, with the words, spaces between, of which it never matches without one."""

    words: str
    expression: str


class Alternatives:
    """Some expressions of which the leftmost match counts, the first in the list where several begin at one place.

    They find what one expression with bars between them finds. But each has a matcher of its own, for RE2 cannot keep
    the states of all of them together and falls back to its slow machine; and only those are tried of whose words one
    occurs. One without words is always tried. None of them may match where nothing stands.
    """

    __slots__ = ("_always", "_finders", "_gate", "_let", "parts")

    def __init__(self, parts: Iterable[Alternative]) -> None:
        self.parts = tuple(parts)
        self._finders = [Parted(part.expression) for part in self.parts]
        gates = [tuple(part.words.split()) for part in self.parts]
        words = sorted({word for gate in gates for word in gate}, key=lambda word: (-len(word), word))
        self._always = [rank for rank, gate in enumerate(gates) if not gate]
        self._gate = re.compile(f"(?=({'|'.join(map(re.escape, words))}))")  # words may overlap
        self._let = {
            word: [rank for rank, gate in enumerate(gates) if any(word.startswith(one) for one in gate)]
            for word in words
        }

    def _tried(self, text: str) -> list[Parted]:
        """Give the expressions of whose words a text holds one, in order."""
        words = set(self._gate.findall(text))
        return [
            self._finders[rank]
            for rank in sorted({*self._always, *chain.from_iterable(self._let[word] for word in words)})
        ]

    def finditer(self, text: str) -> list[Piece]:
        """Give the matches from left to right."""
        data = text.encode()
        tried = self._tried(text)
        waiting = [part.finder.span_from(data, 0) for part in tried]
        found: list[Piece] = []
        at = position = 0
        while True:
            low, rank = min(((span[0], rank) for rank, span in enumerate(waiting) if span[0] >= 0), default=(-1, 0))
            if low < 0:
                return found
            start = position + len(data[at:low].decode())
            at = waiting[rank][1]
            position = start + len(data[low:at].decode())
            match = tried[rank].taken_apart(text, start, position)
            if match is not None:
                found.append(Piece(match))
            for number, (begun, _) in enumerate(waiting):
                if 0 <= begun < at:
                    waiting[number] = tried[number].finder.span_from(data, at)
