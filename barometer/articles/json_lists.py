"""Lists that are JSON: where the items stand and what of them is the address is told by the source's file."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import re2

from barometer.articles.feeds import Found, plain_title
from barometer.articles.json_document import at_path, looks_like_json, parse_json, text_at
from barometer.articles.page import Page
from barometer.articles.times import parse_time
from barometer.errors import ReadError
from barometer.sources import Source
from barometer.sources.schema import Items

_PLACE = re2.compile(r"\{([^{}]*)\}")
_NO_MORE = frozenset({"", "0", "false"})


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


def next_list(page: Page, source: Source) -> str | None:
    """Give the address of the list's next page, where the source's file says how it is made and there is one."""
    for rule in source.lists:
        if not rule.turn or rule.within or page.document is None:
            continue
        items = list(_members(at_path(page.document, rule.at)))
        named = [item for item in items if _filled(rule.url, item)]
        if not named or (rule.more and text_at(page.document, rule.more) in _NO_MORE):
            continue
        steps = [int(how) for how in rule.turn.values() if how.startswith("+")]
        return _turned(page.url, rule.turn, named[-1]) if len(named) >= max(steps, default=1) else None
    return None


def _turned(url: str, turn: Mapping[str, str], last: Any) -> str | None:
    """Give a list's address with the parameters of its next page; None where one of them cannot be told."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    for name, how in turn.items():
        value = text_at(last, how)
        if how.startswith("+"):
            value = str(int(query.get(name) or 0) + int(how)) if (query.get(name) or "0").isdigit() else ""
        if not value:
            return None
        query[name] = value
    return urlunsplit(parts._replace(query=urlencode(query)))


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
