"""Asking the index, for pages and API alike: one page of hits, or all of them for an export."""

import operator
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from barometer.archive.record import Record
from barometer.errors import RecordError, SearchError
from barometer.ingest.documents import documents_of
from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.index import Facet, Hit, Hits, Index, Sort
from barometer.search.shown import claim_hit
from barometer.search.similar import similar_articles
from barometer.search.tree import phrases
from barometer.website.asking import COLUMNS, Asked, ClaimsAsked

MOST_SORTED = 10_000
ARTICLE_FACETS: tuple[Facet, ...] = ("source", "language", "place", "indicator", "day")
CLAIM_FACETS: tuple[Facet, ...] = ("source", "language", "place", "indicator", "day")


class TooMany(SearchError):
    """More claims than can be sorted by a column; `total` says how many there are."""

    def __init__(self, total: int) -> None:
        super().__init__(
            f"there are {total:,} claims; {MOST_SORTED:,} are the most that can be sorted by a column: "
            "narrow them with a filter, or sort by date"
        )
        self.total = total


def find_articles(index: Index, asked: Asked, facets: Sequence[Facet] = ARTICLE_FACETS) -> Hits[ArticleDocument]:
    """Give one page of articles. Raises SearchError for a wrong place in the list, RecordError without an index."""
    _require_index(index)
    return index.search_articles(
        asked.node(),
        sort=_engine_sort(asked.sort),
        limit=asked.limit,
        cursor=asked.cursor or None,
        facets=facets,
    )


def find_claims(index: Index, asked: ClaimsAsked, facets: Sequence[Facet] = CLAIM_FACETS) -> Hits[ClaimDocument]:
    """Give one page of claims, in the order of a column where that is asked for.

    Raises SearchError for a wrong place in the list, TooMany for more than a column can sort, RecordError without an
    index.
    """
    _require_index(index)
    if asked.sort in COLUMNS:
        return _by_column(index, asked, facets)
    return index.search_claims(
        asked.node(),
        sort=_engine_sort(asked.sort),
        limit=asked.limit,
        cursor=asked.cursor or None,
        facets=facets,
    )


def like_article(record: Record, index: Index, article_id: int) -> tuple[Hit[ArticleDocument], ...]:
    """Give the articles most like one of the record."""
    found = documents_of(record, [article_id]).articles
    return similar_articles(index, found[0]) if found else ()


def article_ids(index: Index, asked: Asked) -> Iterator[int]:
    """Give the ids of all articles that are asked for, newest first."""
    _require_index(index)
    return (article.id for article in index.every_article(asked.node()))


def claim_ids(index: Index, asked: ClaimsAsked) -> Iterator[str]:
    """Give the ids of all claims that are asked for, newest first."""
    _require_index(index)
    return (claim.id for claim in index.every_claim(asked.node()))


def _require_index(index: Index) -> None:
    """Tell an index that is not there apart from a question that is wrong."""
    try:
        index.count()
    except SearchError as error:
        raise RecordError(str(error)) from None


def _engine_sort(sort: str) -> Sort:
    return "date" if sort == "date" else "relevance"


def _by_column(index: Index, asked: ClaimsAsked, facets: Sequence[Facet]) -> Hits[ClaimDocument]:
    """Sort all that is found here, for no engine sorts by these columns; what has no value comes last either way."""
    counted = index.search_claims(asked.node(), limit=0, facets=facets)
    if counted.total > MOST_SORTED:
        raise TooMany(counted.total)
    skip = _skipped(asked.cursor)
    key = _KEYS[asked.sort]
    found: list[tuple[Any, ClaimDocument]] = [(key(claim), claim) for claim in index.every_claim(asked.node())]
    with_value = [pair for pair in found if pair[0] is not None]
    ordered = sorted(with_value, key=operator.itemgetter(0), reverse=descending(asked))
    claims = [claim for _, claim in ordered] + [claim for value, claim in found if value is None]
    page = claims[skip : skip + asked.limit]
    wanted = phrases(asked.node())
    shown = tuple(claim_hit(wanted, 0.0, claim) for claim in page)
    behind = skip + asked.limit
    return replace(counted, items=shown, next=f"s{behind}" if behind < len(claims) else None)


def descending(asked: ClaimsAsked) -> bool:
    """Whether the greatest comes first; numbers and times begin with it unless asked otherwise."""
    return asked.order == "down" or (not asked.order and asked.sort in {"value", "period", "published"})


def _skipped(cursor: str) -> int:
    if not cursor:
        return 0
    number = cursor[1:]
    if cursor[0] != "s" or not number.isascii() or not number.isdigit() or len(number) > 9:
        raise SearchError("this place is in a list in another order: start again without a cursor")
    return int(number)


def _period(claim: ClaimDocument) -> tuple[date, date] | None:
    if claim.period_start is None and claim.period_end is None:
        return None
    return claim.period_end or date.max, claim.period_start or date.min


_KEYS: dict[str, Callable[[ClaimDocument], Any]] = {
    "value": operator.attrgetter("value"),
    "unit": lambda claim: (claim.unit, claim.value),
    "indicator": lambda claim: claim.indicator,
    "place": operator.attrgetter("place"),
    "period": _period,
    "status": operator.attrgetter("status"),
    "source": operator.attrgetter("source"),
    "published": operator.attrgetter("published"),
}
