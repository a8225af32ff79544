"""Decides what part each number plays in its clause: change, level, old level, share, rank, or none of these.

The words next to the number decide ("by", "to", "from", 增长, 至, 由, 占); a number in a list ("6%, 9% and 12%")
takes the part of the first one; where nothing touches the number, a percent takes the verb of growth of its clause.
"""

from collections.abc import Sequence

from barometer.claims.around_numbers import GOVERNING, SHORT, bare_gap, both_percent, growth_behind, is_of_whole
from barometer.claims.case import Case
from barometer.claims.language import Language
from barometer.claims.lexicon import LANDS, Lexicon
from barometer.claims.roles_taken_over import taken_over
from barometer.claims.text.expressions import Brief
from barometer.claims.values import Cue, Mark, Reading, Role

_LONGEST_VERB = 16
_LONGEST_ACT = 24
_WORD = Brief(r"[0-9A-Za-z]")
_MINUS = frozenset("-−–")
_SIGNS = _MINUS | {"+"}
_SIZES = frozenset({"mass", "area", "length", "time", "money", "discrete"})


def cases(reading: Reading, language: Language, lexicon: Lexicon) -> list[Case]:
    """Give the case of each mention of a sentence in order, with its role."""
    told: list[Case] = []
    roles: list[Role] = []
    for index in range(len(reading.mentions)):
        case = Case(reading, index, language, lexicon, roles)
        role = taken_over(case, case.before) if case.before is not None else None
        told.append(case)
        roles.append(role or _role(case))
    if language.base_follows:
        roles[:] = _from_behind(reading, language, lexicon, roles)
    for case, role in zip(told, roles, strict=True):
        case.decide(role)
    return told


def _is_attribute(case: Case) -> bool:
    """Say whether a number is part of the name of something: "a 20-tonne truck"."""
    return case.reading.text.startswith("-", case.mention.numeral.end) and case.dimension in _SIZES


def _from_behind(reading: Reading, language: Language, lexicon: Lexicon, found: list[Role]) -> list[Role]:
    """Give the roles with that of the last of a list lent to the others: "12% and 4% more than a year earlier"."""
    lent = list(found)
    for index in range(len(found) - 1, 0, -1):
        copula = lent[index].name == "level" and lent[index].mark is not None
        if lent[index].group == index or not (copula or lent[index].name == "bare"):
            continue
        behind = growth_behind(Case(reading, index, language, lexicon))
        if behind is None:
            continue
        members = [other for other, role in enumerate(found) if role.group == found[index].group and other <= index]
        for other in members:
            lent[other] = Role("change", f"{behind.value} behind the list", behind, behind, members[0])
    return lent


def _role(case: Case) -> Role:
    reading, mention, language = case.reading, case.mention, case.language
    behind = growth_behind(case) if language.base_follows else None
    answered = case.dimension == "ratio" and _is_answer(case, behind)
    if answered or mention.unit == "rank" or (behind is None and _is_attribute(case)):
        rule = "what a part does" if answered else "part of a name"
        return Role("rank" if mention.unit == "rank" else "bare", rule, group=case.index)
    compared = Role("change", f"{behind.value} behind the number", behind, behind, case.index) if behind else None
    if compared is not None and behind is not None and (behind.cue is Cue.DIFFER or language.one(_lead(case))):
        return compared
    marks = reading.between(case.floor, mention.start, *GOVERNING)
    if marks and marks[-1].cue is Cue.OLD and mention.numeral.value_max is not None and language.base_follows:
        marks = marks[:-1]  # "by anything from 2 to 4 percent" is a range
    touching = marks[-1] if marks and language.touches(bare_gap(reading, marks[-1].end, mention.start)) else None
    role = _touched(case, touching, marks) if touching is not None else None
    if role is not None and role.name in {"level", "old"} and _is_signed_growth(case):
        return Role("change", "a sign in front", group=case.index)
    if role is not None:
        return role
    bracketed = case.dimension == "money" and "(+" in case.reading.text
    bracketed = bracketed and case.reading.text[: case.mention.start].rstrip("$€£¥").endswith("(+")
    if (case.dimension == "ratio" and _sign(case) in _SIGNS) or bracketed:
        return Role("change", "a sign in front", group=case.index)
    return compared or _loose(case, marks)


