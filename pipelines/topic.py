"""Order 100: decide whether an article is about what Barometer watches. What is not is recorded, without claims."""

from dataclasses import replace
from typing import Any

from scrapy.crawler import Crawler

from barometer.articles import is_on_topic
from barometer.ingest.fetched import Fetched
from crawler.services import Services
from pipelines.stage import services_of


class Topic:
    """Sets `on_topic` on whole articles."""

    def __init__(self, services: Services) -> None:
        self._services = services

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Topic":
        """Build it for the crawl of one source."""
        return cls(services_of(crawler))

    async def process_item(self, item: Any) -> Any:
        """Decide for a whole article."""
        if not isinstance(item, Fetched) or item.article is None:
            return item
        if self._services.options.all_topics:
            return replace(item, on_topic=True)
        part = item.article.part
        decision = is_on_topic(part.title, part.text, self._services.topics, self._services.source)
        return replace(item, on_topic=decision.on_topic)
