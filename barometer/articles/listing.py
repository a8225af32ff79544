"""The links of a listing page that lead to articles or further listings of its source."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from barometer.articles.page import Page
from barometer.articles.paragraphs import collapse, flat_text
from barometer.articles.times import parse_time
from barometer.errors import ReadError
from barometer.model import Link, RequestKind
from barometer.sources import Source, canonical_url

_MOST_LINKS = 2000


def links_of(page: Page, source: Source, now: datetime) -> tuple[Link, ...]:
    """Give each article and listing link once, in page order, with its text and the date beside it."""
    scopes = page.nodes(source.links) if source.links else [page.tree]
    anchors = (anchor for scope in scopes for anchor in scope.iter("a", "area"))
    return collect(anchors, base_of(page), source, now)


def collect(anchors: Iterable[Any], base: str, source: Source, now: datetime) -> tuple[Link, ...]:
    """Turn anchor elements into links: canonical, known to the source's URL rules, each article once."""
    found: dict[str, Link] = {}
    for anchor in anchors:
        if len(found) >= _MOST_LINKS:
            break
        link = _link(anchor, base, source, now)
        if link is None:
            continue
        key = source.article_key(link.url) or link.url
        known = found.get(key)
        if known is None or (not known.title and link.title):
            found[key] = link
    return tuple(found.values())


def base_of(page: Page) -> str:
    """Give the URL that relative links of the page are meant from."""
    for base in page.tree.iter("base"):
        try:
            return canonical_url(base.get("href") or "", page.url)
        except ReadError:
            break
    return page.url


def _link(anchor: Any, base: str, source: Source, now: datetime) -> Link | None:
    try:
        url = canonical_url((anchor.get("href") or "").strip(), base)
    except ReadError:
        return None
    kind = source.request_kind(url)
    if kind is None or (kind is RequestKind.LISTING and url == base):
        return None
    title = collapse(anchor.get("title") or "") or flat_text(anchor)
    moment = _date_beside(anchor, source, now)
    return Link(url, kind, title[:300], moment)


def _date_beside(anchor: Any, source: Source, now: datetime) -> datetime | None:
    """Read the date of the list item around the link, if it holds one link only."""
    item = next((node for node in anchor.iterancestors("li", "tr", "dd", "dl") if node is not None), None)
    if item is None or len(item.findall(".//a")) > 2:
        return None
    own = flat_text(anchor)
    moment = parse_time(flat_text(item).replace(own, " ")[:300], now, source.time_zone)
    return moment.when if moment else None
