"""Reading Elasticsearch: one request a page; counts and digests over everything."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import elasticsearch
from elasticsearch import Elasticsearch

from barometer.search import index as protocol
from barometer.search.elastic.compiler import Query
from barometer.search.elastic.server import told
from barometer.search.index import Counts, Facet
from barometer.search.windows import Window

T = TypeVar("T")

# Waits before asking again: an answer that needed the index just deleted is had from the next one.
PAUSES = (0.02, 0.1, 0.3)
_FACET_VALUES = 10_000
_SCAN_SIZE = 10_000
_LIVE: Query = {"term": {"search.live": True}}


def ask(
    client: Elasticsearch, alias: str, query: Query, window: Window, facets: Sequence[Facet], *, articles: bool
) -> dict[str, Any]:
    """The server's answer for one page of hits."""
    by_key: list[dict[str, Any]] = [{"search.key": "desc"}, {"search.id": "asc"}]
    sort = by_key if window.by_date else [{"_score": "desc"}, *by_key]
    body: dict[str, Any] = {
        "query": query,
        # One more than wanted tells whether there is a next page.
        "size": window.limit + 1 if window.limit else 0,
        "sort": sort,
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


def fingerprint(client: Elasticsearch, articles: str, claims: str) -> str:
    """The digest of all articles and claims."""
    found = [[(id_, version) for id_, version in _pairs(client, alias)] for alias in (articles, claims)]
    return protocol.digest(((int(name), version) for name, version in found[0]), found[1])


def _pairs(client: Elasticsearch, alias: str) -> Iterator[tuple[str, int]]:
    """Id and version of every living document, as of one moment."""
    with told():
        moment = client.open_point_in_time(index=alias, keep_alive="2m")["id"]
        after: list[Any] | None = None
        try:
            while True:
                answer = client.search(
                    pit={"id": moment, "keep_alive": "2m"},
                    query=_LIVE,
                    size=_SCAN_SIZE,
                    sort=[{"_shard_doc": "asc"}],
                    search_after=after,
                    source=False,
                    docvalue_fields=[{"field": "search.version"}],
                    track_total_hits=False,
                )
                hits = answer["hits"]["hits"]
                for hit in hits:
                    yield hit["_id"], int(hit["fields"]["search.version"][0])
                if len(hits) < _SCAN_SIZE:
                    return
                after = hits[-1]["sort"]
        finally:
            client.close_point_in_time(id=moment)
