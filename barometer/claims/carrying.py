"""What one sentence hands on to the next: place, period, source and base, as a careful reader carries them."""

from dataclasses import dataclass

from barometer.claims.basing import Base, bases_told
from barometer.claims.comparison import comparison_of
from barometer.claims.context import Context
from barometer.claims.lexicon import Lexicon, of_things
from barometer.claims.places.carried import introduced, next_ground
from barometer.claims.places.ground import HOME, Ground, Placed, lies_abroad, lies_at_home
from barometer.claims.replacing import replace
from barometer.claims.reporting import speaks
from barometer.claims.sources.sourcing import Voice, next_voice
from barometer.claims.tables.list_heads import heads_plan, opens_tasks, parts_text
from barometer.claims.text.expressions import pattern
from barometer.claims.times.calendar import NO_PERIOD, months
from barometer.claims.times.going_on import next_clock
from barometer.claims.times.meaning import Clock, Dated
from barometer.claims.values import Cue, Draft, PeriodRole, Reading
from barometer.model import Because


@dataclass(slots=True, unsafe_hash=True)
class Told:
    """What a sentence told: its drafts, and the periods and places that they rest on."""

    drafts: list[Draft]
    dated: list[Dated]
    placed: list[Placed]


def _told_apart(told: Told) -> tuple[list[Dated], list[Dated]]:
    """Give the periods of what is told, and those of the old levels beside it; of old levels alone, as of anything."""
    if not told.drafts:
        return told.dated, []
    current: list[Dated] = []
    past: list[Dated] = []
    for dated, draft in zip(told.dated, told.drafts, strict=True):
        # What another figure is only set against is past: "compared with a 6.1 percent gain in May".
        (past if draft.role.name == "old" or draft.mention.against else current).append(dated)
    if current or any(draft.role.name != "old" for draft in told.drafts):
        return current, past
    return told.dated, []


_AMONG = pattern(r"\bamong (?:[\w']+ ){0,4}$")


def _lasting(told: Told) -> list[Placed]:
    """Give the places without that of those among which something is ranked: "third among the province's 11 cities".

    A part that is told of beside its whole is no place of the text: 其中义乌市占八成左右.
    """
    if not told.drafts:
        return told.placed
    reading = told.drafts[0].reading
    if Cue.LIST in reading.cues:
        own = {placed.name for placed in told.placed if not placed.inherited}
        return told.placed if len(own) < _SHARED_OUT else [Placed()]
    if (
        "percent of the " in reading.text
        and _OF_WHOLE.search(reading.text)
        and len({placed.name for placed in told.placed}) == 1
    ):
        return [Placed()]  # "Yiwu's exports were 238.6 billion yuan, 76.8 percent of the city's total"
    if Cue.PART in reading.cues:
        return [placed for placed, draft in zip(told.placed, told.drafts, strict=True) if not _is_of_part(draft)]
    if "among" not in reading.text:
        from_there = " from " in reading.text
        return [one for one in told.placed if not _is_made_in(reading, one)] if from_there else told.placed
    return [
        placed
        for placed, draft in zip(told.placed, told.drafts, strict=True)
        if not _AMONG.search(draft.reading.text[: draft.mention.start])
    ]


def _is_made_in(reading: Reading, placed: Placed) -> bool:
    """Say whether a place is only that from which goods come: "while power tools from Yongkang climbed 8.5%"."""
    start = placed.because.start - reading.sentence.start if placed.because is not None else 0
    if placed.inherited or not reading.text[: max(0, start)].endswith(" from "):
        return False
    return _MADE_IN.search(reading.text[: max(0, start)]) is not None


_MADE_IN = pattern(r"(?:while|and|but) [a-z -]{3,32} from $")
_OF_WHOLE = pattern(r"percent of the (?:city|prefecture|province|country)'s (?:total|exports|imports|trade)")
_SHARED_OUT = 2
"""So many places in one sentence have each its own figure: 义乌、东阳分别增长20%和5%."""


def _is_of_part(draft: Draft) -> bool:
    """Say whether a figure is the share of a place in the figure before: 其中义乌市占八成左右."""
    reading, at = draft.reading, draft.mention.start
    return draft.kind == "share" and reading.last(reading.clause(at)[0] - 1, at, Cue.PART) is not None


def _unit_told(told: Told, lexicon: Lexicon) -> str | None:
    """Give the unit of the last figure that counts or weighs something, which a later bare number may take up."""
    if not told.drafts:
        return None
    units: list[str] = []
    measured = set()
    for draft in reversed(told.drafts):
        dimension = lexicon.dimension(draft.mention.unit)
        if dimension not in _UNCOUNTED:
            units.append(draft.mention.unit)
            measured.add(dimension)
    if measured >= _SIZED:  # "320 depots of 4 million square metres"
        units = [unit for unit in units if lexicon.dimension(unit) != "area"]
    return of_things(units)


