"""Order 400: settle the request with everything it brought, in one transaction."""

import asyncio
import logging
from typing import Any

from scrapy.crawler import Crawler

from barometer.archive.robots import record_robots
from barometer.errors import LeaseLost
from barometer.ingest.fetched import Fetched
from barometer.ingest.record import record_fetched
from crawler.frontier import Frontier
from crawler.items import RobotsFetched
from crawler.services import Services
from pipelines.stage import services_of

logger = logging.getLogger(__name__)


class Record:
    """The last stage: nothing is kept that has not passed here, and every leased row is settled here."""

    def __init__(self, services: Services, crawler: Crawler) -> None:
        self._services = services
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Record":
        """Build it for the crawl of one source."""
        return cls(services_of(crawler), crawler)

    async def process_item(self, item: Any) -> Any:
        """Write the item; a run whose lease was taken over stops instead."""
        services = self._services
        try:
            if isinstance(item, RobotsFetched):
                needed = item.needed
                agent = services.settings.user_agent
                now = services.clock()
                record_robots(services.record, needed.host, needed.asked, item.answer, item.location, agent, now)
                self._frontier().settled(needed.host)
            elif isinstance(item, Fetched):
                record_fetched(services.record, services.held, services.run_id, item, services.clock())
                self._frontier().settled(item.request.id)
        except LeaseLost as error:
            logger.critical("%s", error)
            if self._crawler.engine is not None:
                closing = self._crawler.engine.close_spider_async(reason="lease lost")
                asyncio.ensure_future(closing)  # noqa: RUF006 - nobody waits for it
        return item

    def _frontier(self) -> Frontier:
        engine = self._crawler.engine
        scheduler = engine.scheduler if engine is not None else None
        if not isinstance(scheduler, Frontier):
            raise TypeError("the record stage works with the frontier over the record")
        return scheduler
