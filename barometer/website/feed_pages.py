"""/feeds: the feed of each saved search and of each source, as Atom and JSON, and the page that lists them."""

import hashlib
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from barometer.archive.saved_searches import SavedSearch, all_saved_searches
from barometer.website.asking import Asked, ClaimsAsked
from barometer.website.feeds import Called, Entry, Feed, as_atom, as_json, of_articles, of_claims
from barometer.website.finding import find_articles, find_claims
from barometer.website.rendering import Visit, address
from barometer.website.saved_pages import where
from barometer.website.site import Site

ENTRIES = 50
FORMS = {"atom": (as_atom, "application/atom+xml"), "json": (as_json, "application/feed+json")}
Form = Annotated[str, Path(pattern="^(atom|json)$")]


def routes(site: Site) -> APIRouter:
    """Give the routes."""
    router = APIRouter()

    @router.get("/feeds")
    def feeds(request: Request) -> Response:
        """All feeds there are."""
        visit = Visit.of(request)
        return site.page(visit, "feeds.html", searches=all_saved_searches(site.record))

    @router.get("/feeds/saved/{search_id}.{form}")
    def saved(request: Request, search_id: Annotated[int, Path(ge=1, lt=2**31)], form: Form) -> Response:
        """What a saved search finds now, newest first."""
        search = next((each for each in all_saved_searches(site.record) if each.id == search_id), None)
        if search is None:
            return site.message(request, 404, "not_found", "not_found_advice")
        home = site.home(request)
        made = Feed(
            id=f"tag:barometer,2025:saved:{search.id}",
            title=search.name,
            url=f"{home}/feeds/saved/{search.id}.{form}",
            page=f"{home}{where(search)}",
            language=Visit.of(request).language,
            entries=_found(site, search, home, _calling(site, request)),
        )
        return _answer(request, made, form)

    @router.get("/feeds/source/{source_id}.{form}")
    def of_source(request: Request, source_id: str, form: Form) -> Response:
        """What a source has brought, newest first."""
        if source_id not in site.directory.sources:
            return site.message(request, 404, "not_found", "not_found_advice")
        home, visit = site.home(request), Visit.of(request)
        asked = Asked(source=source_id, sort="date", limit=ENTRIES)
        name = site.directory.source(source_id, visit.language)
        made = Feed(
            id=f"tag:barometer,2025:source:{source_id}",
            title=visit.words.text("feed_of_source", source=name),
            url=f"{home}/feeds/source/{source_id}.{form}",
            page=home + address("/", {"source": source_id}),
            language=visit.language,
            entries=of_articles(find_articles(site.index, asked, ()), home, _calling(site, request)),
        )
        return _answer(request, made, form)

    return router


def _calling(site: Site, request: Request) -> Called:
    language = Visit.of(request).language
    return lambda name: site.directory.source(name, language)


def _found(site: Site, search: SavedSearch, home: str, called: Called) -> list[Entry]:
    given = {**search.filters, "q": search.query, "sort": "date", "order": ""}
    if search.finds == "claims":
        return of_claims(find_claims(site.index, ClaimsAsked.read(given, limit=ENTRIES), ()), home, called)
    return of_articles(find_articles(site.index, Asked.read(given, limit=ENTRIES), ()), home, called)


def _answer(request: Request, feed: Feed, form: str) -> Response:
    """Write the feed; readers that have it already are told so (ETag)."""
    write, kind = FORMS[form]
    body = write(feed)
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "max-age=300", "Vary": "Accept-Language, Cookie"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type=f"{kind}; charset=utf-8")
