"""What a page offers as places where articles are listed: feeds, sitemaps, its own links, further pages of its list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from barometer.articles.charset import decode
from barometer.articles.fallback import language_of
from barometer.articles.feeds import is_feed
from barometer.articles.induction.url_rules import Anchor
from barometer.articles.lists import read_list
from barometer.articles.page import Page
from barometer.articles.paragraphs import collapse, flat_text
from barometer.articles.sitemaps import sitemap_kind, unpacked
from barometer.errors import ReadError
from barometer.model import RequestKind
from barometer.sources import Source, canonical_url, host_of

MOST_ANCHORS = 2000
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_FEED_ADDRESS = re.compile(r"(?i)(?:/rss|/feed|/atom)(?:[/.?]|$)|\.(?:rss|atom)$")
_FURTHER = re.compile(r"(?i)^\W*(?:下一页|下页|更多|older(?: posts)?|next(?: page)?|\d{1,3})\W*$")
_LAST_NUMBER = re.compile(r"(\d{1,3})(\D*)$")
_TWO_PART_SUFFIXES = frozenset({"com", "gov", "org", "net", "edu", "co", "ac"})


@dataclass(frozen=True, slots=True)
class Finds:
    """What was found on a page: its links, those dated as listed, and where else its site may list articles."""

    kind: str  # html | feed | sitemap
    title: str
    language: str
    anchors: tuple[Anchor, ...]
    dates: Mapping[str, datetime] = field(default_factory=dict)  # of addresses that are listed with a date
    feeds: tuple[str, ...] = ()
    further: tuple[str, ...] = ()  # addresses of further pages of this list
    lists: tuple[str, ...] = ()  # lists that it names, as an index of sitemaps does


def site_of(host: str) -> str:
    """Give the domain that a host's site goes by: example.org of www.example.org, yw.gov.cn of www.yw.gov.cn."""
    labels = host.split(".")
    if len(labels) < 3 or labels[-1].isdigit():
        return host
    many = 3 if len(labels[-1]) == 2 and labels[-2] in _TWO_PART_SUFFIXES else 2
    return ".".join(labels[-many:])


def finds_on(body: bytes, headers: Mapping[str, str], url: str, now: datetime) -> Finds:
    """Read a list of whatever kind (page, feed, sitemap) without rules. Raises ReadError for what is none."""
    body = unpacked(body)
    page = Page(decode(body, headers), url)
    site = site_of(host_of(url))
    anything = Source.model_validate(_ANYTHING | {"hosts": [site]})
    links = read_list(body, headers, page, anything, now)
    anchors = [Anchor(link.url, link.title) for link in links if link.kind is RequestKind.ARTICLE]
    dates = {link.url: link.published for link in links if link.published}
    kind = _kind(page, headers)
    said = " ".join(anchor.text for anchor in anchors[:200])
    return Finds(
        kind,
        collapse(page.value(["meta[property='og:site_name']::attr(content)", "title"]))[:120] if kind == "html" else "",
        language_of(said),
        tuple(anchors[:MOST_ANCHORS]),
        dates,
        _feeds(page) if kind == "html" else (),
        _further(page) if kind == "html" else (),
        tuple(link.url for link in links if link.kind is RequestKind.LISTING),
    )


def _kind(page: Page, headers: Mapping[str, str]) -> str:
    if sitemap_kind(page.source_text, headers):
        return "sitemap"
    return "feed" if is_feed(page.source_text) or page.document is not None else "html"


_ANYTHING: dict[str, Any] = {
    "id": "anything",
    "name": {"zh": "-", "en": "-"},
    "publisher": "commercial",
    "language": "zh",
    "articles": ["^https?://"],
}


def _feeds(page: Page) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for node in page.tree.iter("link", "a"):
        href = (node.get("href") or "").strip()
        is_feed = (node.get("type") or "").lower().strip() in _FEED_TYPES and node.tag == "link"
        if href and (is_feed or (node.tag == "a" and _FEED_ADDRESS.search(urlsplit(href).path))):
            try:
                found[canonical_url(href, page.url)] = None
            except ReadError:
                continue
    return tuple(found)[:6]


def _further(page: Page) -> tuple[str, ...]:
    """Give the links that say next, more or a number and differ from the page's own address by a number at its end."""
    found: dict[str, None] = {}
    folder = page.url.rpartition("/")[0]
    for node in page.tree.iter("a"):
        if not _FURTHER.search(flat_text(node)):
            continue
        try:
            url = canonical_url((node.get("href") or "").strip(), page.url)
        except ReadError:
            continue
        if url != page.url and url.startswith(folder) and _LAST_NUMBER.search(url.partition("://")[2]):
            found[url] = None
    return tuple(found)


def further_rule(urls: tuple[str, ...]) -> str | None:
    """Give the rule of a list's further pages from their addresses; None where they have no number in one place."""
    rules = set()
    for url in urls:
        path = urlsplit(url).path + (f"?{urlsplit(url).query}" if urlsplit(url).query else "")
        found = _LAST_NUMBER.search(path)
        if found:
            start, end = re.escape(path[: found.start()]).replace(r"\-", "-"), re.escape(found[2])
            rules.add(rf"{start}\d+{end}$")
    return rules.pop() if len(rules) == 1 else None
