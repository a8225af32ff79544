"""In what context a sentence is read: a new paragraph forgets what only held for the one before it."""

from barometer.claims.basing import Base
from barometer.claims.context import Context
from barometer.claims.lexicon import Lexicon
from barometer.claims.noting import defines, opens_notes
from barometer.claims.places.carried import of_dateline, of_plant_abroad, of_there
from barometer.claims.places.ground import HOME, Ground, lies_abroad, lies_at_home
from barometer.claims.planning import heads_tasks
from barometer.claims.replacing import replace
from barometer.claims.reporting import tells_of_index
from barometer.claims.resuming import FIRST_PERSON, is_told_first, resuming
from barometer.claims.sources.sourcing import Voice
from barometer.claims.tables.list_heads import heads_section, is_row, parts_text
from barometer.claims.text.expressions import Brief, pattern
from barometer.claims.text.script import is_chinese
from barometer.claims.times.calendar import NO_PERIOD, Range
from barometer.claims.times.meaning import Clock
from barometer.claims.units.left_out import goes_on_counting
from barometer.claims.values import Cue, PeriodMark, PeriodRole, Reading, quotes


def entering(context: Context, reading: Reading, lexicon: Lexicon) -> Context:
    """Give the context in which a sentence is read: a new paragraph forgets what only held for the one before it."""
    turned = context.sectioned and reading.sentence.paragraph != context.paragraph and heads_section(reading.text)
    entered = _entering(_of_new_section(context) if turned else context, reading, lexicon)
    chinese = reading.chinese
    if entered.main is not None:
        entered = _of_income(_of_index(entered, reading), reading)
    entered = _of_firm(entered, reading, lexicon)
    entered = _of_tasks(_of_own_business(entered, reading) if chinese else entered, reading)
    if entered.main is not None:
        entered = _of_newcomers(_of_first_time(entered, reading) if chinese else entered, reading)
    entered = entered if chinese else _of_story_base(entered, reading)
    ground = entered.ground
    if not chinese:
        ground = of_there(of_dateline(ground, reading, lexicon), reading, lexicon)
    elif reading.sentence.paragraph == context.paragraph:
        ground = of_plant_abroad(ground, reading, lexicon)
    return entered if ground is entered.ground else replace(entered, ground=ground)


def _of_new_section(context: Context) -> Context:
    """Give the context without the time, base and source told in the section of news before."""
    clock = replace(context.clock, carried=NO_PERIOD, carried_because=None, last=NO_PERIOD)
    base = context.base if context.base.whole else Base()
    return replace(
        context,
        clock=clock,
        base=base,
        voice=Voice(),
        listing=None,
        main=None,
        main_voice=None,
        main_base=None,
        index_day=False,
    )


def _of_story_base(context: Context, reading: Reading) -> Context:
    """Give the context with the base of an English story's first figures, where growth in other months is told bare."""
    base = context.main_base
    if context.bulletin or base is None or base.value != "yoy" or context.base.value:
        return context
    if not (Cue.GROWTH in reading.cues and any(mention.unit == "percent" for mention in reading.mentions)):
        return context
    flow = not quotes(reading.text) and _FLOW.found_in(reading.text)
    return replace(context, base=base) if flow and any(map(_is_of_months, reading.periods)) else context


def _is_of_months(mark: PeriodMark) -> bool:
    """Say whether a time is of whole months, less than a year."""
    if mark.role is not PeriodRole.CURRENT or mark.aside or mark.first is None or mark.last is None:
        return False
    return mark.first.day == 1 and mark.first < mark.last and (mark.last - mark.first).days < _YEAR


_YEAR = 364
_FLOW = pattern(r"\b(?:exports?|imports?|shipments|outbound|foreign trade|trade surplus|sales to)\b")


def _of_newcomers(context: Context, reading: Reading) -> Context:
    """Give the context with a text's own time for what came anew in it, behind a stock told at its end.

    "registered 41,200 firms in the first half. … At the end of June there were 980,000. Of the newcomers, 13,800 …".
    """
    main, told = context.main, context.clock.carried
    if main is None or told[0] is not None or told[1] is None or main.carried[0] is None or main.carried[1] != told[1]:
        return context
    new = not reading.periods and reading.mentions and _ANEW.found_in(reading.text)
    return replace(context, clock=replace(main, last=main.carried)) if new else context


