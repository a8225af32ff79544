"""Newspapers: an edition a day, page by page. The file's entries hold the day, so that each run begins with today's."""

from crawler.spiders.source import SourceSpider


class NewspaperSpider(SourceSpider):
    """The first page of the last editions by GET; they link to the other pages."""

    transport = "newspaper"
