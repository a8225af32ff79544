"""What a person may have meant, when nothing is found: names in a query that no file of ours knows."""

from collections.abc import Iterable, Iterator

from barometer.claims import load_lexicon
from barometer.config import Settings
from barometer.search.nearest import told_unknown
from barometer.search.tree import And, Language, Node, Not, OneClaim, Or, Place, Source, Unit
from barometer.sources import read_sources
from barometer.words.language import LANGUAGES


def unknown_names(node: Node, settings: Settings) -> list[str]:
    """Give a line for each place, unit, source or language of the query that is not known, with the nearest that is."""
    lexicon = load_lexicon(settings.indicators)
    known: dict[str, Iterable[str]] = {
        "place": lexicon.places,
        "unit": lexicon.units,
        "source": read_sources(*settings.source_folders).sources,
        "language": LANGUAGES,
    }
    lines = []
    for kind, name in _names(node):
        if told := told_unknown(kind, name, known[kind]):
            lines.append(told)
    return lines


def _names(node: Node) -> Iterator[tuple[str, str]]:
    match node:
        case Place(name):
            yield "place", name
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
