"""How the accounts stand by what the record holds of their sources."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import select

from barometer.archive import tables
from barometer.archive.observed import observe
from barometer.archive.record import Record
from barometer.sources import Source
from barometer.sources.accounts import Account, Adapter, stand
from barometer.sources.health import Seen, judge_health

READ = frozenset({"article", "off_topic", "listing", "unchanged"})


def accounts_of(
    record: Record, sources: Mapping[str, Source], names: Iterable[str], now: datetime
) -> dict[str, Account]:
    """Give how each of these sources stands as an account, with those that tell in its place."""
    known: dict[str, Adapter] = {}

    def adapter(name: str) -> Adapter:
        if name not in known:
            seen = observe(record, sources[name], now)
            known[name] = Adapter(name, judge_health(sources[name], seen, now), _last_seen(seen))
        return known[name]

    return {
        name: stand([adapter(one) for one in (name, *sources[name].fallback)])
        for name in dict.fromkeys(names)
        if name in sources and not sources[name].generic
    }


def source_ids(record: Record) -> set[str]:
    """Give the ids of all sources that the record knows, those too whose file is gone."""
    with record.reading() as connection:
        return set(connection.execute(select(tables.sources.c.id)).scalars())


def _last_seen(seen: Seen) -> datetime | None:
    """Give when a page of the source was read last: in which of the last runs, else when its last article came."""
    read = (run.at for run in seen.runs if any(one.outcome in READ for one in run.requests))
    return max((moment for moment in (next(read, None), seen.last_new) if moment is not None), default=None)
