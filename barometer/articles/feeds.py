"""RSS, Atom and JSON feeds: the links of their entries."""

import io
from calendar import timegm
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import escape
from typing import Any, NamedTuple

import re2

from barometer.articles.json_document import as_text, text_at
from barometer.articles.page import fragment
from barometer.articles.paragraphs import flat_text
from barometer.articles.times import parse_time
from barometer.errors import ReadError
from barometer.sources import Source

_ROOT = re2.compile(r"(?is)<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>]")
_MARKUP = re2.compile(r"(?is)<(?:html|body|head)[\s>]")
_WITHIN = 3000


Found = tuple[str, str, datetime | None]  # address, title, publish time


class Entry(NamedTuple):
    """One entry of a feed: what it lists, and the HTML that it tells of it."""

    address: str
    title: str
    published: datetime | None
    html: str = ""
    author: str = ""

    @property
    def found(self) -> Found:
        """Give what a list tells of an article."""
        return self.address, self.title, self.published


def is_feed(text: str) -> bool:
    """Tell whether a document is an RSS or Atom feed."""
    start = text[:_WITHIN]
    root = _ROOT.search(start)
    return root is not None and _MARKUP.search(start[: root.start()]) is None


def is_json_feed(document: Any) -> bool:
    """Tell whether a JSON document is a feed by https://www.jsonfeed.org."""
    return isinstance(document, dict) and "jsonfeed.org/version" in as_text(document.get("version"))


def feed_entries(body: bytes, headers: Mapping[str, str], url: str, source: Source, now: datetime) -> Iterator[Entry]:
    """Give the entries of a feed. The bytes are parsed, for a feed says its charset in several ways."""
    import feedparser  # noqa: PLC0415 - .02 s that a source without feeds need not spend

    told = {name.lower(): value for name, value in headers.items() if name.lower() == "content-type"}
    told["content-location"] = url  # what feedparser takes for the base of relative addresses
    try:  # a stream, for feedparser would open what looks like an address or a file
        feed = feedparser.parse(io.BytesIO(body), response_headers=told, sanitize_html=False)
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        raise ReadError(f"not a feed that can be read: {type(error).__name__}: {error}") from error
    for entry in feed.entries:
        contents = [str(part.get("value") or "") for part in entry.get("content") or []]
        html = max(contents, key=len, default="") or str(entry.get("summary") or "")
        title = plain_title(entry.get("title") or "")
        yield Entry(address_of(entry), title, _time(entry, source, now), html, plain_title(entry.get("author") or ""))


def json_feed_entries(document: Any, source: Source, now: datetime) -> Iterator[Entry]:
    """Give the items of a JSON feed."""
    for item in document.get("items") or []:
        if isinstance(item, dict):
            said = text_at(item, "content_text") or plain_title(text_at(item, "content_html"))
            title = text_at(item, "title") or text_at(item, "summary") or said[:100]
            told = text_at(item, "date_published") or text_at(item, "date_modified")
            moment = parse_time(told, now, source.time_zone)
            address = text_at(item, "url") or text_at(item, "external_url") or text_at(item, "id")
            html = text_at(item, "content_html") or escape(text_at(item, "content_text")).replace("\n", "<br>")
            author = text_at(item, "authors.name") or text_at(item, "author.name")
            yield Entry(address, plain_title(title), moment.when if moment else None, html, plain_title(author))


def plain_title(text: str) -> str:
    """Give a title that may hold markup as plain text."""
    if "<" not in text and "&" not in text:
        return " ".join(text.split())
    try:
        return flat_text(fragment(text))
    except ReadError:
        return ""


def address_of(entry: Any) -> str:
    """Give the address of an entry of feedparser's: that of its article and not of a file that comes with it.

    Where it has none, an identifier that is one. (Up to 6.0.14 feedparser may give an enclosure as the link.)
    """
    link = str(entry.get("link") or "")
    told = [str(one.get("href") or "") for one in entry.get("links") or [] if one.get("rel") == "alternate"]
    link = link if link in told else next(filter(None, told), link)
    identifier = str(entry.get("id") or "")
    return link or (identifier if identifier.startswith(("http://", "https://")) else "")


def _time(entry: Any, source: Source, now: datetime) -> datetime | None:
    for name in ("published", "updated", "created"):
        moment = parse_time(str(entry.get(name) or ""), now, source.time_zone)
        if moment:
            return moment.when
        parsed = entry.get(f"{name}_parsed")
        if parsed:
            try:
                return datetime.fromtimestamp(timegm(parsed), UTC)
            except (ValueError, OverflowError):
                continue
    return None
