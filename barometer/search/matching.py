"""What the words of a query mean, said once in plain code: where a phrase stands, and what is near to what.

Engines answer the same from their indexes; where one cannot (several tokens near to several others), and in
highlights, this is what decides.
"""

from collections.abc import Mapping, Sequence

from barometer.search.analysis import Tokens
from barometer.search.tree import Near, Phrase

# For each token, where it stands: the indexes of it among the tokens of a text.
Places = Mapping[str, frozenset[int]]


def places_of(tokens: Tokens, wanted: frozenset[str]) -> Places:
    """Where each wanted token stands in a text."""
    return {token: tokens.places[token] for token in wanted if token in tokens.places}


def occurrences(phrase: Phrase, places: Places) -> list[int]:
    """The indexes of the tokens at which a phrase begins, ascending."""
    nowhere: frozenset[int] = frozenset()
    there = [places.get(token, nowhere) for token in phrase.tokens]
    return sorted(begin for begin in there[0] if all(begin + step in each for step, each in enumerate(there)))


def contains(phrase: Phrase, tokens: Tokens) -> bool:
    """Whether a phrase stands in a text."""
    return bool(occurrences(phrase, places_of(tokens, frozenset(phrase.tokens))))


def is_near(near: Near, tokens: Tokens) -> bool:
    """Whether the two phrases stand within the distance in this text, in either order, without overlapping."""
    places = places_of(tokens, frozenset((*near.left.tokens, *near.right.tokens)))
    left, right = (occurrences(phrase, places) for phrase in (near.left, near.right))
    return _follows(left, len(near.left.tokens), right, near.distance) or _follows(
        right, len(near.right.tokens), left, near.distance
    )


def _follows(first: Sequence[int], length: int, second: Sequence[int], distance: int) -> bool:
    """Whether something of `second` begins behind the end of something of `first`, at most `distance` further."""
    index = 0
    for begin in first:
        end = begin + length
        while index < len(second) and second[index] < end:
            index += 1
        if index < len(second) and second[index] - end <= distance:
            return True
    return False
