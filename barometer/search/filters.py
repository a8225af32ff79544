"""The filters of a search, joined to its query as leaves of its tree: read here for commands, pages, API and engines.

A source and an indicator's id mean exactly what bears that name, as a facet counts it, where the query language also
looks at words; places are known by all of their names.
"""

from datetime import datetime
from decimal import Decimal

from barometer.claims.lexicon import load_lexicon
from barometer.errors import SearchError
from barometer.search.bilingual import in_both_languages
from barometer.search.operands import read_period
from barometer.search.query import parse, read_field
from barometer.search.tree import (
    STATUSES,
    And,
    Everything,
    Indicator,
    Language,
    Node,
    OneClaim,
    Phrase,
    Published,
    Source,
    Status,
    Unit,
    Value,
)

# A token that no text has: the name alone is asked for.
_NO_WORDS = Phrase(("\x00",), "")


def article_query(
    query: str | Node,
    *,
    source: str | None = None,
    language: str | None = None,
    place: str | None = None,
    indicator: str | None = None,
    after: datetime | None = None,
    before: datetime | None = None,
) -> Node:
    """A query for articles with its filters; a place or an indicator asks for some claim. Raises SearchError."""
    parts: list[Node] = [parse(query) if isinstance(query, str) else query]
    parts += [OneClaim(read_field("place", place))] if place else []
    parts += [OneClaim(_indicator(indicator))] if indicator else []
    return joined(*parts, *_of_both(source, language, after, before))


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
    parts: list[Node] = [parse(query) if isinstance(query, str) else query]
    parts += _of_both(source, language, after, before)
    parts += [_indicator(indicator)] if indicator else []
    parts += [read_field("place", place)] if place else []
    if status:
        if status.lower() not in STATUSES:
            raise SearchError(f'status cannot be "{status[:40]}"; there are {", ".join(STATUSES)}')
        parts.append(Status(status.lower()))
    if period:
        try:
            parts.append(read_period(period))
        except ValueError as error:
            raise SearchError(f'period cannot be "{period[:40]}"; {error}') from None
    if minimum is not None or maximum is not None:
        if minimum is not None and maximum is not None and minimum > maximum:
            raise SearchError("minimum is more than maximum: no value lies between them")
        parts.append(Value(minimum, maximum))
    if unit:
        parts.append(Unit(unit))
    return joined(*parts)


def widened(node: Node, *, both_languages: bool) -> tuple[Node, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The query as it is, or in both languages, and what was added to it."""
    if not both_languages:
        return node, ()
    wide = in_both_languages(node)
    return wide.node, wide.added


def joined(*nodes: Node) -> Node:
    """One tree that asks for all of these, as if they had been written side by side in one query."""
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.parts if isinstance(node, And) else [node])
    kept = tuple(part for part in flat if not isinstance(part, Everything))
    if not kept:
        return Everything()
    return And(kept) if len(kept) > 1 else kept[0]


def _of_both(source: str | None, language: str | None, after: datetime | None, before: datetime | None) -> list[Node]:
    """The filters that mean the same for articles and claims."""
    parts: list[Node] = [Source(source.lower(), _NO_WORDS)] if source else []
    if language:
        parts.append(Language(language.lower()))
    if after and before and after >= before:
        raise SearchError("after is not earlier than before: no day lies between them")
    if after or before:
        parts.append(Published(after, before))
    return parts


def _indicator(name: str) -> Node:
    """An indicator by its id; what is no id is looked for in the words of what is measured."""
    if name.lower() in load_lexicon().indicators:
        return Indicator(name.lower(), _NO_WORDS)
    return read_field("indicator", name)
