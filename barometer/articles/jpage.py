"""Hanweb listings: the links stand in an XML datastore, inline in the column page or as the answer of dataproxy.jsp."""

from collections.abc import Iterator
from datetime import datetime
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import re2

from barometer.articles.listing import base_of, collect
from barometer.articles.page import Page, fragment
from barometer.errors import ReadError
from barometer.model import Link, RequestKind
from barometer.sources import Source, canonical_url

_STORE = re2.compile(r"(?is)<datastore\b")
_RECORD = re2.compile(r"(?is)<record>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</record>")
_NEXT_GROUP = re2.compile(r"(?is)<nextgroup>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</nextgroup>")
_TOTAL = re2.compile(r"(?i)<totalrecord>\s*(\d{1,9})")
_PROXY = re2.compile(r"(?i)[\"']((?:/module)?[\w/.]*/jpage/dataproxy\.jsp\?[^\"'<>\s]+)")
_HREF = re2.compile(r"(?i)href\s*=\s*[\"']([^\"']+)[\"']")


def is_datastore(text: str) -> bool:
    """Tell whether a page's text holds a datastore."""
    return _STORE.search(text) is not None


def datastore_links(page: Page, source: Source, now: datetime) -> tuple[Link, ...]:
    """Give the links of the datastore's records, and of its next group as a listing, in order."""
    base = base_of(page)
    anchors = (anchor for record in _records(page.source_text) for anchor in record.iter("a"))
    links = collect(anchors, base, source, now)
    following = _next_group(page.source_text, base, source) or _next_range(page, source)
    return (*links, following) if following else links


def proxies_of(page: Page, source: Source) -> Iterator[Link]:
    """Give the lists that the scripts of a column page without records ask the data proxy for."""
    for found in dict.fromkeys(_PROXY.findall(page.source_text)):
        try:
            url = canonical_url(unescape(found), page.url)
        except ReadError:
            continue
        if source.request_kind(url) is RequestKind.LISTING:
            yield Link(url, RequestKind.LISTING)


def _records(text: str) -> Iterator[Any]:
    for match in _RECORD.finditer(text):
        try:
            yield fragment(match.group(1))
        except ReadError:
            continue


def _next_range(page: Page, source: Source) -> Link | None:
    """Give the list's next range where it is asked for by startrecord and endrecord, while there are more records."""
    parts = urlsplit(page.url)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    total = _TOTAL.search(page.source_text)
    start, end = query.get("startrecord", ""), query.get("endrecord", "")
    if total is None or not (start.isdigit() and end.isdigit()) or not int(start) <= int(end) < int(total.group(1)):
        return None
    query |= {"startrecord": str(int(end) + 1), "endrecord": str(2 * int(end) - int(start) + 1)}
    url = canonical_url(urlunsplit(parts._replace(query=urlencode(query))))
    return Link(url, RequestKind.LISTING, turns=True) if source.request_kind(url) is RequestKind.LISTING else None


def _next_group(text: str, base: str, source: Source) -> Link | None:
    group = _NEXT_GROUP.search(text)
    href = _HREF.search(group.group(1)) if group else None
    if href is None:
        return None
    try:
        url = canonical_url(unescape(href.group(1)), base)
    except ReadError:
        return None
    return Link(url, RequestKind.LISTING, turns=True) if source.request_kind(url) is RequestKind.LISTING else None
