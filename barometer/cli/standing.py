"""What a reader of results is told about sources that are not as they should be: since when, and who tells instead."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from barometer.archive.accounts import accounts_of
from barometer.cli.workplace import Workplace, usable_sources
from barometer.clock import now
from barometer.sources.accounts import Account, Standing

FINE = frozenset({Standing.OK, Standing.UNKNOWN})


def notes_on(workplace: Workplace, names: Iterable[str]) -> Iterator[str]:
    """Give a line for each of these sources that does not stand well, or of which another stands in its place."""
    sources = usable_sources(workplace.settings)
    moment = now()
    for name, account in accounts_of(workplace.record, sources, names, moment).items():
        if account.standing not in FINE:
            yield f"{name}: {told_standing(account, account.unseen(moment))}"


def told_standing(account: Account, unseen: timedelta | None) -> str:
    """Say how an account stands in one line."""
    parts = [account.standing.value, f"last seen {ago(unseen)}" if unseen is not None else "never seen"]
    if account.told_by is not None:
        parts.append(f"{account.told_by} tells in its place")
    reason = account.own.health.reason
    return ", ".join(parts) + (f" ({reason})" if reason else "")


def ago(span: timedelta) -> str:
    """Say how long ago something was, as coarsely as a person would."""
    hours = int(span.total_seconds() // 3600)
    number, unit = (hours // 24, "day") if hours >= 24 else (hours, "hour")
    return f"{number} {unit}{'' if number == 1 else 's'} ago" if number else "within the hour"
