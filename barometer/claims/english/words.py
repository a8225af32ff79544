"""English words as tokens of a sentence, and the small closed classes that end a noun phrase."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

# Plain `re`: a word gives back no more than the signs at its end, so that every character is read twice at most.
_TOKEN = re.compile(r"[a-z][a-z'.&-]*[a-z]|[a-z]|[0-9][0-9.,]*|[^\sa-z0-9]", re.IGNORECASE | re.ASCII)

_STOPS = """
a an the of in on at to for from with by as than and or but while which who that whose when where because if so
is are was were be been being has have had do does did will would could may might can should must not no
it its they their he his she her we our you your i my this that these those there here
up down over under between among during after before since until through per via about around against into onto
also then now today yesterday respectively compared including according said says say told showed more less
changed reported who've they've each apiece alone only just already still
"""
STOPS = frozenset(_STOPS.split())
"""Words that no noun phrase after a number contains."""

_INTRODUCERS = """
while and but or as with its the a an of in on at to for from by their his her our this that these those
also then however meanwhile whose when which who it they he she we among whereas although though
because since after before during so said says where total within over against i you
"""
INTRODUCERS = frozenset(_INTRODUCERS.split())
"""Words that only introduce a subject and are not part of it."""


class Token(NamedTuple):
    """One word or sign of a sentence; `word` is in lower case."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a sentence, findable by position."""

    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    def after(self, position: int) -> int:
        """Give the index of the first token that starts at or after a position."""
        return bisect_left(self.starts, position)


def tokenise(text: str) -> Words:
    """Split a sentence into words, numbers and single signs."""
    tokens = tuple([Token(*match.span(), match.group().lower()) for match in _TOKEN.finditer(text)])
    return Words(tokens, tuple(token.start for token in tokens))


def singular(word: str) -> str:
    """Give the likely singular of a noun."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
