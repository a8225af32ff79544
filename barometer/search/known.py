"""The names that filters may ask for: which there are none of, and what a person may have meant."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from barometer.claims.lexicon import Lexicon
from barometer.errors import SearchError
from barometer.search.nearest import nearest, unknown_line
from barometer.search.tree import (
    LANGUAGES,
    STATUSES,
    And,
    Indicator,
    Language,
    Node,
    Not,
    OneClaim,
    Or,
    Place,
    Source,
    Unit,
)

CLOSED = ("source", "language", "unit", "status")
_FEW = 30  # so many names are told one by one


@dataclass(frozen=True)
class Known:
    """The names of sources, languages, units and statuses, which are all there are, of places and of indicators."""

    lexicon: Lexicon
    sources: Collection[str]

    def refuse(self, given: Mapping[str, str | None]) -> None:
        """Raise SearchError for a filter that asks for a name of a closed list that is not in it: it finds nothing."""
        for kind in CLOSED:
            name = given.get(kind)
            if name and (told := self._unknown(kind, name)):
                raise SearchError(told)

    def hints(self, node: Node) -> list[str]:
        """Give a line for each name in a query that nothing is known by, with the nearest that there are."""
        told = (self._unknown(kind, name) for kind, name in _names(node))
        return [line for line in dict.fromkeys(told) if line]

    def _unknown(self, kind: str, name: str) -> str | None:
        among, spoken = self._names[kind], self._spoken.get(kind, {})
        lowered = name.lower()
        if lowered in among or (kind == "indicator" and lowered in spoken):
            return None
        near = dict.fromkeys([*([spoken[lowered]] if lowered in spoken else []), *nearest(name, {**spoken, **among})])
        told = unknown_line(kind, name, near)
        return (
            told
            if near or kind not in CLOSED or len(among) > _FEW
            else f"{told}; there are {', '.join(among.values())}"
        )

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        kinds: dict[str, Collection[str]] = {
            "source": self.sources,
            "language": LANGUAGES,
            "unit": self.lexicon.units,
            "status": STATUSES,
            "place": self.lexicon.places,
            "indicator": self.lexicon.indicators,
        }
        return {kind: {name.lower(): name for name in names} for kind, names in kinds.items()}

    @cached_property
    def _spoken(self) -> dict[str, dict[str, str]]:
        """What people and texts call units, places and indicators: yuan is CNY."""
        units = {
            word.lower(): unit.id
            for unit in self.lexicon.units.values()
            for words in unit.words.values()
            for word in (*words.before, *words.after)
        }
        places = {
            word.lower(): place.name
            for place in self.lexicon.places.values()
            for words in place.names.values()
            for word in words
        }
        indicators = {
            word.lower(): indicator.id
            for indicator in self.lexicon.indicators.values()
            for words in ((*indicator.names.values(),), *indicator.phrases.values())
            for word in words
        }
        return {"unit": units, "place": places, "indicator": indicators}


def _names(node: Node) -> Iterator[tuple[str, str]]:
    match node:
        case Place(name):
            yield "place", name
        case Indicator(name, _):
            yield "indicator", name
        case Unit(name):
            yield "unit", name
        case Source(name, _):
            yield "source", name
        case Language(code):
            yield "language", code
        case And(parts) | Or(parts):
            for part in parts:
                yield from _names(part)
        case Not(part) | OneClaim(part):
            yield from _names(part)
        case _:
            pass
