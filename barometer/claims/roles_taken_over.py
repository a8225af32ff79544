"""Which role a number takes over from those before it: of a list, a conversion, a verb left out, shares shared out."""

from barometer.claims.around_numbers import GOVERNING, SHORT, bare_gap, both_percent, growth_behind, is_of_whole
from barometer.claims.case import Case
from barometer.claims.text.scanning import touching
from barometer.claims.values import Cue, Mention, Role


def taken_over(case: Case, before: Mention) -> Role | None:
    """Give the role that a number takes over from the ones before it, None if it has one of its own."""
    last = case.roles[-1]
    if _listed(case, before) or _is_conversion(case, before):
        return last
    if not case.language.base_follows:
        if case.dimension == "ratio" and _foretold(case, before):
            return last
        again = case.dimension == "ratio" and _is_said_again(case, before)
        return last.of_group(case.index) if again else None
    if _is_part_of_points(case, before):
        return last.of_group(case.index)
    if case.dimension == "ratio":
        return _percent_taken_over(case, before, last)
    return last.of_group(case.index) if _is_second_base(case, before) else None


def _is_part_of_points(case: Case, before: Mention) -> bool:
    """Say whether points are a part of those by which something moved: "gained 1.9 points, of which 1.2 came from"."""
    points = case.dimension in {"index", "point"} and case.mention.unit == before.unit
    if not points or case.roles[-1].name != "change":
        return False
    return case.reading.text[before.end : case.mention.start].strip(" ,") in {"of which", "of which about"}


def _percent_taken_over(case: Case, before: Mention, last: Role) -> Role | None:
    """Give the role that an English percent takes over from the numbers before it."""
    if _foretold(case, before):
        return last
    if _is_said_again(case, before) or _is_second_base(case, before):
        return last.of_group(case.index)
    if (verb := _elided(case, before)) is not None:
        return verb.of_group(case.index)
    if _has_next_share(case, before):
        return last.of_group(case.index)
    return Role("share", "a share of the total told", group=case.index) if _is_share_of(case, before) else None


def _listed(case: Case, before: Mention) -> bool:
    """Say whether a number continues a list that the number before it began."""
    alike = case.lexicon.dimension(before.unit) == case.dimension or _is_shared_out(case, before)
    if case.mention.kind is not None or not alike:
        return False
    gap = bare_gap(case.reading, before.end, case.mention.start)
    if not case.language.coordinates(gap):
        return False
    cues = (Cue.TIMES, Cue.OLD) if case.reading.row else (Cue.TIMES,)  # a column may be of levels before
    if any(case.reading.between(before.end, case.mention.start, *cues)) or _is_part_of_them(case, before):
        return False
    if case.roles[-1].name in {"change", "old"} and _is_one_in(case):
        return False  # "up 6.5%, and two in five shops now buy direct"
    between = case.reading.text[before.end : case.mention.start]
    if case.roles[-1].name == "change" and (is_of_whole(case) or (between == "，" and _is_sent(case))):
        return False  # "up 6.8 percent, or 53 percent of the target", 比上年多了两成，六成来自东南亚
    alone = between.strip() == "," and (case.dimension == "time" or case.mention.noun is None)
    apart = gap != between or alone
    return not (apart and growth_behind(case) is not None)


def _is_sent(case: Case) -> bool:
    """Say whether a Chinese percent is told as the part that comes from or goes somewhere: 六成来自东南亚."""
    behind = case.reading.text[case.mention.end : case.mention.end + SHORT]
    return case.mention.unit == "percent" and case.language.share_of(behind) and behind[:1] != "的"


def _is_one_in(case: Case) -> bool:
    """Say whether a number is told as so many of so many: "two in five"."""
    words = case.reading.text[case.mention.start : case.mention.end].lower()
    return " in " in words or " out of " in words


def _is_shared_out(case: Case, before: Mention) -> bool:
    """Say whether a change of one thing is told in a list with that of another: 较年初分别增加17个和26万平方米."""
    if case.language.base_follows or case.roles[-1].name != "change":
        return False
    sharing = case.reading.last(0, before.start, Cue.LIST)
    return sharing is not None and case.reading.clause(sharing.start) == case.clause


def _is_part_of_them(case: Case, before: Mention) -> bool:
    """Say whether a number is a part of the one before it: "900 exhibitors, nearly 200 of them first-timers"."""
    if not case.language.base_follows:
        return False
    led = case.index == 1 and case.language.of_all(case.reading.text[: before.start])
    if led and case.mention.noun is None and case.reading.text[before.end : case.mention.start] == ", ":
        return True  # "Of the market's 900 stalls, 40 specialize in lamps"
    behind = case.mention.end
    return any(mark.start <= behind + 1 for mark in case.reading.between(behind, behind + SHORT + 1, Cue.PART))


