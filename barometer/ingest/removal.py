"""Taking an article out of what is shown, and bringing it back; the record and its evidence keep it."""

from datetime import datetime

from sqlalchemy import or_, select, update

from barometer.archive.outbox import announce, article_subject
from barometer.archive.record import Record
from barometer.archive.tables import article_keys, articles
from barometer.errors import RecordError


def find_article(record: Record, named: str) -> int:
    """Give the id of the article that is named by its id, URL or key. Raises RecordError when there is none."""
    number = int(named) if named.isascii() and named.isdigit() and len(named) <= 18 else None
    with record.reading() as connection:
        query = select(articles.c.id, articles.c.redirect_to).where(
            or_(articles.c.id == number, articles.c.url == named)
        )
        row = connection.execute(query).first()
        if row is not None:
            return int(row.redirect_to or row.id)
        found = connection.execute(select(article_keys.c.article_id).where(article_keys.c.key == named)).scalar()
    if found is None:
        raise RecordError(f"there is no article {named!r}: give the id or URL that `barometer search --json` tells")
    return int(found)


def set_removed(record: Record, article_id: int, removed: bool, now: datetime) -> bool:
    """Take an article out of index, pages and exports, or bring it back; give whether that changed anything.

    It stays removed when it is crawled again. Subscribers hear of neither.
    """
    with record.writing() as connection:
        row = connection.execute(select(articles).where(articles.c.id == article_id).with_for_update()).one()
        if (row.removed_at is not None) == removed:
            return False
        values = {"removed_at": now if removed else None, "version": row.version + 1}
        connection.execute(update(articles).where(articles.c.id == article_id).values(**values))
        announce(connection, article_subject(article_id), now, news=False)
    return True
