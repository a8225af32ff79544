"""Redirects are outcomes: followed by a request of their own, never in a circle."""

import pytest

from barometer.archive.record import Record
from barometer.archive.runs import summarise_run
from barometer.archive.tables import article_keys
from barometer.model import Outcome, OutcomeKind
from tests.archive.crawling import LISTING, at, begun, rows, states
from tests.ingest.receiving import SOURCE, Crawl, all_rows, article, listing, one_article, text_of, url

A, B, C = url(1), url(2, host="b.example"), url(3)
REDIRECT = Outcome(OutcomeKind.REDIRECT)


def redirect(crawl: Crawl, source: str, target: str) -> None:
    crawl.answer(source, REDIRECT, status=302, redirect_to=target)


def test_a_redirected_article_has_both_names(record: Record) -> None:
    crawl = Crawl.begin(record, A)
    redirect(crawl, A, B)
    crawl.answer(B, article("文1。"))
    assert one_article(record).url == B
    assert {row.key for row in all_rows(record, article_keys)} == {"people:1", "people:2", f"url:{A}", f"url:{B}"}
    assert rows(record, "url", "state", "outcome", "hops", "origin", "redirect_to") == [
        (A, "settled", "redirect", 0, None, B),
        (B, "waiting", "article", 1, A, None),
    ]


def test_a_chain_keeps_the_first_address_and_ends_after_five(record: Record) -> None:
    crawl = Crawl.begin(record, url(1))
    for number in range(1, 6):
        redirect(crawl, url(number), url(number + 1))
    assert rows(record, "hops", "origin")[-1] == (5, url(1))
    redirect(crawl, url(6), url(7))
    assert url(7) not in states(record)
    [*_, (outcome, problem, state)] = rows(record, "outcome", "problem", "state")
    assert (outcome, state) == ("failed", "waiting")
    assert problem == f"redirected 6 times, the last time to {url(7)}: not followed"


@pytest.mark.parametrize("length", [1, 2, 3])
def test_a_circle_is_told_and_left_for_the_day(record: Record, length: int) -> None:
    circle = [A, B, C][:length]
    crawl = Crawl.begin(record, A)
    for one, other in zip(circle, [*circle[1:], A], strict=True):
        redirect(crawl, one, other)
    assert list(states(record)) == circle
    [*_, (outcome, problem, due)] = rows(record, "outcome", "problem", "due")
    assert (outcome, problem, due) == ("failed", f"redirects in a circle, back to {A}", at(86_400))
    crawl.end()
    assert [told for _, _, told in summarise_run(record, crawl.run_id).problems] == [problem]


def test_a_circle_that_opens_is_followed(record: Record) -> None:
    crawl = Crawl.begin(record, A)
    redirect(crawl, A, A)
    later = Crawl.begin(record, now=at(86_400))
    later.answer(A, article("文1。"))
    assert text_of(record) == "文1。"


def test_a_listing_may_move(record: Record) -> None:
    entry, moved = SOURCE.entry[0], "http://b.example/list"
    for moment in (0, 1000):
        lease, run_id = begun(record, [entry], now=at(moment))
        crawl = Crawl(record, lease, run_id, at(moment))
        redirect(crawl, entry, moved)
        crawl.answer(moved, listing(A))
        assert states(record)[moved] == "settled"
        if moment == 0:
            crawl.answer(A, article("文1。"))
    assert rows(record, "kind")[1] == (LISTING.value,)


def test_a_redirect_to_a_page_that_is_known_makes_it_due(record: Record) -> None:
    Crawl.begin(record, B).answer(B, article("文1。"))
    later = Crawl.begin(record, A, now=at(60))
    redirect(later, A, B)
    later.answer(B, article("文2。"))
    assert text_of(record) == "文2。"


def test_a_redirect_to_what_this_run_has_read_is_not_read_again(record: Record) -> None:
    crawl = Crawl.begin(record, B, A)
    crawl.answer(B, article("文1。"))
    redirect(crawl, A, B)
    assert rows(record, "url", "due") == [(B, at(7200)), (A, None)]


def test_a_redirect_to_an_impossible_host_is_told(record: Record) -> None:
    crawl = Crawl.begin(record, A)
    redirect(crawl, A, "http://" + "x." * 200 + "example/")
    assert list(states(record)) == [A]
    assert "too long" in str(rows(record, "problem")[0][0])
