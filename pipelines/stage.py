"""How a stage gets at what the crawl works with."""

from scrapy.crawler import Crawler

from crawler.services import Services
from crawler.spiders.source import SourceSpider


def services_of(crawler: Crawler) -> Services:
    """Give the services of the crawl. Only crawls of sources have these stages."""
    spider = crawler.spider
    if not isinstance(spider, SourceSpider):
        raise TypeError(f"the stages serve the spiders of sources, not {type(spider).__name__}")
    return spider.services
