"""Reading tantivy: pages of hits in an order that is the same every time, counts by field, documents.

tantivy breaks ties by where a document happens to lie, which merges change; here the greater key comes first (published
later, else recorded later), then the smaller id.
"""

import functools
import operator
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import tantivy
from tantivy import Query

from barometer.search.analysis import analyze
from barometer.search.documents import ArticleDocument, ClaimDocument, D, from_json
from barometer.search.embedded import schema
from barometer.search.embedded.columns import count, integers, total
from barometer.search.embedded.compiler import ARTICLE_FIELDS, CLAIM_FIELDS, Compiler, both, filtering
from barometer.search.embedded.generation import Searchers
from barometer.search.index import PAGE_LIMIT, Counts, Facet, Versions, ordered_counts
from barometer.search.matching import is_near
from barometer.search.tree import Near, Node
from barometer.search.windows import Window

_FACET_VALUES = 10_000


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: what it is ordered by, and where it lies."""

    score: float
    key: int
    id: int | str
    address: tantivy.DocAddress


@dataclass(frozen=True, slots=True)
class Page:
    """The hits of a window, how many there are in all, and the cursor behind this page if there is more."""

    hits: tuple[Found, ...]
    total: int
    next: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """One of the two indexes with the kind of document in it."""

    searcher: tantivy.Searcher
    fields: tantivy.Schema
    kind: type[ArticleDocument | ClaimDocument]

    def ids(self, addresses: Sequence[tantivy.DocAddress]) -> list[int | str]:
        """The ids of documents."""
        if self.kind is ArticleDocument:
            return list(integers(self.searcher, "id", addresses))
        return [from_json(ClaimDocument, _bytes_at(self.searcher, address)).id for address in addresses]


def read_page(table: Table, query: Query, window: Window) -> Page:
    """The hits of a window in their order."""
    searcher = table.searcher
    if window.limit == 0:
        return Page((), count(searcher, query), None)
    if window.key is None:
        ordered, total = _first(table, query, window.skip + window.limit + 1, by_date=window.by_date)
        ordered = ordered[window.skip :]
    else:
        total = count(searcher, query)
        upto = Query.range_query(table.fields, "key", tantivy.FieldType.Integer, None, window.key)
        name = window.article_id() if table.kind is ArticleDocument else window.id
        # Hits that share the last one's key come again: as many as share it, which are few.
        ordered = _behind(table, both(query, upto), window.limit + 1, (-window.key, name))
    page = tuple(ordered[: window.limit])
    more = len(ordered) > window.limit
    return Page(page, total, window.behind(page[-1].key, page[-1].id) if more else None)


def walk(table: Table, query: Query) -> Iterator[Found]:
    """Every hit of a query by date, as of the moment of its table."""
    window = Window(by_date=True, limit=PAGE_LIMIT)
    while True:
        page = read_page(table, query, window)
        yield from page.hits
        if page.next is None:
            return
        last = page.hits[-1]
        window = Window(by_date=True, limit=PAGE_LIMIT, key=last.key, id=str(last.id))


def _behind(table: Table, query: Query, amount: int, place: tuple[int, Any]) -> list[Found]:
    """The first hits by date behind a place."""
    wanted = amount
    while True:
        ordered, total = _first(table, query, wanted, by_date=True)
        left = [hit for hit in ordered if (-hit.key, hit.id) > place]
        if len(left) >= amount or len(ordered) >= total:
            return left
        wanted = len(ordered) + amount


def _first(table: Table, query: Query, amount: int, *, by_date: bool) -> tuple[list[Found], int]:
    """At least the first `amount` hits, with all that tie with the last of them, in order; and how many there are."""
    searcher = table.searcher
    wanted = amount + 1
    while True:
        result = searcher.search(query, limit=wanted, order_by_field="key" if by_date else None)
        hits = result.hits
        if len(hits) < wanted:
            break
        if hits[amount - 1][0] != hits[-1][0]:
            hits = [hit for hit in hits if hit[0] != hits[-1][0]]
            break
        wanted *= 4
    addresses = [address for _, address in hits]
    keys = integers(searcher, "key", addresses)
    found = [
        Found(0.0 if by_date else float(order), key, name, address)
        for (order, address), key, name in zip(hits, keys, table.ids(addresses), strict=True)
    ]
    return sorted(found, key=lambda hit: (-hit.score, -hit.key, hit.id)), total(result)


def all_hits(
    searcher: tantivy.Searcher, query: Query, order: str | None = None
) -> list[tuple[Any, tantivy.DocAddress]]:
    """Every document that a query finds, with what it is ordered by."""
    return list(searcher.search(query, limit=max(searcher.num_docs, 1), count=False, order_by_field=order).hits)


def document_at(table: Table, hit: Found, kind: type[D]) -> D:
    """The document of a hit."""
    return from_json(kind, _bytes_at(table.searcher, hit.address))


def count_by(table: Table, query: Query, facets: Sequence[Facet]) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """How many hits have each value of a field: times in their order, all else by count and then by name."""
    counted: dict[str, tuple[tuple[str, int], ...]] = {}
    for facet in facets:
        asked = {"by": {"terms": {"field": facet, "size": _FACET_VALUES, "segment_size": _FACET_VALUES}}}
        buckets = table.searcher.aggregate(query, asked)["by"]["buckets"]
        pairs = [(str(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets]
        counted[facet] = ordered_counts(facet, pairs)
    return counted


def counts(searchers: Searchers) -> Counts:
    """How many articles and claims are there."""
    return Counts(count(searchers.articles, _live()), searchers.claims.num_docs)


def versions(searchers: Searchers) -> Versions:
    """Version by id of all articles and claims."""
    articles = [address for _, address in all_hits(searchers.articles, _live())]
    ids, article_versions = (integers(searchers.articles, name, articles) for name in ("id", "version"))
    claims = all_hits(searchers.claims, Query.all_query(), "id")
    claim_versions = integers(searchers.claims, "version", [address for _, address in claims])
    names = [name for name, _ in claims]
    return Versions(dict(zip(ids, article_versions, strict=True)), dict(zip(names, claim_versions, strict=True)))


def _live() -> Query:
    return Query.term_query(schema.article_schema(), "live", True)


def article_table(searchers: Searchers) -> Table:
    """The articles."""
    return Table(searchers.articles, schema.article_schema(), ArticleDocument)


def claim_table(searchers: Searchers) -> Table:
    """The claims."""
    return Table(searchers.claims, schema.claim_schema(), ClaimDocument)


def article_compiler(searchers: Searchers) -> Compiler:
    """The compiler for queries over articles as they are at this moment."""
    table = article_table(searchers)
    claims = claim_compiler(searchers)

    def with_claims(part: Node) -> Query:
        found = all_hits(searchers.claims, claims.compile(part))
        return _with_ids(table, set(integers(searchers.claims, "article_id", [address for _, address in found])))

    return Compiler(table.fields, ARTICLE_FIELDS, functools.partial(_verified, table), with_claims)


def claim_compiler(searchers: Searchers) -> Compiler:
    """The compiler for queries over claims as they are at this moment."""
    table = claim_table(searchers)
    return Compiler(table.fields, CLAIM_FIELDS, functools.partial(_verified, table), lambda _: Query.empty_query())


def _verified(table: Table, query: Query, near: Near, field: str) -> Query:
    """Of the documents of a query, those in whose field the phrases are near, by their stored text."""
    documents = [from_json(table.kind, _bytes_at(table.searcher, at)) for _, at in all_hits(table.searcher, query)]
    text = operator.attrgetter("indicator" if field == "measured" else field)
    fitting = {document.id for document in documents if is_near(near, analyze(text(document) or ""))}
    return both(query, filtering(_with_ids(table, fitting)))


def _with_ids(table: Table, ids: Collection[int | str]) -> Query:
    return Query.term_set_query(table.fields, "id", sorted(ids)) if ids else Query.empty_query()


def _bytes_at(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> bytes:
    content: Any = searcher.doc(address).get_first("document")
    return bytes(content)
