"""Shortening a text for a list: at the end of a sentence or word, with … where something is left out."""

import re

ENDS = "。！？!?；;"
LONGEST_WORD = 40  # a longer run of signs without a blank is no word, and may be cut
_WORD = re.compile("[^\\s⺀-鿿\u3000-\u303f\uff00-\uffef]")  # what is not Chinese stands together without a blank
_SENTENCES = re.compile(f"[{ENDS}\n]|\\.(?=\\s)")


def word_end(text: str, low: int, high: int) -> int:
    """Give the last place after `low` and up to `high` at which no word or number is cut, else `high`."""
    for at in range(min(high, len(text)), max(low, high - LONGEST_WORD), -1):
        if not _cuts(text, at):
            return at
    return high


def word_begin(text: str, low: int, high: int) -> int:
    """Give the first place from `low` and before `high` at which no word or number is cut, else `low`."""
    for at in range(low, min(high, low + LONGEST_WORD)):
        if not _cuts(text, at):
            return at
    return low


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and bool(_WORD.match(text[at - 1]) and _WORD.match(text[at]))


def shortened(text: str, most: int) -> str:
    """Give a text, or as much of it as fits: up to the last sentence in its latter half, else up to the last word."""
    if len(text) <= most:
        return text
    sentences = [found.end() for found in _SENTENCES.finditer(text, most // 2, most + 1) if found.end() <= most]
    if sentences:
        return f"{text[: sentences[-1]].rstrip()} …"
    return f"{text[: word_end(text, 0, most)].rstrip()}…"
