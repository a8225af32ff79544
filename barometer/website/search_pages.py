"""The page that searches articles, and the table of claims."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from barometer.errors import SearchError
from barometer.website.asking import ARTICLES_A_PAGE, CLAIMS_A_PAGE, COLUMNS, Asked, ClaimsAsked
from barometer.website.finding import MOST_SORTED, TooMany, descending, find_articles, find_claims
from barometer.website.rendering import Visit, address
from barometer.website.results import around
from barometer.website.site import Site
from barometer.words.language import mistake_at


def routes(site: Site) -> APIRouter:
    """Give the routes of both pages."""
    router = APIRouter()

    @router.get("/")
    def search(request: Request) -> Response:
        """Articles that a query finds; without a query all of them, newest first."""
        visit = Visit.of(request)
        try:
            asked = Asked.read(visit.parameters, limit=ARTICLES_A_PAGE, known=site.known())
            hits = find_articles(site.index, asked)
        except SearchError as error:
            return _wrong(site, visit, "search.html", Asked(q=visit.parameters.get("q", "")), error)
        about = around(visit, site.directory, asked, hits, "articles")
        hints = _hints(site, visit, asked, hits.total)
        return site.page(visit, "search.html", asked=asked, hits=hits, around=about, mistake=None, hints=hints)

    @router.get("/claims")
    def claims(request: Request) -> Response:
        """Claims as a table."""
        visit = Visit.of(request)
        try:
            asked = ClaimsAsked.read(visit.parameters, limit=CLAIMS_A_PAGE, known=site.known())
            hits = find_claims(site.index, asked)
        except SearchError as error:
            return _wrong(site, visit, "claims.html", _as_typed(visit), error)
        about = around(visit, site.directory, asked, hits, "claims")
        shown: dict[str, Any] = {"columns": _columns(visit, asked), "hints": _hints(site, visit, asked, hits.total)}
        return site.page(visit, "claims.html", asked=asked, hits=hits, around=about, mistake=None, **shown)

    return router


def _hints(site: Site, visit: Visit, asked: Asked, total: int) -> list[str]:
    return [visit.words.mistake(line) for line in site.hints(asked.node(), total)]


def _as_typed(visit: Visit) -> ClaimsAsked:
    """The form as it was filled in, to be mended."""
    names = ("q", "source", "place", "indicator", "period", "minimum", "maximum", "unit", "status")
    return ClaimsAsked(**{name: visit.parameters.get(name, "") for name in names})  # type: ignore[arg-type]  # all text


def _wrong(site: Site, visit: Visit, template: str, asked: Asked, error: SearchError) -> Response:
    """The same page with what is wrong in place of hits."""
    words = visit.words
    if isinstance(error, TooMany):
        told = words.text("too_many_to_sort", total=f"{error.total:,}", most=f"{MOST_SORTED:,}")
    else:
        told = words.mistake(str(error))
    at = mistake_at(str(error))
    typed = asked.q
    mistake = {"told": told, "at": at, "before": "", "there": "", "behind": ""}
    if at is not None:
        mistake |= {"before": typed[: at - 1], "there": typed[at - 1 : at], "behind": typed[at:]}
    columns = _columns(visit, asked) if isinstance(asked, ClaimsAsked) else ()
    return site.page(visit, template, status=400, asked=asked, hits=None, around=None, mistake=mistake, columns=columns)


def _columns(visit: Visit, asked: ClaimsAsked) -> tuple[tuple[str, str, str], ...]:
    """Each column with the address that sorts by it, and how it is sorted now: ascending, descending or none."""
    columns = []
    for name in COLUMNS:
        sorted_now, order = "none", ""
        if asked.sort == name:
            sorted_now = "descending" if descending(asked) else "ascending"
            order = "up" if descending(asked) else "down"
        columns.append((name, address(visit.path, asked.changed(sort=name, order=order)), sorted_now))
    return tuple(columns)
