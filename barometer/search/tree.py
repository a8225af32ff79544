"""A query as a tree: what the query language means, for every engine and for alerts to work from.

Leaves about text hold tokens of the one analyzer. Leaves about claims (`place:`, `value:` and the like) say something
of one claim: those that stand side by side in one `And` speak of the same claim.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

LANGUAGES = ("zh", "en")
STATUSES = ("actual", "target", "forecast")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens that stand together, in this order. One token is a phrase of one."""

    tokens: tuple[str, ...]
    text: str  # as it was typed
    field: str = "any"  # any | title
    weight: float = 1.0  # how much it counts in relevance


@dataclass(frozen=True, slots=True)
class Near:
    """Two phrases in one field, in either order, with at most `distance` tokens between them."""

    left: Phrase
    right: Phrase
    distance: int


@dataclass(frozen=True, slots=True)
class Source:
    """Articles of a source: its short name, or a phrase of the name that the page gives."""

    name: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Language:
    """Articles in a language: zh, en."""

    code: str


@dataclass(frozen=True, slots=True)
class Published:
    """Articles published at or after `after` and before `before`; None leaves that side open."""

    after: datetime | None = None
    before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A claim about a place, by its canonical name."""

    name: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """A claim that measures something: its canonical indicator, or a phrase of the words it was measured under."""

    name: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Unit:
    """A claim in a unit, e.g. CNY, percent, teu."""

    name: str


@dataclass(frozen=True, slots=True)
class Value:
    """A claim whose value, or some value of its range, lies between the bounds; None leaves that side open."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    above: bool = False  # minimum itself excluded
    below: bool = False  # maximum itself excluded


@dataclass(frozen=True, slots=True)
class Period:
    """A claim about a period that lies within these days, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Status:
    """A claim that is actual, target or forecast."""

    name: str


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever the part does not match."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class OneClaim:
    """Articles with at least one claim that is all of this; made by `for_articles`, never by the parser."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Everything:
    """Every article, or every claim."""


ClaimLeaf = Place | Indicator | Unit | Value | Period | Status
Node = Phrase | Near | Source | Language | Published | ClaimLeaf | And | Or | Not | OneClaim | Everything


def phrases(node: Node) -> tuple[Phrase, ...]:
    """The phrases a hit can contain, in the order of the query: what is to be marked. None from behind a `-`."""
    match node:
        case Phrase():
            return (node,)
        case Near():
            return (node.left, node.right)
        case Indicator() | Source():
            return ()
        case And() | Or():
            return tuple(dict.fromkeys(phrase for part in node.parts for phrase in phrases(part)))
        case _:
            return ()


def about_claims(node: Node) -> bool:
    """Whether the node asks about claims and nothing else."""
    match node:
        case And(parts) | Or(parts):
            return all(map(about_claims, parts))
        case Not(part):
            return about_claims(part)
        case _:
            return isinstance(node, Place | Indicator | Unit | Value | Period | Status)


def for_articles(node: Node) -> Node:
    """The same query asked of articles: what stands side by side about claims must hold of one claim of the article."""
    if about_claims(node):
        return Not(for_articles(node.part)) if isinstance(node, Not) else OneClaim(node)
    match node:
        case And(parts):
            claims = [part for part in parts if about_claims(part)]
            if all(isinstance(part, Not) for part in claims):
                return And(tuple(map(for_articles, parts)))
            others = [for_articles(part) for part in parts if not about_claims(part)]
            return And((*others, OneClaim(And(tuple(claims)))))
        case Or(parts):
            return Or(tuple(map(for_articles, parts)))
        case Not(part):
            return Not(for_articles(part))
        case _:
            return node
