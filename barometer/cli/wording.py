"""How claims are told on a terminal: in the words of the English pages, with an arrow for their direction."""

from datetime import date
from decimal import Decimal

from barometer.words.language import words_of

ARROWS = {"up": " ↑", "down": " ↓", "flat": " →"}
BASES = {"yoy": "year on year", "mom": "month on month", "qoq": "quarter on quarter", "since": "against a named base"}
OPENING = ("“", '"', "「", "『")


def value_text(value: Decimal, value_max: Decimal | None, unit: str, modifier: str, direction: str | None) -> str:
    """Give a claim's value with its bound, unit and direction, such as `over 2.1 million products`."""
    return words_of("en").value(value, value_max, unit, modifier) + ARROWS.get(direction or "", "")


def period_text(start: date | None, end: date | None) -> str:
    """Give a period as short as its ends allow: 2025, 2025-06, 2025-01 to 2025-05, until 2024-07-31."""
    return words_of("en").period(start, end)


def quoted(sentence: str) -> str:
    """Put a sentence between quotation marks, unless it begins with its own."""
    return sentence if sentence.startswith(OPENING) else f"“{sentence}”"
