"""A recorded site in place of the network: the same requests, answered from a folder.

A URL that the folder does not have answers 404. Answers carry an ETag and honour If-None-Match, so that a second crawl
fetches nothing that is unchanged. REPLAY names the folders, separated by the path separator: the last wins.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response

from barometer.errors import ReadError
from barometer.sources import canonical_url
from barometer.sources.recorded import RecordedPage, etag_of, recorded_pages

MANY_ATTRIBUTES = "generate:many-attributes"  # a hostile page, too large to keep: one tag with 250,000 attributes


def _many_attributes() -> tuple[bytes, bytes]:
    return b'data-generate="250000"', b" ".join(b"a%x" % number for number in range(250_000))


class ReplayHandler(BaseDownloadHandler):
    """Scrapy download handler for http and https that never opens a connection."""

    lazy = False

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        folders = [Path(part) for part in crawler.settings.get("REPLAY", "").split(os.pathsep) if part]
        self._pages = _by_canonical(recorded_pages(folders))

    async def download_request(self, request: Request) -> Response:
        """Answer from the folder."""
        posted = request.body.decode("utf-8", "replace")
        page = self._pages.get(f"{request.url} {posted}" if request.method == "POST" else request.url)
        if page is None:
            return Response(request.url, status=404, body=b"not in the recorded site")
        body = page.body()
        if page.content_type == MANY_ATTRIBUTES:
            body = body.replace(*_many_attributes())
        etag = etag_of(body)
        if request.headers.get("If-None-Match") == etag.encode():
            return Response(request.url, status=304, headers={"ETag": etag})
        stated = None if page.content_type == MANY_ATTRIBUTES else page.content_type
        headers = {"Content-Type": stated or _content_type(body), "ETag": etag}
        return Response(request.url, status=page.status, headers=headers, body=body)


def _by_canonical(pages: Mapping[str, RecordedPage]) -> dict[str, RecordedPage]:
    found = {}
    for url, page in pages.items():
        try:
            found[url if page.asked is not None else canonical_url(url)] = page
        except ReadError:
            found[url] = page
    return found


def _content_type(body: bytes) -> str:
    """Say utf-8 of what is utf-8, whatever the page declares, for a browser's saved copy is; nothing of the rest."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "text/html"
    return "text/html; charset=utf-8"
