"""Lists that are JSON: where the items stand and what of them is the address is told by the source's file."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from html import unescape
from typing import Any

import re2

from barometer.articles.feeds import Found, plain_title
from barometer.articles.json_document import at_path, looks_like_json, parse_json, text_at
from barometer.articles.page import Page
from barometer.articles.times import parse_time
from barometer.errors import ReadError
from barometer.sources import Source
from barometer.sources.schema import Items

_PLACE = re2.compile(r"\{([^{}]*)\}")


def json_items(page: Page, source: Source, now: datetime) -> Iterator[tuple[Found, bool]]:
    """Give address, title and time of each item of the page's JSON lists, and whether it is a further list."""
    for rule in source.lists:
        for document in _documents(page, rule):
            for item in _members(at_path(document, rule.at)):
                address = _filled(rule.url, item)
                if address:
                    moment = (
                        parse_time(text_at(item, rule.published), now, source.time_zone) if rule.published else None
                    )
                    title = plain_title(text_at(item, rule.title)) if rule.title else ""
                    yield (address, title, moment.when if moment else None), rule.lists


def _members(found: Iterable[Any]) -> Iterator[Any]:
    """Give the items one by one: rows may come in a list, or in lists of groups."""
    for one in found:
        if isinstance(one, list):
            yield from _members(one)
        else:
            yield one


def _documents(page: Page, rule: Items) -> Iterator[Any]:
    """Give the JSON of the whole document, or of the parts of a page that the rule names."""
    if not rule.within:
        if page.document is not None:
            yield page.document
        return
    for text in page.values(rule.within):
        if looks_like_json(text):
            try:
                yield parse_json(text)
            except ReadError:
                continue


def _filled(template: str, item: Any) -> str:
    """Give the value at a path, or a text with the values of its paths; empty where one of them is missing."""
    if "{" not in template:
        return unescape(text_at(item, template))
    values = {path: unescape(text_at(item, path)) for path in _PLACE.findall(template)}
    return "" if not all(values.values()) else str(_PLACE.sub(lambda found: values[found.group(1)], template))
