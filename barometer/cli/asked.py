"""What commands that ask the index were asked: words and filters as one query, of names that there are."""

from collections.abc import Callable, Mapping
from typing import Any

from barometer.archive.accounts import source_ids
from barometer.claims import load_lexicon
from barometer.cli.workplace import Workplace
from barometer.errors import SearchError, UsageError
from barometer.search.filters import article_query, claim_query
from barometer.search.known import Known
from barometer.search.query import parse
from barometer.search.tree import Node
from barometer.sources import read_sources


def known_names(workplace: Workplace) -> Known:
    """Give the names that filters may ask for: sources whose file is gone have articles in the record yet."""
    sources = read_sources(*workplace.settings.source_folders).sources
    return Known(load_lexicon(workplace.settings.indicators), {*sources, *source_ids(workplace.record)})


def asked_articles(workplace: Workplace, words: str, filters: Mapping[str, Any]) -> Node:
    """Give query and filters as one tree over articles. Raises UsageError for a filter that can find nothing."""
    return _asked(article_query, workplace, words, filters)


def asked_claims(workplace: Workplace, words: str, filters: Mapping[str, Any]) -> Node:
    """Give query and filters as one tree over claims. Raises UsageError for a filter that can find nothing."""
    return _asked(claim_query, workplace, words, filters)


def _asked(make: Callable[..., Node], workplace: Workplace, words: str, filters: Mapping[str, Any]) -> Node:
    query = parse(words)
    try:
        known_names(workplace).refuse(filters)
        return make(query, **filters)
    except SearchError as error:
        raise UsageError(str(error)) from None
