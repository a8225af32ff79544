"""`barometer sources health`: how each source does, from what its runs saw. Nothing is asked of any site."""

import json
from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import click
from rich.markup import escape
from sqlalchemy import select

from barometer.archive.accounts import accounts_of
from barometer.archive.observed import observe
from barometer.archive.record import Record
from barometer.archive.tables import schedules
from barometer.cli.standing import ago, told_standing
from barometer.cli.terminal import Terminal
from barometer.cli.workplace import opened, sources_for
from barometer.clock import now
from barometer.errors import UsageError
from barometer.sources import Source
from barometer.sources.health import Health, Seen, State, judge_health

COLOURS = {State.OK: "green", State.NO_NEWS: "green", State.UNCONFIGURED: "dim", State.UNKNOWN: "dim"}


@click.command("health")
@click.argument("names", metavar="[SOURCE]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a source.")
def health(names: tuple[str, ...], as_json: bool) -> int:
    """Tell how each source does: ok, no news, silent, broken template, blocked, unreachable, degraded.

    What its last runs saw is compared with `expect` of its file. Nothing is asked of any site. Exit code 1 when one of
    them needs somebody to look.

    Example: barometer sources health, or barometer sources health people --json
    """
    console = Terminal()
    alarms = 0
    with opened() as workplace:
        read = sources_for(workplace.settings, names)
        every = read.sources
        if unknown := [name for name in names if name not in every]:
            raise UsageError(f"no source {', '.join(unknown)}; there are: {', '.join(every)}")
        moment = now()
        retries = _retries(workplace.record, moment)
        zone = ZoneInfo(workplace.settings.zone)
        for name in names or [name for name, source in every.items() if not source.generic]:
            seen = observe(workplace.record, every[name], moment)
            verdict = judge_health(every[name], seen, moment)
            alarms += verdict.is_alarm
            if as_json:
                click.echo(json.dumps(_as_json(name, verdict, seen, retries.get(name)), ensure_ascii=False))
            else:
                _tell(console, name, verdict, seen, retries.get(name), zone)
                _tell_account(console, workplace.record, every, name, moment)
    return 1 if alarms or (read.problems and not names) else 0


def _retries(record: Record, moment: datetime) -> dict[str, datetime]:
    """Give when the daemon asks the sources again that it keeps back after failures."""
    query = select(schedules.c.source_id, schedules.c.pause_until).where(schedules.c.pause_until > moment)
    with record.reading() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}


def _tell(console: Terminal, name: str, verdict: Health, seen: Seen, retry: datetime | None, zone: ZoneInfo) -> None:
    colour = COLOURS.get(verdict.state, "red")
    console.print(f"[bold]{name:<18}[/bold] [{colour}]{verdict.state:<16}[/{colour}] {escape(verdict.reason)}")
    if verdict.state in {State.UNCONFIGURED, State.UNKNOWN}:
        return
    lines = [f"{seen.week.articles} new articles in seven days, {seen.week.claims} claims"]
    if seen.last_new is not None:
        lines[0] += f"; last new {seen.last_new.astimezone(zone):%Y-%m-%d %H:%M}"
    for field, selectors in (verdict.selectors or {}).items():
        lines.append(f"{field}: {' | '.join(selectors) or 'no selector'} stopped matching")
    if verdict.sample:
        lines.append(f"see {verdict.sample}")
    if verdict.note:
        lines.append(verdict.note)
    if retry is not None:
        lines.append(f"kept back after failures, asked again {retry.astimezone(zone):%Y-%m-%d %H:%M}")
    for line in lines:
        console.print(f"  [dim]{escape(line)}[/dim]")


def _tell_account(console: Terminal, record: Record, every: Mapping[str, Source], name: str, moment: datetime) -> None:
    """Tell how an account stands that others tell in place of: the whole chain, in its order."""
    if not every[name].fallback:
        return
    account = accounts_of(record, every, [name], moment)[name]
    console.print(f"  [dim]the account is {escape(told_standing(account, account.unseen(moment)))}[/dim]")
    for one in account.adapters[1:]:
        seen = f", last seen {ago(moment - one.last_seen)}" if one.last_seen else ""
        console.print(f"  [dim]in its place: {one.source} ({one.health.state}{seen})[/dim]")


def _as_json(name: str, verdict: Health, seen: Seen, retry: datetime | None) -> dict[str, object]:
    return {
        "source": name,
        "state": verdict.state.value,
        "alarm": verdict.is_alarm,
        "reason": verdict.reason,
        "note": verdict.note,
        "sample": verdict.sample,
        "selectors": {field: list(found) for field, found in (verdict.selectors or {}).items()},
        "articles_in_a_week": seen.week.articles,
        "claims_in_a_week": seen.week.claims,
        "last_new": seen.last_new.isoformat() if seen.last_new else None,
        "retry_at": retry.isoformat() if retry else None,
    }
