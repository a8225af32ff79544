"""What a reader is told beside the news of a source that cannot be read any more."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import insert

from barometer.archive.frontier import NewRequest, add_requests
from barometer.archive.tables import fetches, requests, runs
from barometer.config import PROJECT
from barometer.model import RequestKind
from barometer.sources import load_sources
from barometer.website.app import create_app
from barometer.website.names import Directory
from tests.website.conftest import HOME, NOW, Newsroom

TODAY = NOW + timedelta(days=9, hours=1)  # the newsroom publishes at NOW
SOURCES = load_sources(PROJECT / "settings" / "sources")


def run(newsroom: Newsroom, source: str, outcome: str, days_ago: int) -> None:
    """Record a run that asked for one list."""
    at = TODAY - timedelta(days=days_ago)
    url = SOURCES[source].entry[0]
    with newsroom.record.writing() as connection:
        add_requests(connection, source, [NewRequest(url, RequestKind.LISTING)], at)
        request_id = connection.execute(requests.select().where(requests.c.url == url)).first().id
        values = {"source_id": source, "mode": "live", "state": "ended", "token": 1, "started_at": at, "ended_at": at}
        run_id = connection.execute(insert(runs).values(**values).returning(runs.c.id)).scalar_one()
        connection.execute(
            insert(fetches).values(
                request_id=request_id, run_id=run_id, at=at, outcome=outcome, links=3, problem="HTTP 403"
            )
        )


def text_of(newsroom: Newsroom, path: str, language: str = "en") -> str:
    app = create_app(newsroom.record, newsroom.index, Directory.of(SOURCES), lambda: TODAY, sources=SOURCES)
    return TestClient(app, base_url=HOME).get(path, params={"lang": language}).text


@pytest.fixture
def locked(newsroom: Newsroom) -> tuple[Newsroom, int]:
    """A source that was last read nine days ago and refuses since."""
    article = newsroom.publish("义乌出口增长", "义乌出口300亿元。", source="zgyww", day=13)
    newsroom.settle()
    run(newsroom, "zgyww", "listing", days_ago=9)
    for days in (8, 1):
        run(newsroom, "zgyww", "blocked", days_ago=days)
    return newsroom, article


def test_a_source_that_refuses_is_told_with_the_day_it_was_seen_last(locked):
    newsroom, article = locked
    for path in ("/", "/claims", f"/articles/{article}"):
        assert "locked: last seen 9 days ago" in text_of(newsroom, path)
    assert "来源受限: 9 天前最后见到" in text_of(newsroom, "/", "zh")


def test_of_a_source_that_does_well_nothing_is_said(newsroom):
    newsroom.publish("义乌出口增长", "义乌出口300亿元。", source="zgyww", day=13)
    newsroom.settle()
    run(newsroom, "zgyww", "listing", days_ago=0)
    assert 'class="standing"' not in text_of(newsroom, "/")
