"""Where the clauses of a Chinese sentence begin."""

import re

from barometer.claims.text.expressions import Brief, Words
from barometer.claims.values import Mention

_CLAUSE = re.compile(r"[，；：,;:“”\"（）() —](?:(?<![ —])|(?<=—)—|(?<= )[^0-9])")
"""Punctuation, a double dash, or a space but within a number; all in one class, which is looked for at once."""
_BRACKETED = Brief(r"[（(“\"][^，。；：（()）“”\"]{1,14}[)）”\"]")


_BRACKETS = Words('（(“"')


def clauses(text: str, found: list[Mention]) -> list[int]:
    """Give where clauses begin; a name in brackets or quotation marks is part of its clause."""
    if _BRACKETS.found_in(text) is None:
        return [one.start() + 1 if one.group()[0] == " " else one.end() for one in _CLAUSE.finditer(text)]
    names = [
        match.span()
        for match in _BRACKETED.finditer(text)
        if not any(match.start() <= mention.numeral.start < match.end() for mention in found)
    ]
    inside = 0
    begun = []
    for match in _CLAUSE.finditer(text):
        at = match.start()
        while inside < len(names) and names[inside][1] <= at:
            inside += 1
        if inside == len(names) or at < names[inside][0]:
            begun.append(at + 1 if text[at] == " " else match.end())
    return begun
