"""The one door: bytes of a page in, an outcome out."""

from collections.abc import Mapping
from datetime import datetime

from barometer.articles.charset import decode
from barometer.articles.generic import read_generically
from barometer.articles.jpage import datastore_links, is_datastore
from barometer.articles.listing import links_of
from barometer.articles.page import Page
from barometer.articles.rules import read_by_rules
from barometer.errors import ReadError
from barometer.model import Link, Outcome, OutcomeKind, RequestKind
from barometer.sources import Source

MOST_BYTES = 16 * 1024 * 1024


def read(
    body: bytes, headers: Mapping[str, str], url: str, source: Source, kind: RequestKind, now: datetime
) -> Outcome:
    """Read a fetched page as what its request expected: a listing's links, or one part of an article.

    Never raises on bytes: what cannot be read is an outcome with its problem told.
    """
    if len(body) > MOST_BYTES:
        return Outcome(OutcomeKind.QUARANTINED, problem=f"larger than {MOST_BYTES // 2**20} MiB: not read")
    try:
        page = Page(decode(body, headers), url)
        if kind is RequestKind.LISTING:
            links = _links(page, source, now)
            if not links:
                return Outcome(OutcomeKind.LISTING, problem="no link on the page matches the source's URL rules")
            return Outcome(OutcomeKind.LISTING, links=links, counts={"links": len(links)})
        part = read_by_rules(page, source, now) or read_generically(page, source, now)
    except ReadError as error:
        return Outcome(OutcomeKind.EMPTY, problem=str(error))
    if part is None:
        return Outcome(OutcomeKind.EMPTY, problem="no article on the page")
    return Outcome(OutcomeKind.ARTICLE, part=part)


def _links(page: Page, source: Source, now: datetime) -> tuple[Link, ...]:
    if source.transport == "jpage" and is_datastore(page.source_text):
        return datastore_links(page, source, now)
    return links_of(page, source, now)
