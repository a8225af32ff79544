"""The outbox reaches the index: everything, and a refused article alone is put off, never in its neighbours' way."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from barometer.archive.outbox import MOST_ATTEMPTS, announce, article_subject, open_notes, register, stuck_notes
from barometer.archive.record import Record
from barometer.ingest.drain import CONSUMER, drain, reindex
from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.embedded import EmbeddedIndex
from barometer.search.index import Refusal
from tests.archive.crawling import START
from tests.ingest.receiving import Crawl, article, url


class PickyIndex(EmbeddedIndex):
    """Refuses articles whose text says so, as a server refuses a document that breaks its mapping."""

    def put(self, articles: Sequence[ArticleDocument], claims: Sequence[ClaimDocument]) -> tuple[Refusal, ...]:
        poison = {each.id for each in articles if "poison" in each.text}
        super().put(
            [each for each in articles if each.id not in poison],
            [each for each in claims if each.article_id not in poison],
        )
        return tuple(Refusal(each, "mapping says no") for each in sorted(poison))


@pytest.fixture
def recorded(record: Record) -> Record:
    register(record, CONSUMER, START, backfill=True)
    crawl = Crawl.begin(record, *[url(number) for number in (1, 2, 3)])
    for text in ("义乌出口 11 亿元", "poison 22", "义乌进口 33 亿元"):
        request = crawl.take()
        crawl.receive(request, article(text))
    return record


def test_everything_recorded_is_found(recorded: Record, tmp_path: Path) -> None:
    index = EmbeddedIndex(tmp_path / "index")
    assert drain(recorded, index, lambda: START) == 3
    assert index.count() == (3, 3)
    assert {hit.document.url for hit in index.search_articles("义乌").items} == {url(1), url(2), url(3)}
    assert drain(recorded, index, lambda: START) == 0


def test_a_refused_article_is_put_off_and_at_last_left(recorded: Record, tmp_path: Path) -> None:
    index = PickyIndex(tmp_path / "index")
    assert drain(recorded, index, lambda: START) == 2
    assert index.count().articles == 2
    assert open_notes(recorded, CONSUMER, START) == []
    moment = START
    for _ in range(MOST_ATTEMPTS):
        moment += timedelta(days=1)
        drain(recorded, index, lambda: moment)  # noqa: B023 - called at once
    assert stuck_notes(recorded, CONSUMER) == 1
    assert open_notes(recorded, CONSUMER, moment + timedelta(days=9)) == []


def test_an_article_that_becomes_fine_is_indexed_at_its_next_try(recorded: Record, tmp_path: Path) -> None:
    drain(recorded, PickyIndex(tmp_path / "index"), lambda: START)
    index = EmbeddedIndex(tmp_path / "index")
    assert drain(recorded, index, lambda: START + timedelta(hours=1)) == 1
    assert index.count().articles == 3


def test_a_rebuilt_index_answers_the_same(recorded: Record, tmp_path: Path) -> None:
    index = EmbeddedIndex(tmp_path / "index")
    drain(recorded, index, lambda: START)
    before = index.digest()
    assert reindex(recorded, index) == (3, [])
    assert index.digest() == before
    fresh = EmbeddedIndex(tmp_path / "other")
    reindex(recorded, fresh)
    assert fresh.digest() == before


def test_being_told_twice_changes_nothing(recorded: Record, tmp_path: Path) -> None:
    index = EmbeddedIndex(tmp_path / "index")
    drain(recorded, index, lambda: START)
    before = index.digest()
    with recorded.writing() as connection:
        for hit in index.search_articles("义乌").items:
            announce(connection, article_subject(int(hit.id)), START)
    assert drain(recorded, index, lambda: START) == 3
    assert index.digest() == before
