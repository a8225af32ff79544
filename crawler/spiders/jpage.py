"""Government sites of the Hanweb family, whose column pages carry their records in an inline datastore."""

from crawler.spiders.source import SourceSpider


class JpageSpider(SourceSpider):
    """Column pages by GET; their first records stand in the page itself."""

    transport = "jpage"
