"""Shares out places and times over a list of numbers: "Yongkang and Wuyi had 1,265 and 688"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from barometer.claims.case import Case
from barometer.claims.values import Cue


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_NEAR = 16
"""Characters behind a list within which "respectively" speaks of it."""

Member = TypeVar("Member", bound=_Spanned)


def shared_out(case: Case, spans: Sequence[Member]) -> Member | None:
    """Give the one of `spans` that is a number's own, if as many stand in a list before as there are numbers."""
    members = [index for index, role in enumerate(case.roles) if role.group == case.role.group]
    if len(members) < 2 or case.index not in members:
        return None
    first = case.reading.mentions[members[0]].start
    before = [span for span in spans if span.end <= first]
    for stop in range(len(before), len(members) - 1, -1):
        run = before[stop - len(members) : stop]
        if _is_list(case, run) and _governs(case, run[-1], first, case.reading.mentions[members[-1]].end):
            return run[members.index(case.index)]
    return None


def _is_list(case: Case, run: Sequence[_Spanned]) -> bool:
    gaps = [case.reading.text[earlier.end : later.start] for earlier, later in pairwise(run)]
    return all(gap and case.language.coordinates(gap) for gap in gaps)


def _governs(case: Case, last: _Spanned, first: int, behind: int) -> bool:
    """Say whether a list of places or times is that of the numbers: "respectively", or nothing between but a verb."""
    reading = case.reading
    if (
        reading.last(last.end, first, Cue.LIST) is not None
        or reading.last(behind, behind + _NEAR, Cue.LIST) is not None
    ):
        return True
    return case.language.touches(reading.text[last.end : first])
