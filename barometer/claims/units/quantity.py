"""A number as the grammar reads it, with its bounds and unit: what `numbers` gives, whether it is a claim or not."""

from dataclasses import dataclass
from decimal import Decimal, DecimalException


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range of numbers. A plain number has equal bounds; an open end is None.

    `unit` is percent, a currency or another unit that the text names, else None. `ordinal` marks "the tenth".
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str | None = None
    ordinal: bool = False

    @property
    def value(self) -> Decimal | None:
        """The number, for a range its first bound that is closed."""
        return self.low if self.low is not None else self.high


_LARGEST_POWER = 400


def power(words: str) -> Decimal | None:
    """Read "2^5", "1.1^--23", "12e-1", "1.3x10^6"; None where the result would be out of all proportion."""
    base, sign, exponent = words.partition("^")
    if not sign:
        base, _, exponent = words.partition("e")
    exponent = exponent.replace("--", "").replace("+-", "-").lstrip("+")
    times = Decimal(1)
    if "x" in base:
        front, _, base = base.partition("x")
        times = Decimal(front)
    try:
        steps = int(exponent)
        if abs(steps) > _LARGEST_POWER:
            return None
        return times * (Decimal(base) ** steps if sign else Decimal(base).scaleb(steps))
    except (DecimalException, ValueError):
        return None
