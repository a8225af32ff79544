"""The knowledge that the engine reads with: units, modifiers, places and indicators, as values made from YAML.

`load_lexicon` is the rim: it reads files and checks them; everything behind it takes the `Lexicon` that it gives.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import cast

import yaml

from barometer.claims.indicators.files import load_around, load_indicators
from barometer.claims.indicators.resolver import Around, Indicator, Resolver
from barometer.errors import SourceError
from barometer.yaml_files import read_yaml

LANGUAGES = ("en", "zh")
DIMENSIONS = frozenset({
    "money", "ratio", "point", "index", "times", "discrete", "mass", "area", "length", "time", "rank",
})  # fmt: skip
LANDS = frozenset({"country", "city"})
"""Units of what things come from: "660 buyers from 60 countries"."""
MODIFIERS = ("gt", "ge", "lt", "le", "approx", "eq")
LEVELS = frozenset({
    "world", "region", "country", "province", "prefecture", "city", "county", "district", "foreign_city",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnitWords:
    """How one language writes a unit."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    classifiers: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the claim model, what it measures, and how each language writes it.

    `of_goods` says that it only says how much there is of goods, which are what is measured.
    """

    id: str
    dimension: str
    words: Mapping[str, UnitWords]
    of_goods: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """A word that bounds or blurs a number, and the modifier it gives."""

    word: str
    modifier: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place: canonical English name, level, the place it lies in, its names by language.

    `people` are English adjectives for what is of it: "Chinese".
    """

    name: str
    level: str
    within: str | None
    names: Mapping[str, tuple[str, ...]]
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """All data that reading needs. Two lexicons are the same only if they are the same object."""

    units: Mapping[str, Unit]
    bounds_before: Mapping[str, tuple[Bound, ...]]
    bounds_after: Mapping[str, tuple[Bound, ...]]
    places: Mapping[str, Place]
    cues: Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]] = field(default_factory=dict)
    measures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    around: Around = field(default_factory=Around)
    signs: Mapping[str, str] = field(default_factory=dict)
    """The syllable of each sign that names of Chinese towns and villages are made of."""

    _dimensions: dict[str, str] = field(init=False, repr=False, default_factory=dict)
    _around: dict[str, tuple[str, ...]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Note what every unit measures and every place lies in, for both are asked many times of every sentence."""
        self._dimensions.update((name, unit.dimension) for name, unit in self.units.items())
        self._around.update((name, tuple(self._outward(place))) for name, place in self.places.items())

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    def dimension(self, unit: str) -> str:
        """Give what a unit measures; an unknown unit counts things."""
        return self._dimensions.get(unit, "discrete")

    def of_goods(self, unit: str) -> bool:
        """Say whether a unit only says how much there is of goods."""
        known = self.units.get(unit)
        return known is not None and known.of_goods

    def enclosing(self, name: str) -> tuple[str, ...]:
        """Give the places that a place lies in, from the nearest on."""
        return self._around.get(name, ())

    def _outward(self, place: Place | None) -> Iterator[str]:
        seen: set[str] = set()
        while place is not None and place.within is not None and place.within not in seen:
            seen.add(place.within)
            yield place.within
            place = self.places.get(place.within)


def _read(name: str) -> dict[str, object]:
    path = resources.files("barometer.claims").joinpath(name)
    try:
        text = path.read_text(encoding="utf-8")
        rows = read_yaml(text)
    except yaml.YAMLError as error:
        raise SourceError(f"{name}: not readable as YAML: {error}") from error
    if not isinstance(rows, dict):
        raise SourceError(f"{name}: a mapping is expected, with one entry per line")
    return cast("dict[str, object]", rows)


def _mapping(name: str, key: str, value: object, allowed: frozenset[str]) -> dict[str, object]:
    if not isinstance(value, dict):
        raise SourceError(f"{name}: {key}: a mapping is expected")
    unknown = set(value) - allowed
    if unknown:
        raise SourceError(f"{name}: {key}: unknown field {min(map(str, unknown))!r}; allowed: {sorted(allowed)}")
    return cast("dict[str, object]", value)


def _words(name: str, key: str, value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise SourceError(f"{name}: {key}: a list of words is expected (quote words such as 'no', 'on' or '%')")
    return tuple(cast("list[str]", value))


def _choice(name: str, key: str, value: object, allowed: frozenset[str]) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise SourceError(f"{name}: {key}: {value!r} is not one of {sorted(allowed)}")
    return value


def _flag(name: str, key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise SourceError(f"{name}: {key}: true or false is expected")
    return value


def _units(name: str) -> dict[str, Unit]:
    units = {}
    for key, value in _read(name).items():
        row = _mapping(name, key, value, frozenset({"dimension", "of_goods", *LANGUAGES}))
        dimension = _choice(name, key, row.get("dimension"), DIMENSIONS)
        words = {}
        for code in LANGUAGES:
            fields = _mapping(
                name, f"{key}.{code}", row.get(code, {}), frozenset({"before", "after", "classifiers", "nouns"})
            )
            words[code] = UnitWords(**{part: _words(name, f"{key}.{code}.{part}", fields[part]) for part in fields})
        units[key] = Unit(key, dimension, words, _flag(name, f"{key}.of_goods", row.get("of_goods", False)))
    return units


def _bounds(name: str, side: str) -> dict[str, tuple[Bound, ...]]:
    bounds: dict[str, list[Bound]] = {code: [] for code in LANGUAGES}
    for modifier, value in _read(name).items():
        _choice(name, modifier, modifier, frozenset(MODIFIERS))
        row = _mapping(name, modifier, value, frozenset(LANGUAGES))
        for code in LANGUAGES:
            fields = _mapping(name, f"{modifier}.{code}", row.get(code, {}), frozenset({"before", "after"}))
            words = _words(name, f"{modifier}.{code}.{side}", fields.get(side))
            bounds[code].extend(Bound(word.lower(), modifier) for word in words)
    return {code: tuple(found) for code, found in bounds.items()}


def _places(name: str) -> dict[str, Place]:
    places = {}
    for key, value in _read(name).items():
        row = _mapping(name, key, value, frozenset({"level", "within", "people", *LANGUAGES}))
        within = row.get("within")
        if within is not None and not isinstance(within, str):
            raise SourceError(f"{name}: {key}.within: the name of a place or null is expected")
        names = {code: _words(name, f"{key}.{code}", row.get(code)) for code in LANGUAGES}
        level = _choice(name, f"{key}.level", row.get("level"), LEVELS)
        places[key] = Place(key, level, within, names, _words(name, f"{key}.people", row.get("people")))
    for place in places.values():
        if place.within is not None and place.within not in places:
            raise SourceError(f"{name}: {place.name}.within: no place is called {place.within!r}")
    return places


def _measures(name: str) -> dict[str, tuple[str, ...]]:
    row = _mapping(name, "units without a name", _read(name), frozenset(LANGUAGES))
    return {code: _words(name, code, row.get(code)) for code in LANGUAGES}


def _signs(name: str) -> dict[str, str]:
    signs: dict[str, str] = {}
    for syllable, row in _read(name).items():
        if not isinstance(row, str) or not row:
            raise SourceError(f"{name}: {syllable}: the signs that are written so are expected, as one word")
        if (twice := next((sign for sign in row if sign in signs), None)) is not None:
            raise SourceError(f"{name}: {syllable}: {twice} is written {signs[twice]!r} before; keep one of them")
        signs |= dict.fromkeys(row, syllable)
    return signs


def _cues(name: str) -> dict[str, dict[str, tuple[str, ...]]]:
    cues: dict[str, dict[str, tuple[str, ...]]] = {}
    for cue, value in _read(name).items():
        if isinstance(value, list):
            cues[cue] = {"": _words(name, cue, value)}
        elif isinstance(value, dict):
            cues[cue] = {str(kind): _words(name, f"{cue}.{kind}", words) for kind, words in value.items()}
        else:
            raise SourceError(f"{name}: {cue}: a list of phrases is expected, or a mapping of value to phrases")
    return cues


@cache
def load_lexicon(*indicator_files: Path) -> Lexicon:
    """Give the lexicon of the package, with the indicators of further files laid over its own; read once.

    A data file that breaks its schema raises SourceError, naming it.
    """
    units = _units("data/units.yaml")
    return Lexicon(
        units=units,
        bounds_before=_bounds("data/modifiers.yaml", "before"),
        bounds_after=_bounds("data/modifiers.yaml", "after"),
        places=_places("data/places.yaml"),
        cues={"en": _cues("english/cues.yaml"), "zh": _cues("chinese/cues.yaml")},
        measures=_measures("data/measures.yaml"),
        indicators=load_indicators({unit.id: unit.dimension for unit in units.values()}, *indicator_files),
        around=load_around(),
        signs=_signs("data/name_signs.yaml"),
    )


@cache
def resolver(lexicon: Lexicon) -> Resolver:
    """Give what finds the indicators of a lexicon."""
    places = lexicon.places
    return Resolver(
        lexicon.indicators.values(),
        lexicon.around,
        {name: place.names for name, place in places.items()},
        {name: place.within for name, place in places.items()},
    )


def of_things(units: Iterable[str]) -> str | None:
    """Give the first unit that counts things, not what they come from: of buyers and countries, that of buyers."""
    first = None
    for unit in units:
        if unit not in LANDS:
            return unit
        first = first or unit
    return first
