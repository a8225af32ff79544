"""Feeds of what a search finds or a source brings: Atom (RFC 4287) and JSON Feed 1.1, with the quote in each entry."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.index import Hits
from barometer.search.shortening import shortened

ATOM = "http://www.w3.org/2005/Atom"
LONGEST = 280
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Called = Callable[[str], str]  # what a source is called, by its id


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `id` stays the same for as long as the record has what it tells of."""

    id: str
    url: str
    title: str
    text: str
    source: str
    language: str
    published: datetime | None
    seen: datetime | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in words: where it is, what it shows, and the page that shows the same."""

    id: str
    title: str
    url: str
    page: str
    language: str
    entries: Sequence[Entry]

    @property
    def updated(self) -> datetime:
        """When its newest entry came."""
        return max((each.seen or each.published or EPOCH for each in self.entries), default=EPOCH)


def of_articles(hits: Hits[ArticleDocument], site: str, called: Called) -> list[Entry]:
    """Give an entry for each article: what was found in it, else how it begins."""
    return [
        Entry(
            id=f"tag:barometer,2025:article:{hit.document.id}",
            url=f"{site}/articles/{hit.document.id}",
            title=hit.document.title or hit.document.url,
            text=" … ".join(each.text for each in hit.highlights if each.field != "title")
            or shortened(hit.document.text, LONGEST),
            source=hit.document.source_name or called(hit.document.source),
            language=hit.document.language,
            published=hit.document.published,
            seen=hit.document.fetched,
        )
        for hit in hits.items
    ]


def of_claims(hits: Hits[ClaimDocument], site: str, called: Called) -> list[Entry]:
    """Give an entry for each claim: its sentence."""
    return [
        Entry(
            id=f"tag:barometer,2025:claim:{hit.document.id}",
            url=f"{site}/articles/{hit.document.article_id}#{hit.document.id}",
            title=f"{hit.document.quote} · {hit.document.title}",
            text=hit.document.sentence,
            source=hit.document.source_name or called(hit.document.source),
            language=hit.document.language,
            published=hit.document.published,
            seen=hit.document.published,
        )
        for hit in hits.items
    ]


def as_atom(feed: Feed) -> bytes:
    """Write a feed as Atom."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": feed.language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(feed.updated))
    SubElement(root, "link", {"rel": "self", "href": feed.url, "type": "application/atom+xml"})
    SubElement(root, "link", {"rel": "alternate", "href": feed.page, "type": "text/html"})
    _add(SubElement(root, "author"), "name", "Barometer")
    for each in feed.entries:
        entry = SubElement(root, "entry", {"xml:lang": each.language})
        _add(entry, "id", each.id)
        _add(entry, "title", each.title)
        _add(entry, "updated", _moment(each.seen or each.published or EPOCH))
        if each.published is not None:
            _add(entry, "published", _moment(each.published))
        SubElement(entry, "link", {"rel": "alternate", "href": each.url, "type": "text/html"})
        _add(SubElement(entry, "author"), "name", each.source)
        _add(entry, "summary", each.text)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def as_json(feed: Feed) -> bytes:
    """Write a feed as JSON Feed."""
    items = []
    for each in feed.entries:
        item: dict[str, Any] = {
            "id": each.id,
            "url": each.url,
            "title": each.title,
            "content_text": each.text,
            "language": each.language,
            "authors": [{"name": each.source}],
        }
        if each.published is not None:
            item["date_published"] = _moment(each.published)
        if each.seen is not None:
            item["date_modified"] = _moment(each.seen)
        items.append(item)
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.url,
        "language": feed.language,
        "items": items,
    }
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _NO_XML.sub("\ufffd", text)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