_SIZED = frozenset({"discrete", "area"})
"""What is measured where things are counted beside their size."""
_UNCOUNTED = frozenset({"ratio", "point", "times", "rank"})


def _is_share(draft: Draft) -> bool:
    """Say whether a figure is a share or rate in percent, which a bare number may take up: "Now it is less than 5"."""
    return draft.mention.unit == "percent" and draft.kind in {"share", "rate"}


def _unit_headed(reading: Reading) -> str | None:
    """Give the unit of the rows under a line that names an index: "May index (change from previous month)"."""
    if not reading.mentions and " the index " in reading.text and not reading.sentence.title:
        return "index_point"  # "None of this makes the index useless. In February it fell to 94.6"
    line = not reading.mentions and reading.text.rstrip()[-1:] not in {".", "?", "!", "。", "？", "！"}
    told = reading.last(0, len(reading.text), Cue.INDEX) is not None or "eadings" in reading.text
    named = line and not reading.sentence.title and told
    return "index_point" if named else None


def leaving(context: Context, reading: Reading, told: Told, original: str, lexicon: Lexicon) -> Context:
    """Give the context after a sentence."""
    current, past = _told_apart(told)
    heads = reading.heads or reading.text.rstrip().endswith((":", "：")) or _dates_rows(reading)
    clock = declared = next_clock(context.clock, reading, current, past)
    clock = clock if heads else _of_report(clock, context, reading)
    clock = _with_firsts(clock, reading)
    clock = clock if reading.chinese else _foretold(clock, told)
    voice = next_voice(context.voice, reading, original)
    if context.one_voice and not voice.speaking and context.main_voice is not None:
        voice = replace(context.main_voice, person=voice.person)
    base, first = bases_told(context.base, reading, told.drafts, lexicon)
    main = context.main or (replace(clock, listed=False, planned=False) if _goes_on(clock, told, reading) else None)
    main_voice = context.main_voice or (_first_voice(voice, told) if told.drafts else None)
    ground = next_ground(context.ground, reading, _lasting(told), lexicon)
    asked = not told.drafts and reading.text.rstrip().endswith(_ASKING)
    after = Context(
        clock,
        ground,
        voice,
        base=base if not base.whole else context.base,
        paragraph=context.paragraph,
        unit=_unit_told(told, lexicon) or _unit_headed(reading) or context.unit,
        share=_is_share(told.drafts[-1]) if told.drafts else context.share,
        indicator=_last_subject(told.drafts) if told.drafts else context.indicator,
        bulletin=context.bulletin,
        one_voice=context.one_voice,
        main=main,
        main_voice=main_voice,
        main_base=context.main_base or first or (base if base.value else None),
        main_ground=_main_ground(context, ground, told, reading, lexicon),
        listing=context.listing,
        kind=told.drafts[-1].kind if told.drafts else context.kind,
        plan=_planned(context, reading, asked=asked),
        aimed=_goal(told) if reading.chinese else None,
        index_day=context.index_day if context.main else _is_day_of_index(clock, told),
        of_index=context.of_index,
        asked=asked,
        dated=context.dated,
        plain=context.plain or (context.main is None and main is not None and not speaks(reading.text)),
        noted=context.noted,
        section=opens_tasks(reading.text) if parts_text(reading.text) else context.section,
        sectioned=context.sectioned,
        lead=context.lead if clock.carried == context.clock.carried else reading.sentence.paragraph,
    )
    heads = heads or (after.section and parts_text(reading.text))
    if not told.drafts and declared.carried != NO_PERIOD and _dates_all_below(reading.text):
        after = replace(after, main=declared, index_day=False, dated=True)
    return replace(after, listing=_listing(after, reading)) if heads else after


_ASKING = ("?", "？")


def _dates_rows(reading: Reading) -> bool:
    """Say whether a line without figures says up to which day those under it are: 再来看家底（截至11月11日）."""
    if reading.mentions or not reading.periods or not reading.text.rstrip().endswith(("）", ")")):
        return False
    last = reading.periods[-1]
    return last.role is PeriodRole.AS_OF and reading.text[last.end :].strip() in {"）", ")"}


def _first_voice(voice: Voice, told: Told) -> Voice:
    """Give who tells a text's first figures: no expert of whom only the end of their sentence tells."""
    first = told.drafts[0]
    if first.attributed is None or first.attributed == voice.name:
        return voice
    return replace(voice, name=first.attributed, because=first.because.get("attributed_to"))


def _is_day_of_index(clock: Clock, told: Told) -> bool:
    """Say whether a sentence tells the level of an index on a day."""
    one_day = clock.carried[0] is not None and clock.carried[0] == clock.carried[1]
    return one_day and any(draft.mention.unit == "index_point" for draft in told.drafts)


