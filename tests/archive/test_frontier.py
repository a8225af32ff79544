"""What may be fetched next: host delays, robots.txt, suspects, and what waits."""

import subprocess
import sys
from datetime import timedelta
from itertools import pairwise

import pytest
from sqlalchemy import func, select, update

from barometer.archive.frontier import (
    Idle,
    LeasedRequest,
    NewRequest,
    RobotsNeeded,
    add_requests,
    count_deaths,
    make_due,
    take_next,
)
from barometer.archive.leases import Lease, release_lease
from barometer.archive.record import Record
from barometer.archive.robots import record_robots
from barometer.archive.runs import end_run, start_run, summarise_run
from barometer.archive.tables import hosts, requests, sources
from barometer.clock import now
from barometer.network.robots import RobotsAnswer, RobotsOutcome
from tests.archive.crawling import (
    AGENT,
    ALLOW,
    ARTICLE,
    LISTING,
    PART,
    START,
    at,
    begun,
    change,
    leased,
    rows,
    states,
    step,
    take,
    take_all,
)

A, B, C = "http://a.example/1", "http://a.example/2", "http://b.example/1"
MINUTE = timedelta(seconds=60)


def test_a_request_is_added_once(record: Record) -> None:
    lease = leased(record)
    post = NewRequest(A, LISTING, method="POST", body="page=2")
    with record.writing() as connection:
        assert add_requests(connection, "people", [NewRequest(A, ARTICLE), NewRequest(A, ARTICLE), post], START) == 2
        assert add_requests(connection, "people", [NewRequest(A, LISTING)], START) == 0
    assert [one.method for one in take_all(record, lease)] == ["POST", "GET"]


def test_a_host_that_no_dns_has_costs_nobody_else_his_request(record: Record) -> None:
    lease, _ = begun(record, articles=[A, f"http://{'x' * 300}.example/", B])
    assert [one.url for one in take_all(record, lease)] == [A, B]


def test_listings_come_first_then_parts_then_articles(record: Record) -> None:
    lease = leased(record)
    wanted = [NewRequest(A, ARTICLE), NewRequest(B, PART, root_id=1, part=2), NewRequest(C, LISTING)]
    with record.writing() as connection:
        add_requests(connection, "people", wanted, START)
    assert [one.url for one in take_all(record, lease)] == [C, B, A]


def test_robots_is_asked_once_a_host_before_anything_else(record: Record) -> None:
    lease, _ = begun(record, articles=[A, B, C])
    asked = []
    for _ in range(5):
        taken = take_next(record, lease, START, delay=0, patience=MINUTE)
        if isinstance(taken, RobotsNeeded):
            asked.append(taken.asked)
            record_robots(record, taken.host, taken.asked, ALLOW, None, AGENT, START)
    assert sorted(asked) == [("http://a.example/robots.txt",), ("http://b.example/robots.txt",)]
    assert set(states(record).values()) == {"leased"}


def test_nobody_else_asks_a_host_while_its_robots_is_out(record: Record) -> None:
    lease, _ = begun(record, articles=[A])
    other, _ = begun(record, articles=[B], source="other")
    assert isinstance(take_next(record, lease, START, delay=0, patience=MINUTE), RobotsNeeded)
    assert take_next(record, other, at(1), delay=0, patience=MINUTE) == Idle(at(60))


def test_robots_of_a_run_that_died_is_asked_again_at_once(record: Record) -> None:
    lease, _ = begun(record, articles=[A])
    assert isinstance(take_next(record, lease, START, delay=0, patience=MINUTE), RobotsNeeded)
    release_lease(record, lease)  # its process is gone, and long before the answer could be overdue
    again, _ = begun(record, now=at(5))
    assert isinstance(take_next(record, again, at(5), delay=0, patience=MINUTE), RobotsNeeded)


def test_a_redirect_of_robots_is_followed_and_then_ends(record: Record) -> None:
    lease, _ = begun(record, articles=[A])
    asked: tuple[str, ...] = ()
    for number in range(10):
        taken = take_next(record, lease, START, delay=0, patience=MINUTE)
        if not isinstance(taken, RobotsNeeded):
            break
        asked = taken.asked
        record_robots(record, taken.host, asked, RobotsAnswer(302), f"/robots-{number}.txt", AGENT, START)
    assert len(asked) == 6  # five redirects are followed (RFC 9309 2.3.1.2)
    assert isinstance(taken, LeasedRequest)
    assert taken.robots.outcome is RobotsOutcome.ALLOW_ALL


def test_rules_come_with_the_request(record: Record) -> None:
    lease, _ = begun(record, articles=[A])
    taken = step(record, lease, robots=RobotsAnswer(200, b"User-agent: *\nDisallow: /1\n"))
    assert isinstance(taken, LeasedRequest)
    assert not taken.robots.can_fetch(A, AGENT)
    assert taken.robots.can_fetch(B, AGENT)


