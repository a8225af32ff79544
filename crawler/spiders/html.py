"""Sources whose listings are plain HTML pages."""

from crawler.spiders.source import SourceSpider


class HtmlSpider(SourceSpider):
    """Listing pages and articles by GET."""

    transport = "html"
