"""A list document of whatever kind, by what it is: HTML, datastore, feed, sitemap, JSON. Its links are what counts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from parsel.csstranslator import css2xpath

from barometer.articles import jpaas
from barometer.articles.feed_text import told_of
from barometer.articles.feeds import Entry, Found, feed_entries, is_feed, is_json_feed, json_feed_entries
from barometer.articles.jpage import datastore_links, is_datastore, proxies_of
from barometer.articles.json_lists import json_items, next_list
from barometer.articles.listing import collect, links_of
from barometer.articles.page import Page, fragment, xpath
from barometer.articles.sitemaps import LONGEST_ADDRESS, SitemapEntry, sitemap_entries, sitemap_kind, told_moment
from barometer.errors import ReadError
from barometer.model import Link, RequestKind
from barometer.sources import Source, canonical_url
from barometer.sources.schema import compiled

MOST_LINKS = 2000
MOST_LISTS = 50
MOST_TOLD = 8 * 2**20  # characters of articles that one feed tells


def read_list(body: bytes, headers: Mapping[str, str], page: Page, source: Source, now: datetime) -> tuple[Link, ...]:
    """Give the links of a list document: each article once, in order; none that is old or not wanted."""
    found = _by_kind(body, headers, page, source, now)
    wanted = (link for link in found if _is_wanted(link, source, now))
    return tuple(_once(wanted, source))[:MOST_LINKS]


def _by_kind(body: bytes, headers: Mapping[str, str], page: Page, source: Source, now: datetime) -> Iterable[Link]:
    text = page.source_text
    if page.document is not None:
        return _of_json(page, source, now)
    kind = sitemap_kind(text, headers)
    if kind:
        return _of_sitemap(page, kind, source, now)
    if is_feed(text):
        return _of_feed(feed_entries(body, headers, page.url, source, now), page, source)
    if is_datastore(text):
        return datastore_links(page, source, now)
    return (
        *links_of(page, source, now),
        *_of_json_within(page, source, now),
        *_further(page, source),
        *jpaas.units_of(page),
        *proxies_of(page, source),
    )


def _of_json(page: Page, source: Source, now: datetime) -> Iterator[Link]:
    document = page.document
    if is_json_feed(document):
        yield from _of_feed(json_feed_entries(document, source, now), page, source)
    elif not source.lists and jpaas.is_answer(document):
        html = jpaas.answer_html(document)
        if html:
            yield from collect(fragment(html).iter("a"), page.url, source, now)
            following = jpaas.next_list(page, html)
            yield from [following] if following else []
    else:
        yield from _of_json_within(page, source, now)


def _of_json_within(page: Page, source: Source, now: datetime) -> Iterator[Link]:
    for found, is_list in json_items(page, source, now):
        yield from [_list_link(found[0], page)] if is_list else _known([found], page, source)
    following = next_list(page, source)
    if following is not None:
        yield replace(_list_link(following, page), turns=True)


def _of_feed(entries: Iterable[Entry], page: Page, source: Source) -> Iterator[Link]:
    """Give the links of a feed, with what it tells of each article where that may have to do for the page."""
    left = MOST_TOLD
    for entry in entries:
        for link in _known([entry.found], page, source):
            told = told_of(entry, link, page.url) if source.from_feed and link.kind is RequestKind.ARTICLE else None
            left -= len(told or "")
            yield replace(link, told=told) if told and left >= 0 else link


def _of_sitemap(page: Page, kind: str, source: Source, now: datetime) -> Iterator[Link]:
    lists = 0
    for entry in sitemap_entries(page.source_text, kind):
        if len(entry.url) > LONGEST_ADDRESS:
            continue
        when = _told_time(entry, source, now)
        if not entry.is_sitemap:
            yield from _known([(entry.url, entry.title, when)], page, source)
        elif lists < MOST_LISTS:
            lists += 1
            link = _list_link(entry.url, page, when)
            if link.url != page.url and source.owns(link.url):
                yield link


def _told_time(entry: SitemapEntry, source: Source, now: datetime) -> datetime | None:
    moments = (told_moment(text, now, source.time_zone) for text in (entry.publication_date, entry.lastmod))
    return next((moment.when for moment in moments if moment), None)


def _known(found: Iterable[Found], page: Page, source: Source) -> Iterator[Link]:
    """Give what the source's URL rules know of the addresses found."""
    for address, title, when in found:
        try:
            url = canonical_url(address.strip(), page.url)
        except ReadError:
            continue
        kind = source.request_kind(url) if address else None
        if kind is not None:
            yield Link(url, kind, title[:300], when)


def _list_link(address: str, page: Page, when: datetime | None = None) -> Link:
    return Link(canonical_url(address.strip(), page.url), RequestKind.LISTING, published=when)


def _further(page: Page, source: Source) -> Iterator[Link]:
    """Give the lists that the page names by an identifier."""
    for rule in source.further:
        for selector in rule.find:
            for found in dict.fromkeys(_all_texts(page, selector)):
                yield _list_link(rule.url.replace("{}", found), page)


def _all_texts(page: Page, selector: str) -> Iterator[str]:
    if selector.startswith("re:"):
        matches = compiled(selector[3:].strip()).finditer(page.source_text)
        yield from (str(match.group(1)) for match in matches)
    else:
        found: list[Any] = xpath(css2xpath(selector))(page.tree)
        yield from (str(text).strip() for text in found if isinstance(text, str))


def _is_wanted(link: Link, source: Source, now: datetime) -> bool:
    if link.kind is RequestKind.LISTING and not source.owns(link.url):
        return False  # whatever a list says, its source's lists stand on its own hosts
    if any(compiled(rule).search(link.title) for rule in source.skip_titles):
        return False
    return not (source.recent and link.published and link.published < now - timedelta(days=source.recent))


def _once(links: Iterable[Link], source: Source) -> Iterator[Link]:
    """Give each article and list once, with its title if any of its links tells it."""
    seen: dict[tuple[str, str | None], Link] = {}
    for link in links:
        if len(seen) >= MOST_LINKS:
            break
        key = (source.article_key(link.url) or link.url, link.body)
        if key not in seen or (not seen[key].title and link.title):
            seen[key] = link
    yield from seen.values()
