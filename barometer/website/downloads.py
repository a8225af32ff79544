"""The whole result of a search as a file, with provenance columns."""

from typing import Literal

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from barometer.errors import SearchError
from barometer.exports.formats import FORMATS, marked_csv_pieces
from barometer.exports.rows import article_table, claim_table
from barometer.exports.table import Table
from barometer.search.tree import Everything
from barometer.website.asking import Asked, ClaimsAsked
from barometer.website.finding import article_ids, claim_ids
from barometer.website.rendering import Visit
from barometer.website.site import Site

Kind = Literal["articles", "claims"]
FormatName = Literal["csv", "jsonl", "parquet", "xlsx"]


def routes(site: Site) -> APIRouter:
    """Give the route."""
    router = APIRouter()

    @router.get("/export/{kind}.{form}")
    def export(request: Request, kind: Kind, form: FormatName) -> Response:
        """All that the parameters ask for, in the order of dates; everything there is without any."""
        visit = Visit.of(request)
        try:
            table = _table(site, visit, kind)
        except SearchError as error:
            return site.message(request, 400, "wrong_query", "wrong_see", str(error))
        chosen = FORMATS[form]
        name = f"barometer-{kind}-{site.clock():%Y-%m-%d}.{form}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        pieces = marked_csv_pieces if form == "csv" else chosen.pieces
        return StreamingResponse(pieces(table), headers=headers, media_type=chosen.media_type)

    return router


def _table(site: Site, visit: Visit, kind: Kind) -> Table:
    if kind == "claims":
        claims = ClaimsAsked.read(visit.parameters, limit=0, known=site.known())
        everything = isinstance(claims.node(), Everything)
        return claim_table(site.record, None if everything else claim_ids(site.index, claims))
    articles = Asked.read(visit.parameters, limit=0, known=site.known())
    everything = isinstance(articles.node(), Everything)
    return article_table(site.record, None if everything else article_ids(site.index, articles))
