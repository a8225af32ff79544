"""Regular expressions of several makes: RE2 for what may be long, Python's own engine for what is short or plain."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

import re2

Spans = list[tuple[int, int]]
"""Start and end in bytes of a whole match and each of its groups; -1 where one took no part."""


More = Callable[[str, int], object]
"""What says, by a look that costs less than the search, whether a match may stand in a text from a place on."""


class Match:
    """One match of an expression: offsets and words of the whole and of its named groups."""

    __slots__ = ("_bytes", "_names", "_spans", "_text", "_whole")

    def __init__(self, spans: Spans, names: Mapping[str, int], text: str, data: bytes, start: int) -> None:
        self._spans = spans
        self._names = names
        self._text = text
        self._bytes = data
        low, high = spans[0]
        end = start + high - low if len(data) == len(text) else start + len(data[low:high].decode())
        self._whole = start, end

    def _index(self, group: str | int) -> int:
        return self._names[group] if isinstance(group, str) else group

    def start(self, group: str | int = 0) -> int:
        """Give where a group begins, -1 if it took no part."""
        return self._whole[0] if group == 0 else self.span(group)[0]

    def end(self, group: str | int = 0) -> int:
        """Give where a group ends, -1 if it took no part."""
        return self._whole[1] if group == 0 else self.span(group)[1]

    def span(self, group: str | int = 0) -> tuple[int, int]:
        """Give start and end of a group."""
        if group == 0:
            return self._whole
        low, high = self._spans[self._index(group)]
        if low < 0:
            return -1, -1
        data, first = self._bytes, self._spans[0][0]
        start = self._whole[0] + len(data[first:low].decode())
        return start, start + len(data[low:high].decode())

    def group(self, group: str | int = 0) -> str:
        """Give the words of a group, none if it took no part."""
        start, end = self.span(group)
        return self._text[start:end] if start >= 0 else ""

    def groups(self) -> dict[str, str]:
        """Give the words of all named groups that took part."""
        return {name: words for name in self._names if (words := self.group(name))}

    @property
    def name(self) -> str:
        """The named group that ends last; of several, the outermost."""
        found, farthest = "", -1
        for name, index in self._names.items():
            end = self._spans[index][1]
            if end > farthest:
                found, farthest = name, end
        return found


class Expression:
    """A regular expression on RE2: linear in the text, whatever the text.

    It reads the text as bytes, for the binding of RE2 counts characters anew for every match; here only those in front
    of what was found are counted. It asks the compiled matcher itself: the objects that the binding makes of what that
    tells cost several times the finding.
    """

    __slots__ = ("_at_start", "_expression", "_from", "names")

    def __init__(self, expression: str) -> None:
        self._expression = expression
        options = re2.Options()
        options.case_sensitive = False
        options.max_mem = 64 << 20
        compiled = re2.compile(expression, options=options)
        matcher = compiled._regexp  # noqa: SLF001 - the binding's match objects cost several times the finding
        self._from: Callable[[bytes, int, int], Spans] = partial(matcher.Match, matcher.Anchor.UNANCHORED)
        self._at_start: Callable[[bytes, int, int], Spans] = partial(matcher.Match, matcher.Anchor.ANCHOR_START)
        self.names: Mapping[str, int] = dict(sorted(compiled.groupindex.items(), key=lambda item: item[1]))

    def _found(self, data: bytes) -> list[Spans]:
        """Give the spans in bytes of each match and its groups, from left to right."""
        next_from, at, end = self._from, 0, len(data)
        found: list[Spans] = []
        while at <= end:
            spans = next_from(data, at, end)
            low, high = spans[0]
            if low < 0:
                break
            found.append(spans)
            at = high if high > at else _next_character(data, at)
        return found

    def finditer(self, text: str) -> Iterator[Match]:
        """Give the matches from left to right."""
        data = text.encode()
        at = start = 0
        for spans in self._found(data):
            low = spans[0][0]
            start += len(data[at:low].decode())
            at = low
            yield Match(spans, self.names, text, data, start)

    def spans(self, text: str, more: More | None = None) -> list[tuple[int, int]]:
        """Give start and end of each match, from left to right; behind one is looked only where `more` says so."""
        told: list[tuple[int, int]] = []
        if more is not None and not more(text, 0):
            return told
        data = text.encode()
        next_from, at, end = self._from, 0, len(data)
        position = 0
        while at <= end:
            low, high = next_from(data, at, end)[0]
            if low < 0:
                break
            start = position + len(data[at:low].decode())
            position = start + len(data[low:high].decode())
            told.append((start, position))
            if high > at:
                at = high
            else:
                at, position = _next_character(data, at), position + 1
            if more is not None and not more(text, position):
                break
        return told

    def span_from(self, data: bytes, at: int) -> tuple[int, int]:
        """Give start and end in bytes of the first match from some byte on, (-1, -1) where there is none."""
        return self._from(data, at, len(data))[0]

    def found_in(self, text: str) -> bool:
        """Say whether it matches anywhere."""
        data = text.encode()
        return self._from(data, 0, len(data))[0][0] >= 0

    def search(self, text: str) -> Match | None:
        """Give the first match."""
        data = text.encode()
        spans = self._from(data, 0, len(data))
        low = spans[0][0]
        return Match(spans, self.names, text, data, len(data[:low].decode())) if low >= 0 else None

    def match(self, text: str) -> Match | None:
        """Give the match at the start of the text."""
        data = text.encode()
        spans = self._at_start(data, 0, len(data))
        return Match(spans, self.names, text, data, 0) if spans[0][0] >= 0 else None


def _next_character(data: bytes, at: int) -> int:
    """Give where the next character begins: what matched nothing is looked for again behind it."""
    at += 1
    while at < len(data) and data[at] & _TOP_BITS == _CONTINUES:
        at += 1
    return at


_TOP_BITS, _CONTINUES = 0b1100_0000, 0b1000_0000
"""How a byte that continues a character begins in UTF-8 (RFC 3629 §3)."""


@cache
def pattern(expression: str) -> Expression:
    """Compile an expression that ignores case."""
    return Expression(expression)


def ungrouped(expression: str) -> str:
    """Give an expression that matches the same words and notes no groups."""
    return str(_GROUP.sub("(?:", expression))


_GROUP = re2.compile(r"\(\?P<[a-z0-9_]+>")


class Piece:
    """One match of a `Parted` expression: offsets and words of the whole and of its named groups."""

    __slots__ = ("_match",)

    def __init__(self, match: re.Match[str]) -> None:
        self._match = match

    def span(self, group: str | int = 0) -> tuple[int, int]:
        """Give start and end of a group, (-1, -1) if it took no part."""
        return self._match.span(group)

    def start(self, group: str | int = 0) -> int:
        """Give where a group begins, -1 if it took no part."""
        return self._match.start(group)

    def end(self, group: str | int = 0) -> int:
        """Give where a group ends, -1 if it took no part."""
        return self._match.end(group)

    def group(self, group: str | int = 0) -> str:
        """Give the words of a group, none if it took no part."""
        return self._match.group(group) or ""

    def groups(self) -> dict[str, str]:
        """Give the words of all named groups that took part."""
        return {name: words for name, words in self._match.groupdict().items() if words}

    @property
    def name(self) -> str:
        """The named group that ends last; of several, the outermost."""
        return self._match.lastgroup or ""


class Parted:
    """An expression that RE2 finds and Python's own engine takes apart into groups, at which it is much quicker.

    RE2 goes over the text, so that the time stays linear; the other reads only what it found, which is short, and is
    compiled when something is first found.
    """

    __slots__ = ("_expression", "_reader", "finder")

    def __init__(self, expression: str) -> None:
        self._expression = expression
        self.finder = pattern(ungrouped(expression))
        """What finds it, without groups."""
        self._reader: re.Pattern[str] | None = None

    def finditer(self, text: str, more: More | None = None) -> list[Piece]:
        """Give the matches from left to right; behind one is looked only where `more` says so."""
        return [Piece(match) for match in self._found(text, more)]

    def named(self, text: str) -> list[tuple[int, int, str]]:
        """Give start and end of each match from left to right, and the named group that ends last."""
        return [(*match.span(), match.lastgroup or "") for match in self._found(text)]

    def taken_apart(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Give the match with its groups that the finder found from start to end."""
        reader = self._reader
        if reader is None:
            reader = re.compile(_HAN_CLASS.sub(_spelled, self._expression), re.IGNORECASE | re.ASCII)
            self._reader = reader
        # One character more, for what ends at a boundary of words needs to see what stands behind it.
        match = reader.match(text, start, end + 1)
        if match is None or match.end() != end:
            match = reader.fullmatch(text, start, end)
        return match

    def _found(self, text: str, more: More | None = None) -> list[re.Match[str]]:
        found = []
        for start, end in self.finder.spans(text, more):
            match = self.taken_apart(text, start, end)
            if match is not None:
                found.append(match)
        return found


