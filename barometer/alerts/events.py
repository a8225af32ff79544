"""Events that no article tells, such as a source gone silent: each is told once to whoever asked for it.

An event has a name that stays the same as long as it lasts; when it is over and comes again it has another. Further
kinds join by a function that finds them and a word in `Condition.event`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from barometer.alerts.hearing import Listener
from barometer.alerts.subscription import Condition, next_telling
from barometer.archive.record import Record
from barometer.archive.tables import alerts, schedules

SOURCE_SILENT = "source_silent"


@dataclass(frozen=True, slots=True)
class Silence:
    """A source that answers and brings nothing: since when, how many articles in a week, how many are expected."""

    source: str
    since: datetime | None  # when its last new article was seen; None: it never brought one
    found: int
    expected: int

    @property
    def told(self) -> str:
        """Say it in one line."""
        return f"{self.found} new articles in a week, at least {self.expected} are expected"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: its kind, the source it is about, its name once and for all, what there is to say.

    `ends` is how the names of events begin that this one is the end of: it is told to whom one of them was told last.
    """

    kind: str
    source: str
    name: str
    told: Mapping[str, str]
    ends: str = ""


def silence_event(silence: Silence) -> Event:
    """Give the event of a source that has gone silent: the same until it has brought an article."""
    since = silence.since.isoformat() if silence.since is not None else ""
    told = {"kind": SOURCE_SILENT, "source": silence.source, "since": since}
    told |= {"found": str(silence.found), "expected": str(silence.expected)}
    return Event(SOURCE_SILENT, silence.source, f"{SOURCE_SILENT}:{silence.source}:{since or 'ever'}", told)


def tell_events(record: Record, listener: Listener, events: Sequence[Event], now: datetime) -> int:
    """Make alerts of events, one for each subscription that asks for it and was not told; give how many."""
    listener.refresh(record)
    made = 0
    for event in events:
        wanted = [one for one in listener.for_events.values() if _asks(one.subscription.condition, event)]
        if not wanted:
            continue
        before = _told_before(record, event)
        wanted = [one for one in wanted if _is_to_be_told(event, before.get(one.id))]
        rows = [
            {
                "subscription_id": one.id,
                "event": event.name,
                "told": dict(event.told),
                "at": now,
                "due": next_telling(one.subscription, now),
            }
            for one in wanted
        ]
        if rows:
            with record.writing() as connection:
                connection.execute(insert(alerts), rows)
        made += len(rows)
    return made


def _is_to_be_told(event: Event, before: str | None) -> bool:
    """Tell whether an event is news to whom `before` was told last: an end needs a beginning that was told."""
    if before is None:
        return not event.ends
    state, told = (name.removeprefix(event.ends).partition(":")[0] for name in (event.name, before))
    return bool(event.ends) and state != told


def _told_before(record: Record, event: Event) -> dict[int, str]:
    """Give which event was told last to each subscription: this very one, or one of those that it is the end of."""
    mine = alerts.c.event.startswith(event.ends, autoescape=True) if event.ends else alerts.c.event == event.name
    query = select(alerts.c.subscription_id, alerts.c.event).where(mine).order_by(alerts.c.id)
    with record.reading() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}


def mark_silent(record: Record, silences: Mapping[str, Silence]) -> None:
    """Keep in the record which sources are silent, for digests and pages to say so; writes only what has changed."""
    with record.reading() as connection:
        rows = connection.execute(select(schedules.c.source_id, schedules.c.silence)).all()
    there: dict[str, str | None] = {row.source_id: row.silence for row in rows}
    told = {name: silences[name].told if name in silences else None for name in there}
    changed = {name: said for name, said in told.items() if said != there[name]}
    if not changed:
        return
    with record.writing() as connection:
        for name, said in changed.items():
            connection.execute(update(schedules).where(schedules.c.source_id == name).values(silence=said))


def _asks(condition: Condition | None, event: Event) -> bool:
    return condition is not None and condition.event == event.kind and condition.source in {None, event.source}
