"""Order 200: read the claims of an article on topic, in the pool."""

from dataclasses import replace
from typing import Any

from scrapy.crawler import Crawler

from barometer.ingest.extraction import told_by
from barometer.ingest.fetched import Fetched
from crawler.services import Services
from pipelines.stage import services_of


class Claims:
    """Sets `extracted` on whole articles that are on topic."""

    def __init__(self, services: Services) -> None:
        self._services = services

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Claims":
        """Build it for the crawl of one source."""
        return cls(services_of(crawler))

    async def process_item(self, item: Any) -> Any:
        """Read the claims; an article whose reading hangs goes on without them, to be reprocessed."""
        if not isinstance(item, Fetched) or item.article is None or not item.on_topic:
            return item
        part = item.article.part
        name = told_by(
            self._services.source, account=part.account, source_name=part.source_name, language=part.language
        )
        extracted = await self._services.pool.extract(item.article.text, part.published, name)
        return replace(item, extracted=extracted)
