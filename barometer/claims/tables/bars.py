"""Reads a table of lines with bars or wide gaps by its heads: "City | Parcels | Growth" says what is counted below.

A number without a unit takes that of its column's head; a percent is a share or a growth if the head, or the line over
the table, says so. Place, period and source of the line over a table hold for each of its rows.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from barometer.claims.english.months import MONTH
from barometer.claims.language import Language
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Match, pattern
from barometer.claims.text.layout import adjoin
from barometer.claims.values import Cue, Mark, Mention, Reading, in_order

_BAR = re.compile(r"\s*\|\s*|(?<=\S) {2,}(?=\S)|(?<=\S) / (?=\S)")
_SHARE = pattern(r"\bshare\b|\bproportion\b|占比|比重|份额")
_PLAIN = pattern(r"^\s*(?:volume|number|total|quantity|amount|throughput|output|handled)\s*$")
_THINGS = pattern(
    r"^\s*(?:(?:units?|pieces|pcs|sets|items)(?: sold| shipped)?|sold|shipped|sales|count|件数|销量|数量)\s*$"
)
"""Heads of columns that count things without naming them."""
_BASES = (
    (
        "yoy",
        pattern(
            r"\by/y\b|\bon year\b|\byoy\b|\byear[- ]on[- ]year\b|\bfrom (?:a|the) year (?:before|earlier|ago)\b"
            r"|\b(?:over|from|on) (?:the )?(?:previous|prior|last) year\b|同比|比上年|较上年"
        ),
    ),
    (
        "mom",
        pattern(
            r"\bm/m\b|\bon month\b|\bmom\b|\bmonth[- ]on[- ]month\b|\bfrom (?:a|the|last) (?:previous |prior )?month\b"
            rf"|\bfrom {MONTH}$|环比"
        ),
    ),
    (
        "since",
        pattern(
            rf"\bfrom {MONTH} [0-9]|\bw/w\b|\bweek[- ]on[- ]week\b|\bfrom (?:a|the|last) (?:previous "
            rf"|prior )?week\b|\bfrom (?:the )?(?:previous|last|prior) (?:survey|round|edition|issue|reading)\b"
            r"|较上(?:周|期)"
        ),
    ),
)
"""How the head of a column names what its changes are from."""
_GROWTH = pattern(
    r"\bgrowth\b|\bchange\b|\bincrease\b|[ymw]/[ymw]\b|\b[ym]o[ym]\b"
    r"|\bon (?:month|year|week)\b|增长|增速|增幅|同比|环比"
)


def with_bars(readings: list[Reading], languages: tuple[Language, Language], text: str) -> list[Reading]:
    """Give the readings with the rows of tables read by the heads over them."""
    if "|" not in text and "  " not in text and " / " not in text:
        return readings
    found = list(readings)
    for index in range(len(readings)):
        over = _over(readings, index, text)
        if _is_head(readings, index, over, text):
            _read_rows(found, index, over, languages, text)
            if over is not None:
                found[index - 1] = replace(_without_units(over), heads=True)
    return found


def _bars(reading: Reading) -> int:
    return len(_BAR.findall(reading.text))


def _over(readings: list[Reading], index: int, text: str) -> Reading | None:
    """Give the line right over another; a blank line may stand below one that is a caption: "Table: …, 2025"."""
    if not index:
        return None
    over = readings[index - 1]
    if _adjoins(readings, index, text):
        return over
    return over if _bars(readings[index]) and _CAPTION.match(over.text) else None


_CAPTION = pattern(r"^\s*(?:table|表|附表)(?: ?[0-9]{1,2})?[:：.　 ] ?[^.。]{2,120}$")


def _adjoins(readings: list[Reading], index: int, text: str) -> bool:
    return adjoin(readings[index - 1].sentence, readings[index].sentence, text)


def _is_head(readings: list[Reading], index: int, over: Reading | None, text: str) -> bool:
    """Say whether a line is the first of a table: bars, and under it a line of numbers with as many."""
    bars = _bars(readings[index])
    if not bars or index + 1 == len(readings) or (over is not None and _bars(over)):
        return False
    follows = readings[index + 1]
    return bool(follows.mentions) and _bars(follows) == bars and _adjoins(readings, index + 1, text)


def _read_rows(
    found: list[Reading], index: int, over: Reading | None, languages: tuple[Language, Language], text: str
) -> None:
    """Read a head and the rows under it, all of which take over what the line over the table says."""
    head = found[index] = _without_units(found[index])
    cells = [] if head.mentions else _BAR.split(head.text)
    told = over.text if over is not None else ""
    row = index
    while row < len(found) and _bars(found[row]) and (row == index or _adjoins(found, row, text)):
        reading = found[row]
        label = _SCALED.search(_BAR.split(reading.text, maxsplit=1)[0])
        own = [mention for mention in reading.mentions if label is None or mention.start >= label.end()]
        mentions = tuple(_scaled(_read_cell(reading, mention, cells, told, languages), label) for mention in own)
        read = replace(reading, mentions=mentions, row=True)
        found[row] = replace(read, marks=tuple(in_order([*reading.marks, *_bases(read, cells, told)])))
        row += 1


def _without_units(head: Reading) -> Reading:
    """Give the heads of a table without the "billion yuan" in which a column is told, which is no number."""
    told = tuple(one for one in head.mentions if any(map(str.isdigit, head.text[one.start : one.end])))
    return head if len(told) == len(head.mentions) else replace(head, mentions=told)


_SCALED = pattern(r"[(（](?:in )?(?P<scale>thousand|million|billion|mn|mln|bn|bln|万|亿) ?[^()（）]{0,16}[)）]\s*$")
_SCALES = {"thousand": 3, "million": 6, "mn": 6, "mln": 6, "billion": 9, "bn": 9, "bln": 9, "万": 4, "亿": 8}


def _scaled(mention: Mention, label: Match | None) -> Mention:
    """Give the number of a row whose label says in what it is told: "Crude oil (million tonnes)"."""
    if label is None or mention.unit == "percent" or mention.numeral.scale != 1:
        return mention
    scale = Decimal(10) ** _SCALES[label.group("scale").lower()]
    numeral = replace(mention.numeral, value=mention.numeral.value * scale, scale=scale)
    return replace(mention, numeral=numeral)


def _bases(reading: Reading, cells: list[str], over: str) -> Iterator[Mark]:
    """Give the base that the head of a column or the line over the table names, in front of each percent under it."""
    for mention in reading.mentions:
        column = len(_BAR.findall(reading.text[: mention.numeral.start] + "0"))
        head = cells[column] if column < len(cells) else ""
        base = next((name for told in (head, over) for name, words in _BASES if words.search(told)), None)
        base = "yoy" if _is_year_before(head, over) else base
        if mention.unit == "percent" and mention.start and _GROWTH.search(head) and base is not None:
            yield Mark(mention.start - 1, mention.start, Cue.BASE, base)


_FROM_MONTH = pattern(rf"\bfrom (?P<month>{MONTH}) (?P<year>20[0-9]{{2}})\b")
_OF_MONTH = pattern(rf"\b(?P<month>{MONTH}) (?P<year>20[0-9]{{2}})\b")


def _is_year_before(head: str, over: str) -> bool:
    """Say whether a head sets figures against the same month of the year before the one that the caption tells."""
    base, told = _FROM_MONTH.search(head), _OF_MONTH.search(over)
    if base is None or told is None or base.group("month") != told.group("month"):
        return False
    return int(told.group("year")) - int(base.group("year")) == 1


_MONEY = (("CNY", pattern(r"\byuan\b|\bCNY\b|\bRMB\b|元")), ("USD", pattern(r"\bdollars?\b|\bUSD\b|\$|美元")))
_OF_MONEY = pattern(r"^\s*(?:yuan|RMB|CNY|USD|US\$|dollars?|元)(?:[ /]|$)")
"""A head that names the money in which its column is told: "Yuan a month"."""
_PRICED = pattern(r"\bprices?\b|\bvalue\b|\bquot|\bcost|\brate\b|价|运价|报价")
_IN_PERCENT = pattern(r"\bin percent\b|\bpercent\b|\bper cent\b|%")


_SUMS = pattern(
    r"[(（](?:in )?(?:(?:RMB|CNY|USD|US\$) ?)?(?P<scale>thousand|million|billion|mn|mln|bn|万|亿)"
    r"(?: (?:yuan|dollars)|元|美元)?(?:[;,，；][^()（）]{0,60})?[)）]"
)
"""What a line over rows without heads says that their bare numbers are told in: "(RMB million; change on 2024)"."""


def _by_caption(reading: Reading, mention: Mention, cells: list[str], head: str, over: str) -> Mention | None:
    """Give a bare number as its column and the line over the table say: "Price", under "(yuan per kg)"."""
    if not cells and (bracket := _SUMS.search(over)) is not None:
        unit = next((unit for unit, words in _MONEY if words.search(bracket.group())), None)
        money = replace(mention, unit=unit, certain=True) if unit is not None else mention
        return _scaled(money, bracket)
    told = f"{head} {over}"
    if _GROWTH.search(head) and _IN_PERCENT.search(told):
        down = reading.text[: mention.numeral.start].endswith(("-", "−", "–"))
        return replace(mention, unit="percent", kind="change", direction="down" if down else "up", certain=True)
    unit = next((unit for unit, words in _MONEY if words.search(told)), None)
    if unit is None and (_OF_INDEX.search(over) or _OF_INDEX.search(head)):
        return _index_cell(reading, mention, head)
    told_in = _PRICED.search(head) or _OF_MONEY.search(head)
    return replace(mention, unit=unit, certain=True) if unit is not None and told_in else None


_OF_INDEX = pattern(r"\b(?:sub-?)?ind(?:ex|ices|exes)\b|指数")


def _index_cell(reading: Reading, mention: Mention, head: str) -> Mention:
    """Give a bare number of a table of indexes as points, under a head of changes as a change of them."""
    if not _GROWTH.search(head):
        return replace(mention, unit="index_point", certain=True)
    down = reading.text[: mention.numeral.start].endswith(("-", "−", "–"))
    return replace(mention, unit="index_point", kind="change", direction="down" if down else "up", certain=True)


def _read_cell(
    reading: Reading, mention: Mention, cells: list[str], over: str, languages: tuple[Language, Language]
) -> Mention:
    column = len(_BAR.findall(reading.text[: mention.numeral.start] + "0"))
    head = cells[column] if column < len(cells) else ""
    if not mention.certain and (read := _by_caption(reading, mention, cells, head, over)) is not None:
        return _scaled(read, _SCALED.search(head))
    if not mention.certain:
        label = _BAR.split(reading.text, maxsplit=1)[0].strip()
        plain = head.partition("(")[0].strip()
        naming = [label, head] if _PLAIN.match(head) else [head, label] if "(" in label else [head, plain]
        units = [unit for words in naming for language in languages if (unit := language.unit_of(words))]
        unit = next(iter(units), "count" if _THINGS.match(head) else None)
        read = mention if unit is None else replace(mention, unit=unit, certain=True)
        return _scaled(read, _SCALED.search(head))
    if mention.unit != "percent" or mention.kind is not None or reading.text[mention.numeral.start - 1] in "+-":
        return mention
    if _GROWTH.search(head):
        return replace(mention, kind="change", direction="up")
    told = _SHARE.search(head) or _SHARE.search(over)
    return replace(mention, kind="share") if told else mention
