"""Which part of a long list of hits is asked for, and the text that asks for the next part."""

from dataclasses import dataclass
from typing import Self

from barometer.errors import SearchError
from barometer.search.index import PAGE_LIMIT, Sort

# Relevance has no place to continue from but a count, so that far down every page costs all before it.
DEEPEST_BY_RELEVANCE = 10_000
_LARGEST_KEY = 1 << 63  # what an engine keeps of a whole number


@dataclass(frozen=True, slots=True)
class Window:
    """A page of hits: by date it begins behind one hit (its key and id), by relevance behind a number of hits."""

    by_date: bool
    limit: int
    skip: int = 0
    key: int | None = None
    id: str = ""

    @classmethod
    def of(cls, sort: Sort, limit: int, offset: int, cursor: str | None, *, has_words: bool) -> Self:
        """The window of a search call. Raises SearchError where the numbers or the cursor make no sense."""
        if not 0 <= limit <= PAGE_LIMIT:
            raise SearchError(f"limit {limit} is not between 0 and {PAGE_LIMIT:,}; read more page by page")
        if offset < 0:
            raise SearchError(f"offset {offset} is before the first hit")
        by_date = sort == "date" or not has_words
        skip, key, name = (offset, None, "") if cursor is None else _read_cursor(cursor)
        if (by_date and cursor is not None and key is None) or (not by_date and key is not None):
            raise SearchError("this place is in a list in another order: start again without a cursor")
        window = cls(by_date, limit, skip, key, name)
        if not by_date and window.skip + limit > DEEPEST_BY_RELEVANCE:
            raise SearchError(f"by relevance {DEEPEST_BY_RELEVANCE:,} hits can be read; sort by date to read them all")
        return window

    def article_id(self) -> int:
        """The id of the hit to begin behind, where hits are articles. Raises SearchError for what is no such id."""
        try:
            return int(self.id)
        except ValueError:
            raise _no_place(self.id) from None

    def behind(self, key: int, name: int | str) -> str:
        """The cursor that continues behind a page of this window whose last hit is this one."""
        return f"d{key}:{name}" if self.by_date else f"r{self.skip + self.limit}"


def _read_cursor(cursor: str) -> tuple[int, int | None, str]:
    """How many hits to skip, or the key and id of the hit behind which to begin."""
    try:
        if cursor[:1] == "r" and int(cursor[1:]) >= 0:
            return int(cursor[1:]), None, ""
        key, _, name = cursor[1:].partition(":")
        if cursor[:1] == "d" and name and abs(int(key)) < _LARGEST_KEY:
            return 0, int(key), name
    except ValueError:
        pass
    raise _no_place(cursor)


def _no_place(cursor: str) -> SearchError:
    return SearchError(f'"{cursor[:40]}" is no place in a list of hits: start again without a cursor')
