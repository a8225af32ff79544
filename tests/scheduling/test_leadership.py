from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from barometer.archive.leadership import (
    Leadership,
    led,
    release_leadership,
    renew_leadership,
    take_leadership,
)
from barometer.archive.leases import Held, this_process
from barometer.archive.outbox import register
from barometer.archive.tables import consumers, leases
from barometer.errors import LeaseLost

both = pytest.mark.parametrize("record_url", ["sqlite", "postgresql"], indirect=True)
NOW = datetime(2025, 6, 1, 4, 0, tzinfo=UTC)
TERM = timedelta(seconds=30)


def test_one_leads_and_the_others_are_told_who(record):
    first = take_leadership(record, "elsewhere/1/1", NOW, TERM)
    assert first == Leadership(1, "elsewhere/1/1")
    second = take_leadership(record, "elsewhere/2/1", NOW + timedelta(seconds=29), TERM)
    assert isinstance(second, Held)
    assert second.holder == "elsewhere/1/1"


@both
def test_a_lease_that_is_not_renewed_is_taken_over_and_its_holder_writes_nothing(record):
    first = take_leadership(record, "elsewhere/1/1", NOW, TERM)
    assert isinstance(first, Leadership)
    renew_leadership(record, first, NOW + timedelta(seconds=20), TERM)
    assert isinstance(take_leadership(record, "elsewhere/2/1", NOW + timedelta(seconds=40), TERM), Held)
    second = take_leadership(record, "elsewhere/2/1", NOW + timedelta(seconds=51), TERM)
    assert isinstance(second, Leadership)
    assert second.token > first.token
    with pytest.raises(LeaseLost, match="another daemon leads"):
        renew_leadership(record, first, NOW + timedelta(seconds=52), TERM)
    with pytest.raises(LeaseLost):
        register(led(record, first), "index", NOW, backfill=False)
    with record.reading() as connection:
        assert connection.execute(select(consumers)).all() == []
        assert connection.execute(select(leases.c.holder)).scalar() == "elsewhere/2/1"
    register(led(record, second), "index", NOW, backfill=False)
    with record.reading() as connection:
        assert connection.execute(select(consumers.c.name)).scalars().all() == ["index"]


def test_given_back_it_is_free_at_once_but_not_by_one_who_lost_it(record):
    first = take_leadership(record, "elsewhere/1/1", NOW, TERM)
    assert isinstance(first, Leadership)
    release_leadership(record, first)
    second = take_leadership(record, "elsewhere/2/1", NOW, TERM)
    assert isinstance(second, Leadership)
    release_leadership(record, first)
    assert isinstance(take_leadership(record, "elsewhere/3/1", NOW, TERM), Held)


def test_a_holder_known_to_be_dead_is_not_waited_for(record):
    dead = this_process().rpartition("/")[0] + "/1"  # our own pid with another start time
    assert isinstance(take_leadership(record, dead, NOW, TERM), Leadership)
    assert isinstance(take_leadership(record, "elsewhere/2/1", NOW, TERM), Leadership)


def test_a_lease_of_a_clock_that_ran_ahead_does_not_count(record):
    assert isinstance(take_leadership(record, "elsewhere/1/1", NOW + timedelta(days=3), TERM), Leadership)
    assert isinstance(take_leadership(record, "elsewhere/2/1", NOW, TERM), Leadership)
    # Two machines whose clocks differ by some seconds do not take it from each other.
    assert isinstance(take_leadership(record, "elsewhere/3/1", NOW - timedelta(seconds=20), TERM), Held)
