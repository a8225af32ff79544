"""Searches that a person keeps under a name: what to look for, as the website and its API take it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Row, delete, insert, select
from sqlalchemy.exc import IntegrityError

from barometer.archive.record import Record
from barometer.archive.tables import saved_searches
from barometer.errors import RecordError

Finds = Literal["articles", "claims"]
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """One saved search; `filters` are the parameters given beside the query, by name."""

    id: int
    name: str
    finds: Finds
    query: str
    filters: Mapping[str, str]
    created_at: datetime


class NameTaken(RecordError):
    """Raised when a search of that name is there already."""


def save_search(
    record: Record, name: str, finds: Finds, query: str, filters: Mapping[str, str], now: datetime
) -> SavedSearch:
    """Keep a search under a name. Raises NameTaken when there is one of that name: nothing is replaced in silence."""
    values: dict[str, Any] = {
        "name": name,
        "finds": finds,
        "query": query,
        "filters": dict(filters),
        "created_at": now,
    }
    try:
        with record.writing() as connection:
            added = insert(saved_searches).values(**values).returning(saved_searches)
            return _saved(connection.execute(added).one())
    except IntegrityError:
        raise NameTaken(f'there is a saved search named "{name}" already: choose another name') from None


def all_saved_searches(record: Record) -> list[SavedSearch]:
    """Give all of them, the newest first."""
    query = select(saved_searches).order_by(saved_searches.c.created_at.desc(), saved_searches.c.id.desc())
    with record.reading() as connection:
        return [_saved(row) for row in connection.execute(query)]


def delete_saved_search(record: Record, search_id: int) -> bool:
    """Forget one; give whether it was there."""
    with record.writing() as connection:
        gone = delete(saved_searches).where(saved_searches.c.id == search_id).returning(saved_searches.c.id)
        return connection.execute(gone).first() is not None


def _saved(row: Row[Any]) -> SavedSearch:
    return SavedSearch(row.id, row.name, row.finds, row.query, row.filters, row.created_at)
