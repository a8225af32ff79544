"""Which subscriptions an article matches: the same answers as a search, for many subscriptions at once.

Of each query one set of tokens is taken of which every hit must contain at least one. Of the subscriptions that the
article touches by these, only those whose words it has are looked at closely, by the very function that says what a
query means.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from barometer.alerts.subscription import Condition, Subscription
from barometer.search.documents import ArticleDocument, ClaimDocument, name_key
from barometer.search.evaluation import Subject, matches
from barometer.search.tree import And, Near, Node, Or, Phrase, for_articles, phrases

LastKnown = Callable[[ClaimDocument], Decimal | None]
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Match:
    """One subscription that an article matches; with the claim that met its condition, and the value before it."""

    subscription_id: int
    claim: ClaimDocument | None = None
    before: Decimal | None = None


class Matcher:
    """Many subscriptions, ready to be asked about articles."""

    def __init__(self, subscriptions: Mapping[int, Subscription]) -> None:
        nodes = {number: for_articles(one.node) for number, one in subscriptions.items()}
        mentions = Counter(token for node in nodes.values() for phrase in phrases(node) for token in phrase.tokens)
        self._rules = {
            number: _Rule(node, subscriptions[number].condition, needed_tokens(node, mentions))
            for number, node in nodes.items()
        }
        self._by_token: dict[str, list[int]] = {}
        self._always: list[int] = []
        for number, rule in self._rules.items():
            if rule.needed is None:
                self._always.append(number)
            for token in rule.needed or ():
                self._by_token.setdefault(token, []).append(number)

    def matching(
        self, article: ArticleDocument, claims: Sequence[ClaimDocument], last_known: LastKnown = lambda _: None
    ) -> list[Match]:
        """Give the subscriptions that this article matches, by their numbers."""
        subject = Subject.article(article, claims)
        there = frozenset(token for words in subject.words.values() for token in words.texts)
        touched = {number for token in there for number in self._by_token.get(token, ())}
        near = [number for number in (*touched, *self._always) if may_match(self._rules[number].node, there)]
        told = (_told(number, self._rules[number], subject, claims, last_known) for number in near)
        return sorted((match for match in told if match is not None), key=lambda match: match.subscription_id)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A subscription with what can be worked out beforehand."""

    node: Node
    condition: Condition | None
    needed: frozenset[str] | None


def needed_tokens(node: Node, mentions: Mapping[str, int]) -> frozenset[str] | None:
    """Give tokens of which every article that matches contains at least one in title or text, None where none are.

    Where there is a choice, tokens that few subscriptions mention are taken: such as the rarer word of two.
    """

    def cost(tokens: frozenset[str]) -> int:
        return sum(mentions.get(token, 0) for token in tokens)

    match node:
        case Phrase():
            return min((frozenset({token}) for token in node.tokens), key=cost)
        case Near():
            sides = (needed_tokens(side, mentions) or frozenset() for side in (node.left, node.right))
            return min(sides, key=cost)
        case And(parts):
            sets = [found for part in parts if (found := needed_tokens(part, mentions)) is not None]
            return min(sets, key=cost, default=None)
        case Or(parts):
            every = [needed_tokens(part, mentions) for part in parts]
            if any(found is None for found in every):
                return None
            return frozenset().union(*(found for found in every if found is not None))
    return None


def may_match(node: Node, there: frozenset[str]) -> bool:
    """Tell whether an article with these tokens in title and text can match: False only when it does not."""
    match node:
        case Phrase():
            return there.issuperset(node.tokens)
        case Near():
            return there.issuperset(node.left.tokens) and there.issuperset(node.right.tokens)
        case And(parts):
            return all(may_match(part, there) for part in parts)
        case Or(parts):
            return any(may_match(part, there) for part in parts)
    return True


def signed(claim: ClaimDocument) -> Decimal:
    """Give the claim's value, below zero where it tells a fall."""
    return -claim.value if claim.kind == "change" and claim.direction == "down" else claim.value


def meets(condition: Condition, claim: ClaimDocument, last_known: LastKnown) -> bool:
    """Tell whether a claim is what the condition asks for."""
    if not _is_about(condition, claim):
        return False
    value = signed(claim)
    if condition.below is not None and not value < condition.below:
        return False
    if condition.above is not None and not value > condition.above:
        return False
    return condition.changed is None or _has_changed(condition.changed, value, last_known(claim))


def _is_about(condition: Condition, claim: ClaimDocument) -> bool:
    wanted: Iterable[tuple[str | None, str | None]] = (
        (condition.unit, claim.unit),
        (condition.comparison, claim.comparison),
        (condition.status, claim.status),
    )
    if any(asked is not None and asked != said for asked, said in wanted):
        return False
    if condition.place is not None and (claim.place is None or name_key(claim.place) != name_key(condition.place)):
        return False
    if condition.indicator is None or condition.indicator == claim.indicator_id:
        return True
    return claim.indicator is not None and name_key(claim.indicator) == name_key(condition.indicator)


def _has_changed(percent: Decimal, value: Decimal, before: Decimal | None) -> bool:
    if before is None or value == before:
        return False
    return before == 0 or abs(value - before) / abs(before) * HUNDRED >= percent


def _told(
    number: int, rule: _Rule, subject: Subject, claims: Sequence[ClaimDocument], last_known: LastKnown
) -> Match | None:
    if not matches(rule.node, subject):
        return None
    if rule.condition is None:
        return Match(number)
    for claim in claims:
        if meets(rule.condition, claim, last_known):
            return Match(number, claim, last_known(claim))
    return None
