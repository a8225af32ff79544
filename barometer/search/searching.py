"""What every engine does alike when it searches: filters join the query, so does the other language; hits are shown."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Generic, TypeVar

from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.filters import article_query, claim_query, widened
from barometer.search.index import Facet, Hit, Hits, Sort
from barometer.search.shown import article_hit, claim_hit
from barometer.search.tree import Node, Phrase, for_articles, phrases
from barometer.search.windows import Window

D = TypeVar("D", ArticleDocument, ClaimDocument)


@dataclass(frozen=True, slots=True)
class Found(Generic[D]):
    """One page as an engine finds it: how many there are in all, each hit with its score, the next page, the facets."""

    total: int
    hits: Sequence[tuple[float, D]]
    next: str | None
    facets: Mapping[str, tuple[tuple[str, int], ...]]


class Searching(ABC):
    """The reading half of `index.Index`, but for `_find` and `_walk`, which each engine has its own way of doing."""

    @abstractmethod
    def _find(self, kind: type[D], node: Node, window: Window, facets: Sequence[Facet]) -> Found[D]:
        """Give the page of `window` of the articles or claims that match."""

    @abstractmethod
    def _walk(self, kind: type[D], node: Node) -> Iterator[D]:
        """Give all articles or claims that match, newest first, as of one moment."""

    def search_articles(
        self,
        query: str | Node,
        *,
        source: str | None = None,
        language: str | None = None,
        after: datetime | None = None,
        before: datetime | None = None,
        sort: Sort = "relevance",
        limit: int = 20,
        offset: int = 0,
        cursor: str | None = None,
        facets: Sequence[Facet] = (),
        highlights: bool = True,
        both_languages: bool = False,
    ) -> Hits[ArticleDocument]:
        """See `index.Index.search_articles`."""
        asked = article_query(query, source=source, language=language, after=after, before=before)
        node, added = widened(asked, both_languages=both_languages)
        words = phrases(node)
        window = Window.of(sort, limit, offset, cursor, has_words=bool(words))
        found = self._find(ArticleDocument, for_articles(node), window, facets)
        return _page(found, article_hit, words if highlights else (), added)

    def search_claims(
        self,
        query: str | Node = "",
        *,
        indicator: str | None = None,
        place: str | None = None,
        period: str | None = None,
        source: str | None = None,
        language: str | None = None,
        minimum: Decimal | None = None,
        maximum: Decimal | None = None,
        unit: str | None = None,
        status: str | None = None,
        after: datetime | None = None,
        before: datetime | None = None,
        sort: Sort = "relevance",
        limit: int = 20,
        offset: int = 0,
        cursor: str | None = None,
        facets: Sequence[Facet] = (),
        highlights: bool = True,
        both_languages: bool = False,
    ) -> Hits[ClaimDocument]:
        """See `index.Index.search_claims`."""
        asked = claim_query(
            query,
            indicator=indicator,
            place=place,
            period=period,
            minimum=minimum,
            maximum=maximum,
            unit=unit,
            status=status,
            source=source,
            language=language,
            after=after,
            before=before,
        )
        node, added = widened(asked, both_languages=both_languages)
        words = phrases(node)
        window = Window.of(sort, limit, offset, cursor, has_words=bool(words))
        found = self._find(ClaimDocument, node, window, facets)
        return _page(found, claim_hit, words if highlights else (), added)

    def every_article(self, query: str | Node, *, both_languages: bool = False) -> Iterator[ArticleDocument]:
        """See `index.Index.every_article`."""
        node, _ = widened(article_query(query), both_languages=both_languages)
        yield from self._walk(ArticleDocument, for_articles(node))

    def every_claim(self, query: str | Node, *, both_languages: bool = False) -> Iterator[ClaimDocument]:
        """See `index.Index.every_claim`."""
        node, _ = widened(claim_query(query), both_languages=both_languages)
        yield from self._walk(ClaimDocument, node)


def _page(
    found: Found[D],
    hit: Callable[[Sequence[Phrase], float, D], Hit[D]],
    shown: Sequence[Phrase],
    added: tuple[tuple[str, tuple[str, ...]], ...],
) -> Hits[D]:
    items = tuple(hit(shown, score, document) for score, document in found.hits)
    return Hits(found.total, items, found.next, found.facets, added)
