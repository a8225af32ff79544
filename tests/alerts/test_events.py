"""Sources gone silent: told once for as long as it lasts, to who asked for it; digests say which sources lack."""

from datetime import timedelta

from sqlalchemy import insert, select

from barometer.alerts.bundling import bundle_due
from barometer.alerts.events import Silence, mark_silent, silence_event, tell_events
from barometer.alerts.hearing import Listener, hear
from barometer.alerts.messages import letter
from barometer.alerts.subscribers import get_subscriber, subscribe
from barometer.alerts.subscription import Condition, Subscription
from barometer.archive.tables import alerts, deliveries, schedules
from barometer.config import Settings
from tests.alerts.conftest import NOW

SETTINGS = Settings(public_url="https://barometer.example", secret_key="k" * 32)
SILENT = Silence("people", NOW - timedelta(days=9), 0, 5)
NAMES = {"people": {"zh": "人民网", "en": "People's Daily Online"}}


def subscribed(record, **more) -> int:
    one = {"channel": "email", "target": "a@b.example", "language": "en", **more}
    return subscribe(record, Subscription(**one), NOW, confirmed=True)


def told(record) -> list[tuple[int, str]]:
    with record.reading() as connection:
        return [tuple(row) for row in connection.execute(select(alerts.c.subscription_id, alerts.c.event))]


def test_a_silent_source_is_told_once_as_long_as_it_is_silent(record, newsroom):
    every = subscribed(record, condition=Condition.read({"event": "source_silent"}))
    one = subscribed(record, condition=Condition.read({"event": "source_silent", "source": "people"}))
    subscribed(record, condition=Condition.read({"event": "source_silent", "source": "xinhua"}))
    subscribed(record, query="义乌")
    listener = Listener()
    assert tell_events(record, listener, [silence_event(SILENT)], NOW) == 2
    assert tell_events(record, listener, [silence_event(SILENT)], NOW + timedelta(hours=1)) == 0
    later = Silence("people", NOW, 1, 5)  # it spoke, and went silent again
    assert tell_events(record, Listener(), [silence_event(later)], NOW + timedelta(days=8)) == 2
    assert sorted(number for number, _ in told(record)) == [every, every, one, one]
    newsroom.publish("义乌", "义乌出口。")
    assert hear(record, lambda: NOW, listener) == 1  # no article matches an event


def test_the_message_says_which_source_and_since_when(record, newsroom):
    number = subscribed(record, condition=Condition.read({"event": "source_silent"}))
    tell_events(record, Listener(), [silence_event(SILENT)], NOW)
    assert bundle_due(record, NOW) == 1
    with record.reading() as connection:
        row = connection.execute(select(deliveries)).one()
    written = letter(record, SETTINGS, get_subscriber(record, number), row, NAMES, "key")
    assert written.subject == "People's Daily Online has gone silent"
    assert (
        "0 articles in a week, at least 5 are expected. Its last new article was seen 2025-05-24 09:00 UTC+8"
        in written.text
    )
    assert "any source goes silent" in written.html


def test_a_digest_says_which_sources_were_silent_or_failed_and_a_message_at_once_does_not(record, newsroom):
    with record.writing() as connection:
        common = {"rule": "every 2h", "zone": "Asia/Shanghai", "since": NOW}
        connection.execute(insert(schedules).values(source_id="people", **common))
        connection.execute(insert(schedules).values(source_id="cctv", **common, failures=3))
        connection.execute(insert(schedules).values(source_id="well", **common))
    mark_silent(record, {"people": SILENT})
    numbers = [subscribed(record, query="义乌", cadence=cadence) for cadence in ("hourly", "instant")]
    newsroom.publish("义乌", "义乌出口。")
    hear(record, lambda: NOW)
    assert bundle_due(record, NOW + timedelta(hours=2)) == 2
    with record.reading() as connection:
        rows = {row.subscription_id: row for row in connection.execute(select(deliveries))}
    digest, at_once = (
        letter(record, SETTINGS, get_subscriber(record, number), rows[number], NAMES, "key").text for number in numbers
    )
    assert "- cctv (failed 3 times in a row)\n- People's Daily Online (silent)" in digest
    assert "well" not in digest
    assert "silent or failed" not in at_once
    mark_silent(record, {})
    assert (
        "People's Daily Online (silent)"
        not in letter(record, SETTINGS, get_subscriber(record, numbers[0]), rows[numbers[0]], NAMES, "key").text
    )
