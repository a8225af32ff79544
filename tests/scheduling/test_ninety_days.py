"""Ninety days of schedule as a loop over `due`: failing sources, other zones, restarts, downtime, clocks that jump.

The oracle is every nominal slot of the ninety days; each has to come to exactly one end.
"""

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from barometer.scheduling.calendar import after_quiet, moment_of, next_slot
from barometer.scheduling.due import BUSY, Schedule, Verdict, claimed, due, next_due, rewound, weighed
from barometer.sources.schedule import parse_quiet, parse_schedule

BEGIN = datetime(2025, 9, 1, tzinfo=UTC)  # London and New York change their clocks in these ninety days
DAYS = 90
TICK = timedelta(minutes=1)

SOURCES = {
    "six_hours": ("every 6h", "Asia/Shanghai", ""),
    "quarter": ("every 15m", "Asia/Shanghai", ""),
    "busy": ("every 4h", "Asia/Shanghai", ""),
    "failing": ("every 2h", "Asia/Shanghai", ""),
    "dead": ("every 1h", "Asia/Shanghai", ""),
    "daily": ("daily at 08:00", "Asia/Shanghai", ""),
    "daily_failing": ("daily at 23:30", "Asia/Shanghai", ""),
    "london": ("daily at 01:30", "Europe/London", ""),
    "new_york": ("cron */30 0-4 * * *", "America/New_York", ""),
    "workdays": ("cron 0 9,17 * * mon-fri", "Asia/Shanghai", ""),
    "quiet": ("every 1h", "Asia/Shanghai", "22:00-06:30"),
    "quiet_london": ("every 30m", "Europe/London", "00:30-02:30"),
    "slow": ("every 30m", "Asia/Shanghai", ""),
}


@dataclass
class Row:
    """A slot of the record."""

    state: str  # claimed | ran | covered
    run: int | None = None
    runs_completed: int = 0
    handled_at: datetime | None = None


@dataclass
class World:
    """The record and the machine, as far as schedules see them."""

    chance: random.Random
    schedules: dict[str, Schedule]
    rows: dict[tuple[str, datetime], Row] = field(default_factory=dict)
    going: dict[str, tuple[datetime, datetime, int]] = field(default_factory=dict)  # source: slot, end, run
    interrupted: dict[str, datetime] = field(default_factory=dict)
    runs: int = 0

    def start(self, source: str, slot: datetime, now: datetime) -> None:
        self.runs += 1
        minutes = 50 if source == "slow" else self.chance.randint(1, 20)
        self.going[source] = (slot, now + timedelta(minutes=minutes), self.runs)

    def tick(self, real: datetime, now: datetime) -> None:
        for source, (slot, end, run) in list(self.going.items()):
            if real >= end:
                del self.going[source]
                row = self.rows[source, slot]
                row.state, row.run, row.runs_completed = "ran", run, row.runs_completed + 1
                self.schedules[source] = weighed(now, self.schedules[source], self.verdict(source, real))
        for source, slot in self.interrupted.items():
            self.start(source, slot, real)
        self.interrupted.clear()
        for back in rewound(now, self.schedules.values()):
            self.schedules[back.source_id] = back
        for chosen in due(now, self.schedules.values()):
            source = chosen.schedule.source_id
            row = self.rows.get((source, chosen.slot))
            for each in chosen.covered:
                self.rows.setdefault((source, each), Row("covered")).handled_at = real
            if source in self.going:
                self.rows.setdefault((source, chosen.slot), Row("covered")).handled_at = real
            elif row is None or row.state == "covered":
                self.rows[source, chosen.slot] = Row("claimed", handled_at=real)
                self.start(source, chosen.slot, real)
            self.schedules[source] = claimed(now, chosen)

    def verdict(self, source: str, real: datetime) -> Verdict:
        bad_week = source.endswith("failing") and (real - BEGIN).days % 14 < 7
        new = BUSY if source == "busy" and (real - BEGIN).days % 2 else 0
        return Verdict(failed=source == "dead" or bad_week, new_articles=new)

    def killed(self) -> None:
        self.interrupted |= {source: slot for source, (slot, _, _) in self.going.items()}
        self.going.clear()


def make_world(seed: int) -> World:
    schedules = {
        name: Schedule(name, parse_schedule(rule), ZoneInfo(zone), BEGIN, parse_quiet(quiet), last_slot=BEGIN)
        for name, (rule, zone, quiet) in SOURCES.items()
    }
    return World(random.Random(seed), schedules)


def nominal(schedule: Schedule, end: datetime) -> list[datetime]:
    found = [next_slot(schedule.rule, schedule.zone, schedule.source_id, BEGIN)]
    while found[-1] <= end:
        found.append(next_slot(schedule.rule, schedule.zone, schedule.source_id, found[-1]))
    return found[:-1]


def disturb(seed: int) -> tuple[list[tuple[datetime, datetime]], list[tuple[datetime, timedelta]]]:
    """Times of downtime, and times at which the clock is set wrong (or right again: offset zero)."""
    chance = random.Random(seed + 1)
    down, jumps = [], []
    for day in range(2, DAYS - 8, 5):
        at = BEGIN + timedelta(days=day, minutes=chance.randrange(1440))
        down.append((at, at + timedelta(minutes=chance.choice([1, 7, 90, 900, 2600]))))
        wrong = BEGIN + timedelta(days=day + 2, minutes=chance.randrange(1440))
        jumps.append((wrong, timedelta(minutes=chance.choice([-2000, -70, -3, 2, 65, 1500, 4000]))))
        jumps.append((wrong + timedelta(minutes=chance.choice([5, 200, 1000])), timedelta(0)))
    return down, jumps


