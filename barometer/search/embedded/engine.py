"""The `Index` protocol on tantivy: queries read without a lock, writes take one lock for one short batch."""

import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tantivy import Query

from barometer.errors import SearchError
from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.embedded import folder
from barometer.search.embedded.generation import Generation, Searchers, Writer, create
from barometer.search.embedded.journal import Entry, note, taken
from barometer.search.embedded.reading import (
    Table,
    article_compiler,
    article_table,
    claim_compiler,
    claim_table,
    count_by,
    counts,
    document_at,
    read_page,
    versions,
    walk,
)
from barometer.search.index import Building, Counts, Facet, Refusal, Versions, group_by_article
from barometer.search.searching import D, Found, Searching
from barometer.search.tree import Node
from barometer.search.windows import Window

BATCH = 500
WAIT = 5.0


class EmbeddedIndex(Searching):
    """The index in one folder. Cheap to make: nothing is opened before it is needed. Safe to use from many threads."""

    def __init__(self, path: Path, *, wait: float = WAIT) -> None:
        self._folder = path
        self._wait = wait
        self._opened: Generation | None = None
        self._opening = threading.Lock()

    def put(self, articles: Sequence[ArticleDocument], claims: Sequence[ClaimDocument]) -> tuple[Refusal, ...]:
        """See `index.Writes.put`. Durable when it returns. Raises IndexBusy when others write for longer than 5 s."""
        grouped = group_by_article(articles, claims)
        refused: list[Refusal] = []
        for first in range(0, len(articles), BATCH):
            batch = articles[first : first + BATCH]
            of_batch = {article.id: grouped[article.id] for article in batch}
            with self._locked(), self._current().writing() as writer:
                refused += writer.put(batch, of_batch)
                self._tell_builder(Entry(batch, [claim for held in of_batch.values() for claim in held]))
        return tuple(refused)

    def remove(self, article_ids: Iterable[int], *, versions: Mapping[int, int] | None = None) -> None:
        """See `index.Writes.remove`. Without `versions`, the version that is here counts as the removed one."""
        wanted = list(article_ids)
        if not wanted:
            return
        with self._locked():
            generation = self._current()
            gone = dict.fromkeys(wanted, 0) | generation.versions(wanted)
            gone = {each: max(version, (versions or {}).get(each, 0)) for each, version in gone.items()}
            with generation.writing() as writer:
                writer.remove(gone)
            self._tell_builder(Entry(removed=gone))

    def clear(self) -> None:
        """See `index.Index.clear`."""
        with self._locked():
            folder.make_current(self._folder, self._new())

    @contextmanager
    def rebuild(self) -> Iterator[Building]:
        """See `index.Index.rebuild`. Raises IndexBusy while another process rebuilds."""
        # A writer looks at this lock for a moment: that is no rebuild.
        with folder.locked(self._folder / "rebuild.lock", 0.5):
            with self._locked():
                path = self._new()
                (self._folder / "building").write_text(path.name, encoding="utf-8")
            growing = Generation(path)
            with growing.writing() as writer:
                yield _Growing(writer)
                _catch_up(path, writer)
            with self._locked():
                with growing.writing() as writer:
                    _catch_up(path, writer)
                (self._folder / "building").unlink()
                folder.make_current(self._folder, path)

    def _find(self, kind: type[D], node: Node, window: Window, facets: Sequence[Facet]) -> Found[D]:
        table, compiled = self._asked(kind, node)
        page = read_page(table, compiled, window)
        hits = [(hit.score, document_at(table, hit, kind)) for hit in page.hits]
        return Found(page.total, hits, page.next, count_by(table, compiled, facets))

    def _walk(self, kind: type[D], node: Node) -> Iterator[D]:
        table, compiled = self._asked(kind, node)
        for hit in walk(table, compiled):
            yield document_at(table, hit, kind)

    def _asked(self, kind: type[D], node: Node) -> tuple[Table, Query]:
        """The table of articles or claims as it is now, and the query in its words."""
        searchers = self._searchers()
        if kind is ArticleDocument:
            return article_table(searchers), article_compiler(searchers).compile(node)
        return claim_table(searchers), claim_compiler(searchers).compile(node)

    def count(self) -> Counts:
        """See `index.Index.count`."""
        return counts(self._searchers())

    def versions(self) -> Versions:
        """See `index.Index.versions`."""
        return versions(self._searchers())

    def digest(self) -> str:
        """See `index.Index.digest`."""
        return self.versions().digest()

    def frequencies(self, tokens: Sequence[str]) -> dict[str, int]:
        """See `index.Index.frequencies`."""
        articles = self._searchers().articles
        return {token: articles.doc_freq("text", token) for token in tokens}

    def _searchers(self) -> Searchers:
        """What is committed now; a generation that was replaced while it was being opened is left for its successor."""
        while True:
            path = folder.current_generation(self._folder)
            try:
                folder.check_format(path)
                with self._opening:
                    if self._opened is None or self._opened.path != path:
                        self._opened = Generation(path)
                    opened = self._opened
                return opened.searchers()
            except (SearchError, ValueError, OSError) as error:
                if folder.current_generation(self._folder) != path:
                    continue
                if isinstance(error, SearchError):
                    raise
                raise SearchError(self._why_unreadable(path, error)) from error

    def _why_unreadable(self, generation: Path, error: Exception) -> str:
        if not os.access(generation, os.W_OK):
            said = f"{self._folder} cannot be written, and a search puts a lock file there: let it be written"
            return f"{said}, or search a copy of the data folder (BAROMETER_DATA)"
        return f"the search index in {self._folder} cannot be opened ({error}); run: barometer reindex"

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with folder.locked(self._folder / "writer.lock", self._wait):
            yield

    def _current(self) -> Generation:
        """The generation to write to; the first write of all makes it. Asked for under the lock."""
        if not (self._folder / "current").exists():
            folder.make_current(self._folder, self._new())
        path = folder.current_generation(self._folder)
        folder.check_format(path)
        return Generation(path)

    def _new(self) -> Path:
        return create(folder.new_generation(self._folder)).path

    def _tell_builder(self, entry: Entry) -> None:
        building = self._folder / "building"
        if building.exists() and folder.is_locked(self._folder / "rebuild.lock"):
            note(self._folder / building.read_text(encoding="utf-8"), entry)


class _Growing:
    """The generation being built, as something to write to: one writer all along, so that merges go on beside."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def put(self, articles: Sequence[ArticleDocument], claims: Sequence[ClaimDocument]) -> tuple[Refusal, ...]:
        """See `index.Writes.put`."""
        grouped = group_by_article(articles, claims)
        refused: list[Refusal] = []
        for first in range(0, len(articles), BATCH):
            refused += self._writer.put(articles[first : first + BATCH], grouped)
        return tuple(refused)

    def remove(self, article_ids: Iterable[int], *, versions: Mapping[int, int] | None = None) -> None:
        """See `index.Writes.remove`."""
        self._writer.remove({each: (versions or {}).get(each, 0) for each in article_ids})

    def count(self) -> Counts:
        """See `index.Index.count`."""
        return counts(self._writer.generation.searchers())

    def versions(self) -> Versions:
        """See `index.Index.versions`."""
        return versions(self._writer.generation.searchers())

    def digest(self) -> str:
        """See `index.Index.digest`."""
        return self.versions().digest()


def _catch_up(generation: Path, writer: Writer) -> None:
    """Tell a new generation what happened while it was being built."""
    for entry in taken(generation):
        writer.put(entry.articles, group_by_article(entry.articles, entry.claims))
        writer.remove(entry.removed)
