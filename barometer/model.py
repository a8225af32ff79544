"""The words of the project as values: what a page gives, what an article is, what a claim says.

Everything here is frozen, pure and free of I/O, so that it crosses process borders and layers unchanged.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class OutcomeKind(StrEnum):
    """What became of one request."""

    ARTICLE = "article"
    LISTING = "listing"
    UNCHANGED = "unchanged"  # 304, or the same bytes as last time
    OFF_TOPIC = "off_topic"  # an article, recorded without claims
    REDIRECT = "redirect"  # settled by a new request for the target
    GONE = "gone"
    BLOCKED = "blocked"  # a wall, a robots rule, a 403
    LOGIN = "login"
    VIOLATION = "violation"  # the platform removed it for breaking its rules
    EXPIRED = "expired"  # a temporary link that has run out
    EMPTY = "empty"  # a page without an article
    QUARANTINED = "quarantined"  # reading it hung, crashed or killed a process
    FAILED = "failed"  # no usable answer: timeout, reset, 5xx, a loop of redirects


class RequestKind(StrEnum):
    """What a request is expected to bring."""

    LISTING = "listing"
    ARTICLE = "article"
    PART = "part"  # page two and later of an article


class Precision(StrEnum):
    """How finely a page told its publish time."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Link:
    """A link found on a page, already absolute and canonical, with what asking for it takes.

    `turns` marks the next page of the very list that the link stands on. `told` is what a feed itself tells of its
    article, as a JSON feed of one item: it is read where the article's page cannot be.
    """

    url: str
    kind: RequestKind
    title: str = ""
    published: datetime | None = None
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    body: str | None = None
    turns: bool = False
    told: str | None = None


@dataclass(frozen=True, slots=True)
class ArticlePart:
    """What one page holds of an article; most articles are one part.

    `text` is the paragraphs joined by single line breaks. `keys` are canonical keys that the page itself tells (a short
    and a long link of one article meet through them). `next_url` is the next part, if the page has one.
    """

    title: str
    text: str
    published: datetime | None = None
    precision: Precision | None = None
    source_name: str | None = None
    author: str | None = None
    editor: str | None = None
    account: str | None = None
    language: str = "zh"
    keys: tuple[str, ...] = ()
    next_url: str | None = None
    method: str = "rules"  # rules | fallback | pdf | feed: which reader found the body


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading one response gave: its kind, the links to follow, the article part, what was wrong if anything."""

    kind: OutcomeKind
    links: tuple[Link, ...] = ()
    part: ArticlePart | None = None
    problem: str | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    missed: tuple[str, ...] = ()  # of an article: fields whose selectors, which its source has, found nothing
    redirect_to: str | None = None  # of a redirect that the page itself tells: the address to be asked in its place


class Because(NamedTuple):
    """Which rule decided something, and the span in the whole text on which it rests."""

    rule: str
    start: int
    end: int


class Reason(NamedTuple):
    """Why one field of a claim has its value: the rule that decided and the span of text it rests on."""

    field: str
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that measures something, with everything the text says about it.

    Offsets count code points in the article text, and `text[start:end] == quote` always. `numeral_start` is the offset
    of the numeral's first character, on which the claim's identity rests. `inherited` names the fields whose value was
    carried over from outside the claim's own sentence; `because` says by field why its value is what it is.
    `indicator_id` is the canonical indicator, or None where the lexicon knows none. Allowed values of the word fields
    stand in docs/claim-model.md.
    """

    quote: str
    start: int
    end: int
    numeral_start: int
    value: Decimal
    unit: str
    kind: str
    modifier: str = "eq"
    value_max: Decimal | None = None
    indicator: str | None = None
    indicator_id: str | None = None
    place: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    comparison: str | None = None
    direction: str | None = None
    attributed_to: str | None = None
    status: str = "actual"
    inherited: tuple[str, ...] = ()
    because: Mapping[str, Because] = field(default_factory=dict, compare=False, repr=False)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why each field has its value, in the order in which they were decided."""
        return tuple([Reason(name, *why) for name, why in self.because.items()])
