"""Joins the two ends of a range into one mention: 10%至15%, 八九千."""

from collections.abc import Iterator
from dataclasses import replace

from barometer.claims.scanning import pattern
from barometer.claims.values import Mention

_RANGE_GAPS = frozenset({"-", "–", "—", "~", "至", "到", "～", "∽", "──", "——", "或", "、"})
_FROM = pattern(r"(?:由|从|自)(?:原来的|原先的|之前的|此前的|去年的|[^，。；,、]{0,8}的)?$")


def joined(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Join the two ends of a range into one mention; a bare low end takes unit and scale of the high end."""
    index = 0
    while index < len(found):
        low = found[index]
        high = found[index + 1] if index + 1 < len(found) else None
        if high is not None and _is_range(text, low, high):
            first = low.numeral.value
            if not low.certain and low.numeral.scale == 1 and high.numeral.scale >= 10000:
                first *= high.numeral.scale
            numeral = replace(low.numeral, end=high.numeral.end, value=first, value_max=high.numeral.value)
            modifier = low.modifier if low.modifier != "eq" else high.modifier
            yield replace(
                low, end=high.end, numeral=numeral, unit=high.unit, noun=high.noun, certain=True, modifier=modifier
            )
            index += 2
        else:
            yield low
            index += 1


def _is_range(text: str, low: Mention, high: Mention) -> bool:
    gap = text[low.end : high.start].strip()
    if gap not in _RANGE_GAPS or not high.certain or (low.certain and low.unit != high.unit):
        return False
    first = low.numeral.value
    if not low.certain and low.numeral.scale == 1 and high.numeral.scale >= 10000:
        first *= high.numeral.scale
    if first >= high.numeral.value:
        return False
    if gap in {"、", "或"}:
        return False
    if text.startswith("不等", high.end):
        return True  # 从19.9元到3000元不等
    return not _FROM.search(text[max(0, low.start - 14) : low.start])
