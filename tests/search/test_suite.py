"""The suite: what every query finds, in which order, counted and marked how, on each engine alike."""

from collections import Counter
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.index import Index

FETCHED = datetime(2025, 10, 1, tzinfo=UTC)
SUITE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("suite.yaml").read_text(encoding="utf-8"))
LETTERS = list(SUITE["articles"])


def _article(letter: str) -> ArticleDocument:
    values = dict(SUITE["articles"][letter])
    published = values.pop("published")
    return ArticleDocument(
        id=LETTERS.index(letter) + 1,
        version=1,
        url=f"https://news.example/{letter}",
        published=published and datetime.fromisoformat(published),
        fetched=FETCHED,
        **values,
    )


def _claim(name: str) -> ClaimDocument:
    values = dict(SUITE["claims"][name])
    article = _article(name[0])
    start, end = values.pop("period", (None, None))
    numbers = {key: Decimal(values.pop(key)) for key in ("value", "value_max") if key in values}
    return ClaimDocument(
        id=name,
        version=1,
        article_id=article.id,
        period_start=start,
        period_end=end,
        title=article.title,
        url=article.url,
        source=article.source,
        source_name=article.source_name,
        language=article.language,
        published=article.published,
        **numbers,
        **values,
    )


@pytest.fixture
def newsroom(index: Index) -> Index:
    """The suite's articles, put in two batches, some of them twice."""
    claims = [_claim(name) for name in SUITE["claims"]]
    for letters in (LETTERS[:7], LETTERS[5:]):
        held = {LETTERS.index(letter) + 1 for letter in letters}
        index.put([_article(letter) for letter in letters], [each for each in claims if each.article_id in held])
    return index


def _newest_first(article: ArticleDocument) -> tuple[float, int]:
    published = article.published.timestamp() if article.published else float("-inf")
    return (-published, -article.id)


def test_what_each_query_finds(newsroom: Index) -> None:
    assert len(SUITE["queries"]) >= 150
    for query, letters, names in SUITE["queries"]:
        expected = sorted(map(_article, letters), key=_newest_first)
        articles = newsroom.search_articles(query, sort="date", limit=50)
        assert [hit.document for hit in articles.items] == expected, query
        assert articles.total == len(expected)
        assert {hit.document.id for hit in newsroom.search_articles(query, limit=50).items} == {
            each.id for each in expected
        }, query
        claims = newsroom.search_claims(query, limit=50)
        assert sorted(hit.document.id for hit in claims.items) == sorted(names.split()), query
        assert claims.total == len(names.split())
        assert all(hit.document == _claim(hit.document.id) for hit in claims.items)
        counted = newsroom.search_articles(query, limit=0, facets=("source", "language")).facets
        assert dict(counted["source"]) == Counter(each.source for each in expected), query
        assert dict(counted["language"]) == Counter(each.language for each in expected), query


def test_what_hits_are_counted_by(newsroom: Index) -> None:
    for case in SUITE["facets"]:
        wanted = {name: counts for name, counts in case.items() if name != "query"}
        found = newsroom.search_articles(case["query"], limit=0, facets=tuple(wanted)).facets
        assert {name: list(pairs) for name, pairs in found.items()} == {
            name: [(str(value), count) for value, count in counts.items()] for name, counts in wanted.items()
        }, case["query"]


def test_what_is_marked_and_why(newsroom: Index) -> None:
    for case in SUITE["marks"]:
        (hit,) = (
            hit
            for hit in newsroom.search_articles(case["query"], limit=50).items
            if hit.document.id == LETTERS.index(case["article"]) + 1
        )
        marked: dict[str, list[str]] = {"title": [], "text": []}
        for piece in hit.highlights:
            assert getattr(hit.document, piece.field)[piece.start :].startswith(piece.text)
            marked[piece.field] += [piece.text[start:end] for start, end in piece.marks]
        assert marked == {"title": case["title"], "text": case["text"]}, case
        counts: Counter[str] = Counter()
        for reason in hit.why:
            counts[reason.field] += reason.count
        assert counts == case["why"], case


def test_the_best_comes_first(newsroom: Index) -> None:
    for case in SUITE["relevance"]:
        found = [LETTERS[hit.document.id - 1] for hit in newsroom.search_articles(case["query"], limit=50).items]
        assert found == list(case["order"]), case
