"""Subscriptions in the record: begun, confirmed, left. One that is not confirmed is told nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from barometer.alerts.subscription import Condition, Subscription
from barometer.archive.record import Record
from barometer.archive.tables import alerts, deliveries, muted_stories, subscriptions
from barometer.archive.upsert import insert_new
from barometer.errors import SubscriptionError

MOST_QUESTIONS = 3  # that an address is asked and has not answered
ASKED_WITHIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Subscriber:
    """A subscription as the record has it."""

    id: int
    state: str  # pending | confirmed | left
    subscription: Subscription
    created_at: datetime
    confirmed_at: datetime | None


def subscribe(record: Record, subscription: Subscription, now: datetime, *, confirmed: bool = False) -> int:
    """Begin a subscription; give its number. A question whether it is wanted goes out, unless it is `confirmed`."""
    values = {
        **_columns(subscription),
        "state": "confirmed" if confirmed else "pending",
        "created_at": now,
        "confirmed_at": now if confirmed else None,
    }
    with record.writing() as connection:
        if not confirmed:
            _check_that_not_too_much_is_asked(connection, subscription.target, now)
        added = insert(subscriptions).values(**values, version=_next_version()).returning(subscriptions.c.id)
        number: int = connection.execute(added).scalar_one()
        if not confirmed:
            question = {"kind": "confirm", "state": "waiting", "due": now, "created_at": now}
            connection.execute(insert(deliveries).values(subscription_id=number, **question))
    return number


def edit(record: Record, number: int, subscription: Subscription) -> None:
    """Change what a subscription asks for and when it is told; where it is told to stays as it was confirmed."""
    values = {name: value for name, value in _columns(subscription).items() if name not in {"channel", "target"}}
    with record.writing() as connection:
        changed = update(subscriptions).where(subscriptions.c.id == number, subscriptions.c.state != "left")
        connection.execute(changed.values(**values, version=_next_version()))
    if get_subscriber(record, number).state == "left":
        raise SubscriptionError(f"subscription {number} was left: subscribe again to hear of it")


def confirm(record: Record, number: int, now: datetime) -> Subscriber:
    """Confirm a subscription; doing it twice is harmless. Raises SubscriptionError for one that was left."""
    with record.writing() as connection:
        connection.execute(
            update(subscriptions)
            .where(subscriptions.c.id == number, subscriptions.c.state == "pending")
            .values(state="confirmed", confirmed_at=now, version=_next_version())
        )
    found = get_subscriber(record, number)
    if found.state == "left":
        raise SubscriptionError(f"subscription {number} was left: subscribe again to hear of it")
    return found


def leave(record: Record, number: int, now: datetime) -> None:
    """End a subscription at once: what waits to be told is dropped. Doing it twice is harmless."""
    with record.writing() as connection:
        connection.execute(
            update(subscriptions)
            .where(subscriptions.c.id == number, subscriptions.c.state != "left")
            .values(state="left", left_at=now, version=_next_version())
        )
        connection.execute(delete(alerts).where(alerts.c.subscription_id == number, alerts.c.delivery_id.is_(None)))
        connection.execute(
            update(deliveries)
            .where(deliveries.c.subscription_id == number, deliveries.c.state == "waiting")
            .values(state="dead", problem="the subscriber has left")
        )


def mute_story(record: Record, number: int, article_id: int, now: datetime) -> None:
    """Tell this subscription nothing more of the story that an article tells."""
    row = {"subscription_id": number, "article_id": article_id, "at": now}
    with record.writing() as connection:
        insert_new(connection, muted_stories, [row], ["subscription_id", "article_id"])


def get_subscriber(record: Record, number: int) -> Subscriber:
    """Read one subscription. Raises SubscriptionError when there is none of that number."""
    with record.reading() as connection:
        row = connection.execute(select(subscriptions).where(subscriptions.c.id == number)).one_or_none()
    if row is None:
        raise SubscriptionError(f"there is no subscription {number}: see `barometer subscriptions list`")
    return read_subscriber(row)


def list_subscribers(record: Record, *, state: str | None = None, since_version: int | None = None) -> list[Subscriber]:
    """Read the subscriptions: all, those in one state, those changed since a version, that version's own among them."""
    query = select(subscriptions).order_by(subscriptions.c.id)
    if since_version is not None:
        query = query.where(subscriptions.c.version >= since_version)
    if state is not None:
        query = query.where(subscriptions.c.state == state)
    with record.reading() as connection:
        return [read_subscriber(row) for row in connection.execute(query)]


def read_subscriber(row: Row[Any]) -> Subscriber:
    """Build a subscription from its row."""
    condition: Mapping[str, str] | None = row.condition
    subscription = Subscription(
        channel=row.channel,
        target=row.target,
        query=row.query,
        condition=Condition.read(condition) if condition else None,
        cadence=row.cadence,
        language=row.language,
        hour=row.hour,
        weekday=row.weekday,
        zone=row.zone,
        cap=row.cap,
        name=row.name,
        both_languages=row.both_languages,
    )
    return Subscriber(row.id, row.state, subscription, row.created_at, row.confirmed_at)


def _columns(subscription: Subscription) -> dict[str, Any]:
    return {
        "channel": subscription.channel,
        "target": subscription.target,
        "name": subscription.name,
        "query": subscription.query,
        "condition": subscription.condition.as_json() if subscription.condition else None,
        "cadence": subscription.cadence,
        "language": subscription.language,
        "hour": subscription.hour,
        "weekday": subscription.weekday,
        "zone": subscription.zone,
        "cap": subscription.cap,
        "both_languages": subscription.both_languages,
    }


def _next_version() -> Any:
    """Give what tells a listener that something has changed."""
    return select(func.coalesce(func.max(subscriptions.c.version), 0) + 1).scalar_subquery()


def _check_that_not_too_much_is_asked(connection: Connection, target: str, now: datetime) -> None:
    """Keep others from flooding an address with questions whether it wants to hear."""
    asked = select(func.count()).where(
        subscriptions.c.target == target,
        subscriptions.c.state == "pending",
        subscriptions.c.created_at > now - ASKED_WITHIN,
    )
    if connection.execute(asked).scalar_one() >= MOST_QUESTIONS:
        raise SubscriptionError(
            f"this address was asked {MOST_QUESTIONS} times today and has not answered: confirm one of these first"
        )
