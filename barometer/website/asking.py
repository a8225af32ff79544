"""What a visitor asks for: the parameters of a page, of the JSON API and of a saved search, checked once for all three.

Filters by a name mean exactly the value that a facet counts, so that the number beside it is that of hits behind it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from typing import Self, TypedDict

from barometer.errors import SearchError
from barometer.search.bilingual import Widened, in_both_languages
from barometer.search.filters import article_query, claim_query
from barometer.search.index import PAGE_LIMIT
from barometer.search.known import Known
from barometer.search.operands import read_days, read_moment, read_number
from barometer.search.query import parse
from barometer.search.tree import Node

ARTICLES_A_PAGE = 20
CLAIMS_A_PAGE = 50
_PAGING = {"cursor", "shown", "limit"}
_NO_FILTERS = {"q", "expand", "sort", "order"}
COLUMNS = ("value", "unit", "indicator", "place", "period", "status", "source", "published")


class Common(TypedDict):
    """The filters of articles and claims alike."""

    source: str | None
    language: str | None
    after: datetime | None
    before: datetime | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What articles and claims are both asked by. Everything is text as in the address, checked; "" is not given."""

    q: str = ""
    source: str = ""
    language: str = ""
    place: str = ""
    indicator: str = ""
    after: str = ""  # ISO days
    before: str = ""
    expand: str = ""  # "no": only the words as typed, not their twins in the other language
    sort: str = "relevance"
    cursor: str = ""
    shown: int = 0  # how many hits came on the pages before
    limit: int = ARTICLES_A_PAGE

    @classmethod
    def read(cls, given: Mapping[str, str], *, limit: int, known: Known | None = None) -> Self:
        """Check the parameters, and where it is told which names are `known`, that filters ask for some of those.

        Raises SearchError that names the one that cannot be used; others are left alone.
        """
        names = {each.name for each in fields(cls)} - {"shown", "limit"}
        values = {name: given[name].strip() for name in names if given.get(name, "").strip()}
        for name in ("after", "before"):
            if values.get(name):
                values[name] = _day(name, values[name])
        asked = cls(**values, shown=_number(given, "shown", 0, 10**9), limit=_number(given, "limit", limit, PAGE_LIMIT))
        asked.check()
        if known is not None:
            known.refuse(asked.filters())
        return asked

    def check(self) -> None:
        """Raise SearchError where a value makes no sense, the query's own mistakes first."""
        if self.sort not in {"relevance", "date"}:
            raise SearchError(f'sort cannot be "{self.sort[:40]}"; there are relevance, date')
        self.check_words()

    def check_words(self) -> None:
        """Raise SearchError where query, filters or the switch of languages make no sense."""
        if self.expand not in {"", "no"}:
            raise SearchError(f'expand cannot be "{self.expand[:40]}"; there are no')
        self.node()

    def words(self) -> Widened:
        """Give what the query asks for, in both languages unless it is to be taken as typed, and what was added."""
        typed = parse(self.q)
        return Widened(typed) if self.expand else in_both_languages(typed)

    def node(self) -> Node:
        """Give query and filters as one tree. A filter by place or indicator asks for some claim of the article."""
        return article_query(
            self.words().node, place=self.place or None, indicator=self.indicator or None, **self.common()
        )

    def common(self) -> Common:
        """Give the filters that mean the same for articles and claims."""
        return {
            "source": self.source or None,
            "language": self.language or None,
            "after": _moment(self.after),
            "before": _moment(self.before),
        }

    def parameters(self) -> dict[str, str]:
        """Give what is asked as parameters of an address, without the place in the list of hits."""
        plain = {each.name: str(getattr(self, each.name)) for each in fields(self) if each.name not in _PAGING}
        default = {"sort": "relevance", "order": ""}
        return {name: value for name, value in plain.items() if value and value != default.get(name)}

    def filters(self) -> dict[str, str]:
        """Give the filters in force, by name."""
        return {name: value for name, value in self.parameters().items() if name not in _NO_FILTERS}

    def changed(self, **values: str) -> dict[str, str]:
        """Give the parameters of the same question with some of them changed; "" takes one away."""
        named = {**self.parameters(), **values}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class ClaimsAsked(Asked):
    """What claims are asked by besides."""

    period: str = ""
    minimum: str = ""
    maximum: str = ""
    unit: str = ""
    status: str = ""
    order: str = ""  # up | down, for a column
    limit: int = CLAIMS_A_PAGE

    def check(self) -> None:
        """Raise SearchError where a value makes no sense."""
        if self.sort not in {"relevance", "date", *COLUMNS}:
            raise SearchError(f'sort cannot be "{self.sort[:40]}"; there are relevance, date, {", ".join(COLUMNS)}')
        if self.order not in {"", "up", "down"}:
            raise SearchError(f'order cannot be "{self.order[:40]}"; there are up, down')
        self.check_words()

    def node(self) -> Node:
        """Give query and filters as one tree over claims; the indicator may be words of the text as well."""
        return claim_query(
            self.words().node,
            indicator=self.indicator or None,
            place=self.place or None,
            period=self.period or None,
            minimum=_decimal("minimum", self.minimum),
            maximum=_decimal("maximum", self.maximum),
            unit=self.unit or None,
            status=self.status or None,
            **self.common(),
        )


def _day(name: str, text: str) -> str:
    try:
        return read_days(text)[0].isoformat()
    except ValueError as error:
        raise SearchError(f'{name} cannot be "{text[:40]}"; {error}') from None


def _moment(day: str) -> datetime | None:
    return read_moment(day) if day else None


def _decimal(name: str, text: str) -> Decimal | None:
    try:
        return read_number(text) if text else None
    except ValueError:
        raise SearchError(f'{name} cannot be "{text[:40]}"; write a number, e.g. 260000, 5e9, 50亿, 8%') from None


def _number(given: Mapping[str, str], name: str, default: int, most: int) -> int:
    text = given.get(name, "").strip()
    if not text:
        return default
    if not (text.isascii() and text.isdigit()) or len(text) > 10 or int(text) > most:
        raise SearchError(f'{name} cannot be "{text[:40]}"; write a number from 0 to {most:,}')
    return int(text)
