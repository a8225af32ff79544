"""From alerts to messages: bundled as each subscriber wants them, sent, tried again, given up with the reason.

A message is a row with a key that never changes, made before anything is sent. Sending commits the attempt first: a
crash between sending and marking repeats the message under the same key, and the attempts tell that it may have been.
"""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, func, insert, select, update

from barometer.alerts.letters import Item, Letter, compose_alerts, compose_question, quote_of
from barometer.alerts.links import action_url, delivery_key, sign_action, webhook_secret
from barometer.alerts.mail import make_mail, send_mail
from barometer.alerts.subscribers import Subscriber, get_subscriber, list_subscribers
from barometer.alerts.webhooks import post_webhook
from barometer.archive.record import Record
from barometer.archive.tables import alerts, deliveries, schedules
from barometer.clock import Clock
from barometer.config import Settings
from barometer.errors import ConfigError, DeliveryError
from barometer.ingest.documents import documents_of
from barometer.network.addresses import parse_allowed
from barometer.network.retry import backoff
from barometer.search.documents import to_json

FLOOD = 5  # instant alerts that fall due together are told one by one up to so many, else in one message
MOST_ITEMS = 50  # of one message; what is left is told in the next
MOST_ATTEMPTS = 10
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)
IN_HAND = timedelta(minutes=5)  # how long a message that is being sent is left alone by other senders


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of the messages that were due."""

    sent: int = 0
    put_off: int = 0
    dead: int = 0


def bundle_due(record: Record, now: datetime) -> int:
    """Make messages of the alerts that are due, no more a day than each subscriber's cap; give how many."""
    return sum(_bundle(record, one, now) for one in list_subscribers(record, state="confirmed"))


def _bundle(record: Record, subscriber: Subscriber, now: datetime) -> int:
    due = select(alerts.c.id).where(
        alerts.c.subscription_id == subscriber.id, alerts.c.delivery_id.is_(None), alerts.c.due <= now
    )
    with record.reading() as connection:
        if connection.execute(due.limit(1)).first() is None:
            return 0
    made = 0
    with record.writing() as connection:
        waiting = list(connection.execute(due.order_by(alerts.c.id)).scalars())
        left = subscriber.subscription.cap - _told_today(connection, subscriber, now)
        one_by_one = subscriber.subscription.cadence == "instant" and len(waiting) <= min(FLOOD, left)
        size = 1 if one_by_one else MOST_ITEMS
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


def _told_today(connection: Connection, subscriber: Subscriber, now: datetime) -> int:
    zone = ZoneInfo(subscriber.subscription.zone)
    midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    query = select(func.count()).select_from(deliveries)
    mine = query.where(deliveries.c.subscription_id == subscriber.id, deliveries.c.kind == "alerts")
    return int(connection.execute(mine.where(deliveries.c.created_at >= midnight)).scalar_one())


def send_due(record: Record, settings: Settings, clock: Clock, limit: int = 100) -> Sent:
    """Send the messages that are due, oldest first; put off what fails, give up what will never work."""
    query = (
        select(deliveries.c.id)
        .where(deliveries.c.state == "waiting", deliveries.c.due <= clock())
        .order_by(deliveries.c.due, deliveries.c.id)
        .limit(limit)
    )
    with record.reading() as connection:
        waiting = list(connection.execute(query).scalars())
    states = [_send_one(record, settings, number, clock) for number in waiting]
    return Sent(states.count("sent"), states.count("waiting"), states.count("dead"))


def retry_dead(record: Record, now: datetime, number: int | None = None) -> int:
    """Let messages that were given up, all or one, be tried again; give how many."""
    dead = update(deliveries).where(deliveries.c.state == "dead")
    if number is not None:
        dead = dead.where(deliveries.c.id == number)
    with record.writing() as connection:
        return int(connection.execute(dead.values(state="waiting", due=now, attempts=0)).rowcount)


def _send_one(record: Record, settings: Settings, number: int, clock: Clock) -> str | None:
    row = _take(record, number, clock())
    if row is None:
        return None
    problem, final = None, False
    try:
        _deliver(record, settings, row, clock)
    except DeliveryError as error:
        problem, final = str(error), error.final
    except ConfigError as error:
        problem = str(error)
    return _mark(record, row, problem, final, clock())


