"""How an account stands: the source itself, and those that tell what it tells when it cannot be reached. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from barometer.sources.health import Health, State


class Standing(StrEnum):
    """What a reader may expect of an account."""

    OK = "ok"
    DEGRADED = "degraded"  # it brings less than it should, or another source tells in its place
    LOCKED = "locked"  # a wall or a login stands before it, and nobody tells in its place
    UNCONFIGURED = "unconfigured"  # nobody has said where to find it, and nobody tells in its place
    UNKNOWN = "not crawled yet"


@dataclass(frozen=True, slots=True)
class Adapter:
    """One way to an account's news: a source, how it does, when anything of it was read last."""

    source: str
    health: Health
    last_seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """An account as it stands. `adapters` has the account's own source first; `told_by` is who tells in its place."""

    standing: Standing
    adapters: tuple[Adapter, ...]
    told_by: str | None = None

    @property
    def own(self) -> Adapter:
        """Its own source."""
        return self.adapters[0]

    def unseen(self, now: datetime) -> timedelta | None:
        """Give for how long nothing of the account itself was read; None when nothing ever was."""
        seen = self.own.last_seen
        return None if seen is None else max(now - seen, timedelta())


_FINE = frozenset({State.OK, State.NO_NEWS})
_ALONE = {
    State.UNKNOWN: Standing.UNKNOWN,
    State.UNCONFIGURED: Standing.UNCONFIGURED,
    State.BLOCKED: Standing.LOCKED,
}


def stand(adapters: Sequence[Adapter]) -> Account:
    """Judge an account by its chain: fine by itself, told by the first of the others that is, or neither."""
    own, *others = adapters
    if own.health.state in _FINE:
        return Account(Standing.OK, tuple(adapters))
    instead = next((one.source for one in others if one.health.state in _FINE), None)
    if instead is not None:
        return Account(Standing.DEGRADED, tuple(adapters), instead)
    return Account(_ALONE.get(own.health.state, Standing.DEGRADED), tuple(adapters))
