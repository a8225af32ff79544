"""Lends a unit to a number that names none: that of its subject, of the number before, of what was counted last.

A bare number counts if its subject names things that can be counted, if it goes with a number whose unit is known, or
if it is a part of one ("of them").
"""

import re

from barometer.claims.bracketed import listed_before
from barometer.claims.case import Case
from barometer.claims.lexicon import LANDS, Lexicon, of_things
from barometer.claims.replacing import replace
from barometer.claims.units.left_out import by_standing, gapped, listed_again, said_again
from barometer.claims.units.of_those import of_named, of_those
from barometer.claims.units.set_beside import partner, replaced
from barometer.claims.values import Cue, Mark, Mention, Reading

_UNCOUNTED = frozenset({"ratio", "point", "times", "rank"})
_FARTHEST = 160
_BEHIND = 24
_MILLION = 1_000_000


def with_unit(case: Case, kept: list[Mention], carried_unit: str | None) -> Mention | None:
    """Give a number without a unit with the one that it borrows; None if it is no claim."""
    if (standing := by_standing(case)) is not None:
        return standing
    lexicon = case.lexicon
    counted = _last_counted(kept, lexicon)
    others = {*(("country", "city") if _is_included(case) else ()), *_sums(case)}
    if counted is not None and {counted, lexicon.dimension(counted)} & others and _is_part(case):
        counted = _last_discrete(kept, lexicon) or counted
    of_them = any(case.reading.between(0, case.mention.start, Cue.PART))
    ones = _ONES.match(case.reading.text[case.mention.end :][:_BEHIND]) is not None
    more = case.role.name == "change" and bool(kept) and case.mention.numeral.value > kept[-1].numeral.value
    if counted in LANDS and (of_them or ones or more or _is_of_them(case) or _is_set_against(case)):
        counted = _last_discrete(kept, lexicon) or counted
    last = counted or carried_unit
    if last is not None and lexicon.dimension(last) == "discrete" and case.language.base_follows and _is_of_them(case):
        return replace(case.mention, unit=last)  # "Zhejiang firms ran 1,140 of them"
    listed = listed_before(case)
    unit = listed.unit if listed is not None else _lent(case, last) or _again(case, counted, carried_unit)
    if unit is None and ones:
        last = counted or carried_unit or "count"
        unit = last if lexicon.dimension(last) == "discrete" else "count"
    if unit is None and (case.mention.counted or _is_of_them(case) or _is_rest(case)):
        unit = "count"
    return None if unit is None else replace(case.mention, unit=unit)


_ONES = re.compile(r" (?:[a-z-]+ ){0,2}ones\b")
"""What takes up the things counted before: "30 new ones are planned"."""


def _is_set_against(case: Case) -> bool:
    """Say whether a bare number is what another is set against: "1,940 buyers from 63 countries, up from 310"."""
    return case.role.name == "old" and reading_word(case, case.role.mark) in _SET_AGAINST


def _is_of_them(case: Case) -> bool:
    """Say whether a number is one of "them", whatever they are: "she has sold 3,100 of them"."""
    return case.mention.numeral.value > 1 and case.language.of_them(case.reading.text[case.mention.end :])


def _last_counted(kept: list[Mention], lexicon: Lexicon) -> str | None:
    """Give the unit of the last number that counts or weighs something; a rate or a growth lends none."""
    units = [mention.unit for mention in reversed(kept) if lexicon.dimension(mention.unit) not in _UNCOUNTED]
    return next((unit for unit in units if unit != "teu"), units[0] if units else None)


def _is_included(case: Case) -> bool:
    """Say whether a number is told as a part that is included, which is of the first thing counted: "including 430"."""
    before = case.reading.text[: case.mention.start].rstrip().lower()
    return case.language.base_follows and before.endswith("including")


def _last_discrete(kept: list[Mention], lexicon: Lexicon) -> str | None:
    """Give the unit of the last number that counts things, of which "including nine" tells a part."""
    units = [one.unit for one in reversed(kept) if lexicon.dimension(one.unit) == "discrete"]
    return of_things(units)