def _is_answer(case: Case, behind: Mark | None) -> bool:
    """Say whether so many percent answered, whatever grew: "Asked where sales had grown, 34 percent named Asia"."""
    asked = case.language.base_follows and _ASKED.match(case.reading.text[: case.mention.start]) is not None
    return ((asked or behind is not None) and _answers(case)) or _names_on(case)


_ASKED = Brief(r"^[\"“]?Asked [^.;,]{3,90}, $")


def _names_on(case: Case) -> bool:
    """Say whether a percent named what follows it, as others named another thing: "34 percent named Asia, 27 Africa".

    The verb is said once.
    """
    if case.before is None or not case.language.base_follows or case.roles[-1].rule != "what a part does":
        return False
    return (
        _NAMED_ON.search(case.reading.text[max(0, case.mention.start - _LONGEST_NAMED) : case.mention.start])
        is not None
    )


_LONGEST_NAMED = 160
_PERCENT = r"(?:%| percent| per cent)"
_NAMED_ON = Brief(
    rf"{_PERCENT} (?:named|cited|picked|chose|mentioned|preferred|blamed) [\w' -]{{2,40}}?(?:, | and |, and )"
    rf"(?:(?:about |some )?[0-9.]{{1,5}}{_PERCENT} [\w' -]{{2,40}}?(?:, | and |, and ))*$"
)


def _lead(case: Case) -> str:
    """Give the words right in front of a number."""
    return case.reading.text[max(0, case.mention.start - SHORT) : case.mention.start]


def _is_signed_growth(case: Case) -> bool:
    """Say whether a percent below zero is a change told as a level: "producer prices were -2.1%"; a margin is none."""
    if not case.language.base_follows or case.dimension != "ratio":
        return False
    return case.reading.last(case.clause[0], case.mention.start, Cue.RATE) is None and has_minus(case)


def _same_pace(case: Case, mark: Mark) -> bool:
    """Say whether a level goes on with the growth rate told before it: 增速为3.7%，2022年则为4.1%."""
    if not case.roles or case.roles[-1].rule != "a growth rate" or case.language.base_follows:
        return False
    return both_percent(case) and case.language.subject(case.reading, case.floor, mark.start) is None


_OF_PACE = frozenset({Cue.PACE, Cue.LEVEL, Cue.TIMES, Cue.OLD, Cue.GROWTH})
"""What a number touches that a growth rate named before it is told by."""
_TOUCHED = {
    Cue.LEVEL: ("level", "words for a level"),
    Cue.TIMES: ("level", "words for a level"),
    Cue.OLD: ("old", "words for the level before"),
    Cue.SHARE: ("share", "words for a share"),
}


def _is_origin(case: Case) -> bool:
    """Say whether "from" tells where things come from ("buyers from 73 countries"), for nothing else is so counted."""
    if case.mention.unit in LANDS and not case.reading.text.startswith(" to ", case.mention.end):
        return True  # "exhibitors from 31 countries and regions, and more than 60 of them"
    alike = [other for other in case.reading.mentions if other.unit == case.mention.unit or not other.certain]
    return case.mention.certain and case.dimension == "discrete" and len(alike) < 2


def _goes_on(case: Case, mark: Mark, earlier: Role, *, paced: bool) -> bool:
    """Say whether a percent is a growth like the one before it: "slowed to 3% from 6%", "up 9%, compared with 5%"."""
    if mark.cue is Cue.LEVEL and both_percent(case) and earlier.rule == "a growth rate" and _is_turn(case):
        return True
    if mark.cue is Cue.OLD and both_percent(case):
        beside = mark.value == "beside" or _is_old_pace(case)
        return earlier.rule == "a growth rate" or (beside and earlier.name == "change")
    return not paced and mark.cue in {Cue.LEVEL, Cue.TIMES} and _same_pace(case, mark)


def _is_old_pace(case: Case) -> bool:
    """Say whether a percent is the growth that the one before it slowed from: "rose 4.1% in May, slowing from 7%"."""
    before = case.before
    if before is None or not case.language.base_follows:
        return False
    return case.language.turns_pace(bare_gap(case.reading, before.end, case.mention.start))


