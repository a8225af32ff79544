"""A walk back through a source's archive: how far each list is followed. Nobody is alerted of what it finds."""

from dataclasses import replace
from datetime import datetime, timedelta

import re2

from barometer.archive.frontier import LeasedRequest
from barometer.articles.times import date_in_url
from barometer.model import Link, Outcome, OutcomeKind, Precision, RequestKind
from barometer.sources import Source
from barometer.sources.asking import turned

_PAGE_NUMBER = re2.compile(
    r"(?i)(?:index|list|news|page|node)[_-]?(\d{1,3})(?:\.s?html?)?$|[?&](?:page|p|pageno|pagenum)=(\d{1,3})(?:&|$)"
)
FRESH = timedelta(days=2)
_MONTH = timedelta(days=31)
_DAY = timedelta(days=1)  # a date without an hour stands for any moment of its day


def within(outcome: Outcome, request: LeasedRequest, source: Source, since: datetime, now: datetime) -> Outcome:
    """Give a list's outcome without what is older than `since`, and with the list's next page while there is other.

    A list whose articles are all older ends the walk there: what it leads to is older still. An article that is dated
    neither in the list nor in its address counts as wanted. What is fresh, and what stands undated where a daily crawl
    begins, is left to that: people are told of it.
    """
    if outcome.kind is not OutcomeKind.LISTING or request.kind is not RequestKind.LISTING:
        return outcome
    dates = {link.url: _date(link, source, since, now) for link in outcome.links}
    not_older = [link for link in outcome.links if (dates[link.url] or now) > since - _DAY]
    named = any(link.kind is RequestKind.ARTICLE for link in outcome.links)
    if named and not any(link.kind is RequestKind.ARTICLE for link in not_older):
        return replace(outcome, links=(), problem=None)
    begins = request.url in source.entry
    kept = [link for link in not_older if not _is_for_the_daily_crawl(link, dates[link.url], now, begins)]
    following = turned(source, request.url, request.body) if named else None
    if following is not None:
        headers = tuple(following.headers.items())
        more = Link(following.url, RequestKind.LISTING, "", None, following.method, headers, following.body, turns=True)
        kept.append(more)
    return replace(outcome, links=tuple(kept))


def shallow(outcome: Outcome, request: LeasedRequest, source: Source) -> Outcome:
    """Give a list's outcome without its later pages: what is new stands on the first ones, the rest is for a walk."""
    if outcome.kind is not OutcomeKind.LISTING or not source.depth:
        return outcome

    def is_near(link: Link) -> bool:
        if link.kind is not RequestKind.LISTING:
            return True
        return (request.part + 1 if link.turns else page_number(link.url)) <= source.depth

    return replace(outcome, links=tuple(link for link in outcome.links if is_near(link)))


def page_number(url: str) -> int:
    """Give which page of a list an address is, as far as it tells: index2.html, news10.html, page_3, ?page=4."""
    found = _PAGE_NUMBER.search(url)
    return int(found.group(1) or found.group(2)) if found else 1


def _is_for_the_daily_crawl(link: Link, when: datetime | None, now: datetime, begins: bool) -> bool:
    if link.kind is not RequestKind.ARTICLE:
        return False
    return begins if when is None else when > now - FRESH


def _date(link: Link, source: Source, since: datetime, now: datetime) -> datetime | None:
    """Give when a link's article appeared, None where that may have been after `since` for all that can be told."""
    if link.published is not None or link.kind is not RequestKind.ARTICLE:
        return link.published
    moment = date_in_url(link.url, now, source.time_zone)
    if moment is not None and moment.precision is Precision.MONTH and moment.when + _MONTH > since:
        return None
    return moment.when if moment else None
