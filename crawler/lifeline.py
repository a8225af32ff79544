"""Ends the crawl with the process that started it, and settles rows whose item was lost to a bug."""

import logging
import os
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from barometer.archive.frontier import LeasedRequest, RobotsNeeded
from barometer.archive.robots import record_robots
from barometer.ingest.fetched import Fetched
from barometer.ingest.process import die_with_parent
from barometer.ingest.record import record_fetched
from barometer.model import Outcome, OutcomeKind
from barometer.network.robots import RobotsAnswer
from crawler.frontier import Frontier
from crawler.items import RobotsFetched
from crawler.services import Services
from crawler.spiders.source import SourceSpider

logger = logging.getLogger(__name__)
PARENT = "BAROMETER_PARENT"


class Lifeline:
    """Scrapy extension. With BAROMETER_PARENT in the environment this crawl does not outlive that process."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Lifeline":
        """Tie the process to its parent and listen for errors that would lose an item."""
        parent = os.environ.get(PARENT, "")
        if parent.isdigit():
            die_with_parent(int(parent))
        made = cls(crawler)
        crawler.signals.connect(made.item_error, signals.item_error)
        crawler.signals.connect(made.spider_error, signals.spider_error)
        return made

    def item_error(self, item: Any, failure: Failure) -> None:
        """Settle the request of an item that a stage failed on; the others go on."""
        if isinstance(item, Fetched):
            self._settle(item.request, item.status, failure)
        elif isinstance(item, RobotsFetched):
            self._close_host(item.needed, failure)

    def spider_error(self, failure: Failure, response: Response | Failure | None) -> None:
        """Settle the request of a response that the spider failed on."""
        request = getattr(response, "request", None)
        meta = request.meta if request is not None else {}
        if "leased" in meta:
            self._settle(meta["leased"], getattr(response, "status", None), failure)
        elif "robots" in meta:
            self._close_host(meta["robots"], failure)

    def _settle(self, request: LeasedRequest, status: int | None, failure: Failure) -> None:
        """Settle a lost request as failed. Whatever comes of that, the crawl waits for it no more and can end."""
        services = self._services()
        try:
            now = services.clock()
            lost = Fetched(request, now, Outcome(OutcomeKind.FAILED, problem=_told(failure)), status)
            record_fetched(services.record, services.held, services.run_id, lost, now)
        finally:
            self._settled(request.id)

    def _close_host(self, needed: RobotsNeeded, failure: Failure) -> None:
        """Note that a host's robots.txt could not be read, so that nothing of the host is fetched for now."""
        services = self._services()
        try:
            answer = RobotsAnswer(error=_told(failure))
            agent = services.settings.user_agent
            record_robots(services.record, needed.host, needed.asked, answer, None, agent, services.clock())
        finally:
            self._settled(needed.host)

    def _services(self) -> Services:
        spider = self._crawler.spider
        if not isinstance(spider, SourceSpider):
            raise TypeError(f"the lifeline serves the spiders of sources, not {type(spider).__name__}")
        return spider.services

    def _settled(self, key: int | str) -> None:
        engine = self._crawler.engine
        if engine is not None and isinstance(engine.scheduler, Frontier):
            engine.scheduler.settled(key)


def _told(failure: Failure) -> str:
    return f"a bug in the program: {failure.type.__name__ if failure.type else ''}: {failure.value}"
