"""Folds a text for reading, code point by code point, so that every offset stays what it was.

Full-width letters and digits, and letters with accents, become plain, traditional characters simplified, odd spaces a
space, lone surrogates the replacement character (which RE2, unlike them, can take).
"""

import re
import unicodedata
from functools import cache

import opencc

from barometer.claims.text.expressions import pattern

_FIRST_HAN, _LAST_HAN = 0x4E00, 0x9FFF
_SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\u000b\u000c\x00\ufe0e\ufe0f"
_QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "″": '"', "−": "-", "‐": "-", "‑": "-", "‒": "–", "﹣": "-"}
_FULL_WIDTH = {0xFF01 + shift: 0x21 + shift for shift in range(94)}
_WIDE_DIGITS = "０１２３４５６７８９"
_WIDE = frozenset(_WIDE_DIGITS)
_WIDE_GROUP = pattern(r"[0-9](?:，[0-9]{3})+")
_KEPT_WIDE = "！，：；？（）"


_LATIN = 0xC0, 0x180
"""The letters of Latin with accents, as in the names of people: Lü, José."""


def _without_accent(letter: str) -> str:
    """Give the plain letter of one with an accent, nothing where it has none."""
    plain = unicodedata.normalize("NFD", letter)[0]
    return plain if plain.isascii() and plain.isalpha() and plain != letter else ""


@cache
def _table() -> dict[int, int]:
    table = dict.fromkeys(range(55296, 57344), 65533)
    table |= {code: plain for code, plain in _FULL_WIDTH.items() if chr(code) not in _KEPT_WIDE}
    table |= {ord(space): ord(" ") for space in _SPACES}
    table |= {ord(quote): ord(plain) for quote, plain in _QUOTES.items()}
    table |= {code: ord(plain) for code in range(*_LATIN) if (plain := _without_accent(chr(code)))}
    han = "".join(map(chr, range(_FIRST_HAN, _LAST_HAN + 1)))
    simple = opencc.OpenCC("t2s").convert(han)
    if len(simple) == len(han):
        table |= {ord(old): ord(new) for old, new in zip(han, simple, strict=True) if old != new}
    return table


@cache
def _odd() -> re.Pattern[str]:
    """Give the expression for any character that is not plain: a search for one costs a tenth of folding a text."""
    return re.compile(f"[{''.join(map(re.escape, map(chr, _table())))}]")


def fold(text: str) -> str:
    """Give the text with its characters made plain, of exactly the same length."""
    if _odd().search(text) is None:
        return text
    plain = text.translate(_table())
    grouped = "，" in text and not _WIDE.isdisjoint(text) and _WIDE_GROUP.search(plain) is not None
    return _grouped(text, plain) if grouped else plain


def _grouped(text: str, plain: str) -> str:
    """Make the comma of a full-width number ("１，２００") one that groups digits."""
    chars = list(plain)
    for match in _WIDE_GROUP.finditer(plain):
        comma = match.start() + 1
        while plain[comma : comma + 1] == "，" and plain[comma + 1 : comma + 4].isdigit():
            if text[comma - 1] in _WIDE_DIGITS and text[comma + 1] in _WIDE_DIGITS:
                chars[comma] = ","
            comma += 4
    return "".join(chars)
