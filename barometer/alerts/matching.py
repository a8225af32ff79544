"""Which subscriptions an article matches: the same answers as a search, for many subscriptions at once.

Of each query one set of tokens is taken of which every hit must contain at least one. Of the subscriptions that the
article touches by these, only those whose words it has are looked at closely, by the very function that says what a
query means.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from barometer.alerts.subscription import Condition, Subscription
from barometer.search.documents import ArticleDocument, ClaimDocument, name_key
from barometer.search.evaluation import Subject, holds, matches
from barometer.search.matching import contains
from barometer.search.tree import And, Near, Node, OneClaim, Or, Phrase, for_articles, phrases

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Target:
    """A target as some article told it: its value, below zero for a fall, and whether it is a least or a most."""

    value: Decimal
    modifier: str = "eq"


@dataclass(frozen=True, slots=True)
class Known:
    """What was known before an article: the last value of what a claim measures, and the last target set for it."""

    last: Callable[[ClaimDocument], Decimal | None] = lambda _: None
    target: Callable[[ClaimDocument], Target | None] = lambda _: None


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Match:
    """One subscription that an article matches; with the claim that met its condition, and what it is held against.

    Where no condition asks for a claim it is the one whose sentence has most of what was searched for, if any has.
    """

    subscription_id: int
    claim: ClaimDocument | None = None
    before: Decimal | None = None  # the value known before, or the target
    against_target: bool = False


class Matcher:
    """Many subscriptions, ready to be asked about articles. Those that ask for events match no article."""

    def __init__(self, subscriptions: Mapping[int, Subscription]) -> None:
        self._mentions: Counter[str] = Counter()
        self._rules: dict[int, _Rule] = {}
        self._by_token: dict[str, set[int]] = {}
        self._always: set[int] = set()
        told = {number: one for number, one in subscriptions.items() if one.event is None}
        nodes = {number: for_articles(one.node) for number, one in told.items()}
        for node in nodes.values():  # all of them first: what is rare among them decides what is looked for
            self._mentions.update(_tokens(node))
        for number, node in nodes.items():
            self._put(number, node, told[number].condition)

    def add(self, number: int, subscription: Subscription) -> None:
        """Put in one subscription, in place of the one that had its number."""
        self.remove(number)
        if subscription.event is None:
            node = for_articles(subscription.node)
            self._mentions.update(_tokens(node))
            self._put(number, node, subscription.condition)

    def remove(self, number: int) -> None:
        """Take out a subscription, if it is there."""
        rule = self._rules.pop(number, None)
        if rule is None:
            return
        self._mentions.subtract(_tokens(rule.node))
        self._always.discard(number)
        for token in rule.needed or ():
            self._by_token[token].discard(number)

    def matching(
        self, article: ArticleDocument, claims: Sequence[ClaimDocument], known: Known = NOTHING_KNOWN
    ) -> list[Match]:
        """Give the subscriptions that this article matches, by their numbers."""
        subject = Subject.article(article, claims)
        there = frozenset(token for words in subject.words.values() for token in words.texts)
        touched = {number for token in there for number in self._by_token.get(token, ())}
        near = [number for number in (*touched, *self._always) if may_match(self._rules[number].node, there)]
        told = (_told(number, self._rules[number], subject, known) for number in near)
        return sorted((match for match in told if match is not None), key=lambda match: match.subscription_id)

    def _put(self, number: int, node: Node, condition: Condition | None) -> None:
        needed = needed_tokens(node, self._mentions)
        self._rules[number] = _Rule(node, condition, needed)
        if needed is None:
            self._always.add(number)
        for token in needed or ():
            self._by_token.setdefault(token, set()).add(number)


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


def meets(condition: Condition, claim: ClaimDocument, known: Known = NOTHING_KNOWN) -> bool:
    """Tell whether a claim is what the condition asks for."""
    if condition.event is not None or not _is_about(condition, claim):
        return False
    value = signed(claim)
    if condition.below is not None and not value < condition.below:
        return False
    if condition.above is not None and not value > condition.above:
        return False
    if condition.means_percent and claim.unit != "percent":
        return False
    if condition.target is not None and not _stands_to_target(condition.target, claim, known):
        return False
    return condition.changed is None or _has_changed(condition.changed, value, known.last(claim))


def _stands_to_target(asked: str, claim: ClaimDocument, known: Known) -> bool:
    if asked == "told":
        return claim.status == "target"
    target = known.target(claim) if claim.status == "actual" else None
    if target is None:
        return False
    value = signed(claim)
    holds = {"lt": value < target.value, "le": value <= target.value, "gt": value > target.value}
    return holds.get(target.modifier, value >= target.value) == (asked == "met")


def _is_about(condition: Condition, claim: ClaimDocument) -> bool:
    wanted: Iterable[tuple[str | None, str | None]] = (
        (condition.unit, claim.unit),
        (condition.comparison, claim.comparison),
        (condition.status, claim.status),
        (condition.source, claim.source),
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


def _told(number: int, rule: _Rule, subject: Subject, known: Known) -> Match | None:
    if not holds(rule.node, subject):
        return None
    claims = [one.document for one in subject.claims if isinstance(one.document, ClaimDocument)]
    if rule.condition is None:
        telling = _most_telling(rule.node, subject)
        return Match(number, telling, known.last(telling) if telling is not None else None)
    for claim in claims:
        if meets(rule.condition, claim, known):
            if rule.condition.target in {"met", "missed"}:
                target = known.target(claim)
                return Match(number, claim, target.value if target is not None else None, against_target=True)
            return Match(number, claim, known.last(claim))
    return None


def _most_telling(node: Node, subject: Subject) -> ClaimDocument | None:
    """Give the claim that was asked for, or whose sentence has most of the words searched for; the first of several."""
    if not subject.claims:
        return None
    asked = [replace(phrase, field="any") for phrase in phrases(node)]
    parts = node.parts if isinstance(node, And) else (node,)
    wanted = [part.part for part in parts if isinstance(part, OneClaim)]
    best, most = None, -1 if wanted else 0
    for each in subject.claims:
        if not all(matches(part, each) for part in wanted):
            continue
        count = sum(contains(phrase, each.words["sentence"]) for phrase in asked)
        if count > most and isinstance(each.document, ClaimDocument):
            best, most = each.document, count
    return best


def _tokens(node: Node) -> Iterator[str]:
    return (token for phrase in phrases(node) for token in phrase.tokens)
