"""Which claim is which: the same claim keeps its id when the text is read again or the article is revised.

A re-extraction of one text matches by numerals that begin alike, then by those that overlap. A new revision is aligned
sentence by sentence first: equal sentences match equal, a changed sentence matches the one that stands in its place or,
where sentences came or went beside it, the one most like it. Inside a pair of equal sentences numerals match as in one
text; in a changed one, equal figures match first, and changed figures those in their place. What matches nothing is a
new claim. (Quotes repeat inside a quarter of articles, so a quote and its ordinal would shift, measured.)
"""

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

ENDS = frozenset("。！？!?\n")
CLOSING = frozenset("”’」』）)]】》\"'")  # belongs to the sentence that it closes
MOST_COMPARISONS = 200_000  # of equal sentences; beyond that each is matched once, for the matcher is quadratic
MOST_ALIKE = 100  # pairs of sentences whose likeness is measured, in one changed passage
ALIKE = 0.6  # from this likeness on, one sentence is taken for the other's new wording
LONGEST_SENTENCE = 1_000  # characters: a text without full stops would be kept whole with each of its claims


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a claim's numeral stands in its text."""

    numeral_start: int
    end: int


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim of the earlier extraction: its id and where it stood."""

    id: str
    mark: Mark


def claim_id(article_id: int, revision: int, numeral_start: int, ordinal: int = 0) -> str:
    """Name a claim by its article, the revision where it was first seen and the offset of its numeral there.

    `ordinal` tells apart several claims that rest on one numeral.
    """
    name = f"{article_id}:{revision}:{numeral_start}" + (f":{ordinal}" if ordinal else "")
    return hashlib.sha256(name.encode()).hexdigest()[:24]


def identify(
    article_id: int,
    revision: int,
    text: str,
    marks: Sequence[Mark],
    known_text: str,
    known: Sequence[KnownClaim],
) -> list[str]:
    """Give an id for each mark of `text`, reusing those of the known claims that they match; all ids are different."""
    pairs = _match_spans(marks, known) if text == known_text else _match_sentences(text, marks, known_text, known)
    ids: list[str] = []
    taken = {known[index].id for index in pairs.values()}
    for number, mark in enumerate(marks):
        if number in pairs:
            ids.append(known[pairs[number]].id)
            continue
        ordinal = 0
        while (fresh := claim_id(article_id, revision, mark.numeral_start, ordinal)) in taken:
            ordinal += 1
        taken.add(fresh)
        ids.append(fresh)
    return ids


def sentence_starts(text: str) -> list[int]:
    """Give the offsets at which sentences begin: after 。！？!? or a line break, and after a full stop and a space."""
    starts = [0]
    for index, character in enumerate(text):
        if character not in ENDS and not (character == "." and text[index + 1 : index + 2].isspace()):
            continue
        following = index + 1
        while character != "\n" and following < len(text) and text[following] in CLOSING:
            following += 1
        if following < len(text):
            starts.append(following)
    return starts


def sentence_around(text: str, starts: Sequence[int], offset: int) -> str:
    """Give the sentence that holds the offset, without surrounding white space; of an endless one a part around it."""
    number = bisect_right(starts, offset) - 1
    start, end = starts[number], starts[number + 1] if number + 1 < len(starts) else len(text)
    if end - start > LONGEST_SENTENCE:
        start = max(start, min(offset - LONGEST_SENTENCE // 2, end - LONGEST_SENTENCE))
        end = start + LONGEST_SENTENCE
    return text[start:end].strip()


def _match_spans(marks: Sequence[Mark], known: Sequence[KnownClaim]) -> dict[int, int]:
    """Pair marks and known claims, each once: those whose numerals begin alike, then in order those that overlap."""
    pairs: dict[int, int] = {}
    beginning: dict[int, list[int]] = {}
    for index in reversed(range(len(known))):
        beginning.setdefault(known[index].mark.numeral_start, []).append(index)
    for number, mark in enumerate(marks):
        if beginning.get(mark.numeral_start):
            pairs[number] = beginning[mark.numeral_start].pop()
    order = sorted(
        set(range(len(known))) - set(pairs.values()), key=lambda index: (known[index].mark.numeral_start, index)
    )
    free = 0
    for number in sorted(set(range(len(marks))) - set(pairs), key=lambda index: (marks[index].numeral_start, index)):
        mark = marks[number]
        while free < len(order) and known[order[free]].mark.end <= mark.numeral_start:
            free += 1
        if free < len(order) and known[order[free]].mark.numeral_start < mark.end:
            pairs[number] = order[free]
            free += 1
    return pairs


def _match_sentences(text: str, marks: Sequence[Mark], known_text: str, known: Sequence[KnownClaim]) -> dict[int, int]:
    starts, known_starts = sentence_starts(text), sentence_starts(known_text)
    sentences, known_sentences = _cut(text, starts), _cut(known_text, known_starts)
    mine = _by_sentence(starts, [mark.numeral_start for mark in marks])
    theirs = _by_sentence(known_starts, [one.mark.numeral_start for one in known])
    pairs: dict[int, int] = {}
    for new, old in _align(sentences, known_sentences):
        here, there = mine.get(new, []), theirs.get(old, [])
        if sentences[new] == known_sentences[old]:
            shift = _first_letter(text, starts[new]) - _first_letter(known_text, known_starts[old])
            found = _match_shifted([marks[one] for one in here], [known[one] for one in there], shift)
        else:
            found = _match_figures(
                [text[marks[one].numeral_start : marks[one].end] for one in here],
                [known_text[known[one].mark.numeral_start : known[one].mark.end] for one in there],
            )
        pairs.update({here[number]: there[index] for number, index in found.items()})
    return pairs


def _match_shifted(marks: Sequence[Mark], known: Sequence[KnownClaim], shift: int) -> dict[int, int]:
    moved = [KnownClaim(one.id, Mark(one.mark.numeral_start + shift, one.mark.end + shift)) for one in known]
    return _match_spans(marks, moved)


def _match_figures(new: Sequence[str], old: Sequence[str]) -> dict[int, int]:
    """Pair the figures of two wordings of a sentence: equal ones, and as many changed ones as there were."""
    pairs: dict[int, int] = {}
    for tag, new_from, new_to, old_from, old_to in SequenceMatcher(None, new, old, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and new_to - new_from == old_to - old_from):
            pairs.update(zip(range(new_from, new_to), range(old_from, old_to), strict=True))
    return pairs


def _first_letter(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _cut(text: str, starts: Sequence[int]) -> list[str]:
    ends = [*starts[1:], len(text)]
    return [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _by_sentence(starts: Sequence[int], offsets: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index in sorted(range(len(offsets)), key=offsets.__getitem__):
        found.setdefault(bisect_right(starts, offsets[index]) - 1, []).append(index)
    return found


def _align(new: Sequence[str], old: Sequence[str]) -> list[tuple[int, int]]:
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(new, old, strict=False)))
    rest = min(len(new), len(old)) - head
    tail = sum(1 for _ in takewhile(lambda at: new[-1 - at] == old[-1 - at], range(rest)))
    pairs = [(index, index) for index in range(head)]
    pairs += [(len(new) - 1 - at, len(old) - 1 - at) for at in range(tail)]
    middle = _align_middle(new[head : len(new) - tail], old[head : len(old) - tail])
    return pairs + [(first + head, second + head) for first, second in middle]


def _align_middle(new: Sequence[str], old: Sequence[str]) -> list[tuple[int, int]]:
    counts = Counter(old)
    if sum(counts[sentence] for sentence in new) > MOST_COMPARISONS:
        places = {sentence: index for index, sentence in reversed(list(enumerate(old)))}
        return [(index, places.pop(sentence)) for index, sentence in enumerate(new) if sentence in places]
    pairs: list[tuple[int, int]] = []
    for tag, new_from, new_to, old_from, old_to in SequenceMatcher(None, new, old, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and new_to - new_from == old_to - old_from):
            pairs.extend(zip(range(new_from, new_to), range(old_from, old_to), strict=True))
        elif tag == "replace":
            alike = _alike(new[new_from:new_to], old[old_from:old_to])
            pairs.extend((new_from + first, old_from + second) for first, second in alike)
    return pairs


def _alike(new: Sequence[str], old: Sequence[str]) -> list[tuple[int, int]]:
    """Pair sentences of a changed passage by likeness, in order."""
    if len(new) * len(old) > MOST_ALIKE:
        return []
    pairs: list[tuple[int, int]] = []
    free = 0
    for first, sentence in enumerate(new):
        scores = [(_likeness(sentence, old[second]), -second) for second in range(free, len(old))]
        best, place = max(scores, default=(0.0, 0))
        if best >= ALIKE:
            pairs.append((first, -place))
            free = 1 - place
    return pairs


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one[:LONGEST_SENTENCE], other[:LONGEST_SENTENCE], autojunk=False)
    return 0.0 if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < ALIKE else matcher.ratio()
