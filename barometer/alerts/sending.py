"""Sending messages: in the order that they fell due, tried again, given up with the reason.

A message is a row with a key that never changes, made before anything is sent. Sending commits the attempt first: a
crash between sending and marking repeats the message under the same key, and the attempts tell that it may have been.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import SystemRandom
from typing import Any

from sqlalchemy import Connection, Row, select, update

from barometer.alerts.chat import pace_of, post_chat
from barometer.alerts.describing import Names
from barometer.alerts.links import action_url, delivery_key, webhook_secret
from barometer.alerts.mail import make_mail, send_mail
from barometer.alerts.messages import chat_text, letter, webhook_body
from barometer.alerts.subscribers import get_subscriber
from barometer.alerts.webhooks import post_webhook
from barometer.archive.record import Record
from barometer.archive.tables import deliveries, subscriptions
from barometer.clock import Clock
from barometer.config import Settings
from barometer.errors import ConfigError, DeliveryError, SourceError
from barometer.network.addresses import parse_allowed
from barometer.network.retry import backoff
from barometer.sources import read_sources

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


def send_due(record: Record, settings: Settings, clock: Clock, limit: int = 100) -> Sent:
    """Send the messages that are due, oldest first; put off what fails, give up what will never work.

    No chat is told faster than its service takes it: what is over the pace waits, and is counted neither way.
    """
    query = (
        select(deliveries.c.id)
        .where(deliveries.c.state == "waiting", deliveries.c.due <= clock())
        .order_by(deliveries.c.due, deliveries.c.id)
        .limit(limit)
    )
    with record.reading() as connection:
        waiting = list(connection.execute(query).scalars())
    if not waiting:
        return Sent()
    names = _source_names(settings)
    states = [_send_one(record, settings, number, clock, names) for number in waiting]
    return Sent(states.count("sent"), states.count("waiting"), states.count("dead"))


def retry_dead(record: Record, now: datetime, number: int | None = None) -> int:
    """Let messages that were given up, all or one, be tried again; give how many. Who has left is not told again."""
    gone = select(subscriptions.c.id).where(subscriptions.c.state == "left")
    dead = update(deliveries).where(deliveries.c.state == "dead", deliveries.c.subscription_id.not_in(gone))
    if number is not None:
        dead = dead.where(deliveries.c.id == number)
    with record.writing() as connection:
        return int(connection.execute(dead.values(state="waiting", due=now, attempts=0)).rowcount)


def _send_one(record: Record, settings: Settings, number: int, clock: Clock, names: Names) -> str | None:
    row = _take(record, number, clock())
    if row is None:
        return None
    problem, final = None, False
    try:
        _deliver(record, settings, row, clock, names)
    except DeliveryError as error:
        problem, final = str(error), error.final
    except ConfigError as error:
        problem = str(error)
    return _mark(record, row, problem, final, clock())


def _take(record: Record, number: int, now: datetime) -> Row[Any] | None:
    """Commit an attempt; None when another sender has the message in hand, it is settled, or has to wait its turn."""
    with record.writing() as connection:
        if _waits_its_turn(connection, number, now):
            return None
        mine = (deliveries.c.id == number, deliveries.c.state == "waiting", deliveries.c.due <= now)
        taken = (
            update(deliveries).where(*mine).values(attempts=deliveries.c.attempts + 1, tried_at=now, due=now + IN_HAND)
        )
        return connection.execute(taken.returning(deliveries)).one_or_none()


def _mark(record: Record, row: Row[Any], problem: str | None, final: bool, now: datetime) -> str:
    if problem is None:
        values: dict[str, Any] = {"state": "sent", "sent_at": now, "problem": None}
    elif final or row.attempts >= MOST_ATTEMPTS:
        values = {"state": "dead", "problem": problem}
    else:
        pause = backoff(row.attempts, SystemRandom().random(), FIRST_PAUSE, LONGEST_PAUSE)
        values = {"state": "waiting", "problem": problem, "due": now + pause}
    with record.writing() as connection:
        still = update(deliveries).where(deliveries.c.id == row.id, deliveries.c.state == "waiting")
        connection.execute(still.values(values))
    return str(values["state"])


def _waits_its_turn(connection: Connection, number: int, now: datetime) -> bool:
    """Put a message to a chat off until its service takes another one, where it was told enough for now."""
    target = connection.execute(
        select(subscriptions.c.target)
        .join(deliveries, deliveries.c.subscription_id == subscriptions.c.id)
        .where(deliveries.c.id == number, subscriptions.c.channel == "chat")
    ).scalar()
    if target is None:
        return False
    pace = pace_of(target)
    same = select(subscriptions.c.id).where(subscriptions.c.channel == "chat", subscriptions.c.target == target)
    tried = (
        select(deliveries.c.tried_at)
        .where(deliveries.c.subscription_id.in_(same), deliveries.c.tried_at > now - timedelta(seconds=pace.seconds))
        .order_by(deliveries.c.tried_at.desc())
        .limit(pace.most)
    )
    times = list(connection.execute(tried).scalars())
    if len(times) < pace.most:
        return False
    later = times[-1] + timedelta(seconds=pace.seconds)
    connection.execute(
        update(deliveries).where(deliveries.c.id == number, deliveries.c.state == "waiting").values(due=later)
    )
    return True


def _deliver(record: Record, settings: Settings, row: Row[Any], clock: Clock, names: Names) -> None:
    subscriber = get_subscriber(record, row.subscription_id)
    subscription = subscriber.subscription
    key = delivery_key(settings, row.id)
    allowed = parse_allowed(settings.network_allow)
    if subscription.channel == "webhook":
        body = json.dumps(webhook_body(record, settings, subscriber, row, key), ensure_ascii=False).encode()
        secret = webhook_secret(settings, subscriber.id)
        post_webhook(subscription.target, body, key=key, secret=secret, allowed=allowed, clock=clock)
    elif subscription.channel == "chat":
        title, text = chat_text(record, settings, subscriber, row, names, key)
        post_chat(subscription.target, title, text, allowed=allowed)
    else:
        written = letter(record, settings, subscriber, row, names, key)
        leave = action_url(settings, "leave", subscriber.id) if row.kind == "alerts" else None
        send_mail(settings, make_mail(settings, written, subscription.target, key=key, leave_url=leave, clock=clock))


def _source_names(settings: Settings) -> Names:
    """Give what sources are called; a source file that is wrong just now costs the names, not the messages."""
    try:
        every = read_sources(*settings.source_folders).sources
    except (SourceError, OSError):
        return {}
    return {one.id: {"zh": one.name.zh, "en": one.name.en} for one in every.values()}
