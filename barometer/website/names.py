"""What sources, places and indicators are called in the language of a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from barometer.claims.lexicon import load_lexicon
from barometer.sources import Source

Names = Mapping[str, Mapping[str, str]]  # id -> language -> name


@dataclass(frozen=True, slots=True)
class Directory:
    """Names of sources, places and indicators; what is not in it is called by its id."""

    sources: Names
    places: Names
    indicators: Names = field(default_factory=dict)

    @classmethod
    def of(cls, sources: Mapping[str, Source]) -> Self:
        """Take the names that source files and the lexicon of places give."""
        places = {
            name: {language: written[0] for language, written in place.names.items() if written}
            for name, place in load_lexicon().places.items()
        }
        indicators = {name: indicator.names for name, indicator in load_lexicon().indicators.items()}
        return cls({each.id: {"zh": each.name.zh, "en": each.name.en} for each in sources.values()}, places, indicators)

    def source(self, name: str, language: str) -> str:
        """Give a source's name."""
        return self.sources.get(name, {}).get(language, name)

    def indicator(self, name: str, language: str) -> str:
        """Give an indicator's name."""
        return self.indicators.get(name, {}).get(language, name)

    def place(self, name: str, language: str) -> str:
        """Give a place's name; English has the canonical one."""
        return name if language == "en" else self.places.get(name, {}).get(language, name)
