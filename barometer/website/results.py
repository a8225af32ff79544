"""What stands around a list of hits: facets, filters in force, histogram, links to the next page and to exports."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from barometer.exports.formats import FORMATS
from barometer.search.index import Hits
from barometer.website.asking import Asked
from barometer.website.histogram import LAST_MONTH, Bar, histogram, next_month
from barometer.website.names import Directory
from barometer.website.rendering import Visit, address
from barometer.website.subscribing import subscribing
from barometer.words.language import Words

SHOWN_VALUES = 8
FACETS = ("source", "language", "place", "indicator")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to filter by: its name, how many hits it would leave, and where that leads."""

    label: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Group:
    """A facet: its values, the most frequent ones and the rest."""

    label: str
    first: Sequence[Choice]
    rest: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force and the address of the same search without it."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Around:
    """All of what stands around one page of hits."""

    groups: Sequence[Group]
    chips: Sequence[Chip]
    bars: Sequence[tuple[Bar, str]]
    first: int
    last: int
    next: str | None
    start: str | None
    exports: Mapping[str, str]
    clear: str
    subscribe: str
    added: Sequence[tuple[str, Sequence[str]]]  # what typed words were taken to mean too
    switched: str  # the same search as typed, or in both languages where it is as typed now


def around(visit: Visit, directory: Directory, asked: Asked, hits: Hits[Any], kind: str) -> Around:
    """Build it for a page at this path."""
    path, here = visit.path, asked.parameters()
    following = None
    if hits.next is not None:
        following = address(path, {**here, "cursor": hits.next, "shown": str(asked.shown + len(hits.items))})
    bars = histogram(hits.facets.get("day", ()))
    return Around(
        groups=[
            group
            for name in FACETS
            if name not in asked.filters() and (group := _group(visit, directory, asked, name, hits))
        ]
        + _months(visit, asked, hits),
        chips=_chips(visit, directory, asked),
        bars=[
            (bar, address(path, asked.changed(after=bar.after.isoformat(), before=bar.before.isoformat())))
            for bar in bars
        ],
        first=asked.shown + 1,
        last=asked.shown + len(hits.items),
        next=following,
        start=address(path, here) if asked.cursor else None,
        exports={form: address(f"/export/{kind}.{form}", here) for form in FORMATS},
        subscribe=subscribing(asked),
        clear=address(path, {name: value for name, value in here.items() if name not in asked.filters()}),
        added=asked.words().added,
        switched=address(path, asked.changed(expand="" if asked.expand else "no")),
    )


def _group(visit: Visit, directory: Directory, asked: Asked, name: str, hits: Hits[Any]) -> Group | None:
    values = hits.facets.get(name, ())
    choices = [
        Choice(
            told(visit.words, directory, name, value),
            count,
            address(visit.path, asked.changed(**{name: value})),
        )
        for value, count in values
    ]
    if not choices:
        return None
    return Group(visit.words.text(name), choices[:SHOWN_VALUES], choices[SHOWN_VALUES:])


def _months(visit: Visit, asked: Asked, hits: Hits[Any]) -> list[Group]:
    """The months of what is found, the newest first, where there are several."""
    counts: Counter[date] = Counter()
    for day, count in hits.facets.get("day", ()):
        counts[date.fromisoformat(day).replace(day=1)] += count
    choices = [
        Choice(
            first.isoformat()[:7],
            counts[first],
            address(visit.path, asked.changed(after=first.isoformat(), before=next_month(first).isoformat())),
        )
        for first in sorted(counts, reverse=True)
        if first < LAST_MONTH
    ]
    return [Group(visit.words.text("month"), choices[:SHOWN_VALUES], choices[SHOWN_VALUES:])] if choices[1:] else []


def _chips(visit: Visit, directory: Directory, asked: Asked) -> list[Chip]:
    words = visit.words
    return [
        Chip(
            f"{words.text(name)} {told(words, directory, name, value)}",
            address(visit.path, asked.changed(**{name: ""})),
        )
        for name, value in asked.filters().items()
    ]


def told(words: Words, directory: Directory, name: str, value: str) -> str:
    """Give a filter's value in the words of the language."""
    of_directory = {"source": directory.source, "place": directory.place, "indicator": directory.indicator}
    if name in of_directory:
        return of_directory[name](value, words.code)
    of_words = {"language": words.languages, "unit": words.unit_names, "status": words.statuses}
    return of_words.get(name, {}).get(value, value)
