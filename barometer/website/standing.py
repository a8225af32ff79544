"""What a page says beside a source that is not as it should be: since when it was not seen, who tells in its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from barometer.archive.accounts import accounts_of
from barometer.archive.record import Record
from barometer.clock import Clock
from barometer.sources import Source
from barometer.sources.accounts import Standing

FRESH = timedelta(minutes=1)
_SILENT = frozenset({Standing.OK, Standing.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Unwell:
    """A source that does not stand well: how, how long ago it was seen (None: never), who tells in its place."""

    standing: str
    unseen: timedelta | None
    told_by: str | None

    @property
    def days(self) -> int | None:
        """Whole days since it was seen."""
        return None if self.unseen is None else self.unseen.days


class Standings:
    """How sources stand, looked up in the record at most once a minute each."""

    def __init__(self, record: Record, sources: Mapping[str, Source], clock: Clock) -> None:
        self._record = record
        self._sources = sources
        self._clock = clock
        self._known: dict[str, tuple[datetime, Unwell | None]] = {}

    def of(self, name: str) -> Unwell | None:
        """Give what is to be said of a source; None where there is nothing to say."""
        moment = self._clock()
        known = self._known.get(name)
        if known is None or moment - known[0] >= FRESH:
            known = (moment, self._look(name, moment))
            self._known[name] = known
        return known[1]

    def _look(self, name: str, moment: datetime) -> Unwell | None:
        account = accounts_of(self._record, self._sources, [name], moment).get(name)
        if account is None or account.standing in _SILENT:
            return None
        return Unwell(account.standing.value, account.unseen(moment), account.told_by)