def _is_conversion(case: Case, before: Mention) -> bool:
    """Say whether an amount in brackets is the change before it in other money: 增收1800元（约合250美元）."""
    if case.dimension != "money" or case.roles[-1].name != "change" or case.language.base_follows:
        return False
    money = case.lexicon.dimension(before.unit) == "money" and before.unit != case.mention.unit
    gap = case.reading.text[before.end : case.mention.start]
    return money and gap.startswith(("（", "(")) and len(gap) <= SHORT


def _elided(case: Case, before: Mention) -> Role | None:
    """Give the role of the change whose verb a percent takes: "imports rose 4 percent and exports 9 percent".

    Its new level may stand between them: "exports rose 8 percent to 5 billion yuan and imports 4 percent".
    """
    if case.mention.unit != "percent":
        return None
    led = _led_to(case)
    if not (led or before.unit == "percent"):
        return None
    verb = case.roles[-2 if led else -1]
    if verb.name != "change":
        return None
    if case.language.names_next(case.reading.text[before.end : case.mention.start]):
        return verb if growth_behind(case) is None else None
    gap = bare_gap(case.reading, before.end, case.mention.start)
    if not case.language.elides(gap):
        return None
    based = list(case.reading.between(before.end, case.clause_end, Cue.BASE))
    marks = case.reading.between(before.end, case.clause_end, *GOVERNING, Cue.VERB, Cue.RATE)
    text, start = case.reading.text, case.mention.start
    apart = (
        (mark.cue is Cue.LEVEL and not case.language.touches(text[mark.end : start]))
        or (led and mark.cue is Cue.LEVEL and mark.start >= case.mention.end)
        or (mark.cue is Cue.OLD and touching(based, mark.start, mark.end))
        for mark in marks
    )
    bracketed = gap.startswith(")") or gap.endswith("(")  # "(up 1.96 percent), followed by power tools (1.42 percent)"
    return verb if (bracketed or all(apart)) and growth_behind(case) is None else None


def _has_next_share(case: Case, before: Mention) -> bool:
    """Say whether a percent is the next share of what was shared out: "took up 41 percent, Jinhua for 17 percent"."""
    if case.roles[-1].name != "share" or not both_percent(case):
        return False
    return case.language.shares_on(case.reading.text[before.end : case.mention.start])


def _led_to(case: Case) -> bool:
    """Say whether the number before is the level that a change of percent led to: "8 percent to 5 billion yuan"."""
    mentions, before = case.reading.mentions, case.index - 2
    if before < 0 or not case.language.base_follows or case.roles[-1].name != "level":
        return False
    gap = case.reading.text[mentions[before].end : mentions[before + 1].start]
    return mentions[before].unit == "percent" and gap.strip() == "to"


def _is_said_again(case: Case, before: Mention) -> bool:
    """Say whether a percent tells the change before it once more: "shrank by 300 million yuan, or 6.5 percent"."""
    if case.roles[-1].name != "change":
        return False
    whole = case.language.share_of(case.reading.text[case.mention.end : case.mention.end + SHORT])
    return not whole and case.language.restates(case.reading.text[before.end : case.mention.start])


def _is_share_of(case: Case, before: Mention) -> bool:
    """Say whether a percent tells what part of a total the number before it is: "300 of that total, or 5 percent"."""
    gap = case.reading.text[before.end : case.mention.start].strip().lower()
    return gap in _OF_TOTAL and case.lexicon.dimension(before.unit) != "ratio"


_OF_TOTAL = frozenset(
    f"of {which} {whole}, or" for which in ("that", "the", "this") for whole in ("total", "sum", "amount")
)


def _is_second_base(case: Case, before: Mention) -> bool:
    """Say whether a change is told against a second base: "up 2.4 points from March and 19 percent from April 2025"."""
    if not case.language.base_follows or case.roles[-1].name != "change":
        return False
    if not {case.lexicon.dimension(before.unit), case.dimension} <= _COMPARABLE:
        return False
    based = any(case.reading.between(before.end, case.mention.start, Cue.BASE))
    behind = any(case.reading.between(case.mention.end, case.ceiling, Cue.BASE))
    against = case.reading.text[case.mention.end :].startswith((" from ", " against ", " compared "))
    return (
        based
        and behind
        and against
        and case.language.coordinates(bare_gap(case.reading, before.end, case.mention.start))
    )


_COMPARABLE = frozenset({"ratio", "point", "index"})


def _foretold(case: Case, before: Mention) -> bool:
    """Say whether a percent is what was expected of the one before it: "gained 5.8%, beating a forecast of 5.0%"."""
    if before.unit != case.mention.unit:
        return False
    mark = case.reading.last(case.floor, case.mention.start, Cue.STATUS)
    return mark is not None and case.language.touches(case.reading.text[mark.end : case.mention.start])
