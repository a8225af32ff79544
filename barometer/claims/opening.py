"""What holds before the first sentence of a text: whose report it is, of what time and place."""

from collections.abc import Iterable
from datetime import date

from barometer.claims.basing import Base
from barometer.claims.context import Context
from barometer.claims.lexicon import Lexicon
from barometer.claims.places.ground import Ground, lies_abroad, source_place
from barometer.claims.replacing import replace
from barometer.claims.reporting import (
    has_one_source,
    is_bulletin,
    is_own,
    names_source,
    paragraphs_of_index,
    tells,
    tells_of_index,
)
from barometer.claims.sources.sourcing import Voice
from barometer.claims.tables.list_heads import heads_section, is_row
from barometer.claims.text.expressions import Brief, Words
from barometer.claims.times.calendar import year_range
from barometer.claims.times.meaning import Clock
from barometer.claims.values import Cue, PeriodRole, PlaceMark, Reading
from barometer.model import Because


def opening(published: date | None, source: str | None, lexicon: Lexicon, readings: Iterable[Reading]) -> Context:
    """Give the context before the first sentence."""
    listed = list(readings)
    own = is_own(listed, source)
    issued = own and not listed[0].chinese
    dated = _of_table(listed)
    bulletin = dated is not None or is_bulletin(listed, issued=issued)
    titled = [
        mark
        for reading in listed
        if reading.sentence.title
        for mark in reading.places
        if mark.name and not _is_of_project(reading.text, mark, lexicon)
    ]
    names = tuple(mark.name for mark in titled if mark.name)
    held = {
        mark.name
        for mark in titled
        if mark.name and mark.part in {"subject", "origin"} and mark.level != "region" and mark.name in lexicon.places
    }
    home = _innermost(held, lexicon)
    town = source_place(source, lexicon)
    home = town if home is None and not names and _speaks_of_itself(listed) else home
    of_body = home is not None and home == town
    of_firm = home is not None and _FIRM_REPORT.search(listed[0].text) is not None
    of_part = home is not None and town is not None and town in lexicon.enclosing(home)
    of_its_own = dated is not None or of_body or of_firm or of_part
    carried = home if listed and (of_its_own or not listed[0].chinese) else None
    ground = Ground(carried, seen=names, source=town, home=home)
    one_voice = bulletin and not _is_digest(listed)
    one_voice = one_voice and (
        (own and listed[0].chinese) or (names_source(listed) and (own or has_one_source(listed)))
    )
    long = bulletin and listed[-1].sentence.paragraph >= _LEAST_PARAGRAPHS
    periodical = bool(listed) and _PERIODICAL.found_in(listed[0].text) is not None
    long = long and (own or of_firm or not listed[0].chinese or periodical)
    clock = dated or _of_year(listed, published) or Clock(None)
    return Context(
        replace(clock, published=published, whole=bulletin, reports=long),
        ground,
        Voice(),
        _of_all(listed),
        bulletin=bulletin,
        one_voice=one_voice,
        of_index=paragraphs_of_index(listed) if bulletin else frozenset(),
        sectioned=_is_sectioned(listed),
        dated=dated is not None,
    )


def _is_of_project(text: str, mark: PlaceMark, lexicon: Lexicon) -> bool:
    """Say whether a place abroad in a Chinese title is only where a firm is to build something: 拟在越南投资5亿元."""
    led = text[mark.start - 1 : mark.start] in {"在", "赴", "到", "于"}
    return (
        led
        and lies_abroad(mark.name, lexicon)
        and _PROJECT.match(text[mark.end : mark.end + _LONGEST_PROJECT]) is not None
    )


_PROJECT = Brief(r"^(?:的)?(?:\p{Han}{0,4})?(?:投资|建厂|设厂|建设|新建|扩建|扩产|布局|增资|收购|设立|建)")
_LONGEST_PROJECT = 10


def _innermost(held: set[str], lexicon: Lexicon) -> str | None:
    """Give the one place that a title tells of, or the one in it that lies in all the others: 义乌市佛堂镇."""
    inner = [name for name in held if held <= {name, *lexicon.enclosing(name)}]
    return inner[0] if inner else None


