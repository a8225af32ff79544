"""The filters of a search call, joined to its query as the same leaves that the query language makes."""

from datetime import datetime
from decimal import Decimal

from barometer.errors import SearchError
from barometer.search.bilingual import in_both_languages
from barometer.search.operands import read_period
from barometer.search.query import parse, read_field
from barometer.search.tree import And, Everything, Language, Node, Published, Unit, Value


def article_query(
    query: str | Node,
    *,
    source: str | None = None,
    language: str | None = None,
    after: datetime | None = None,
    before: datetime | None = None,
) -> Node:
    """A query for articles with its filters. Raises SearchError."""
    parts: list[Node] = [parse(query) if isinstance(query, str) else query]
    if source:
        parts.append(read_field("source", source))
    if language:
        parts.append(Language(language.lower()))
    if after or before:
        parts.append(Published(after, before))
    return _joined(parts)


def claim_query(
    query: str | Node,
    *,
    indicator: str | None = None,
    place: str | None = None,
    period: str | None = None,
    minimum: Decimal | None = None,
    maximum: Decimal | None = None,
    unit: str | None = None,
    status: str | None = None,
    source: str | None = None,
    language: str | None = None,
    after: datetime | None = None,
    before: datetime | None = None,
) -> Node:
    """A query for claims with its filters. Raises SearchError."""
    parts: list[Node] = [article_query(query, source=source, language=language, after=after, before=before)]
    for name, text in (("indicator", indicator), ("place", place), ("is", status)):
        if text:
            parts.append(read_field(name, text))
    if period:
        try:
            parts.append(read_period(period))
        except ValueError as error:
            raise SearchError(f'cannot read the period "{period}": {error}') from None
    if minimum is not None or maximum is not None:
        parts.append(Value(minimum, maximum))
    if unit:
        parts.append(Unit(unit))
    return _joined(parts)


def widened(node: Node, *, both_languages: bool) -> tuple[Node, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The query as it is, or in both languages, and what was added to it."""
    if not both_languages:
        return node, ()
    wide = in_both_languages(node)
    return wide.node, wide.added


def _joined(parts: list[Node]) -> Node:
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And) else [part])
    kept = [part for part in flat if not isinstance(part, Everything)]
    if not kept:
        return Everything()
    return And(tuple(kept)) if len(kept) > 1 else kept[0]
