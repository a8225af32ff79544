"""Sources whose lists are JSON, or JSON handed to a callback, by GET or by POST."""

from collections.abc import Mapping
from typing import ClassVar

from crawler.spiders.source import SourceSpider


class JsonSpider(SourceSpider):
    """JSON lists, asked for as the pages of the site ask for them."""

    transport = "json"
    headers: ClassVar[Mapping[str, str]] = {"Accept": "application/json, text/javascript, */*;q=0.5"}
