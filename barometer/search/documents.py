"""What the index holds, as values: an article and a claim, each with the version of its state in the record.

Whoever reads the record fills these; nothing in search knows the record. `version` grows with every change of the
article: an index keeps the newest version that it was ever given, in whatever order versions arrive.
"""

import functools
import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from barometer.search.analysis import analyze


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDocument:
    """One article as it is to be found. `published` and `fetched` carry a zone; `source` is the source's short name."""

    id: int
    version: int
    title: str
    text: str
    url: str
    source: str
    source_name: str | None = None
    language: str
    published: datetime | None = None
    fetched: datetime
    cluster: int | None = None
    outcome: str = "article"
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDocument:
    """One claim as it is to be found, with what its article says of itself. Words and units as in model.Claim."""

    id: str
    version: int
    article_id: int
    quote: str
    sentence: str
    value: Decimal
    value_max: Decimal | None = None
    unit: str
    kind: str
    modifier: str = "eq"
    indicator: str | None = None
    indicator_id: str | None = None
    place: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    comparison: str | None = None
    direction: str | None = None
    attributed_to: str | None = None
    status: str = "actual"
    title: str
    url: str
    source: str
    source_name: str | None = None
    language: str
    published: datetime | None = None


def bounds(document: ClaimDocument) -> tuple[Decimal, Decimal]:
    """Smallest and largest value that a claim tells; the same where it tells one."""
    if document.value_max is None:
        return document.value, document.value
    return min(document.value, document.value_max), max(document.value, document.value_max)


def whole_characters(text: str) -> str:
    """The text with each half of a broken character (a lone surrogate) replaced, which no engine can store."""
    return text.encode("utf-8", "replace").decode("utf-8")


@functools.lru_cache(maxsize=10_000)
def name_key(name: str) -> str:
    """What two spellings of one name share."""
    return " ".join(analyze(name).texts)


D = TypeVar("D", bound=ArticleDocument | ClaimDocument)


def to_json(document: ArticleDocument | ClaimDocument) -> str:
    """The document as one JSON object with all of its fields: decimals as text without loss, times in ISO 8601."""
    return whole_characters(json.dumps(plain_values(document), ensure_ascii=False))


def plain_values(document: ArticleDocument | ClaimDocument) -> dict[str, Any]:
    """The values of a document as JSON knows them."""
    return {name: _plain(getattr(document, name)) for name in _NAMES[type(document)]}


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def from_json(kind: type[D], text: str | bytes) -> D:
    """The document that `to_json` wrote."""
    return from_values(kind, json.loads(text))


def from_values(kind: type[D], values: dict[str, Any]) -> D:
    """The document whose `plain_values` these are."""
    values = dict(values)
    for name, read in _READ_BACK.items():
        if values.get(name) is not None:
            values[name] = read(values[name])
    return kind(**values)


# The fields that JSON has no type for.
_READ_BACK: dict[str, Callable[[str], Any]] = {
    "published": datetime.fromisoformat,
    "fetched": datetime.fromisoformat,
    "value": Decimal,
    "value_max": Decimal,
    "period_start": date.fromisoformat,
    "period_end": date.fromisoformat,
}

_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in (ArticleDocument, ClaimDocument)}
