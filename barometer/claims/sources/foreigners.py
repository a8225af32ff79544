"""People of a Chinese text with names written by their sound, who are later called by one part of the name."""

from barometer.claims.replacing import replace
from barometer.claims.values import Reading

_DOT = "·"
_SHORTEST = 2


def with_foreigners_again(readings: list[Reading]) -> list[Reading]:
    """Give the readings with those who were named in full marked where only a part of the name stands.

    穆罕默德·迪亚洛有26名员工。…迪亚洛说，….
    """
    if not any(_DOT in reading.text and reading.persons for reading in readings):
        return readings
    known: set[str] = set()
    found = []
    for reading in readings:
        found.append(_again(reading, known) if known and reading.chinese else reading)
        for low, high in reading.persons:
            parts = reading.text[low:high].split(_DOT)
            known.update(part for part in parts[1:] + parts[:1] if len(parts) > 1 and len(part) >= _SHORTEST)
    return found


def _again(reading: Reading, known: set[str]) -> Reading:
    """Give a reading with the parts of names that stand in it as people told of, or who speak."""
    spans = sorted({*reading.persons, *(span for name in known if (span := _standing(reading.text, name)) is not None)})
    speakers = tuple(
        replace(one, person=True)
        if one.name is not None and reading.text[max(0, one.name[0]) : one.name[1]] in known
        else one
        for one in reading.speakers
    )
    return replace(reading, persons=tuple(spans), speakers=speakers)


def _standing(text: str, name: str) -> tuple[int, int] | None:
    """Give where a part of a name stands by itself first."""
    at = text.find(name)
    if at < 0 or text[at - 1 : at] == _DOT or text[at + len(name) : at + len(name) + 1] == _DOT:
        return None
    return at, at + len(name)
