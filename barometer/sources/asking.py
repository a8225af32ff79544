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

_PLACE = re.compile(r"\{(page|day)(?::([^{}]+))?\}")


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
    return (*plain, *(asked for ask in source.ask for asked in _asked(ask, today)))


def _asked(ask: Ask, today: datetime) -> Iterator[Asked]:
    for back in range(ask.days):
        day = today - timedelta(days=back)
        for number in range(ask.first, ask.first + ask.pages * ask.step, ask.step):
            url = canonical_url(_filled(ask.url, number, day))
            headers = dict(ask.headers)
            body = None
            if ask.document is not None:
                body = json.dumps(_filled_in(ask.document, number, day), ensure_ascii=False, separators=(",", ":"))
                headers = {"Content-Type": "application/json"} | headers
            elif ask.form:
                body = urlencode({name: _filled(value, number, day) for name, value in ask.form.items()})
                headers = {"Content-Type": "application/x-www-form-urlencoded"} | headers
            yield Asked(url, "GET" if body is None else "POST", headers, body)


def _filled(text: str, page: int, day: datetime) -> str:
    return _PLACE.sub(lambda found: str(page) if found[1] == "page" else day.strftime(found[2] or "%Y-%m-%d"), text)


def _filled_in(value: Any, page: int, day: datetime) -> Any:
    """Fill in the texts of a JSON value; a text that is nothing but the page becomes a number."""
    if isinstance(value, dict):
        return {name: _filled_in(inner, page, day) for name, inner in value.items()}
    if isinstance(value, list):
        return [_filled_in(inner, page, day) for inner in value]
    if value == "{page}":
        return page
    return _filled(value, page, day) if isinstance(value, str) else value
