"""What the words of a query mean, said once in plain code: where a phrase stands, and what is near to what.

Engines answer the same from their indexes; where one cannot (several tokens near to several others), and in
highlights, this is what decides.
"""

from collections.abc import Mapping, Sequence

from barometer.search.analysis import Tokens
from barometer.search.tree import Near, Phrase

Places = Mapping[str, Mapping[int, int]]


def places_of(tokens: Tokens, wanted: frozenset[str]) -> Places:
    """For each wanted token, its positions in the text and the index of the token there."""
    places: dict[str, dict[int, int]] = {token: {} for token in wanted}
    if wanted.isdisjoint(tokens.texts):
        return places
    positions = tokens.positions() if tokens.gaps else range(len(tokens))
    for index, (token, position) in enumerate(zip(tokens.texts, positions, strict=True)):
        if token in places:
            places[token][position] = index
    return places


def occurrences(phrase: Phrase, places: Places) -> list[int]:
    """The positions at which a phrase begins, ascending."""
    first = places.get(phrase.tokens[0], {})
    rest = [(places.get(token, {}), step) for token, step in zip(phrase.tokens, phrase.positions, strict=True)][1:]
    return [begin for begin in first if all(begin + step in there for there, step in rest)]


def contains(phrase: Phrase, tokens: Tokens) -> bool:
    """Whether a phrase stands in a text."""
    return bool(occurrences(phrase, places_of(tokens, frozenset(phrase.tokens))))


def is_near(near: Near, tokens: Tokens) -> bool:
    """Whether the two phrases stand within the distance in this text, in either order, without overlapping."""
    places = places_of(tokens, frozenset((*near.left.tokens, *near.right.tokens)))
    left, right = (occurrences(phrase, places) for phrase in (near.left, near.right))
    return _follows(left, near.left.positions[-1], right, near.distance) or _follows(
        right, near.right.positions[-1], left, near.distance
    )


def _follows(first: Sequence[int], length: int, second: Sequence[int], distance: int) -> bool:
    """Whether something of `second` begins behind the end of something of `first`, at most `distance` further."""
    index = 0
    for begin in first:
        end = begin + length
        while index < len(second) and second[index] <= end:
            index += 1
        if index < len(second) and second[index] - end - 1 <= distance:
            return True
    return False