def test_unreachable_robots_means_nothing_is_fetched_and_the_run_says_so(record: Record) -> None:
    lease, run_id = begun(record, articles=[A, C])
    taken = step(record, lease, robots=RobotsAnswer(503))
    assert taken == Idle(None)
    assert set(states(record).values()) == {"waiting"}
    end_run(record, lease, run_id, "finished", at(1))
    summary = summarise_run(record, run_id)
    assert [(url, outcome) for url, outcome, _ in summary.problems] == [
        ("http://a.example/robots.txt", "blocked"),
        ("http://b.example/robots.txt", "blocked"),
    ]
    assert "503" in summary.problems[0][2]


def test_a_host_is_left_alone_for_its_delay_and_the_frontier_says_until_when(record: Record) -> None:
    lease, _ = begun(record, articles=[A, B, C])
    know_robots(record, lease)
    assert step(record, lease, at(0), delay=10) != Idle(None)
    taken = step(record, lease, at(3), delay=10)
    assert isinstance(taken, LeasedRequest)
    assert taken.url == C  # the other host is free
    assert step(record, lease, at(4), delay=10) == Idle(at(10))
    assert isinstance(step(record, lease, at(10), delay=10), LeasedRequest)


def test_crawl_delay_wins_over_a_shorter_delay(record: Record) -> None:
    lease, _ = begun(record, articles=[A, B])
    rules = RobotsAnswer(200, b"User-agent: *\nCrawl-delay: 120\n")
    know_robots(record, lease, rules)
    assert isinstance(step(record, lease, at(0), delay=1), LeasedRequest)
    assert step(record, lease, at(1), delay=1) == Idle(at(120))


def know_robots(record: Record, lease: Lease, answer: RobotsAnswer = ALLOW) -> None:
    """Let every host's robots.txt be known, and every host be free."""
    while isinstance(taken := take_next(record, lease, START, delay=0, patience=MINUTE), RobotsNeeded):
        record_robots(record, taken.host, taken.asked, answer, None, AGENT, START)
    with record.writing() as connection:
        connection.execute(update(requests).values(state="waiting", lease_token=None))
        connection.execute(update(hosts).values(next_allowed_at=None))
    while isinstance(taken := take_next(record, lease, START, delay=0, patience=MINUTE), LeasedRequest | RobotsNeeded):
        if isinstance(taken, RobotsNeeded):
            record_robots(record, taken.host, taken.asked, answer, None, AGENT, START)
    with record.writing() as connection:
        connection.execute(update(requests).values(state="waiting", lease_token=None))
        connection.execute(update(hosts).values(next_allowed_at=None))


RESERVE = """
import sys
from datetime import timedelta
from barometer.archive.frontier import Idle, LeasedRequest, take_next
from barometer.archive.leases import take_lease, this_process
from barometer.archive.record import open_record
from barometer.clock import now
import time
record = open_record(sys.argv[1])
lease = take_lease(record, sys.argv[2], this_process(), now())
moments = []
while len(moments) < 8:
    moment = now()
    taken = take_next(record, lease, moment, delay=0.05, patience=timedelta(seconds=60))
    if isinstance(taken, LeasedRequest):
        moments.append(moment)
    else:
        time.sleep(0.002)
print(*(moment.timestamp() for moment in moments))
"""


def test_two_processes_on_one_host_never_come_closer_than_its_delay(record: Record, record_url: str) -> None:
    for source in ("first", "second"):
        lease, _ = begun(record, articles=[f"http://a.example/{source}/{number}" for number in range(8)], source=source)
    know_robots(record, lease)
    with record.writing() as connection:
        connection.execute(update(sources).values(lease_holder=None, lease_until=None))
        connection.execute(update(hosts).values(robots_until=now() + timedelta(days=1)))
    commands = [[sys.executable, "-c", RESERVE, record_url, source] for source in ("first", "second")]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for command in commands]
    try:
        told = [process.communicate(timeout=30)[0] for process in processes]
    finally:
        for process in processes:
            process.kill()
    moments = sorted(float(moment) for text in told for moment in text.split())
    assert len(moments) == 16
    closest = min(after - before for before, after in pairwise(moments))
    assert closest >= 0.05 - 1e-6


def test_what_falls_due_within_the_patience_is_waited_for(record: Record) -> None:
    lease, _ = begun(record, articles=[A, C])
    take_all(record, lease)
    change(record, A, state="waiting", due=at(45))
    change(record, C, state="waiting", due=at(61))
    assert step(record, lease, START) == Idle(at(45))
    assert step(record, lease, START, patience=30) == Idle(None)


