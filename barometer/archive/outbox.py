"""The outbox: what changed in the record and who still has to hear of it.

A row names its subject, not its content: the consumer reads the record as it is when it gets there, acts so that doing
it twice is harmless, and marks its rows. Nothing is sent or indexed inside the transaction that found it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, insert, or_, select, update

from barometer.archive.record import Record
from barometer.archive.tables import articles, consumers, outbox
from barometer.archive.upsert import insert_new
from barometer.network.retry import backoff

SLICE = 500
MOST_ATTEMPTS = 6  # after that a row stays, with its problem, for a person to look at
FIRST_PAUSE = timedelta(seconds=30)
NEWS_ONLY = frozenset({"alerts"})  # consumers that hear of what is new, never of what is read again


@dataclass(frozen=True, slots=True)
class Note:
    """One open outbox row."""

    id: int
    subject: str


def article_subject(article_id: int) -> str:
    """Name an article as the subject of an outbox row."""
    return f"article:{article_id}"


def subject_article(subject: str) -> int | None:
    """Give the article that a subject names, None when it names something else."""
    kind, _, number = subject.partition(":")
    return int(number) if kind == "article" else None


def register(record: Record, consumer: str, now: datetime, *, backfill: bool) -> bool:
    """Register a consumer once; with `backfill` it hears of every article already there. Only a parent does this.

    Gives whether it was new. The backfill goes in slices, so that no write transaction is long; one that was cut short
    goes on where it stopped the next time.
    """
    start = -1 if backfill else None
    row = {"name": consumer, "registered_at": now, "backfill_after": start}
    with record.writing() as connection:
        new = bool(insert_new(connection, consumers, [row], ["name"]))
    while _backfill_slice(record, consumer, now):
        pass
    return new


def _backfill_slice(record: Record, consumer: str, now: datetime) -> bool:
    """Announce the next articles that the consumer has not heard of; give whether there may be more."""
    this = consumers.c.name == consumer
    with record.reading() as connection:  # a registered consumer costs no write transaction
        if connection.execute(select(consumers.c.backfill_after).where(this)).scalar_one() is None:
            return False
    with record.writing() as connection:
        last = connection.execute(select(consumers.c.backfill_after).where(this).with_for_update()).scalar_one()
        if last is None:
            return False
        query = select(articles.c.id).where(articles.c.id > last).order_by(articles.c.id).limit(SLICE)
        found = connection.execute(query).scalars().all()
        rows = [{"consumer": consumer, "subject": article_subject(one), "at": now} for one in found]
        if rows:
            connection.execute(insert(outbox), rows)
        after = found[-1] if found else None
        connection.execute(update(consumers).where(this).values(backfill_after=after))
    return bool(found)


def announce(connection: Connection, subject: str, now: datetime, *, news: bool = True) -> None:
    """Put one row for every registered consumer into the outbox, within the caller's transaction.

    What is no news (an article read again, taken out, brought back) is kept from those that tell people.
    """
    names = set(connection.execute(select(consumers.c.name)).scalars())
    if not news:
        names -= NEWS_ONLY
    if names:
        connection.execute(
            insert(outbox), [{"consumer": name, "subject": subject, "at": now} for name in sorted(names)]
        )


def open_notes(record: Record, consumer: str, now: datetime, limit: int = SLICE) -> list[Note]:
    """Give the oldest rows that the consumer has not marked yet and that are not put off after a failure."""
    query = (
        select(outbox.c.id, outbox.c.subject)
        .where(outbox.c.consumer == consumer, outbox.c.done_at.is_(None), outbox.c.attempts < MOST_ATTEMPTS)
        .where(or_(outbox.c.retry_at.is_(None), outbox.c.retry_at <= now))
        .order_by(outbox.c.id)
        .limit(limit)
    )
    with record.reading() as connection:
        return [Note(row.id, row.subject) for row in connection.execute(query)]


def mark_done(record: Record, notes: Sequence[Note], now: datetime) -> None:
    """Mark the rows as heard."""
    if not notes:
        return
    with record.writing() as connection:
        connection.execute(update(outbox).where(outbox.c.id.in_([note.id for note in notes])).values(done_at=now))


def put_off(record: Record, notes: Sequence[Note], problem: str, now: datetime) -> None:
    """Note that the consumer could not take these rows now: later again, at last left for a person to look at."""
    with record.writing() as connection:
        query = select(outbox.c.id, outbox.c.attempts).where(outbox.c.id.in_([note.id for note in notes]))
        for row in connection.execute(query).all():
            attempts = row.attempts + 1
            connection.execute(
                update(outbox)
                .where(outbox.c.id == row.id)
                .values(attempts=attempts, problem=problem[:500], retry_at=now + backoff(attempts, 0.5, FIRST_PAUSE))
            )


def stuck_notes(record: Record, consumer: str) -> int:
    """Count the rows that the consumer refused for good."""
    query = select(func.count()).where(
        outbox.c.consumer == consumer, outbox.c.done_at.is_(None), outbox.c.attempts >= MOST_ATTEMPTS
    )
    with record.reading() as connection:
        return int(connection.execute(query).scalar_one())
