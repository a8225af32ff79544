"""Hearing of articles through the outbox, in the order of the record: what matches becomes an alert, once a story.

An article is matched when the record hears of it, whenever it says it was published, so that late arrivals are told.
Articles that a person brings in, or that a walk through an archive finds, are told to nobody.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import Connection, insert, select, update

from barometer.alerts.matching import Match, Matcher
from barometer.alerts.stories import members, place_in_story
from barometer.alerts.subscribers import Subscriber, list_subscribers
from barometer.alerts.subscription import next_telling
from barometer.archive.outbox import Note, open_notes, subject_article
from barometer.archive.record import Record
from barometer.archive.tables import alerts, articles, claims, muted_stories, outbox, requests, runs
from barometer.clock import Clock
from barometer.ingest.documents import documents_of
from barometer.search.documents import ArticleDocument, ClaimDocument

CONSUMER = "alerts"
SLICE = 100
SILENT_MODES = ("import", "history")


@dataclass(frozen=True, slots=True)
class _Heard:
    article: ArticleDocument
    claims: Sequence[ClaimDocument]


def hear(record: Record, clock: Clock) -> int:
    """Match everything that waits in the outbox; give how many alerts that made.

    Each article is one transaction that writes its alerts and marks its rows: a crash repeats nothing.
    """
    made = 0
    subscribers = {one.id: one for one in list_subscribers(record, state="confirmed")}
    matcher = Matcher({number: one.subscription for number, one in subscribers.items()})
    while notes := open_notes(record, CONSUMER, clock(), SLICE):
        by_article: dict[int | None, list[Note]] = {}
        for note in notes:
            by_article.setdefault(subject_article(note.subject), []).append(note)
        for article_id, rows in by_article.items():
            made += _hear_article(record, matcher, subscribers, article_id, rows, clock())
    return made


def _hear_article(
    record: Record,
    matcher: Matcher,
    subscribers: dict[int, Subscriber],
    article_id: int | None,
    notes: Sequence[Note],
    now: datetime,
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
                known = last_known(connection, heard.article.id, first_seen)
                for match in matcher.matching(heard.article, heard.claims, known):
                    subscriber = subscribers[match.subscription_id]
                    if (subscriber.confirmed_at or now) <= first_seen:
                        made += _alert(connection, subscriber, heard.article.id, story_id, match, now)
        ids = [note.id for note in notes]
        connection.execute(update(outbox).where(outbox.c.id.in_(ids)).values(done_at=now))
    return made


def last_known(
    connection: Connection, article_id: int, first_seen: datetime
) -> Callable[[ClaimDocument], Decimal | None]:
    """Give a function that finds the value known before this article for what a claim measures, from its source.

    The same indicator, place, unit, kind and base count; where two articles tell it, the one seen last.
    """

    def find(claim: ClaimDocument) -> Decimal | None:
        if claim.indicator_id is None and claim.indicator is None:
            return None
        row = connection.execute(
            select(claims.c.value, claims.c.kind, claims.c.direction)
            .join(articles, articles.c.extraction_id == claims.c.extraction_id)
            .where(
                articles.c.source_id == claim.source,
                articles.c.id != article_id,
                articles.c.first_seen <= first_seen,
                articles.c.removed_at.is_(None),
                articles.c.redirect_to.is_(None),
                claims.c.indicator_id == claim.indicator_id
                if claim.indicator_id is not None
                else claims.c.indicator == claim.indicator,
                claims.c.place == claim.place if claim.place is not None else claims.c.place.is_(None),
                claims.c.comparison == claim.comparison
                if claim.comparison is not None
                else claims.c.comparison.is_(None),
                claims.c.unit == claim.unit,
                claims.c.kind == claim.kind,
                claims.c.status == claim.status,
            )
            .order_by(articles.c.first_seen.desc(), articles.c.id.desc(), claims.c.position)
            .limit(1)
        ).one_or_none()
        if row is None:
            return None
        value: Decimal = row.value
        return -value if row.kind == "change" and row.direction == "down" else value

    return find


def _first_seen_live(connection: Connection, article_id: int) -> datetime | None:
    """Give when an article was first seen, None for one that nobody is to be told of."""
    row = connection.execute(
        select(articles.c.first_seen, runs.c.mode)
        .outerjoin(requests, requests.c.id == articles.c.root_id)
        .outerjoin(runs, runs.c.id == requests.c.run_id)
        .where(articles.c.id == article_id)
    ).one()
    return None if row.mode in SILENT_MODES else row.first_seen


def _alert(
    connection: Connection, subscriber: Subscriber, article_id: int, story_id: int, match: Match, now: datetime
) -> int:
    story = members(connection, story_id)
    told = select(alerts.c.id).where(alerts.c.subscription_id == subscriber.id, alerts.c.article_id.in_(story))
    muted = select(muted_stories.c.at).where(
        muted_stories.c.subscription_id == subscriber.id, muted_stories.c.article_id.in_(story)
    )
    if connection.execute(told.limit(1)).first() or connection.execute(muted.limit(1)).first():
        return 0
    connection.execute(
        insert(alerts).values(
            subscription_id=subscriber.id,
            article_id=article_id,
            claim_id=match.claim.id if match.claim else None,
            before=match.before,
            at=now,
            due=next_telling(subscriber.subscription, now),
        )
    )
    return 1
