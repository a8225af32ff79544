"""Whether one article or claim is what a query asks for, without any index: the meaning of the language in plain code.

Alerts decide by it, and engines are tested against it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from barometer.search.analysis import Tokens, analyze
from barometer.search.documents import ArticleDocument, ClaimDocument, bounds, name_key
from barometer.search.matching import contains, is_near
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
    for_articles,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """An article or claim, its fields analysed once for however many queries.

    `words` holds the text fields, `any` first among their uses; `claims` are the claims of an article.
    """

    document: ArticleDocument | ClaimDocument
    words: Mapping[str, Tokens]
    claims: Sequence["Subject"] = ()

    @classmethod
    def article(cls, document: ArticleDocument, claims: Sequence[ClaimDocument]) -> Self:
        """An article with its claims."""
        words = {"title": analyze(document.title), "text": analyze(document.text)}
        return cls(document, words, [cls.claim(claim) for claim in claims])

    @classmethod
    def claim(cls, document: ClaimDocument) -> Self:
        """A claim by itself."""
        measured = analyze(document.indicator or "")
        words = {"title": analyze(document.title), "measured": measured, "sentence": analyze(document.sentence)}
        return cls(document, words)


def matches(query: Node, subject: Subject) -> bool:
    """Whether the subject is among what an engine finds for this query."""
    return holds(for_articles(query) if isinstance(subject.document, ArticleDocument) else query, subject)


def holds(node: Node, subject: Subject) -> bool:
    """Tell whether a query that was made for articles (`for_articles`), or one for claims, is true of the subject."""
    match node:
        case And(parts):
            held = all(holds(part, subject) for part in parts)
        case Or(parts):
            held = any(holds(part, subject) for part in parts)
        case Not(part):
            held = not holds(part, subject)
        case OneClaim(part):
            held = any(holds(part, claim) for claim in subject.claims)
        case Phrase():
            held = _in_field(node.field, subject, lambda tokens: contains(node, tokens))
        case Near():
            held = _in_field(node.left.field, subject, lambda tokens: is_near(node, tokens))
        case _:
            held = _fits(node, subject.document)
    return held


def _in_field(field: str, subject: Subject, test: Callable[[Tokens], bool]) -> bool:
    return any(test(tokens) for name, tokens in subject.words.items() if field in {"any", name})


def _fits(node: Node, document: ArticleDocument | ClaimDocument) -> bool:
    match node:
        case Everything():
            fits = True
        case Source(name, phrase):
            fits = document.source.lower() == name or contains(phrase, analyze(document.source_name or ""))
        case Language(code):
            fits = document.language.lower() == code
        case Published(after, before):
            when = document.published
            fits = when is not None and (after is None or when >= after) and (before is None or when < before)
        case _:
            fits = isinstance(document, ClaimDocument) and _says(node, document)
    return fits


def _says(node: Node, claim: ClaimDocument) -> bool:
    match node:
        case Place(name):
            says = claim.place is not None and name_key(claim.place) == name_key(name)
        case Indicator(name, phrase):
            says = claim.indicator_id == name or contains(phrase, analyze(claim.indicator or ""))
        case Unit(name):
            says = claim.unit.lower() == name.lower()
        case Status(name):
            says = claim.status == name
        case Value():
            says = _is_within(node, claim)
        case Period(start, end):
            says = (
                claim.period_start is not None
                and claim.period_end is not None
                and start <= claim.period_start
                and claim.period_end <= end
            )
        case _:
            raise TypeError(f"not a part of a query: {node}")
    return says


def _is_within(value: Value, claim: ClaimDocument) -> bool:
    low, high = bounds(claim)
    above = value.minimum is None or high > value.minimum or (high == value.minimum and not value.above)
    below = value.maximum is None or low < value.maximum or (low == value.maximum and not value.below)
    return above and below
