"""Reads lists whose head says in brackets what their bare numbers are: "Volume by type (million parcels; change …)"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from barometer.claims.language import Language
from barometer.claims.replacing import replace
from barometer.claims.text.layout import adjoin
from barometer.claims.values import Mention, Reading

_HEAD = re.compile(
    r"[(（](?:in )?(?P<scale>thousand|million|billion|10,000|万|亿)? ?"
    r"(?P<unit>[a-z][a-z -]{2,20}?|[\u4e00-\u9fff]{1,3})(?:[;,，；] ?[^()（）]{0,60})?[)）]\s*[:：]?\s*$"
)
_ROW = re.compile(
    r"\s*(?:[-–•·*] )?[^:：;|0-9]{2,60}[:：] ?(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?=\s*(?:$|[;；,，(（] ?))"
)
_HEAD_OF_CHANGES = re.compile(
    r"[(](?P<unit>[A-Za-z][A-Za-z' -]{2,40}?) and (?:its )?(?:year-on-year |month-on-month |annual |monthly |yearly )?"
    r"(?:change|growth)[)]\s*:?\s*$"
)
"""What rows of a figure and its change are of: "By city (June parcel volume and year-on-year change)"."""
_SPACED_ROW = re.compile(
    r"\s*[A-Z][A-Za-z' -]{2,40}?  +(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?: [a-z]+)?  +[+-]?[0-9.]+ ?%\s*$"
)
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "10,000": 4, "万": 4, "亿": 8}


def with_listed(readings: list[Reading], languages: tuple[Language, Language], text: str) -> list[Reading]:
    """Give the readings with the rows of lists read by the brackets of the lines over them."""
    found = list(readings)
    for index, reading in enumerate(readings[:-1]):
        if not reading.text.rstrip().endswith((")", "）", ":", "：")):
            continue
        changes = _HEAD_OF_CHANGES.search(reading.text)
        head = changes or _HEAD.search(reading.text)
        unit = _unit_of(head.group("unit"), languages) if head is not None else None
        if head is None or unit is None:
            continue
        rows = list(_rows(readings, index, text, _ROW if changes is None else _SPACED_ROW))
        scale = head.group("scale") if changes is None else None
        if rows:
            inside = tuple(one for one in reading.mentions if one.start < head.start())
            found[index] = replace(reading, mentions=inside, heads=True)
        for row, start in rows:
            own = tuple(_told_in(one, start, unit, scale) for one in readings[row].mentions)
            found[row] = replace(readings[row], mentions=own, row=True)
    return found


def _unit_of(words: str, languages: tuple[Language, Language]) -> str | None:
    return next((unit for language in languages if (unit := language.unit_of(words)) is not None), None)


def _rows(readings: list[Reading], index: int, text: str, form: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Give the rows right under a head: which reading, and where the number stands that its label names."""
    for row in range(index + 1, len(readings)):
        told = form.match(readings[row].text)
        if told is None or not adjoin(readings[row - 1].sentence, readings[row].sentence, text):
            return
        yield row, told.start("number")


def _told_in(mention: Mention, start: int, unit: str, scale: str | None) -> Mention:
    """Give the number behind the label of a row in the unit and scale of the head."""
    if mention.numeral.start != start or mention.certain or (scale and mention.numeral.scale != 1):
        return mention
    times = Decimal(10) ** _SCALES.get(scale or "", 0)
    scaled = replace(mention.numeral, value=mention.numeral.value * times, scale=times)
    numeral = scaled if times > 1 else mention.numeral
    return replace(mention, unit=unit, numeral=numeral, certain=True)
