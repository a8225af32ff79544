"""Lends the source named in the line over or under a table to the table's rows."""

import re

from barometer.claims.sources.handing_on import told_by
from barometer.claims.tables.list_heads import LABELLED
from barometer.claims.text.layout import adjoin
from barometer.claims.values import Reading

_LEAST_ROWS = 2
_ENDS = "。."


def with_credited(readings: list[Reading], text: str) -> list[Reading]:
    """Give the readings with the source of a table said in each of its rows; a credit with no rows is a footer."""
    found = list(readings)
    for index, reading in enumerate(readings):
        if reading.credit is None:
            continue
        rows = _rows(readings, text, index, 1) or _rows(readings, text, index, -1)
        if sum(bool(readings[row].mentions) for row in rows) < _LEAST_ROWS:
            continue
        for row in rows:
            found[row] = told_by(found[row], reading, reading.credit)
    return found


def _rows(readings: list[Reading], text: str, index: int, step: int) -> list[int]:
    """Give the lines next to a credit, without a blank line between, that are rows and no sentences."""
    rows: list[int] = []
    at = index + step
    while 0 <= at < len(readings) and _is_row(readings[at]) and _adjoins(readings[at - step], readings[at], text):
        rows.append(at)
        at += step
    return rows


def _adjoins(one: Reading, other: Reading, text: str) -> bool:
    first, second = sorted((one.sentence, other.sentence), key=lambda sentence: sentence.start)
    return adjoin(first, second, text)


def _is_row(reading: Reading) -> bool:
    words = reading.text.strip()
    return _LABELLED.match(words) is not None or (words[-1:] not in _ENDS and (" " in words or "|" in words))


_LABELLED = re.compile(LABELLED)
