"""The claims engine: text in, claims out. A chain of pure steps, each of which takes the values of the one before.

fold → paragraphs → sentences → readings (language) → completed → claimable → roles → kind, direction, period, place,
comparison, status, source, indicator → drafts → claims.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import compress, product

from barometer.claims.basing import Base, base_held, base_of_whole, is_aside, is_base
from barometer.claims.carrying import Told, leaving
from barometer.claims.case import Case
from barometer.claims.chinese.reader import chinese
from barometer.claims.claimable import claimable
from barometer.claims.comparison import base_mark, comparison_of, runs_to_now, undated_window
from barometer.claims.completing import completed
from barometer.claims.context import Context
from barometer.claims.digests import items
from barometer.claims.english.reader import english
from barometer.claims.entering import entering
from barometer.claims.headline import with_headline
from barometer.claims.indicators.measuring import Measured, measured, resumed_by_it
from barometer.claims.indicators.narrowing import is_narrower
from barometer.claims.kinds import direction_of, kind_of, resumed
from barometer.claims.language import Language, choose
from barometer.claims.lexicon import Lexicon, load_lexicon, resolver
from barometer.claims.opening import opening
from barometer.claims.places.ground import Placed
from barometer.claims.places.placing import place_of
from barometer.claims.replacing import replace
from barometer.claims.sources.sourcing import Sourced, source_of
from barometer.claims.standing import status_of
from barometer.claims.text.folding import fold
from barometer.claims.text.layout import paragraphs, sentences
from barometer.claims.times import calendar
from barometer.claims.times.calendar import NO_PERIOD, seen_from
from barometer.claims.times.meaning import Dated
from barometer.claims.times.timing import period_of
from barometer.claims.values import Cue, Draft, Mark, Reading, Sentence
from barometer.model import Because, Claim


@cache
def _languages(lexicon: Lexicon) -> tuple[Language, Language]:
    return english(lexicon), chinese(lexicon)


def extract(
    text: str, published: date | datetime | None = None, source: str | None = None, lexicon: Lexicon | None = None
) -> list[Claim]:
    """Give every numeric claim of a text, in the order of the text.

    `text` is an article (title, blank line, body) or any stretch of English or Chinese. `published` is the day from
    which relative times are seen; `source` is the name of the outlet, which says what 全市 is. Offsets count code
    points of `text`: `text[claim.start:claim.end] == claim.quote`. Values are exact; units and the other words are
    those of the claim model. No text raises an error, and the same text, day and source always give the same claims.
    """
    known = lexicon if lexicon is not None else load_lexicon()
    seen = seen_from(published.date() if isinstance(published, datetime) else published)
    parts = items(read(text, seen, known), text)
    drafts = [draft for part in parts for draft in with_headline(_drafts(part, text, (seen, source), known))]
    return [claim_of(draft, text, known, before) for before, draft in zip([None, *drafts], drafts, strict=False)]


def read(text: str, published: date | None, lexicon: Lexicon) -> list[Reading]:
    """Give what the languages recognise in each sentence of a text."""
    folded = fold(text)
    languages = _languages(lexicon)
    pick = choose(languages)
    parted = [
        Sentence(start, folded[start:end], paragraph.index, paragraph.title)
        for paragraph in paragraphs(folded)
        for start, end in sentences(folded, paragraph, pick(folded[paragraph.start : paragraph.end]).sentence_ends)
    ]
    by = [pick(sentence.text) for sentence in parted]
    told = {}
    for language in languages:
        theirs = [sentence for sentence, its in zip(parted, by, strict=True) if its is language]
        told[language.code] = iter(language.read(theirs, published))
    return [next(told[language.code]) for language in by]


def _drafts(told: list[Reading], text: str, known: tuple[date | None, str | None], lexicon: Lexicon) -> list[Draft]:
    """Give the drafts of the sentences of a text; `known` is the day on which it was published, and by whom."""
    published, source = known
    languages = _languages(lexicon)
    readings = completed(told, source, text, (languages, lexicon))
    context = opening(published, source, lexicon, readings)
    found: list[Draft] = []
    before: Reading | None = None
    for reading in readings:
        language = languages[reading.chinese]
        context = entering(context, reading, lexicon)
        if before is not None and context.indicator is None and (subject := resumed_by_it(before, reading, language)):
            context = replace(context, indicator=subject)
        before = reading
        settled, cases = claimable(reading, language, lexicon, _unit_on(context, reading, language))
        drafts, dated, placed = _sentence(cases, context, text)
        found.extend(drafts)
        if not reading.sentence.title and reading is not readings[-1]:  # nothing takes over what the last one leaves
            context = leaving(context, settled, Told(drafts, dated, placed), text, lexicon)
    return found


def _unit_on(context: Context, reading: Reading, language: Language) -> str | None:
    """Give the unit that a bare number of a sentence may take up: of things, or percent of "Now it is less than 5"."""
    first = reading.mentions[0] if reading.mentions and context.share else None
    if first is None or first.numeral.value >= _WHOLE:
        return context.unit
    lead = reading.text[: first.start]
    return "percent" if " it" in lead.lower() and language.takes_up(lead) else context.unit


_WHOLE = 100


def _sentence(cases: list[Case], context: Context, original: str) -> tuple[list[Draft], list[Dated], list[Placed]]:
    """Give the drafts of one sentence, with the periods and places that they rest on."""
    drafts: list[Draft] = []
    all_dated: list[Dated] = []
    all_placed: list[Placed] = []
    base = context.base
    for case in cases:
        again = resumed(case, context.kind) if case.dimension == "ratio" and not case.index else None
        kind, why = again or kind_of(case)
        dated = period_of(case, kind, context.clock, all_dated[-1] if all_dated else None)
        placed = place_of(case, context.ground, all_placed[-1] if all_placed else None)
        sourced = source_of(case, context.voice, original)
        subject = measured(case, kind, drafts, context.indicator)
        told = _Told(kind, why, dated, placed, sourced, subject)
        draft = _draft(case, told, context)
        if kind in _COMPARED:
            held = base_of_whole(draft, drafts) or base_held(base, draft, context.main_base)
            draft = _compared(draft, case, held, drafts, context.clock.published)
            if is_base(draft) and not is_aside(draft, drafts[-1:], base):
                base = Base(draft.comparison, draft.because.get("comparison"))
        drafts.append(draft)
        all_dated.append(dated)
        all_placed.append(placed)
    return drafts, all_dated, all_placed


_COMPARED = frozenset({"change", "multiple"})


@dataclass(slots=True, unsafe_hash=True)
class _Told:
    """What was decided of one number, field by field."""

    kind: str
    why: str
    dated: Dated
    placed: Placed
    sourced: Sourced
    subject: Measured


def _is_over(dated: Dated, published: date | None) -> bool:
    """Say whether a figure is of a time of its own that is over, so that it is no part of a plan told before."""
    last = dated.span[1]
    own = dated.mark is not None and not dated.inherited
    return own and last is not None and published is not None and last < published


def _draft(case: Case, told: _Told, context: Context) -> Draft:
    """Give the draft of a number with everything but its base, each field with its reason."""
    direction, growth = direction_of(case, told.kind) if told.kind in _COMPARED else (None, None)
    status, foretold = status_of(case, told.dated.span, context.clock.published)
    plan = context.plan if context.plan is None or not case.language.grants(case.reading.text) else None
    plan = None if plan is not None and _is_over(told.dated, context.clock.published) else plan
    set_out = status == "forecast" and plan == "target" and case.language.base_follows
    if (status == "actual" or set_out) and plan is not None and case.role.name != "old" and not _is_size(case):
        status = plan
    subject = told.subject.span
    return Draft(
        case.reading,
        case.mention,
        case.role,
        told.kind,
        _reasons(case, told, growth, foretold),
        direction,
        status=status,
        period=told.dated.span,
        place=told.placed.name,
        indicator=subject,
        attributed=told.sourced.name,
        inherited=_inherited(told),
    )


def _is_size(case: Case) -> bool:
    """Say whether a figure only sizes something, whatever is planned: 总投资83亿元的…, 枢纽港二期占地420亩."""
    plot = case.dimension == "area" and not case.language.base_follows
    return case.sizes_project or (plot and case.reading.text.endswith("占地", 0, case.mention.start))


def _reasons(case: Case, told: _Told, growth: Mark | None, foretold: Mark | None) -> dict[str, Because]:
    """Give why each field but the base has its value."""
    because: dict[str, Because] = {}
    if (mark := case.role.mark) is not None:
        because["kind"] = case.at(told.why, mark.start, mark.end)
    if growth is not None:
        because["direction"] = case.at("word of growth", growth.start, growth.end)
    if (dated := told.dated.because) is not None:
        because["period"] = dated
    if (placed := told.placed.because) is not None:
        because["place"] = placed
    if (sourced := told.sourced.because) is not None:
        because["attributed_to"] = sourced
    if (subject := told.subject.span) is not None:
        because["indicator"] = Because("what is measured", subject[0], subject[1])
    if foretold is not None:
        because["status"] = case.at("word of status", foretold.start, foretold.end)
    return because


def _inherited(told: _Told) -> frozenset[str]:
    """Give the fields whose value was carried over from outside the sentence."""
    return _CARRIED[told.dated.inherited, told.placed.inherited, told.sourced.inherited, told.subject.inherited]


_CARRIED = {
    outside: frozenset(compress(("period", "place", "attributed_to", "indicator"), outside))
    for outside in product((False, True), repeat=4)
}
"""The fields by whether the value of each was carried over."""


def _compared(draft: Draft, case: Case, base: Base, before: list[Draft], published: date | None) -> Draft:
    """Give the draft of a change with its base: its own, else the one that the chain carries."""
    mark = base_mark(case)
    if mark is not None and not _is_of_session(case, mark):
        value = comparison_of(mark, draft.period, published)
        return draft.against(value, case.at("base named", mark.start, mark.end))
    old = _old_level(before, draft, case)
    if old is not None:
        start = old.reading.sentence.start
        year_before = calendar.shifted(draft.period, -1) == old.period
        because = Because("from the old level", start + old.mention.start, start + old.mention.end)
        return draft.against("yoy" if year_before else "since", because)
    if base.because is None or case.language.of_session(draft.reading.text):
        return draft
    sentence = draft.reading.sentence
    outside = not sentence.start <= base.because.start < sentence.start + len(sentence.text)
    if outside and base.value == "since" and _is_own_word(draft.reading):
        return draft
    near = not outside or (base.whole and draft.status != "target")
    if (base.value == "since" and runs_to_now(case)) or not _takes_base(draft, case, base, published, near=near):
        return draft
    return draft.against(base.value, base.because, inherited=outside)


def _is_own_word(reading: Reading) -> bool:
    """Say whether somebody named with a quotation tells of their business in a Chinese text, no part of a review."""
    return reading.chinese and "。”" in reading.text and any(one.person for one in reading.speakers)


def _is_of_session(case: Case, mark: Mark) -> bool:
    """Say whether a base is only why shares moved on a day: "Shares rose by 5 percent after the firm posted"."""
    text = case.reading.text
    return (
        case.language.base_follows
        and case.language.changes_all(text[mark.start : mark.end])
        and case.language.of_session(text)
    )


def _old_level(drafts: list[Draft], draft: Draft, case: Case) -> Draft | None:
    """Give the dated old level before a change: "from 80 to 90, up 1.6 times", 较去年的80亿元增长…."""
    old = next((one for one in drafts[-2:] if one.role.name == "old" and one.period != NO_PERIOD), None)
    if old is None:
        return None
    last, follows = drafts[-1], case.language.base_follows
    if old is not last and last.kind != "change" and (follows or last.indicator == draft.indicator):
        return old
    direct = last.role.name == "old" and last.period != NO_PERIOD and not follows and draft.role.name != "level"
    return last if direct and (last.indicator == draft.indicator or _adjoins(last, draft)) else None


def _adjoins(old: Draft, draft: Draft) -> bool:
    """Say whether a change stands right behind the level that it is from: 较6月高点6000美元下跌六成."""
    if old.reading is not draft.reading:
        return False
    gap = draft.reading.text[old.mention.end : draft.mention.start]
    return len(gap) <= _NEXT_TO and "，" not in gap


_NEXT_TO = 4


def _is_foretold_so(draft: Draft, case: Case, base: Base, published: date | None) -> bool:
    """Say whether a forecast goes on with the base told before: of a time just over, or of the pace of a yearly growth.

    "Exports rose 7.9% from a year earlier. Economists had forecast a rise of 6.2%"; "growth is expected to slow to 3%".
    """
    last, mark = draft.period[1], case.role.mark
    if draft.status != "forecast" or last is None or published is None:
        return False
    pace = mark is not None and mark.cue is Cue.PACE and case.language.base_follows
    this_month = draft.period == calendar.months(published.year, published.month, published.month)
    return last < published or ((pace or (this_month and case.language.base_follows)) and base.value == "yoy")


def _takes_base(draft: Draft, case: Case, base: Base, published: date | None, *, near: bool) -> bool:
    """Say whether a bare change goes on with the base stated before: told or foretold of a known time, no window.

    `near` says that the base stands in the same sentence, where no period is asked for.
    """
    if draft.status != "actual" and not near and not _is_foretold_so(draft, case, base, published):
        return False
    if (draft.period == NO_PERIOD and not near) or undated_window(case):
        return False
    told = {"ratio", "point", "index", "times", "money"} if near else {"ratio", "point", "index", "times"}
    return draft.direction is not None and case.dimension in told


def claim_of(draft: Draft, text: str, lexicon: Lexicon, before: Draft | None) -> Claim:
    """Make the claim that a draft has become; `before` is the one before it."""
    start = draft.reading.sentence.start
    mention = draft.mention
    low, high = start + mention.start, start + mention.end
    indicator = None if draft.indicator is None else text[slice(*draft.indicator)]
    numeral = mention.numeral
    because = dict(draft.because)
    because["value"] = Because(f"numeral in {numeral.form}", start + numeral.start, start + numeral.end)
    known = None
    if draft.indicator is not None:
        known = resolver(lexicon).resolve(indicator, mention.unit, draft.kind, draft.place)
        known = None if known is not None and is_narrower(draft, before) else known
        if known is not None:
            because["indicator_id"] = Because("a name of the indicator", *draft.indicator)
    because["unit"] = Because("unit word" if mention.certain else "unit of the subject", low, high)
    return Claim(
        quote=text[low:high],
        start=low,
        end=high,
        numeral_start=start + numeral.start,
        value=numeral.value,
        value_max=numeral.value_max,
        unit=mention.unit,
        kind=draft.kind,
        modifier=mention.modifier,
        indicator=indicator,
        indicator_id=known,
        place=draft.place,
        period_start=draft.period[0],
        period_end=draft.period[1],
        comparison=draft.comparison,
        direction=draft.direction,
        attributed_to=draft.attributed,
        status=draft.status,
        inherited=tuple(sorted(draft.inherited)) if draft.inherited else (),
        because=because,
    )
