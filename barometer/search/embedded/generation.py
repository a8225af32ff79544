"""One generation of the embedded index on disk: its two tantivy indexes, opened, read and written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import tantivy
from tantivy import Query

from barometer.errors import IndexBusy
from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.embedded import schema
from barometer.search.embedded.columns import integers
from barometer.search.index import Refusal

# One writer thread: segments stay few, and a batch needs no second core.
_HEAP = 64_000_000


@dataclass(frozen=True)
class Searchers:
    """Both indexes of a generation as they were at one moment."""

    articles: tantivy.Searcher
    claims: tantivy.Searcher


class Generation:
    """A generation, opened. Reading needs no lock; whoever writes holds the folder's writer lock."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._articles = _open(path / "articles")
        self._claims = _open(path / "claims")

    def searchers(self) -> Searchers:
        """What is committed now."""
        self._claims.reload()
        self._articles.reload()
        return Searchers(self._articles.searcher(), self._claims.searcher())

    @contextmanager
    def writing(self) -> Iterator["Writer"]:
        """A writer for some batches. Closing it waits for merges, so that segments stay few: seconds, now and then.

        Raises IndexBusy while another one is open, in this or another process.
        """
        with _open_writer(self._articles) as articles, _open_writer(self._claims) as claims:
            yield Writer(self, articles, claims)

    def versions(self, article_ids: Iterable[int]) -> dict[int, int]:
        """The version of each of these articles that is or was here."""
        return {article_id: version for article_id, (version, _) in self.states(article_ids).items()}

    def states(self, article_ids: Iterable[int]) -> dict[int, tuple[int, bool]]:
        """Version of each article that is or was here, and whether it is."""
        wanted = sorted(set(article_ids))
        if not wanted:
            return {}
        searcher = self.searchers().articles
        query = Query.term_set_query(schema.article_schema(), "id", wanted)
        found = [address for _, address in searcher.search(query, limit=len(wanted), count=False).hits]
        ids, versions, lives = (integers(searcher, name, found) for name in ("id", "version", "live"))
        return {a: (v, bool(live)) for a, v, live in zip(ids, versions, lives, strict=True)}


class Writer:
    """Writes to one generation. Every call is one durable commit of the claims and then of the articles."""

    def __init__(self, generation: Generation, articles: tantivy.IndexWriter, claims: tantivy.IndexWriter) -> None:
        self.generation = generation
        self._articles = articles
        self._claims = claims

    def put(
        self, articles: Sequence[ArticleDocument], claims: Mapping[int, Sequence[ClaimDocument]]
    ) -> tuple[Refusal, ...]:
        """Add or replace articles with their claims, but for articles that are here in a newer version."""
        seen = self.generation.states(article.id for article in articles)
        written: dict[int, tuple[tantivy.Document, list[tantivy.Document]]] = {}
        refused: list[Refusal] = []
        for article in articles:
            if _is_news(article.version, seen.get(article.id)):
                try:
                    held = claims.get(article.id, ())
                    written[article.id] = schema.article(article, held), [schema.claim(claim) for claim in held]
                except (ValueError, TypeError, OverflowError) as error:
                    refused.append(Refusal(article.id, str(error)))
        if written:
            self.write(written)
        return tuple(refused)

    def write(self, documents: Mapping[int, tuple[tantivy.Document, list[tantivy.Document]]]) -> None:
        """Add or replace articles and their claims, already in the form of tantivy, by article id."""
        for article_id, (_, claims) in documents.items():
            self._claims.delete_documents_by_term("article_id", article_id)
            for claim in claims:
                self._claims.add_document(claim)
        self._claims.commit()
        for article_id, (article, _) in documents.items():
            self._articles.delete_documents_by_term("id", article_id)
            self._articles.add_document(article)
        self._articles.commit()

    def remove(self, versions: Mapping[int, int]) -> None:
        """Leave of these articles their id and version alone, of their claims nothing."""
        if not versions:
            return
        seen = self.generation.versions(versions)
        for article_id in versions:
            self._claims.delete_documents_by_term("article_id", article_id)
        self._claims.commit()
        for article_id, version in versions.items():
            self._articles.delete_documents_by_term("id", article_id)
            self._articles.add_document(schema.tombstone(article_id, max(version, seen.get(article_id, 0))))
        self._articles.commit()


def _is_news(version: int, state: tuple[int, bool] | None) -> bool:
    """Whether a version may be written over what is there: as new as a living article, newer than a removed one."""
    if state is None:
        return True
    known, living = state
    return version > known or (living and version == known)


def create(path: Path) -> Generation:
    """A new, empty generation in a folder that `folder.new_generation` made."""
    tantivy.Index(schema.article_schema(), str(path / "articles"))
    tantivy.Index(schema.claim_schema(), str(path / "claims"))
    return Generation(path)


def _open(path: Path) -> tantivy.Index:
    # Opens what is there and nothing else: a folder that is being deleted must not come back as an empty index.
    index = tantivy.Index.open(str(path))
    index.config_reader("manual")
    schema.register_analyzer(index)
    return index


@contextmanager
def _open_writer(index: tantivy.Index) -> Iterator[tantivy.IndexWriter]:
    """A tantivy writer. What was not committed at the end of the block is dropped."""
    try:
        writer = index.writer(_HEAP, 1)
    except ValueError as error:
        if "LockBusy" in str(error):
            raise IndexBusy("another process is writing the search index; try again later") from None
        raise
    try:
        yield writer
    finally:
        writer.wait_merging_threads()
