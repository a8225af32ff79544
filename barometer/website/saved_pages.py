"""Saving a search under a name, and the page of those that were saved."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from barometer.archive.saved_searches import (
    LONGEST_NAME,
    Finds,
    NameTaken,
    SavedSearch,
    all_saved_searches,
    delete_saved_search,
    save_search,
)
from barometer.errors import SearchError
from barometer.search.known import Known
from barometer.website.asking import ARTICLES_A_PAGE, CLAIMS_A_PAGE, Asked, ClaimsAsked
from barometer.website.forms import read_form
from barometer.website.rendering import Visit, address
from barometer.website.results import told
from barometer.website.site import Site
from barometer.website.subscribing import subscribing

Form = Annotated[dict[str, str], Depends(read_form)]


def routes(site: Site) -> APIRouter:
    """Give the routes."""
    router = APIRouter()

    def saved_page(
        request: Request, status: int = 200, problem: str = "", form: Mapping[str, str] | None = None
    ) -> Response:
        visit = Visit.of(request)
        every = all_saved_searches(site.record)
        rows = [(each, where(each), _filters(site, visit, each), _tell_of(each)) for each in every]
        return site.page(visit, "saved.html", status=status, rows=rows, problem=problem, form=form)

    @router.get("/saved")
    def saved(request: Request) -> Response:
        """All saved searches, newest first."""
        return saved_page(request)

    @router.post("/saved")
    def save(request: Request, form: Form) -> Response:
        """Save a search; then show all of them."""
        words = Visit.of(request).words
        name = " ".join(form.pop("name", "").split())
        try:
            finds, asked = _asked(form, site.known())
        except SearchError as error:
            return saved_page(request, 400, words.mistake(str(error)))
        if not 1 <= len(name) <= LONGEST_NAME:
            return saved_page(request, 400, words.text("saved_name_missing", most=LONGEST_NAME), form)
        parameters = asked.parameters()
        query = parameters.pop("q", "")
        try:
            save_search(site.record, name, finds, query, parameters, site.clock())
        except NameTaken:
            return saved_page(request, 409, words.text("saved_name_taken", name=name), form)
        return RedirectResponse("/saved", 303)

    @router.post("/saved/{search_id}/delete")
    def delete(search_id: Annotated[int, Path(ge=1, lt=2**31)]) -> Response:
        """Forget a saved search."""
        delete_saved_search(site.record, search_id)
        return RedirectResponse("/saved", 303)

    return router


def _asked(form: Mapping[str, str], known: Known | None = None) -> tuple[Finds, Asked]:
    if form.get("finds") == "claims":
        return "claims", ClaimsAsked.read(form, limit=CLAIMS_A_PAGE, known=known)
    return "articles", Asked.read(form, limit=ARTICLES_A_PAGE, known=known)


def where(search: SavedSearch) -> str:
    """The address that shows what a saved search finds now."""
    parameters = {"q": search.query} if search.query else {}
    return address("/claims" if search.finds == "claims" else "/", {**parameters, **search.filters})


def _tell_of(search: SavedSearch) -> str:
    """The address at which one subscribes to what a saved search finds."""
    _, asked = _asked({**search.filters, "q": search.query, "finds": search.finds})
    return subscribing(asked, search.name)


def _filters(site: Site, visit: Visit, search: SavedSearch) -> list[str]:
    words = visit.words
    shown = {name: value for name, value in search.filters.items() if name not in {"expand", "sort", "order"}}
    return [f"{words.say.get(name, name)} {told(words, site.directory, name, value)}" for name, value in shown.items()]