def _dates_all_below(text: str) -> bool:
    """Say whether a sentence says of which time all that follows is."""
    may = "下" in text or "为" in text or text.rstrip().endswith(("：", ":")) or "ll " in text.lower()
    return may and _OF_ALL_BELOW.found_in(text)


_OF_ALL_BELOW = pattern(
    r"\ball (?:the )?(?:rates|prices|figures|data|quotes)(?: (?:below|here|given|quoted|in this [a-z]+))? (?:are|refer)"
    r" (?:those |the ones )?(?:of|for|as of|on|to)\b"
    r"|\ball (?:the )?(?:rates|prices|figures|quotes) (?:below|here|given|quoted)\b[^.;]{0,60}?"
    r"\b(?:assessed|collected|recorded|quoted|taken|surveyed|gathered) (?:on|in|at)\b"
    r"|(?:以下|数据|数字|指标)[（(，]?(?:均|都|全部|全)?为[^，。；）]{0,12}(?:数据|情况|统计)"
    r"|(?:以下|下列|下文)(?:价格|报价|数据|运价)(?:均)?为"
    r"|(?:运价|价格|报价|行情|均价)(?:情况)?(?:如下|为)[：:]\s*$"
)
"""What says of which time all that follows is: "All rates below are those of January 16"."""


def _goes_on(clock: Clock, told: Told, reading: Reading) -> bool:
    """Say whether the time of a sentence's figures is that of what follows: in Chinese no day up to which all holds."""
    lasts = clock.carried[0] is not None or not reading.chinese
    return lasts and clock.carried != NO_PERIOD and bool(told.drafts)


def _with_firsts(clock: Clock, reading: Reading) -> Clock:
    """Give the clock with the first day, the first month and the first months that the text tells of."""
    if not reading.periods or NO_PERIOD not in {clock.day, clock.month, clock.months}:
        return clock
    for mark in reading.periods:
        if mark.role is not PeriodRole.CURRENT or mark.first is None or mark.last is None:
            continue
        if mark.first == mark.last:
            clock = clock if clock.day != NO_PERIOD else replace(clock, day=(mark.first, mark.last))
        elif (mark.last - mark.first).days > _LONGEST_MONTH and clock.months == NO_PERIOD:
            clock = replace(clock, months=(mark.first, mark.last))
        elif clock.month == NO_PERIOD and (mark.first, mark.last) == months(
            mark.last.year, mark.last.month, mark.last.month
        ):
            clock = replace(clock, month=(mark.first, mark.last))
    return clock


def _foretold(clock: Clock, told: Told) -> Clock:
    """Give the clock of an English text with whether its time is one just over whose figures are only foretold."""
    last, seen = clock.carried[1], clock.published
    resting = [
        draft.status == "forecast"
        for draft, dated in zip(told.drafts, told.dated, strict=True)
        if dated.span == clock.carried and dated.mark is not None
    ]
    if not resting or last is None or seen is None:
        return clock
    foretold = all(resting) and last < seen
    return clock if foretold == clock.foretold else replace(clock, foretold=foretold)


_LONGEST_MONTH = 31


def _goal(told: Told) -> Dated | None:
    """Give the time of the goal that a sentence sets, if all that it tells is one."""
    aimed = None
    for draft, dated in zip(told.drafts, told.dated, strict=True):
        if draft.role.name != "old":
            if draft.status != "target":
                return None
            aimed = dated
    return aimed


def _planned(context: Context, reading: Reading, *, asked: bool) -> str | None:
    """Give what the figures that follow are, if they are planned: behind a head of tasks, or a question for a goal."""
    if _lists_tasks(reading.text) or heads_plan(reading.text) or (asked and _ASKS_GOAL.found_in(reading.text)):
        return "target"
    return None if context.aimed is not None or context.asked else context.plan


_ASKS_GOAL = pattern(
    r"\b(?:your|the|any|its) (?:[a-z]+ )?(?:targets?|goals?|aims?)\b|(?:目标|打算|有(?:什么|何|哪些)(?:新)?计划)"
)
"""What makes a question one for what somebody wants to reach: "Your target for 2026?"."""


def _lists_tasks(text: str) -> bool:
    """Say whether a sentence heads what a plan sets out to do: 《行动计划》列出三项重点任务."""
    return text.endswith(_TASKS) and _LISTED.search(text) is not None


_TASKS = tuple(task + end for task in ("任务", "举措", "措施", "行动", "工程") for end in ("", "。"))
_LISTED = pattern(r"(?:列出|明确|提出|部署|布置|确定|安排)[^，。；]{2,10}。?$")
"""What heads a paragraph of what a plan sets out to do: 《行动计划》列出三项重点任务."""


