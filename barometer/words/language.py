"""The words of pages, mails and feeds, one data file a language; numbers, periods and mistakes told with them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import re2
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from barometer.claims.lexicon import load_lexicon
from barometer.errors import SourceError
from barometer.yaml_files import read_yaml

LANGUAGES = ("zh", "en")
LOCAL = "Asia/Shanghai"
_SCALED_DIGITS = 6
_PLACED = re.compile(r"query, character (\d+): ", re.ASCII)

Texts = Annotated[Mapping[str, str], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a mistake; `named` is what pages call the field of that name."""

    text: str
    named: str

    def __str__(self) -> str:
        return self.text


class Words(BaseModel):
    """All words of one language, as its file has them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    zone: str
    say: Texts
    languages: Texts
    kinds: Texts
    modifiers: Texts
    ranges: str
    directions: Texts
    comparisons: Texts
    statuses: Texts
    scales: Mapping[int, str]
    fields: Texts
    units: Texts
    unit_names: Texts
    help: tuple[tuple[str, str], ...]
    mistakes: Mapping[str, str] = MappingProxyType({})

    def text(self, key: str, **values: object) -> str:
        """Give the words under a key, with the values filled in. Raises KeyError for a key that is not there."""
        return self.say[key].format(**values) if values else self.say[key]

    def counted(self, key: str, number: int) -> str:
        """Give a number of things: 1 article, 35 articles."""
        return _for_number(self.say[key], number == 1).format(n=f"{number:,}")

    def quoted(self, text: str) -> str:
        """Put words between the marks of the language."""
        return f"“{text}”"

    def listed(self, parts: Sequence[str]) -> str:
        """Put parts side by side."""
        return self.say["list_comma"].join(part for part in parts if part)

    def number(self, value: Decimal) -> str:
        """Give a number as a person would write it, without losing a digit: 2.63 trillion, 26万."""
        for power, word in sorted(self.scales.items(), reverse=True):
            scaled = value.scaleb(-power)
            if abs(scaled) >= 1 and len(scaled.normalize().as_tuple().digits) <= _SCALED_DIGITS:
                return f"{scaled.normalize():,f}{word}"
        return f"{value.normalize():,f}"

    def value(self, value: Decimal, value_max: Decimal | None, unit: str, modifier: str) -> str:
        """Give a claim's value with its unit and bound: over 2.1 million products, 超过210万种商品."""
        digits = self.number(value)
        if value_max is not None:
            digits = self.ranges.format(low=digits, high=self.number(value_max))
        with_unit = _for_number(self.units.get(unit, f"{{v}} {unit}"), value == 1 and value_max is None)
        return self.modifiers.get(modifier, "{v}").format(v=with_unit.format(v=digits))

    def place(self, name: str) -> str:
        """Give a place's name; English has the canonical one."""
        place = load_lexicon().places.get(name) if self.code != "en" else None
        written = place.names.get(self.code) if place is not None else None
        return written[0] if written else name

    def period(self, start: date | None, end: date | None) -> str:
        """Give a period as short as its ends allow: 2025, 2025-06, 2025-01 to 2025-05, until 2024-07-31."""
        if start is None:
            return "" if end is None else self.text("period_until", end=end.isoformat())
        if end is None:
            return self.text("period_from", start=start.isoformat())
        names = _short(start, end)
        return names[0] if names[0] == names[1] else self.text("period_range", start=names[0], end=names[1])

    def moment(self, at: datetime, zone: str | None = None, precision: str | None = None) -> str:
        """Give a time in a zone, as finely as it was told: 2025-06-17 18:48 UTC+8."""
        local = at.astimezone(ZoneInfo(zone or LOCAL))
        shape = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d", "second": "%Y-%m-%d %H:%M:%S"}
        told = local.strftime(shape.get(precision or "", "%Y-%m-%d %H:%M"))
        if precision in {"year", "month", "day"}:
            return told
        return f"{told} {self.zone.format(offset=_offset(local.utcoffset() or timedelta()))}"

    def mistake(self, told: str) -> str:
        """Say in this language what search told in English; as it is where there are no words for it."""
        bare = _PLACED.sub("", told, count=1)
        for pattern, words in _patterns(self.code, tuple(self.mistakes.items())):
            match = pattern.fullmatch(bare)
            if match:
                parts = [_Part(self.mistake(part), self.say.get(part, part)) for part in match.groups()]
                return words.format("", *parts)
        return bare


def mistake_at(told: str) -> int | None:
    """Give the character of the query, counted from 1, at which search found a mistake, if it tells."""
    match = _PLACED.match(told)
    return int(match[1]) if match else None


@cache
def words_of(language: str) -> Words:
    """Read the words of a language. Raises SourceError naming what is wrong in the file."""
    name = f"words/{language}.yaml"
    text = resources.files(__package__).joinpath(f"{language}.yaml").read_text(encoding="utf-8")
    try:
        return Words.model_validate(read_yaml(text) | {"code": language})
    except (yaml.YAMLError, ValidationError) as error:
        raise SourceError(f"{name}: {error}") from None


@cache
def _patterns(_code: str, mistakes: tuple[tuple[str, str], ...]) -> tuple[tuple[Any, str], ...]:
    def compiled(told: str) -> Any:
        return re2.compile("(?s)" + re.sub(r"\\\{\d\\\}", "(.*)", re.escape(told)))

    return tuple((compiled(told), words) for told, words in mistakes)


def _for_number(words: str, one: bool) -> str:
    singular, bar, plural = words.partition("|")
    return singular if one or not bar else plural


def _short(start: date, end: date) -> tuple[str, str]:
    """Name the ends of a period by months or years where it consists of whole ones."""
    following = end + timedelta(days=1) if end < date.max else end
    if start.day != 1 or following.day != 1:
        return start.isoformat(), end.isoformat()
    if start.month == 1 and following.month == 1:
        return str(start.year), str(end.year)
    return f"{start:%Y-%m}", f"{end:%Y-%m}"


def _offset(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"
