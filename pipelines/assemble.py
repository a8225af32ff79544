"""Order 50: join the parts of an article. What is not complete yet goes on as a part alone."""

from dataclasses import replace
from typing import Any

from scrapy.crawler import Crawler

from barometer.ingest.assemble import assemble
from barometer.ingest.fetched import Fetched
from barometer.ingest.record import plan
from barometer.ingest.redirects import judge_redirect
from barometer.model import OutcomeKind, RequestKind
from crawler.services import Services
from pipelines.stage import services_of


class Assemble:
    """Adds `article` when this response completes one."""

    def __init__(self, services: Services) -> None:
        self._services = services

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Assemble":
        """Build it for the crawl of one source."""
        return cls(services_of(crawler))

    async def process_item(self, item: Any) -> Any:
        """Join, if this is an article's part or its last hope was given up."""
        if not isinstance(item, Fetched):
            return item
        if item.redirect_to is not None:
            with self._services.record.reading() as connection:
                item = judge_redirect(connection, self._services.source.id, item)
        part = item.outcome.part
        lost = part is None and item.request.kind is RequestKind.PART and self._is_given_up(item)
        if part is None and not lost:
            return item
        article = assemble(self._services.record, item.request, part, self._services.source, item.outcome.problem)
        return replace(item, article=article)

    def _is_given_up(self, item: Fetched) -> bool:
        followed = item.outcome.kind is OutcomeKind.REDIRECT and item.redirect_to is not None
        if item.outcome.kind is OutcomeKind.UNCHANGED or followed:
            return False
        return plan(item, visits=0, changed=False, now=self._services.clock()).gave_up
