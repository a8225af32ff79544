"""`barometer sources record`: a page and what is read out of it, kept as a test."""

import asyncio
import json
import re
from datetime import datetime
from pathlib import Path

import click

from barometer.articles.inspection import expectation
from barometer.cli.reading_desk import look_at, reading_pool
from barometer.cli.sources_check import source_named
from barometer.cli.workplace import opened
from barometer.clock import now
from barometer.config import PROJECT
from barometer.errors import UsageError
from barometer.ingest.visiting import Visitor
from barometer.model import RequestKind
from barometer.sources import canonical_url

FOLDER = PROJECT / "tests" / "recorded"
DEMO = PROJECT / "demo"


@click.command("record")
@click.argument("name", metavar="SOURCE")
@click.argument("case", metavar="CASE")
@click.argument("thing", metavar="URL|FILE")
@click.option("--url", help="The address of a saved page, when a FILE is given.")
@click.option("--listing", is_flag=True, help="The page lists articles.")
@click.option("--folder", type=click.Path(path_type=Path), default=FOLDER, help="Where recordings are kept.")
@click.option("--at", "moment", type=click.DateTime(["%Y-%m-%d"]), help="The day from which relative times are read.")
def record(
    name: str, case: str, thing: str, url: str | None, listing: bool, folder: Path, moment: datetime | None
) -> int:
    """Keep a page and what is read out of it as SOURCE/CASE of the recordings, which a test compares from then on.

    Look at expected.json before you keep it: it holds what was read, right or wrong. Record pages of your own writing;
    what sites publish stays theirs, outside the repository (--folder).

    Example: barometer sources record people two-parts own.html --url http://zj.people.com.cn/n2/2025/0618/c1-41.html
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", case):
        raise UsageError(f"{case!r} names no case: use small letters, digits and hyphens")
    with opened(create=True) as workplace:
        source = source_named(workplace.settings, name)
        page = look_at(thing, url, Visitor(workplace.record, workplace.settings, source.delay))
        address = canonical_url(page.url)
        at = (moment or now()).replace(microsecond=0)
        at = at if at.tzinfo else at.replace(tzinfo=now().tzinfo)
        is_listing = listing or source.request_kind(address) is RequestKind.LISTING
        kind = RequestKind.LISTING if is_listing else RequestKind.ARTICLE
        with reading_pool(workplace.settings) as pool:
            outcome = asyncio.run(pool.read(page.body, page.headers, address, source, kind, at))
    place = folder / source.id / case
    place.mkdir(parents=True, exist_ok=True)
    meta = {"url": address, "kind": kind.value, "content_type": page.content_type, "at": at.isoformat()}
    path = Path(thing).resolve()
    if path.is_relative_to(DEMO):  # a page of the sample edition is kept once
        meta["page"] = str(path.relative_to(PROJECT))
    else:
        (place / "page").write_bytes(page.body)
    for file, values in (("meta.json", meta), ("expected.json", expectation(outcome))):
        (place / file).write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", "utf-8")
    click.echo(f"{place}: {outcome.kind.value}" + (f", {outcome.problem}" if outcome.problem else ""))
    return 0
