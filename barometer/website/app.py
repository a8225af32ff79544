"""The application: pages, API, files, and the guard before all of them."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from barometer.archive.record import Record
from barometer.clock import Clock, now
from barometer.config import Settings
from barometer.errors import BarometerError
from barometer.search.index import Index
from barometer.sources import Source
from barometer.website import (
    api,
    article_pages,
    downloads,
    feed_pages,
    health_pages,
    saved_pages,
    search_pages,
    subscription_pages,
)
from barometer.website.guard import HEADERS, Guard
from barometer.website.names import Directory
from barometer.website.site import Site
from barometer.website.standing import Standings

PARTS = (
    search_pages,
    article_pages,
    saved_pages,
    subscription_pages,
    feed_pages,
    health_pages,
    downloads,
    api,
)
STATIC = Path(__file__).parent / "static"


def create_app(
    record: Record,
    index: Index,
    directory: Directory,
    clock: Clock = now,
    settings: Settings | None = None,
    sources: Mapping[str, Source] = MappingProxyType({}),
) -> FastAPI:
    """Make the website over an open record and an index. Whoever opened them closes them.

    With `sources` its pages say of a source that is not as it should be when it was seen last.
    """
    settings = settings or Settings()
    site = Site(record, index, directory, clock, settings, Standings(record, sources, clock))
    app = FastAPI(title="Barometer", docs_url=None, redoc_url=None, openapi_url=None)
    for part in PARTS:
        app.include_router(part.routes(site))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(Guard, public_url=settings.public_url)

    @app.exception_handler(BarometerError)
    def unavailable(request: Request, error: BarometerError) -> Response:
        return _told(site, request, 503, "unavailable", detail=str(error))

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        if error.status_code == 404:
            return _told(site, request, 404, "not_found", "not_found_advice")
        return _told(site, request, error.status_code, "unavailable", detail=str(error.detail))

    @app.exception_handler(RequestValidationError)
    def no_such_page(request: Request, _: RequestValidationError) -> Response:
        return _told(site, request, 404, "not_found", "not_found_advice")

    @app.exception_handler(Exception)
    def failed(request: Request, _: Exception) -> Response:
        answer = _told(site, request, 500, "failed", "failed_advice")
        answer.headers.update(HEADERS)  # this one is sent from outside the guard
        return answer

    return app


def _told(site: Site, request: Request, status: int, heading: str, advice: str = "", detail: str = "") -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": detail or heading.replace("_", " ")}, status)
    return site.message(request, status, heading, advice, detail)
