"""Typed access to what tantivy's own type hints leave open: counts and columns of numbers."""

from collections.abc import Sequence
from typing import Any

import tantivy


def count(searcher: tantivy.Searcher, query: tantivy.Query) -> int:
    """How many documents a query finds."""
    return total(searcher.search(query, limit=1))


def total(result: tantivy.SearchResult) -> int:
    """How many documents there are of which a result shows the first."""
    untyped: Any = result
    return int(untyped.count)


def integers(searcher: tantivy.Searcher, column: str, addresses: Sequence[tantivy.DocAddress]) -> list[int]:
    """The values of a whole-number column that every one of these documents has."""
    return [int(value or 0) for value in searcher.fast_field_values(column, list(addresses))]
