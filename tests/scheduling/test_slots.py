"""Slots and their runs: what is claimed, run, covered, taken up again; and that the lead decides."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from barometer.archive.frontier import NewRequest
from barometer.archive.leases import Lease, release_lease, take_lease
from barometer.archive.runs import end_run, start_run
from barometer.archive.slots import WITHHELD, Claimed, SlotClaim, fail_slot
from barometer.archive.tables import fetches, requests, runs, schedules, slots
from barometer.errors import LeaseLost
from barometer.model import RequestKind
from barometer.scheduling.planning import plan
from barometer.scheduling.schedules import load_schedules, relieve, sync_schedules, weigh_settled
from barometer.sources import load_sources, read_sources

both = pytest.mark.parametrize("record_url", ["sqlite", "postgresql"], indirect=True)
NOW = datetime(2025, 6, 1, 4, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
CHILD = "elsewhere/77/1"


def write_source(folder, name, schedule="every 1h", quiet="", entry='["https://one.example/"]'):
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.yaml").write_text(
        f"name: {{zh: 一, en: One}}\npublisher: state\nlanguage: zh\nhosts: [one.example]\nentry: {entry}\n"
        f"articles: ['/a/']\nschedule: {schedule}\nquiet: '{quiet}'\n"
    )


@pytest.fixture
def one(record, lead, tmp_path):
    """The lead, over a source `one` that is due."""
    write_source(tmp_path / "sources", "one")
    leading = lead()
    sync_schedules(leading, load_sources(tmp_path / "sources"), "Asia/Shanghai", NOW)
    return leading


def rows(record):
    with record.reading() as connection:
        return connection.execute(select(slots).order_by(slots.c.at)).all()


def states(record):
    return [row.state for row in rows(record)]


def look(leading, now=NOW, free=2, busy=(), mode="live"):
    return plan(leading, now, free=free, busy=busy, mode=mode)


def begin(record, claim, now=NOW, source="one", holder=CHILD, mode="live"):
    lease = take_lease(record, source, holder, now)
    assert isinstance(lease, Lease), lease
    entries = [NewRequest("https://one.example/", RequestKind.LISTING)]
    return lease, start_run(record, lease, entries, mode=mode, revisit=False, now=now, slot=claim)


def free_lease(record, lease):
    release_lease(record, lease)


def run_through(record, claim, now=NOW, reason="finished"):
    lease, run = begin(record, claim, now)
    end_run(record, lease, run, reason, now)
    free_lease(record, lease)
    return run


def test_a_new_source_is_claimed_once_and_its_run_settles_the_slot(record, one):
    (claimed,) = look(one).start
    assert look(one, busy=["one"]).start == []
    assert states(record) == ["claimed"]
    run = run_through(record, claimed.claim)
    (row,) = rows(record)
    assert (row.state, row.run_id) == ("ran", run)
    assert look(one).start == []


@both
def test_downtime_is_one_slot_run_and_the_others_covered_by_it(record, one):
    run_through(record, look(one).start[0].claim)
    (claimed,) = look(one, NOW + 10 * HOUR).start
    run = run_through(record, claimed.claim, NOW + 10 * HOUR)
    assert states(record) == ["ran", *["covered"] * (len(rows(record)) - 2), "ran"]
    assert len(rows(record)) in {11, 12}
    assert {row.run_id for row in rows(record)[1:]} == {run}
    assert all(row.settled_at is not None for row in rows(record))


def test_the_slot_of_a_run_that_died_is_started_again(record, one, lead):
    (claimed,) = look(one).start
    lease, first = begin(record, claimed.claim)
    assert look(one).start == []  # its run is going on
    free_lease(record, lease)
    (again,) = look(one).start
    assert (again.claim.slot_id, again.again) == (claimed.claim.slot_id, True)
    second = run_through(record, again.claim)
    assert [row.run_id for row in rows(record)] == [second]
    with record.reading() as connection:
        told = connection.execute(select(runs.c.id, runs.c.state, runs.c.slot_id).order_by(runs.c.id)).all()
    assert [tuple(row) for row in told] == [
        (first, "died", claimed.claim.slot_id),
        (second, "ended", claimed.claim.slot_id),
    ]


def test_a_run_cut_short_does_not_settle_its_slot(record, one):
    (claimed,) = look(one).start
    run_through(record, claimed.claim, reason="shutdown")
    assert states(record) == ["claimed"]
    (again,) = look(one).start
    run_through(record, again.claim)
    assert states(record) == ["ran"]


def test_a_leader_that_was_replaced_cannot_have_its_slot_run(record, one, lead):
    (old,) = look(one).start
    new = lead(NOW + 9 * HOUR)
    (again,) = look(new).start
    assert again.claim == SlotClaim(old.claim.slot_id, new.leadership.token)
    lease = take_lease(record, "one", CHILD, NOW)
    assert isinstance(lease, Lease)
    with pytest.raises(LeaseLost, match="another's by now"):
        start_run(record, lease, [], mode="live", revisit=False, now=NOW, slot=old.claim)
    with record.reading() as connection:
        assert connection.execute(select(runs)).all() == []
    free_lease(record, lease)
    run_through(record, again.claim)
    assert states(record) == ["ran"]


def test_a_slot_cannot_be_run_twice(record, one):
    (claimed,) = look(one).start
    run_through(record, claimed.claim)
    with pytest.raises(LeaseLost):
        begin(record, claimed.claim)


@both
def test_a_replaced_leader_writes_nothing_at_all(record, one, lead, tmp_path):
    (claimed,) = look(one).start
    run_through(record, claimed.claim)
    lead(NOW + 9 * HOUR)

    def everything():
        with record.reading() as connection:
            return [connection.execute(select(table)).all() for table in (slots, schedules, runs)]

    before = everything()
    write_source(tmp_path / "sources", "one", "every 2h")
    for write in (
        lambda: look(one, NOW + 5 * HOUR),
        lambda: weigh_settled(one, NOW),
        lambda: sync_schedules(one, load_sources(tmp_path / "sources"), "Asia/Shanghai", NOW),
    ):
        with pytest.raises(LeaseLost):
            write()
    with pytest.raises(LeaseLost), one.writing() as connection:
        fail_slot(connection, claimed.claim.slot_id, "no", NOW)
    assert everything() == before


def test_a_run_by_hand_covers_the_slots_that_fall_due_meanwhile(record, one):
    lease, run = begin(record, None)
    made = look(one)
    assert (made.start, [covered.run_id for covered in made.covered]) == ([], [run])
    end_run(record, lease, run, "finished", NOW)
    free_lease(record, lease)
    (row,) = rows(record)
    assert (row.state, row.run_id, row.settled_at) == ("covered", run, NOW)
    with record.reading() as connection:
        assert connection.execute(select(runs.c.slot_id)).scalars().all() == [None]
    assert look(one).start == []


def test_a_slot_covered_by_a_run_that_died_is_run_after_all(record, one):
    lease, _ = begin(record, None)
    look(one)
    free_lease(record, lease)
    (claimed,) = look(one).start
    assert claimed.again
    run_through(record, claimed.claim)
    assert states(record) == ["ran"]


def test_a_replay_by_hand_covers_nothing_of_a_live_schedule(record, one):
    lease, _ = begin(record, None, mode="replay")
    made = look(one)
    assert (made.start, made.covered, len(made.waiting)) == ([], [], 1)
    free_lease(record, lease)
    assert len(look(one).start) == 1


def test_no_more_is_claimed_than_can_run_and_the_longest_due_comes_first(record, lead, tmp_path):
    for name in ("one", "two", "three"):
        write_source(tmp_path / "sources", name)
    leading = lead()
    sync_schedules(leading, load_sources(tmp_path / "sources"), "Asia/Shanghai", NOW)
    started = []
    for busy in range(3):
        made = look(leading, free=1, busy=started)
        started += [claimed.source_id for claimed in made.start]
        assert len(started) == busy + 1
    assert sorted(started) == ["one", "three", "two"]


def test_a_failed_run_keeps_its_source_back_and_is_told(record, one):
    (claimed,) = look(one).start
    run_through(record, claimed.claim)  # nothing was fetched
    (weighed,) = weigh_settled(one, NOW)
    assert weighed.verdict.failed
    assert weigh_settled(one, NOW) == []  # once
    with record.reading() as connection:
        row = connection.execute(select(schedules)).one()
    assert row.failures == 1
    assert "robots" in row.problem


def test_a_run_that_was_to_ask_for_nothing_says_nothing_of_its_source(record, one):
    run_through(record, look(one).start[0].claim)  # nothing was fetched: it failed
    weigh_settled(one, NOW)
    before = load_schedules(record)[0]
    later = NOW + 20 * HOUR
    (claimed,) = look(one, later).start
    run_through(record, claimed.claim, later, WITHHELD + "the pages of the day are spent")
    (weighed,) = weigh_settled(one, later)
    assert not weighed.verdict.failed
    assert "pages of the day" in weighed.problem
    after = load_schedules(record)[0]
    assert (after.failures, after.level) == (before.failures, before.level)
    with record.reading() as connection:
        row = connection.execute(select(schedules)).one()
    assert "robots" in row.problem  # what was wrong before is not taken back
    assert row.ok_at is None


def test_a_slot_given_up_is_failed_and_the_next_one_runs(record, one):
    (claimed,) = look(one).start
    with one.writing() as connection:
        fail_slot(connection, claimed.claim.slot_id, "it died five times", NOW)
    assert states(record) == ["failed"]
    (weighed,) = weigh_settled(one, NOW)
    assert weighed.problem == "it died five times"
    assert len(look(one, NOW + 3 * HOUR).start) == 1
    with pytest.raises(LeaseLost):
        begin(record, claimed.claim)


def test_one_failed_crawl_after_downtime_is_one_failure(record, one):
    run_through(record, look(one).start[0].claim)
    weigh_settled(one, NOW)
    later = NOW + 12 * HOUR
    (claimed,) = look(one, later).start
    with one.writing() as connection:
        fail_slot(connection, claimed.claim.slot_id, "it stopped", later)
    assert states(record).count("failed") > 5  # nothing of the downtime was made good
    before = load_schedules(record)[0].failures
    (weighed,) = weigh_settled(one, later)
    assert weighed.slot_id == claimed.claim.slot_id
    assert load_schedules(record)[0].failures == before + 1


@pytest.mark.parametrize(
    ("outcome", "mode", "failures"), [("listing", "live", 0), ("failed", "live", 1), ("listing", "replay", 1)]
)
def test_a_good_run_by_hand_ends_the_pause_after_failures(record, one, outcome, mode, failures):
    run_through(record, look(one).start[0].claim)  # nothing was fetched: it failed
    weigh_settled(one, NOW)
    paused = load_schedules(record)[0]
    later = NOW + timedelta(minutes=1)
    lease, run = begin(record, None, later, mode=mode)
    with record.writing() as connection:
        request = connection.execute(select(requests.c.id)).scalars().first()
        connection.execute(insert(fetches).values(request_id=request, run_id=run, at=later, outcome=outcome))
    end_run(record, lease, run, "finished", later)
    assert relieve(one, later, "live") == (["one"] if failures == 0 else [])
    assert relieve(one, later, "live") == []
    (schedule,) = load_schedules(record)
    assert schedule.failures == failures
    if failures == 0:
        assert schedule.pause_until is None
        assert paused.pause_until is not None
        assert paused.next_due is not None
        assert schedule.next_due is not None
        assert schedule.next_due <= paused.next_due


@both
def test_a_clock_set_back_runs_nothing_twice_and_leaves_nothing_out(record, one):
    run_through(record, look(one).start[0].claim)
    ahead = NOW + 5 * HOUR
    run_through(record, look(one, ahead).start[0].claim, ahead)
    ran_ahead = max(row.at for row in rows(record) if row.state == "ran")
    now = NOW
    while now < ahead + 2 * HOUR:
        for claimed in look(one, now).start:
            assert isinstance(claimed, Claimed)
            run_through(record, claimed.claim, now)
        now += timedelta(minutes=5)
    told = rows(record)
    assert [row.state for row in told] == ["ran"] * len(told)
    with record.reading() as connection:
        by_slot = connection.execute(select(runs.c.slot_id)).scalars().all()
    assert len(by_slot) == len(set(by_slot)) == len(told)
    assert ran_ahead in {row.at for row in told}


def test_sources_come_change_and_go(record, one, tmp_path):
    folder = tmp_path / "sources"
    write_source(folder, "two", "daily at 08:00", quiet="22:00-06:00")
    write_source(folder, "unconfigured", entry="[]")
    told = sync_schedules(one, load_sources(folder), "Asia/Shanghai", NOW)
    assert told == ["two: daily at 08:00, quiet 22:00-06:00"]
    assert sync_schedules(one, load_sources(folder), "Asia/Shanghai", NOW) == []
    run_through(record, look(one, free=1).start[0].claim)
    stood = {schedule.source_id: schedule.last_slot for schedule in load_schedules(record)}
    write_source(folder, "one", "every 2h")
    (folder / "two.yaml").unlink()
    told = sync_schedules(one, load_sources(folder), "Asia/Shanghai", NOW)
    assert told == ["one: every 2h", "two: no more"]
    (schedule,) = load_schedules(record)
    assert schedule.last_slot == stood["one"]
    assert schedule.next_due is not None
    assert NOW < schedule.next_due <= NOW + 2 * HOUR + timedelta(minutes=10)


def test_a_source_whose_file_is_wrong_keeps_its_schedule_and_rests(record, one, tmp_path):
    folder = tmp_path / "sources"
    write_source(folder, "two")
    sync_schedules(one, load_sources(folder), "Asia/Shanghai", NOW)
    (folder / "two.yaml").write_text("bogus: 1\n")
    read = read_sources(folder)
    assert sync_schedules(one, read.sources, "Asia/Shanghai", NOW, resting=read.problems) == []
    made = plan(one, NOW, free=2, busy=(), mode="live", resting=read.problems)
    assert [claimed.source_id for claimed in made.start] == ["one"]
    later = plan(one, NOW + HOUR, free=2, busy=("one",), mode="live")
    assert [claimed.source_id for claimed in later.start] == ["two"]
