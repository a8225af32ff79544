"""Weibo accounts: the containers that the mobile site reads, with the cookie of an account that the operator gives."""

from collections.abc import Mapping
from typing import ClassVar

from crawler.spiders.source import SourceSpider


class WeiboSpider(SourceSpider):
    """Containers by GET, asked for as the mobile site does."""

    transport = "weibo"
    headers: ClassVar[Mapping[str, str]] = {
        "Accept": "application/json, text/plain, */*",
        "X-Requested-With": "XMLHttpRequest",
        "MWeibo-Pwa": "1",
    }
