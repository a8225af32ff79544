"""Index templates and documents for Elasticsearch.

A document has two halves. Its own fields stand at the top under the names of our documents, with Elasticsearch's own
analyzers, for Kibana and other clients. Under `search` stand the values that our queries use (`entries.py`): token
streams, split at blanks and nothing else; they are indexed but not kept in `_source`.
"""

from collections.abc import Iterable
from typing import Any

from barometer.search.analysis import ANALYZER_VERSION
from barometer.search.documents import ArticleDocument, ClaimDocument, plain_values
from barometer.search.entries import article_entry, claim_entry

# Raised by one whenever mappings change: an index made with another number is refused.
MAPPING_VERSION = 1

# How soon what was put is found; with it the server never waits for a search before it looks.
REFRESH = "500ms"

FORMAT = {"mapping": MAPPING_VERSION, "analyzer": ANALYZER_VERSION}

Mapping = dict[str, Any]

_KEYWORD: Mapping = {"type": "keyword", "ignore_above": 1_000}
_TERM = {"type": "keyword"}
_KEPT = {"type": "keyword", "index": False, "doc_values": False}
_LONG = {"type": "long"}
_DOUBLE = {"type": "double"}
_DATE = {"type": "date"}
_TOKENS = {"type": "text", "analyzer": "whitespace"}
_READABLE: Mapping = {"type": "text", "analyzer": "cjk", "fields": {"english": {"type": "text", "analyzer": "english"}}}

_COMMON: Mapping = {
    "version": _LONG,
    "title": _READABLE,
    "url": _KEYWORD,
    "source": _KEYWORD,
    "source_name": _KEYWORD,
    "language": _KEYWORD,
    "published": _DATE,
}
_COMMON_SEARCH: Mapping = {
    "version": _LONG,
    "live": {"type": "boolean"},
    "key": _LONG,
    "title": _TOKENS,
    "source_words": _TOKENS,
    **dict.fromkeys(("source", "language", "place", "place_key", "indicator", "month", "day"), _TERM),
}
_CLAIM_SEARCH: Mapping = {
    **_COMMON_SEARCH,
    "id": _TERM,
    "article_id": _LONG,
    "sentence": _TOKENS,
    "measured": _TOKENS,
    "unit": _TERM,
    "status": _TERM,
    "value": _DOUBLE,
    "value_top": _DOUBLE,
    "period_start": _LONG,
    "period_end": _LONG,
}
# What an article's query may ask of one of its claims.
_OF_CLAIM = ("place_key", "indicator", "measured", "unit", "status", "value", "value_top", "period_start", "period_end")

_ARTICLE: Mapping = {
    **_COMMON,
    "id": _LONG,
    "text": _READABLE,
    "fetched": _DATE,
    "cluster": _LONG,
    "outcome": _KEYWORD,
    "author": _KEYWORD,
    "claim_ids": _KEPT,
}
_ARTICLE_SEARCH: Mapping = {
    **_COMMON_SEARCH,
    "id": _LONG,
    "text": _TOKENS,
    "claims": {"type": "nested", "dynamic": "strict", "properties": {name: _CLAIM_SEARCH[name] for name in _OF_CLAIM}},
}
_CLAIM: Mapping = {
    **_COMMON,
    "id": _KEYWORD,
    "article_id": _LONG,
    "quote": _READABLE,
    "sentence": _READABLE,
    "value": _DOUBLE,
    "value_max": _DOUBLE,
    "indicator": {**_READABLE, "fields": {**_READABLE["fields"], "raw": _KEYWORD}},
    "attributed_to": _KEYWORD,
    "period_start": _DATE,
    "period_end": _DATE,
    **dict.fromkeys(
        ("unit", "kind", "modifier", "indicator_id", "place", "comparison", "direction", "status"), _KEYWORD
    ),
}


def template(kind: type[ArticleDocument | ClaimDocument], pattern: str) -> dict[str, Any]:
    """The index template for one kind of document, for indexes whose name fits the pattern."""
    own, searched = (_ARTICLE, _ARTICLE_SEARCH) if kind is ArticleDocument else (_CLAIM, _CLAIM_SEARCH)
    return {
        "index_patterns": [pattern],
        "priority": 500,
        "version": MAPPING_VERSION,
        "template": {
            "settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": REFRESH},
            "mappings": {
                "dynamic": "strict",
                "_meta": FORMAT,
                "_source": {"excludes": ["search"]},
                "properties": {**own, "search": {"dynamic": "strict", "properties": searched}},
            },
        },
    }


def article_body(
    document: ArticleDocument, claims: Iterable[ClaimDocument], claim_ids: Iterable[str]
) -> dict[str, Any]:
    """An article as Elasticsearch takes it, with the ids of all claims that it ever had."""
    held = list(claims)
    entries = [claim_entry(claim) for claim in held]
    nested = [{name: entry[name] for name in _OF_CLAIM if name in entry} for entry in entries]
    searched = {**article_entry(document, held), "claims": nested}
    return plain_values(document) | {"claim_ids": sorted(claim_ids), "search": searched}


def claim_body(document: ClaimDocument) -> dict[str, Any]:
    """A claim as Elasticsearch takes it."""
    return plain_values(document) | {"search": claim_entry(document)}


def tombstone(version: int, claim_ids: Iterable[str] = ()) -> dict[str, Any]:
    """What stays of a document that was taken out, and of an article the ids of the claims it had."""
    body: dict[str, Any] = {"version": version, "search": {"live": False, "version": version}}
    kept = sorted(claim_ids)
    return body | {"claim_ids": kept} if kept else body
