"""A query tree into Elasticsearch's query language; scores and meaning as in the embedded index."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

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

Query = dict[str, Any]

TITLE_BOOST = 2.0
ARTICLE_FIELDS = (("title", TITLE_BOOST), ("text", 1.0))
CLAIM_FIELDS = (("measured", TITLE_BOOST), ("sentence", 1.0), ("title", 1.0))


@dataclass(frozen=True, slots=True)
class Compiler:
    """Compiles for one index; `prefix` is where its search fields stand."""

    any_field: tuple[tuple[str, float], ...]
    prefix: str = "search."

    def compile(self, node: Node) -> Query:
        """The query of a tree, over living documents only."""
        return {"bool": {"must": [self.part(node)], "filter": [{"term": {"search.live": True}}]}}

    def part(self, node: Node) -> Query:
        """The query of a part of a tree."""
        match node:
            case Phrase():
                query = self._in_fields(node.field, lambda name: self._phrase(name, node), node.weight)
            case Near():
                query = self._in_fields(node.left.field, lambda name: self._near(name, node))
            case And(parts):
                query = self._all(parts)
            case Or(parts):
                query = _either(map(self.part, parts))
            case Not():
                query = self._all((node,))
            case _:
                query = {"bool": {"filter": [self._condition(node)]}}
        return query

    def _in_fields(self, field: str, query: Callable[[str], Query], factor: float = 1.0) -> Query:
        fields = (("title", TITLE_BOOST),) if field == "title" else self.any_field
        return _either({"bool": {"must": [query(name)], "boost": weight * factor}} for name, weight in fields)

    def _phrase(self, field: str, phrase: Phrase) -> Query:
        if len(phrase.tokens) == 1:
            return {"term": {self.prefix + field: {"value": phrase.tokens[0]}}}
        return {"match_phrase": {self.prefix + field: {"query": " ".join(phrase.tokens)}}}

    def _near(self, field: str, near: Near) -> Query:
        left, right = (
            {"match": {"query": " ".join(phrase.tokens), "ordered": True, "max_gaps": 0}}
            for phrase in (near.left, near.right)
        )
        orders = [
            {"all_of": {"ordered": True, "max_gaps": near.distance, "intervals": pair}}
            for pair in ([left, right], [right, left])
        ]
        return {"intervals": {self.prefix + field: {"any_of": {"intervals": orders}}}}

    def _all(self, parts: Iterable[Node]) -> Query:
        clauses: dict[str, list[Query]] = {"must": [], "must_not": []}
        for part in parts:
            if isinstance(part, Not):
                clauses["must_not"].append(self.part(part.part))
            else:
                clauses["must"].append(self.part(part))
        if not clauses["must"]:
            clauses["filter"] = [{"match_all": {}}]
        return {"bool": clauses}

    def _condition(self, node: Node) -> Query:
        match node:
            case Everything():
                query: Query = {"match_all": {}}
            case Source(name, phrase):
                query = _either([self._term("source", name), self._phrase("source_words", phrase)])
            case Language(code):
                query = self._term("language", code)
            case Published(after, before):
                query = self._published(after, before)
            case OneClaim(part):
                nested = Compiler(CLAIM_FIELDS, "search.claims.")
                query = {"nested": {"path": "search.claims", "query": nested.part(part)}}
            case _:
                query = self._of_claim(node)
        return query

    def _of_claim(self, node: Node) -> Query:
        match node:
            case Place(name):
                query = self._term("place_key", name_key(name))
            case Indicator(name, phrase):
                query = _either([self._term("indicator", name), self._phrase("measured", phrase)])
            case Unit(name):
                query = self._term("unit", name.lower())
            case Status(name):
                query = self._term("status", name)
            case Value():
                query = self._value(node)
            case Period(start, end):
                starts = {"range": {self.prefix + "period_start": {"gte": start.toordinal()}}}
                ends = {"range": {self.prefix + "period_end": {"lte": end.toordinal()}}}
                query = {"bool": {"filter": [starts, ends]}}
            case _:
                raise TypeError(f"no condition: {node}")
        return query

    def _term(self, field: str, value: str) -> Query:
        return {"term": {self.prefix + field: {"value": value}}}

    def _published(self, after: datetime | None, before: datetime | None) -> Query:
        bounds = {"gte": first_dated_key() if after is None else first_key(after)}
        if before is not None:
            bounds["lt"] = first_key(before)
        return {"range": {self.prefix + "key": bounds}}

    def _value(self, value: Value) -> Query:
        parts: list[Query] = []
        if value.minimum is not None:
            lower = {"gt" if value.above else "gte": float(value.minimum)}
            parts.append({"range": {self.prefix + "value_top": lower}})
        if value.maximum is not None:
            upper = {"lt" if value.below else "lte": float(value.maximum)}
            parts.append({"range": {self.prefix + "value": upper}})
        return {"bool": {"filter": parts or [{"match_all": {}}]}}


def _either(queries: Iterable[Query]) -> Query:
    found = list(queries)
    return found[0] if len(found) == 1 else {"bool": {"should": found, "minimum_should_match": 1}}
