"""Reads the rows of a table by its head: 增幅 over a column makes its percents changes, 展位 names what is counted."""

import re
from collections.abc import Iterator

from barometer.claims.language import Chooser
from barometer.claims.replacing import replace
from barometer.claims.times.tables import Times, in_columns, times_of_columns
from barometer.claims.values import Column, Cue, Mark, Mention, PlaceMark, Reading, in_order

_LEAST_CELLS = 2


def with_tables(readings: list[Reading], pick: Chooser) -> list[Reading]:
    """Give the readings with the rows under a line of heads read by them."""
    found = list(readings)
    heads: list[Column] | None = None
    times: Times = {}
    last, units_at, others = -_LEAST_CELLS, -1, False
    for index, reading in enumerate(readings):
        if "|" not in reading.text and (" " not in reading.text or reading.text.isascii()):
            heads, last = None, reading.sentence.paragraph
            continue
        if _NUMBERED.match(reading.text):
            heads, last = None, reading.sentence.paragraph
            continue
        cells = _words_of_cells(reading.text)
        near = reading.sentence.paragraph - last == 1
        last = reading.sentence.paragraph
        if (
            len(cells) < _LEAST_CELLS
            or not any(map(str.isalnum, cells[0]))
            or reading.text.rstrip().endswith(("。", ".", "；"))
        ):
            heads = None
        elif heads is not None and near and len(heads) == len(cells):
            row = _by_heads(*_in_own_unit(reading, heads, cells, units_at, pick))
            row = replace(row, periods=in_columns(row, times, _cells(row.text))) if times else row
            found[index] = replace(row, places=_elsewhere(row)) if others else row
        elif not any(cell[:1].isdigit() and not _DATED_HEAD.match(cell) for cell in cells):
            heads = [replace(pick(reading.text).column(cell), before=cell.lower() in _BEFORE) for cell in cells]
            times = times_of_columns(reading, _cells(reading.text))
            others = cells[0] in _ELSEWHERE
            units_at = next((at for at, cell in enumerate(cells) if cell in _UNIT_COLUMN), -1)
            over = readings[index - 1] if near and not readings[index - 1].row else None
            if over is not None and _is_caption(over):
                found[index - 1], found[index] = replace(over, heads=True), replace(reading, row=True)
                heads = _in_unit(heads, pick(over.text).column(over.text))
        else:
            heads = None
    return found


_NUMBERED = re.compile(r"\s*附?表(?:[0-9]{1,2}|[一二三四五六七八九十])?[ \u3000:：][^|]{4,40}$")
"""A caption with the number of its table: 表1 1—5月部分城市快递业务量."""
_DATED_HEAD = re.compile("[0-9]{1,4}(?:[—-][0-9]{1,2})?[年月][^0-9.%]*$|(?:19|20)[0-9]{2}$")
"""A head that tells of when its column is: 2024年, 1月业务量."""
_BEFORE = frozenset({"上期", "上周", "上一期", "上轮", "previous", "prior", "last week", "week ago", "previous week"})
"""Heads of the levels before, whose time no table tells."""
_ELSEWHERE = frozenset({"目的地", "来源地", "客源地", "国别", "国家", "市场", "航线", "流向"})
"""Heads of a column of places with which something is done: the rows are not about them."""


def _elsewhere(row: Reading) -> tuple[PlaceMark, ...]:
    return tuple(replace(place, part="partner") for place in row.places)


_UNIT_COLUMN = ("单位", "计量单位")


def _in_own_unit(
    reading: Reading, heads: list[Column], cells: list[str], units_at: int, pick: Chooser
) -> tuple[Reading, list[Column]]:
    """Give a row and its heads in the unit that a column of units tells for it: 电动工具　万台　4862.3."""
    if units_at < 0:
        return reading, heads
    told = pick(reading.text).column(f"（{cells[units_at]}）")
    low, high = _cells(reading.text)[units_at]
    mentions = tuple(one for one in reading.mentions if not low <= one.numeral.start < high)
    own = [
        told if told.given and at not in {0, units_at} and head.unit is None and head.direction is None else head
        for at, head in enumerate(heads)
    ]
    return replace(reading, mentions=mentions), own