def _is_pace_reached(case: Case, earlier: Role) -> bool:
    """Say whether a percent is the growth rate that a change of it led to: 增速预测上调0.3个百分点至4.5%."""
    before = case.before
    if before is None or before.unit != "percentage_point" or case.dimension != "ratio" or case.language.base_follows:
        return False
    return earlier.rule == "a growth rate" and case.mention.start - before.end <= _SIGNED


def _is_turn(case: Case) -> bool:
    """Say whether the number before is where a growth rate comes from: "swung from -2.8% to 4.1%"."""
    before = case.before
    old = None if before is None else case.reading.last(0, before.start, Cue.OLD)
    if before is None or old is None:
        return False
    return len(bare_gap(case.reading, old.end, before.start)) <= _SIGNED  # 由9月的15.6%加快至17.3%


_SIGNED = 2


def _is_plain_ratio(case: Case) -> bool:
    """Say whether a number of times is what one is of another, be it a growth rate: 增速是全市平均水平的2.3倍."""
    return case.dimension == "times" and case.reading.text[: case.mention.start].endswith("的")


def _touched(case: Case, mark: Mark, marks: Sequence[Mark]) -> Role | None:
    """Give the role that the mark right in front of a number gives it."""
    paced = Cue.PACE in case.reading.cues and mark.value != "close"
    pace = next((one for one in marks if one.cue is Cue.PACE), None) if paced else None
    if pace is not None and mark.cue in _OF_PACE and not _is_plain_ratio(case):
        return Role("change", "a growth rate", pace, mark if mark.cue is Cue.GROWTH else pace, case.index)
    earlier = case.roles[-1] if case.roles else None
    if earlier is not None and mark.cue is Cue.LEVEL and _is_pace_reached(case, earlier):
        return Role("change", "a growth rate", earlier.mark, earlier.mark, case.index)
    if earlier is not None and _goes_on(case, mark, earlier, paced=pace is not None):
        turned = mark.cue is Cue.LEVEL and (case.language.base_follows or _is_turn(case))
        return earlier if turned else earlier.of_group(case.index)
    if mark.cue is Cue.GROWTH or mark.cue is Cue.BY:
        growth = mark if mark.cue is Cue.GROWTH else case.reading.last(0, mark.start, Cue.GROWTH, Cue.DIFFER)
        return Role("change", "word of growth", mark, growth, case.index) if growth else None
    return _told_level(case, mark, marks)


def _told_level(case: Case, mark: Mark, marks: Sequence[Mark]) -> Role | None:
    """Give the role of a level, an old one or a share; "the fastest growth, at 17.5 percent" is a change."""
    most = _apposed(case, marks[:-1]) if mark.cue is Cue.LEVEL and case.dimension == "ratio" else None
    if most is not None:
        return Role("change", "word of growth", most, most, case.index)
    if mark.cue in _TOUCHED and not (mark.cue is Cue.OLD and _is_origin(case)):
        return Role(*_TOUCHED[mark.cue], mark, None, case.index)
    return None


def has_minus(case: Case) -> bool:
    """Say whether a minus sign, not a dash, stands in front of a number."""
    return _sign(case) in _MINUS


def _sign(case: Case) -> str:
    """Give the character in front of a number, nothing if that joins it to a word: "A-3"."""
    first = case.mention.numeral.start
    front = case.reading.text[max(0, first - 2) : first]
    return "" if _WORD.match(front[:-1]) else front[-1:]


def acts(case: Case) -> bool:
    """Say whether a percent is itself the subject of the verb behind it: "68 percent expect"."""
    start, text = case.mention.end + 1, case.reading.text
    if not case.language.base_follows:
        return False
    verb = next(iter(case.reading.between(start, start + _LONGEST_VERB, Cue.VERB, Cue.STATUS)), None)
    if verb is None or verb.start != start:
        return _answers(case)
    return case.language.opens(text[case.floor : case.mention.start])


def _answers(case: Case) -> bool:
    """Say whether so many percent answered or did something, whatever grew by it: "38 percent foresaw growth"."""
    reading, mention = case.reading, case.mention
    if not case.language.base_follows or not case.language.acts(reading.text[mention.end : mention.end + _LONGEST_ACT]):
        return False
    return case.language.opens(reading.text[case.floor : mention.start])


