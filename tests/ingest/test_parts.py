"""An article of several pages is one article, whatever happens to its pages."""

from datetime import timedelta

import pytest

from barometer.archive.record import Record
from barometer.archive.tables import articles, revisions
from barometer.model import Outcome, OutcomeKind
from tests.archive.crawling import at, begun, change, rows, states
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

ONE, TWO, THREE = url(7), url(7, 2), url(7, 3)
GONE = Outcome(OutcomeKind.GONE, problem="HTTP 404")


def two_pages(record: Record) -> Crawl:
    crawl = Crawl.begin(record, ONE)
    crawl.answer(ONE, article("一1。", next_url=TWO))
    crawl.answer(TWO, article("二2。", title="义乌出口（2）"))
    return crawl


def test_two_pages_are_one_article(record: Record) -> None:
    listen(record)
    crawl = Crawl.begin(record, ONE)
    crawl.answer(ONE, article("一1。", next_url=TWO))
    assert all_rows(record, articles) == []  # nothing is told before it is whole
    assert heard(record) == []
    crawl.answer(TWO, article("二2。", title="义乌出口（2）", author="王"))
    found = one_article(record)
    assert (found.title, found.author, found.problem, found.url) == ("义乌出口", "王", None, ONE)
    assert text_of(record) == "一1。\n二2。"
    assert len(all_rows(record, revisions)[0].fetch_ids) == 2
    assert list(current_claims(record).values()) == ["1", "2"]


@pytest.mark.parametrize(
    "lost",
    [
        GONE,
        Outcome(OutcomeKind.EMPTY, problem="no article on the page"),
        Outcome(OutcomeKind.BLOCKED, problem="robots.txt does not allow it"),
        Outcome(OutcomeKind.QUARANTINED, problem="it hung"),
        Outcome(OutcomeKind.LOGIN, problem="HTTP 401"),
    ],
    ids=lambda outcome: outcome.kind.value,
)
def test_a_part_that_is_lost_does_not_lose_the_article(record: Record, lost: Outcome) -> None:
    crawl = Crawl.begin(record, ONE)
    crawl.answer(ONE, article("一1。", next_url=TWO))
    crawl.answer(TWO, lost)
    assert text_of(record) == "一1。"
    assert one_article(record).problem == f"part 2 is missing: {lost.problem}"


def test_a_part_that_fails_is_waited_for_and_then_given_up(record: Record) -> None:
    crawl = Crawl.begin(record, ONE)
    crawl.answer(ONE, article("一1。", next_url=TWO))
    for _ in range(4):
        crawl.answer(TWO, failed())
        assert all_rows(record, articles) == []
        change(record, TWO, due=at(0))
    crawl.answer(TWO, failed())
    assert one_article(record).problem == "part 2 is missing: HTTP 503"
    change(record, TWO, due=at(0))
    crawl.answer(TWO, article("二2。"))  # it comes after all
    assert text_of(record) == "一1。\n二2。"
    assert one_article(record).problem is None


def test_part_one_is_read_again_after_part_two_was_given_up(record: Record) -> None:
    crawl = Crawl.begin(record, ONE)
    crawl.answer(ONE, article("一1。", next_url=TWO))
    crawl.answer(TWO, GONE)
    Crawl.begin(record, now=at(7200)).answer(ONE, article("一更正1。", next_url=TWO))
    assert text_of(record) == "一更正1。"
    assert one_article(record).problem == "part 2 is missing: HTTP 404"


@pytest.mark.parametrize("changed", [1, 2])
def test_a_part_that_changes_makes_a_revision_of_the_whole(record: Record, changed: int) -> None:
    two_pages(record)
    change(record, TWO if changed == 1 else ONE, due=at(99_999))
    later = Crawl.begin(record, now=at(7200))
    if changed == 1:
        later.answer(ONE, article("一11。", next_url=TWO))
    else:
        later.answer(TWO, article("二22。"))
    assert text_of(record) == ("一11。\n二2。" if changed == 1 else "一1。\n二22。")
    assert [row.number for row in all_rows(record, revisions)] == [1, 2]


def test_a_part_that_changed_while_another_was_joined_is_not_overlooked(record: Record) -> None:
    two_pages(record)
    later = Crawl.begin(record, now=at(7200))
    first, second = later.take(), later.take()
    assert {first.url, second.url} == {ONE, TWO}
    one, two = (first, second) if first.url == ONE else (second, first)
    items = later.prepare(one, article("一11。", next_url=TWO)), later.prepare(two, article("二22。"))
    for item in items:  # both were joined with the other as it was before
        later.settle(item)
    assert states(record)[TWO] == "waiting"
    later.answer(TWO, article("二22。"))
    assert text_of(record) == "一11。\n二22。"


def test_a_page_that_is_an_article_no_more_keeps_its_text(record: Record) -> None:
    two_pages(record)
    change(record, TWO, due=at(99_999))
    Crawl.begin(record, now=at(7200)).answer(ONE, GONE)
    assert text_of(record) == "一1。\n二2。"


def test_an_article_that_shrinks_to_one_page_loses_the_other(record: Record) -> None:
    two_pages(record)
    change(record, TWO, due=at(99_999))
    later = Crawl.begin(record, now=at(7200))
    later.answer(ONE, article("一1。全文。"))
    assert text_of(record) == "一1。全文。"
    change(record, TWO, due=at(7200))
    later.answer(TWO, article("二没有人链接。"))
    assert text_of(record) == "一1。全文。"


