"""Mark in a text what a query asked for: whole phrases, found with the same tokens as the index found them.

The result is text and spans, never markup: who shows it escapes it.
"""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from barometer.search.analysis import Tokens, analyze
from barometer.search.index import Fragment, Why
from barometer.search.matching import occurrences, places_of
from barometer.search.shortening import word_begin, word_end
from barometer.search.tree import Phrase

# Characters in a fragment; Chinese says as much in half of them.
FRAGMENT_LENGTH = 200
_EDGES = "。！？；\n.!?;"


@dataclass(frozen=True, slots=True)
class Match:
    """Where one phrase of the query stands in a text: the phrase's number in the query and the span."""

    phrase: int
    start: int
    end: int


def find(tokens: Tokens, phrases: Sequence[Phrase]) -> list[Match]:
    """Every place where a phrase stands, by its beginning."""
    places = places_of(tokens, frozenset(token for phrase in phrases for token in phrase.tokens))
    found: list[Match] = []
    for number, phrase in enumerate(phrases):
        for begin in occurrences(phrase, places):
            end = begin + len(phrase.tokens) - 1
            found.append(Match(number, tokens.starts[begin], tokens.ends[end]))
    return sorted(found, key=lambda match: (match.start, match.end))


def highlight(field: str, text: str, phrases: Sequence[Phrase], *, most: int = 2) -> tuple[list[Fragment], list[Why]]:
    """The best fragments of a field with what is marked in them, and how often each phrase stands in the field.

    A fragment is better the more different phrases it shows, then the more marks. No match gives no fragment.
    """
    matches = find(analyze(text), phrases)
    counts = [sum(1 for match in matches if match.phrase == number) for number in range(len(phrases))]
    why = [Why(phrase.text, field, count) for phrase, count in zip(phrases, counts, strict=True) if count]
    fragments: list[Fragment] = []
    left = matches
    while left and len(fragments) < most:
        start, end = _best_window(left)
        low, high = _snap(text, start, end)
        inside = [match for match in matches if match.start >= low and match.end <= high]
        fragments.append(Fragment(field, text[low:high], _joined(inside, low), low))
        left = [match for match in left if match.end <= low or match.start >= high]
        left = [match for match in left if match.phrase not in {seen.phrase for seen in inside}] or left[:0]
    return sorted(fragments, key=lambda fragment: fragment.start), why


def mark(text: str, phrases: Sequence[Phrase]) -> tuple[tuple[int, int], ...]:
    """The spans of a whole text that the query asked for, in order, without overlap."""
    return _joined(find(analyze(text), phrases), 0)


def _best_window(matches: Sequence[Match]) -> tuple[int, int]:
    """The span of neighbouring matches that shows the most different phrases, then the most matches."""
    starts = [match.start for match in matches]
    best = (0, 0)
    window = (matches[0].start, matches[0].end)
    for index, match in enumerate(matches):
        stop = bisect.bisect_left(starts, match.start + FRAGMENT_LENGTH * 2 // 3, lo=index)
        within = matches[index : min(stop, index + 50)]
        score = (len({each.phrase for each in within}), len(within))
        if score > best:
            best = score
            window = (match.start, max(each.end for each in within))
    return window


def _snap(text: str, start: int, end: int) -> tuple[int, int]:
    """A window of about FRAGMENT_LENGTH around a span, begun at a sentence or word where one is near."""
    spare = max(0, FRAGMENT_LENGTH - (end - start))
    low = max(0, start - spare // 3)
    begins = _edges(text, low, start)
    if begins:
        low = begins[-1] + 1
    elif low:
        low = word_begin(text, low, start)
    while low < start and text[low].isspace():
        low += 1
    high = min(len(text), max(end, low + FRAGMENT_LENGTH))
    ends = _edges(text, end, high)
    paragraph = text.find("\n", end, high)
    if paragraph >= 0:
        high = paragraph
    elif high < len(text) and ends:
        high = ends[-1] + 1
    elif high < len(text):
        high = word_end(text, end, high)
    return low, high


def _edges(text: str, low: int, high: int) -> list[int]:
    """Where sentences end in a stretch of text; a full stop inside a number is no end."""
    return [
        at
        for at in range(low, high)
        if text[at] in _EDGES and (text[at] != "." or at + 1 == len(text) or text[at + 1].isspace())
    ]


def _joined(matches: Sequence[Match], offset: int) -> tuple[tuple[int, int], ...]:
    """Spans relative to an offset, overlapping ones made one."""
    spans: list[tuple[int, int]] = []
    for match in matches:
        start, end = match.start - offset, match.end - offset
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)
