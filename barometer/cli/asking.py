"""Parameters of commands that ask the index: values as the query language reads them, words that begin with a minus."""

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, TypeVar

import click

from barometer.search.operands import read_moment, read_number
from barometer.search.tree import LANGUAGES, STATUSES

T = TypeVar("T")
Command = TypeVar("Command", bound=Callable[..., Any])


class Operand(click.ParamType[T]):
    """A value written as behind a field's colon in a query; what cannot be read is a usage error with examples."""

    def __init__(self, name: str, read: Callable[[str], T], examples: str) -> None:
        self.name = name
        self._read = read
        self._examples = examples

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> T:
        """Read it."""
        try:
            return self._read(str(value))
        except ValueError:
            self.fail(f"{value!r} is no {self.name} such as {self._examples}", param, ctx)


NUMBER = Operand("number", read_number, "260000, 5e9 or 50亿")
DAY = Operand("day", read_moment, "2025-06-01, 2025-06 or 2025")


_OF_BOTH = (
    click.option("--source", help="Only this source, by its id."),
    click.option("--language", type=click.Choice(LANGUAGES), help="Only articles in this language."),
    click.option("--after", type=DAY, help="Published on this day or later."),
    click.option("--before", type=DAY, help="Published before this day."),
)
_OF_CLAIMS = (
    click.option("--indicator", help="What is measured, in words or as an indicator's id."),
    click.option("--place", help="Where, by any of its names: Yiwu, 义乌, Zhejiang, China."),
    click.option("--period", help="A year, half, quarter or month: 2025, 2025H1, 2025Q1, 2025-05."),
    click.option("--min", "minimum", type=NUMBER, help="At least this value."),
    click.option("--max", "maximum", type=NUMBER, help="At most this value."),
    click.option("--unit", help="CNY, percent, company …"),
    click.option("--status", type=click.Choice(STATUSES)),
)


def article_filters(command: Command) -> Command:
    """Give a command the options that filter articles; they come to it as `filters`."""
    return _with(command, _OF_BOTH)


def claim_filters(command: Command) -> Command:
    """Give a command the options that filter claims; they come to it as `filters`."""
    return _with(command, (*_OF_CLAIMS, *_OF_BOTH))


def _with(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


class QueryCommand(click.Command):
    """A command whose words are a query: `-足球` in it excludes a word and is no option."""

    def make_parser(self, ctx: click.Context) -> Any:
        """Let unknown options through to the query."""
        parser = super().make_parser(ctx)
        parser.ignore_unknown_options = True
        return parser

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; what looks like a long option and is none is told as a mistake."""
        rest = super().parse_args(ctx, args)
        for word in ctx.params.get("query") or ():
            if word.startswith("--"):
                names = [name for option in self.params for name in option.opts if name.startswith("--")]
                raise click.NoSuchOption(word, possibilities=get_close_matches(word, names), ctx=ctx)
        return rest
