"""What one sentence hands on to the next: place, period, source and base, as a careful reader carries them."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from barometer.claims.basing import NO_BASE, Base, bases_told
from barometer.claims.calendar import NO_PERIOD, Range, year_range
from barometer.claims.language import is_chinese
from barometer.claims.lexicon import Lexicon
from barometer.claims.noting import defines, opens_notes
from barometer.claims.placing import Ground, Placed, next_ground, source_place
from barometer.claims.reporting import has_one_source, is_bulletin, is_own, names_source, paragraphs_of_index
from barometer.claims.scanning import pattern
from barometer.claims.sourcing import Voice, next_voice
from barometer.claims.time_going_on import next_clock
from barometer.claims.time_meaning import Clock, Dated
from barometer.claims.values import Because, Cue, Draft, PeriodRole, Reading, quotes


class Context(NamedTuple):
    """Everything that a sentence takes over from what was read before it.

    `bulletin` says that the text is one body's report on one period, so that source and period outlive a paragraph.
    `index_day` says that the period is the day on which an index stood so; `of_index` has the paragraphs about it.
    `asked` says that a question was the last that was read, `plain` that nobody is quoted with the first figures.
    `aimed` is the time of the goal that the sentence before set, which its parts (其中) share.
    """

    clock: Clock
    ground: Ground
    voice: Voice
    base: Base = NO_BASE
    paragraph: int = -1
    unit: str | None = None
    indicator: tuple[int, int] | None = None
    bulletin: bool = False
    one_voice: bool = False
    main: Clock | None = None
    main_voice: Voice | None = None
    main_base: Base | None = None
    main_ground: Ground | None = None
    listing: "Context | None" = None
    kind: str | None = None
    plan: str | None = None
    aimed: Dated | None = None
    index_day: bool = False
    of_index: frozenset[int] = frozenset()
    asked: bool = False
    plain: bool = False
    noted: bool = False


def opening(published: date | None, source: str | None, lexicon: Lexicon, readings: Iterable[Reading]) -> Context:
    """Give the context before the first sentence."""
    listed = list(readings)
    every = next(
        (
            Base(
                mark.value,
                Because("said of all figures", reading.sentence.start + mark.start, reading.sentence.start + mark.end),
                whole=True,
            )
            for reading in listed
            for mark in reading.between(0, len(reading.text), Cue.EVERY)
        ),
        Base(),
    )
    issued = bool(listed) and not is_chinese(listed[0].text) and is_own(listed, source)
    dated = _of_table(listed)
    bulletin = dated is not None or is_bulletin(listed, issued=issued)
    titled = [mark for reading in listed if reading.sentence.title for mark in reading.places if mark.name]
    names = tuple(mark.name for mark in titled if mark.name)
    held = {
        mark.name
        for mark in titled
        if mark.part in {"subject", "origin"} and mark.level != "region" and mark.name in lexicon.places
    }
    home = held.pop() if len(held) == 1 else None
    town = source_place(source, lexicon)
    of_body = home is not None and home == town
    carried = home if listed and (dated is not None or of_body or not is_chinese(listed[0].text)) else None
    ground = Ground(carried, seen=names, source=town, home=home)
    own = is_own(listed, source)
    one_voice = bulletin and (
        (own and is_chinese(listed[0].text)) or (names_source(listed) and (own or has_one_source(listed)))
    )
    long = bulletin and listed[-1].sentence.paragraph >= _LEAST_PARAGRAPHS
    long = long and (own or not is_chinese(listed[0].text))
    return Context(
        (dated or _of_year(listed, published) or Clock(None))._replace(
            published=published, whole=bulletin, reports=long
        ),
        ground,
        Voice(),
        every,
        bulletin=bulletin,
        one_voice=one_voice,
        of_index=paragraphs_of_index(listed) if bulletin else frozenset(),
    )


_LEAST_PARAGRAPHS = 3


def _of_year(readings: list[Reading], published: date | None) -> Clock | None:
    """Give the year over that the title of a Chinese report on it tells, which is what 全年 means there."""
    for reading in readings:
        if not reading.sentence.title or not is_chinese(reading.text) or not _YEARLY.found_in(reading.text):
            continue
        for mark in reading.periods:
            year = mark.first.year if mark.first is not None else 0
            if published is not None and year == published.year - 1 and (mark.first, mark.last) == year_range(year):
                start = reading.sentence.start
                because = Because("time expression", start + mark.start, start + mark.end)
                return Clock(None, carried=year_range(year), carried_because=because)
    return None


_YEARLY = pattern(r"公报|统计|决算|回顾|总结|工作报告|成绩单|数据|情况|运行|年度")


def _of_table(readings: list[Reading]) -> Clock | None:
    """Give the time that the title of a Chinese text tells, if nothing but a table stands under it."""
    first = next((reading for reading in readings if not reading.sentence.title and reading.mentions), None)
    if first is None or not first.row or not is_chinese(first.text):
        return None
    titles = [reading for reading in readings if reading.sentence.title]
    for reading in titles:
        for mark in reading.periods:
            if mark.role in {PeriodRole.CURRENT, PeriodRole.AS_OF} and mark.last is not None:
                start = reading.sentence.start
                because = Because("time expression", start + mark.start, start + mark.end)
                return Clock(None, carried=(mark.first, mark.last), carried_because=because)
    return None


def entering(context: Context, reading: Reading) -> Context:
    """Give the context in which a sentence is read: a new paragraph forgets what only held for the one before it."""
    if context.noted or (reading.sentence.paragraph != context.paragraph and opens_notes(reading.text)):
        return _in_notes(context, reading)
    if reading.sentence.paragraph == context.paragraph:
        return _of_goal(context, reading) if context.aimed is not None else _resuming(context, reading)
    if context.listing is not None and (reading.row or is_row(reading.text)):
        return context.listing._replace(paragraph=reading.sentence.paragraph, listing=context.listing)
    if context.bulletin:
        clock = context.main or _without_stock(context.clock, reading)
        if context.index_day and reading.sentence.paragraph in context.of_index:
            clock = clock._replace(of_index=True)
        elif context.index_day:
            clock = clock._replace(carried=NO_PERIOD, carried_because=None)
        voice = _kept(context, reading)
        base = context.main_base or context.base
    else:
        clock = context.clock
        leads = context.main is None and not is_chinese(reading.text) and _is_long(clock.carried)
        leads = leads and reading.sentence.paragraph <= _BEHIND_LEAD
        if clock.carried != NO_PERIOD and not (context.asked or leads):  # an answer is about the time asked about
            clock = clock._replace(carried=NO_PERIOD, carried_because=None)
        voice = context.voice._replace(speaking=False) if context.voice.speaking else context.voice
        base = context.base if context.base.whole else Base()
    entered = context._replace(
        paragraph=reading.sentence.paragraph,
        unit=None,
        indicator=None,
        listing=None,
        plan=None,
        clock=clock,
        voice=voice,
        base=base,
        ground=_at_home(context),
    )
    return _resuming(entered, reading)


def _in_notes(context: Context, reading: Reading) -> Context:
    """Give the context of the notes under a report: no time and no source holds for them, no place for a definition."""
    nowhere = Ground(seen=context.ground.seen, source=context.ground.source)
    ground = nowhere if defines(reading.text) else _at_home(context)
    clock = Clock(context.clock.published)
    return context._replace(
        paragraph=reading.sentence.paragraph, clock=clock, ground=ground, voice=Voice(), base=Base(), unit=None,
        indicator=None, listing=None, plan=None, aimed=None, bulletin=False, main=None, main_voice=None, main_base=None,
        one_voice=False, noted=True,
    )  # fmt: skip


def _of_goal(context: Context, reading: Reading) -> Context:
    """Give the context with the goal of the sentence before, where a Chinese sentence goes on with its parts."""
    aimed = context.aimed
    if aimed is None or not reading.text.lstrip().startswith("其中"):
        return context._replace(aimed=None)
    clock = context.clock._replace(carried=aimed.span, carried_because=aimed.because, planned=True)
    return context._replace(clock=clock, plan="target")


_BEHIND_LEAD = 2
"""The paragraph behind the one that opens a story, which follows the title."""


def _is_long(span: Range) -> bool:
    """Say whether a time is longer than a day, as that of a story's opening: "exports grew in July"."""
    return span[0] is not None and span[1] is not None and span[0] < span[1]


