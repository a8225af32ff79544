"""Crawls as children: what kills them twice is quarantined, what outlasts them is ended, the others are unharmed."""

import os
import signal
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from barometer.archive.record import Record, open_record
from barometer.archive.tables import requests, runs, sources
from barometer.clock import now
from barometer.config import Settings
from barometer.scheduling.crawls import CrawlOptions, crawl_sources
from tests.crawler.hostile import slow_article, slow_listing
from tests.crawler.site import Answer, Site, article_page, listing_page, serving, write_source

site = pytest.fixture(serving)


@pytest.fixture
def settings(tmp_path: Path, site: Site) -> Settings:
    allowed = f"127.0.0.1:{site.port}"
    return Settings(data=tmp_path, sources=tmp_path / "sources", network_allow=allowed, read_seconds=1)


@pytest.fixture
def record(settings: Settings) -> Iterator[Record]:
    opened = open_record(settings.record_url, migrate=True)
    yield opened
    opened.close()


def outcomes(record: Record, site: Site) -> dict[str, str]:
    with record.reading() as connection:
        rows = connection.execute(select(requests.c.url, requests.c.outcome)).all()
    return {row.url.removeprefix(site.root): row.outcome for row in rows}


def options(**overrides: str) -> CrawlOptions:
    return CrawlOptions(overrides={"PATIENCE_SECONDS": "3", "DOWNLOAD_TIMEOUT": "5", **overrides})


def test_a_page_that_kills_the_crawl_twice_is_quarantined_and_its_neighbours_are_all_there(
    record: Record, settings: Settings, site: Site, tmp_path: Path
) -> None:
    neighbours = [f"/a/ok{number}" for number in range(6)]
    for path in neighbours:
        site.page(path, f"义乌{path[-1]}。")

    def kill(_: Mapping[str, str]) -> Answer:
        with record.reading() as connection:
            holder = connection.execute(select(sources.c.lease_holder)).scalar_one()
        os.kill(int(holder.split("/")[1]), signal.SIGSEGV)
        return Answer(200, article_page("义乌0。"), hang=2)

    site.give("/a/killer", kill)
    paths = [*neighbours[:3], "/a/killer", *neighbours[3:]]
    site.give("/list", Answer(200, listing_page([site.url(path) for path in paths])))
    write_source(tmp_path / "sources", "local", [site.url("/list")])
    [result] = crawl_sources(record, settings, ["local"], options(), now)
    assert result.ok, result
    found = outcomes(record, site)
    assert found.pop("/a/killer") == "quarantined"
    assert found == {"/list": "listing", **dict.fromkeys(neighbours, "article")}
    assert site.times_asked("/a/killer") == 2
    with record.reading() as connection:
        assert connection.execute(select(runs.c.state).order_by(runs.c.id)).scalars().all() == ["died", "died", "ended"]


def test_hostile_pages_cost_themselves_only(record: Record, settings: Settings, site: Site, tmp_path: Path) -> None:
    site.give("/list", Answer(200, listing_page([site.url(f"/a/{name}") for name in ("1", "hostile", "2")])))
    site.give("/list2", Answer(200, slow_listing()))
    site.give("/a/hostile", Answer(200, slow_article()))
    for name in ("1", "2"):
        site.page(f"/a/{name}", f"义乌{name}。")
    write_source(tmp_path / "sources", "local", [site.url("/list"), site.url("/list2")])
    [result] = crawl_sources(record, settings, ["local"], options(), now)
    assert result.ok, result
    assert outcomes(record, site) == {
        "/list": "listing",
        "/list2": "quarantined",
        "/a/1": "article",
        "/a/hostile": "quarantined",
        "/a/2": "article",
    }
    assert result.run is not None
    told = {url.removeprefix(site.root): problem for url, _, problem in result.run.problems}
    assert told == dict.fromkeys(("/list2", "/a/hostile"), "reading it took more than 1 s of processor time")


def test_a_crawl_that_outlasts_its_deadline_is_ended_once_and_told(
    record: Record, settings: Settings, site: Site, tmp_path: Path
) -> None:
    site.give("/list", Answer(200, listing_page([site.url("/a/1")])))
    site.give("/a/1", Answer(200, article_page("义乌1。"), hang=60))
    write_source(tmp_path / "sources", "local", [site.url("/list")])
    while_asked = CrawlOptions(overrides={"DOWNLOAD_TIMEOUT": "90"}, deadline=timedelta(days=1))
    late = False

    def clock():  # a clock that jumps ahead once the page is being waited for
        return now() + timedelta(days=2 if late else 0)

    def on_tick() -> None:
        nonlocal late
        late = site.times_asked("/a/1") > 0

    [result] = crawl_sources(record, settings, ["local"], while_asked, clock, on_tick)
    assert not result.ok
    assert "ended at its deadline" in str(result.problem)
    with record.reading() as connection:
        assert connection.execute(select(requests.c.deaths)).scalars().all() == [0, 0]
        assert len(connection.execute(select(runs.c.id)).all()) == 1


def test_a_crawl_that_cannot_start_is_told_with_its_log(record: Record, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    [result] = crawl_sources(record, settings, ["nowhere"], options(), now)
    assert not result.ok
    assert result.run is None
    assert "exit code" in str(result.problem)
    assert (tmp_path / "logs" / "nowhere.log").read_text()
