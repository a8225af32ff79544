"""What every search engine of ours offers: the same methods, the same answers."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Generic, Literal, NamedTuple, Protocol, TypeVar

from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.tree import Node

Sort = Literal["relevance", "date"]
Facet = Literal["source", "language", "place", "indicator", "month", "day"]
D_co = TypeVar("D_co", ArticleDocument, ClaimDocument, covariant=True)

# The most hits that one call gives; more is read page by page through `Hits.next`.
PAGE_LIMIT = 1_000


class Counts(NamedTuple):
    """How many articles and claims an index holds."""

    articles: int
    claims: int


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of one field of a hit. `marks` are the spans within `text` that the query asked for."""

    field: str
    text: str
    marks: tuple[tuple[int, int], ...]
    start: int = 0  # where the piece begins in the whole field, in code points


@dataclass(frozen=True, slots=True)
class Why:
    """One reason why a hit was found: what was typed, the field it stands in, and how often."""

    text: str
    field: str
    count: int


@dataclass(frozen=True, slots=True)
class Hit(Generic[D_co]):
    """One article or claim that the query found. `why` says which words it was found by."""

    id: int | str
    score: float
    document: D_co
    highlights: tuple[Fragment, ...] = ()
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True)
class Hits(Generic[D_co]):
    """One page of what a query found. `total` is exact; `next` asks for the page behind this one, None at the end.

    `added` tells, where both languages were asked for, what each typed word was taken to mean too.
    """

    total: int
    items: tuple[Hit[D_co], ...]
    next: str | None = None
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    added: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """An article that an engine could not take, alone among its neighbours, and why."""

    article_id: int
    problem: str


class Writes(Protocol):
    """What can be written to an index, and to a new one being built beside it."""

    def put(self, articles: Sequence[ArticleDocument], claims: Sequence[ClaimDocument]) -> tuple[Refusal, ...]:
        """Add or replace these articles with all of their claims: claims that are not given any more are taken out.

        Gives the articles that could not be taken, whole or in part: to be kept, looked at and tried again by whoever
        called; all others are in. An article older than what the index was given before is ignored, so order and
        repetition do no harm. Raises ValueError for a claim whose article is not among the articles, IndexBusy when
        nothing can be written now.
        """

    def remove(self, article_ids: Iterable[int], *, versions: Mapping[int, int] | None = None) -> None:
        """Take out these articles and their claims. Only id and version stay, so that an older state cannot return."""


class Versions(NamedTuple):
    """The version of every article and every claim, by id."""

    articles: Mapping[int, int]
    claims: Mapping[str, int]

    def digest(self) -> str:
        """A fingerprint: two of them are equal when it is."""
        return digest(self.articles.items(), self.claims.items())


class Counted(Protocol):
    """What can be compared with the record."""

    def count(self) -> Counts:
        """How many articles and claims are there."""

    def versions(self) -> Versions:
        """Which articles and claims are there, and in which version."""

    def digest(self) -> str:
        """What `digest` makes of the ids and versions of all that is there."""


class Building(Writes, Counted, Protocol):
    """A new index beside the one that answers."""


class Index(Writes, Counted, Protocol):
    """A search engine. Queries are text (parsed as query.py says) or a tree; SearchError tells what is wrong in one."""

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
        """Articles that match, published from `after` on and before `before`; a query without words sorts by date.

        A page holds at most 1,000; `cursor` is the `next` of the page before. Facets count all hits, by Shanghai day
        and month. Without `highlights` a page comes faster and says neither marks nor why. `both_languages` finds
        words of `terms.yaml` in the other language too, and says so in `Hits.added`.
        """

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
        """Claims that match; bounds are inclusive; `period` is written as in the query language."""

    def every_article(self, query: str | Node, *, both_languages: bool = False) -> Iterator[ArticleDocument]:
        """All articles that a query finds, newest first, as of the moment when the first is asked for."""

    def every_claim(self, query: str | Node, *, both_languages: bool = False) -> Iterator[ClaimDocument]:
        """All claims that a query finds, newest first, as of the moment when the first is asked for."""

    def frequencies(self, tokens: Sequence[str]) -> dict[str, int]:
        """How many articles have each of these tokens in their text; an engine may count some that were replaced."""

    def clear(self) -> None:
        """Take everything out, as a rebuild from nothing would."""

    def rebuild(self) -> AbstractContextManager[Building]:
        """A new index beside this one, which goes on answering; when the block ends well the new one takes its place.

        What is put or removed meanwhile reaches both.
        """


def digest(articles: Iterable[tuple[int, int]], claims: Iterable[tuple[str, int]]) -> str:
    """A fingerprint of (id, version) pairs: two sets of them are equal when it is, in whatever order they come."""
    digested = hashlib.sha256()
    for pair in sorted(articles):
        digested.update(f"a {pair[0]} {pair[1]}\n".encode())
    for name, version in sorted(claims):
        digested.update(f"c {name} {version}\n".encode())
    return digested.hexdigest()


def ordered_counts(facet: str, pairs: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """The values of a facet in the order to show: times in their order, all else by count and then by name."""
    in_time = facet in {"month", "day"}
    return tuple(sorted(pairs, key=lambda pair: pair if in_time else (-pair[1], pair[0])))


def group_by_article(
    articles: Iterable[ArticleDocument], claims: Iterable[ClaimDocument]
) -> dict[int, list[ClaimDocument]]:
    """The claims of each article. Raises ValueError for a claim whose article is not given."""
    grouped: dict[int, list[ClaimDocument]] = {article.id: [] for article in articles}
    for claim in claims:
        if claim.article_id not in grouped:
            raise ValueError(f"claim {claim.id} is of article {claim.article_id}, which is not given with it")
        grouped[claim.article_id].append(claim)
    return grouped
