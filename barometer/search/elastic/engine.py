"""The `Index` protocol on an Elasticsearch server.

Two aliases answer, `PREFIX-articles` and `PREFIX-claims`; each stands for one index. A rebuild fills two new indexes
under aliases of its own, and takes over by one atomic change of aliases.
"""

import contextlib
import functools
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import elasticsearch
from elasticsearch import Elasticsearch

from barometer.errors import IndexBusy, SearchError
from barometer.search.documents import ArticleDocument, ClaimDocument, from_values
from barometer.search.elastic import reading
from barometer.search.elastic.compiler import ARTICLE_FIELDS, CLAIM_FIELDS, Compiler
from barometer.search.elastic.schema import FORMAT, REFRESH, template
from barometer.search.elastic.server import told
from barometer.search.elastic.writer import Writer
from barometer.search.index import Building, Counts, Facet, Refusal, Versions, group_by_article
from barometer.search.searching import D, Found, Searching
from barometer.search.tree import Node
from barometer.search.windows import Window

T = TypeVar("T")

BATCH = 500
_BUILDING = "building"


class ElasticIndex(Searching):
    """The index on one server under one prefix. Nothing is asked of the server before it is needed."""

    def __init__(self, client: Elasticsearch, *, prefix: str = "barometer") -> None:
        self._client = client
        self._articles = f"{prefix}-articles"
        self._claims = f"{prefix}-claims"
        self._checked = False

    def put(self, articles: Sequence[ArticleDocument], claims: Sequence[ClaimDocument]) -> tuple[Refusal, ...]:
        """See `index.Writes.put`. Raises IndexBusy when the server is overloaded or does not answer."""
        grouped = group_by_article(articles, claims)
        self._ensure()
        refused: list[Refusal] = []
        for first in range(0, len(articles), BATCH):
            refused += self._everywhere(functools.partial(_put, articles[first : first + BATCH], grouped))
        return tuple(refused)

    def remove(self, article_ids: Iterable[int], *, versions: Mapping[int, int] | None = None) -> None:
        """See `index.Writes.remove`. Without `versions`, the version that is here counts as the removed one."""
        self._ensure()
        wanted = {each: (versions or {}).get(each, 0) for each in article_ids}
        self._everywhere(lambda writer: wanted.update(writer.remove(wanted)))

    def _everywhere(self, write: Callable[[Writer], T]) -> T:
        """Write to the indexes that answer and to those being built; again where they changed places meanwhile.

        Gives what the indexes that answer made of it.
        """
        while True:
            answering = self._behind(self._articles)
            made = write(Writer(self._client, self._articles, self._claims))
            builder = self._builder()
            if builder:
                with contextlib.suppress(SearchError):  # it took over, or was given up, in this moment
                    write(builder)
            if self._behind(self._articles) == answering:
                return made

    def clear(self) -> None:
        """See `index.Index.clear`."""
        with self.rebuild():
            pass

    def refresh(self) -> None:
        """Let searches see at once what was put; by itself the server does so within a second."""
        with told():
            self._client.indices.refresh(index=[self._articles, self._claims])

    @contextmanager
    def rebuild(self) -> Iterator[Building]:
        """See `index.Index.rebuild`. A rebuild that another one overtakes fails with IndexBusy."""
        name = uuid.uuid4().hex[:12]
        aliases = {alias: f"{alias}-{_BUILDING}-{name}" for alias in (self._articles, self._claims)}
        with told():
            self._install_templates()
            for alias in aliases:
                # Left by a rebuild that died, or of one that is overtaken now.
                self._drop(set(self._client.indices.get(index=f"{alias}-*")) - set(self._behind(alias)))
            for alias, own in aliases.items():
                created: dict[str, Any] = {own: {}, f"{alias}-{_BUILDING}": {}}
                self._client.indices.create(
                    index=f"{alias}-{name}", aliases=created, settings={"refresh_interval": "-1"}
                )
        try:
            yield _Growing(self._client, aliases[self._articles], aliases[self._claims])
        except BaseException:
            with told():
                self._drop(f"{alias}-{name}" for alias in aliases)
            raise
        self._take_over(name)

    def _take_over(self, name: str) -> None:
        """Let the new indexes answer in one atomic step, and delete those that did."""
        actions: list[dict[str, Any]] = []
        old: list[str] = []
        for alias in (self._articles, self._claims):
            index = f"{alias}-{name}"
            with told():
                if not self._client.indices.exists_alias(index=index, name=f"{alias}-{_BUILDING}"):
                    raise IndexBusy("another rebuild of the search index has overtaken this one")
                self._client.indices.put_settings(index=index, settings={"refresh_interval": REFRESH})
                self._client.indices.refresh(index=index)
            old += self._behind(alias)
            actions += [{"remove": {"index": each, "alias": alias}} for each in self._behind(alias)]
            actions.append({"add": {"index": index, "alias": alias}})
            actions.append({"remove": {"index": index, "alias": f"{alias}-{_BUILDING}"}})
            actions.append({"remove": {"index": index, "alias": f"{alias}-{_BUILDING}-{name}"}})
        with told():
            self._client.indices.update_aliases(actions=actions)
            # Only now: deleted in the same step, the old indexes would fail searches that do not know the new ones yet.
            self._drop(old)

    def _find(self, kind: type[D], node: Node, window: Window, facets: Sequence[Facet]) -> Found[D]:
        alias, fields = self._of(kind)
        compiled = Compiler(fields).compile(node)
        self._check()
        answer = reading.ask(self._client, alias, compiled, window, facets, articles=kind is ArticleDocument)
        page = reading.page_of(answer, window)
        hits = [(each.score, from_values(kind, each.source)) for each in page.hits]
        return Found(page.total, hits, page.next, reading.counted(answer, facets))

    def _walk(self, kind: type[D], node: Node) -> Iterator[D]:
        alias, fields = self._of(kind)
        self._check()
        for source in reading.walk(self._client, alias, Compiler(fields).compile(node)):
            yield from_values(kind, source)

    def _of(self, kind: type[D]) -> tuple[str, tuple[tuple[str, float], ...]]:
        """The alias that answers for articles or claims, and the fields of theirs that words are looked for in."""
        return (self._articles, ARTICLE_FIELDS) if kind is ArticleDocument else (self._claims, CLAIM_FIELDS)

    def count(self) -> Counts:
        """See `index.Index.count`. As of the server's last refresh."""
        self._check()
        return reading.counts(self._client, self._articles, self._claims)

    def versions(self) -> Versions:
        """See `index.Index.versions`. As of the server's last refresh."""
        self._check()
        return reading.versions(self._client, self._articles, self._claims)

    def digest(self) -> str:
        """See `index.Index.digest`. As of the server's last refresh."""
        return self.versions().digest()

    def frequencies(self, tokens: Sequence[str]) -> dict[str, int]:
        """See `index.Index.frequencies`."""
        self._check()
        return reading.frequencies(self._client, self._articles, tokens)

    def _check(self) -> None:
        """Refuse indexes that were made by another version; asked of the server once."""
        if self._checked:
            return
        for alias in (self._articles, self._claims):
            with told():
                mappings = self._client.indices.get_mapping(index=alias)
            for each in mappings.values():
                if each["mappings"].get("_meta") != FORMAT:
                    raise SearchError(f"the search index {alias} was made by another version; run: barometer reindex")
        self._checked = True

    def _ensure(self) -> None:
        """Make the first indexes where there are none."""
        if self._checked:
            return
        with told():
            missing = [
                each for each in (self._articles, self._claims) if not self._client.indices.exists_alias(name=each)
            ]
            if missing:
                self._install_templates()
        for alias in missing:
            with told():
                try:
                    self._client.indices.create(index=f"{alias}-000001", aliases={alias: {}})
                except elasticsearch.BadRequestError as error:
                    if error.error != "resource_already_exists_exception":
                        raise
        self._check()

    def _install_templates(self) -> None:
        for alias, kind in ((self._articles, ArticleDocument), (self._claims, ClaimDocument)):
            self._client.indices.put_index_template(name=alias, **template(kind, f"{alias}-*"))

    def _behind(self, alias: str) -> list[str]:
        """The indexes that an alias stands for."""
        with told():
            try:
                return sorted(self._client.indices.get_alias(name=alias))
            except elasticsearch.NotFoundError:
                return []

    def _drop(self, indexes: Iterable[str]) -> None:
        for index in indexes:
            self._client.indices.delete(index=index, ignore_unavailable=True)

    def _builder(self) -> Writer | None:
        """Where a rebuild that is going on wants to hear of writes."""
        names = (f"{self._articles}-{_BUILDING}", f"{self._claims}-{_BUILDING}")
        with told():
            if all(self._client.indices.exists_alias(name=name) for name in names):
                return Writer(self._client, *names)
        return None


def _put(
    articles: Sequence[ArticleDocument], claims: Mapping[int, Sequence[ClaimDocument]], writer: Writer
) -> tuple[Refusal, ...]:
    return writer.put(articles, claims)


class _Growing:
    """The indexes being built, as something to write to and to check before they take over."""

    def __init__(self, client: Elasticsearch, articles: str, claims: str) -> None:
        self._client = client
        self._names = (articles, claims)
        self._writer = Writer(client, articles, claims)

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
        with told():
            self._client.indices.refresh(index=list(self._names))
        return reading.counts(self._client, *self._names)

    def versions(self) -> Versions:
        """See `index.Index.versions`."""
        with told():
            self._client.indices.refresh(index=list(self._names))
        return reading.versions(self._client, *self._names)

    def digest(self) -> str:
        """See `index.Index.digest`."""
        return self.versions().digest()
