"""The next page of an article in several parts."""

from collections.abc import Sequence
from itertools import pairwise

import re2

from barometer.articles.page import Page
from barometer.errors import ReadError
from barometer.sources import canonical_url

_FORWARD = re2.compile(r"(?i)^\W*(?:下一页|下页|后一页|next(?: page)?)\W*$")


def next_page(page: Page, selectors: Sequence[str]) -> str | None:
    """Give the canonical URL of the page after this one, from the pager links that the selectors find, if there is one.

    A link that says "next" wins; else the link that stands after the one to this page.
    """
    here = canonical_url(page.url)
    targets: list[str] = []
    for node in page.nodes(selectors):
        links = [node] if node.tag == "a" else node.iter("a")
        for link in links:
            target = _target(link.get("href"), here)
            if target is None:
                continue
            if _FORWARD.search("".join(link.itertext())) and target != here:
                return target
            targets.append(target)
    for current, following in pairwise(targets):
        if current == here and following != here:
            return following
    return None


def _target(href: str | None, here: str) -> str | None:
    if not href:
        return None
    try:
        return canonical_url(href.strip(), here)
    except ReadError:
        return None
