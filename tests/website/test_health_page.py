"""The health page says what runs, fails, is silent, and what became of messages."""

from datetime import timedelta

from sqlalchemy import insert

from barometer.archive.leadership import take_leadership
from barometer.archive.leases import this_process
from barometer.archive.tables import deliveries, jobs, schedules, subscriptions
from tests.website.conftest import NOW


def test_nobody_acts(own_site):
    page = own_site.get("/health", headers={"accept-language": "en"}).text
    assert "No daemon acts" in page
    assert "No schedules yet" in page


def test_what_stands_how(own_site, newsroom):
    take_leadership(newsroom.record, this_process(), NOW, timedelta(seconds=30))
    common = {"rule": "every 2h", "zone": "Asia/Shanghai", "since": NOW, "next_due": NOW + timedelta(hours=1)}
    with newsroom.record.writing() as connection:
        connection.execute(insert(schedules).values(source_id="people", **common, ok_at=NOW))
        connection.execute(
            insert(schedules).values(source_id="people_en", **common, failures=3, problem="503 <b>no</b>")
        )
        told = "0 new articles in a week, at least 5 are expected"
        connection.execute(insert(schedules).values(source_id="jinhua_commerce", **common, silence=told))
        connection.execute(insert(jobs).values(name="backup", ended_at=NOW, problem="disk full", failures=2))
        one = {"state": "confirmed", "channel": "email", "target": "a@b.example", "query": "义乌", "cadence": "instant"}
        one |= {"language": "en", "hour": 8, "weekday": 0, "zone": "UTC", "cap": 5, "created_at": NOW}
        connection.execute(insert(subscriptions).values(id=1, **one))
        for state in ("waiting", "dead", "dead"):
            row = {"subscription_id": 1, "kind": "alerts", "state": state, "due": NOW, "created_at": NOW}
            connection.execute(insert(deliveries).values(**row))
    page = own_site.get("/health", headers={"accept-language": "en"}).text
    assert "A daemon has acted since 2025-06-22 09:00 UTC+8" in page
    assert "failed 3 times in a row" in page
    assert "503 &lt;b&gt;no&lt;/b&gt;" in page
    assert told in page
    assert "disk full" in page
    assert "1 wait, 0 were sent in the last day, 2 were given up" in page