def _take(record: Record, number: int, now: datetime) -> Row[Any] | None:
    """Commit an attempt; None when another sender has the message in hand, or it is settled."""
    with record.writing() as connection:
        mine = (deliveries.c.id == number, deliveries.c.state == "waiting", deliveries.c.due <= now)
        taken = update(deliveries).where(*mine).values(attempts=deliveries.c.attempts + 1, due=now + IN_HAND)
        return connection.execute(taken.returning(deliveries)).one_or_none()


def _mark(record: Record, row: Row[Any], problem: str | None, final: bool, now: datetime) -> str:
    if problem is None:
        values: dict[str, Any] = {"state": "sent", "sent_at": now, "problem": None}
    elif final or row.attempts >= MOST_ATTEMPTS:
        values = {"state": "dead", "problem": problem}
    else:
        pause = backoff(row.attempts, random.random(), FIRST_PAUSE, LONGEST_PAUSE)  # noqa: S311 - jitter, no secret
        values = {"state": "waiting", "problem": problem, "due": now + pause}
    with record.writing() as connection:
        still = update(deliveries).where(deliveries.c.id == row.id, deliveries.c.state == "waiting")
        connection.execute(still.values(values))
    return str(values["state"])


def _deliver(record: Record, settings: Settings, row: Row[Any], clock: Clock) -> None:
    subscriber = get_subscriber(record, row.subscription_id)
    subscription = subscriber.subscription
    key = delivery_key(settings, row.id)
    if subscription.channel == "webhook":
        body = json.dumps(_webhook_body(record, settings, subscriber, row, key), ensure_ascii=False).encode()
        secret = webhook_secret(settings, subscriber.id)
        allowed = parse_allowed(settings.network_allow)
        post_webhook(subscription.target, body, key=key, secret=secret, allowed=allowed, clock=clock)
        return
    if row.kind == "confirm":
        letter, leave = compose_question(subscription, action_url(settings, "confirm", subscriber.id)), None
    else:
        leave = action_url(settings, "leave", subscriber.id)
        letter = _letter(record, subscriber, row, leave)
    send_mail(settings, make_mail(settings, letter, subscription.target, key=key, leave_url=leave, clock=clock))


def _letter(record: Record, subscriber: Subscriber, row: Row[Any], leave_url: str) -> Letter:
    items = _items(record, row)
    degraded: Sequence[str] = ()
    if subscriber.subscription.cadence != "instant":
        with record.reading() as connection:
            failing = select(schedules.c.source_id).where(schedules.c.failures > 0).order_by(schedules.c.source_id)
            degraded = list(connection.execute(failing).scalars())
    return compose_alerts(subscriber.subscription, items, leave_url=leave_url, degraded=degraded)


def _items(record: Record, row: Row[Any]) -> list[Item]:
    """Read the alerts of a message as the record has them now; what was removed since is not told."""
    with record.reading() as connection:
        query = select(alerts).where(alerts.c.delivery_id == row.id).order_by(alerts.c.id)
        told = connection.execute(query).all()
    documents = documents_of(record, [each.article_id for each in told])
    articles = {each.id: each for each in documents.articles}
    claims = {each.id: each for each in documents.claims}
    items = [
        Item(articles[each.article_id], claims.get(each.claim_id or ""), each.before)
        for each in told
        if each.article_id in articles
    ]
    if not items:
        raise DeliveryError("every article of this message was removed", final=True)
    return items


def _webhook_body(
    record: Record, settings: Settings, subscriber: Subscriber, row: Row[Any], key: str
) -> dict[str, Any]:
    if row.kind == "confirm":
        token = sign_action(settings, "confirm", subscriber.id)
        return {"id": key, "kind": "confirm", "subscription": subscriber.id, "token": token}
    told = []
    for item in _items(record, row):
        quote = quote_of(item, subscriber.subscription)
        claim = json.loads(to_json(item.claim)) if item.claim is not None else None
        article = item.article
        told.append(
            {
                "article": {
                    "id": article.id,
                    "title": article.title,
                    "url": article.url,
                    "source": article.source,
                    "published": article.published.isoformat() if article.published else None,
                },
                "quote": quote.text,
                "marks": [list(mark) for mark in quote.marks],
                "claim": claim,
                "before": str(item.before) if item.before is not None else None,
            }
        )
    return {"id": key, "kind": "alerts", "subscription": subscriber.id, "alerts": told}
