"""Pages that a person has at hand: read from a file of the data folder in the site's place."""

import gzip
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from barometer.config import Settings, load_settings


class AtHandMiddleware:
    """Downloader middleware: answers requests whose page is at hand; nothing is sent for them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "AtHandMiddleware":  # noqa: ARG003 - Scrapy's signature
        """Build it with the data folder that holds the pages."""
        return cls(load_settings())

    def process_request(self, request: Request) -> Response | None:
        """Give the page as the site would have answered, None for what must be asked of the site."""
        leased = request.meta.get("leased")
        page: dict[str, Any] | None = leased.at_hand if leased is not None else None
        if page is None:
            return None
        body = gzip.decompress((self._settings.data / page["path"]).read_bytes())
        headers = {"Content-Type": page["content_type"]} if page.get("content_type") else {}
        return Response(request.url, status=page["status"], headers=headers, body=body)
