"""The one analyzer: text into the tokens that the index, queries, highlights and alerts all share.

A token is letters and digits only. A run of Han characters gives its overlapping pairs; an English word gives its
stem; any other word gives itself. Where Han touches a letter or digit (第30届), the character at that edge is also a
token of its own, so that 第30届, 2025年 and 5G are phrases of whole tokens and found exactly. Pairs do not cross
punctuation: between two Han runs stands a gap token instead, so that pairs on both sides of a comma never form a
phrase. Tokens depend on the text and its immediate neighbours only: a query is analysed by the same function.
"""

import functools
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import add

import Stemmer

from barometer.search.folding import Folded, fold

# Raised by one whenever the tokens of any text change: an index made with another number is refused.
ANALYZER_VERSION = 1

# A longer token (encoded images, long links) is kept by its beginning.
TOKEN_LENGTH = 100

# The token between two Han runs. No word equals it.
GAP = "."

# Han characters that are assigned and are letters or digits, 々 and 〇 among them.
HAN = (
    "\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufa6d\ufa70-\ufad9"
    "\U00020000-\U0002a6df\U0002a700-\U0002b738\U0002b740-\U0002b81d\U0002b820-\U0002cea1"
    "\U0002ceb0-\U0002ebe0\U0002f800-\U0002fa1d\U00030000-\U0003134a"
)


@dataclass(frozen=True)
class Tokens:
    """The tokens of one text, as columns: the token, and the span of the original text (code points) it stands for."""

    texts: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.texts)

    @functools.cached_property
    def places(self) -> Mapping[str, frozenset[int]]:
        """Where each token stands: worked out once for a text that many queries are asked about."""
        found: dict[str, list[int]] = {}
        for index, token in enumerate(self.texts):
            found.setdefault(token, []).append(index)
        return {token: frozenset(indexes) for token, indexes in found.items()}

    def stream(self) -> str:
        """The tokens with blanks between them: what an engine that splits at blanks indexes."""
        return " ".join(self.texts)


@functools.cache
def _pattern() -> re.Pattern[str]:
    # Runs of one character class each and an optional fixed tail: nothing in it can backtrack.
    return re.compile(f"([{HAN}]+)|([^\\W_{HAN}]+)(?:['’]s\\b)?")


@functools.cache
def _word() -> re.Pattern[str]:
    return re.compile("([^\\W_]+)(?:['’]s\\b)?")


@functools.cache
def _pieces() -> re.Pattern[str]:
    """As `_pattern`, with the letter or digit that a Han run touches before and behind."""
    letter = f"[^\\W_{HAN}]"
    return re.compile(f"(?:(?<=({letter}))|)([{HAN}]+)(?=({letter})|)|({letter}+)(?:['’]s\\b)?")


@functools.cache
def _stemmer() -> Callable[[str], str]:
    """English stems, remembered; the C stemmer itself may be used by one thread at a time."""
    stemmer = Stemmer.Stemmer("english")
    lock = threading.Lock()

    @functools.lru_cache(maxsize=200_000)
    def stem(word: str) -> str:
        if not (word.isascii() and word.isalpha()):
            return word[:TOKEN_LENGTH]
        with lock:
            stemmed: str = stemmer.stemWord(word[:TOKEN_LENGTH])
        return stemmed

    return stem


def analyze(text: str) -> Tokens:
    """The tokens of a text, in order, with offsets into it in code points. Linear in the text's length."""
    folded = fold(text)
    content = folded.text
    stem = _stemmer()
    columns = _Columns([], [], [])
    after_han = False
    for match in _pattern().finditer(content):
        if match.lastindex == 2:
            columns.add(stem(match.group(2)), *match.span(2))
            after_han = False
            continue
        if after_han:
            columns.add(GAP, columns.ends[-1], match.start())
        after_han = True
        columns.add_han(content, *match.span())
    return columns.original(folded)


def token_stream(text: str) -> str:
    """`analyze(text).stream()`, several times as fast: what is indexed needs no offsets."""
    if not text:
        return ""
    content = fold(text).text
    stem = _stemmer()
    if content.isascii():
        return " ".join(map(stem, _word().findall(content)))
    tokens: list[str] = []
    after_han = False
    for before, run, behind, word in _pieces().findall(content):
        if word:
            tokens.append(stem(word))
            after_han = False
            continue
        if after_han:
            tokens.append(GAP)
        after_han = True
        if len(run) == 1:
            tokens.append(run)
            continue
        if before:
            tokens.append(run[0])
        tokens += map(add, run, run[1:])
        if behind:
            tokens.append(run[-1])
    return " ".join(tokens)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Tokens as they are collected, with offsets into the folded text."""

    texts: list[str]
    starts: list[int]
    ends: list[int]

    def add(self, text: str, start: int, end: int) -> None:
        self.texts.append(text)
        self.starts.append(start)
        self.ends.append(end)

    def add_han(self, content: str, start: int, end: int) -> None:
        """The tokens of one Han run: its pairs, and its outer characters where they touch a letter or digit."""
        run = content[start:end]
        if len(run) == 1:
            self.add(run, start, end)
            return
        if start and content[start - 1].isalnum():
            self.add(run[0], start, start + 1)
        self.texts.extend(map(add, run, run[1:]))
        self.starts.extend(range(start, end - 1))
        self.ends.extend(range(start + 2, end + 1))
        if content[end : end + 1].isalnum():
            self.add(run[-1], end - 1, end)

    def original(self, folded: Folded) -> Tokens:
        """The same tokens with offsets into the text that was folded."""
        if isinstance(folded.starts, range):
            return Tokens(self.texts, self.starts, self.ends)
        starts = [folded.starts[start] for start in self.starts]
        ends = [folded.ends[end - 1] for end in self.ends]
        return Tokens(self.texts, starts, ends)
