"""What the record knew before an article: the last value of what a claim measures, and the last target set for it."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, select

from barometer.alerts.matching import Known, Target
from barometer.archive.tables import articles, claims
from barometer.search.documents import ClaimDocument

T = TypeVar("T")


def known_before(connection: Connection, article_id: int, first_seen: datetime) -> Known:
    """Give what was known when an article was first seen; each claim is looked up once, when it is asked for."""

    def last(claim: ClaimDocument) -> Decimal | None:
        if claim.indicator_id is None and claim.indicator is None:
            return None
        same = (articles.c.source_id == claim.source, claims.c.status == claim.status)
        row = connection.execute(_seen(claim, article_id, first_seen).where(*same)).one_or_none()
        return None if row is None else _signed(row)

    def target(claim: ClaimDocument) -> Target | None:
        if (claim.indicator_id is None and claim.indicator is None) or claim.period_end is None:
            return None
        same = (
            claims.c.status == "target",
            _is(claims.c.period_start, claim.period_start),
            claims.c.period_end == claim.period_end,
        )
        row = connection.execute(_seen(claim, article_id, first_seen).where(*same)).one_or_none()
        return None if row is None else Target(_signed(row), row.modifier)

    return Known(_once_each(last), _once_each(target))


def _seen(claim: ClaimDocument, article_id: int, first_seen: datetime) -> Select[Any]:
    """Ask for the figure seen last of the same indicator, place, unit, kind and base, from another article."""
    indicator = claims.c.indicator_id if claim.indicator_id is not None else claims.c.indicator
    return (
        select(claims.c.value, claims.c.kind, claims.c.direction, claims.c.modifier)
        .join(articles, articles.c.extraction_id == claims.c.extraction_id)
        .where(
            articles.c.id != article_id,
            articles.c.first_seen <= first_seen,
            articles.c.removed_at.is_(None),
            articles.c.redirect_to.is_(None),
            indicator == (claim.indicator_id or claim.indicator),
            _is(claims.c.place, claim.place),
            _is(claims.c.comparison, claim.comparison),
            claims.c.unit == claim.unit,
            claims.c.kind == claim.kind,
        )
        .order_by(articles.c.first_seen.desc(), articles.c.id.desc(), claims.c.position)
        .limit(1)
    )


def _is(column: ColumnElement[Any], value: object) -> ColumnElement[bool]:
    return column.is_(None) if value is None else column == value


def _signed(row: Any) -> Decimal:
    value: Decimal = row.value
    return -value if row.kind == "change" and row.direction == "down" else value


def _once_each(find: Callable[[ClaimDocument], T]) -> Callable[[ClaimDocument], T]:
    found: dict[str, T] = {}

    def look(claim: ClaimDocument) -> T:
        if claim.id not in found:
            found[claim.id] = find(claim)
        return found[claim.id]

    return look
