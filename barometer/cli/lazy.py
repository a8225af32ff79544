"""Groups of commands that load a command's module when it is used: `--help` and a search need not wait for the rest."""

import importlib
from collections.abc import Mapping
from typing import Any, NamedTuple

import click


class Lazy(NamedTuple):
    """Where a command is, as `module:name` of barometer.cli, and the first sentence of its help."""

    place: str
    told: str


class LazyGroup(click.Group):
    """A group whose commands are those of a table, in the order of the table."""

    def __init__(self, *, table: Mapping[str, Lazy], **settings: Any) -> None:
        super().__init__(**settings)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None when there is none of that name."""
        if cmd_name not in self.table:
            return None
        module, _, name = self.table[cmd_name].place.partition(":")
        command: click.Command = getattr(importlib.import_module(f"barometer.cli.{module}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands as click does, but by what the table tells of them: none is loaded."""
        limit = formatter.width - 6 - max(map(len, self.table))
        rows = [
            (name, click.Command(name, help=lazy.told).get_short_help_str(limit)) for name, lazy in self.table.items()
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