_FIRST_PERSON = pattern(r"\b(?:we|our|my|(?-i:I))\b")


def _resuming(context: Context, reading: Reading) -> Context:
    """Give the context with the time of an English story's first figures, where a sentence goes on with such figures.

    "Exports rose 6 percent in October. … Shipments to Japan grew 3 percent": a change without a time of its own, told
    by nobody.
    """
    if (
        context.bulletin
        or context.main is None
        or not context.plain
        or context.clock.carried != NO_PERIOD
        or is_chinese(reading.text)
    ):
        return context
    grown = any(mention.unit == "percent" for mention in reading.mentions) and any(
        reading.between(0, len(reading.text), Cue.GROWTH)
    )
    telling = any(one.reach is None and one.scope != "sentence" for one in reading.speakers)
    told = telling or quotes(reading.text) or _FIRST_PERSON.found_in(reading.text)
    dated = any(not mark.aside for mark in reading.periods)
    if not grown or dated or told:
        return context
    return context._replace(clock=context.main, base=context.base if context.base.value else _first_base(context))


def _first_base(context: Context) -> Base:
    """Give the base of a story's first figures, for changes told like them."""
    return context.main_base or context.base


_ROW = re.compile(r"\s*(?:[(（]?[0-9a-z一二三四五六七八九十]{1,2}[)）.、．]|[-–—•·*●▪]|[①-⑳]|[0-9] ?\ufe0f?\u20e3)\s*")


