"""After a record was brought back from a copy: what it still had to tell may have been told, so nobody is told now."""

from datetime import datetime

from sqlalchemy import insert, select, update

from barometer.alerts.hearing import CONSUMER
from barometer.archive.record import Record
from barometer.archive.tables import alerts, deliveries, outbox

REASON = "the record was restored from a copy; it may have been told before"


def silence(record: Record, now: datetime) -> int:
    """Give up every message that waits, with the reason, so that `alerts retry` can send it; give how many.

    Alerts that are in no message yet get one that is given up, a subscription: later copies of their stories stay
    known. What the alerts have not heard of yet they will not hear of.
    """
    with record.writing() as connection:
        unheard = (outbox.c.consumer == CONSUMER, outbox.c.done_at.is_(None))
        connection.execute(update(outbox).where(*unheard).values(done_at=now))
        loose = select(alerts.c.subscription_id).where(alerts.c.delivery_id.is_(None)).distinct()
        for number in connection.execute(loose).scalars().all():
            row = {"kind": "alerts", "state": "waiting", "due": now, "created_at": now, "attempts": 0}
            added = insert(deliveries).values(subscription_id=number, **row).returning(deliveries.c.id)
            mine = (alerts.c.subscription_id == number, alerts.c.delivery_id.is_(None))
            connection.execute(update(alerts).where(*mine).values(delivery_id=connection.execute(added).scalar_one()))
        given_up = update(deliveries).where(deliveries.c.state == "waiting").values(state="dead", problem=REASON)
        return int(connection.execute(given_up).rowcount)
