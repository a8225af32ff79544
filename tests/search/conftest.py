"""An embedded index in a folder of its own, and documents to put in it."""

import itertools
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.embedded import EmbeddedIndex

MakeArticle = Callable[..., ArticleDocument]
MakeClaim = Callable[..., ClaimDocument]


@pytest.fixture
def index(tmp_path: Path) -> EmbeddedIndex:
    made = EmbeddedIndex(tmp_path / "index")
    made.clear()
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
