"""Joins the two ends of a range into one mention: 10%至15%, 八九千."""

from collections.abc import Iterator
from decimal import Decimal

from barometer.claims.joining import one_range, with_ranges
from barometer.claims.scanning import pattern
from barometer.claims.values import Mention

_RANGE_GAPS = frozenset({"-", "–", "—", "~", "至", "到", "～", "∽", "──", "——"})
_FROM = pattern(r"(?:由|从|自)(?:原来的|原先的|之前的|此前的|去年的|[^，。；,、]{0,8}的)?$")


def joined(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Join the two ends of a range into one mention; a bare low end takes unit and scale of the high end."""

    def join(low: Mention, high: Mention) -> Mention | None:
        first = _first(low, high)
        return one_range(low, high, first, high.unit, certain=True) if _is_range(text, low, high, first) else None

    return with_ranges(found, join)


def _first(low: Mention, high: Mention) -> Decimal:
    scaled = not low.certain and low.numeral.scale == 1 and high.numeral.scale >= 10000
    return low.numeral.value * high.numeral.scale if scaled else low.numeral.value


def _is_range(text: str, low: Mention, high: Mention, first: Decimal) -> bool:
    gap = text[low.end : high.start].strip()
    if gap not in _RANGE_GAPS or not high.certain or (low.certain and low.unit != high.unit):
        return False
    if first >= high.numeral.value:
        return False
    if text.startswith("不等", high.end):
        return True  # 从19.9元到3000元不等
    return not _FROM.search(text[max(0, low.start - 14) : low.start])
