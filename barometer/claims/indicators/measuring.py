"""Decides what is measured: the noun counted, the part of a share, or the subject of the clause or chain. Call 12.

Spans are places in the whole text, for a subject may stand in an earlier sentence.
"""

from dataclasses import dataclass

from barometer.claims.case import Case
from barometer.claims.language import Language
from barometer.claims.sharing import shared_out
from barometer.claims.values import Cue, Draft, Mention, Reading

Span = tuple[int, int]


@dataclass(slots=True, unsafe_hash=True)
class Measured:
    """The words that name what is measured, and whether they stand outside the figure's sentence."""

    span: Span | None = None
    inherited: bool = False


def measured(case: Case, kind: str, earlier: list[Draft], carried: Span | None) -> Measured:
    """Give what a mention measures; `earlier` are the drafts of its sentence so far, `carried` the subject before."""
    start = case.reading.sentence.start
    if earlier and (whole := _restated(case, kind, earlier)) is not None:
        return Measured(whole)
    own = _own(case, kind, earlier)
    if own is not None:
        return Measured((start + own[0], start + own[1]))
    if len(earlier) >= _PAIR and kind != "rank" and (paired := _paired(case, earlier)) is not None:
        return Measured(paired)
    noun = case.mention.noun
    told = _deed(case, kind) or _last_told(case, earlier)
    if told is not None:
        return Measured(told)
    if noun is not None:
        return Measured((start + noun[0], start + noun[1]))
    return Measured(carried, inherited=carried is not None)


def _deed(case: Case, kind: str) -> Span | None:
    """Give what was done with so many, right in front; 个 and 家 take up the things told before: 签了|20单."""
    text, first = case.reading.text, case.mention.start
    if case.mention.noun is not None or kind not in {"count", "amount"}:
        return None
    if text.startswith(("个", "家"), case.mention.numeral.end):
        return None
    size, start = case.language.deed(text[:first]), case.reading.sentence.start
    return (start + first - size, start + first) if size else None


def resumed_by_it(before: Reading, reading: Reading, language: Language) -> Span | None:
    """Give the subject of a sentence without a figure that "It" takes up: "The line opened. It is 9,870 km long"."""
    apart = before.sentence.paragraph != reading.sentence.paragraph or before.sentence.title
    if apart or before.mentions or not reading.text.startswith("It "):
        return None
    verb = next(iter(before.between(1, len(before.text), Cue.GROWTH, Cue.VERB, Cue.LEVEL)), None)
    subject = language.subject(before, 0, verb.start) if verb is not None else None
    start = before.sentence.start
    return None if subject is None else (start + subject[0], start + subject[1])


def _last_told(case: Case, earlier: list[Draft]) -> Span | None:
    """Give the subject told last in the sentence; in Chinese 降幅, of which points are told, is none of a percent."""
    if not earlier:
        return None
    told = [draft for draft in earlier if draft.indicator is not None]
    grown = case.role.name == "change" and case.role.rule != "a growth rate" and case.dimension == "ratio"
    if grown and not case.language.base_follows:
        told = [draft for draft in told if draft.mention.unit != "percentage_point"] or told
    if grown and case.language.base_follows:  # "visits during the five-day Spring Festival holiday, up 8 percent"
        told = [draft for draft in told if draft.kind != "duration"] or told
    return told[-1].indicator if told else None


def _restated(case: Case, kind: str, earlier: list[Draft]) -> Span | None:
    """Give the subject of a count or sum that a share right behind it, or the next number of it, tells of once more.

    "61 million users, 58 percent of all subscribers"; "moved 3.6 million TEUs in April and 13.9 million in the year".
    """
    before, reading = case.before, case.reading
    if before is None or earlier[-1].mention is not before:
        return None
    if not case.language.base_follows:
        return earlier[-1].indicator if _is_equivalent(case, before) else None
    gap = reading.text[before.end : case.mention.start]
    if any(reading.between(before.end, case.mention.start, Cue.VERB, Cue.GROWTH, Cue.STATUS, Cue.LIST, Cue.PART)):
        return None
    if kind == "share" and earlier[-1].kind in {"count", "amount"} and gap.rstrip().endswith(","):
        return (
            earlier[-1].indicator
            if case.language.of_whole(reading.text[case.mention.end : case.mention.end + _BEHIND])
            else None
        )
    same = case.mention.noun is None and case.mention.unit == before.unit and kind == earlier[-1].kind
    return earlier[-1].indicator if same and kind == "count" and gap.endswith(" and ") else None


def _is_equivalent(case: Case, before: Mention) -> bool:
    """Say whether a Chinese number tells the one before it in other things: 14万平方米，相当于20个足球场."""
    discrete = case.dimension == "discrete"
    return discrete and case.language.restates(case.reading.text[before.end : case.mention.start])