_ANEW = pattern(
    r"\b(?:new (?:companies|firms|entities|businesses|ones|arrivals|registrations)|newcomers|newly)\b"
    r"|新设|新登记|新注册"
)


def _of_first_time(context: Context, reading: Reading) -> Context:
    """Give the context with the base of a Chinese text's first figures, where a sentence names their time again.

    上半年，民营企业进出口同比增长6.8%。… 上半年，民营企业对东盟出口增长11.2%.
    """
    main, base = context.main, context.main_base
    if main is None or base is None or base.value != "yoy" or context.base.value is not None:
        return context
    if not any(is_told_first(mark, main) for mark in reading.periods):
        return context
    return replace(context, base=base)


def _of_tasks(context: Context, reading: Reading) -> Context:
    """Give the context with what a Chinese sentence heads as tasks set as goals: 今年要重点抓好以下工作：…；…."""
    if "：" not in reading.text and ":" not in reading.text:
        return context
    return replace(context, plan="target") if heads_tasks(reading.text) else context


def _of_own_business(context: Context, reading: Reading) -> Context:
    """Give the context without a time told before, where a Chinese speaker new to the text tells of a firm's own now.

    浙江快递量4月增长19.8%。开网点的骆建强说，他的网点日均发件8万多件.
    """
    if context.clock.carried == NO_PERIOD or not reading.speakers:
        return context
    first = reading.mentions[0].start if reading.mentions else 0
    if any(mark.last is not None and mark.start < first for mark in reading.periods):
        return context
    telling = [one for one in reading.speakers if one.person and one.name is not None]
    if not telling or _OWN_BUSINESS.search(reading.text) is None:
        return context
    person = context.voice.person
    if person is not None and reading.text[slice(*(telling[0].name or (0, 0)))] == person[0]:
        return context
    return replace(context, clock=replace(context.clock, carried=NO_PERIOD, carried_because=None))


_OWN_BUSINESS = pattern(
    r"(?:说|表示|介绍|坦言|透露|：)，?[“\"]?(?:他|她|他们|自己|自家|我|我们|公司|厂里|店里|企业)(?:的|家)?(?:网点|厂|店|公司|工厂|铺子|客户|现有|员工|每|遍布|一天|一年|[上添装建]了|日均"
    r"|月均|里)"
)


def _of_firm(context: Context, reading: Reading, lexicon: Lexicon) -> Context:
    """Give the context with a firm's own place, where a sentence turns to the firm after one about its plant abroad."""
    carried, main = context.ground.carried, context.main_ground
    if main is None or main.carried is None or carried is None or carried == main.carried:
        return context
    if not lies_at_home(main.carried, lexicon):
        return context
    abroad = carried != HOME and HOME not in lexicon.enclosing(carried)
    return replace(context, ground=_at_home(context)) if abroad and _OF_FIRM.found_in(reading.text) else context


def _of_index(context: Context, reading: Reading) -> Context:
    """Give the context with an index's day, for what tells of it after another time: "ships left full this week"."""
    main = context.main
    inside = context.index_day and reading.sentence.paragraph in context.of_index
    if main is None or not inside or context.clock.carried != NO_PERIOD:
        return context
    told = tells_of_index(reading.text) or any(mention.unit == "index_point" for mention in reading.mentions)
    return replace(context, clock=replace(main, of_index=True)) if told else context


def _of_income(context: Context, reading: Reading) -> Context:
    """Give the context with a report's own time for incomes, which no month has: "In June prices fell. Income was"."""
    main = context.main
    first, last = context.clock.carried
    if main is None or first is None or last is None or not context.bulletin:
        return context
    longer = main.carried[0] is None or main.carried == context.clock.carried
    if longer or (last - first).days >= _LONGEST_MONTH or not _INCOME.found_in(reading.text):
        return context
    return replace(context, clock=main)


_LONGEST_MONTH = 31
_INCOME = pattern(r"disposable income|可支配收入|人均消费支出")


