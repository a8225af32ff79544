"""Decides what is measured: the noun counted, the part of a share, or the subject of the clause. Call 12."""

from barometer.claims.case import Case
from barometer.claims.values import Cue


def indicator_of(case: Case, kind: str) -> tuple[int, int] | None:
    """Give the span of the words that name what a mention measures, within its sentence."""
    noun = case.mention.noun
    if kind == "share":
        part = _part(case)
        if part is not None:
            return part
    if noun is not None and kind == "count":
        return noun
    return _subject(case) or noun


def _subject(case: Case) -> tuple[int, int] | None:
    """Give the subject: the words before the one that governs the number, in its clause or the one before."""
    mark, end = case.role.mark, case.mention.start
    if mark is not None and case.floor <= mark.start < end and mark.cue is not Cue.SHARE:
        end = mark.start
    own = case.language.subject(case.reading, max(case.clause[0], case.floor), end)
    if own is not None or case.clause[0] <= case.floor:
        return own
    return case.language.subject(case.reading, case.floor, min(end, case.clause[0]))


def _part(case: Case) -> tuple[int, int] | None:
    """Give the part of a share: the subject of "accounted for", else what is said of the people or things."""
    reading, mention, language = case.reading, case.mention, case.language
    share = reading.last(case.floor, mention.start, Cue.SHARE)
    if share is not None:
        return language.subject(reading, max(reading.clause(share.start)[0], case.floor), share.start)
    if not language.base_follows:
        return language.predicate(reading, mention.end, case.clause_end)
    verb = next(iter(reading.between(mention.end, case.ceiling, Cue.VERB)), None)
    if verb is None:
        return None
    return language.predicate(reading, verb.start, min(case.ceiling, reading.clause(verb.start)[1]))
