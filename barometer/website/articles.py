"""One article as the record has it: a revision's text, the claims read from it, where both come from."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from barometer.archive.record import Record
from barometer.archive.tables import articles, claims, extractions, fetches, revisions
from barometer.errors import BarometerError

MOST_COMPARED = 20  # versions, from the shown one back


class NotThere(BarometerError):
    """Raised when no article or revision has this id or number."""


class Removed(BarometerError):
    """Raised when the article was taken out of the record."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The article turned out to be another one, which goes on under this id."""

    article_id: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fetched page that a revision was read from. `sha256` is None where the page was not kept."""

    fetched: datetime
    sha256: str | None
    segment: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article at one of its revisions: rows as the tables have them.

    `claims` are those of the newest extraction of the shown revision, in the order of the text.
    """

    row: Row[Any]
    revision: Row[Any]
    revisions: Sequence[Row[Any]]  # the newest first, without their texts
    extraction: Row[Any] | None
    claims: Sequence[Row[Any]]
    evidence: Sequence[Evidence]
    figures_changed: datetime | None = (
        None  # when the last version up to the shown one was seen that tells other figures
    )

    @property
    def is_current(self) -> bool:
        """Whether the shown revision is the one that stands."""
        return bool(self.revision.id == self.row.revision_id)


def read_article(record: Record, article_id: int, number: int | None = None) -> Article | Moved:
    """Read an article at its current revision or at a numbered one. Raises NotThere, Removed."""
    with record.reading() as connection:
        row = connection.execute(select(articles).where(articles.c.id == article_id)).one_or_none()
        if row is None:
            raise NotThere(f"there is no article {article_id}")
        if row.redirect_to is not None:
            return Moved(row.redirect_to)
        if row.removed_at is not None:
            raise Removed(f"article {article_id} was removed")
        revision = _revision(connection, row, number)
        extraction = _extraction(connection, row, revision)
        return Article(
            row,
            revision,
            _revisions(connection, article_id),
            extraction,
            [] if extraction is None else _claims(connection, extraction.id),
            _evidence(connection, revision.fetch_ids),
            _figures_changed(connection, revision),
        )


def _revision(connection: Connection, row: Row[Any], number: int | None) -> Row[Any]:
    query = select(revisions).where(revisions.c.article_id == row.id)
    wanted = revisions.c.id == row.revision_id if number is None else revisions.c.number == number
    found = connection.execute(query.where(wanted)).one_or_none()
    if found is None:
        raise NotThere(f"article {row.id} has no revision {number}")
    return found


def _revisions(connection: Connection, article_id: int) -> list[Row[Any]]:
    query = select(
        revisions.c.id, revisions.c.number, revisions.c.seen_at, revisions.c.title, revisions.c.digest
    ).where(revisions.c.article_id == article_id)
    return list(connection.execute(query.order_by(revisions.c.number.desc())))


def _extraction(connection: Connection, row: Row[Any], revision: Row[Any]) -> Row[Any] | None:
    """Give the extraction that stands, if it is of this revision; else the newest that was made of this revision."""
    query = select(extractions).where(extractions.c.revision_id == revision.id)
    if revision.id == row.revision_id:
        return connection.execute(query.where(extractions.c.id == row.extraction_id)).one_or_none()
    return connection.execute(query.order_by(extractions.c.id.desc()).limit(1)).one_or_none()


def _figures_changed(connection: Connection, shown: Row[Any]) -> datetime | None:
    """Give when a version up to the shown one was seen last that has other figures than the one before it.

    A figure is one that was read from one of the two and stands nowhere in the other: which version of the engine has
    read it makes no difference.
    """
    if shown.number == 1:
        return None
    query = select(revisions.c.id, revisions.c.seen_at, revisions.c.text).where(
        revisions.c.article_id == shown.article_id, revisions.c.number <= shown.number
    )
    rows = connection.execute(query.order_by(revisions.c.number.desc()).limit(MOST_COMPARED)).all()
    quotes = _quotes(connection, [row.id for row in rows])
    for new, old in itertools.pairwise(rows):
        if any(each not in old.text for each in quotes[new.id]) or any(each not in new.text for each in quotes[old.id]):
            return new.seen_at  # type: ignore[no-any-return]  # a column of moments
    return None


def _quotes(connection: Connection, ids: Sequence[int]) -> dict[int, set[str]]:
    """Give the quotes that were read from each of these revisions."""
    query = select(extractions.c.revision_id, claims.c.quote).join(claims, claims.c.extraction_id == extractions.c.id)
    quotes: dict[int, set[str]] = {each: set() for each in ids}
    for revision_id, quote in connection.execute(query.where(extractions.c.revision_id.in_(ids))):
        quotes[revision_id].add(quote)
    return quotes


def _claims(connection: Connection, extraction_id: int) -> list[Row[Any]]:
    query = select(claims).where(claims.c.extraction_id == extraction_id).order_by(claims.c.position)
    return list(connection.execute(query))


def _evidence(connection: Connection, fetch_ids: Sequence[int]) -> list[Evidence]:
    query = select(fetches).where(fetches.c.id.in_(fetch_ids)).order_by(fetches.c.id)
    return [Evidence(row.at, row.evidence_sha256, row.segment) for row in connection.execute(query)]
