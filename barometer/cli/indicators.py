"""`barometer indicators`: what can be measured, by canonical name."""

import json

import click
from rich.markup import escape
from rich.table import Table

from barometer.claims import load_lexicon
from barometer.claims.indicators.resolver import words_of
from barometer.cli.terminal import Terminal
from barometer.config import load_settings

_ROOMY = 90


@click.group()
def indicators() -> None:
    """Look at the indicators, which bring figures of both languages together.

    Example: barometer indicators list
    """


@indicators.command("list")
@click.argument("words", required=False, default="")
@click.option("--json", "as_json", is_flag=True, help="One JSON object an indicator, with all its phrases.")
def list_indicators(words: str, as_json: bool) -> None:
    """List the indicators, or those that WORDS stand in: built in, and added in settings/indicators.yaml.

    Example: barometer indicators list 跨境电商
    """
    every = load_lexicon(load_settings().indicators).indicators
    _, sought = words_of(words)
    shown = [
        indicator
        for indicator in every.values()
        if not sought
        or words.lower() == indicator.id
        or any(_holds(words_of(phrase)[1], sought) for phrases in indicator.phrases.values() for phrase in phrases)
    ]
    if as_json:
        for indicator in shown:
            told = {
                "id": indicator.id,
                "names": dict(indicator.names),
                "phrases": {code: list(phrases) for code, phrases in indicator.phrases.items()},
                "units": sorted(indicator.units),
                "kinds": sorted(indicator.kinds),
                "broader": indicator.broader,
            }
            click.echo(json.dumps(told, ensure_ascii=False))
        return
    if not shown:
        click.echo(f"no indicator has {words!r} in a name; add one to settings/indicators.yaml", err=True)
        return
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    console = Terminal()
    table.add_column("indicator", overflow="fold")
    table.add_column("name", overflow="fold")
    if console.width >= _ROOMY:
        table.add_column("kind", no_wrap=True)
        table.add_column("broader", overflow="fold")
    for indicator in shown:
        cells = [indicator.id, escape(f"{indicator.names['zh']} / {indicator.names['en']}")]
        more = [", ".join(sorted(indicator.kinds)), indicator.broader or ""]
        table.add_row(*cells, *(more if console.width >= _ROOMY else ()))
    console.print(table)


def _holds(words: tuple[str, ...], sought: tuple[str, ...]) -> bool:
    return any(words[at : at + len(sought)] == sought for at in range(len(words) - len(sought) + 1))
