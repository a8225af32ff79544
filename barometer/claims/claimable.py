"""Decides which numbers of a sentence measure something.

A number with a unit counts, or one that is lent a unit, but not the article "one" and not a bare span of time.
"""

from operator import is_

from barometer.claims.case import Case
from barometer.claims.language import Language
from barometer.claims.lexicon import Lexicon
from barometer.claims.replacing import replace
from barometer.claims.roles import cases
from barometer.claims.text.expressions import Brief
from barometer.claims.units.lending import with_unit
from barometer.claims.values import Cue, Mention, Reading

_BEHIND = 24
_IS = frozenset({"is", "are", "was", "were"})
_OFTEN = 10
"""Times from which how often something was done is a count of it: "viewed 150 million times"; "moved twice" is none."""
_CLOCKED = frozenset({"minute", "hour"})


def claimable(
    reading: Reading, language: Language, lexicon: Lexicon, carried_unit: str | None
) -> tuple[Reading, list[Case]]:
    """Give the reading with only the mentions that are claims, their units settled, and the case of each."""
    if not reading.mentions:
        return reading, []
    if reading.chinese and "一" in reading.text:
        reading = _without_articles(reading, language, lexicon)
    told = cases(reading, language, lexicon)
    kept: list[Mention] = []
    for case in told:
        settled = case.mention if case.mention.certain else with_unit(case, kept, carried_unit)
        if settled is None or _is_article(case, settled):
            continue
        if lexicon.dimension(settled.unit) == "time" and _is_window(case, settled, carried_unit):
            continue
        if settled.unit != "times" or not _is_frequency(case, settled):
            kept.append(_counted(case, settled, carried_unit))
        elif settled.numeral.value >= _OFTEN or reading.text.startswith(" since ", settled.end):
            kept.append(replace(settled, unit="count"))
    if len(kept) == len(told) and all(map(is_, kept, reading.mentions)):
        return reading, told
    settled_reading = reading.with_mentions(tuple(kept))
    return settled_reading, cases(settled_reading, language, lexicon)


def _without_articles(reading: Reading, language: Language, lexicon: Lexicon) -> Reading:
    """Give a Chinese reading without each 一 that is an article, whatever part it plays; a time may be a change.

    So most sentences need their parts decided once: what is found to be an article later makes that be done again.
    """
    articles = [
        mention
        for mention in reading.mentions
        if mention.certain
        and _is_one(mention)
        and lexicon.dimension(mention.unit) != "time"
        and _is_alone(reading, language, mention)
    ]
    if not articles:
        return reading
    return reading.with_mentions(tuple(mention for mention in reading.mentions if mention not in articles))


def _is_article(case: Case, mention: Mention) -> bool:
    """Say whether a number is the word "one" or 一 before a noun, not one of several told of: "and one in Rayong"."""
    if not _is_one(mention):
        return False
    if case.role.name == "change" and case.dimension == "time":
        return False  # 提前了一个月
    if case.role.name == "old" and case.language.base_follows:
        return False  # "has cut the time from one day to 30 minutes"
    return _is_alone(case.reading, case.language, mention)


def _is_one(mention: Mention) -> bool:
    """Say whether a number is the word "one" or 一 alone, without a bound."""
    numeral = mention.numeral
    if numeral.form != "words" or numeral.value != 1 or numeral.value_max is not None or mention.kind is not None:
        return False
    return mention.modifier == "eq" or mention.start >= numeral.start


def _is_alone(reading: Reading, language: Language, mention: Mention) -> bool:
    """Say whether a "one" counts what no other number of its sentence does."""
    placed = language.stands_in(reading.text[mention.end :])
    return mention.unit not in {"percent", "percentage_point", "times", "CNY", "USD"} and not any(
        other.numeral.form == "words"
        and other.unit == mention.unit
        and other.numeral.value > 1
        and (mention.certain or not other.certain or placed)
        and (language.base_follows or _is_counted_alike(reading, language, mention, other))
        for other in reading.mentions
    )


def _is_counted_alike(reading: Reading, language: Language, mention: Mention, other: Mention) -> bool:
    """Say whether two Chinese numbers count the same, by classifier or move: 九个上涨，五个下跌，一个持平, 四涨一跌."""
    text, end = reading.text, mention.numeral.end
    return language.moves(reading, end) or text[end : end + 1] == text[other.numeral.end : other.numeral.end + 1]


def _is_frequency(case: Case, mention: Mention) -> bool:
    """Say whether "3 times" tells how often: nothing is compared behind it, and nothing grows before it."""
    if mention.kind is not None or not case.language.base_follows:
        return False
    grown = case.role.name == "change" or any(case.reading.between(case.clause[0], mention.start, Cue.GROWTH))
    return not grown and not case.language.compares(case.reading.text[mention.end : mention.end + _BEHIND])


