"""How values, periods and sources are told on a terminal: digits as read, words of the claim model."""

from datetime import date
from decimal import Decimal

SIGNS = {"gt": "over ", "ge": "at least ", "lt": "under ", "le": "at most ", "approx": "about ", "eq": ""}
ARROWS = {"up": " ↑", "down": " ↓", "flat": " →"}
UNITS = {"percent": "%", "percentage_point": " pp", "basis_point": " bp", "times": "×", "count": ""}
BASES = {"yoy": "year on year", "mom": "month on month", "qoq": "quarter on quarter", "since": "against a named base"}
SCALES = (
    (Decimal(10) ** 12, " trillion"),
    (Decimal(10) ** 9, " billion"),
    (Decimal(10) ** 6, " million"),
)


def number_text(value: Decimal) -> str:
    """Give a number as a person would write it, without losing a digit."""
    for scale, word in SCALES:
        if abs(value) >= scale and len((value / scale).normalize().as_tuple().digits) <= 6:
            return f"{_plain(value / scale)}{word}"
    return _plain(value)


def value_text(value: Decimal, value_max: Decimal | None, unit: str, modifier: str, direction: str | None) -> str:
    """Give a claim's value with its bound, unit and direction, such as `over 2.1 million product`."""
    digits = number_text(value) if value_max is None else f"{number_text(value)} to {number_text(value_max)}"
    return f"{SIGNS.get(modifier, '')}{digits}{UNITS.get(unit, ' ' + unit)}{ARROWS.get(direction or '', '')}"


def period_text(start: date | None, end: date | None) -> str:
    """Give a period as short as its ends allow: 2025, 2025-06, 2025-01 to 2025-05, until 2024-07-31."""
    if start is None and end is None:
        return ""
    if start is None or end is None:
        return f"until {end}" if start is None else f"since {start}"
    first, last = _months(start, end)
    if first and last:
        if start.month == 1 and end.month == 12 and start.year == end.year:
            return str(start.year)
        months = f"{start:%Y-%m}", f"{end:%Y-%m}"
        return months[0] if months[0] == months[1] else " to ".join(months)
    return str(start) if start == end else f"{start} to {end}"


def _months(start: date, end: date) -> tuple[bool, bool]:
    """Tell whether a period begins with a month and ends with one."""
    following = date.fromordinal(end.toordinal() + 1) if end.toordinal() < date.max.toordinal() else end
    return start.day == 1, following.day == 1


def _plain(value: Decimal) -> str:
    normal = value.normalize()
    return f"{normal:,f}"
