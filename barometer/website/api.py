"""The same as JSON: /api/search, /api/claims, /api/articles/{id}; and whether all is well. See docs/api.md."""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from fastapi import APIRouter
from sqlalchemy import Row
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from barometer.errors import BarometerError, SearchError
from barometer.exports.formats import plain_number
from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.index import Hit, Hits
from barometer.website.article_pages import ArticleId, whole_number
from barometer.website.articles import Article, Moved, NotThere, Removed, read_article
from barometer.website.asking import ARTICLES_A_PAGE, CLAIMS_A_PAGE, Asked, ClaimsAsked
from barometer.website.finding import find_articles, find_claims, like_article
from barometer.website.site import Site

_NOT_OF_CLAIMS = {"extraction_id", "value_real", "value_max_real"}
_NOT_OF_ARTICLES = {"root_id", "revision_id", "extraction_id", "redirect_to", "removed_at"}


def routes(site: Site) -> APIRouter:
    """Give the routes."""
    router = APIRouter()

    @router.get("/api/search")
    def search(request: Request) -> Response:
        """Articles, with facets, highlights and why."""
        try:
            asked = Asked.read(request.query_params, limit=ARTICLES_A_PAGE, known=site.known())
            return _answer(_hits(site, find_articles(site.index, asked), asked))
        except SearchError as error:
            return _answer({"error": str(error)}, 400)

    @router.get("/api/claims")
    def claims(request: Request) -> Response:
        """Claims, with facets, highlights and why."""
        try:
            asked = ClaimsAsked.read(request.query_params, limit=CLAIMS_A_PAGE, known=site.known())
            return _answer(_hits(site, find_claims(site.index, asked), asked))
        except SearchError as error:
            return _answer({"error": str(error)}, 400)

    @router.get("/api/articles/{article_id}")
    def article(request: Request, article_id: ArticleId) -> Response:
        """One article with text, claims, revisions and evidence."""
        number = request.query_params.get("revision", "")
        return _of_article(site, article_id, number, "", _article)

    @router.get("/api/articles/{article_id}/similar")
    def similar(article_id: ArticleId) -> Response:
        """Articles like one, the likest first."""

        def like(found: Article) -> dict[str, Any]:
            return {"items": [_hit(hit) for hit in like_article(site.record, site.index, found.row.id)]}

        return _of_article(site, article_id, "", "/similar", like)

    @router.get("/healthz")
    def healthz() -> Response:
        """Whether record and index answer; 503 with the reason where one does not."""
        try:
            with site.record.reading() as connection:
                connection.exec_driver_sql("SELECT 1")
            counts = site.index.count()
        except BarometerError as error:
            return _answer({"status": "failed", "error": str(error)}, 503)
        return _answer({"status": "ok", "articles": counts.articles, "claims": counts.claims})

    return router


def _of_article(
    site: Site, article_id: str, revision: str, below: str, told: Callable[[Article], dict[str, Any]]
) -> Response:
    """What is told of an article; where it is not to be had, why, or where it went."""
    try:
        found = read_article(site.record, whole_number(article_id), whole_number(revision) if revision else None)
    except NotThere as error:
        return _answer({"error": str(error)}, 404)
    except Removed as error:
        return _answer({"error": str(error)}, 410)
    if isinstance(found, Moved):
        return RedirectResponse(f"/api/articles/{found.article_id}{below}", 308)
    return _answer(told(found))


def _answer(values: dict[str, Any], status: int = 200) -> Response:
    text = json.dumps(values, ensure_ascii=False, default=_plain)
    return Response(text.encode("utf-8", "replace"), status, media_type="application/json")


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return plain_number(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _hits(site: Site, hits: Hits[ArticleDocument] | Hits[ClaimDocument], asked: Asked) -> dict[str, Any]:
    facets = {
        name: [{"value": value, "count": count} for value, count in values] for name, values in hits.facets.items()
    }
    items = [_hit(hit) for hit in hits.items]
    added = dict(asked.words().added)
    hints = site.hints(asked.node(), hits.total)
    return {"total": hits.total, "next": hits.next, "items": items, "facets": facets, "added": added, "hints": hints}


def _hit(hit: Hit[ArticleDocument] | Hit[ClaimDocument]) -> dict[str, Any]:
    values: dict[str, Any] = {each.name: getattr(hit.document, each.name) for each in fields(hit.document)}
    values["score"] = round(hit.score, 4)
    values["highlights"] = [
        {"field": each.field, "text": each.text, "start": each.start, "marks": [list(mark) for mark in each.marks]}
        for each in hit.highlights
    ]
    values["why"] = [{"text": each.text, "field": each.field, "count": each.count} for each in hit.why]
    return values


def _article(article: Article) -> dict[str, Any]:
    revision, extraction = article.revision, article.extraction
    return {
        **_named(article.row, _NOT_OF_ARTICLES),
        "revision": revision.number,
        "title": revision.title,
        "text": revision.text,
        "text_sha256": revision.digest,
        "claims": [_named(claim, _NOT_OF_CLAIMS) for claim in article.claims],
        "engine_version": extraction.engine_version if extraction else None,
        "extracted": extraction.at if extraction else None,
        "revisions": [
            {"number": each.number, "seen": each.seen_at, "title": each.title, "text_sha256": each.digest}
            for each in article.revisions
        ],
        "evidence": [
            {"fetched": each.fetched, "sha256": each.sha256, "segment": each.segment} for each in article.evidence
        ],
    }


def _named(row: Row[Any], left_out: set[str]) -> dict[str, Any]:
    return {name: value for name, value in row._mapping.items() if name not in left_out}  # noqa: SLF001 - SQLAlchemy's public name
