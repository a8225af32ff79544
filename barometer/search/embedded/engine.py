"""The `Index` protocol on tantivy: queries read without a lock, writes take one lock for one short batch."""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from tantivy import Query

from barometer.search import index as protocol
from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.embedded import folder, schema
from barometer.search.embedded.columns import count, integers
from barometer.search.embedded.generation import Generation, Searchers
from barometer.search.embedded.reading import (
    all_hits,
    article_compiler,
    article_table,
    claim_compiler,
    claim_table,
    count_by,
    document_at,
    read_page,
)
from barometer.search.filters import article_query, claim_query
from barometer.search.index import Counts, Facet, Hits, Sort, group_by_article
from barometer.search.shown import article_hit, claim_hit
from barometer.search.tree import Node, for_articles, phrases
from barometer.search.windows import Window

BATCH = 500
WAIT = 5.0


class EmbeddedIndex:
    """The index in one folder. Cheap to make: nothing is opened before it is needed. Safe to use from many threads."""

    def __init__(self, path: Path, *, wait: float = WAIT) -> None:
        self._folder = path
        self._wait = wait
        self._opened: Generation | None = None
        self._opening = threading.Lock()

    def put(self, articles: Sequence[ArticleDocument], claims: Sequence[ClaimDocument]) -> None:
        """See `index.Writes.put`. Durable when it returns. Raises IndexBusy when others write for longer than 5 s."""
        grouped = group_by_article(articles, claims)
        for first in range(0, len(articles), BATCH):
            with self._writing() as generations:
                for generation in generations:
                    generation.put(articles[first : first + BATCH], grouped)

    def remove(self, article_ids: Iterable[int], *, versions: Mapping[int, int] | None = None) -> None:
        """See `index.Writes.remove`. Without `versions`, the version that is here counts as the removed one."""
        wanted = list(article_ids)
        if not wanted:
            return
        with self._writing() as generations:
            known = generations[0].versions(wanted)
            gone = {each: max(known.get(each, 0), (versions or {}).get(each, 0)) for each in wanted}
            for generation in generations:
                generation.remove(gone)

    def clear(self) -> None:
        """See `index.Index.clear`."""
        with self._locked():
            folder.make_current(self._folder, folder.new_generation(self._folder))

    @contextmanager
    def rebuild(self) -> Iterator[protocol.Writes]:
        """See `index.Index.rebuild`. Raises IndexBusy while another process rebuilds."""
        with folder.locked(self._folder / "rebuild.lock", 0):
            with self._locked():
                path = folder.new_generation(self._folder)
                (self._folder / "building").write_text(path.name, encoding="utf-8")
            growing = _Growing(self._folder, path, self._wait)
            yield growing
            with self._locked():
                (self._folder / "building").unlink()
                folder.make_current(self._folder, path)

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
    ) -> Hits[ArticleDocument]:
        """See `index.Index.search_articles`."""
        node = article_query(query, source=source, language=language, after=after, before=before)
        searchers = self._searchers()
        table = article_table(searchers)
        compiled = article_compiler(searchers).compile(for_articles(node))
        window = Window.of(sort, limit, offset, cursor, has_words=bool(phrases(node)))
        page = read_page(table, compiled, window)
        shown = phrases(node) if highlights else ()
        items = [article_hit(shown, hit.score, document_at(table, hit, ArticleDocument)) for hit in page.hits]
        return Hits(page.total, tuple(items), page.next, count_by(table, compiled, facets))

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
    ) -> Hits[ClaimDocument]:
        """See `index.Index.search_claims`."""
        node = claim_query(
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
        searchers = self._searchers()
        table = claim_table(searchers)
        compiled = claim_compiler(searchers).compile(node)
        window = Window.of(sort, limit, offset, cursor, has_words=bool(phrases(node)))
        page = read_page(table, compiled, window)
        shown = phrases(node) if highlights else ()
        items = [claim_hit(shown, hit.score, document_at(table, hit, ClaimDocument)) for hit in page.hits]
        return Hits(page.total, tuple(items), page.next, count_by(table, compiled, facets))

    def count(self) -> Counts:
        """See `index.Index.count`."""
        searchers = self._searchers()
        live = Query.term_query(schema.article_schema(), "live", True)
        return Counts(count(searchers.articles, live), searchers.claims.num_docs)

    def digest(self) -> str:
        """See `index.Index.digest`."""
        searchers = self._searchers()
        live = Query.term_query(schema.article_schema(), "live", True)
        articles = [address for _, address in all_hits(searchers.articles, live, None)]
        ids, versions = (integers(searchers.articles, name, articles) for name in ("id", "version"))
        claims = all_hits(searchers.claims, Query.all_query(), "id")
        claim_versions = integers(searchers.claims, "version", [address for _, address in claims])
        names = [name for name, _ in claims]
        return protocol.digest(zip(ids, versions, strict=True), zip(names, claim_versions, strict=True))

    def _searchers(self) -> Searchers:
        """What is committed now; a generation that was replaced while it was being opened is left for its successor."""
        for last_try in (False, False, True):
            path = folder.current_generation(self._folder)
            try:
                with self._opening:
                    if self._opened is None or self._opened.path != path:
                        self._opened = Generation(path)
                    opened = self._opened
                return opened.searchers()
            except (ValueError, OSError):
                if last_try:
                    raise
        raise AssertionError("the last try raises")

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with folder.locked(self._folder / "writer.lock", self._wait):
            yield

    @contextmanager
    def _writing(self) -> Iterator[list[Generation]]:
        """The generations that a write goes to: the current one, and the one being built if there is one."""
        with self._locked():
            if not (self._folder / "current").exists():
                folder.make_current(self._folder, folder.new_generation(self._folder))
            paths = [folder.current_generation(self._folder)]
            building = self._folder / "building"
            if building.exists() and folder.is_locked(self._folder / "rebuild.lock"):
                paths.append(self._folder / building.read_text(encoding="utf-8"))
            yield [Generation(path) for path in paths]


class _Growing:
    """The generation being built, as something to write to."""

    def __init__(self, path: Path, generation: Path, wait: float) -> None:
        self._folder = path
        self._generation = generation
        self._wait = wait

    def put(self, articles: Sequence[ArticleDocument], claims: Sequence[ClaimDocument]) -> None:
        """See `index.Writes.put`."""
        grouped = group_by_article(articles, claims)
        for first in range(0, len(articles), BATCH):
            with folder.locked(self._folder / "writer.lock", self._wait):
                Generation(self._generation).put(articles[first : first + BATCH], grouped)

    def remove(self, article_ids: Iterable[int], *, versions: Mapping[int, int] | None = None) -> None:
        """See `index.Writes.remove`."""
        with folder.locked(self._folder / "writer.lock", self._wait):
            growing = Generation(self._generation)
            wanted = list(article_ids)
            known = growing.versions(wanted)
            growing.remove({each: max(known.get(each, 0), (versions or {}).get(each, 0)) for each in wanted})
