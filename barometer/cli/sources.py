"""`barometer sources`: what is watched, and what each source lacks."""

import click

from barometer.cli.lazy import Lazy, LazyGroup

COMMANDS = {
    "add": Lazy(
        "sources_add:add",
        "Propose the file of a new source from the address of a page that lists its articles.",
    ),
    "check": Lazy(
        "sources_check:check",
        "Tell what a source would fetch and why not; with a page, what each of its selectors finds there.",
    ),
    "health": Lazy(
        "sources_health:health",
        "Tell how each source does: ok, no news, silent, broken template, blocked, unreachable, degraded.",
    ),
    "list": Lazy("sources:list_sources", "List every source with its state and what it has brought."),
    "record": Lazy(
        "sources_record:record",
        "Keep a page and what is read out of it as SOURCE/CASE of the recordings, which a test compares from then on.",
    ),
}


@click.group(cls=LazyGroup, table=COMMANDS)
def sources() -> None:
    """Look at the sources.

    Example: barometer sources list
    """


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a source.")
def list_sources(as_json: bool) -> None:
    """List every source with its state and what it has brought.

    `pages` and `lists` say what the rules rest on: real pages, excerpts of them, a family of sites, or descriptions of
    what nobody here has seen.

    Example: barometer sources list
    """
    from barometer.cli.sources_list import print_sources  # noqa: PLC0415 - .5 s that --help need not spend

    print_sources(as_json=as_json)
