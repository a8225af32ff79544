"""Joins the two ends of a range into one mention: 10%至15%, 八九千."""

from collections.abc import Iterator
from decimal import Decimal

from barometer.claims.text.expressions import pattern
from barometer.claims.units.joining import one_range, with_ranges
from barometer.claims.values import Mention

_RANGE_GAPS = frozenset({"-", "–", "—", "~", "至", "到", "～", "∽", "──", "——"})
_FROM = pattern(r"(?:由|从|自)(?:原来的|原先的|之前的|此前的|去年的|[^，。；,、]{0,8}的)?$")


_TURNED = pattern(
    r"^(?:左右|以上|以内)?(?:进一步|大幅|逐步)?[\p{Han}]{1,2}(?:至|到|为)(?:了)?[^，。；0-9]{0,3}[0-9一二三四五六七八九十半]"
)
_NEAR = 16


def joined(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Join the two ends of a range into one mention; a bare low end takes unit and scale of the high end."""

    def join(low: Mention, high: Mention) -> Mention | None:
        if text[low.end : high.start].strip() not in _RANGE_GAPS:
            return None
        first = _first(low, high)
        if not _is_range(text, low, high, first):
            return None
        return one_range(low, high, first, high.unit, certain=high.certain)

    return with_ranges(found, join)


def _first(low: Mention, high: Mention) -> Decimal:
    scaled = not low.certain and low.numeral.scale == 1 and high.numeral.scale >= 10000
    return low.numeral.value * high.numeral.scale if scaled else low.numeral.value


def _is_range(text: str, low: Mention, high: Mention, first: Decimal) -> bool:
    if not (high.certain or high.counted) or (low.certain and low.unit != high.unit):
        return False
    if first >= high.numeral.value:
        return False
    if text.startswith("不等", high.end):
        return True  # 从19.9元到3000元不等
    if not low.certain and _TURNED.match(text[high.end : high.end + _NEAR]):
        return True  # 由原来的1至2天缩短至6小时
    return not _FROM.search(text[max(0, low.start - 14) : low.start])
