"""One response, one transaction: what is new is written once, what is known is not written again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from barometer.archive.evidence import EvidenceRef
from barometer.archive.leases import LEASE
from barometer.archive.record import Record
from barometer.archive.runs import summarise_run
from barometer.archive.tables import article_keys, articles, claims, extractions, fetches, outbox, requests, revisions
from barometer.errors import LeaseLost
from barometer.ingest.article import article_id_for
from barometer.model import Link, Outcome, OutcomeKind, Precision, RequestKind
from tests.archive.crawling import START, at, begun, change, rows, states
from tests.ingest.receiving import (
    SOURCE,
    Crawl,
    all_rows,
    article,
    current_claims,
    failed,
    heard,
    listen,
    listing,
    one_article,
    text_of,
    url,
)

TEXT = "义乌前五月出口300亿元。\n进口20亿元。"
COUNTED = (articles, article_keys, revisions, extractions, claims, outbox)


def counts(record: Record) -> list[int]:
    return [len(all_rows(record, table)) for table in COUNTED]


def test_an_article_is_written_whole(record: Record) -> None:
    listen(record)
    crawl = Crawl.begin(record, url(7))
    published = datetime(2026, 2, 28, 20, 30, tzinfo=UTC)
    evidence = EvidenceRef("2026-03/run-1-1-1.warc.gz", 0, 10, "ab")
    item = crawl.prepare(
        crawl.take(), article(TEXT, published=published, precision=Precision.MINUTE, author="王"), body=b"page"
    )
    crawl.settle(replace(item, evidence=evidence, headers={"ETag": '"1"', "Last-Modified": "then"}))

    found = one_article(record)
    assert found.id == article_id_for("people:7")
    assert (found.url, found.title, found.author, found.outcome) == (url(7), "义乌出口", "王", "article")
    assert (found.published, found.published_precision, found.zone) == (published, "minute", "Asia/Shanghai")
    assert text_of(record) == TEXT
    assert {row.key for row in all_rows(record, article_keys)} == {"people:7", f"url:{url(7)}"}
    [three_hundred, twenty] = all_rows(record, claims)
    assert (three_hundred.quote, three_hundred.value, three_hundred.value_real) == ("300", Decimal(300), 300.0)
    assert three_hundred.sentence == "义乌前五月出口300亿元。"
    assert (twenty.position, twenty.sentence) == (1, "进口20亿元。")
    [fetch] = all_rows(record, fetches)
    assert (fetch.outcome, fetch.segment, fetch.evidence_sha256) == ("article", evidence.segment, "ab")
    assert all_rows(record, revisions)[0].fetch_ids == [fetch.id]
    assert rows(record, "state", "outcome", "etag", "last_modified", "due", "run_id") == [
        ("waiting", "article", '"1"', "then", at(2 * 3600), crawl.run_id)
    ]
    assert heard(record) == [found.id]


def test_the_same_page_again_adds_nothing_but_its_fetch(record: Record) -> None:
    listen(record)
    crawl = Crawl.begin(record, url(7))
    crawl.answer(url(7), article(TEXT))
    before = counts(record)
    again = Crawl.begin(record, now=at(7200))
    again.answer(url(7), article(TEXT), body=b"other bytes, same article")
    assert counts(record) == before
    assert len(all_rows(record, fetches)) == 2


def test_not_modified_writes_only_its_fetch_and_climbs_the_ladder(record: Record) -> None:
    crawl = Crawl.begin(record, url(7))
    crawl.answer(url(7), article(TEXT))
    before = counts(record)
    due = []
    moment = at(0)
    for _ in range(6):
        [(state, moment_due)] = rows(record, "state", "due")
        if state == "settled":
            break
        assert isinstance(moment_due, datetime)
        due.append(moment_due - moment)
        moment = moment_due
        again = Crawl.begin(record, now=moment)
        again.answer(url(7), Outcome(OutcomeKind.UNCHANGED), status=304)
    assert due == [timedelta(hours=2), timedelta(hours=12), timedelta(2), timedelta(7), timedelta(30)]
    assert rows(record, "state", "outcome", "due") == [("settled", "article", None)]
    assert counts(record) == before
    assert [row.outcome for row in all_rows(record, fetches)] == ["article"] + ["unchanged"] * 5


def test_a_changed_page_starts_at_the_foot_of_the_ladder(record: Record) -> None:
    crawl = Crawl.begin(record, url(7))
    crawl.answer(url(7), article(TEXT))
    Crawl.begin(record, now=at(7200)).answer(url(7), Outcome(OutcomeKind.UNCHANGED), status=304)
    later = at(7200 + 12 * 3600)
    Crawl.begin(record, now=later).answer(url(7), article(TEXT + "更正。"))
    assert rows(record, "due") == [(later + timedelta(hours=2),)]


def test_a_changed_figure_is_a_revision_whose_claim_keeps_its_id(record: Record) -> None:
    listen(record)
    Crawl.begin(record, url(7)).answer(url(7), article(TEXT))
    before = current_claims(record)
    Crawl.begin(record, now=at(7200)).answer(url(7), article("编者注。" + TEXT.replace("300", "310")))
    after = current_claims(record)
    assert list(after.values()) == ["310", "20"]
    assert list(after) == list(before)
    assert [row.number for row in all_rows(record, revisions)] == [1, 2]
    assert len(all_rows(record, claims)) == 4  # what was said before is still there
    assert len(heard(record)) == 2
    assert one_article(record).version == 2


def test_a_claim_that_is_gone_is_kept_as_absent(record: Record) -> None:
    Crawl.begin(record, url(7)).answer(url(7), article(TEXT))
    [_, twenty] = current_claims(record)
    Crawl.begin(record, now=at(7200)).answer(url(7), article("义乌前五月出口300亿元。"))
    assert twenty not in current_claims(record)
    assert twenty in {row.id for row in all_rows(record, claims)}


def test_a_new_engine_reads_again_and_keeps_the_ids(record: Record) -> None:
    Crawl.begin(record, url(7)).answer(url(7), article(TEXT))
    before = current_claims(record)
    Crawl.begin(record, now=at(7200), version="2").answer(url(7), article(TEXT), body=b"other bytes")
    assert current_claims(record) == before
    assert [row.engine_version for row in all_rows(record, extractions)] == ["1", "2"]
    assert len(all_rows(record, revisions)) == 1


@pytest.mark.parametrize("version", ["1", "2"])
def test_a_reading_that_hangs_takes_no_claims_away(record: Record, version: str) -> None:
    Crawl.begin(record, url(7)).answer(url(7), article(TEXT))
    before = current_claims(record)
    later = Crawl.begin(record, now=at(7200), version=version, complete=False)
    later.answer(url(7), article(TEXT), body=b"other bytes")
    assert current_claims(record) == before


def test_an_article_whose_claims_hang_is_recorded_and_marked(record: Record) -> None:
    Crawl.begin(record, url(7), complete=False).answer(url(7), article(TEXT))
    assert one_article(record).problem == "its claims could not be read in time"
    assert [row.complete for row in all_rows(record, extractions)] == [False]
    Crawl.begin(record, now=at(7200)).answer(url(7), article(TEXT), body=b"other bytes")
    assert list(current_claims(record).values()) == ["300", "20"]
    assert one_article(record).problem is None


def test_off_topic_is_recorded_without_claims_and_told(record: Record) -> None:
    crawl = Crawl.begin(record, url(7), on_topic=False)
    crawl.answer(url(7), article(TEXT))
    assert one_article(record).outcome == "off_topic"
    assert text_of(record) == TEXT
    assert current_claims(record) == {}
    crawl.end()
    assert summarise_run(record, crawl.run_id).outcomes == {"off_topic": 1}
    assert rows(record, "outcome") == [("off_topic",)]


def test_links_become_requests_once(record: Record) -> None:
    lease, run_id = begun(record, [SOURCE.entry[0]])
    crawl = Crawl(record, lease, run_id)
    crawl.answer(SOURCE.entry[0], listing(url(1), url(2), url(1)))
    assert states(record) == {SOURCE.entry[0]: "settled", url(1): "waiting", url(2): "waiting"}


def test_a_link_with_an_impossible_host_costs_no_other_link(record: Record) -> None:
    crawl = Crawl.begin(record, SOURCE.entry[0])
    crawl.answer(SOURCE.entry[0], listing(url(1), f"http://{'x.' * 400}a.example/9.html", url(2)))
    assert url(1) in states(record)
    assert url(2) in states(record)


def test_a_listing_known_to_be_settled_is_read_again_by_the_next_run(record: Record) -> None:
    second = "http://a.example/list2"
    found = Outcome(OutcomeKind.LISTING, links=(Link(second, RequestKind.LISTING),))
    entry = SOURCE.entry[0]
    for moment in (0, 100):
        lease, run_id = begun(record, [entry], now=at(moment))
        crawl = Crawl(record, lease, run_id, at(moment))
        crawl.answer(entry, found)
        crawl.answer(second, found)
        assert states(record) == {entry: "settled", second: "settled"}


def test_a_run_that_lost_its_lease_writes_nothing(record: Record) -> None:
    listen(record)
    crawl = Crawl.begin(record, url(7))
    item = crawl.prepare(crawl.take(), article(TEXT))
    Crawl.begin(record, now=START + LEASE)
    before = rows(record, "url", "state", "outcome", "lease_token")
    with pytest.raises(LeaseLost, match="taken over"):
        crawl.settle(item)
    assert counts(record) == [0] * len(COUNTED)
    assert all_rows(record, fetches) == []
    assert rows(record, "url", "state", "outcome", "lease_token") == before


def test_an_answer_counts_once(record: Record) -> None:
    crawl = Crawl.begin(record, url(7))
    item = crawl.prepare(crawl.take(), article(TEXT))
    crawl.settle(item)
    with pytest.raises(LeaseLost, match="settled by another run"):
        crawl.settle(item)
    assert len(all_rows(record, fetches)) == 1


def test_a_failure_is_tried_again_soon_then_daily_then_let_go(record: Record) -> None:
    crawl = Crawl.begin(record, url(7))
    pauses = []
    while rows(record, "state") == [("waiting",)]:
        change(record, url(7), due=START)
        step = crawl.answer(url(7), failed(), status=503)
        if step.due is not None:
            pauses.append((step.due - START).total_seconds())
    day = 86_400
    assert pauses[:4] == [1.5, 3, 6, 12]
    assert pauses[4:] == [day] * 7
    assert rows(record, "state", "outcome", "problem", "attempts") == [("settled", "failed", "HTTP 503", 12)]


def test_a_failure_forgets_nothing_of_what_was_read(record: Record) -> None:
    Crawl.begin(record, url(7)).answer(url(7), article(TEXT), body=b"page")
    known = rows(record, "digest", "etag")
    later = Crawl.begin(record, now=at(7200))
    later.answer(url(7), failed(), body=b"Service Unavailable", status=503)
    assert rows(record, "digest", "etag") == known
    change(record, url(7), due=at(7200))
    later.answer(url(7), Outcome(OutcomeKind.BLOCKED, problem="HTTP 403"), body=b"wall", status=403)
    assert rows(record, "digest", "etag", "outcome") == [(*known[0], "blocked")]
    assert text_of(record) == TEXT


def test_retry_after_is_kept_to(record: Record) -> None:
    crawl = Crawl.begin(record, url(7))
    step = crawl.answer(url(7), failed(), status=503, retry_after=timedelta(seconds=90))
    assert step.due == at(90)


@pytest.mark.parametrize("nul", ["\x00", "\ud800", "\udfff\x00"])
def test_text_that_a_database_cannot_hold_costs_only_that_character(record: Record, nul: str) -> None:
    from barometer.ingest.storable import storable_outcome  # noqa: PLC0415 - beside its one use

    read = article(f"义乌{nul}出口300亿元。", title=f"题{nul}目", author=nul, keys=(f"k{nul}",))
    crawl = Crawl.begin(record, url(7))
    crawl.answer(url(7), storable_outcome(read), body=b"page")
    assert "出口300亿元。" in text_of(record)
    assert list(current_claims(record).values()) == ["300"]
    later = Crawl.begin(record, url(8), now=at(60))
    later.answer(url(8), failed(f"odd {nul} answer " + "x" * 5000))
    assert len(str(rows(record, "problem")[1][0])) <= 500


def test_a_key_longer_than_its_column_is_shortened_and_still_meets(record: Record) -> None:
    long = "http://a.example/7.html?q=" + "%E4%B9%89" * 100
    Crawl.begin(record, long).answer(long, article(TEXT))
    assert max(len(row.key) for row in all_rows(record, article_keys)) <= 500
    Crawl.begin(record, now=at(7200)).answer(long, article(TEXT + "又及。"))
    assert len(all_rows(record, articles)) == 1


def test_articles_that_meet_under_one_key_become_the_older_one(record: Record) -> None:
    listen(record)
    crawl = Crawl.begin(record, url(1))
    crawl.answer(url(1), article(TEXT))
    crawl = Crawl.begin(record, url(2), now=at(100))
    crawl.answer(url(2), article(TEXT))
    older, younger = article_id_for("people:1"), article_id_for("people:2")
    assert {row.id for row in all_rows(record, articles)} == {older, younger}

    crawl = Crawl.begin(record, now=at(8000))
    crawl.answer(url(1), article(TEXT, keys=("people:2",)))
    found = {row.id: row for row in all_rows(record, articles)}
    assert found[younger].redirect_to == older
    assert found[older].redirect_to is None
    assert {row.article_id for row in all_rows(record, article_keys)} == {older}
    assert sorted(current_claims(record).values()) == ["20", "300"]  # each claim once
    assert set(heard(record)[-2:]) == {older, younger}
    Crawl.begin(record, now=at(9000)).answer(url(2), article(TEXT.replace("300", "310")))
    with record.reading() as connection:
        assert connection.execute(select(articles.c.id).where(articles.c.redirect_to.is_(None))).scalars().all() == [
            older
        ]
    assert sorted(current_claims(record).values()) == ["20", "310"]


def test_a_page_that_turned_out_to_be_gone_leaves_the_article(record: Record) -> None:
    Crawl.begin(record, url(7)).answer(url(7), article(TEXT))
    Crawl.begin(record, now=at(7200)).answer(url(7), Outcome(OutcomeKind.GONE, problem="HTTP 404"), status=404)
    assert rows(record, "state", "outcome") == [("settled", "gone")]
    assert text_of(record) == TEXT
    assert list(current_claims(record).values()) == ["300", "20"]


def test_what_was_out_when_the_schema_says_no_is_still_out(record: Record) -> None:
    """A bug in one item leaves its row leased, for the run's end to free, and nothing half written."""
    crawl = Crawl.begin(record, url(7))
    item = crawl.prepare(crawl.take(), article(TEXT))
    assert item.extracted is not None
    twice = replace(item.extracted, claims=(replace(item.extracted.claims[0], unit=None),))
    with pytest.raises(Exception, match="unit"):
        crawl.settle(replace(item, extracted=twice))
    assert counts(record) == [0] * len(COUNTED)
    assert states(record) == {url(7): "leased"}
    crawl.end()
    assert states(record) == {url(7): "waiting"}
    with record.reading() as connection:
        assert connection.execute(select(requests.c.lease_token)).scalar_one() is None
