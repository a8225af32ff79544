"""Turns numbers and the words of bound around them into ranges: "more than 20 and less than 35", 20到100, 五百以上."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Expression
from barometer.claims.units.quantity import Quantity

_WINDOW = 40


@dataclass(frozen=True, slots=True)
class Bounds:
    """How a language bounds numbers.

    `before` and `after` name ge, gt, le, lt, eq; `around_*` must stand on both sides (比…大). `to` joins two numbers;
    `between` does so only with `between_before` or `between_after` beside it. `both` is what may stand between two
    bounds of one range.
    """

    before: Expression
    after: Expression
    around_before: Expression
    around_after: Expression
    to: Expression
    between: Expression
    between_before: Expression | None
    between_after: Expression | None
    both: Expression


@dataclass(frozen=True, slots=True)
class _Bounded:
    quantity: Quantity
    modifier: str | None


def ranges(text: str, found: Iterable[Quantity], bounds: Bounds) -> list[Quantity]:
    """Give the ranges of a sentence, open ones too, from all its numbers in order. Plain numbers are left out."""
    items = [_bounded(text, quantity, bounds) for quantity in found]
    result: list[Quantity] = []
    index = 0
    while index < len(items):
        here = items[index]
        following = items[index + 1] if index + 1 < len(items) else None
        joined = _joined(text, here, following, bounds) if following else None
        if joined is not None:
            result.append(joined)
            index += 2
            continue
        if here.modifier is not None or here.quantity.low is None or here.quantity.high is None:
            result.append(here.quantity)
        index += 1
    return result


def _bounded(text: str, quantity: Quantity, bounds: Bounds) -> _Bounded:
    """Widen a number by the words of bound beside it."""
    value = quantity.value or Decimal(0)
    head = text[max(0, quantity.start - _WINDOW) : quantity.start]
    tail = text[quantity.end : quantity.end + _WINDOW]
    before, after = bounds.before.search(head), bounds.after.search(tail)
    around = bounds.around_before.search(head)
    behind = bounds.around_after.search(tail) if around else None
    start, end, modifier = quantity.start, quantity.end, None
    if around and behind:
        modifier, start, end = behind.name, start - len(head) + around.start(), end + behind.end(behind.name)
    elif before:
        modifier, start = before.name, start - len(head) + before.start()
        if after and (modifier == "eq" or after.name == "same"):
            modifier = after.name if modifier == "eq" else {"gt": "ge", "lt": "le"}.get(modifier, modifier)
            end += after.end(after.name)
    elif after and after.name != "same":
        modifier, end = after.name, end + after.end(after.name)
    if modifier is None:
        return _Bounded(quantity, None)
    low = value if modifier in {"ge", "gt", "eq"} else None
    high = value if modifier in {"le", "lt", "eq"} else None
    return _Bounded(replace(quantity, start=start, end=end, low=low, high=high), modifier)


def _joined(text: str, first: _Bounded, second: _Bounded, bounds: Bounds) -> Quantity | None:
    one, two = first.quantity, second.quantity
    gap = text[one.end : two.start]
    if len(gap) > _WINDOW:
        return None
    if first.modifier is None and second.modifier is None:
        return _two_ends(text, one, two, gap, bounds)
    lower, upper = (one, two) if one.high is None else (two, one)
    sides = {first.modifier in {"ge", "gt"}, second.modifier in {"ge", "gt"}}
    if first.modifier is None or second.modifier is None or "eq" in {first.modifier, second.modifier}:
        return None
    if len(sides) < 2 or lower.low is None or upper.high is None or lower.low >= upper.high:
        return None
    if not bounds.both.search(gap):
        return None
    return replace(one, end=two.end, low=lower.low, high=upper.high, unit=one.unit or two.unit)


def _two_ends(text: str, one: Quantity, two: Quantity, gap: str, bounds: Bounds) -> Quantity | None:
    """Join "20 to 100", "between 20 and 100", 20与100之间."""
    low, high = one.low, two.high
    if low is None or high is None or low >= high or (one.unit and two.unit and one.unit != two.unit):
        return None
    head = text[max(0, one.start - _WINDOW) : one.start]
    tail = text[two.end : two.end + _WINDOW]
    lead = bounds.between_before.search(head) if bounds.between_before else None
    close = bounds.between_after.search(tail) if bounds.between_after else None
    if not (bounds.to.search(gap) or ((lead or close) and bounds.between.search(gap))):
        return None
    end = two.end + (close.end() if close else 0)
    start = one.start - (len(head) - lead.start() if lead else 0)
    return Quantity(start, end, low, high, one.unit or two.unit)