def is_row(text: str) -> bool:
    """Say whether a line is one of a list: it opens with a number or a bullet."""
    return _ROW.match(text) is not None


def _at_home(context: Context) -> Ground:
    """Give the ground of a new paragraph of a bulletin: the place that the bulletin is about."""
    main = context.main_ground
    ground = context.ground
    if main is None or (ground.carried, ground.because) == (main.carried, main.because):
        return ground
    return ground._replace(carried=main.carried, because=main.because)


def _kept(context: Context, reading: Reading) -> Voice:
    """Give who speaks in the next paragraph of a bulletin: its one source, if its opening names it."""
    main = context.main_voice or context.voice
    if context.one_voice and main.name is not None and is_chinese(main.name) != is_chinese(reading.text):
        return context.voice  # the other half of a text in two languages
    if context.one_voice:
        return main
    return context.voice._replace(speaking=False)


class Told(NamedTuple):
    """What a sentence told: its drafts, and the periods and places that they rest on."""

    drafts: list[Draft]
    dated: list[Dated]
    placed: list[Placed]


def _told_apart(told: Told) -> tuple[list[Dated], list[Dated]]:
    """Give the periods of what is told, and those of the old levels beside it; of old levels alone, as of anything."""
    current: list[Dated] = []
    past: list[Dated] = []
    for dated, draft in zip(told.dated, told.drafts, strict=True):
        (past if _is_past(draft) else current).append(dated)
    only_against = not current and any(draft.role.name != "old" for draft in told.drafts)
    return (current, past) if current or only_against else (told.dated, [])


def _is_past(draft: Draft) -> bool:
    """Say whether a figure is only what another is set against: "compared with a 6.1 percent gain in May"."""
    return draft.role.name == "old" or draft.mention.against


_AMONG = pattern(r"\bamong (?:[\w']+ ){0,4}$")


def _lasting(told: Told) -> list[Placed]:
    """Give the places without that of those among which something is ranked: "third among the province's 11 cities".

    A part that is told of beside its whole is no place of the text: 其中义乌市占八成左右.
    """
    if not told.drafts:
        return told.placed
    reading = told.drafts[0].reading
    if any(reading.between(0, len(reading.text), Cue.LIST)):
        own = {placed.name for placed in told.placed if not placed.inherited}
        return told.placed if len(own) < _SHARED_OUT else [Placed()]
    if any(reading.between(0, len(reading.text), Cue.PART)):
        return [placed for placed, draft in zip(told.placed, told.drafts, strict=True) if not _is_of_part(draft)]
    if "among" not in reading.text:
        return told.placed
    return [
        placed
        for placed, draft in zip(told.placed, told.drafts, strict=True)
        if not _AMONG.search(draft.reading.text[: draft.mention.start])
    ]


_SHARED_OUT = 2
"""So many places in one sentence have each its own figure: 义乌、东阳分别增长20%和5%."""


def _is_of_part(draft: Draft) -> bool:
    """Say whether a figure is the share of a place in the figure before: 其中义乌市占八成左右."""
    reading, at = draft.reading, draft.mention.start
    return draft.kind == "share" and reading.last(reading.clause(at)[0] - 1, at, Cue.PART) is not None


def _unit_told(told: Told, lexicon: Lexicon) -> str | None:
    """Give the unit of the last figure that counts or weighs something, which a later bare number may take up."""
    units = (draft.mention.unit for draft in reversed(told.drafts))
    return next((unit for unit in units if lexicon.dimension(unit) not in {"ratio", "point", "times", "rank"}), None)


def _unit_headed(reading: Reading) -> str | None:
    """Give the unit of the rows under a line that names an index: "May index (change from previous month)"."""
    line = not reading.mentions and reading.text.rstrip()[-1:] not in {".", "?", "!", "。", "？", "！"}
    named = line and not reading.sentence.title and reading.last(0, len(reading.text), Cue.INDEX) is not None
    return "index_point" if named else None