def _lent(case: Case, last_unit: str | None) -> str | None:
    """Give the unit that a number without one borrows; None if it is no claim."""
    mention, reading = case.mention, case.reading
    if mention.numeral.form == "ordinal" or _year_like(reading, mention):
        return None
    goods = last_unit is not None and case.lexicon.dimension(last_unit) == "money" and _is_of_goods(case)
    level = _level_told(case) or ("count" if goods else None)
    if level is not None:
        return level
    beside = partner(case) or replaced(case)
    if beside is not None:
        return beside.unit
    taken_up = (
        _taken_up(case)
        or gapped(case, last_unit)
        or said_again(case, last_unit)
        or listed_again(case, last_unit)
        or of_those(case)
        or of_named(case, last_unit)
        or _of_clause(case)
        or (last_unit if _is_now(case) else None)
    )
    if taken_up is None and _is_index(case, last_unit):
        return "index_point"
    if taken_up is None and last_unit is not None and _takes_last(case, last_unit):
        return last_unit
    return taken_up or _of_label(case, last_unit) or _unit_of_subject(case)


def _is_of_goods(case: Case) -> bool:
    """Say whether a bare number counts what is dealt in: "Last year I sold about 11,000", "7.3 million were sold"."""
    behind = case.reading.text[case.mention.end : case.mention.end + _BEHIND]
    if not case.language.base_follows or case.mention.numeral.value < _LEAST_DEALT:
        return False
    return _SHIPPED.match(behind) is not None or case.language.deals(_lead(case), behind)


_SHIPPED = re.compile(
    r" (?:of (?:them|these|those) )?(?:were|have been|had been|are) (?:sold|shipped|exported|made|sent|delivered"
    r"|produced|ordered|bought|dispatched|imported|returned)\b"
)


def _of_label(case: Case, last_unit: str | None) -> str | None:
    """Give the unit of a number that stands alone behind what a row calls it: "Countries represented: 76"."""
    label = _LABEL.match(case.reading.text[: case.mention.start])
    if label is None or case.index or not case.language.base_follows:
        return None
    if case.reading.text[case.mention.end :].strip()[:1] not in {"", "(", ",", ";", "+", "-"}:
        return None
    number = case.reading.text[case.mention.numeral.start : case.mention.numeral.end]
    if last_unit == "index_point" and "." in number:
        return last_unit
    first = label.group("label").split()[0]
    things = first.endswith("s") and not first.endswith("ss") and "." not in number  # "Umbrellas handed in: 73"
    return case.language.unit_of(label.group("label")) or ("count" if things else None)


_LABEL = re.compile(r"[^\w]*(?P<label>[A-Z][A-Za-z'& -]{2,48})(?:: |  +)$")


def _of_clause(case: Case) -> str | None:
    """Give the unit of what the clause of a level counts: "the number of entities reached 1.31 million"."""
    start = max(case.clause[0], case.floor)
    numbered = case.language.base_follows and _NUMBER_OF.search(case.reading.text[start : case.mention.start])
    told = case.role.name == "level" or (case.role.name == "bare" and case.mention.modifier == "gt")
    told = told or bool(numbered and case.role.name == "old" and _is_turned(case))
    if not told or not case.language.base_follows or case.language.counts_again(_lead(case)):
        return None
    mark = case.role.mark
    if mark is not None and reading_word(case, mark) in _HAVING:
        return None  # "a courier took 15" counts no couriers
    unit = case.language.unit_of(case.reading.text[start : case.mention.start])
    return unit if unit != "count" or numbered else None


_NUMBER_OF = re.compile(r"\b(?:[Nn]umber|[Ll]ist) of [^,;]*$")
"""What is counted by a level, and by an old one before it: "the number of its depots had risen from nine to 13"."""


def _is_turned(case: Case) -> bool:
    """Say whether a bare number is an old level, which stands right before the new one."""
    return case.index + 1 < len(case.roles) and case.roles[case.index + 1].name == "level"


