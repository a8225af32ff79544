"""What a subscription would have told in the past: the same matching and the same stories, and nothing is sent."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select

from barometer.alerts.copies import are_copies, bands, shingles
from barometer.alerts.known import known_before
from barometer.alerts.letters import Item
from barometer.alerts.matching import Matcher
from barometer.alerts.subscription import Subscription
from barometer.archive.record import Record
from barometer.archive.tables import articles
from barometer.ingest.documents import documents_of
from barometer.search.documents import ClaimDocument

SLICE = 100


def preview(record: Record, subscription: Subscription, since: datetime) -> Iterator[Item]:
    """Give what would have been told of the articles first seen since then, oldest first, one a story."""
    matcher = Matcher({0: subscription})
    told: list[frozenset[str]] = []
    by_band: dict[int, list[int]] = {}
    with record.reading() as connection:
        query = select(articles.c.id, articles.c.first_seen).where(articles.c.first_seen >= since)
        seen = connection.execute(query.order_by(articles.c.first_seen, articles.c.id)).all()
    for begin in range(0, len(seen), SLICE):
        part = seen[begin : begin + SLICE]
        documents = documents_of(record, [row.id for row in part])
        claims: dict[int, list[ClaimDocument]] = {}
        for claim in documents.claims:
            claims.setdefault(claim.article_id, []).append(claim)
        by_id = {article.id: article for article in documents.articles}
        for row in part:
            article = by_id.get(row.id)
            if article is None:
                continue
            with record.reading() as connection:
                known = known_before(connection, row.id, row.first_seen)
                matched = matcher.matching(article, claims.get(row.id, []), known)
            parts = shingles(f"{article.title}\n\n{article.text}")
            numbers = bands(parts)
            near = {other for number in numbers for other in by_band.get(number, ())}
            if not matched or any(are_copies(parts, told[other]) for other in near):
                continue
            for number in numbers:
                by_band.setdefault(number, []).append(len(told))
            told.append(parts)
            yield Item(article, matched[0].claim, matched[0].before, matched[0].against_target)
