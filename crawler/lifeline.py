"""Ends the crawl with the process that started it, and settles rows whose item was lost to a bug."""

import logging
import os
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from barometer.ingest.fetched import Fetched
from barometer.ingest.record import record_fetched
from barometer.model import Outcome, OutcomeKind
from crawler.frontier import Frontier
from crawler.process import die_with_parent
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
            self._settle(item, failure)

    def spider_error(self, failure: Failure, response: Response | Failure) -> None:
        """Settle the request of a response that the spider failed on."""
        request = response.request  # type: ignore[union-attr] # Scrapy sets it on both
        leased = request.meta.get("leased") if request is not None else None
        spider = self._crawler.spider
        if leased is not None and isinstance(spider, SourceSpider):
            self._settle(Fetched(leased, spider.services.clock(), Outcome(OutcomeKind.FAILED)), failure)

    def _settle(self, item: Fetched, failure: Failure) -> None:
        spider = self._crawler.spider
        engine = self._crawler.engine
        if not isinstance(spider, SourceSpider) or engine is None:
            return
        services = spider.services
        told = f"a bug in the program: {failure.type.__name__ if failure.type else ''}: {failure.value}"
        lost = Fetched(item.request, item.at, Outcome(OutcomeKind.FAILED, problem=told), item.status)
        record_fetched(services.record, services.held, services.run_id, lost, services.clock())
        if isinstance(engine.scheduler, Frontier):
            engine.scheduler.settled(item.request.id)