def test_a_listing_is_made_due_once_a_run(record: Record) -> None:
    lease, run_id = begun(record, [A])
    take(record, lease)
    fingerprint = NewRequest(A, LISTING).fingerprint
    change(record, A, state="settled", due=None, run_id=run_id)
    with record.writing() as connection:
        make_due(connection, "people", fingerprint, run_id, at(5))
    assert states(record) == {A: "settled"}
    with record.writing() as connection:
        make_due(connection, "people", fingerprint, run_id + 1, at(5))
    assert rows(record, "state", "due") == [("waiting", at(5))]


def test_one_death_makes_suspects_two_quarantine_and_neighbours_go_free(record: Record) -> None:
    killer, neighbour, later = A, B, C
    lease, _ = begun(record, articles=[killer, neighbour, later])
    take(record, lease), take(record, lease)
    assert count_deaths(record, lease, at(1)) == 0
    assert rows(record, "url", "deaths", "state") == [
        (killer, 1, "waiting"),
        (neighbour, 1, "waiting"),
        (later, 0, "waiting"),
    ]
    assert take(record, lease, at(1)).url == later  # suspects come last …
    assert step(record, lease, at(1), alone=False) == Idle(None)  # … and never beside anything else
    change(record, later, state="settled", due=None)
    assert take(record, lease, at(1), alone=True).url == killer
    assert count_deaths(record, lease, at(2)) == 1
    assert states(record) == {killer: "quarantined", neighbour: "waiting", later: "settled"}
    [(problem, outcome)] = [row[1:] for row in rows(record, "url", "problem", "outcome") if row[0] == killer]
    assert (outcome, problem) == ("quarantined", "two processes died while they held it")
    assert take(record, lease, at(2)).url == neighbour


def test_a_quarantined_listing_is_tried_again_a_day_later_an_article_never(record: Record) -> None:
    lease, _ = begun(record, [A], [C])
    for _ in range(2):
        take(record, lease)
        count_deaths(record, lease, START)
    for _ in range(2):
        take(record, lease)
        count_deaths(record, lease, START)
    assert states(record) == {A: "quarantined", C: "quarantined"}
    same_day, _ = begun(record, [A], now=at(3600))
    assert states(record) == {A: "quarantined", C: "quarantined"}
    start_run(record, same_day, [], mode="live", revisit=False, now=at(86_400))
    assert states(record) == {A: "waiting", C: "quarantined"}
    assert rows(record, "deaths")[0] == (0,)


def test_an_article_is_joined_without_the_part_that_kills(record: Record) -> None:
    lease, _ = begun(record, articles=[A])
    root = take(record, lease)
    with record.writing() as connection:
        add_requests(connection, "people", [NewRequest(B, PART, root_id=root.id, part=2)], START)
    change(record, A, state="settled", due=None, digest="read before", etag='"1"')
    for _ in range(2):
        assert take(record, lease).url == B
        count_deaths(record, lease, START)
    assert rows(record, "url", "state", "digest", "etag") == [
        (A, "waiting", None, None),
        (B, "quarantined", None, None),
    ]


def test_a_new_run_frees_what_a_dead_one_held_and_makes_listings_due(record: Record) -> None:
    lease, _ = begun(record, [A], [B])
    take_all(record, lease)
    begun(record, [A], now=at(100))
    assert rows(record, "url", "state", "lease_token", "due") == [
        (A, "waiting", None, at(100)),
        (B, "waiting", None, START),
    ]


def test_a_run_that_only_resumes_makes_nothing_due(record: Record) -> None:
    begun(record, [A], [B])
    change(record, A, state="settled", due=None)
    change(record, B, state="waiting", due=at(9999))
    begun(record, now=at(100))
    assert rows(record, "state", "due") == [("settled", None), ("waiting", at(9999))]


@pytest.mark.parametrize("hops", [0, 1])
def test_a_revisit_asks_again_for_articles_also_where_a_redirect_led(record: Record, hops: int) -> None:
    begun(record, articles=[A, B])
    change(record, A, state="waiting", due=at(9999), outcome="article", hops=hops)
    change(record, B, state="settled", due=None, outcome="gone")
    begun(record, now=at(100), revisit=True)
    assert rows(record, "url", "state", "due") == [(A, "waiting", at(100)), (B, "settled", None)]


def test_ending_a_run_leaves_nothing_leased(record: Record) -> None:
    lease, run_id = begun(record, articles=[A, B])
    take_all(record, lease)
    end_run(record, lease, run_id, "finished", at(9))
    with record.reading() as connection:
        assert connection.execute(select(func.count()).where(requests.c.state == "leased")).scalar_one() == 0
        assert connection.execute(select(hosts.c.host)).scalars().all() == ["http://a.example"]


def test_the_delay_that_robots_asks_for_holds_from_robots_on(record: Record) -> None:
    lease, _ = begun(record, articles=[A])
    rules = RobotsAnswer(200, b"User-agent: *\nCrawl-delay: 30\n")
    assert step(record, lease, robots=rules) == Idle(at(30))