_SENTENCE_ENDS = ("。", ".", "；", "！", "!", "？", "?")


def _is_caption(line: Reading) -> bool:
    """Say whether a line over the heads of a table tells what it shows: 附表：上半年主要品类毛利率."""
    cells = 1 if _NUMBERED.match(line.text) else len(_cells(line.text))
    return cells < _LEAST_CELLS and not line.sentence.title and not line.text.rstrip().endswith(_SENTENCE_ENDS)


def _in_unit(heads: list[Column], told: Column) -> list[Column]:
    """Give the heads with those that name no unit read in the one that the line over the table states."""
    if not told.given:
        return heads
    plain = Column(told.unit, told.scale, given=True)
    heads = [replace(head, unit=told.unit, scale=told.scale, given=True) if head.differs else head for head in heads]
    return [
        replace(plain, before=head.before) if head.unit is None and head.direction is None else head for head in heads
    ]


def _by_heads(reading: Reading, heads: list[Column]) -> Reading:
    """Give a row with its numbers read by the heads of their columns."""
    spans = _cells(reading.text)
    settled = [_under(reading.text, mention, heads, spans) for mention in reading.mentions]
    marks = [*reading.marks, *_bases(heads, spans)]
    return replace(reading, mentions=tuple(settled), marks=tuple(in_order(marks)), row=True)


def _bases(heads: list[Column], spans: list[tuple[int, int]]) -> Iterator[Mark]:
    """Give the base that the head of a column names, or that it is of before, in front of each number under it."""
    for (low, _high), column in zip(spans, heads, strict=False):
        if column.base and low:
            yield Mark(low - 1, low, Cue.BASE, column.base)
        elif column.before and low:
            yield Mark(low - 1, low, Cue.OLD)


def _words_of_cells(text: str) -> list[str]:
    return [text[start:end] for start, end in _cells(text)]


def _cells(text: str) -> list[tuple[int, int]]:
    """Give where the cells of a line stand: between its bars, if it has any, else between its spaces."""
    if "|" in text:
        return [match.span("cell") for match in _BETWEEN_BARS.finditer(text)]
    return [match.span() for match in _BETWEEN_SPACES.finditer(text)]


def _under(text: str, mention: Mention, heads: list[Column], spans: list[tuple[int, int]]) -> Mention:
    """Give a number as the head of its column says; a number that does not fill its cell stays as it is."""
    column = heads[sum(high <= mention.numeral.start for _low, high in spans)]
    if column.share and mention.unit == "percent":
        return replace(mention, kind="share")
    if column.direction is not None and mention.unit in _GROWN:
        return _grown(text, mention, column)
    if column.unit is None or (mention.certain and mention.unit != "count"):
        return mention
    if mention.certain or mention.counted:
        return replace(mention, unit=column.unit, certain=True)
    numeral = replace(mention.numeral, value=mention.numeral.value * column.scale)
    return replace(mention, numeral=numeral, unit=column.unit, certain=True) if column.given else mention


_BETWEEN_SPACES = re.compile("[^ ]+")
_BETWEEN_BARS = re.compile(r"(?:^|\|)\s*(?P<cell>[^|\s](?:[^|]*[^|\s])?)")
_GROWN = frozenset({"percent", "percentage_point", "count"})


def _grown(text: str, mention: Mention, column: Column) -> Mention:
    """Give a number under 增幅 as a change; a bare one takes its unit from the head or stays none."""
    down = text[mention.numeral.start - 1 : mention.numeral.start] in {"-", "−"} or column.direction == "down"
    unit = mention.unit if mention.unit != "count" else column.unit if column.given else None
    told = text[mention.start - 1 : mention.start] not in " |-−+"  # the cell itself says 下降6.8%
    if unit is None or told:
        return mention
    scaled = replace(mention.numeral, value=mention.numeral.value * column.scale)
    return replace(
        mention,
        numeral=scaled if unit == column.unit and column.given else mention.numeral,
        unit=unit,
        kind="change",
        direction="flat" if not scaled.value else "down" if down else "up",
        certain=True,
    )
