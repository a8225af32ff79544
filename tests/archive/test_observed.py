"""What runs saw, read from the record on both engines, and the sources that somebody should look at."""

from collections.abc import Sequence

from barometer.archive.frontier import NewRequest
from barometer.archive.observed import alarms, judged, observe
from barometer.archive.record import Record
from barometer.archive.runs import end_run, start_run
from barometer.ingest.fetched import Fetched
from barometer.ingest.record import record_fetched
from barometer.model import Outcome, OutcomeKind
from barometer.sources.health import State
from tests.archive.crawling import LISTING, at, leased, take_all
from tests.ingest.receiving import ENTRY, SOURCE, article, listing, url

BLOCKED = Outcome(OutcomeKind.BLOCKED, problem="HTTP 403: the site refuses")


def crawl(record: Record, moment: float, answers: dict[str, Sequence[Outcome]]) -> None:
    """Run once; each address gives its answers in turn."""
    lease = leased(record, now=at(moment))
    run_id = start_run(record, lease, [NewRequest(ENTRY, LISTING)], mode="live", revisit=False, now=at(moment))
    turns = {url: iter(given) for url, given in answers.items()}
    for second in range(0, 45, 5):
        for request in take_all(record, lease, at(moment + second)):
            outcome = next(turns[request.url])
            item = Fetched(request, at(moment), outcome, 200, {}, f"{request.url}{moment}{second}".encode())
            record_fetched(record, lease, run_id, item, at(moment))
    end_run(record, lease, run_id, "finished", at(moment + 50))


def wrong(record: Record, moment: float) -> dict[State, list[str]]:
    return alarms({name: verdict for name, (verdict, _) in judged(record, {"people": SOURCE}, at(moment)).items()})


def test_a_run_is_told_by_what_each_address_came_to_at_last(record: Record) -> None:
    down = Outcome(OutcomeKind.FAILED, problem="HTTP 503")
    odd = Outcome(OutcomeKind.EMPTY, problem="no article on the page", missed=("body",))
    pages = {ENTRY: [listing(url(1), url(2))], url(1): [down, article("义乌1。")], url(2): [odd]}
    crawl(record, 0, pages)
    [run] = observe(record, SOURCE, at(100)).runs
    seen = {one.url: one for one in run.requests}
    assert (seen[ENTRY].is_listing, seen[ENTRY].links) == (True, 2)
    assert (seen[url(1)].outcome, seen[url(1)].tries) == ("article", 2)
    assert (seen[url(2)].outcome, seen[url(2)].missed) == ("empty", ("body",))
    assert wrong(record, 100) == {}


def test_a_list_that_is_unchanged_has_the_links_that_it_had(record: Record) -> None:
    crawl(record, 0, {ENTRY: [listing()]})
    crawl(record, 100, {ENTRY: [Outcome(OutcomeKind.UNCHANGED)]})
    assert [[one.links for one in run.requests] for run in observe(record, SOURCE, at(200)).runs] == [[0], [0]]
    assert wrong(record, 200) == {State.BROKEN_TEMPLATE: ["people"]}


def test_walks_and_imports_say_nothing_of_a_source_and_trouble_ends_with_the_next_good_run(record: Record) -> None:
    crawl(record, 0, {ENTRY: [BLOCKED]})
    assert wrong(record, 100) == {State.BLOCKED: ["people"]}
    lease = leased(record, now=at(100))
    walk = start_run(record, lease, [], mode="history", revisit=False, now=at(100))
    end_run(record, lease, walk, "finished", at(150))
    assert len(observe(record, SOURCE, at(200)).runs) == 1
    crawl(record, 90_000, {ENTRY: [listing(url(1))], url(1): [article("义乌1。")]})
    assert wrong(record, 90_100) == {}
