"""Which claim is which: the same claim keeps its id when the text is read again or the article is revised.

A re-extraction of one text matches by overlapping numerals. A new revision is aligned sentence by sentence first: equal
sentences match equal, a changed sentence matches the one that stands in its place, and inside a pair of sentences the
numerals match in order. What matches nothing is a new claim. (Quotes repeat inside a quarter of articles, so a quote
and its ordinal would shift, measured.)
"""

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

ENDS = frozenset("。！？!?\n")
CLOSING = frozenset("”’」』）)]】》\"'")  # belongs to the sentence that it closes
ALIGNED_AT_MOST = 2_000  # sentences; beyond that only equal ones are matched, for the matcher is quadratic


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
        if starts[-1] < following < len(text):
            starts.append(following)
    return starts


def sentence_around(text: str, starts: Sequence[int], offset: int) -> str:
    """Give the sentence that holds the offset, without surrounding white space."""
    number = bisect_right(starts, offset) - 1
    end = starts[number + 1] if number + 1 < len(starts) else len(text)
    return text[starts[number] : end].strip()


def _match_spans(marks: Sequence[Mark], known: Sequence[KnownClaim]) -> dict[int, int]:
    """Pair marks and known claims whose numerals overlap, each once, in text order."""
    pairs: dict[int, int] = {}
    order = sorted(range(len(known)), key=lambda index: known[index].mark.numeral_start)
    free = 0
    for number in sorted(range(len(marks)), key=lambda index: marks[index].numeral_start):
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
        pairs.update(zip(mine.get(new, []), theirs.get(old, []), strict=False))
    return pairs


def _cut(text: str, starts: Sequence[int]) -> list[str]:
    ends = [*starts[1:], len(text)]
    return [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _by_sentence(starts: Sequence[int], offsets: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index in sorted(range(len(offsets)), key=offsets.__getitem__):
        found.setdefault(bisect_right(starts, offsets[index]) - 1, []).append(index)
    return found


def _align(new: Sequence[str], old: Sequence[str]) -> list[tuple[int, int]]:
    if max(len(new), len(old)) > ALIGNED_AT_MOST:
        places = {sentence: index for index, sentence in reversed(list(enumerate(old)))}
        return [(index, places.pop(sentence)) for index, sentence in enumerate(new) if sentence in places]
    pairs: list[tuple[int, int]] = []
    for tag, new_from, new_to, old_from, old_to in SequenceMatcher(None, new, old, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and new_to - new_from == old_to - old_from):
            pairs.extend(zip(range(new_from, new_to), range(old_from, old_to), strict=True))
    return pairs
