"""Slots of a schedule, against a slow oracle: every minute of a wall clock looked at."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from barometer.scheduling.calendar import after_quiet, is_quiet, moment_of, next_slot, spacing
from barometer.sources.schedule import parse_quiet, parse_schedule

SHANGHAI = ZoneInfo("Asia/Shanghai")
LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
RULES = st.sampled_from(
    (
        *("every 15m", "every 1h", "every 6h", "every 2d", "daily at 08:00", "daily at 01:30", "daily at 02:30"),
        *("cron 0,30 1-3 * * *", "cron */10 * * * *", "cron 15 2 * * sun", "cron 0 8,20 1 * mon"),
    )
)
ZONES = st.sampled_from([SHANGHAI, LONDON, NEW_YORK])
MOMENTS = st.integers(0, 2 * 365 * 24 * 3600).map(lambda second: datetime.fromtimestamp(1735689600 + second, UTC))


def wall_minutes(rule, zone, begin, end):
    """All slots in (begin, end], by looking at each minute of the zone's wall clock once."""
    wall = begin.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0) - timedelta(hours=4)
    found = set()
    while wall <= end.astimezone(zone).replace(tzinfo=None) + timedelta(hours=4):
        if rule.falls_on(wall.date()) and wall.hour in rule.hours and wall.minute in rule.minutes:
            found.add(wall.replace(tzinfo=zone).astimezone(UTC))
        wall += timedelta(minutes=1)
    return sorted(moment for moment in found if begin < moment <= end)


def slots_until(rule, zone, name, begin, end, level=0):
    found = []
    while (slot := next_slot(rule, zone, name, found[-1] if found else begin, level)) <= end:
        found.append(slot)
    return found


@pytest.mark.parametrize("text", ["daily at 02:30", "daily at 01:30", "cron */10 1-3 * * *", "cron 0,30 * * * *"])
@pytest.mark.parametrize(
    "begin",
    [
        datetime(2025, 3, 29, 12, tzinfo=UTC),  # London goes forward in this night
        datetime(2025, 10, 25, 12, tzinfo=UTC),  # and back
        datetime(2025, 3, 8, 20, tzinfo=UTC),  # New York forward
        datetime(2025, 11, 1, 20, tzinfo=UTC),  # and back
    ],
)
@pytest.mark.parametrize("zone", [SHANGHAI, LONDON, NEW_YORK], ids=str)
def test_every_wall_clock_time_has_its_slot_whatever_is_done_to_clocks(text, zone, begin):
    rule = parse_schedule(text)
    end = begin + timedelta(days=2)
    found = slots_until(rule, zone, "one", begin, end)
    assert found == wall_minutes(rule, zone, begin, end)
    assert found


def test_daily_is_at_that_hour_in_shanghai():
    slot = next_slot(parse_schedule("daily at 08:00"), SHANGHAI, "one", datetime(2025, 6, 1, 0, 0, tzinfo=UTC))
    assert slot == datetime(2025, 6, 2, 0, 0, tzinfo=UTC)


@given(RULES, ZONES, MOMENTS, st.integers(0, 2))
@settings(max_examples=200, deadline=None)
def test_slots_are_the_same_from_wherever_one_looks(text, zone, after, level):
    rule = parse_schedule(text)
    slot = next_slot(rule, zone, "one", after, level)
    following = next_slot(rule, zone, "one", slot, level)
    assert after < slot < following
    between = after + (slot - after) / 2
    assert next_slot(rule, zone, "one", between, level) == slot
    assert slot <= moment_of(rule, "one", slot) <= moment_of(rule, "one", following)


@given(MOMENTS, st.sampled_from(["every 1h", "every 6h", "every 45m", "every 20m"]), st.integers(1, 2))
def test_a_busy_source_keeps_its_calm_slots_and_gets_more(after, text, level):
    rule = parse_schedule(text)
    end = after + timedelta(days=1)
    calm, busy = (slots_until(rule, SHANGHAI, "one", after, end, each) for each in (0, level))
    assert set(calm) <= set(busy)
    assert spacing(rule, level) >= min(spacing(rule), timedelta(minutes=15))


def test_sources_do_not_all_start_together():
    rule = parse_schedule("every 6h")
    begin = datetime(2025, 6, 1, tzinfo=UTC)
    starts = {moment_of(rule, name, next_slot(rule, SHANGHAI, name, begin)) for name in map(str, range(50))}
    assert len(starts) == 50


@given(MOMENTS, ZONES, st.sampled_from(["23:00-06:00", "01:15-02:45", "00:00-23:59"]))
def test_quiet_hours_end(moment, zone, text):
    quiet = parse_quiet(text)
    ended = after_quiet(quiet, zone, moment)
    assert moment <= ended <= moment + timedelta(hours=26)
    assert not is_quiet(quiet, zone, ended)
    if not is_quiet(quiet, zone, moment):
        assert ended == moment
