"""Order 300: keep the raw response of each part of an article, on disk before the record says where it lies."""

from dataclasses import replace
from http import HTTPStatus
from typing import Any

from scrapy.crawler import Crawler

from barometer.ingest.fetched import Fetched
from crawler.services import Services
from pipelines.stage import services_of


class Evidence:
    """Sets `evidence` on responses that hold a part of an article."""

    def __init__(self, services: Services) -> None:
        self._services = services

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Evidence":
        """Build it for the crawl of one source."""
        return cls(services_of(crawler))

    async def process_item(self, item: Any) -> Any:
        """Write the response of a part."""
        writer = self._services.evidence
        if not isinstance(item, Fetched) or item.outcome.part is None or writer is None:
            return item
        told = item.outcome.part.method == "feed"  # what the feed answered well is kept, not what the page refused
        status = HTTPStatus.OK if told else item.status or 0
        ref = writer.write(item.request.url, status, item.headers, item.body, item.at)
        return replace(item, evidence=ref)
