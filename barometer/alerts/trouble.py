"""How each source does, kept in the record, and its changes as events: told once when something is wrong with it, and
once to whom that was told when it is well again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from barometer.alerts.events import Event
from barometer.archive.record import Record
from barometer.archive.tables import schedules
from barometer.sources.health import Health, State

SOURCE_TROUBLE = "source_trouble"
WELL = "well"
_FINE = frozenset({State.OK, State.NO_NEWS})  # from one to the other and back is no change that anybody asked for


@dataclass(frozen=True, slots=True)
class Doing:
    """How a source does and since when."""

    source: str
    state: State
    since: datetime
    reason: str = ""

    @property
    def told_as(self) -> str:
        """Give the one word that stands for it: what is told changes when this does."""
        return WELL if self.state in _FINE else self.state.value


def keep_health(record: Record, verdicts: Mapping[str, Health], now: datetime) -> list[Doing]:
    """Keep how the scheduled sources do, each since when; give it. Writes only what has changed."""
    columns = (schedules.c.source_id, schedules.c.health, schedules.c.health_since, schedules.c.health_reason)
    with record.reading() as connection:
        rows = connection.execute(select(*columns).order_by(schedules.c.source_id)).all()
    found, changed = [], []
    for row in rows:
        verdict = verdicts.get(row.source_id)
        if verdict is None:
            continue
        before = Doing(row.source_id, State(row.health), row.health_since) if row.health else None
        doing = Doing(row.source_id, verdict.state, now, verdict.reason)
        if before is not None and before.told_as == doing.told_as:
            doing = Doing(row.source_id, verdict.state, before.since, verdict.reason)
        found.append(doing)
        if (row.health, row.health_since, row.health_reason or "") != (doing.state.value, doing.since, doing.reason):
            changed.append(doing)
    if changed:
        with record.writing() as connection:
            for one in changed:
                told = {"health": one.state.value, "health_since": one.since, "health_reason": one.reason}
                connection.execute(update(schedules).where(schedules.c.source_id == one.source).values(**told))
    return found


def trouble_event(doing: Doing, last_new: datetime | None) -> Event | None:
    """Give the event of how a source does: the same for as long as it does so. None for what nobody asked for."""
    if doing.state in {State.UNCONFIGURED, State.UNKNOWN}:
        return None
    about = f"{SOURCE_TROUBLE}:{doing.source}:"
    told = {"kind": SOURCE_TROUBLE, "source": doing.source, "state": doing.told_as, "since": doing.since.isoformat()}
    told |= {"reason": doing.reason, "last_new": last_new.isoformat() if last_new is not None else ""}
    is_well = doing.told_as == WELL
    name = f"{about}{doing.told_as}:{doing.since.isoformat()}"
    return Event(SOURCE_TROUBLE, doing.source, name, told, ends=about if is_well else "")
