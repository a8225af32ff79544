"""The cookie that an operator gives for a source that asks for a login: added as a request is sent, kept nowhere."""

import os

from scrapy import Request
from scrapy.crawler import Crawler

from barometer.sources import Source
from crawler.spiders.source import SourceSpider


class CookieMiddleware:
    """Downloader middleware: adds the source's cookie to requests for its own hosts, over TLS only."""

    def __init__(self, source: Source | None) -> None:
        self._source = source
        self._cookie = os.environ.get(source.cookie, "") if source is not None and source.cookie else ""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "CookieMiddleware":
        """Build it for the crawl of one source."""
        spider = crawler.spider
        return cls(spider.services.source if isinstance(spider, SourceSpider) else None)

    def process_request(self, request: Request) -> None:
        """Add the cookie; a robots.txt and other hosts do not get it."""
        wanted = self._cookie and self._source is not None and "leased" in request.meta
        if (
            wanted
            and request.url.startswith("https://")
            and self._source is not None
            and self._source.owns(request.url)
        ):
            request.headers["Cookie"] = self._cookie
