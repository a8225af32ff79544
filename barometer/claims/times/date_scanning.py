"""Finding dates in a text by a language's forms: once for both languages, which bring the forms and their readers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from barometer.claims.text.expressions import Expression, Match
from barometer.claims.times.calendar import NO_PERIOD, Range

Read = Callable[[Match, date], Range]
DateFound = tuple[int, int, date | None, date | None]


def scan(
    text: str, seen: date, forms: Sequence[tuple[str, Expression]], readers: Mapping[str, Read]
) -> list[DateFound]:
    """Give (start, end, first day, last day) of each time expression, as seen from a day; the longest form counts.

    `forms` come longest first; `readers` give the days of a match under the name of its form.
    """
    found: list[DateFound] = []
    taken = bytearray(len(text))
    for name, form in forms:
        for match in form.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            span = _within_calendar(readers[name], match, seen)
            if span != NO_PERIOD:
                found.append((start, end, *span))
                taken[start:end] = b"\x01" * (end - start)
    return sorted(found, key=lambda one: one[0])


def _within_calendar(read: Read, match: Match, seen: date) -> Range:
    try:
        return read(match, seen)
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return NO_PERIOD
