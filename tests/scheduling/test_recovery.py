"""A source that stops answering: asked less and less, never given up, and as often as before once it answers again."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from sqlalchemy import select

from barometer.alerts.hearing import Listener
from barometer.alerts.subscribers import subscribe
from barometer.alerts.subscription import Condition, Subscription
from barometer.archive.frontier import NewRequest
from barometer.archive.leases import Lease, release_lease, take_lease
from barometer.archive.runs import end_run, start_run
from barometer.archive.tables import alerts, articles, schedules
from barometer.config import Settings
from barometer.ingest.extracted import Extracted
from barometer.ingest.fetched import Fetched, WholeArticle
from barometer.ingest.record import record_fetched
from barometer.model import Outcome, OutcomeKind
from barometer.scheduling.jobs import Desk, look_at_health
from barometer.scheduling.planning import plan
from barometer.scheduling.schedules import sync_schedules, weigh_settled
from barometer.scheduling.status import read_status
from tests.archive.crawling import LISTING, take_all
from tests.ingest.receiving import ENTRY, SOURCE, article, listing, url
from tests.scheduling.conftest import NOW

HOUR = timedelta(hours=1)
HOURLY = SOURCE.model_copy(update={"schedule": "every 1h"})
DOWN = Outcome(OutcomeKind.FAILED, problem="HTTP 503")
CHILD = "elsewhere/77/1"


class House:
    """The daemon's steps over one source, at moments that the test names."""

    def __init__(self, record, leading):
        self.record, self.leading, self.now = record, leading, NOW
        sync_schedules(leading, {"people": HOURLY}, "Asia/Shanghai", NOW)
        self.listener = Listener()

    def row(self):
        with self.record.reading() as connection:
            return connection.execute(select(schedules)).one()

    def is_due(self, now):
        found = plan(self.leading, now, free=0, busy=(), mode="live")
        assert not found.start
        return self.row().next_due <= now

    def turn(self, answers):
        """Run what is due now, with these answers; give how long it is until the next run."""
        (claimed,) = plan(self.leading, self.now, free=2, busy=(), mode="live").start
        lease = take_lease(self.record, "people", CHILD, self.now)
        assert isinstance(lease, Lease)
        entries = [NewRequest(ENTRY, LISTING)]
        run = start_run(self.record, lease, entries, mode="live", revisit=False, now=self.now, slot=claimed.claim)
        for second in range(3):  # what a list names is asked for after it
            for request in take_all(self.record, lease, self.now + timedelta(seconds=second)):
                self.receive(lease, run, request, answers.get(request.url, DOWN))
        ended = self.now + timedelta(minutes=1)
        end_run(self.record, lease, run, "finished", ended)
        release_lease(self.record, lease)
        weigh_settled(self.leading, ended)
        self.tell(ended)
        return self.row().next_due - ended

    def receive(self, lease, run, request, outcome):
        body = f"{request.url} {outcome.part}".encode()
        item = Fetched(
            request, self.now, outcome, 503 if outcome is DOWN else 200, {}, b"" if outcome is DOWN else body
        )
        if outcome.part is not None:
            whole = WholeArticle(outcome.part, f"t\n\n{outcome.part.text}", request.url, (request.url,), "UTC")
            item = replace(item, article=whole, on_topic=True, extracted=Extracted((), "0"))
        record_fetched(self.record, lease, run, item, self.now)

    def tell(self, now):
        desk = Desk(self.leading, Settings(), None, {"people": HOURLY}, lambda: now, self.listener)
        self.said = look_at_health(desk)

    def told(self):
        with self.record.reading() as connection:
            return [event.split(":")[2] for event in connection.execute(select(alerts.c.event)).scalars()]


def test_a_source_that_stops_answering_is_asked_ever_more_rarely_and_takes_up_its_hours_when_it_answers(record, lead):
    house = House(record, lead())
    condition = Condition.read({"event": "source_trouble"})
    subscribe(record, Subscription(channel="email", target="a@b.example", condition=condition), NOW, confirmed=True)
    good = {ENTRY: listing(url(1)), url(1): article("义乌1。")}
    assert house.turn(good) <= HOUR + timedelta(minutes=5)
    waits, states = [], []
    for _ in range(8):
        due = house.row().next_due
        assert not house.is_due(due - timedelta(seconds=1))
        house.now = due
        waits.append(house.turn({}))
        states.append(house.row().health)
    assert waits == sorted(waits)
    assert waits[0] <= HOUR + timedelta(minutes=5)
    assert all(later <= 2 * earlier + HOUR for earlier, later in pairwise(waits))
    assert timedelta(hours=20) <= waits[-1] <= timedelta(hours=22)  # never given up: once a day at least
    assert (house.row().failures, states[0], set(states[1:])) == (8, "ok", {"unreachable"})  # once is no alarm
    assert "failing: people" in house.said
    [failing] = read_status(record, house.now).failing
    assert (failing.source_id, "HTTP 503" in failing.problem) == ("people", True)

    house.now = house.row().next_due
    wait = house.turn({ENTRY: listing(url(1), url(2)), url(1): good[url(1)], url(2): article("义乌2。")})
    assert wait <= HOUR + timedelta(minutes=5)
    row = house.row()
    assert (row.failures, row.pause_until, row.problem, row.health) == (0, None, None, "ok")
    with record.reading() as connection:
        assert len(connection.execute(select(articles.c.id)).all()) == 2  # what had appeared meanwhile is there
    for _ in range(3):
        house.now = house.row().next_due
        assert house.turn({ENTRY: Outcome(OutcomeKind.UNCHANGED)}) <= HOUR + timedelta(minutes=5)
    assert house.told() == ["unreachable", "well"]
