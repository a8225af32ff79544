"""What a crawl asks for first: a source's entries as requests, with page numbers and days put in."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from barometer.sources.schema import Ask, Source
from barometer.sources.urls import canonical_url

_PAGE, _DAYS = "{page", ("{day", "{next")
_NO_DAY = datetime(2000, 1, 1, tzinfo=ZoneInfo("UTC"))
MOST_TURNS = 1000  # pages of one list that a walk turns
_PLACE = re.compile(r"\{(page|day|next)(?::([^{}]+))?\}")
_NUMBER = re.compile(r"\{(?:page|(?:day|next):ms)\}")  # alone in a JSON text, they are numbers there


@dataclass(frozen=True, slots=True)
class Asked:
    """One list as it is asked for."""

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str | None = None


def entries_of(source: Source, now: datetime) -> tuple[Asked, ...]:
    """Give what a run of the source starts with, in the order of its file."""
    today = now.astimezone(ZoneInfo(source.time_zone))
    plain = (Asked(url) for url in source.entry)
    daily = (ask for ask in source.ask if not ask.archive)
    return (*plain, *(asked for ask in daily for asked in _asked(ask, today, ask.days, ask.pages)))


def is_by_day(ask: Ask) -> bool:
    """Tell whether a list is asked for day by day."""
    whole = ask.model_dump_json()
    return any(place in whole for place in _DAYS)


def walk_entries(source: Source, since: datetime, now: datetime) -> tuple[Asked, ...]:
    """Give what a walk back to `since` starts with: each day's lists, the first page of numbered ones, the entries."""
    zone = ZoneInfo(source.time_zone)
    today = now.astimezone(zone)
    days = (today.date() - since.astimezone(zone).date()).days + 1
    found = [Asked(url) for url in source.entry]
    for ask in source.ask:
        by_day = is_by_day(ask)
        found += _asked(ask, today, days if by_day else 1, ask.pages if by_day else 1)
    return tuple({(asked.url, asked.body): asked for asked in found}.values())


def turned(source: Source, url: str, body: str | None) -> Asked | None:
    """Give the page after this one of a list that is asked for by page numbers; None where it is no such list."""
    for ask in source.ask:
        if _PAGE not in ask.model_dump_json() or is_by_day(ask):
            continue
        for number in range(ask.first, ask.first + MOST_TURNS * ask.step, ask.step):
            asked = ask_once(ask, number, _NO_DAY)
            if (asked.url, asked.body) == (url, body):
                return ask_once(ask, number + ask.step, _NO_DAY)
    return None


def _asked(ask: Ask, today: datetime, days: int, pages: int) -> Iterator[Asked]:
    for back in range(days):
        day = today - timedelta(days=back)
        if (ask.begins and day.date() < ask.begins) or (ask.until and day.date() > ask.until):
            continue
        for number in range(ask.first, ask.first + pages * ask.step, ask.step):
            yield ask_once(ask, number, day)


def ask_once(ask: Ask, number: int, day: datetime) -> Asked:
    """Give the list of one page number and day."""
    url = canonical_url(_filled(ask.url, number, day))
    headers = dict(ask.headers)
    body = None
    if ask.document is not None:
        body = json.dumps(_filled_in(ask.document, number, day), ensure_ascii=False, separators=(",", ":"))
        headers = {"Content-Type": "application/json"} | headers
    elif ask.form:
        body = urlencode({name: _filled(value, number, day) for name, value in ask.form.items()})
        headers = {"Content-Type": "application/x-www-form-urlencoded"} | headers
    return Asked(url, "GET" if body is None else "POST", headers, body)


def _filled(text: str, page: int, day: datetime) -> str:
    """Fill in the places of a text. `day` is any moment of the day that is meant, in the zone of its source."""
    midnight = day.replace(hour=0, minute=0, second=0, microsecond=0)

    def value(found: re.Match[str]) -> str:
        if found[1] == "page":
            return str(page)
        moment = midnight + timedelta(days=found[1] == "next")
        return str(int(moment.timestamp() * 1000)) if found[2] == "ms" else moment.strftime(found[2] or "%Y-%m-%d")

    return _PLACE.sub(value, text)


def _filled_in(value: Any, page: int, day: datetime) -> Any:
    """Fill in the texts of a JSON value; a text that is nothing but the page or milliseconds becomes a number."""
    if isinstance(value, dict):
        return {name: _filled_in(inner, page, day) for name, inner in value.items()}
    if isinstance(value, list):
        return [_filled_in(inner, page, day) for inner in value]
    if not isinstance(value, str):
        return value
    filled = _filled(value, page, day)
    return int(filled) if _NUMBER.fullmatch(value) else filled
