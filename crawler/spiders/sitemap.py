"""Sources whose articles are found through sitemaps, news sitemaps or the sitemap lines of a robots.txt."""

from collections.abc import Mapping
from typing import ClassVar

from crawler.spiders.source import SourceSpider


class SitemapSpider(SourceSpider):
    """Sitemaps by GET, packed or not."""

    transport = "sitemap"
    headers: ClassVar[Mapping[str, str]] = {"Accept": "application/xml, text/xml, */*;q=0.5"}