def _entering(context: Context, reading: Reading, lexicon: Lexicon) -> Context:
    if context.noted or (reading.sentence.paragraph != context.paragraph and opens_notes(reading.text)):
        return _in_notes(context, reading)
    if reading.sentence.paragraph == context.paragraph:
        return _of_goal(context, reading) if context.aimed is not None else resuming(context, reading)
    inside = context.section and not parts_text(reading.text)
    if context.aimed is not None and _OF_ITS_TASKS.match(reading.text) is not None:
        entered = _under(context, reading, lexicon)
        return _of_goal(replace(entered, aimed=context.aimed), reading, goes_on=True)
    if context.listing is not None and _OF_ROW_BEFORE.match(reading.text) is not None:
        return replace(context, paragraph=reading.sentence.paragraph)
    if context.listing is not None and (reading.row or inside or is_row(reading.text)):
        base = context.base if reading.chinese else context.listing.base
        return replace(
            context.listing, paragraph=reading.sentence.paragraph, listing=context.listing, base=base, main=context.main
        )
    return resuming(_under(context, reading, lexicon), reading)


def _under(context: Context, reading: Reading, lexicon: Lexicon) -> Context:
    """Give the context of a paragraph anew: of a bulletin its own time, of a story none but that of its lead."""
    if context.bulletin:
        clock = _as_begun(context) or _without_stock(context.clock, reading)
        if context.index_day and reading.sentence.paragraph in context.of_index:
            clock = replace(clock, of_index=True)
        elif context.index_day or (_is_day(clock.carried) and reading.chinese and not context.dated):
            clock = replace(clock, carried=NO_PERIOD, carried_because=None)
        voice = _kept(context, reading)
        base = context.main_base or context.base
    else:
        clock = context.clock
        leads = context.main is None and not reading.chinese and _is_long(clock.carried)
        leads = leads and reading.sentence.paragraph - context.lead <= _BEHIND_LEAD and context.lead <= _BYLINES
        if clock.carried != NO_PERIOD and not (context.asked or leads):  # an answer is about the time asked about
            clock = replace(clock, carried=NO_PERIOD, carried_because=None)
        voice = replace(context.voice, speaking=False) if context.voice.speaking else context.voice
        base = context.base if context.base.whole else Base()
    return replace(
        context,
        paragraph=reading.sentence.paragraph,
        unit=context.unit if context.unit is not None and goes_on_counting(reading.text) else None,
        indicator=None,
        listing=None,
        section=False,
        plan=context.plan if context.asked else None,
        clock=clock,
        voice=voice,
        base=base,
        ground=context.ground
        if _is_own_word(reading) and not _is_site(context, reading, lexicon)
        else _at_home(context),
    )


def _as_begun(context: Context) -> Clock | None:
    """Give the time that a bulletin is about, with the first day and months told of since, which 同日 may mean."""
    main, now = context.main, context.clock
    return None if main is None else replace(main, day=now.day, month=now.month, months=now.months)


_OF_FIRM = pattern(
    r"^[\s\"“]*(?:(?:the|our|this) (?:company|group|firm|maker|manufacturer|carmaker|automaker|developer|retailer)"
    r"|(?:chair(?:man|woman|person)?|president|chief executive|CEO|founder|chief financial officer|CFO)) "
    r"|^\s*(?:公司|该公司|本公司|集团|董事长|总裁)"
    r"|^\s*[他她](?:还|也)?(?:预计|介绍|表示|透露|说|称)，[^，。；]{0,10}?(?:公司|集团)(?:营收|营业收入|净利|利润|销售|整体|总)"
    r"|^\s*[“\"]?(?:[^，。；]{0,14}，)?全年(?:研发|营收|营业收入|净利|利润|投入|订单)"
)
"""What opens a sentence about the firm itself, after one about its plant abroad."""


def _without_stock(clock: Clock, reading: Reading) -> Clock:
    """Give the clock of a Chinese report for its next paragraph: without the day up to which a stock was told."""
    stock = clock.carried[0] is None and clock.carried != NO_PERIOD and reading.chinese
    return replace(clock, carried=NO_PERIOD, carried_because=None) if stock else clock


