"""Sources that tell of their articles in RSS, Atom or JSON feeds."""

from collections.abc import Mapping
from typing import ClassVar

from crawler.spiders.source import SourceSpider


class FeedSpider(SourceSpider):
    """Feeds by GET."""

    transport = "feed"
    headers: ClassVar[Mapping[str, str]] = {
        "Accept": "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
    }