def reading_word(case: Case, mark: Mark | None) -> str:
    """Give the words of a mark in lower case, none of no mark."""
    return case.reading.text[mark.start : mark.end].lower() if mark is not None else ""


_HAVING = frozenset({"took", "takes", "take", "taking"})


def _is_index(case: Case, last_unit: str | None) -> bool:
    """Say whether a level with a decimal goes on with the levels of indexes told before."""
    number = case.reading.text[case.mention.numeral.start : case.mention.numeral.end]
    return last_unit == "index_point" and case.role.name in {"level", "old"} and "." in number


def _taken_up(case: Case) -> str | None:
    """Give the unit of the number before, if it is taken up by a pronoun: "40 days; now it is 25"."""
    before = case.before
    if before is None or not before.certain:
        return None
    gap, behind = case.reading.text[before.end : case.mention.start], case.reading.text[case.mention.end :]
    turned = gap in _FROM and (behind[:1] in _ENDS or behind.startswith(_BEFORE_NOW)) and case.language.base_follows
    return before.unit if turned or case.language.resumes(gap) else None


_FROM = frozenset({" from ", ", from ", ", up from ", ", down from "})
"""What stands between a level and the one before it: "narrowed to 1.83, from 1.86"."""


def _is_now(case: Case) -> bool:
    """Say whether a sentence takes up what the one before it told: "It used to take 40 minutes. Now it is five."."""
    lead = case.reading.text[: case.mention.start]
    behind = case.reading.text[case.mention.end :]
    alone = not case.index and (behind[:1] in _ENDS or behind.startswith(_NOT_NAMED))
    return alone and case.role.name in {"level", "bare"} and case.language.takes_up(lead)


_ENDS = frozenset(["", ".", ",", ";", "!", '"', "”"])
_NOT_NAMED = (
    " by ", " in ", " at ", " before ", " a day", " a week", " a month", " a year", " an hour", " a shift", " with ",
)  # fmt: skip


def _takes_last(case: Case, last_unit: str) -> bool:
    """Say whether a number without a unit counts what was counted last."""
    after_old = case.role.name == "level" and bool(case.index) and case.roles[case.index - 1].name == "old"
    part = _is_part(case) and case.lexicon.dimension(last_unit) not in {"time", *_sums(case)}
    whole = bool(case.index) and case.language.of_all(case.reading.text[: case.reading.mentions[0].start])
    if whole and case.lexicon.dimension(last_unit) == "discrete" and case.language.opens(_lead(case)):
        return True  # "Of the 56 stalls, 41 take cards"
    again = case.language.counts_again(case.reading.text[case.clause[0] : case.mention.start])
    told = case.language.moves(case.reading, case.mention.end) and case.language.opens(_lead(case))
    if case.lexicon.dimension(last_unit) == "discrete" and (again or told or _is_rest(case)):
        return True
    if case.lexicon.dimension(last_unit) == "money" and case.language.priced(_lead(case)):
        return True  # "the first sold for 35 yuan; the new one cost 90 to make"
    behind = case.reading.text[case.mention.end :]
    between = case.reading.text[case.before.end : case.mention.start] if case.before else ""
    # "runs two plants in Ningbo and one in Rayong", "3,000 people watch and 400 place an order"
    placed = between.endswith(" and ") and (case.language.stands_in(behind) or case.language.acts(behind))
    placed = placed or (behind[:1] in _ENDS and _is_of_place(case))
    if case.lexicon.dimension(last_unit) == "discrete" and placed:
        return True
    against = case.role.name == "old" and bool(case.index) and reading_word(case, case.role.mark) in _SET_AGAINST
    over = behind[:1] in _ENDS or behind.startswith(_BEFORE_NOW)
    lasting = case.lexicon.dimension(last_unit) == "time" and over and between.startswith(", ")
    if against and (lasting or case.lexicon.dimension(last_unit) == "discrete"):
        return True  # "21 now sail, up from nine in 2023", "issued in three working days, down from 10"
    return after_old or part or _is_difference(case, last_unit) or _is_for_each(case) or _goes_on(case)


