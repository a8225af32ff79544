"""Government sites of the Hanweb family: column pages with an inline datastore, or with units that an API fills."""

from crawler.spiders.source import SourceSpider


class JpageSpider(SourceSpider):
    """Column pages by GET; what they hold or name leads to the records."""

    transport = "jpage"