def _own(case: Case, kind: str, earlier: list[Draft]) -> Span | None:
    """Give the words of the clause itself that name what is measured."""
    noun = case.mention.noun
    again = bool(earlier) and _continues(case, earlier[-1])
    of_goods = case.lexicon.of_goods(case.mention.unit)
    if noun is not None and case.mention.kind == "duration":
        return noun
    if not again and (case.role.group == case.index or not case.language.base_follows):
        beside = case.language.beside(case.reading, case.index, case.role, kind, case.floor)
        same = bool(earlier) and noun is None and of_goods and earlier[-1].mention.unit == case.mention.unit
        if beside is not None and not same and _list_item(case) is None:
            return beside
    if kind == "share" and not case.language.base_follows:
        part = _list_item(case) or _part(case)
        if part is not None or (earlier and case.role.name == "share"):
            return part
    goods = of_goods or (case.dimension == "area" and case.language.base_follows)
    if noun is not None and (kind == "count" or goods) and not _generic(case):
        return _measure(case) or noun
    if noun is not None and kind == "change" and case.dimension == "discrete" and case.language.base_follows:
        return noun
    listed = _list_item(case)
    goes_on = case.role.group != case.index or again
    return listed if listed is not None or goes_on else _subject(case)


def _measure(case: Case) -> Span | None:
    """Give the measuring word that is the subject of a count: "the volume was 11 million parcels"."""
    if case.role.name not in {"level", "old", "bare"} or not case.language.base_follows:
        return None
    subject = _subject(case)
    if subject is None or case.reading.text[: subject[0]].lower().split()[-1:] in _WHO:
        return None  # "She orders from 70 mills"
    return subject if case.language.measures(case.reading.text[subject[0] : subject[1]]) else None


_WHO = (["she"], ["he"], ["they"], ["we"], ["i"], ["you"])


def _generic(case: Case) -> bool:
    """Say whether a noun only counts pieces of what the subject names."""
    return _is_piece(case) and (_subject(case) is not None or case.role.name == "level")


def _is_piece(case: Case) -> bool:
    noun = case.mention.noun
    return noun is not None and case.language.is_piece(case.reading.text[noun[0] : noun[1]])


def _continues(case: Case, last: Draft) -> bool:
    """Say whether a number is the conversion, the other end or the old level of the one before it."""
    between = case.reading.text[last.mention.end : case.mention.start]
    gap = between.strip()
    if (case.role.mark is not None and case.role.mark.value == "beside") or case.language.restates(between):
        return True
    if gap in {"(", "（", "or"} or gap.endswith((" or", ", or")):
        return True
    if gap.endswith("(") and case.mention.unit == last.mention.unit and case.dimension == "discrete":
        return True
    if last.role.name == "old" and case.role.name == "level" and _ENDS.isdisjoint(gap) and not _turns(gap):
        return True
    return case.language.base_follows and _goes_on(case, last, gap)


_ENDS = frozenset("；;。")


def _turns(gap: str) -> bool:
    """Say whether words turn to another thing: "from 145%, while Peru lowered its rate to"; "and its trade to"."""
    return any(turn in gap for turn in (", while ", ", whereas ", ", and its ", ", and their "))


def _goes_on(case: Case, last: Draft, gap: str) -> bool:
    """Say whether a number tells more of the one before it in the ways that no Chinese one does."""
    behind = case.reading.text[case.mention.end : case.mention.end + _BEHIND]
    if case.dimension == "money" and case.language.told_by_part(gap, behind):
        return True
    if case.language.resumes(gap) or case.language.counts_again(gap) or case.language.aims(gap, behind):
        return True
    if _stands_at(case, last.mention):
        return True
    old = case.role.name == "old" and not (" and to " in gap or (", and " in gap and _has_subject(case)))
    turned = last.role.name == "level" and _ENDS.isdisjoint(gap)
    return old and (turned or case.mention.unit == last.mention.unit)


def _has_subject(case: Case) -> bool:
    """Say whether a clause has a subject that belongs to nothing told before: "and the average price slid from"."""
    subject = _subject(case)
    return subject is not None and not case.reading.text[: subject[0]].lower().endswith(("their ", "its "))


def _stands_at(case: Case, before: Mention) -> bool:
    """Say whether "at" alone leads to a number that the one before it came to: "up 5 percent, at 30 billion yuan"."""
    alone = case.reading.text[case.clause[0] : case.mention.start].strip().lower() == "at"
    return alone and ";" not in case.reading.text[before.end : case.clause[0]] and not _names_another(case, before)


def _names_another(case: Case, before: Mention) -> bool:
    """Say whether a clause of its own names whose level it is: "…, while timber, at 640,000 tonnes, grew"."""
    clause = case.reading.clause(max(0, case.clause[0] - 2))
    return clause[0] > before.end and case.language.subject(case.reading, clause[0], case.clause[0]) is not None


_BEHIND = 48


