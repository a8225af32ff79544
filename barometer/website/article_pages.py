"""The page of one article: its text with every claim marked in place, and each claim's record."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from barometer.errors import IndexBusy, SearchError
from barometer.website.articles import Article, Moved, NotThere, Removed, read_article
from barometer.website.finding import like_article
from barometer.website.marking import Piece, Span, cut, paragraphs
from barometer.website.rendering import Visit
from barometer.website.site import Site

ArticleId = Annotated[str, Path(max_length=20)]


def routes(site: Site) -> APIRouter:
    """Give the route of the page."""
    router = APIRouter()

    @router.get("/articles/{article_id}")
    def article(request: Request, article_id: ArticleId) -> Response:
        """An article at its current revision, or at ?revision=N."""
        visit = Visit.of(request)
        number = visit.parameters.get("revision", "")
        try:
            found = read_article(site.record, whole_number(article_id), whole_number(number) if number else None)
        except NotThere:
            return site.message(request, 404, "not_found", "not_found_advice")
        except Removed:
            return site.message(request, 410, "gone")
        if isinstance(found, Moved):
            return RedirectResponse(f"/articles/{found.article_id}", 308)
        title, body = cut_text(found)
        try:
            alike = like_article(site.record, site.index, found.row.id)
        except (SearchError, IndexBusy):  # the article itself needs no index
            alike = ()
        return site.page(visit, "article.html", article=found, title=title, body=body, alike=alike)

    return router


def whole_number(text: str) -> int:
    """Read an id or number. Raises NotThere for what cannot be one."""
    if not (text.isascii() and text.isdigit()) or len(text) > 18:
        raise NotThere(f'"{text[:40]}" is no number of an article or revision')
    return int(text)


def cut_text(article: Article) -> tuple[list[Piece], list[list[Piece]]]:
    """Cut title and body at the claims; offsets count from the beginning of the title."""
    text: str = article.revision.text
    spans = [Span(claim.id, claim.start, claim.end) for claim in article.claims]
    title_end = max(text.find("\n\n"), 0)
    if text.startswith(f"{article.revision.title}\n\n"):
        title_end = len(article.revision.title)
    return cut(text, spans, 0, title_end), paragraphs(text, spans, title_end)
