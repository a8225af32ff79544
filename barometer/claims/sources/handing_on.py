"""Hands who is named in one sentence on to another as its source."""

from barometer.claims.replacing import replace
from barometer.claims.values import Reading, Speaker


def seen_from(reading: Reading, named: Reading, span: tuple[int, int]) -> tuple[int, int]:
    """Give where a stretch of another sentence stands, counted from the start of this one: before it, or behind."""
    shift = named.sentence.start - reading.sentence.start
    return span[0] + shift, span[1] + shift


def told_by(reading: Reading, named: Reading, span: tuple[int, int], end: int = 0) -> Reading:
    """Give a reading with a name in another sentence as its only source; `end` is where words take it up again."""
    return replace(reading, speakers=(Speaker(0, end, seen_from(reading, named, span), scope="sentence"),))