def test_a_next_part_at_another_address_takes_the_old_ones_place(record: Record) -> None:
    two_pages(record)
    change(record, TWO, due=at(99_999))
    moved = "http://b.example/7-2.html"
    later = Crawl.begin(record, now=at(7200))
    later.answer(ONE, article("一1。", next_url=moved))
    assert text_of(record) == "一1。\n二2。"  # until the new one is read
    later.answer(moved, article("二3。"))
    assert text_of(record) == "一1。\n二3。"
    change(record, TWO, due=at(7200))
    later.answer(TWO, article("二4。"))
    assert text_of(record) == "一1。\n二3。"
    change(record, ONE, due=at(7200))
    change(record, moved, due=at(99_999))
    later.answer(ONE, article("一1。回来。", next_url=TWO))  # and back
    later.answer(TWO, article("二4。"))
    assert text_of(record) == "一1。回来。\n二4。"


@pytest.mark.parametrize("back", [ONE, TWO])
def test_next_links_in_a_circle_end_where_they_begin(record: Record, back: str) -> None:
    crawl = Crawl.begin(record, ONE)
    crawl.answer(ONE, article("一1。", next_url=TWO))
    crawl.answer(TWO, article("二2。", next_url=back))
    assert text_of(record) == "一1。\n二2。"
    assert one_article(record).problem is None
    assert set(states(record)) == {ONE, TWO}


def test_a_page_that_calls_itself_its_next_part_is_whole(record: Record) -> None:
    Crawl.begin(record, ONE).answer(ONE, article("一1。", next_url=ONE))
    assert text_of(record) == "一1。"


@pytest.mark.parametrize("pages", [20, 25])
def test_twenty_parts_are_read_and_no_more(record: Record, pages: int) -> None:
    crawl = Crawl.begin(record, ONE)
    for number in range(1, 21):
        following = url(7, number + 1) if number < pages else None
        crawl.answer(url(7, number), article(f"第{number}页。", next_url=following))
    assert text_of(record).count("\n") == 19
    assert len(states(record)) == 20
    assert one_article(record).problem == (None if pages == 20 else "only its first 20 parts were read")


def test_a_part_that_a_listing_named_as_an_article_becomes_the_part(record: Record) -> None:
    crawl = Crawl.begin(record, TWO)
    crawl.answer(TWO, article("二2。"))
    assert text_of(record) == "二2。"
    crawl = Crawl.begin(record, ONE, now=at(60))
    crawl.answer(ONE, article("一1。", next_url=TWO))
    crawl.answer(TWO, article("二2。"))
    assert text_of(record) == "一1。\n二2。"
    assert len(all_rows(record, articles)) == 1
    change(record, ONE, due=at(99_999))
    Crawl.begin(record, now=at(8000)).answer(TWO, article("二22。"))
    assert text_of(record) == "一1。\n二22。"


def test_a_part_that_was_out_as_an_article_is_read_again_as_a_part(record: Record) -> None:
    crawl = Crawl.begin(record, ONE, TWO)
    one, two = crawl.take(), crawl.take()
    item = crawl.prepare(two, article("二2。"))
    crawl.receive(one, article("一1。", next_url=TWO))
    crawl.settle(item)
    assert all_rows(record, articles) == []
    crawl.answer(TWO, article("二2。"))
    assert text_of(record) == "一1。\n二2。"
    assert len(all_rows(record, articles)) == 1


def test_a_listing_that_names_a_part_later_changes_nothing(record: Record) -> None:
    two_pages(record)
    lease, run_id = begun(record, SOURCE.entry, now=at(60))
    Crawl(record, lease, run_id, at(60)).answer(SOURCE.entry[0], listing(ONE, TWO))
    assert rows(record, "url", "kind", "part") == [
        (ONE, "article", 1),
        (TWO, "part", 2),
        (SOURCE.entry[0], "listing", 1),
    ]


def test_a_part_of_another_article_is_not_taken_from_it(record: Record) -> None:
    two_pages(record)
    other = url(9)
    Crawl.begin(record, other, now=at(60)).answer(other, article("别的9。", next_url=TWO))
    problems = {row.url: row.problem for row in all_rows(record, articles)}
    assert problems == {ONE: None, other: f"part 2 is missing: its link leads to another page, {TWO}"}


def test_part_two_may_be_redirected(record: Record) -> None:
    crawl = Crawl.begin(record, ONE)
    crawl.answer(ONE, article("一1。", next_url=TWO))
    target = "http://b.example/7-2.html"
    crawl.answer(TWO, Outcome(OutcomeKind.REDIRECT), status=302, redirect_to=target)
    crawl.answer(target, article("二2。"))
    assert text_of(record) == "一1。\n二2。"
    change(record, ONE, due=at(0))
    crawl.answer(ONE, article("一11。", next_url=TWO))
    assert text_of(record) == "一11。\n二2。"


def test_part_two_that_redirects_to_part_one_is_given_up_at_once(record: Record) -> None:
    crawl = Crawl.begin(record, ONE)
    crawl.answer(ONE, article("一1。", next_url=TWO))
    step = crawl.answer(TWO, Outcome(OutcomeKind.REDIRECT), status=302, redirect_to=ONE)
    assert text_of(record) == "一1。"
    assert str(one_article(record).problem).startswith("part 2 is missing: part 2 redirects to another page")
    assert step.due == at(0) + timedelta(days=1)


def test_part_two_that_redirects_to_a_page_a_listing_named_is_read_there(record: Record) -> None:
    crawl = Crawl.begin(record, ONE)
    crawl.answer(ONE, article("一1。", next_url=TWO))
    target = "http://b.example/7-2.html"
    lease, run_id = begun(record, (), [target], now=at(60))
    crawl = Crawl(record, lease, run_id, at(60))
    crawl.answer(TWO, Outcome(OutcomeKind.REDIRECT), status=302, redirect_to=target)
    crawl.answer(target, article("二2。"))
    assert text_of(record) == "一1。\n二2。"
    assert THREE not in states(record)
