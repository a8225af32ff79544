"""The spider of a source: every response and every error becomes one item, and nothing else.

It yields no requests: the links travel in the item, and the record stage adds them with the fetch that found them.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from barometer.archive.frontier import LeasedRequest, NewRequest, RobotsNeeded
from barometer.archive.leases import Held
from barometer.articles import led_to_wall
from barometer.articles.media_types import JSON_FEED
from barometer.config import load_settings
from barometer.errors import ReadError
from barometer.ingest.answers import judge_status
from barometer.ingest.fetched import Fetched
from barometer.ingest.storable import storable
from barometer.ingest.telling import can_be_told, in_place_of
from barometer.ingest.walking import shallow, within
from barometer.model import Outcome, OutcomeKind, RequestKind
from barometer.network.addresses import NOTHING, Allowed, judge, parse_allowed
from barometer.network.retry import read_retry_after
from barometer.network.robots import RobotsAnswer
from barometer.sources import Source, canonical_url
from barometer.sources.asking import entries_of, walk_entries
from crawler.answers import REDIRECTS, judge_error
from crawler.items import RobotsFetched
from crawler.rendering import browser_settings
from crawler.services import Services, services_for


class SourceSpider(Spider):
    """Crawls one source; a transport's spider adds only how its entries are asked for."""

    transport: ClassVar[str] = ""
    headers: ClassVar[Mapping[str, str]] = {}  # with which its entries are asked for
    file: ClassVar[Source | None] = None
    services: Services
    allowed: Allowed = NOTHING
    held: Held | None = None

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Let a source whose pages are filled by scripts be loaded in a browser, except where nothing is dialled."""
        super().update_settings(settings)
        if cls.file is not None and cls.file.render and not settings.get("REPLAY"):
            own = load_settings()
            chosen = browser_settings(cls.file, own.browser, parse_allowed(own.network_allow))
            settings.update(chosen, priority="spider")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> "SourceSpider":
        """Build the spider with the services of its source."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.services = services_for(spider.name, crawler.settings)
        spider.allowed = parse_allowed(spider.services.settings.network_allow)
        return spider

    def entries(self) -> list[NewRequest]:
        """Give the requests with which a run begins: the source's lists, and articles whose addresses are given."""
        source = self.services.source
        since = self.services.options.since
        now = self.services.clock()
        lists = [
            NewRequest(asked.url, RequestKind.LISTING, asked.method, {**self.headers, **asked.headers}, asked.body)
            for asked in (entries_of(source, now) if since is None else walk_entries(source, since, now))
        ]
        if since is not None:
            return lists
        return [*lists, *(NewRequest(url, RequestKind.ARTICLE) for url in source.urls)]

    async def start(self) -> AsyncIterator[Request]:
        """Yield nothing: the frontier holds the entries."""
        for url in self.start_urls:
            yield Request(url)

    def closed(self, reason: str) -> None:
        """End the run."""
        self.services.close(reason)

    async def parse(self, response: Response, **_: Any) -> AsyncIterator[Fetched]:
        """Turn a response, of whatever status, into the item of its request."""
        leased: LeasedRequest = response.meta["leased"]
        at = self.services.clock()
        headers = plain_headers(response)
        retry_after = read_retry_after(headers.get("retry-after"), at)
        if response.meta.get("playwright") and canonical_url(response.url) != leased.url:
            headers = {**headers, "location": response.url}  # the browser followed it: it is an outcome all the same
            outcome, target = _redirect(response.url, leased.url, self.allowed, self.services.source)
            yield await self._or_told(Fetched(leased, at, outcome, response.status, headers, redirect_to=target))
            return
        if response.status in REDIRECTS and "location" in headers:
            outcome, target = _redirect(headers["location"], response.url, self.allowed, self.services.source)
            yield await self._or_told(Fetched(leased, at, outcome, response.status, headers, redirect_to=target))
            return
        item = Fetched(leased, at, Outcome(OutcomeKind.UNCHANGED), response.status, headers, response.body, retry_after)
        outcome, target = judge_status(response.status) or await self._read(item), None
        if outcome.redirect_to is not None:
            outcome, target = _redirect(outcome.redirect_to, response.url, self.allowed, self.services.source)
        yield await self._or_told(replace(item, outcome=outcome, redirect_to=target))

    async def _read(self, item: Fetched) -> Outcome:
        leased = item.request
        if item.digest is not None and item.digest == leased.digest and not self.services.options.revisit:
            return Outcome(OutcomeKind.UNCHANGED)
        source, since = self.services.source, self.services.options.since
        if since is not None:
            source = source.model_copy(update={"recent": 0})  # what it keeps from a daily crawl is what a walk is for
        outcome = await self.services.pool.read(item.body, item.headers, leased.url, source, leased.kind, item.at)
        return shallow(outcome, leased, source) if since is None else within(outcome, leased, source, since, item.at)

    async def _or_told(self, item: Fetched) -> Fetched:
        """Give the item, or in place of a page that cannot be read the article as a feed tells it."""
        if not can_be_told(item, self.services.clock()):
            return item
        source, body = self.services.source, (item.request.told or "").encode()
        headers = {"content-type": JSON_FEED}
        outcome = await self.services.pool.read(body, headers, item.request.url, source, RequestKind.ARTICLE, item.at)
        return in_place_of(item, outcome, body, headers)

    async def failed(self, failure: Failure) -> AsyncIterator[Fetched]:
        """Turn a download error into the item of its request."""
        leased: LeasedRequest = failure.request.meta["leased"]  # type: ignore[attr-defined] # set by Scrapy
        yield await self._or_told(Fetched(leased, self.services.clock(), judge_error(failure.value)))

    async def parse_robots(self, response: Response, **_: Any) -> AsyncIterator[RobotsFetched]:
        """Turn an answer to a request for robots.txt into its item."""
        needed: RobotsNeeded = response.meta["robots"]
        headers = plain_headers(response)
        answer = RobotsAnswer(response.status, response.body, None, headers.get("retry-after"))
        yield RobotsFetched(needed, answer, headers.get("location"))

    async def robots_failed(self, failure: Failure) -> AsyncIterator[RobotsFetched]:
        """Turn a failure to get robots.txt into its item: nothing of the host is fetched then (RFC 9309 §2.3.1.4)."""
        needed: RobotsNeeded = failure.request.meta["robots"]  # type: ignore[attr-defined] # set by Scrapy
        outcome = judge_error(failure.value)
        yield RobotsFetched(needed, RobotsAnswer(error=outcome.problem), None)


def plain_headers(response: Response) -> Mapping[str, str]:
    """Give the headers with lower-case names, several values of one name joined as RFC 9110 §5.3 says."""
    return {
        name.decode("latin-1").lower(): storable(b", ".join(values).decode("latin-1"))
        for name, values in response.headers.items()
    }


def _redirect(location: str, base: str, allowed: Allowed, source: Source) -> tuple[Outcome, str | None]:
    try:
        target = canonical_url(location, base)
    except ReadError as error:
        return Outcome(OutcomeKind.FAILED, problem=f"redirects to an address that cannot be read: {error}"), None
    barred = led_to_wall(target, source)
    if barred is not None:
        return barred, None
    refusal = judge(target, allowed).refusal
    if refusal is not None:
        return Outcome(OutcomeKind.BLOCKED, problem=f"redirects to {target}: {refusal}"), None
    return Outcome(OutcomeKind.REDIRECT), target
