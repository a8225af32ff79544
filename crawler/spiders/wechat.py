"""WeChat official accounts: no public list of articles, so feeds, albums and addresses that somebody gives."""

from crawler.spiders.source import SourceSpider


class WeChatSpider(SourceSpider):
    """Feeds and albums by GET, and the addresses of articles that the operator lists."""

    transport = "wechat"
