"""The one door: bytes of a page in, an outcome out."""

from collections.abc import Mapping
from datetime import datetime

from barometer.articles.charset import decode
from barometer.articles.feed_text import is_told, read_told, told_by
from barometer.articles.generic import read_generically
from barometer.articles.hazards import hazard
from barometer.articles.lists import read_list
from barometer.articles.media_types import PDF_SIGNATURE
from barometer.articles.page import Page
from barometer.articles.refresh import refreshed
from barometer.articles.rules import read_by_rules
from barometer.articles.shared import shared
from barometer.articles.sitemaps import unpacked
from barometer.articles.walls import wall
from barometer.errors import ReadError
from barometer.model import Outcome, OutcomeKind, RequestKind
from barometer.sources import Source


def read(
    body: bytes, headers: Mapping[str, str], url: str, source: Source, kind: RequestKind, now: datetime
) -> Outcome:
    """Read a fetched page as what its request expected: a listing's links, or one part of an article.

    Never raises on bytes: what cannot be read is an outcome with its problem told. `now` carries a zone.
    """
    if kind is RequestKind.LISTING:
        body = unpacked(body)
    problem = hazard(body, headers)
    if problem:
        return problem
    if body.lstrip()[: len(PDF_SIGNATURE)] == PDF_SIGNATURE:
        return _bulletin(body, url, source, kind, now)
    page = Page(decode(body, headers), url)
    try:
        barred = wall(page, source) or (None if page.document is not None else refreshed(page, source, kind))
        return barred or (
            _listing(body, headers, page, source, now)
            if kind is RequestKind.LISTING
            else _article(page, source, now, kind)
        )
    except ReadError as error:
        return Outcome(OutcomeKind.EMPTY, problem=str(error))
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError) as error:
        # Bytes from outside reach the depths of five libraries; what none of them foresaw costs this page only.
        return Outcome(OutcomeKind.QUARANTINED, problem=f"reading failed: {type(error).__name__}: {str(error)[:200]}")


def _bulletin(body: bytes, url: str, source: Source, kind: RequestKind, now: datetime) -> Outcome:
    from barometer.articles.pdf import read_pdf  # noqa: PLC0415 - .05 s, and bulletins are rare

    if kind is RequestKind.LISTING:
        return Outcome(OutcomeKind.EMPTY, problem="a PDF document, not a page that lists articles")
    return read_pdf(body, url, source, now)


def _listing(body: bytes, headers: Mapping[str, str], page: Page, source: Source, now: datetime) -> Outcome:
    links = read_list(body, headers, page, source, now)
    problem = None if links else "no link on the page matches the source's URL rules"
    return Outcome(OutcomeKind.LISTING, links=links, problem=problem, counts={"links": len(links)})


def _article(page: Page, source: Source, now: datetime, kind: RequestKind) -> Outcome:
    if is_told(page.document):
        return _told(page, source, now)
    original, _ = shared(page, source)
    if original is not None:
        return Outcome(OutcomeKind.LISTING, links=(original,), counts={"links": 1})
    by_rules = read_by_rules(page, source, now)
    if by_rules is not None:
        return Outcome(OutcomeKind.ARTICLE, part=by_rules.part, problem=by_rules.problem, missed=by_rules.missed)
    part = read_generically(page, source, now, kind)
    if part is None:
        return Outcome(OutcomeKind.EMPTY, problem="no article on the page", missed=("body",) if source.select else ())
    problem = (
        "none of the source's templates matches the page: read by fallback"
        if source.select and not source.generic
        else None
    )
    return Outcome(OutcomeKind.ARTICLE, part=part, problem=problem, missed=("body",) if problem else ())


def _told(page: Page, source: Source, now: datetime) -> Outcome:
    """Read the article as a feed tells it: `page` is missed then, for nobody has read that."""
    part = read_told(page, source, now)
    if part is None:
        return Outcome(OutcomeKind.EMPTY, problem="the feed tells no text of the article", missed=("page",))
    problem = f"the text is that of the feed {told_by(page.document)}"
    return Outcome(OutcomeKind.ARTICLE, part=part, problem=problem, missed=("page",))
