"""From alerts to messages: how many are told together, and when, as each subscriber wants it.

At once means one message an alert while they are few; a flood becomes one message that tells them all, and so does
what comes after it within the hour.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, insert, select, update

from barometer.alerts.subscribers import Subscriber, get_subscriber
from barometer.archive.record import Record
from barometer.archive.tables import alerts, deliveries

FLOOD = 5  # messages in an hour to who wants to hear at once; what is more comes together
FLOOD_HOUR = timedelta(hours=1)
MOST_ITEMS = 50  # of one message; what is left is told in the next


def bundle_due(record: Record, now: datetime) -> int:
    """Make messages of the alerts that are due, no more a day than each subscriber's cap; give how many."""
    waiting = select(alerts.c.subscription_id).where(alerts.c.delivery_id.is_(None), alerts.c.due <= now).distinct()
    with record.reading() as connection:
        numbers = list(connection.execute(waiting.order_by(alerts.c.subscription_id)).scalars())
    subscribers = (get_subscriber(record, number) for number in numbers)
    return sum(_bundle(record, one, now) for one in subscribers if one.state == "confirmed")


def _bundle(record: Record, subscriber: Subscriber, now: datetime) -> int:
    mine = alerts.c.subscription_id == subscriber.id
    due = select(alerts.c.id).where(mine, alerts.c.delivery_id.is_(None), alerts.c.due <= now)
    instant = subscriber.subscription.cadence == "instant"
    made = 0
    with record.writing() as connection:
        waiting = list(connection.execute(due.order_by(alerts.c.id)).scalars())
        left = subscriber.subscription.cap - _told_since(connection, subscriber, _midnight(subscriber, now))
        if instant:
            at_once = FLOOD - _told_since(connection, subscriber, now - FLOOD_HOUR)
            left = min(left, at_once)
        size = 1 if instant and len(waiting) <= left else MOST_ITEMS
        for begin in range(0, len(waiting), size):
            if made >= left:
                break
            row = {"kind": "alerts", "state": "waiting", "due": now, "created_at": now, "attempts": 0}
            added = insert(deliveries).values(subscription_id=subscriber.id, **row).returning(deliveries.c.id)
            number = connection.execute(added).scalar_one()
            part = waiting[begin : begin + size]
            connection.execute(update(alerts).where(alerts.c.id.in_(part)).values(delivery_id=number))
            made += 1
    return made


def _midnight(subscriber: Subscriber, now: datetime) -> datetime:
    here = now.astimezone(ZoneInfo(subscriber.subscription.zone))
    return here.replace(hour=0, minute=0, second=0, microsecond=0)


def _told_since(connection: Connection, subscriber: Subscriber, moment: datetime) -> int:
    mine = (deliveries.c.subscription_id == subscriber.id, deliveries.c.kind == "alerts")
    query = select(func.count()).select_from(deliveries).where(*mine, deliveries.c.created_at >= moment)
    return int(connection.execute(query).scalar_one())
