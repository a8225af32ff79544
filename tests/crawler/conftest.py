"""Crawls of a loopback site, as processes of their own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from barometer.archive.record import Record, open_record
from barometer.archive.tables import articles, fetches, requests, revisions
from crawler.child import PARENT
from tests.crawler.site import ROBOTS, Answer, Site, listing_page, write_source

PROJECT = Path(__file__).parents[2]
ENTRY = "/list"


@dataclass
class Station:
    """A data folder, a folder of sources, a site to crawl, and what became of it."""

    folder: Path
    site: Site
    record: Record
    environment: dict[str, str] = field(default_factory=dict)
    others: list[Site] = field(default_factory=list)

    def another(self) -> Site:
        """Give a further site, which is another host."""
        self.others.append(Site())
        return self.others[-1]

    def names(self, *urls: str, delay: float = 0, name: str = "local", entry: str = ENTRY, **source: Any) -> None:
        """Let the site's listing name these URLs, and the source begin there."""
        self.site.give(entry, Answer(200, listing_page(urls)))
        write_source(self.folder / "sources", name, [self.site.url(entry)], delay, **source)

    def command(
        self, *settings: str, name: str = "local", by_hand: bool = False
    ) -> tuple[Sequence[str], dict[str, str]]:
        """Give the command that `barometer run` starts, or the one that a person would, and its environment."""
        arguments = [sys.executable, "-m", *(("scrapy", "crawl") if by_hand else ("crawler.child",)), name]
        for setting in ("PATIENCE_SECONDS=4", "DOWNLOAD_TIMEOUT=1.5", *settings):
            arguments += ["-s", setting]
        environment = {
            **os.environ,
            PARENT: str(os.getpid()),
            "BAROMETER_DATA": str(self.folder),
            "BAROMETER_SOURCES": str(self.folder / "sources"),
            "BAROMETER_NETWORK_ALLOW": ",".join(f"127.0.0.1:{site.port}" for site in (self.site, *self.others)),
            **self.environment,
        }
        return arguments, environment

    def start(self, *settings: str, name: str = "local", by_hand: bool = False) -> subprocess.Popen[str]:
        arguments, environment = self.command(*settings, name=name, by_hand=by_hand)
        return subprocess.Popen(
            arguments, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def crawl(self, *settings: str, name: str = "local", timeout: float = 60, by_hand: bool = False) -> str:
        """Crawl to the end; give the log."""
        process = self.start(*settings, name=name, by_hand=by_hand)
        try:
            log, _ = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            raise AssertionError(f"the crawl hangs:\n{process.communicate()[0][-5000:]}") from None
        assert process.returncode == 0, log[-5000:]
        assert "Traceback" not in log, log[-8000:]
        assert [state for _, state in self.rows("url", "state") if state == "leased"] == []
        return log

    def rows(self, *columns: str) -> list[tuple[Any, ...]]:
        with self.record.reading() as connection:
            query = select(*[requests.c[name] for name in columns]).order_by(requests.c.id)
            return [tuple(row) for row in connection.execute(query)]

    def outcome(self, path: str) -> str:
        return dict(self.rows("url", "outcome"))[self.site.url(path)]

    def problem(self, path: str) -> str:
        return dict(self.rows("url", "problem"))[self.site.url(path)] or ""

    def texts(self) -> dict[str, str]:
        """Give the recorded articles: text by URL."""
        with self.record.reading() as connection:
            query = select(articles.c.url, revisions.c.text).join(revisions, revisions.c.id == articles.c.revision_id)
            return {row.url: row.text.partition("\n\n")[2] for row in connection.execute(query)}

    def fetches(self) -> list[Any]:
        with self.record.reading() as connection:
            return list(connection.execute(select(fetches).order_by(fetches.c.id)))


@pytest.fixture
def new_station(tmp_path: Path) -> Iterator[Callable[[], Station]]:
    made: list[Station] = []

    def make() -> Station:
        folder = tmp_path / f"station-{len(made)}"
        folder.mkdir()
        site = Site()
        site.give(ROBOTS, Answer(404))
        made.append(Station(folder, site, open_record(f"sqlite:///{folder / 'record.sqlite3'}", migrate=True)))
        return made[-1]

    yield make
    for station in made:
        for site in (station.site, *station.others):
            site.stop()
        station.record.close()


@pytest.fixture
def station(new_station: Callable[[], Station]) -> Station:
    return new_station()
