"""Shares out places and times over a list of numbers: "Yongkang and Wuyi had 1,265 and 688"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from barometer.claims.case import Case
from barometer.claims.text.expressions import pattern
from barometer.claims.values import Cue


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_FAR = 40
_NEAR = 16
"""Characters behind a list within which "respectively" speaks of it."""

Member = TypeVar("Member", bound=_Spanned)


def shared_out(case: Case, spans: Sequence[Member]) -> Member | None:
    """Give the one of `spans` that is a number's own, if as many stand in a list before as there are numbers."""
    if len(spans) < 2 or len(case.roles) < 2:
        return None  # none of a list
    members = _members(case)
    if len(members) < 2 or case.index not in members:
        return None
    first = case.reading.mentions[members[0]].start
    before = [span for span in spans if span.end <= first]
    for stop in range(len(before), len(members) - 1, -1):
        run = before[stop - len(members) : stop]
        final = case.reading.mentions[members[-1]]
        governed = _governs(case, run[-1], first, max(final.end, final.noun[1] if final.noun else 0))
        if _is_list(case, run) and (governed or _again(case, members[0])):
            return run[members.index(case.index)]
    return _shared_behind(case, spans, members)


def _shared_behind(case: Case, spans: Sequence[Member], members: list[int]) -> Member | None:
    """Give the one of a list behind the numbers: "opened 41, 26 and nine outlets in Jinhua, Quzhou and Lishui"."""
    last = case.reading.mentions[members[-1]]
    run = [span for span in spans if span.start >= last.end][: len(members)]
    if len(run) < len(members) or run[0].start - last.end > _FAR or not _is_list(case, run):
        return None
    told = case.reading.last(run[-1].end, run[-1].end + _NEAR, Cue.LIST) is not None
    return run[members.index(case.index)] if told else None


def _members(case: Case) -> list[int]:
    """Give the numbers of a list: "6%, 9% and 12%", or behind "respectively" also 增长1.4%、下降0.8%."""
    members = case.members
    if len(members) > 1 or case.language.base_follows or case.role.name != "change":
        return members
    said = case.last_before(Cue.LIST)
    if said is None or case.reading.clause(said.start) != case.clause:
        return members
    alike = [
        index
        for index, other in enumerate(case.reading.mentions[: len(case.roles)])
        if other.unit == case.mention.unit and said.end <= other.start < case.clause[1]
    ]
    return alike if case.index in alike else members


def _is_list(case: Case, run: Sequence[_Spanned]) -> bool:
    gaps = [case.reading.text[earlier.end : later.start] for earlier, later in pairwise(run)]
    return all(gap and case.language.coordinates(gap) for gap in gaps)


def _again(case: Case, first: int) -> bool:
    """Say whether "respectively" is said of a list of changes that follows one of levels, so that its items hold on."""
    said = case.reading.last(0, case.reading.mentions[first].start, Cue.LIST)
    return said is not None and case.role.name == "change" and not case.language.base_follows


def _governs(case: Case, last: _Spanned, first: int, behind: int) -> bool:
    """Say whether a list of places or times is that of the numbers: "respectively", or nothing between but a verb."""
    reading = case.reading
    if (
        reading.last(last.end, first, Cue.LIST) is not None
        or reading.last(behind, behind + _NEAR, Cue.LIST) is not None
    ):
        return True
    gap = reading.text[last.end : first]
    return case.language.touches(gap) or (case.language.base_follows and _VERB.match(gap) is not None)


_VERB = pattern(r"^ (?:had|have|sold|exported|imported|shipped|handled|received|posted|drew|produced|opened) $")
