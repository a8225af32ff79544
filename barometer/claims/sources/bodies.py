"""Takes up the bodies that an English text names in full where it calls them by their kind: "the association"."""

from dataclasses import replace

from barometer.claims.language import is_chinese
from barometer.claims.text.expressions import pattern
from barometer.claims.values import Reading, Speaker

_KINDS = (
    "association bureau group chamber bank committee council institute federation ministry commission department"
    " administration agency authority exchange company customs office centre center"
)
_NAME = pattern(r"(?:\bthe )?(?P<name>(?-i:[A-Z][\w'&-]*(?: (?:(?:of|and|for|the) )*[A-Z][\w'&-]*)+))")
_ABOUT = frozenset({"the", "a", "an", "of", "and", "for"})
_MOST_NAMES = 60

Span = tuple[int, int]


def with_bodies_again(readings: list[Reading]) -> list[Reading]:
    """Give the readings with "the association" as the last body named in full that is one, not whoever spoke last."""
    known: dict[str, list[tuple[frozenset[str], Span]]] = {}
    found = []
    for reading in readings:
        if is_chinese(reading.text):
            found.append(reading)
            continue
        named = [_again(one, reading, known) for one in reading.speakers]
        same = all(one is other for one, other in zip(named, reading.speakers, strict=True))
        found.append(reading if same else replace(reading, speakers=tuple(named)))
        _learn(reading, known)
    return found


def _learn(reading: Reading, known: dict[str, list[tuple[frozenset[str], Span]]]) -> None:
    """Add the bodies that a sentence names in full, under each of the words for its kind."""
    start = reading.sentence.start
    for match in _NAME.finditer(reading.text):
        words = frozenset(match.group("name").lower().removesuffix("'s").split())
        for kind in words & _OF_KIND:
            if len(known.setdefault(kind, [])) < _MOST_NAMES:
                known[kind].append((words, (start + match.start("name"), start + match.end("name"))))


_OF_KIND = frozenset(_KINDS.split())


def _again(one: Speaker, reading: Reading, known: dict[str, list[tuple[frozenset[str], Span]]]) -> Speaker:
    """Give a speaker called by a kind of body with the name of the last such body, if all its words are in it."""
    span = one.words if one.name is None else None
    if span is None or one.pronoun != "body" or not 0 <= span[0] < len(reading.text):
        return one
    called = reading.text[span[0] : span[1]]
    words = called.split()
    if not words or called != called.lower() or words[-1] not in known:
        return one
    wanted = frozenset(words) - _ABOUT
    whole = next((place for name, place in reversed(known[words[-1]]) if wanted <= name), None)
    if whole is None:
        return one
    start = reading.sentence.start
    return replace(one, name=(whole[0] - start, whole[1] - start), words=None)
