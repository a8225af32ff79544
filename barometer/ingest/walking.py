"""A walk back through a source's archive: how far each list is followed. Nobody is alerted of what it finds."""

from dataclasses import replace
from datetime import datetime, timedelta

from barometer.archive.frontier import LeasedRequest
from barometer.articles.times import date_in_url
from barometer.model import Link, Outcome, OutcomeKind, RequestKind
from barometer.sources import Source
from barometer.sources.asking import turned

_DAY = timedelta(days=1)  # a date without an hour stands for any moment of its day


def within(outcome: Outcome, request: LeasedRequest, source: Source, since: datetime, now: datetime) -> Outcome:
    """Give a list's outcome without what is older than `since`, and with the list's next page while there is other.

    A list whose articles are all older ends the walk there: what it leads to is older still. An article that is dated
    neither in the list nor in its address counts as wanted.
    """
    if outcome.kind is not OutcomeKind.LISTING or request.kind is not RequestKind.LISTING:
        return outcome
    kept = [link for link in outcome.links if _is_within(link, source, since, now)]
    named = any(link.kind is RequestKind.ARTICLE for link in outcome.links)
    if named and not any(link.kind is RequestKind.ARTICLE for link in kept):
        return replace(outcome, links=(), problem=None)
    following = turned(source, request.url, request.body) if named else None
    if following is not None:
        headers = tuple(following.headers.items())
        kept.append(Link(following.url, RequestKind.LISTING, "", None, following.method, headers, following.body))
    return replace(outcome, links=tuple(kept))


def _is_within(link: Link, source: Source, since: datetime, now: datetime) -> bool:
    when = link.published
    if when is None and link.kind is RequestKind.ARTICLE:
        moment = date_in_url(link.url, now, source.time_zone)
        when = moment.when if moment else None
    return when is None or when > since - _DAY
