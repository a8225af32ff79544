"""A table on its way out, whatever its rows are read from and whatever format it takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """Names of columns, and rows that are read from the record as they are asked for.

    `kinds` are the Python types of the values, None apart; a column that is not named there holds text. `ids` are the
    columns whose numbers are names, of too many digits for a spreadsheet to count with.
    """

    columns: tuple[str, ...]
    rows: Iterator[Mapping[str, Any]]
    kinds: Mapping[str, type] = field(default_factory=dict)
    ids: frozenset[str] = frozenset()
