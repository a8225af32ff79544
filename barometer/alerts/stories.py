"""Stories in the record: articles that are copies of each other are told once."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, insert, select, update

from barometer.alerts.copies import are_copies, bands, shingles
from barometer.archive.tables import articles, revisions, story_bands, story_members
from barometer.archive.upsert import insert_or_replace

MOST_CANDIDATES = 200


def place_in_story(connection: Connection, article_id: int, text: str) -> int:
    """Put an article into the story that it copies, or one of its own; give the story.

    An article that copies two stories joins them. A revised article stays in its story.
    """
    parts = shingles(text)
    numbers = bands(parts)
    shared = (
        select(story_bands.c.article_id)
        .where(story_bands.c.band.in_(numbers), story_bands.c.article_id != article_id)
        .group_by(story_bands.c.article_id)
        .order_by(func.count().desc(), story_bands.c.article_id)
        .limit(MOST_CANDIDATES)
    )
    candidates = list(connection.execute(shared).scalars())
    texts = connection.execute(
        select(articles.c.id, revisions.c.text)
        .join(revisions, revisions.c.id == articles.c.revision_id)
        .where(articles.c.id.in_(candidates), articles.c.removed_at.is_(None))
    ).all()
    copies = [row.id for row in texts if are_copies(parts, shingles(row.text))]
    joined = _stories_of(connection, [article_id, *copies])
    story_id = min(joined, default=article_id)
    story_id = min(story_id, article_id)
    connection.execute(update(story_members).where(story_members.c.story_id.in_(joined)).values(story_id=story_id))
    insert_or_replace(connection, story_members, {"article_id": article_id, "story_id": story_id}, ["article_id"])
    connection.execute(delete(story_bands).where(story_bands.c.article_id == article_id))
    connection.execute(insert(story_bands), [{"band": each, "article_id": article_id} for each in sorted(set(numbers))])
    return story_id


def members(connection: Connection, story_id: int) -> list[int]:
    """Give the articles that tell a story."""
    query = select(story_members.c.article_id).where(story_members.c.story_id == story_id)
    return list(connection.execute(query.order_by(story_members.c.article_id)).scalars())


def _stories_of(connection: Connection, article_ids: Iterable[int]) -> set[int]:
    query = select(story_members.c.story_id).where(story_members.c.article_id.in_(list(article_ids)))
    return set(connection.execute(query).scalars())