class Begun:
    """An expression on Python's own engine that is tried only where one of some beginnings stands.

    For expressions each of whose matches takes in the run of characters that was looked at to find it: no run is gone
    over more than a few times, so that the time stays linear.
    """

    __slots__ = ("_begins", "_reader", "names")

    def __init__(self, beginnings: str, expression: str) -> None:
        self._begins = re.compile(beginnings)
        self._reader = re.compile(expression, re.IGNORECASE | re.ASCII)
        self.names: Mapping[str, int] = self._reader.groupindex
        """Its groups."""

    def finditer(self, text: str) -> list[Piece]:
        """Give the matches from left to right."""
        return [Piece(match) for match in self.matches(text)]

    def matches(self, text: str) -> list[re.Match[str]]:
        """Give the matches from left to right, as Python's engine tells them."""
        begins, read = self._begins.search, self._reader.match
        found = []
        begun = begins(text)
        while begun is not None:
            at = begun.start()
            match = read(text, at)
            if match is None:
                at += 1
            else:
                at = match.end()
                found.append(match)
            begun = begins(text, at)
        return found


_Asked = Callable[[str], re.Match[str] | None]


class Brief:
    """An expression for a few characters, on Python's own engine, which starts at once.

    For expressions without repeats of repeats, asked of stretches of bounded length: they cannot take long. It is
    compiled when it is first asked, for that engine compiles slowly; from then on what it is asked goes to the engine
    itself, for a call in between costs as much as the answer.
    """

    __slots__ = ("_expression", "finditer", "match", "search")

    def __init__(self, expression: str) -> None:
        self._expression = expression
        self.search: _Asked = lambda text: self._compiled().search(text)
        """Give the first match."""
        self.match: _Asked = lambda text: self._compiled().match(text)
        """Give the match at the start of the text."""
        self.finditer: Callable[[str], Iterator[re.Match[str]]] = lambda text: self._compiled().finditer(text)
        """Give the matches from left to right."""

    def _compiled(self) -> re.Pattern[str]:
        reader = re.compile(_HAN_CLASS.sub(_spelled, self._expression), re.IGNORECASE)
        self.search, self.match, self.finditer = reader.search, reader.match, reader.finditer
        return reader


class Words:
    """Any of some words, on Python's own engine: without repeats nothing can backtrack, and it starts at once.

    For words without letters of two cases; the first in the list wins where several begin at one place.
    """

    __slots__ = ("_reader", "found_in")

    def __init__(self, words: Iterable[str]) -> None:
        self._reader = re.compile("|".join(map(re.escape, words)))
        self.found_in: _Asked = self._reader.search
        """Give the first of them in a text, None if it holds none."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Give start and end of each, from left to right."""
        return [match.span() for match in self._reader.finditer(text)]

    def found(self, text: str) -> list[str]:
        """Give those found, from left to right."""
        found: list[str] = self._reader.findall(text)
        return found


_HAN_CLASS = re.compile(r"(\[[^\]]*)?\\p\{Han\}")
_HAN = "\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u9fff\uf900-\ufad9\U00020000-\U000323af"


def _spelled(match: re.Match[str]) -> str:
    """Give the characters of the class Han, by whose name Python's engine does not know them."""
    return match.group(1) + _HAN if match.group(1) else f"[{_HAN}]"
