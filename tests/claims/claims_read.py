"""What the engine reads in a text, a field at a time, for tests to compare."""

from datetime import date

from barometer.claims import extract

SEEN = date(2026, 6, 19)


def found(text, field, seen=SEEN, source=None):
    """Give one field of every claim."""
    return [getattr(claim, field) for claim in extract(text, seen, source)]


def days(text, seen=SEEN):
    """Give the first and last day of every claim's period as text."""
    return [(str(claim.period_start), str(claim.period_end)) for claim in extract(text, seen)]


def spans(text, seen=SEEN):
    """Give the first and last day of every claim's period as text, None where one is open."""
    return [
        (claim.period_start and str(claim.period_start), claim.period_end and str(claim.period_end))
        for claim in extract(text, seen)
    ]
