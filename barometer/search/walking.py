"""Walk through all hits of a query, however many, for exports: page after page in the order of dates."""

from collections.abc import Iterator

from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.index import PAGE_LIMIT, Index
from barometer.search.tree import Node


def every_article(index: Index, query: str | Node, *, both_languages: bool = False) -> Iterator[ArticleDocument]:
    """All articles that a query finds, newest first. Each once, even where the index changes meanwhile."""
    cursor = None
    while True:
        hits = index.search_articles(
            query, sort="date", limit=PAGE_LIMIT, cursor=cursor, highlights=False, both_languages=both_languages
        )
        yield from (hit.document for hit in hits.items)
        cursor = hits.next
        if cursor is None:
            return


def every_claim(index: Index, query: str | Node, *, both_languages: bool = False) -> Iterator[ClaimDocument]:
    """All claims that a query finds, newest first. Each once, even where the index changes meanwhile."""
    cursor = None
    while True:
        hits = index.search_claims(
            query, sort="date", limit=PAGE_LIMIT, cursor=cursor, highlights=False, both_languages=both_languages
        )
        yield from (hit.document for hit in hits.items)
        cursor = hits.next
        if cursor is None:
            return
