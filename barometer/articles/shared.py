"""A page that only shares an article: where `original` of its source says that the article stands."""

from barometer.articles.page import Page
from barometer.errors import ReadError
from barometer.model import Link, RequestKind
from barometer.sources import Source, canonical_url


def shared(page: Page, source: Source) -> tuple[Link | None, str]:
    """Give the article that the page only points to, where it is one of the source's, and in words what was found."""
    if not source.original:
        return None, ""
    address = page.value(source.original)
    if not address:
        return None, "nothing: the page is read as an article of its own"
    try:
        url = canonical_url(address, page.url)
    except ReadError as error:
        return None, f"{address}: {error}"
    if url == page.url:
        return None, f"{url}: it is this page"
    if source.request_kind(url) is not RequestKind.ARTICLE:
        return None, f"{url}: no article by the source's rules, so this page is read"
    return Link(url, RequestKind.ARTICLE), f"{url}: that is asked for, and this page not read"
