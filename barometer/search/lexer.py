"""Cut a query into its pieces: words, quoted phrases, field names, signs. Chinese punctuation counts as its twin."""

from dataclasses import dataclass
from typing import Literal

from barometer.errors import SearchError

Kind = Literal["word", "quoted", "field", "open", "close", "or", "and", "not", "near", "end"]

_QUOTES = {'"': '"', "“": "”", "”": "”", "＂": "＂", "「": "」", "『": "』"}
_SIGNS: dict[str, Kind] = {"(": "open", "（": "open", ")": "close", "）": "close", "|": "or", "｜": "or"}
_PREFIXES: dict[str, Kind] = {"+": "and", "＋": "and", "-": "not", "－": "not", "−": "not"}
_WRITTEN: dict[str, Kind] = {"OR": "or", "AND": "and", "NOT": "not"}
_COLONS = ":："
_BLANKS = frozenset("，、；。！？")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a query; `at` is where it begins, counted from 1 (for what is quoted: the opening quote)."""

    kind: Kind
    text: str
    at: int


def mistake(at: int, what: str) -> SearchError:
    """The one form of every complaint about a query."""
    return SearchError(f"query, character {at}: {what}")


def split(text: str) -> list[Piece]:
    """The pieces of a query, in order. Raises SearchError where a quote is never closed."""
    pieces: list[Piece] = []
    at = 0
    while at < len(text):
        character = text[at]
        if _is_blank(character):
            at += 1
        elif character in _QUOTES:
            piece, at = _quoted(text, at)
            pieces.append(piece)
        elif character in _SIGNS:
            pieces.append(Piece(_SIGNS[character], character, at + 1))
            at += 1
        elif character in _PREFIXES and not _after_colon(pieces, at):
            pieces.append(Piece(_PREFIXES[character], character, at + 1))
            at += 1
        else:
            piece, at = _word(text, at, name_allowed=not _after_colon(pieces, at))
            pieces.append(piece)
    return pieces


def _after_colon(pieces: list[Piece], at: int) -> bool:
    return bool(pieces) and pieces[-1].kind == "field" and pieces[-1].at + len(pieces[-1].text) == at


def _quoted(text: str, at: int) -> tuple[Piece, int]:
    closing = text.find(_QUOTES[text[at]], at + 1)
    if closing < 0:
        raise mistake(at + 1, f"this quote is never closed: add {_QUOTES[text[at]]}")
    return Piece("quoted", text[at + 1 : closing], at + 1), closing + 1


def _word(text: str, at: int, *, name_allowed: bool) -> tuple[Piece, int]:
    """A word up to the next blank, quote or sign; or a field name, which ends behind its colon."""
    end = at
    while end < len(text) and not (_is_blank(text[end]) or text[end] in _QUOTES or text[end] in _SIGNS):
        if name_allowed and text[end] in _COLONS and _is_name(text[at:end]):
            return Piece("field", text[at:end], at + 1), end + 1
        end += 1
    word = text[at:end]
    if word == "NEAR" or word.startswith("NEAR/"):
        return Piece("near", word, at + 1), end
    return Piece(_WRITTEN.get(word, "word"), word, at + 1), end


def _is_blank(character: str) -> bool:
    return character.isspace() or character in _BLANKS


def _is_name(text: str) -> bool:
    return text.isascii() and text.isalpha()
