"""The next page of an article in several parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import re2

from barometer.articles.page import Page
from barometer.articles.paragraphs import collapse, flat_text
from barometer.errors import ReadError
from barometer.model import RequestKind
from barometer.sources import Source, canonical_url

_FORWARD = re2.compile(r"(?i)^\W*(?:下一页|下页|后一页|next(?: page)?)\W*$")
_BACK = re2.compile(r"(?i)^\W*(?:上一页|上页|前一页|首页|上一篇|prev(?:ious)?(?: page)?)\W*$")
_NUMBERED = re2.compile(r"^(.*?)(?:[_-](\d{1,3}))?(\.s?html?)?(?:\?(?:page|p|pageno)=(\d{1,3}))?$")
_NOWHERE = ("javascript:", "#")
NO_PAGE = "no link to a further page of the article in it"


@dataclass(frozen=True, slots=True)
class Following:
    """What the selectors of `next` lead to: the page, or in `why_not` why what they found is none.

    `refused` says that they name one address, which is not followed all the same: that is told by the run too.
    """

    url: str | None = None
    why_not: str = ""
    refused: bool = False


def next_page(page: Page, selectors: Sequence[str], source: Source) -> str | None:
    """Give the canonical URL of the page after this one; None on the last page, and where it is not to be followed."""
    return following(page, selectors, source).url


def numbered_page(page: Page, source: Source) -> str | None:
    """Give the page after this one as any link of the page may tell it, where no selector does."""
    return _in_pager(page.nodes(("a[href]",)), canonical_url(page.url), source)


def following(page: Page, selectors: Sequence[str], source: Source) -> Following:
    """Tell what the first selector that finds anything leads to.

    An address (`::attr(href)`, `re:`) or a single link is the next page, whatever it is called: on the source's hosts,
    and no other article by its rules. Among the links of a pager it is a page of the same article: the link that says
    "next", or that stands after the one to this page, or whose number is one more.
    """
    for selector in selectors:
        nodes = page.nodes((selector,))
        if not nodes:
            told = page.value((selector,))
            if told:
                return _named(told, page.url, source)
            continue
        if len(nodes) == 1 and nodes[0].tag == "a" and not _BACK.search(flat_text(nodes[0])):
            return _named(collapse(nodes[0].get("href") or ""), page.url, source)
        if any(True for node in nodes for _ in node.iter("a")):
            url = _in_pager(nodes, canonical_url(page.url), source)
            return Following(url, "" if url else NO_PAGE)
    return Following()


def is_numbered(url: str) -> bool:
    """Tell whether a URL ends with what may be a page number."""
    return _number(url) > 1


def _named(address: str, here: str, source: Source) -> Following:
    """Judge the one address that a selector names. A link to nowhere is what last pages have."""
    if not address or address.lower().startswith(_NOWHERE):
        return Following(why_not="it leads nowhere")
    try:
        url = canonical_url(address, here)
    except ReadError as error:
        return Following(why_not=str(error), refused=True)
    if url == canonical_url(here):
        return Following(why_not="it is this page")
    if not source.owns(url):
        return Following(why_not=f"the host of {url} is none of the source's", refused=True)
    if not _same_article(url, canonical_url(here), source) and source.request_kind(url) is RequestKind.ARTICLE:
        return Following(why_not=f"{url} is another article by the rules of `articles`", refused=True)
    return Following(url)


def _in_pager(nodes: Sequence[Any], here: str, source: Source) -> str | None:
    links = [(text, url) for text, url in _links(nodes, here) if _same_article(url, here, source)]
    for text, url in links:
        if _FORWARD.search(text) and url != here:
            return url
    for (_, current), (_, after) in pairwise(links):
        if current == here != after:
            return after
    first = 0 if any(_is_second(text, url) for text, url in links) else 1
    return next((url for _, url in links if _number(url, first) == _number(here, first) + 1), None)


def _is_second(text: str, url: str) -> bool:
    """Tell whether a link shows that the second page is numbered 1, the first one not at all."""
    return text == "2" and _NUMBERED.search(url).group(2) == "1"


def _links(nodes: Sequence[Any], here: str) -> Iterator[tuple[str, str]]:
    for node in nodes:
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


def _number(url: str, first: int = 1) -> int:
    """Give the page number that a URL ends with; the first page has none."""
    found = _NUMBERED.search(url)
    return int(found.group(2) or found.group(4) or first)
