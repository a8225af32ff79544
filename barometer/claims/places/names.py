"""Which stretches of a text are places: those that it names as persons or firms are none, others are places again."""

from collections.abc import Iterator
from itertools import islice

from barometer.claims.lexicon import Lexicon
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, pattern
from barometer.claims.text.scanning import by_start, touching
from barometer.claims.values import PlaceMark, Reading


def without_names(readings: list[Reading], lexicon: Lexicon) -> list[Reading]:
    """Give the readings without places that no list knows and that the text names as persons or firms.

    "Dawit Haile", "Huadu Home", "shares of Huadu".
    """
    persons = [(reading, span) for reading in readings for span in reading.persons]
    persons += [
        (reading, one.name)
        for reading in readings
        for one in reading.speakers
        if one.person and one.name is not None and one.name[1] <= len(reading.text)
    ]
    firms = [(reading, span) for reading in readings for span in reading.firms]
    of_firms = _words(firms)
    names = _words(persons) | of_firms | _unplaced(readings, lexicon)
    return [_without(reading, names, of_firms, lexicon) for reading in readings] if names or persons else readings


def _unplaced(readings: list[Reading], lexicon: Lexicon) -> set[str]:
    """Give the names that only read as Chinese towns, where nothing in an English text says that they are places."""
    names = {
        mark.name
        for reading in readings
        for mark in reading.places
        if mark.name and not mark.foreign and mark.name not in lexicon.places and not reading.chinese
    }
    names -= {mark.name for reading in readings for mark in reading.places if mark.scene == "story"}
    if not names:
        return set()
    texts = [reading.text for reading in readings if not reading.chinese]
    return {name for name in islice(sorted(names), _MOST_NAMES) if not _is_placed(texts, name)}


def _is_placed(texts: list[str], name: str) -> bool:
    """Say whether sentences say of a name that it is a place: "in Sumu", "Sumu county", "Sumu's exports".

    What is "Tiantuan Pens" elsewhere is a firm, whose too may stand behind it: "Tiantuan's assembly line".
    """
    around = [parted for text in texts for parted in _around(text, name)]
    firm = any(_NAMES_FIRM.match(behind) is not None for _before, behind in around)
    return any(
        _WHERE.search(before) is not None
        or _PLACED.match(behind) is not None
        or (not firm and _MAY_BE_PLACED.match(behind) is not None)
        for before, behind in around
    )


