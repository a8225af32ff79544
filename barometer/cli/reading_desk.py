"""A page for a person who looks at it: fetched politely or taken from a file, and read in the pool."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import click

from barometer.config import Settings
from barometer.errors import UsageError
from barometer.ingest.importing import Refused, given_in_file
from barometer.ingest.pool import ReadingPool
from barometer.ingest.visiting import Visited, Visitor

TOLD_WAIT = 2.0  # seconds of waiting for a host that a person is told of


@dataclass(frozen=True, slots=True)
class Looked:
    """A page and how it came here."""

    url: str
    body: bytes = field(repr=False)
    content_type: str = ""
    status: int = 200

    @property
    def headers(self) -> dict[str, str]:
        """Give the headers that matter for reading."""
        return {"content-type": self.content_type} if self.content_type else {}


@contextmanager
def reading_pool(settings: Settings) -> Iterator[ReadingPool]:
    """Give a pool of one worker for the time of a command."""
    pool = ReadingPool(1, settings.read_seconds, (settings.indicators,))
    try:
        yield pool
    finally:
        pool.close()


def visit(visitor: Visitor, url: str) -> Visited:
    """Give the page behind an address, and tell the person when the host makes it wait."""
    return visitor.visit(url, tell_wait)


def tell_wait(seconds: float) -> None:
    """Say that a host is spared for so long."""
    if seconds >= TOLD_WAIT:
        click.echo(f"(waiting {seconds:.0f} s: the site asks for a pause between two requests)", err=True)


def look_at(thing: str, url: str | None, visitor: Visitor) -> Looked:
    """Give the page that a person names: an address or a file. Raises UsageError or NetworkError where it has none."""
    if thing.lower().startswith(("http://", "https://")):
        got = visit(visitor, thing)
        return Looked(got.url, got.body, got.headers.get("content-type", ""), got.status)
    if not Path(thing).is_file():
        raise UsageError(f"{thing}: no such file, and no address (http:// or https://)")
    given = next(given_in_file(Path(thing), url))
    if isinstance(given, Refused):
        raise UsageError(f"{given.name}: {given.problem}")
    if given.body is None:
        raise UsageError(f"{thing} is a list of addresses: give one page")
    return Looked(given.url, given.body, given.content_type, given.status)
