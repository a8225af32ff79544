"""Scrapy's scheduler over the record: the rows are the queue, so a crawl resumes by itself wherever it was stopped."""

import asyncio
import logging
from dataclasses import replace
from datetime import datetime
from random import SystemRandom
from typing import Any

from scrapy import Request
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler
from sqlalchemy.exc import SQLAlchemyError

from barometer.archive.frontier import Idle, LeasedRequest, NewRequest, RobotsNeeded, add_requests, take_next
from barometer.errors import LeaseLost
from barometer.model import RequestKind
from crawler.rendering import META
from crawler.services import Services

logger = logging.getLogger(__name__)
JITTER = 0.25


class Frontier(BaseScheduler):
    """Hands out the source's due requests, one host never faster than its delay, and wakes itself up."""

    def __init__(self, crawler: Crawler, services: Services) -> None:
        self._crawler = crawler
        self._services = services
        self._handed_out = 0
        self._budget = 0
        self._started_at = services.clock()
        self._wake_up: asyncio.TimerHandle | None = None
        self._until: datetime | None = None
        self._random = SystemRandom()
        self._suspect: int | None = None
        self._broken = False
        self._in_flight: set[int | str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Frontier":
        """Build it for the crawl of one source."""
        return cls(crawler, crawler.spider.services)  # type: ignore[union-attr] # set by SourceSpider.from_crawler

    def open(self, spider: Any) -> None:
        """Take the source's lease and start a run. Where another run has it, say so: there is nothing to do then."""
        entries = spider.entries() if self._services.options.entries else []
        held = self._services.open([replace(one, lane=self._services.lane) for one in entries])
        if held is not None:
            spider.held = held
            logger.warning("source %s is being crawled by %s; left to it", held.source_id, held.holder)
            return
        self._budget = min(self._services.options.budget, self._services.left_today())
        if self._budget <= 0:
            logger.warning("source %s was asked for %s pages today: no more", spider.name, self._services.source.daily)
            self._services.withheld = "the pages of the day are spent"
        elif self._services.is_quiet():
            self._services.withheld = "quiet hours"

    def close(self, reason: str) -> None:  # noqa: ARG002 - Scrapy's signature
        """Let no wake-up outlive the crawl."""
        if self._wake_up is not None:
            self._wake_up.cancel()

    def has_pending_requests(self) -> bool:
        """Tell whether the run still waits for something: a request out, or one that falls due within its patience."""
        return bool(self._in_flight) or self._until is not None

    def enqueue_request(self, request: Request) -> bool:
        """Take a request from outside the record (a spider's start requests) into it, once."""
        kind = RequestKind(request.meta.get("kind", RequestKind.LISTING))
        body = request.body.decode("utf-8") or None
        one = NewRequest(request.url, kind, method=request.method, body=body, lane=self._services.lane)
        with self._services.record.writing() as connection:
            return bool(add_requests(connection, self._services.source.id, [one], self._services.clock()))

    def next_request(self) -> Request | None:
        """Give the next request that may be sent now, if any; schedule a wake-up for the next moment otherwise."""
        if self._broken or self._services.lease is None or self._is_over():
            self._until = None
            return None
        if self._suspect in self._in_flight:
            return None
        try:
            return self._take()
        except SQLAlchemyError:
            logger.exception("the record cannot be read or written: the crawl stops")
        except LeaseLost as error:
            logger.critical("%s", error)
        self._broken = True
        self._until = None
        self._in_flight.clear()
        engine = self._crawler.engine
        if engine is not None:
            asyncio.ensure_future(engine.close_spider_async(reason="record lost"))  # noqa: RUF006 - nobody waits for it
        return None

    def _take(self) -> Request | None:
        taken = take_next(
            self._services.record,
            self._services.held,
            self._services.clock(),
            delay=self._delay(),
            patience=self._services.options.patience,
            alone=not self._in_flight,
            lane=self._services.lane,
        )
        if isinstance(taken, Idle):
            self._sleep(taken)
            return None
        if isinstance(taken, RobotsNeeded):
            return self._robots_request(taken)
        return self._page_request(taken)

    def settled(self, key: int | str) -> None:
        """Hear that a request (by its id) or a robots.txt (by its host) is out no more."""
        self._in_flight.discard(key)

    def _is_over(self) -> bool:
        options = self._services.options
        late = self._services.clock() - self._started_at >= options.deadline
        return self._handed_out >= self._budget or late or self._services.is_quiet()

    def _delay(self) -> float:
        if self._services.options.no_delay:
            return 0.0
        return self._services.source.delay * (1 + self._random.uniform(0, JITTER))

    def _sleep(self, idle: Idle) -> None:
        self._until = idle.until
        if idle.until is None:
            return
        seconds = max(0.01, (idle.until - self._services.clock()).total_seconds() + 0.005)
        if self._wake_up is not None:
            self._wake_up.cancel()
        self._wake_up = asyncio.get_running_loop().call_later(seconds, self._nudge)

    def _nudge(self) -> None:
        engine = self._crawler.engine
        slot = engine._slot if engine is not None else None  # noqa: SLF001 - Scrapy has no public way to be woken
        if slot is not None:
            slot.nextcall.schedule()

    def _robots_request(self, needed: RobotsNeeded) -> Request:
        spider: Any = self._crawler.spider
        self._in_flight.add(needed.host)
        return Request(
            needed.asked[-1],
            callback=spider.parse_robots,
            errback=spider.robots_failed,
            dont_filter=True,
            meta={"robots": needed, "download_maxsize": 2 * 2**20},
        )

    def _page_request(self, taken: LeasedRequest) -> Request:
        spider: Any = self._crawler.spider
        meta: dict[str, Any] = {"leased": taken}
        if taken.robots.can_fetch(taken.url, self._services.settings.user_agent):
            self._handed_out += taken.at_hand is None
        else:
            meta["disallowed"] = f"robots.txt of {taken.host} does not allow it"
        self._in_flight.add(taken.id)
        if taken.deaths:
            self._suspect = taken.id
        headers = dict(taken.headers)
        rendered = self._services.source.render and not self._services.options.replay and taken.at_hand is None
        if rendered:
            meta |= META  # without conditions: a browser that is answered 304 has nothing to show
        if taken.etag and not rendered:
            headers["If-None-Match"] = taken.etag
        if taken.last_modified and not rendered:
            headers["If-Modified-Since"] = taken.last_modified
        return Request(
            taken.url,
            method=taken.method,
            headers=headers,
            body=(taken.body or "").encode(),
            callback=spider.parse,
            errback=spider.failed,
            dont_filter=True,
            meta=meta,
        )
