"""Hearing of articles through the outbox, in the order of the record: what matches becomes an alert, once a story.

An article is matched when the record hears of it, whenever it says it was published, so that late arrivals are told.
Articles that a person brings in, or that a walk through an archive finds, are told to nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, union, update

from barometer.alerts.known import known_before
from barometer.alerts.matching import Match, Matcher
from barometer.alerts.stories import members, place_in_story
from barometer.alerts.subscribers import Subscriber, list_subscribers
from barometer.alerts.subscription import next_telling
from barometer.archive.frontier import NEWS
from barometer.archive.outbox import Note, open_notes, subject_article
from barometer.archive.record import Record
from barometer.archive.tables import alerts, articles, muted_stories, outbox, requests, subscriptions
from barometer.clock import Clock
from barometer.ingest.documents import documents_of
from barometer.search.documents import ArticleDocument, ClaimDocument

CONSUMER = "alerts"
SLICE = 100


class Listener:
    """The confirmed subscriptions, ready to be matched, and brought up to the record at little cost.

    Whoever listens for long keeps one: making it costs a second or so for ten thousand subscriptions.
    """

    def __init__(self) -> None:
        self.matcher = Matcher({})
        self.subscribers: dict[int, Subscriber] = {}
        self.for_events: dict[int, Subscriber] = {}
        self._stamp: tuple[int, int] = (-1, 0)

    def refresh(self, record: Record) -> None:
        """Take in what has changed since the last time."""
        latest = select(func.max(subscriptions.c.version)).scalar_subquery()
        query = select(subscriptions.c.version, func.count()).where(subscriptions.c.version == latest)
        with record.reading() as connection:
            row = connection.execute(query.group_by(subscriptions.c.version)).one_or_none()
        stamp = (row[0], row[1]) if row is not None else (-1, 0)
        if stamp == self._stamp:
            return
        changed = list_subscribers(record, since_version=self._stamp[0])
        if not self.subscribers:
            self.subscribers = {one.id: one for one in changed if one.state == "confirmed"}
            self.matcher = Matcher({number: one.subscription for number, one in self.subscribers.items()})
        else:
            for one in changed:
                self._take_in(one)
        self.for_events = {number: one for number, one in self.subscribers.items() if one.subscription.event}
        self._stamp = stamp

    def _take_in(self, one: Subscriber) -> None:
        if one.state == "confirmed":
            self.subscribers[one.id] = one
            self.matcher.add(one.id, one.subscription)
        elif self.subscribers.pop(one.id, None) is not None:
            self.matcher.remove(one.id)


@dataclass(frozen=True, slots=True)
class _Heard:
    article: ArticleDocument
    claims: Sequence[ClaimDocument]


def hear(record: Record, clock: Clock, listener: Listener | None = None) -> int:
    """Match everything that waits in the outbox; give how many alerts that made.

    Each article is one transaction that writes its alerts and marks its rows: a crash repeats nothing.
    """
    made = 0
    listener = listener or Listener()
    while notes := open_notes(record, CONSUMER, clock(), SLICE):
        listener.refresh(record)
        by_article: dict[int | None, list[Note]] = {}
        for note in notes:
            by_article.setdefault(subject_article(note.subject), []).append(note)
        for article_id, rows in by_article.items():
            made += _hear_article(record, listener, article_id, rows, clock())
    return made


def _hear_article(
    record: Record, listener: Listener, article_id: int | None, notes: Sequence[Note], now: datetime
) -> int:
    documents = documents_of(record, [article_id]) if article_id is not None else None
    heard = _Heard(documents.articles[0], documents.claims) if documents is not None and documents.articles else None
    made = 0
    with record.writing() as connection:
        if heard is not None:
            text = f"{heard.article.title}\n\n{heard.article.text}"
            story_id = place_in_story(connection, heard.article.id, text)
            first_seen = _first_seen_live(connection, heard.article.id)
            if first_seen is not None:
                known = known_before(connection, heard.article.id, first_seen)
                matches = listener.matcher.matching(heard.article, heard.claims, known)
                pairs = [(listener.subscribers[match.subscription_id], match) for match in matches]
                wanted = [(one, match) for one, match in pairs if (one.confirmed_at or now) <= first_seen]
                made = _tell(connection, wanted, heard.article.id, story_id, now)
        ids = [note.id for note in notes]
        connection.execute(update(outbox).where(outbox.c.id.in_(ids)).values(done_at=now))
    return made


def _first_seen_live(connection: Connection, article_id: int) -> datetime | None:
    """Give when an article was first seen, None for one that a person brought in or a walk through an archive found.

    The request by which it was first seen says so, whatever run has read it since.
    """
    row = connection.execute(
        select(articles.c.first_seen, requests.c.lane)
        .outerjoin(requests, requests.c.id == articles.c.root_id)
        .where(articles.c.id == article_id)
    ).one()
    return row.first_seen if row.lane in {None, NEWS} else None


def _tell(
    connection: Connection, matched: Sequence[tuple[Subscriber, Match]], article_id: int, story_id: int, now: datetime
) -> int:
    """Write an alert for each match whose subscriber was not told this story and has not muted it; give how many."""
    if not matched:
        return 0
    story = members(connection, story_id)
    told = select(alerts.c.subscription_id).where(alerts.c.article_id.in_(story))
    muted = select(muted_stories.c.subscription_id).where(muted_stories.c.article_id.in_(story))
    heard = set(connection.execute(union(told, muted)).scalars())
    rows = [
        {
            "subscription_id": subscriber.id,
            "article_id": article_id,
            "claim_id": match.claim.id if match.claim else None,
            "before": match.before,
            "told": {"against": "target"} if match.against_target else None,
            "at": now,
            "due": next_telling(subscriber.subscription, now),
        }
        for subscriber, match in matched
        if subscriber.id not in heard
    ]
    if rows:
        connection.execute(insert(alerts), rows)
    return len(rows)
