"""An article as a feed tells it: kept as a JSON feed of one item, read where the article's own page cannot be.

A bridge that makes a feed of an account often gives the whole text, while the pages stand behind a wall.
"""

import json
from datetime import datetime
from typing import Any

from barometer.articles.feeds import Entry, is_json_feed, json_feed_entries
from barometer.articles.json_document import text_at
from barometer.articles.page import Page, fragment
from barometer.articles.paragraphs import paragraphs
from barometer.articles.rules import read_told_html
from barometer.articles.times import parse_time
from barometer.errors import ReadError
from barometer.model import ArticlePart, Link
from barometer.sources import Source

VERSION = "https://jsonfeed.org/version/1.1"
FEWEST = 200  # characters of an article; what it is about takes less (on WeChat 120 at most)
MOST = 500_000  # characters of HTML


def told_of(entry: Entry, link: Link, feed_url: str) -> str | None:
    """Give what a feed tells of an article, None where that is not the article itself."""
    if len(entry.html) > MOST or len("".join(_lines(entry.html))) < FEWEST:
        return None
    item = {"id": link.url, "url": link.url, "title": entry.title, "content_html": entry.html}
    if entry.published is not None:
        item["date_published"] = entry.published.isoformat()
    told = {**item, "authors": [{"name": entry.author}]} if entry.author else item
    return json.dumps({"version": VERSION, "title": "", "feed_url": feed_url, "items": [told]})


def is_told(document: Any) -> bool:
    """Tell whether a JSON document is one article as a feed tells it."""
    items = document.get("items") if is_json_feed(document) else None
    return isinstance(items, list) and len(items) == 1


def told_by(document: Any) -> str:
    """Give the address of the feed that tells it."""
    return text_at(document, "feed_url")


def read_told(page: Page, source: Source, now: datetime) -> ArticlePart | None:
    """Read the article that the page, a JSON feed of one item, tells; None where there is no text in it."""
    entry = next(json_feed_entries(page.document, source, now), None)
    if entry is None:
        return None
    moment = parse_time(text_at(page.document, "items.0.date_published"), now, source.time_zone)
    return read_told_html(entry.html, page.url, entry.title, moment, entry.author, source)


def _lines(html: str) -> list[str]:
    try:
        return paragraphs([fragment(html)]) if html.strip() else []
    except ReadError:
        return []