def _paired(case: Case, earlier: list[Draft]) -> Span | None:
    """Give the subject of the figure that a list of changes takes up in order: "9 trains, 80 TEUs, up 3% and 2%".

    So shares do: 企业41万户，个体工商户96万户，分别占30%和70%.
    """
    members = case.members
    told = "share" if case.role.name == "share" else "change"
    if case.role.rule == "a growth rate" and Cue.LIST not in case.reading.cues:
        return None  # 增速由6.7%加快至12.4% tells of one thing
    if Cue.LIST in case.reading.cues:
        first = next((index for index, role in enumerate(case.roles) if role.name == told), case.index)
        end = next(
            (index for index in range(first + 1, len(case.roles)) if case.roles[index].name != told),
            len(case.roles),
        )
        members = _listed_with(case, list(range(first, end)))
    size, place = len(members), case.index - members[0] if case.index in members else -1
    levels = [draft for draft in earlier[: members[0] if members else 0] if draft.kind != told][-size:]
    if size < _PAIR or len(levels) != size or place < 0:
        return None
    return levels[place].indicator


_PAIR = 2


def _listed_with(case: Case, changes: list[int]) -> list[int]:
    """Give those of a run of changes that one word of a list shares out: 同比分别增长3%和2%，环比分别下降1%、4%."""
    mentions = case.reading.mentions
    heads = [
        index
        for index in changes[1:]
        if any(case.reading.between(mentions[index - 1].end, mentions[index].start, Cue.LIST))
    ]
    start = max((index for index in heads if index <= case.index), default=changes[0] if changes else 0)
    end = min((index for index in heads if index > case.index), default=changes[-1] + 1 if changes else 0)
    return [index for index in changes if start <= index < end]


def _list_item(case: Case) -> Span | None:
    """Give a mention's own item of the subjects that "respectively" shares out."""
    told = Cue.LIST in case.reading.cues
    if not (told or case.language.base_follows):
        return None
    members = case.members
    if len(members) < (_PAIR if told else _MANY):
        return None
    holding = [mark for mark in case.reading.places if mark.part in {"subject", "origin"}]
    if shared_out(case, holding) is not None:
        return None
    head = Case(case.reading, members[0], case.language, case.lexicon, case.roles)
    end = min(head.role.mark.start, head.mention.start) if head.role.mark else head.mention.start
    items = case.language.items(case.reading, head.floor, end)
    if len(items) < len(members) or (not told and len(items) != len(members)):
        return None
    return items[len(items) - len(members) + members.index(case.index)]


_MANY = 3
"""So many numbers and subjects in a list belong together in their order: "A, B and C rose by 5, 6 and 7 percent"."""


def _subject(case: Case) -> Span | None:
    """Give the subject: the words before the one that governs the number, in its clause or the one before."""
    mark, end = case.role.mark, case.mention.start
    if mark is not None and case.floor <= mark.start < end and mark.cue is not Cue.SHARE:
        paced = mark.cue is Cue.PACE and (case.language.base_follows or case.dimension == "point")
        end = mark.end if paced else mark.start
    floor = _floor(case)
    behind = mark is not None and mark.start >= case.mention.start and case.dimension != "point"
    if behind and case.index and not _has_verb(case):
        return None
    own = case.language.subject(case.reading, max(case.clause[0], floor), end)
    if (
        own is not None
        or case.clause[0] <= floor
        or (case.index and (case.role.name == "change" or case.dimension == "times") and not _is_of_part(case))
    ):
        return own
    return case.language.subject(case.reading, floor, min(end, case.clause[0]))


def _is_of_part(case: Case) -> bool:
    """Say whether a change behind 其中 is that of the part named there: 其中餐饮收入由降转升，增长2.2%."""
    return not case.language.base_follows and case.reading.last(case.floor, case.mention.start, Cue.PART) is not None


def _has_verb(case: Case) -> bool:
    """Say whether a verb stands between the number before and this one, so that this one has a subject of its own."""
    return any(case.reading.between(case.floor, case.mention.start, Cue.VERB, Cue.LEVEL, Cue.STATUS, Cue.GROWTH))


def _floor(case: Case) -> int:
    """Give where the subject may begin: a number that is part of a name ("a 20-tonne truck") is no bound."""
    index = case.index
    mentions, text = case.reading.mentions, case.reading.text
    while index and text[mentions[index - 1].numeral.end : mentions[index - 1].numeral.end + 1] == "-":
        index -= 1
    return case.floor if index == case.index else Case(case.reading, index, case.language, case.lexicon).floor


def _part(case: Case) -> Span | None:
    """Give the part of a share: the subject of 占, else what is said of the people or things."""
    reading, mention, language = case.reading, case.mention, case.language
    share = reading.last(case.floor, mention.start, Cue.SHARE)
    if share is None or (share.end == mention.start and reading.text[share.start : share.end] in _STOPS):
        return language.predicate(reading, mention.end, case.clause_end)
    return language.subject(reading, max(reading.clause(share.start)[0], case.floor), share.start)


_STOPS = frozenset("，、；")
"""Marks behind which a percent is a share by what is said of those counted: 61%的企业订单增加，20%持平."""
