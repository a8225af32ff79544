"""`barometer daemon`: crawl each source on its schedule, unattended; `--status` tells how it stands."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from rich.markup import escape
from rich.table import Table

from barometer.cli.alerts import say_untold
from barometer.cli.terminal import Terminal
from barometer.cli.workplace import opened
from barometer.clock import now
from barometer.config import Settings
from barometer.scheduling.crawls import CrawlOptions
from barometer.scheduling.serving import serve_schedules
from barometer.scheduling.status import Planned, Running, Status, read_status
from barometer.sources.health import ALARMS


@click.command()
@click.option("--status", "ask", is_flag=True, help="Tell what runs, is due, is late and went wrong, and leave.")
@click.option("--json", "as_json", is_flag=True, help="With --status: one JSON object.")
@click.option(
    "--replay",
    type=click.Path(path_type=Path, exists=True),
    help="Read a folder of recorded pages, not the network; subscribers are told nothing.",
)
def daemon(ask: bool, as_json: bool, replay: Path | None) -> int:
    """Crawl each source on its schedule until stopped (SIGTERM or Ctrl-C), and keep the index up to date.

    Start as many as you like over one record: one acts, another takes over when it is gone.

    Example: barometer daemon, then barometer daemon --status
    """
    if ask:
        with opened() as workplace:
            status = read_status(workplace.record, now())
            if as_json:
                click.echo(json.dumps(status.as_json(), ensure_ascii=False))
            else:
                show_status(Terminal(), status, workplace.settings)
        return 0 if status.leader is not None and status.leader.acts else 1
    options = CrawlOptions()
    if replay is not None:
        options = CrawlOptions("settings.demo", {"REPLAY": str(replay.resolve())})
    with opened(create=True) as workplace:
        if replay is not None:
            say_untold(workplace)
        serve_schedules(workplace.record, workplace.index, workplace.settings, options)
    return 0


def show_status(console: Terminal, status: Status, settings: Settings) -> None:
    """Print how the daemon stands, times in the operator's zone."""
    zone = ZoneInfo(settings.zone)
    leader = status.leader
    if leader is None or not leader.acts:
        told = f"; the last one was {leader.holder}" if leader is not None else ""
        console.print(f"[bold red]no daemon acts[/bold red]{escape(told)}: start `barometer daemon`")
    else:
        console.print(f"[bold]daemon[/bold] {escape(leader.holder)}, leading since {_clock(leader.since, zone)}")
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for name in ("source", "schedule", "next", "last good run", "state"):
        table.add_column(name, overflow="fold")
    going = {one.source_id: one for one in status.running}
    for one in status.planned:
        ok_at = _clock(one.ok_at, zone) if one.ok_at else "never"
        following = _clock(one.next_due, zone) if one.next_due else ""
        state = _state(one, going.get(one.source_id))
        table.add_row(one.source_id, escape(one.rule), following, ok_at, escape(state))
    console.print(table)
    for running in status.running:
        if running.slot is None:
            console.print(f"{escape(running.source_id)} is being crawled by hand (run {running.run_id})")
    _show_jobs(console, status, zone)
    console.print(f"[dim]times are of {escape(settings.zone)}[/dim]")


def _show_jobs(console: Terminal, status: Status, zone: ZoneInfo) -> None:
    for job in status.jobs:
        at = f" ({_clock(job.ended_at, zone)})" if job.ended_at else ""
        if job.problem:
            console.print(f"[red]{escape(job.name)}[/red]{at} failed {job.failures} times: {escape(job.problem)}")
        elif job.told:
            console.print(f"[dim]{escape(job.name)}{at}: {escape(job.told)}[/dim]")
    if status.messages.get("dead"):
        console.print(
            f"[red]{status.messages['dead']} messages were given up[/red]: see `barometer alerts list --state dead`"
        )
    if status.waiting:
        waits = ", ".join(f"{number} for {name}" for name, number in status.waiting.items())
        console.print(f"[dim]waiting in the outbox: {escape(waits)}[/dim]")


def _state(planned: Planned, run: Running | None) -> str:
    if run is not None:
        return f"running, {run.fetched} fetched" if run.alive else "interrupted: to be taken up again"
    if planned.failures:
        return f"failed {planned.failures} times: {planned.problem}"
    if planned.late_by is not None:
        return f"late by {_span(planned.late_by)}"
    if planned.silence:
        return f"silent: {planned.silence}"
    if planned.health in ALARMS:
        return f"{planned.health}: {planned.health_reason}"
    return "asked more often: much is found" if planned.level else ""


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def _span(span: timedelta) -> str:
    minutes = round(span.total_seconds() / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h"