_BEFORE_NOW = (" last ", " in the past", " before", " previously", " earlier", " a year ", " in 20", " in the same ")


def _is_rest(case: Case) -> bool:
    """Say whether a number counts the rest of what was counted before: "The other 22 are still running"."""
    behind = case.reading.text[case.mention.end : case.mention.end + _BEHIND]
    return _lead(case).lower().endswith("the other ") and behind.startswith(_DOING)


_DOING = (" are ", " were ", " have ", " had ", " remain", " will ", " still ")


def _is_of_place(case: Case) -> bool:
    """Say whether only "and" and a place stand in front of a number: "Ningbo builds 340 of them and Yiwu 260"."""
    place = next((mark for mark in case.reading.places if mark.end == case.mention.start - 1), None)
    return place is not None and case.reading.text[: place.start].endswith(" and ")


def _is_for_each(case: Case) -> bool:
    """Say whether a number tells the one before it by the day: "11,860 landings, or 296 a day"."""
    if case.before is None:
        return False
    gap = case.reading.text[case.before.end : case.mention.start]
    behind = case.reading.text[case.mention.end : case.mention.end + _BEHIND]
    return case.language.restates(gap[max(0, gap.rfind(",")) :]) and case.language.per(_up_to_sign(behind))


def _up_to_sign(words: str) -> str:
    """Give words up to the first sign that ends them."""
    return _SIGN.split(words, maxsplit=1)[0]


_SIGN = re.compile(r"[,.;:]| on average")


def _sums(case: Case) -> tuple[str, ...]:
    """Give what no number of "them" in an English text can be of: sums and weights are "of it"."""
    return ("money", "mass", "area", "length") if case.language.base_follows else ()


def _lead(case: Case) -> str:
    return case.reading.text[case.floor : case.mention.start]


_LEAST_SUM = 1000
"""From where a number written out is no article: "are aiming for half a million"."""


def _again(case: Case, counted: str | None, carried: str | None) -> str | None:
    """Give the unit of what was counted, for a total of it: "120 stations, taking the total to 2,000"."""
    written = case.mention.numeral.form == "words" and case.mention.numeral.value >= _LEAST_SUM
    plain = (case.mention.numeral.form == "digits" or written) and not _year_like(case.reading, case.mention)
    behind = case.reading.text[case.mention.end : case.mention.end + _PLACED]
    ends = behind[:1] in {"", ".", ",", ";"}
    ends = ends or (behind.startswith(" in ") and (behind[-1:].isupper() or behind[-1:].isdigit()))
    ends = ends or behind.startswith((" this", " next", " last"))
    aimed = case.reading.last(case.floor, case.mention.start, Cue.STATUS)
    aimed_at = aimed is not None and ends and case.reading.text[aimed.end : case.mention.start].strip() in {"", "for"}
    contrasted = ends and case.mention.numeral.form == "words" and bool(case.reading.periods) and behind[:1] == "."
    plain = plain or contrasted  # "In July she shipped three."
    done = aimed_at or (
        ends
        and any(
            mark.end == case.mention.start - 1
            for mark in case.reading.between(case.floor, case.mention.start, Cue.VERB)
        )
    )
    if not plain or not (done or case.role.name == "level") or not case.language.base_follows:
        return None
    if counted is not None and case.lexicon.dimension(counted) == "discrete":
        return counted
    return carried if ends and carried is not None and case.lexicon.dimension(carried) == "discrete" else None


_LEAST_INDEX = 100
_READINGS = (" level of ", " reading of ")
_SUBJECT = 48
_PLACED = len(" in P")