def is_let_go(name: str, slot: datetime, row: Row, wrong: list[tuple[datetime, datetime]]) -> bool:
    """Whether a slot of a good source was counted as done under a wrong clock, and not taken up under the right one."""
    if row.state != "covered" or row.handled_at is None or name in {"dead", "failing", "daily_failing"}:
        return False
    return any(begin <= row.handled_at < until < slot for begin, until in wrong)


@pytest.mark.parametrize("seed", [1, 2])
def test_every_slot_comes_to_exactly_one_end(seed, capsys):
    world = make_world(seed)
    down, jumps = disturb(seed)
    wrong = [(begin, until) for (begin, _), (until, _) in zip(jumps[::2], jumps[1::2], strict=True)]
    calm = {name: replace(schedule) for name, schedule in world.schedules.items()}
    real, end, offset, was_down = BEGIN, BEGIN + timedelta(days=DAYS), timedelta(0), False
    while real <= end + timedelta(hours=30):
        while jumps and jumps[0][0] <= real:
            offset = jumps.pop(0)[1]
        is_down = any(begin <= real < until for begin, until in down)
        if is_down and not was_down:
            world.killed()
        if not is_down:
            world.tick(real, real + offset)
        was_down = is_down
        real += TICK

    counts = {"due": 0, "ran": 0, "covered": 0, "missed": 0, "doubled": 0, "let go ahead of time": 0}
    for name, schedule in calm.items():
        for slot in nominal(schedule, end):
            row = world.rows.get((name, slot))
            counts["due"] += 1
            counts["missed"] += row is None or row.state == "claimed"
            counts["ran"] += row is not None and row.state == "ran"
            counts["covered"] += row is not None and row.state == "covered"
            counts["let go ahead of time"] += row is not None and is_let_go(name, slot, row, wrong)
    counts["doubled"] = sum(row.runs_completed > 1 for row in world.rows.values())
    with capsys.disabled():
        print(f"\n90 days, seed {seed}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))
    assert (counts["missed"], counts["doubled"], counts["let go ahead of time"]) == (0, 0, 0)
    assert counts["ran"] + counts["covered"] == counts["due"]
    assert counts["ran"] > 10_000
    busy = [slot for name, slot in world.rows if name == "busy"]
    assert len(busy) > len(nominal(calm["busy"], end)) * 1.3  # asked more often while it finds much
    dead = [row for (name, _), row in world.rows.items() if name == "dead" and row.state == "ran"]
    assert DAYS <= len(dead) <= DAYS * 1.6  # never given up, and left alone for most of the day


def test_undisturbed_every_slot_of_a_good_source_runs_at_its_moment():
    world = make_world(3)
    good = {name: world.schedules[name] for name in ("six_hours", "daily", "london", "workdays", "quiet")}
    world.schedules = dict(good)
    real, end = BEGIN, BEGIN + timedelta(days=20)
    while real <= end:
        world.tick(real, real)
        real += TICK
    for name, schedule in good.items():
        for slot in nominal(schedule, end - timedelta(days=1)):
            moment = after_quiet(schedule.quiet, schedule.zone, moment_of(schedule.rule, name, slot))
            row = world.rows[name, slot]
            assert row.handled_at is not None
            assert timedelta(0) <= row.handled_at - moment <= TICK, (name, slot)
            assert row.state == "ran" or name == "quiet"


def test_downtime_is_made_good_by_one_run():
    rule = parse_schedule("every 1h")
    schedule = Schedule("one", rule, ZoneInfo("Asia/Shanghai"), BEGIN, last_slot=BEGIN)
    (chosen,) = due(BEGIN + timedelta(hours=30, minutes=59), [schedule])
    assert len(chosen.covered) in {29, 30}
    assert all(earlier < chosen.slot for earlier in chosen.covered)
    later = claimed(BEGIN + timedelta(hours=31), chosen)
    assert later.next_due is not None
    assert due(BEGIN + timedelta(hours=31), [later]) == []


def test_a_new_source_is_crawled_at_once_unless_it_is_quiet():
    rule, shanghai = parse_schedule("daily at 08:00"), ZoneInfo("Asia/Shanghai")
    assert [each.slot for each in due(BEGIN, [Schedule("one", rule, shanghai, BEGIN)])] == [BEGIN]
    quiet = Schedule("two", rule, shanghai, BEGIN, parse_quiet("07:00-09:00"))  # it is eight there
    assert due(BEGIN, [quiet]) == []
    assert next_due(BEGIN, quiet) == BEGIN + timedelta(hours=1)
    assert [each.slot for each in due(BEGIN + timedelta(hours=1), [quiet])] == [BEGIN]


def test_a_failing_source_is_asked_less_and_less_then_daily_and_recovers_by_itself():
    schedule = Schedule("one", parse_schedule("every 1h"), ZoneInfo("Asia/Shanghai"), BEGIN, last_slot=BEGIN)
    now, pauses = BEGIN, []
    for _ in range(10):
        schedule = weighed(now, schedule, Verdict(failed=True))
        assert schedule.next_due is not None
        pauses.append(schedule.next_due - now)
        now = schedule.next_due
        (chosen,) = due(now, [schedule])
        schedule = claimed(now, chosen)
    assert pauses == sorted(pauses)
    assert pauses[0] <= timedelta(hours=1, minutes=5)
    assert timedelta(hours=20) <= pauses[-1] <= timedelta(hours=22)
    well = weighed(now, schedule, Verdict(failed=False))
    assert well.next_due is not None
    assert well.next_due - now <= timedelta(hours=1, minutes=5)
