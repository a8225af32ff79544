"""`scrapy list` and `scrapy crawl NAME` over source files: each configured source is a spider."""

import builtins
from collections.abc import Iterable
from pathlib import Path

from scrapy import Request, Spider
from scrapy.settings import BaseSettings

from barometer.config import load_settings
from barometer.sources import Source, read_sources
from crawler.spiders.feed import FeedSpider
from crawler.spiders.html import HtmlSpider
from crawler.spiders.jpage import JpageSpider
from crawler.spiders.json import JsonSpider
from crawler.spiders.newspaper import NewspaperSpider
from crawler.spiders.sitemap import SitemapSpider
from crawler.spiders.source import SourceSpider
from crawler.spiders.wechat import WeChatSpider
from crawler.spiders.weibo import WeiboSpider

TRANSPORTS: dict[str, type[SourceSpider]] = {
    spider.transport: spider
    for spider in (
        HtmlSpider,
        FeedSpider,
        SitemapSpider,
        JsonSpider,
        JpageSpider,
        NewspaperSpider,
        WeChatSpider,
        WeiboSpider,
    )
}


class SourceSpiderLoader:
    """Scrapy's spider loader, fed by the folder of source files."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._files = read_sources(*folders)
        self._sources = self._files.sources

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> "SourceSpiderLoader":  # noqa: ARG003 - Scrapy's signature
        """Load the sources that the settings name."""
        return cls(load_settings().source_folders)

    def load(self, spider_name: str) -> type[Spider]:
        """Give the spider class of a source, whatever is wrong with the files of others.

        Raises KeyError for a name that is no source, SourceError where its file is wrong.
        """
        source = self._files.need(spider_name)
        return type(f"{source.id.title()}Spider", (TRANSPORTS[source.transport],), {"name": source.id, "file": source})

    def list(self) -> list[str]:
        """Give the names of the sources that can be crawled."""
        return sorted(name for name, source in self._sources.items() if source.configured and not source.generic)

    def find_by_request(self, request: Request) -> builtins.list[str]:
        """Give the sources that a URL belongs to."""
        return [name for name, source in sorted(self._sources.items()) if _owns(source, request.url)]


def _owns(source: Source, url: str) -> bool:
    return source.request_kind(url) is not None
