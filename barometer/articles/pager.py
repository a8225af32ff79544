"""The next page of an article in several parts."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import re2

from barometer.articles.page import Page
from barometer.errors import ReadError
from barometer.sources import Source, canonical_url

_FORWARD = re2.compile(r"(?i)^\W*(?:下一页|下页|后一页|next(?: page)?)\W*$")
_NUMBERED = re2.compile(r"^(.*?)(?:[_-](\d{1,3}))?(\.s?html?)?(?:\?(?:page|p|pageno)=(\d{1,3}))?$")


def next_page(page: Page, selectors: Sequence[str], source: Source) -> str | None:
    """Give the canonical URL of the page after this one, among the pager links that the selectors find.

    It is a page of the same article: the link that says "next", or that stands after the one to this page, or whose
    number is one more. None on the last page.
    """
    here = canonical_url(page.url)
    links = [(text, url) for text, url in _links(page, selectors, here) if _same_article(url, here, source)]
    for text, url in links:
        if _FORWARD.search(text) and url != here:
            return url
    for (_, current), (_, following) in pairwise(links):
        if current == here != following:
            return following
    return next((url for _, url in links if _number(url) == _number(here) + 1), None)


def is_numbered(url: str) -> bool:
    """Tell whether a URL ends with what may be a page number."""
    return _number(url) > 1


def _links(page: Page, selectors: Sequence[str], here: str) -> Iterator[tuple[str, str]]:
    for node in page.nodes(selectors):
        for link in [node] if node.tag == "a" else node.iter("a"):
            try:
                yield "".join(link.itertext()).strip(), canonical_url((link.get("href") or "").strip(), here)
            except ReadError:
                continue


def _same_article(url: str, here: str, source: Source) -> bool:
    if _stem(url) == _stem(here):
        return True
    key = source.article_key(here)
    return key is not None and key != here and source.article_key(url) == key


def _stem(url: str) -> str:
    return str(_NUMBERED.search(url).group(1))


def _number(url: str) -> int:
    """Give the page number that a URL ends with; the first page has none."""
    found = _NUMBERED.search(url)
    return int(found.group(2) or found.group(4) or 1)