def _is_digest(readings: list[Reading]) -> bool:
    """Say whether a text is news from many, section by section, so that who speaks in one speaks in no other."""
    sections = [
        reading.sentence.paragraph
        for reading in readings
        if not reading.sentence.title and _SECTION.match(reading.text[:_LONGEST_SECTION]) is not None
    ]
    if len(set(sections)) < _LEAST_SECTIONS or tells_of_index(
        "\n".join(reading.text for reading in readings[:_OPENING])
    ):
        return False
    speaking = (reading for reading in readings if not reading.sentence.title and reading.speakers)
    first = next((reading.sentence.paragraph for reading in speaking), None)
    return first is not None and first >= sections[0]


def _is_sectioned(readings: list[Reading]) -> bool:
    """Say whether a Chinese text is news in sections, each under a line of its own: 【外贸】…【会展】…【物流】….

    Sections behind figures of the whole are parts of one report.
    """
    body = [reading for reading in readings if not reading.sentence.title]
    heads = [index for index, reading in enumerate(body) if heads_section(reading.text)]
    return len(heads) >= _LEAST_SECTIONS and not any(map(tells, body[: heads[0]]))


_SECTION = Brief(r"^\s*(?:【[^】]{2,8}】|[\u2600-\u27bf\U0001f300-\U0001faff])")
"""What opens a section of a digest: 【外贸】, "📦 TRADE"."""
_LONGEST_SECTION = 16
_LEAST_SECTIONS = 3


def _of_all(readings: list[Reading]) -> Base:
    """Give the base that a text says all its figures have, none if it says so of none."""
    for reading in readings:
        if Cue.EVERY in reading.cues:
            mark = reading.between(0, len(reading.text), Cue.EVERY)[0]
            start = reading.sentence.start
            return Base(mark.value, Because("said of all figures", start + mark.start, start + mark.end), whole=True)
    return Base()


_LEAST_PARAGRAPHS = 3
_PERIODICAL = Words(["周报", "月报", "季报", "周评", "月评", "旬报"])
_FIRM_REPORT = Brief(r"(?:公司|集团|股份)[^，。]{0,14}(?:报告|公告|年报|季报|快报|预告|摘要)")
"""What is a firm's own report, which is of where its name says that it lies."""


def _speaks_of_itself(readings: list[Reading]) -> bool:
    """Say whether the title of a Chinese text tells of the town of the body that issues it: 我市出台十条措施."""
    titles = [reading for reading in readings if reading.sentence.title and reading.chinese]
    own = [reading.text[mark.start : mark.end] for reading in titles for mark in reading.places if mark.name is None]
    return any(words.startswith(("我市", "我县", "我区", "全市", "全县")) for words in own)


def _of_year(readings: list[Reading], published: date | None) -> Clock | None:
    """Give the year over that the title of a Chinese report on it tells, which is what 全年 means there."""
    titles = [reading for reading in readings if reading.sentence.title and reading.chinese]
    if not any(_YEARLY.found_in(reading.text) for reading in titles):
        return None
    told = [reading for reading in readings if not reading.sentence.title][:_OPENING]
    for reading in (*titles, *(one for one in told if not one.mentions)):
        for mark in reading.periods:
            year = mark.first.year if mark.first is not None else 0
            if published is not None and year == published.year - 1 and (mark.first, mark.last) == year_range(year):
                start = reading.sentence.start
                because = Because("time expression", start + mark.start, start + mark.end)
                return Clock(None, carried=year_range(year), carried_because=because)
    return None


_OPENING = 2
"""Sentences behind a title in which the year may be told of which the text is."""
_YEARLY = Words(["公报", "统计", "决算", "回顾", "总结", "工作报告", "成绩单", "数据", "情况", "运行", "年度"])


def _lists_all(readings: list[Reading]) -> bool:
    """Say whether all that a text tells stands in the rows of one list: 1. 客流：…; 2. 快递：…."""
    telling = [reading.text for reading in readings if reading.mentions and not reading.sentence.title]
    return len(telling) >= _LEAST_SECTIONS and all(map(is_row, telling))


def _of_table(readings: list[Reading]) -> Clock | None:
    """Give the time that the title of a Chinese text tells, if nothing but a table stands under it."""
    first = next((reading for reading in readings if not reading.sentence.title and reading.mentions), None)
    if first is None or not first.chinese or not (first.row or _lists_all(readings)):
        return None
    titles = [reading for reading in readings if reading.sentence.title]
    for reading in titles:
        for mark in reading.periods:
            if mark.role in {PeriodRole.CURRENT, PeriodRole.AS_OF} and mark.last is not None:
                start = reading.sentence.start
                because = Because("time expression", start + mark.start, start + mark.end)
                return Clock(None, carried=(mark.first, mark.last), carried_because=because)
    return None