def _around(text: str, name: str) -> Iterator[tuple[str, str]]:
    """Give the words before and behind a name wherever a text has it."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        yield text[max(0, at - _BACK) : at], text[end : end + _BACK]
        at = text.find(name, at + 1)


_WHERE = pattern(
    r"\b(?:in|at|from|near|to|around|outside|of|across|between|and|neighbou?ring|nearby|downtown|through|via|for|leave"
    r"|left|reach|reached) (?:the )?$|(?:^|[^a-z])(?-i:[A-Z]{3,}[A-Za-z, ]*)$"
)
_NAMES_FIRM = Brief(
    r"^(?-i: (?!(?:City|County|District|Port|Airport|Province|Town|Township|Village|Prefecture|West|East|North|South"
    r"|Station|Railway|Free|High|New|Bonded|Economic|Comprehensive|International|Market|Customs|Mountain|Island|Lake|Bay|Road"
    r"|Street|Municipal|Development|Industrial|Textile|Science|Sub-?district|Area|Zone|Park|Bridge|River|Normal"
    r"|University|College|People|Bureau|Commerce|Evening|Morning|Daily)\b)[A-Z][a-z]+)"
)
"""What makes a name that reads as a town the one of a firm: "Tiantuan Pens"."""
_PLACED = pattern(
    r"^(?:-based\b|[-–](?-i:[A-Z])| (?:city|county|district|town|township|village|port|airport|province"
    r"|customs|municipal|station|market|island|in|is a|is (?:now |also )?home to|has a population))"
)
_MAY_BE_PLACED = pattern(r"^(?:'s\b|,? (?-i:[A-Z]))")


def _words(named: list[tuple[Reading, tuple[int, int]]]) -> set[str]:
    return {word for reading, (start, end) in named for word in reading.text[start:end].split()}


_SMALL = frozenset({"district", "county", "town"})
"""Places so small that a firm of the same name is meant where a text tells of one."""


def _without(reading: Reading, names: set[str], of_firms: set[str], lexicon: Lexicon) -> Reading:
    if not reading.places:
        return reading

    def named(mark: PlaceMark) -> bool:
        known = lexicon.places.get(mark.name or "")
        if known is None:
            return mark.name in names
        return known.level in _SMALL and mark.name in of_firms

    spoken = [*reading.persons, *(one.name for one in reading.speakers if one.person and one.name is not None)]
    kept = tuple(
        mark
        for mark in reading.places
        if not named(mark) and not any(low < mark.start and mark.end <= high for low, high in spoken)
    )
    return reading if len(kept) == len(reading.places) else replace(reading, places=kept)


_GOVERNMENTS = {
    "Beijing": "China", "Washington": "United States", "Tokyo": "Japan", "London": "United Kingdom",
    "Brussels": "European Union",
}  # fmt: skip
_THERE = pattern(r"\b(?:in|at|near|from|to|around|downtown|central|suburban|between|outside|and)\s$")
_OF_TOWN = pattern(r"^(?:'s|,? (?-i:[A-Z])| (?:city|municipal|residents|customs|port|district|and)\b|[,)-])")


def with_governments(readings: list[Reading]) -> list[Reading]:
    """Give the readings with a capital as its country, where an English text means the government by it.

    "Exports of rare earths, which Beijing restricts": a text about the country that names the town in no other way.
    """
    told = {mark.name for reading in readings for mark in reading.places}
    meant = {town for town, country in _GOVERNMENTS.items() if {town, country} <= told}
    meant -= {
        mark.name
        for reading in readings
        for mark in reading.places
        if mark.name in meant and mark.part != "dateline" and not _acts(reading, mark)
    }
    if not meant:
        return readings
    return [
        replace(
            reading,
            places=tuple(
                replace(mark, name=_GOVERNMENTS[mark.name], level="country")
                if mark.name in meant and mark.name is not None and mark.part != "dateline"
                else mark
                for mark in reading.places
            ),
        )
        for reading in readings
    ]


def _acts(reading: Reading, mark: PlaceMark) -> bool:
    """Say whether a town is named as one that does something, not as where something is."""
    head = reading.text[max(0, mark.start - _BACK) : mark.start]
    there = _THERE.search(head) and not head.endswith(_AND_GOVERNMENT)
    return not (reading.chinese or there or _OF_TOWN.match(reading.text[mark.end : mark.end + _BACK]))


_AND_GOVERNMENT = tuple(f"{town} and " for town in _GOVERNMENTS)
_BACK = 24


def with_named_again(readings: list[Reading], lexicon: Lexicon) -> list[Reading]:
    """Give the readings with the places that no list knows marked wherever the text names them again."""
    written = (
        mark.name
        for reading in readings
        for mark in reading.places
        if mark.name
        and mark.name == reading.text[mark.start : mark.end]
        and mark.name not in (lexicon.places[mark.name].names["en"] if mark.name in lexicon.places else ())
    )
    names = set(islice(dict.fromkeys(written), _MOST_NAMES))
    return [_named_again(reading, names) for reading in readings] if names else readings


_MOST_NAMES = 40
"""So many names are looked for again; a text of nothing but names must not cost their square."""


def _named_again(reading: Reading, names: set[str]) -> Reading:
    more = []
    for name in sorted(names):
        at = reading.text.find(name)
        end = at + len(name)
        around = reading.text[max(0, at - 1) : at] + reading.text[end : end + 1]
        if at >= 0 and not any(char.isalnum() for char in around) and not touching(reading.places, at, end):
            more.append(PlaceMark(at, end, name, "city"))
    return replace(reading, places=tuple(by_start([*reading.places, *more]))) if more else reading
