"""The two ends of a range as one mention, whatever the language says that a range is."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest

from barometer.claims.replacing import replace
from barometer.claims.values import Mention


def with_ranges(found: Sequence[Mention], join: Callable[[Mention, Mention], Mention | None]) -> Iterator[Mention]:
    """Give mentions in order, neighbours that `join` takes for a range as what it makes of them."""
    taken = False
    for low, high in zip_longest(found, found[1:]):
        both = join(low, high) if high is not None and not taken else None
        if not taken:
            yield both or low
        taken = both is not None


def one_range(low: Mention, high: Mention, first: Decimal, unit: str, *, certain: bool) -> Mention:
    """Give both ends as one mention that begins with the value `first`, with the modifier of either."""
    numeral = replace(low.numeral, end=high.numeral.end, value=first, value_max=high.numeral.value)
    modifier = low.modifier if low.modifier != "eq" else high.modifier
    counted = low.counted or high.counted
    return replace(
        low,
        end=high.end,
        numeral=numeral,
        unit=unit,
        noun=high.noun,
        certain=certain,
        counted=counted,
        modifier=modifier,
    )
