"""Reading Elasticsearch: one request a page; counts and digests over everything."""

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import elasticsearch
from elasticsearch import Elasticsearch

from barometer.errors import IndexBusy
from barometer.search import index as protocol
from barometer.search.elastic.compiler import Query
from barometer.search.elastic.server import told
from barometer.search.index import Counts, Facet, Versions
from barometer.search.windows import Window

T = TypeVar("T")

# Waits before asking again: an answer that needed the index just deleted is had from the next one.
PAUSES = (0.02, 0.1, 0.3)
_FACET_VALUES = 10_000
_SCAN_SIZE = 10_000
_KEPT = "5m"  # how long the server keeps a moment for a reader who is slow
_BY_KEY: tuple[dict[str, Any], ...] = ({"search.key": "desc"}, {"search.id": "asc"})
_LIVE: Query = {"term": {"search.live": True}}


def ask(
    client: Elasticsearch, alias: str, query: Query, window: Window, facets: Sequence[Facet], *, articles: bool
) -> dict[str, Any]:
    """The server's answer for one page of hits."""
    sort = _BY_KEY if window.by_date else ({"_score": "desc"}, *_BY_KEY)
    body: dict[str, Any] = {
        "query": query,
        # One more than wanted tells whether there is a next page.
        "size": window.limit + 1 if window.limit else 0,
        "sort": list(sort),
        "track_total_hits": True,
        "track_scores": not window.by_date,
        "source_excludes": ["claim_ids"],
        "aggs": {name: {"terms": {"field": f"search.{name}", "size": _FACET_VALUES}} for name in facets},
    }
    if window.key is not None:
        body["search_after"] = [window.key, window.article_id() if articles else window.id]
    elif window.skip:
        body["from_"] = window.skip
    return _asked(lambda: dict(client.search(index=alias, **body)))


def _asked(call: Callable[[], T]) -> T:
    """The answer to a question about an alias, asked again when the index behind it was replaced in between."""
    with told():
        for pause in PAUSES:
            try:
                return call()
            except elasticsearch.ApiError as error:
                if error.status_code not in {404, 503}:
                    raise
                time.sleep(pause)
        return call()


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: its score, and what was kept of its document."""

    score: float
    source: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """The hits of a window, how many there are in all, and the cursor behind this page if there is more."""

    hits: tuple[Found, ...]
    total: int
    next: str | None


def page_of(answer: Mapping[str, Any], window: Window) -> Page:
    """The page in an answer."""
    hits = answer["hits"]["hits"]
    shown = hits[: window.limit]
    behind = None
    if shown and len(hits) > window.limit:
        *_, key, name = shown[-1]["sort"]
        behind = window.behind(key, name)
    found = tuple(Found(0.0 if window.by_date else float(hit["_score"]), hit["_source"]) for hit in shown)
    return Page(found, int(answer["hits"]["total"]["value"]), behind)


def counted(answer: Mapping[str, Any], facets: Sequence[Facet]) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """The facets of an answer: times in their order, all else by count and then by name."""
    return {
        name: protocol.ordered_counts(
            name, [(each["key"], each["doc_count"]) for each in answer["aggregations"][name]["buckets"]]
        )
        for name in facets
    }


def counts(client: Elasticsearch, articles: str, claims: str) -> Counts:
    """How many articles and claims are there."""
    return Counts(_amount(client, articles), _amount(client, claims))


def _amount(client: Elasticsearch, alias: str) -> int:
    return _asked(lambda: int(client.count(index=alias, query=_LIVE)["count"]))


def frequencies(client: Elasticsearch, articles: str, tokens: Sequence[str]) -> dict[str, int]:
    """How many articles have each token in their text."""
    if not tokens:
        return {}
    filters = {token: {"term": {"search.text": {"value": token}}} for token in tokens}
    answer = _asked(
        lambda: client.search(index=articles, query=_LIVE, size=0, aggs={"of": {"filters": {"filters": filters}}})
    )
    return {token: int(each["doc_count"]) for token, each in answer["aggregations"]["of"]["buckets"].items()}


def versions(client: Elasticsearch, articles: str, claims: str) -> Versions:
    """Version by id of all articles and claims."""
    of_articles = {int(name): version for name, version in _pairs(client, articles)}
    return Versions(of_articles, dict(_pairs(client, claims)))


def _pairs(client: Elasticsearch, alias: str) -> Iterator[tuple[str, int]]:
    """Id and version of every living document, as of one moment."""
    wanted = {"source": False, "docvalue_fields": [{"field": "search.version"}]}
    for hit in _scanned(client, alias, _LIVE, [{"_shard_doc": "asc"}], _SCAN_SIZE, wanted):
        yield hit["_id"], int(hit["fields"]["search.version"][0])


def walk(client: Elasticsearch, alias: str, query: Query) -> Iterator[dict[str, Any]]:
    """What was kept of every document that a query finds, newest first, as of one moment."""
    for hit in _scanned(client, alias, query, list(_BY_KEY), protocol.PAGE_LIMIT, {"source_excludes": ["claim_ids"]}):
        yield hit["_source"]


def _scanned(
    client: Elasticsearch, alias: str, query: Query, sort: list[dict[str, Any]], size: int, wanted: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """Every hit of a query, read page by page from a point in time, however much is written meanwhile."""
    moment = _asked(lambda: client.open_point_in_time(index=alias, keep_alive=_KEPT)["id"])
    after: list[Any] | None = None
    try:
        while True:
            with told():
                answer = _in_moment(client, moment, query=query, size=size, sort=sort, search_after=after, **wanted)
            # The server may give the moment a new name.
            moment, hits = answer["pit_id"], answer["hits"]["hits"]
            yield from hits
            if len(hits) < size:
                return
            after = hits[-1]["sort"]
    finally:
        # A server that is gone has forgotten it already.
        with contextlib.suppress(elasticsearch.ApiError, elasticsearch.TransportError):
            client.close_point_in_time(id=moment)


def _in_moment(client: Elasticsearch, moment: str, **asked: Any) -> Mapping[str, Any]:
    try:
        return dict(client.search(pit={"id": moment, "keep_alive": _KEPT}, track_total_hits=False, **asked))
    except elasticsearch.NotFoundError:
        raise IndexBusy("Elasticsearch lost the list that was being read (a node went down); start again") from None
