"""Both engines, empty, and documents to put in them."""

import contextlib
import itertools
import os
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.elastic import ElasticIndex
from barometer.search.elastic.server import connect
from barometer.search.embedded import EmbeddedIndex
from barometer.search.index import Index, Refusal
from tests.search.elastic_node import running_node

MakeArticle = Callable[..., ArticleDocument]
MakeClaim = Callable[..., ClaimDocument]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a server, so that it can be run by itself where the rest has been run."""
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        params = getattr(getattr(item, "callspec", None), "params", {})
        if names & _SERVED or "elastic" in params.values():
            item.add_marker("elasticsearch")


_SERVED = frozenset({"elastic", "elastic_client", "elastic_index", "node"})


@pytest.fixture
def embedded(tmp_path: Path) -> EmbeddedIndex:
    made = EmbeddedIndex(tmp_path / "index")
    made.clear()
    return made


class FreshElasticIndex(ElasticIndex):
    """Shows what was put at once, not within the second that a server takes."""

    def put(self, articles: Sequence[ArticleDocument], claims: Sequence[ClaimDocument]) -> tuple[Refusal, ...]:
        refused = super().put(articles, claims)
        self.refresh()
        return refused

    def remove(self, article_ids: Iterable[int], *, versions: Mapping[int, int] | None = None) -> None:
        super().remove(article_ids, versions=versions)
        self.refresh()


@pytest.fixture(scope="session")
def elastic_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Elasticsearch]:
    """A real server: BAROMETER_TEST_ELASTICSEARCH is its address, or `start` for one from the shared folder."""
    wanted = os.environ.get("BAROMETER_TEST_ELASTICSEARCH", "")
    if not wanted:
        pytest.skip("BAROMETER_TEST_ELASTICSEARCH is not set (an address, or: start)")
    with contextlib.ExitStack() as stack:
        if wanted == "start":
            wanted = stack.enter_context(running_node(tmp_path_factory.mktemp("node")))
        yield stack.enter_context(connect(wanted))


@pytest.fixture
def elastic(elastic_client: Elasticsearch) -> Iterator[ElasticIndex]:
    prefix = f"test-{uuid.uuid4().hex[:12]}"
    made = FreshElasticIndex(elastic_client, prefix=prefix)
    made.put([], [])
    yield made
    forget(elastic_client, prefix)


def forget(client: Elasticsearch, prefix: str) -> None:
    """Take everything of a prefix from the server."""
    for kind in ("articles", "claims"):
        for name in client.indices.get(index=f"{prefix}-{kind}-*"):
            client.indices.delete(index=name)
        client.indices.delete_index_template(name=f"{prefix}-{kind}")


@pytest.fixture(params=["embedded", "elastic"])
def index(request: pytest.FixtureRequest) -> Index:
    """Each engine in turn: what is asked of one is asked of the other."""
    made: Index = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def make_article() -> MakeArticle:
    numbers = itertools.count(1)

    def make(text: str = "", **values: Any) -> ArticleDocument:
        number = values.pop("id", None) or next(numbers)
        defaults: dict[str, Any] = {
            "version": 1,
            "title": "",
            "url": f"https://news.example/{number}",
            "source": "people",
            "language": "zh",
            "published": datetime(2025, 6, 1, 4, tzinfo=UTC),
            "fetched": datetime(2025, 6, 2, tzinfo=UTC),
        }
        return ArticleDocument(id=number, text=text, **(defaults | values))

    return make


@pytest.fixture
def make_claim() -> MakeClaim:
    numbers = itertools.count(1)

    def make(article: ArticleDocument, sentence: str = "", **values: Any) -> ClaimDocument:
        defaults: dict[str, Any] = {
            "id": f"c{next(numbers)}",
            "version": article.version,
            "article_id": article.id,
            "quote": sentence,
            "value": Decimal(1),
            "unit": "CNY",
            "kind": "amount",
            "title": article.title,
            "url": article.url,
            "source": article.source,
            "language": article.language,
            "published": article.published,
        }
        return ClaimDocument(sentence=sentence, **(defaults | values))

    return make
