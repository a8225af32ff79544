"""An account with others that tell in its place: what a reader may expect of it."""

from datetime import UTC, datetime, timedelta

import pytest

from barometer.cli.standing import ago, told_standing
from barometer.sources.accounts import Adapter, Standing, stand
from barometer.sources.health import Health, State

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def adapter(name: str, state: State, days: int | None = None, reason: str = "") -> Adapter:
    return Adapter(name, Health(state, reason), None if days is None else NOW - timedelta(days=days))


@pytest.mark.parametrize(
    ("own", "others", "standing", "told_by"),
    [
        (State.OK, [State.BLOCKED], Standing.OK, None),
        (State.NO_NEWS, [], Standing.OK, None),
        (State.BLOCKED, [State.UNCONFIGURED, State.NO_NEWS], Standing.DEGRADED, "other1"),
        (State.BLOCKED, [State.UNCONFIGURED, State.UNREACHABLE], Standing.LOCKED, None),
        (State.UNCONFIGURED, [State.OK, State.OK], Standing.DEGRADED, "other0"),
        (State.UNCONFIGURED, [State.UNCONFIGURED], Standing.UNCONFIGURED, None),
        (State.BROKEN_TEMPLATE, [], Standing.DEGRADED, None),
        (State.SILENT, [State.SILENT], Standing.DEGRADED, None),
        (State.UNKNOWN, [], Standing.UNKNOWN, None),
    ],
)
def test_an_account_stands_by_its_own_source_or_by_the_first_that_tells_in_its_place(own, others, standing, told_by):
    account = stand([adapter("own", own), *[adapter(f"other{n}", state) for n, state in enumerate(others)]])
    assert (account.standing, account.told_by) == (standing, told_by)


def test_a_reader_is_told_since_when_and_by_whom():
    chain = [adapter("fabu", State.BLOCKED, 9, "HTTP 403"), adapter("zgyww", State.OK, 0)]
    account = stand(chain)
    assert told_standing(account, account.unseen(NOW)) == (
        "degraded, last seen 9 days ago, zgyww tells in its place (HTTP 403)"
    )
    never = stand([adapter("fabu", State.UNCONFIGURED)])
    assert told_standing(never, never.unseen(NOW)) == "unconfigured, never seen"


@pytest.mark.parametrize(
    ("span", "told"),
    [
        (timedelta(minutes=59), "within the hour"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=23), "23 hours ago"),
        (timedelta(days=1, hours=5), "1 day ago"),
        (timedelta(days=9), "9 days ago"),
    ],
)
def test_how_long_ago(span, told):
    assert ago(span) == told
