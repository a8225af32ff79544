"""The outbox reaches the index: everything, and a refused article alone is put off, never in its neighbours' way."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from barometer.archive.outbox import MOST_ATTEMPTS, announce, article_subject, open_notes, register, stuck_notes
from barometer.archive.record import Record
from barometer.errors import IndexBusy
from barometer.ingest.drain import CONSUMER, drain
from barometer.ingest.reindex import reindex
from barometer.ingest.removal import set_removed
from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.embedded import EmbeddedIndex
from barometer.search.index import Building, Refusal, Versions
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


class LossyIndex(EmbeddedIndex):
    """Loses one article whenever it is put into a new index, without a word."""

    @contextmanager
    def rebuild(self) -> Iterator[Building]:
        with super().rebuild() as growing:
            put = growing.put

            def losing(articles: Sequence[ArticleDocument], claims: Sequence[ClaimDocument]) -> tuple[Refusal, ...]:
                kept = [each for each in articles if "poison" not in each.text]
                return put(kept, [each for each in claims if each.article_id in {one.id for one in kept}])

            growing.put = losing
            yield growing


def test_a_new_index_that_lacks_something_does_not_take_over(recorded: Record, tmp_path: Path) -> None:
    index = EmbeddedIndex(tmp_path / "index")
    drain(recorded, index, lambda: START)
    before = index.digest()
    with pytest.raises(IndexBusy, match=r"does not equal the record, 1 articles differ .* the old one goes on"):
        reindex(recorded, LossyIndex(tmp_path / "index"))
    assert index.digest() == before


def test_a_refused_article_keeps_no_new_index_from_taking_over(recorded: Record, tmp_path: Path) -> None:
    index = PickyIndex(tmp_path / "index")
    drain(recorded, index, lambda: START)

    class PickyBuilding(PickyIndex):
        @contextmanager
        def rebuild(self) -> Iterator[Building]:
            with EmbeddedIndex.rebuild(self) as growing:
                put = growing.put

                def refusing(
                    articles: Sequence[ArticleDocument], claims: Sequence[ClaimDocument]
                ) -> tuple[Refusal, ...]:
                    poison = {each.id for each in articles if "poison" in each.text}
                    put(
                        [each for each in articles if each.id not in poison],
                        [each for each in claims if each.article_id not in poison],
                    )
                    return tuple(Refusal(each, "mapping says no") for each in sorted(poison))

                growing.put = refusing
                yield growing

    number, refused = reindex(recorded, PickyBuilding(tmp_path / "index"))
    assert (number, [each.problem for each in refused]) == (3, ["mapping says no"])
    assert index.count().articles == 2


def test_what_changes_while_the_index_is_built_is_in_it(recorded: Record, tmp_path: Path) -> None:
    """An article that is removed from the record after it was read, before the new index answers."""

    class LateRemoval(EmbeddedIndex):
        @contextmanager
        def rebuild(self) -> Iterator[Building]:
            with super().rebuild() as growing:
                versions = growing.versions

                def removing() -> Versions:
                    there = versions()
                    set_removed(recorded, first, True, START)
                    return there

                growing.versions = removing
                yield growing

    index = LateRemoval(tmp_path / "index")
    drain(recorded, index, lambda: START)
    first = min(index.versions().articles)
    reindex(recorded, index)
    assert index.count().articles == 2
