"""Sources that are silent or in trouble: told once for as long as it lasts, to who asked; digests say which lack."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from barometer.alerts.bundling import bundle_due
from barometer.alerts.events import Silence, mark_silent, silence_event, tell_events
from barometer.alerts.hearing import Listener, hear
from barometer.alerts.messages import letter
from barometer.alerts.subscribers import get_subscriber, subscribe
from barometer.alerts.subscription import Condition, Subscription
from barometer.alerts.trouble import keep_health, trouble_event
from barometer.archive.tables import alerts, deliveries, schedules
from barometer.config import Settings
from barometer.sources.health import Health, State
from tests.alerts.conftest import NOW

SETTINGS = Settings(public_url="https://barometer.example", secret_key="k" * 32)
SILENT = Silence("people", NOW - timedelta(days=9), 0, 5)
NAMES = {"people": {"zh": "人民网", "en": "People's Daily Online"}}


def subscribed(record, **more) -> int:
    one = {"channel": "email", "target": "a@b.example", "language": "en", **more}
    return subscribe(record, Subscription(**one), NOW, confirmed=True)


def told(record) -> list[tuple[int, str]]:
    query = select(alerts.c.subscription_id, alerts.c.event).order_by(alerts.c.id)
    with record.reading() as connection:
        return [tuple(row) for row in connection.execute(query)]


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


def look(record, states, hours: float, listener: Listener | None = None) -> int:
    """Look at the health of sources as the daemon does; give how many alerts that made."""
    now = NOW + timedelta(hours=hours)
    verdicts = {name: Health(state, f"{state.value} it is") for name, state in states.items()}
    doing = keep_health(record, verdicts, now)
    events = [event for one in doing if (event := trouble_event(one, NOW - timedelta(days=9))) is not None]
    return tell_events(record, listener or Listener(), events, now)


def scheduled(record, *names: str) -> None:
    with record.writing() as connection:
        for name in names:
            row = {"source_id": name, "rule": "every 2h", "zone": "Asia/Shanghai", "since": NOW}
            connection.execute(insert(schedules).values(**row))


def test_each_change_of_how_a_source_does_is_told_once_and_its_end_to_whom_it_was_told(record):
    scheduled(record, "people", "cctv")
    every = subscribed(record, condition=Condition.read({"event": "source_trouble"}))
    subscribed(record, condition=Condition.read({"event": "source_trouble", "source": "cctv"}))
    fine = {"people": State.OK, "cctv": State.NO_NEWS}
    assert look(record, fine, 0) == look(record, fine, 1) == 0  # nobody is told that all is well
    assert look(record, fine | {"people": State.NO_NEWS}, 2) == 0
    for hours, state in enumerate([State.BLOCKED, State.BROKEN_TEMPLATE, State.DEGRADED, State.SILENT], start=3):
        assert look(record, fine | {"people": state}, hours) == 1
        assert look(record, fine | {"people": state}, hours + 0.5) == 0
    late = subscribed(record, condition=Condition.read({"event": "source_trouble", "source": "people"}))
    assert look(record, fine | {"people": State.SILENT}, 8) == 1  # it still lasts
    assert look(record, fine, 9) == 2
    assert look(record, fine | {"people": State.NO_NEWS}, 10) == look(record, fine, 11) == 0
    assert look(record, fine | {"people": State.SILENT}, 12) == 2  # the next time is another one
    assert look(record, {"people": State.UNCONFIGURED, "cctv": State.OK}, 13) == 0
    assert look(record, fine, 14) == 2
    states = [event.split(":")[2] for number, event in told(record) if number == every]
    assert states == ["blocked", "broken template", "degraded", "silent", "well", "silent", "well"]
    assert len([number for number, _ in told(record) if number == late]) == 4


def test_what_was_kept_of_a_source_but_not_told_when_the_daemon_died_is_told_by_the_next(record):
    scheduled(record, "people")
    subscribed(record, condition=Condition.read({"event": "source_trouble"}))
    keep_health(record, {"people": Health(State.BLOCKED, "HTTP 403")}, NOW)
    assert look(record, {"people": State.BLOCKED}, 1) == 1
    assert look(record, {"people": State.BLOCKED}, 2) == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_message_says_what_is_wrong_with_a_source_and_when_it_was_seen_last(record, language):
    scheduled(record, "people")
    number = subscribed(record, condition=Condition.read({"event": "source_trouble"}), language=language)
    look(record, {"people": State.BLOCKED}, 0)
    look(record, {"people": State.OK}, 1)
    assert bundle_due(record, NOW + timedelta(hours=1)) == 2
    with record.reading() as connection:
        rows = connection.execute(select(deliveries).order_by(deliveries.c.id)).all()
    ill, well = (letter(record, SETTINGS, get_subscriber(record, number), row, NAMES, "key") for row in rows)
    name = NAMES["people"][language]
    state, end = {"zh": ("：拒绝访问", "已恢复正常"), "en": (": refuses us", " is well again")}[language]
    assert (ill.subject, well.subject) == (name + state, name + end)
    assert "2025-05-24 09:00" in ill.text
    assert "blocked it is" in ill.text


def test_a_digest_says_what_is_wrong_with_a_source_that_does_not_fail(record, newsroom):
    scheduled(record, "people", "cctv")
    look(record, {"people": State.BROKEN_TEMPLATE, "cctv": State.NO_NEWS}, 0)
    number = subscribed(record, query="义乌", cadence="hourly")
    newsroom.publish("义乌", "义乌出口。")
    hear(record, lambda: NOW)
    bundle_due(record, NOW + timedelta(hours=2))
    with record.reading() as connection:
        row = connection.execute(select(deliveries)).one()
    text = letter(record, SETTINGS, get_subscriber(record, number), row, NAMES, "key").text
    assert "- People's Daily Online (its pages have changed)" in text
    assert "cctv" not in text
