"""Answers of a site that tests make up, through the stage that joins parts and the transaction that records them."""

import asyncio
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

from sqlalchemy import Table, select

from barometer.archive.frontier import LeasedRequest
from barometer.archive.leases import Lease
from barometer.archive.outbox import open_notes, register, subject_article
from barometer.archive.record import Record
from barometer.archive.runs import end_run
from barometer.archive.tables import articles, claims
from barometer.ingest.extracted import Extracted
from barometer.ingest.fetched import Fetched
from barometer.ingest.record import record_fetched
from barometer.ingest.revisit import Step
from barometer.model import ArticlePart, Claim, Link, Outcome, OutcomeKind, RequestKind
from barometer.sources import Source
from crawler.services import Services
from pipelines.assemble import Assemble
from tests.archive.crawling import START, begun, take

SOURCE = Source.model_validate(
    {
        "id": "people",
        "name": {"zh": "人民网", "en": "People"},
        "publisher": "party",
        "language": "zh",
        "hosts": ["a.example", "b.example"],
        "entry": ["http://a.example/"],
        "articles": [r"/(?P<key>\d+)(?:-\d+)?\.html"],
        "select": [{"body": ".text", "title": "h1"}],
    }
)
FIGURE = re.compile(r"\d+(?:\.\d+)?")
ENTRY = "http://a.example/"


def url(number: int, part: int = 1, host: str = "a.example") -> str:
    return f"http://{host}/{number}{f'-{part}' if part > 1 else ''}.html"


def part(text: str, title: str = "义乌出口", next_url: str | None = None, **values: Any) -> ArticlePart:
    return ArticlePart(title=title, text=text, next_url=next_url, **values)


def article(text: str, **values: Any) -> Outcome:
    return Outcome(OutcomeKind.ARTICLE, part=part(text, **values))


def listing(*urls: str) -> Outcome:
    return Outcome(OutcomeKind.LISTING, links=tuple(Link(each, RequestKind.ARTICLE) for each in urls))


def failed(problem: str = "HTTP 503") -> Outcome:
    return Outcome(OutcomeKind.FAILED, problem=problem)


def extracted(text: str, *, version: str = "1", complete: bool = True) -> Extracted:
    """Take every run of digits for a claim."""
    found = [
        Claim(
            each.group(), each.start(), each.end(), each.start(), value=Decimal(each.group()), unit="CNY", kind="level"
        )
        for each in FIGURE.finditer(text)
    ]
    return Extracted(tuple(found) if complete else (), version, complete=complete)


@dataclass
class Crawl:
    """A run of one source over the record, at moments that move on by a second a step."""

    record: Record
    lease: Lease
    run_id: int
    now: datetime = START
    source: Source = SOURCE
    version: str = "1"
    on_topic: bool = True
    complete: bool = True
    kept: dict[int, LeasedRequest] = field(default_factory=dict)

    @classmethod
    def begin(
        cls, record: Record, *wanted: str, now: datetime = START, source: Source = SOURCE, **values: Any
    ) -> "Crawl":
        lease, run_id = begun(record, (), wanted, source=source.id, now=now, revisit=values.pop("revisit", False))
        return cls(record, lease, run_id, now, source, **values)

    def take(self) -> LeasedRequest:
        return take(self.record, self.lease, self.now)

    def prepare(self, request: LeasedRequest, outcome: Outcome, body: bytes | None = None, **values: Any) -> Fetched:
        """Give the item as it comes to the last stage."""
        if body is None and outcome.part is not None:
            body = repr(outcome.part).encode()
        item = Fetched(request, self.now, outcome, values.pop("status", 200), body=body or b"", **values)
        services = SimpleNamespace(record=self.record, source=self.source, clock=lambda: self.now)
        item = asyncio.run(Assemble(cast(Services, services)).process_item(item))
        if item.article is None:
            return cast(Fetched, item)
        claims_of = (
            extracted(item.article.text, version=self.version, complete=self.complete) if self.on_topic else None
        )
        return replace(item, on_topic=self.on_topic, extracted=claims_of)

    def settle(self, item: Fetched) -> Step:
        return record_fetched(self.record, self.lease, self.run_id, item, self.now)

    def receive(self, request: LeasedRequest, outcome: Outcome, **values: Any) -> Step:
        return self.settle(self.prepare(request, outcome, **values))

    def answer(self, expected: str, outcome: Outcome, **values: Any) -> Step:
        """Take the next request, which must be for this URL, and answer it."""
        request = self.take()
        assert request.url == expected
        return self.receive(request, outcome, **values)

    def end(self) -> None:
        end_run(self.record, self.lease, self.run_id, "finished", self.now)


def all_rows(record: Record, table: Table) -> Sequence[Any]:
    with record.reading() as connection:
        return connection.execute(select(table).order_by(*table.primary_key.columns)).all()


def one_article(record: Record) -> Any:
    with record.reading() as connection:
        return connection.execute(select(articles).where(articles.c.redirect_to.is_(None))).one()


def text_of(record: Record) -> str:
    """Give the text of the only article, without its title."""
    from barometer.archive.tables import revisions  # noqa: PLC0415 - beside its one use

    with record.reading() as connection:
        query = select(revisions.c.text).join(articles, articles.c.revision_id == revisions.c.id)
        whole: str = connection.execute(query.where(articles.c.redirect_to.is_(None))).scalar_one()
    return whole.partition("\n\n")[2]


def current_claims(record: Record) -> dict[str, str]:
    """Give the current claims: quote by id."""
    with record.reading() as connection:
        query = select(claims.c.id, claims.c.quote).join(articles, articles.c.extraction_id == claims.c.extraction_id)
        return {row.id: row.quote for row in connection.execute(query.order_by(claims.c.position))}


def heard(record: Record) -> list[int | None]:
    return [subject_article(note.subject) for note in open_notes(record, "index", START)]


def listen(record: Record) -> None:
    register(record, "index", START, backfill=True)


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