def _is_window(case: Case, mention: Mention, carried_unit: str | None) -> bool:
    """Say whether a span of time only frames what is told, and is no length of something."""
    if mention.kind is not None or case.role.name in {"change", "old", "share"}:
        return False
    reading = case.reading
    again = _is_time(case, carried_unit) and case.language.takes_up(reading.text[: mention.start])
    level = case.role.name == "level"  # "can be done within 30 minutes. It used to be half a day"
    beside_old = _follows_old(case, mention) or _precedes_old(case, mention)
    if again or (level and (beside_old or _is_time(case, carried_unit) or _is_moved(case))):
        return False
    if mention.numeral.value_max is not None and case.language.base_follows:
        return False
    paced = mention.unit in _CLOCKED and reading.text.endswith(" every ", 0, mention.start)  # "every eight minutes"
    if paced or case.language.length_of(reading.text[mention.numeral.end : mention.numeral.end + _BEHIND]):
        return False
    start, end = case.clause
    aside = case.language.base_follows and reading.text[start : mention.start].strip() in _IS
    start = 0 if aside else start  # "Sailing time on the express, which was launched in April, is six days"
    if case.language.base_follows and mention.unit in _CLOCKED and not _has_growth(reading, start, end):
        return False
    before = reading.last(start, mention.end, Cue.DURATION)
    after = next(iter(reading.between(mention.end, end, Cue.DURATION)), None)
    return before is None and after is None


def _has_growth(reading: Reading, start: int, end: int) -> bool:
    return any(mark.value != "flat" for mark in reading.between(start, end, Cue.GROWTH))


def _is_moved(case: Case) -> bool:
    """Say whether a level is where something was moved to, as only a length can be: 缩短到35天以内."""
    mark = case.role.mark
    return mark is not None and mark.cue is Cue.LEVEL and mark.value in {"up", "down"}


def _is_time(case: Case, unit: str | None) -> bool:
    return unit is not None and case.lexicon.dimension(unit) == "time"


def _follows_old(case: Case, mention: Mention) -> bool:
    """Say whether the length before a new one is told too: "from 118 minutes to 59 minutes"."""
    before = case.before
    if before is None:
        return False
    told = case.language.resumes(case.reading.text[before.end : case.mention.start])
    return (told or case.roles[case.index - 1].name == "old") and before.unit == mention.unit


def _precedes_old(case: Case, mention: Mention) -> bool:
    """Say whether the length before a new one is told behind it: "fell to 78 days from 91 days a year ago"."""
    behind = case.index + 1
    if not case.language.base_follows or behind >= len(case.reading.mentions):
        return False
    old = case.reading.mentions[behind]
    return old.unit == mention.unit and case.reading.text[mention.end : old.start].strip() == "from"


def _counted(case: Case, mention: Mention, carried_unit: str | None) -> Mention:
    """Read bare points and pieces as what the sentence, or the one before it, says that they are."""
    if mention.unit == "index_point":
        return _points(case, mention)
    return _pieces(case, mention, carried_unit) if mention.unit == "count" else mention


def _pieces(case: Case, mention: Mention, carried_unit: str | None) -> Mention:
    """Read "units" as the vehicles that the subject of a level tells of: "output of cars rose to 41,500 units".

    Or as those told of in the sentence before, whose `carried_unit` they have: "delivered 87,340 vehicles".
    """
    noun = mention.noun
    if noun is None or case.role.name != "level" or not case.language.base_follows:
        return mention
    if not case.language.is_piece(case.reading.text[noun[0] : noun[1]]):
        return mention
    goes_on = bool(case.index) and case.roles[case.index - 1].name == "change"
    goes_on = goes_on or (case.before is not None and case.before.kind == "multiple")  # "doubled to 184,000 units"
    start = case.clause[0] if goes_on else max(case.clause[0], case.floor)
    unit = case.language.unit_of(case.reading.text[start : mention.start]) or carried_unit
    return replace(mention, unit=unit) if unit == "vehicle" else mention


_TO_LEVEL = Brief(
    r"^ to [0-9]{2,5}\.[0-9]{1,2}(?:[,;.]$|[,;.] |$| (?:as|after|while|and|in|on|from|amid|with|but|for)\b)"
)


def _points(case: Case, mention: Mention) -> Mention:
    """Read bare "points" as percentage points where shares and rates are told, not an index."""
    if case.reading.last(0, len(case.reading.text), Cue.INDEX):
        return mention
    if case.language.base_follows and _TO_LEVEL.match(case.reading.text[mention.end : mention.end + _BEHIND]):
        return mention  # "Kitchen appliances dropped 0.41 points to 98.06"
    if any(
        other.unit == "index_point" and role.name != "change"
        for other, role in zip(case.reading.mentions, case.roles, strict=False)
    ):
        return mention
    return replace(mention, unit="percentage_point") if case.role.name == "change" else mention