def _in_notes(context: Context, reading: Reading) -> Context:
    """Give the context of the notes under a report: no time and no source holds for them, no place for a definition."""
    nowhere = Ground(seen=context.ground.seen, source=context.ground.source)
    ground = nowhere if defines(reading.text) else _at_home(context)
    clock = Clock(context.clock.published)
    return replace(
        context,
        paragraph=reading.sentence.paragraph, clock=clock, ground=ground, voice=Voice(), base=Base(), unit=None,
        indicator=None, listing=None, plan=None, aimed=None, bulletin=False, main=None, main_voice=None, main_base=None,
        one_voice=False, noted=True,
    )  # fmt: skip


_OF_ITS_TASKS = pattern(r"^\s*(?:重点任务|重点工作|主要任务|工作安排|工作举措)")
"""What opens a paragraph of what is done for the goals told before: 重点任务方面，报告明确，…."""


_ADDS = Brief(
    r"^\s*(?:其中|同时，|此外，|(?:在)?\p{Han}{2,8}方面，|(?:[省市县区]|中央)?(?:级|本级)?财政(?:将|还|也)?每年(?:将)?安排)"
)
"""What opens a Chinese sentence that adds to a goal told before: 主体培育方面，…, 市财政每年安排5000万元."""


def _of_goal(context: Context, reading: Reading, *, goes_on: bool = False) -> Context:
    """Give the context with the goal of the sentence before, where a Chinese sentence adds to it, or `goes_on`."""
    aimed = context.aimed
    if aimed is None or (not goes_on and _ADDS.match(reading.text) is None):
        return replace(context, aimed=None)
    clock = replace(context.clock, carried=aimed.span, carried_because=aimed.because, planned=True)
    return replace(context, clock=clock, plan="target")


_BEHIND_LEAD = 1
"""Paragraphs behind the one that opens a story and tells its time."""
_BYLINES = 5
"""The last paragraph that may open a story, behind the lines of who wrote it and when."""


def _is_day(span: Range) -> bool:
    return span[0] is not None and span[0] == span[1]


def _is_long(span: Range) -> bool:
    """Say whether a time is longer than a day, as that of a story's opening: "exports grew in July"."""
    return span[0] is not None and span[1] is not None and span[0] < span[1]


_OF_ROW_BEFORE = Brief(r"^\s*[^\p{Han}\s0-9A-Za-z“]{1,3}\s*其中")
"""A row of a post that tells of a part of what the one before it told: 📦其中，对非洲出口…."""


def _is_own_word(reading: Reading) -> bool:
    """Say whether a paragraph opens on somebody's own word of their business, which holds where it was told of."""
    opens = reading.text.lstrip().startswith(('"', "“"))
    return opens and FIRST_PERSON.found_in(reading.text)


def _is_site(context: Context, reading: Reading, lexicon: Lexicon) -> bool:
    """Say whether the place told last is only a site abroad of the firm whose head speaks: "The newest, in Dubai,"."""
    main = context.main_ground
    if main is None or not lies_at_home(main.carried, lexicon) or not lies_abroad(context.ground.carried, lexicon):
        return False
    return _OF_OFFICE.search(reading.text) is not None


_OF_OFFICE = pattern(
    r"[\"”] (?:said )?(?:the )?(?:chair(?:man|woman|person)?|president|chief executive|CEO|founder|CFO"
    r"|chief financial officer)\b|[\"”],? [^\"“”]{3,60}?, (?:the )?(?:firm|company|group)'s "
)


def _at_home(context: Context) -> Ground:
    """Give the ground of a new paragraph of a bulletin: the place that the bulletin is about."""
    main = context.main_ground
    ground = context.ground
    if main is None or (ground.carried, ground.because) == (main.carried, main.because):
        return ground
    return replace(ground, carried=main.carried, because=main.because)


def _kept(context: Context, reading: Reading) -> Voice:
    """Give who speaks in the next paragraph of a bulletin: its one source, if its opening names it."""
    main = context.main_voice or context.voice
    if context.one_voice and main.name is not None and is_chinese(main.name) != reading.chinese:
        return context.voice  # the other half of a text in two languages
    if context.one_voice:
        return main
    return replace(context.voice, speaking=False)
