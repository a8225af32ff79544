"""`barometer extract-article` and `barometer extract-claims`: one page or one text in, JSON out."""

from pathlib import Path
from typing import Any

import click


@click.command("extract-article")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--url", help="The page's address, which decides the rules it is read by.")
@click.option("--jsonl", is_flag=True, help='FILE has lines {"id","path","url"}; paths are relative to it.')
def extract_article(file: Path, url: str | None, jsonl: bool) -> None:
    """Read an article out of a saved page.

    Example: barometer extract-article page.html --url https://www.globaltimes.cn/page/202506/1336001.shtml
    """
    from barometer.cli.extracting_articles import print_articles  # noqa: PLC0415 - 1 s that --help need not spend

    print_articles(file, url, jsonl=jsonl)


@click.command("extract-claims")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--published", type=click.DateTime(formats=["%Y-%m-%d"]), help="The day from which periods are told.")
@click.option("--source", help="Who published the text.")
@click.option("--jsonl", is_flag=True, help='FILE has lines {"id","text","published","source"}.')
@click.option("--explain", is_flag=True, help="Show for each field the rule and the words it rests on.")
def extract_claims(file: Path, published: Any, source: str | None, jsonl: bool, explain: bool) -> None:
    """Read the numeric claims of a text.

    Example: echo "Exports rose 5.2% to 88 billion yuan." | barometer extract-claims -
    """
    from barometer.cli.extracting_claims import print_claims  # noqa: PLC0415 - 1 s that --help need not spend

    print_claims(file, published.date() if published else None, source, jsonl=jsonl, explain=explain)
