"""Words of one language for words of the other, put into a query where that is asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from barometer.search.folding import fold
from barometer.search.meanings import Meaning, meanings, terms_to_join
from barometer.search.tree import And, Node, Or, Phrase

# Words typed side by side that may be one term of several words, such as: cross-border e-commerce exports.
_LONGEST_TERM = 6
# What was typed counts more than what was added to it.
_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Widened:
    """A query that finds both languages, and what was added: each typed word with the words it now finds too."""

    node: Node
    added: tuple[tuple[str, tuple[str, ...]], ...] = ()


def in_both_languages(node: Node) -> Widened:
    """The query with each word or phrase that has a meaning joined by those that mean the same.

    Several words side by side that are one term count as that term; what is several terms in one (义乌出口) finds
    texts of the other language that have all of them. NEAR, fields of claims and what is excluded stay as they are
    typed.
    """
    widening = _Widening()
    widened = widening.widened(node)
    return Widened(widened, tuple(widening.added.items()))


@dataclass(frozen=True, slots=True)
class _Widening:
    """Widens one query, noting what was added."""

    added: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def widened(self, part: Node) -> Node:
        """A part with what it finds too."""
        match part:
            case Phrase():
                return self.same((part,)) or self.compound(part) or part
            case And(parts):
                return And(tuple(self.side_by_side(parts)))
            case Or(parts):
                return Or(tuple(map(self.widened, parts)))
            case _:
                return part

    def side_by_side(self, parts: Sequence[Node]) -> Iterator[Node]:
        """Parts of an `And`, words that are one term together taken as such."""
        at = 0
        while at < len(parts):
            for length in range(min(_LONGEST_TERM, len(parts) - at), 1, -1):
                typed = _plain_words(parts[at : at + length])
                if typed and (term := self.same(typed)):
                    yield term
                    at += length
                    break
            else:
                yield self.widened(parts[at])
                at += 1

    def same(self, typed: tuple[Phrase, ...]) -> Node | None:
        """The words with those that mean the same, None where they mean nothing together."""
        tokens = tuple(token for phrase in typed for token in phrase.tokens)
        same = meanings().get(tokens)
        if same is None:
            return None
        others = tuple(Phrase(each, text, typed[0].field, _WEIGHT) for each, text in same)
        self.added[" ".join(phrase.text for phrase in typed)] = tuple(other.text for other in others)
        return Or((typed[0] if len(typed) == 1 else And(typed), *others))

    def compound(self, typed: Phrase) -> Node | None:
        """Several terms in one, with all of them in the other language."""
        parts = _terms_in(typed)
        if not parts:
            return None
        self.added[typed.text] = (" ".join(each[0][1] for each in parts),)
        wanted = (tuple(Phrase(tokens, text, typed.field, _WEIGHT) for tokens, text in each) for each in parts)
        return Or((typed, And(tuple(each[0] if len(each) == 1 else Or(each) for each in wanted))))


def _terms_in(typed: Phrase) -> Sequence[Meaning]:
    """What each of the terms that a phrase is made of says in the other language; nothing where one has none."""
    chinese, english = terms_to_join()
    if not typed.text.isascii():
        return _fewest_terms(fold(typed.text).text, chinese)
    return _fewest_terms(typed.tokens, english)


def _fewest_terms(written: Any, terms: Mapping[Any, Meaning]) -> Sequence[Meaning]:
    """The meanings of the fewest terms that make up the whole of a text (characters or tokens)."""
    longest = max(map(len, terms))
    ways: list[list[Meaning] | None] = [[]]  # for each length of the beginning: its terms, the fewest there are
    for end in range(1, len(written) + 1):
        found = [
            [*before, terms[term]]
            for start in range(max(0, end - longest), end)
            if (before := ways[start]) is not None and (term := written[start:end]) in terms
        ]
        ways.append(min(found, key=len, default=None))
    return ways[-1] or ()


def _plain_words(parts: Sequence[Node]) -> tuple[Phrase, ...] | None:
    """The parts, if they are all words of one field."""
    words = tuple(part for part in parts if isinstance(part, Phrase))
    return words if len(words) == len(parts) and len({word.field for word in words}) == 1 else None
