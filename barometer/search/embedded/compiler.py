"""A query tree into tantivy's queries, for articles and for claims.

Words score by BM25, a word of the title twice; conditions only filter and score nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

import tantivy
from tantivy import FieldType, Occur, Query

from barometer.search.documents import name_key
from barometer.search.entries import first_dated_key, first_key
from barometer.search.tree import (
    And,
    Everything,
    Indicator,
    Language,
    Near,
    Node,
    Not,
    OneClaim,
    Or,
    Period,
    Phrase,
    Place,
    Published,
    Source,
    Status,
    Unit,
    Value,
)

TITLE_BOOST = 2.0
ARTICLE_FIELDS = (("title", TITLE_BOOST), ("text", 1.0))
CLAIM_FIELDS = (("measured", TITLE_BOOST), ("sentence", 1.0), ("title", 1.0))


@dataclass(frozen=True)
class Compiler:
    """Compiles for one index. `any_field` are the fields of a word without a field name, with what each weighs.

    `verified` keeps of a query's documents those in one field of which two phrases are near; `with_claims` finds the
    articles of claims that match.
    """

    schema: tantivy.Schema
    any_field: tuple[tuple[str, float], ...]
    verified: Callable[[Query, Near, str], Query]
    with_claims: Callable[[Node], Query]

    def compile(self, node: Node) -> Query:
        """The tantivy query of a tree."""
        match node:
            case Phrase():
                query = self.phrase(node)
            case Near():
                query = self.near(node)
            case And(parts):
                query = self._all(parts)
            case Or(parts):
                query = _either(map(self.compile, parts))
            case Not():
                query = self._all((node,))
            case _:
                query = filtering(self.condition(node))
        return query

    def phrase(self, phrase: Phrase) -> Query:
        """Where a phrase stands, in one field or in any that words are looked for in."""
        query = self._in_fields(phrase.field, lambda name: self.words(name, phrase))
        return query if phrase.weight == 1 else Query.boost_query(query, phrase.weight)

    def near(self, near: Near) -> Query:
        """Where two phrases are near each other, in one field or in any that words are looked for in."""
        return self._in_fields(near.left.field, lambda name: self._near_in(name, near))

    def words(self, field: str, phrase: Phrase) -> Query:
        """A phrase in one field."""
        if len(phrase.tokens) == 1:
            return Query.term_query(self.schema, field, phrase.tokens[0], index_option="freq")
        return Query.phrase_query(self.schema, field, list(phrase.tokens))

    def live(self) -> Query:
        """All documents but tombstones."""
        return Query.term_query(self.schema, "live", True)

    def condition(self, node: Node) -> Query:
        """A part of a query that is not about words: it filters."""
        match node:
            case Everything():
                query = self.live()
            case Source(name, words):
                query = _either([self._term("source", name), self.words("source_words", words)])
            case Language(code):
                query = self._term("language", code)
            case Published(after, before):
                query = self._keys(after, before)
            case OneClaim(part):
                query = self.with_claims(part)
            case _:
                query = self._of_claim(node)
        return query

    def _of_claim(self, node: Node) -> Query:
        match node:
            case Place(name):
                query = self._term("place_key", name_key(name))
            case Indicator(name, words):
                query = _either([self._term("indicator", name), self.words("measured", words)])
            case Unit(name):
                query = self._term("unit", name.lower())
            case Status(name):
                query = self._term("status", name)
            case Value():
                query = self._value(node)
            case Period(start, end):
                starts = self._range("period_start", FieldType.Integer, start.toordinal(), None)
                query = both(starts, self._range("period_end", FieldType.Integer, None, end.toordinal()))
            case _:
                raise TypeError(f"no condition: {node}")
        return query

    def _in_fields(self, field: str, query: Callable[[str], Query]) -> Query:
        if field == "title":
            return Query.boost_query(query("title"), TITLE_BOOST)
        return _either(Query.boost_query(query(name), weight) for name, weight in self.any_field)

    def _near_in(self, field: str, near: Near) -> Query:
        """One word near another is a phrase with slop, either way round; longer ones are found so and then verified."""
        left, right = near.left.tokens, near.right.tokens
        pairs = [(left[-1], right[0]), (right[-1], left[0])]
        parts = [self.words(field, near.left), self.words(field, near.right)]
        if all(first != second for first, second in pairs):
            close = _either(Query.phrase_query(self.schema, field, list(pair), near.distance) for pair in pairs)
            if len(left) == len(right) == 1:
                return close
            parts.append(filtering(close))
        return self.verified(both(*parts), near, field)

    def _all(self, parts: Iterable[Node]) -> Query:
        clauses = [
            (Occur.MustNot, self.compile(part.part)) if isinstance(part, Not) else (Occur.Must, self.compile(part))
            for part in parts
        ]
        if all(occur == Occur.MustNot for occur, _ in clauses):
            clauses.append((Occur.Must, filtering(self.live())))
        return Query.boolean_query(clauses)

    def _term(self, field: str, value: str) -> Query:
        return Query.term_query(self.schema, field, value, index_option="basic")

    def _keys(self, after: datetime | None, before: datetime | None) -> Query:
        low = first_dated_key() if after is None else first_key(after)
        high = None if before is None else first_key(before)
        return self._range("key", FieldType.Integer, low, high, include_upper=False)

    def _value(self, value: Value) -> Query:
        parts = []
        if value.minimum is not None:
            lower = float(value.minimum)
            parts.append(self._range("value_top", FieldType.Float, lower, None, include_lower=not value.above))
        if value.maximum is not None:
            upper = float(value.maximum)
            parts.append(self._range("value", FieldType.Float, None, upper, include_upper=not value.below))
        return both(*parts) if parts else self.live()

    def _range(
        self,
        field: str,
        kind: FieldType,
        low: float | None,
        high: float | None,
        *,
        include_lower: bool = True,
        include_upper: bool = True,
    ) -> Query:
        lower, upper = include_lower or low is None, include_upper or high is None
        return Query.range_query(self.schema, field, kind, low, high, lower, upper)


def filtering(query: Query) -> Query:
    """The same documents, scoring nothing."""
    return Query.const_score_query(query, 0.0)


def both(*queries: Query) -> Query:
    """Documents that all of these find."""
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def _either(queries: Iterable[Query]) -> Query:
    found = list(queries)
    return found[0] if len(found) == 1 else Query.boolean_query([(Occur.Should, query) for query in found])