def _level_told(case: Case) -> str | None:
    """Give the unit of what is told: an index has points, and a rate of nothing is zero percent."""
    numeral = case.mention.numeral
    decimal = "." in case.reading.text[numeral.start : numeral.end]
    if case.last_before(Cue.INDEX) and (decimal or case.reading.text[: numeral.start].endswith(_READINGS)):
        return "index_point"
    if case.last_before(Cue.INDEX) and case.mention.modifier != "eq" and numeral.value >= _LEAST_INDEX:
        return "index_point"  # "Freight index back above 1,400"
    opening = case.reading.text[: numeral.start].strip().lower() == "at" and decimal
    if opening and any(case.reading.between(numeral.end, numeral.end + _SUBJECT, Cue.INDEX)):
        return "index_point"  # "At 87.4, the confidence index was"
    rate = case.last_before(Cue.RATE)
    if rate is not None and decimal and case.language.base_follows and reading_word(case, rate) == "ratio":
        return "times"
    return "percent" if numeral.value == 0 and rate is not None else None


def _is_part(case: Case) -> bool:
    """Say whether a number is a part of what was told before: "Of these, 620,000 were", "40 of them"."""
    start, end = case.clause
    part = case.reading.last(case.floor, min(end, case.mention.end + 16), Cue.PART)
    return part is not None and part.end >= start - 2


def _goes_on(case: Case) -> bool:
    """Say whether a bare number is one of a list, or so great that it must count what was counted before."""
    return case.role.group != case.index or (
        case.mention.numeral.scale >= _MILLION and case.mention.numeral.form == "digits"
    )


def _is_difference(case: Case, last_unit: str) -> bool:
    """Say whether a bare number is how many more or fewer of the same things there are: "12 more than a year ago"."""
    counted = {"discrete", "time", "money"} if case.language.takes_up(_lead(case)) else {"discrete", "time"}
    return (
        case.role.name == "change"
        and case.lexicon.dimension(last_unit) in counted
        and case.role.mark is not None
        and (case.role.mark.start >= case.mention.end or case.language.base_follows)
        and not case.mention.certain
    )


def _unit_of_subject(case: Case) -> str | None:
    """Give the unit of a bare number from its subject; small numbers in words count only in a list ("nine rose")."""
    mention, reading = case.mention, case.reading
    dealt = mention.numeral.value >= _LEAST_DEALT and case.language.deals(_lead(case), reading.text[mention.end :])
    if dealt and mention.numeral.form == "digits":
        return "count"
    small = mention.numeral.value < 100 and mention.numeral.form in {"words", "digits"} and mention.modifier == "eq"
    if small:
        bare = [other for other in reading.mentions if not other.certain and other.numeral.value < 1000]
        told = [other for other in bare if case.language.moves(reading, other.end)]
        parts = any(other.certain and case.lexicon.dimension(other.unit) == "discrete" for other in reading.mentions)
        pair = parts and len(told) >= 2 and mention in told  # "of the 18, six retreated and one stood still"
        many = len(bare) if mention.numeral.form == "words" else len(told)
        listed = many >= 3 or (pair and (mention.numeral.form == "words" or not case.language.base_follows))  # 6涨8跌
        if listed or mention.numeral.form == "words":
            return "count" if listed else None
    if case.role.name == "old" and case.index + 1 < len(case.roles) and case.roles[case.index + 1].name == "level":
        later = reading.mentions[case.index + 1]
        if (unit := case.language.unit_of(reading.text[mention.end : later.start])) is not None:
            return unit
    bounded = mention.modifier != "eq" or mention.numeral.scale > 1 or mention.numeral.value >= 1000
    if bounded or case.role.name in {"level", "old", "change"}:
        return case.language.unit_of(reading.text[max(0, mention.start - _FARTHEST) : mention.start])
    return None


_LEAST_DEALT = 50


_SET_AGAINST = frozenset({"up from", "down from", "compared with", "compared to", "against", "versus"})


def _year_like(reading: Reading, mention: Mention) -> bool:
    grouped = "," in reading.text[mention.numeral.start : mention.numeral.end]
    return not grouped and mention.numeral.scale == 1 and 1700 <= mention.numeral.value <= 2100
