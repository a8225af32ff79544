"""What each mode of run fetches waits apart, so that none takes or spoils what another is to fetch."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from barometer.archive.frontier import (
    HISTORY,
    IMPORT,
    NEWS,
    REPLAY,
    Idle,
    LeasedRequest,
    NewRequest,
    RobotsNeeded,
    add_requests,
    lane_of,
    spare_host,
    take_next,
)
from barometer.archive.leases import Lease
from barometer.archive.record import Record
from barometer.archive.robots import record_robots
from barometer.archive.runs import end_run, start_run
from barometer.archive.tables import hosts
from barometer.network.robots import RobotsAnswer
from tests.archive.crawling import AGENT, ALLOW, ARTICLE, LISTING, START, at, begun, change, leased, rows, take

A, B = "http://a.example/1", "http://a.example/2"
MINUTE = timedelta(seconds=60)


def add(record: Record, *wanted: NewRequest) -> int:
    with record.writing() as connection:
        return add_requests(connection, "people", wanted, START)


def next_in(record: Record, lease: Lease, lane: str, now=START):
    taken = take_next(record, lease, now, delay=0.0, patience=MINUTE, lane=lane)
    if isinstance(taken, RobotsNeeded):
        record_robots(record, taken.host, taken.asked, ALLOW, None, AGENT, now)
        return next_in(record, lease, lane, now)
    return taken


def test_one_address_waits_once_in_each_lane_and_a_run_takes_its_own(record: Record) -> None:
    lease = leased(record)
    lanes = [NEWS, IMPORT, HISTORY, REPLAY]
    assert add(record, *(NewRequest(A, ARTICLE, lane=lane) for lane in lanes for _ in range(2))) == len(lanes)
    for lane in lanes:
        taken = next_in(record, lease, lane)
        assert isinstance(taken, LeasedRequest)
        assert (taken.url, taken.lane) == (A, lane)
        assert isinstance(next_in(record, lease, lane), Idle)


def test_a_page_at_hand_is_asked_of_no_host(record: Record) -> None:
    lease = leased(record)
    page = {"path": "imports/x.gz", "status": 200, "content_type": "text/html"}
    add(record, *(NewRequest(url, ARTICLE, lane="import", at_hand=page) for url in (A, B)))
    with record.writing() as connection:
        spare_host(connection, "http://a.example", at(3600))
    for url in (A, B):  # one after the other, without a pause
        taken = take_next(record, lease, START, delay=5.0, patience=MINUTE, lane="import")
        assert isinstance(taken, LeasedRequest)
        assert (taken.url, dict(taken.at_hand or {})) == (url, page)
        assert taken.robots.can_fetch(taken.url, AGENT)
    with record.reading() as connection:
        assert connection.execute(select(hosts)).all() == []


def test_a_host_that_asked_for_a_long_pause_is_not_waited_for(record: Record) -> None:
    lease, _ = begun(record, articles=[A, B])
    take(record, lease)
    with record.writing() as connection:
        spare_host(connection, "http://a.example", at(30))
        spare_host(connection, "http://a.example", at(20))  # an earlier moment takes nothing back
    assert next_in(record, lease, NEWS) == Idle(at(30))
    with record.writing() as connection:
        spare_host(connection, "http://a.example", at(3600))
    assert next_in(record, lease, NEWS) == Idle(None)
    assert isinstance(next_in(record, lease, NEWS, at(3600)), LeasedRequest)


@pytest.mark.parametrize("mode", ["live", "import", "history"])
def test_what_a_folder_of_recorded_pages_said_of_robots_is_asked_of_the_site_itself(record: Record, mode: str) -> None:
    lease, run_id = leased(record), 0
    entry = NewRequest(A, LISTING, lane="replay")
    run_id = start_run(record, lease, [entry], mode="replay", revisit=False, now=START)
    assert isinstance(next_in(record, lease, "replay"), LeasedRequest)
    change(record, A, state="settled", due=None)
    end_run(record, lease, run_id, "finished", at(5))
    lane = lane_of(mode)
    start_run(record, lease, [NewRequest(A, LISTING, lane=lane)], mode=mode, revisit=False, now=at(60))
    taken = take_next(record, lease, at(60), delay=0.0, patience=MINUTE, lane=lane)
    assert isinstance(taken, RobotsNeeded)
    record_robots(
        record, taken.host, taken.asked, RobotsAnswer(200, b"User-agent: *\nDisallow: /"), None, AGENT, at(60)
    )
    refused = take_next(record, lease, at(60), delay=0.0, patience=MINUTE, lane=lane)
    assert isinstance(refused, LeasedRequest)
    assert not refused.robots.can_fetch(A, AGENT)


def test_a_walk_that_goes_further_back_follows_its_lists_on_and_another_does_not(record: Record) -> None:
    lease = leased(record)
    lists = [NewRequest(A, LISTING, lane="history")]

    def walk(days: int, now) -> list[object]:
        since = START - timedelta(days=days)
        run_id = start_run(record, lease, lists, mode="history", revisit=False, now=now, since=since)
        taken = next_in(record, lease, "history", now)
        if isinstance(taken, LeasedRequest):
            change(record, A, state="settled", due=None, digest="read", lease_token=None)
        end_run(record, lease, run_id, "finished", now)
        return [taken.url, taken.digest] if isinstance(taken, LeasedRequest) else []

    assert walk(30, at(0)) == [A, None]
    assert walk(30, at(60)) == []
    assert walk(10, at(120)) == []
    assert walk(90, at(180)) == [A, None]  # as if it had never been read
    assert rows(record, "lane", "state") == [("history", "settled")]