def _of_report(clock: Clock, context: Context, reading: Reading) -> Clock:
    """Give the clock of an English report back its period after a sentence that told of a day."""
    main = context.main
    if main is None or not clock.reports or reading.chinese:
        return clock
    to_a_day = clock.carried[0] is None and clock.carried[1] is not None and main.carried[0] is not None
    return replace(clock, carried=main.carried, carried_because=main.carried_because) if to_a_day else clock


def _main_ground(context: Context, ground: Ground, told: Told, reading: Reading, lexicon: Lexicon) -> Ground | None:
    """Give where a text is about: where its first figures are, else where somebody told of is at home.

    A Chinese story whose first figures have no place is about the first place at home that it tells figures of; an
    English one about the town that it introduces early.
    """
    main = context.main_ground
    unplaced = main is not None and main.carried is None
    story = reading.chinese and not context.bulletin
    at_home = unplaced and (
        (story and lies_at_home(ground.carried, lexicon)) or any(mark.based for mark in reading.places)
    )
    early = reading.sentence.paragraph <= _INTRODUCING and main is not None and main.home is None
    if main is not None and not at_home and not (early and introduced(reading)):
        return main
    titled = lies_at_home(ground.home, lexicon)
    nation = story and titled
    foreign = reading.chinese and titled and lies_abroad(ground.carried, lexicon)
    inner = nation and ground.home is not None and ground.home in lexicon.enclosing(ground.carried or "")
    return _first_ground(ground, nation=nation, foreign=foreign or inner) if told.drafts else main


_INTRODUCING = 4
"""The last paragraph in which a story introduces the town that it tells of, behind its title and who wrote it."""


def _first_ground(ground: Ground, *, nation: bool, foreign: bool = False) -> Ground:
    """Give the place that a text is about: that of its first figures, else the one of its title.

    `nation` says that figures of the nation only lead to a story of the town that its title names, `foreign` that so
    do those of what a firm from there has abroad, or of a street in it.
    """
    leads = foreign or (nation and ground.carried == HOME)
    at_home = ground.home is None or (ground.carried is not None and not leads)
    return ground if at_home else replace(ground, carried=ground.home)


_TO_DO = pattern(r"实事|任务|重点工作|工作安排|目标|计划|打算")
"""What heads a list of what is to be done in a time that is not over: 2025年民生实事."""


_OF_PLAN = pattern(
    r"\b(?:tasks?|measures|projects|steps|priorities|targets|goals|aims)\b[^.;:]{0,40}\bplan\b"
    r"|\bplan\b[^.;:]{0,40}\b(?:tasks?|measures|projects|steps|priorities|targets|goals|aims)\b"
    r"|^[\s\"“]*(?:[IVX0-9]{1,5}[.)] )?(?:(?:the|its|main|key|other|major) ){0,3}(?:tasks|targets|goals|priorities)\b"
)
"""What heads a list of what a plan sets out to do: "The main tasks listed in the plan include:"."""
_FORETELLS = pattern(r"\b(?:outlook|forecasts?|expect(?:ed|ations?)?|projections?|preview|ahead)\b")
"""What heads a list of what somebody only thinks will come."""


def _listing(context: Context, reading: Reading) -> Context:
    """Give what the rows of a list take over from the line that heads it: its time, and whether they are planned."""
    status = reading.last(0, len(reading.text), Cue.STATUS)
    plan = status.value if status is not None and status.value != "actual" else None
    end, published = context.clock.carried[1], context.clock.published
    ahead = bool(reading.periods) and end is not None and published is not None and end > published
    to_do = _TO_DO if reading.chinese or not reading.heads else None
    headed = _FORETELLS.search(reading.text) is None if to_do is None else to_do.search(reading.text) is not None
    plan = "target" if context.section or (ahead and headed) or _OF_PLAN.search(reading.text) is not None else plan
    clock = replace(context.clock, listed=True, planned=plan is not None)
    if reading.periods:  # "prices on 25 May" over a table dates what is told in it
        clock = replace(clock, of_index=False)
    return replace(context, clock=clock, plan=plan, base=_base_of_list(context, reading))


def _base_of_list(context: Context, reading: Reading) -> Base:
    """Give the base of the changes in a list: that of its head, if it only names one: "(yuan; year on year)"."""
    named = () if reading.mentions else reading.between(0, len(reading.text), Cue.BASE)
    if len(named) != 1:
        return context.base
    start = reading.sentence.start
    value = comparison_of(named[0], context.clock.carried, context.clock.published)
    return Base(value, Because("base named", start + named[0].start, start + named[0].end))


def _last_subject(drafts: list[Draft]) -> tuple[int, int] | None:
    """Give what was measured last; how long an event lasts is told by the way: "trips in the 40-day travel season"."""
    for draft in reversed(drafts):
        end = draft.mention.numeral.end
        if not (draft.kind == "duration" and draft.reading.text[end : end + 1] == "-"):
            return draft.indicator
    return drafts[-1].indicator