def _apposed(case: Case, marks: Sequence[Mark]) -> Mark | None:
    """Give the noun that a percent is told behind, set off by a comma: "the steepest fall, 2.36 percent"."""
    if not case.language.base_follows:
        return None
    mark = marks[-1] if marks else case.last_before(Cue.GROWTH, Cue.PACE)
    if mark is None or mark.cue not in {Cue.GROWTH, Cue.PACE}:
        return None
    text = case.reading.text
    gap = text[mark.end : case.mention.start]
    named = _MOST.search(text[max(0, mark.start - _FURTHEST) : mark.start]) is not None
    return mark if named and (_SET_OFF.match(gap) or _FOLLOWED.match(gap)) else None


_MOST = Brief(r"\b(?:[a-z]{3,}est|most|biggest) (?:[a-z-]+ ){0,3}$")
_FURTHEST = 48
_SET_OFF = Brief(r"^(?:(?: in)? [a-z -]{3,24})?, (?:at )?$")
_FOLLOWED = Brief(r"^, [0-9.]+ percent, followed by [^,;.0-9]{2,40}, $")


def _last_of(marks: Sequence[Mark], *cues: Cue) -> Mark | None:
    for mark in reversed(marks):
        if mark.cue in cues:
            return mark
    return None


_GROWN = frozenset({"ratio", "point", "times"})
"""What a word of growth makes a change though nothing but its clause ties it to the number."""


def _loose(case: Case, marks: Sequence[Mark]) -> Role:
    """Give the role of a number that no word touches."""
    if case.language.base_follows and is_foretold_beside(case):
        return case.roles[-1].of_group(case.index)
    role = _of_clause(case, marks) if case.dimension in _GROWN else None
    return role or Role("bare", "no cue", group=case.index)


def is_foretold_beside(case: Case) -> bool:
    """Say whether a percent is the growth that others had foretold: "rose 6.4%, ahead of the 4.8% forecast by"."""
    if not case.index or not both_percent(case):
        return False
    if case.roles[case.index - 1].name != "change":
        return False
    text, mention = case.reading.text, case.mention
    told = _FORETOLD.match(text[mention.end :][:_LONGEST_FORETOLD])
    return told is not None and text.endswith(_BEATING, 0, mention.start)


_FORETOLD = Brief(
    r"^ (?:median |average |consensus |market )?(?:forecasts?|estimates?|consensus|expected|predicted|projected|tipped"
    r"|pencilled|(?:rise|increase|gain|growth|drop|fall|decline) (?:forecast|expected|predicted|projected|tipped)"
    r" (?:in|by))\b"
)
_LONGEST_FORETOLD = 40
_BEATING = tuple(
    f"{how} {article}"
    for how in (
        "ahead of", "short of", "above", "below", "beating", "missing", "vs", "versus", "against", "compared with",
    )
    for article in ("the ", "a ", "an ", "")
)  # fmt: skip


def _of_clause(case: Case, marks: Sequence[Mark]) -> Role | None:
    """Give the role that the words of its clause give a ratio, points or times, if any do."""
    if case.dimension == "ratio" and acts(case):
        return Role("bare", "what a part does", group=case.index)
    near = [mark for mark in marks if mark.start >= case.clause[0]]
    share, growth = _last_of(near, Cue.SHARE), _last_of(near, Cue.GROWTH, Cue.PACE)
    growth = growth or _apposed(case, marks)
    if case.dimension == "ratio" and share is not None and (growth is None or growth.start < share.start):
        return Role("share", "words for a share in the clause", share, None, case.index)
    times = _last_of(near, Cue.TIMES)
    if growth is not None and times is not None and growth.end <= times.start and _is_plain_ratio(case):
        return Role(*_TOUCHED[Cue.TIMES], times, None, case.index)
    if growth is not None and not is_of_whole(case):
        return Role("change", "verb of growth in the clause", growth, growth, case.index)
    if case.dimension == "point":
        growth = case.last_before(Cue.GROWTH, Cue.PACE)
        return Role("change", "points are a change", growth, growth, case.index)
    return None