def leaving(context: Context, reading: Reading, told: Told, original: str, lexicon: Lexicon) -> Context:
    """Give the context after a sentence."""
    current, past = _told_apart(told)
    clock = _of_report(next_clock(context.clock, reading, current, past), context, reading)
    clock = _with_day(clock, reading)
    voice = next_voice(context.voice, reading, original)
    if context.one_voice and not voice.speaking and context.main_voice is not None:
        voice = context.main_voice._replace(person=voice.person)
    base, first = bases_told(context.base, reading, told.drafts, lexicon)
    main = context.main or (clock if _goes_on(clock, told, reading) else None)
    of_index = any(draft.mention.unit == "index_point" for draft in told.drafts)
    one_day = clock.carried[0] is not None and clock.carried[0] == clock.carried[1]
    main_voice = context.main_voice or (voice if told.drafts else None)
    ground = next_ground(context.ground, reading, _lasting(told), lexicon)
    after = context._replace(
        clock=clock,
        ground=ground,
        main_ground=context.main_ground or (_first_ground(ground) if told.drafts else None),
        voice=voice,
        base=base if not base.whole else context.base,
        unit=_unit_told(told, lexicon) or _unit_headed(reading) or context.unit,
        kind=told.drafts[-1].kind if told.drafts else context.kind,
        indicator=told.drafts[-1].indicator if told.drafts else context.indicator,
        main=main,
        plain=context.plain or (context.main is None and main is not None and not quotes(reading.text)),
        index_day=context.index_day if context.main else of_index and one_day,
        main_voice=main_voice,
        main_base=context.main_base or first or (base if base.value else None),
        aimed=_goal(told) if is_chinese(reading.text) else None,
        plan=None if context.aimed is not None else context.plan,
        asked=not told.drafts and reading.text.rstrip().endswith(("?", "？")),
    )
    heads = reading.heads or reading.text.rstrip().endswith((":", "："))
    return after._replace(listing=_listing(after, reading)) if heads else after


def _without_stock(clock: Clock, reading: Reading) -> Clock:
    """Give the clock of a Chinese report for its next paragraph: without the day up to which a stock was told."""
    stock = clock.carried[0] is None and clock.carried != NO_PERIOD and is_chinese(reading.text)
    return clock._replace(carried=NO_PERIOD, carried_because=None) if stock else clock


def _goes_on(clock: Clock, told: Told, reading: Reading) -> bool:
    """Say whether the time of a sentence's figures is that of what follows: in Chinese no day up to which all holds."""
    lasts = clock.carried[0] is not None or not is_chinese(reading.text)
    return lasts and clock.carried != NO_PERIOD and bool(told.drafts)


def _with_day(clock: Clock, reading: Reading) -> Clock:
    """Give the clock with the first day that the text tells of."""
    if clock.day != NO_PERIOD:
        return clock
    days = (mark for mark in reading.periods if mark.role is PeriodRole.CURRENT and mark.first == mark.last is not None)
    first = next(days, None)
    return clock if first is None else clock._replace(day=(first.first, first.last))


def _goal(told: Told) -> Dated | None:
    """Give the time of the goal that a sentence sets, if all that it tells is one."""
    aimed = bool(told.drafts) and all(draft.status == "target" for draft in told.drafts)
    return told.dated[-1] if aimed else None


def _of_report(clock: Clock, context: Context, reading: Reading) -> Clock:
    """Give the clock of an English report back its period after a sentence that told of a day."""
    main = context.main
    if main is None or not (clock.reports or clock.whole) or is_chinese(reading.text):
        return clock
    to_a_day = clock.carried[0] is None and clock.carried[1] is not None and main.carried[0] is not None
    return clock._replace(carried=main.carried, carried_because=main.carried_because) if to_a_day else clock


def _first_ground(ground: Ground) -> Ground:
    """Give the place that a text is about: that of its first figures, else the one of its title."""
    return ground if ground.carried is not None or ground.home is None else ground._replace(carried=ground.home)


def _listing(context: Context, reading: Reading) -> Context:
    """Give what the rows of a list take over from the line that heads it: its time, and whether they are planned."""
    status = reading.last(0, len(reading.text), Cue.STATUS)
    plan = status.value if status is not None and status.value != "actual" else None
    clock = context.clock._replace(listed=True, planned=plan is not None)
    if reading.periods:  # "prices on 25 May" over a table dates what is told in it
        clock = clock._replace(of_index=False)
    return context._replace(clock=clock, plan=plan)
