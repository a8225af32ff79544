"""The query language: what a person types, into the tree of `tree.py`, or one line that says what is wrong and where.

    义乌 export            both, in any order; English words in all their forms
    "small commodities"    the words together, in this order; 跨境电商 is together by itself
    a | b    -a    ( )     either; without; grouping (OR, NOT and AND may be written out)
    a NEAR/5 b             at most five tokens between them, in either order
    title: source: lang: after: before:                    of the article
    place: indicator: unit: value: period: is:             of one claim: side by side they speak of the same claim

Parsed by hand: the grammar is eight rules, and half of the code is what no parser library brings, namely Chinese
punctuation as typed, minus signs inside words, a position and a hint for each mistake, and limits on hostile input.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from barometer.errors import SearchError
from barometer.search.analysis import HAN, analyze
from barometer.search.documents import whole_characters
from barometer.search.lexer import Piece, mistake, split
from barometer.search.meanings import place_name
from barometer.search.operands import read_moment, read_period, read_value
from barometer.search.tree import (
    STATUSES,
    And,
    Everything,
    Indicator,
    Language,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Place,
    Published,
    Source,
    Status,
    Unit,
)

LONGEST = 2_000
DEEPEST = 30
NEAR_DEFAULT = 10
NEAR_FARTHEST = 100


def parse(text: str) -> Node:
    """The tree of a query. An empty query is everything.

    Raises SearchError with the character (counted from 1) and a hint when the query cannot be understood, could only
    be answered by "everything but", or is longer than 2,000 characters.
    """
    if len(text) > LONGEST:
        raise SearchError(f"the query has {len(text):,} characters; {LONGEST:,} are the most")
    if not text.strip():
        return Everything()
    pieces = split(whole_characters(text))
    reader = _Reader(pieces, len(text) + 1)
    node = reader.alternatives()
    if reader.here.kind == "close":
        raise mistake(reader.here.at, "this ) has no ( before it")
    if node is None:
        raise mistake(1, "there is nothing to search for: write a word or a number")
    if not _bounded(node):
        raise mistake(1, "a query that only excludes would find nearly everything: add a word that hits must contain")
    return node


def read_field(name: str, text: str) -> Node:
    """The leaf that `name:"text"` makes, for filters given apart from the query. Raises SearchError."""
    try:
        return _FIELDS[name](Piece("quoted", whole_characters(text), 1))
    except ValueError as error:
        raise SearchError(f'{name}: cannot read "{text}"; {error}') from None


def _bounded(node: Node) -> bool:
    """Whether something must be there, not only something absent."""
    match node:
        case And(parts):
            return any(map(_bounded, parts))
        case Or(parts):
            return all(map(_bounded, parts))
        case Not(Not(part)):
            return _bounded(part)
        case Not():
            return False
        case _:
            return True


@dataclass
class _Reader:
    """Reads pieces from left to right, one method a rule of the grammar. A rule that found nothing gives None."""

    pieces: list[Piece]
    end: int
    index: int = 0
    depth: int = 0

    @property
    def here(self) -> Piece:
        return self.pieces[self.index] if self.index < len(self.pieces) else Piece("end", "", self.end)

    def take(self) -> Piece:
        piece = self.here
        self.index += 1
        return piece

    def alternatives(self) -> Node | None:
        """Parts with | between them."""
        parts = [self.together()]
        while self.here.kind == "or":
            bar = self.take()
            part = self.together()
            if part is None or parts[-1] is None:
                raise mistake(bar.at, f"{bar.text} needs a word on both sides")
            parts.append(part)
        found = [part for part in parts if part is not None]
        return Or(tuple(found)) if len(found) > 1 else parts[0]

    def together(self) -> Node | None:
        """Parts side by side: all of them."""
        parts: list[Node] = []
        while self.here.kind not in {"or", "close", "end"}:
            sign = self.here
            part = self.signed()
            if part is not None:
                parts.append(part)
            elif sign.kind in {"and", "not"}:
                raise mistake(sign.at, f"{sign.text} needs a word after it")
        if not parts:
            return None
        return And(tuple(parts)) if len(parts) > 1 else parts[0]

    def signed(self) -> Node | None:
        """A part with + or - before it, or with neither."""
        negative = False
        signs = 0
        while self.here.kind in {"and", "not"}:
            negative ^= self.take().kind == "not"
            signs += 1
            if signs > DEEPEST:
                raise mistake(self.here.at, "too many signs in a row")
        part = self.neighbours()
        return Not(part) if part is not None and negative else part

    def neighbours(self) -> Node | None:
        """One operand, or operands with NEAR between them."""
        first = self.operand()
        pairs: list[Node] = []
        while self.here.kind == "near":
            sign = self.take()
            second = self.operand()
            if not isinstance(first, Phrase) or not isinstance(second, Phrase):
                raise mistake(sign.at, 'NEAR needs a word or "phrase" on both sides, e.g. 义乌 NEAR/5 export')
            if first.field != second.field:
                raise mistake(sign.at, "NEAR needs both sides in the same field, e.g. title:a NEAR title:b")
            pairs.append(Near(first, second, self.distance(sign)))
            first = second
        if not pairs:
            return first
        return And(tuple(pairs)) if len(pairs) > 1 else pairs[0]

    def distance(self, sign: Piece) -> int:
        _, slash, number = sign.text.partition("/")
        if not slash:
            return NEAR_DEFAULT
        if not number.isdecimal() or not 0 <= int(number[:9]) <= NEAR_FARTHEST:
            raise mistake(sign.at, f"NEAR/n takes a number of tokens from 0 to {NEAR_FARTHEST}, e.g. NEAR/5")
        return int(number)

    def operand(self) -> Node | None:
        """A word, a phrase, a field with its value, or a group."""
        piece = self.here
        if piece.kind == "open":
            return self.group()
        if piece.kind == "field":
            return self.field()
        if piece.kind in {"word", "quoted"}:
            return _phrase(self.take(), "any")
        if piece.kind == "near":
            raise mistake(piece.at, 'NEAR needs a word or "phrase" on both sides, e.g. 义乌 NEAR/5 export')
        return None

    def group(self) -> Node | None:
        opening = self.take()
        self.depth += 1
        if self.depth > DEEPEST:
            raise mistake(opening.at, f"more than {DEEPEST} groups inside each other")
        node = self.alternatives()
        if self.here.kind != "close":
            raise mistake(opening.at, "this ( is never closed: add )")
        self.take()
        self.depth -= 1
        return node

    def field(self) -> Node:
        name = self.take()
        read = _FIELDS.get(name.text.lower())
        if read is None:
            raise mistake(
                name.at, f'there is no field "{name.text}": there are {", ".join(_FIELDS)}; or put it in quotes'
            )
        value = self.here
        if value.kind not in {"word", "quoted"} or value.at != name.at + len(name.text) + 1:
            raise mistake(value.at, f"{name.text}: needs a value right behind the colon")
        self.take()
        try:
            return read(value)
        except ValueError as error:
            raise mistake(value.at, f'{name.text}: cannot read "{value.text}"; {error}') from None


def _phrase(piece: Piece, field: str) -> Phrase | None:
    """The tokens of a word or quoted text. None for a bare punctuation sign, which says nothing."""
    tokens = analyze(piece.text)
    if not tokens.texts:
        if piece.kind == "quoted":
            raise mistake(piece.at, "there is no word between these quotes")
        return None
    if piece.kind == "word" and piece.text.endswith("*"):
        raise mistake(piece.at + len(piece.text) - 1, "leave out the *: English words are found in all their forms")
    if len(tokens) == 1 and _is_han(tokens.texts[0]):
        raise mistake(piece.at, f"one character alone is in too many words: add its neighbour to {piece.text}")
    return Phrase(tuple(tokens.texts), piece.text, field)


def _is_han(token: str) -> bool:
    return re.fullmatch(f"[{HAN}]", token) is not None


def _words(piece: Piece, field: str = "any") -> Phrase:
    phrase = _phrase(piece, field)
    if phrase is None:
        raise ValueError("write a word, or words in quotes")
    return phrase


def _status(piece: Piece) -> Status:
    if piece.text.lower() not in STATUSES:
        raise ValueError(f"there are {', '.join(STATUSES)}")
    return Status(piece.text.lower())


_FIELDS: dict[str, Callable[[Piece], Node]] = {
    "title": lambda piece: _words(piece, "title"),
    "source": lambda piece: Source(piece.text.lower(), _words(piece)),
    "lang": lambda piece: Language(piece.text.lower()),
    "after": lambda piece: Published(after=read_moment(piece.text)),
    "before": lambda piece: Published(before=read_moment(piece.text)),
    "place": lambda piece: Place(place_name(piece.text)),
    "indicator": lambda piece: Indicator(piece.text.lower(), _words(piece)),
    "unit": lambda piece: Unit(piece.text),
    "value": lambda piece: read_value(piece.text),
    "period": lambda piece: read_period(piece.text),
    "is": _status,
}
