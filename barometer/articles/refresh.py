"""A page that is nothing but a meta refresh: it leads to another address, as a redirect does."""

import re2

from barometer.articles.page import Page, xpath
from barometer.articles.paragraphs import paragraphs
from barometer.errors import ReadError
from barometer.model import Outcome, OutcomeKind, RequestKind
from barometer.sources import Source, canonical_url
from barometer.sources.explaining import explain

_META = "//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh'][not(ancestor::noscript)]/@content"
_MAY_BE = re2.compile(r"(?i)http-equiv\s*=\s*['\"]?refresh")
_CONTENT = re2.compile(r"(?i)^\s*[\d.]*\s*[;,]?\s*url\s*=\s*['\"]?([^'\"]+)")
_MOST_LINES = 1
_LONGEST_LINE = 100  # characters of the line that says where the page leads


def refreshed(page: Page, source: Source, kind: RequestKind) -> Outcome | None:
    """Give the outcome of a page that only leads elsewhere; None of all others, and of one that loads itself anew.

    The target is followed where the source takes it as what was asked for; where not, the problem says so.
    """
    target = _target(page) if _MAY_BE.search(page.source_text) else None
    if target is None or target == canonical_url(page.url) or not _is_bare(page):
        return None
    told = f"the page only leads to {target} (meta refresh)"
    if _is_taken(target, source, kind):
        return Outcome(OutcomeKind.REDIRECT, redirect_to=target)
    why = explain(source, target).reason
    return Outcome(OutcomeKind.REDIRECT, problem=f"{told}, which is not followed: {why}")


def _target(page: Page) -> str | None:
    for content in xpath(_META)(page.tree):
        found = _CONTENT.search(content)
        try:
            return canonical_url(found.group(1).strip(), page.url) if found else None
        except ReadError:
            return None
    return None


def _is_bare(page: Page) -> bool:
    lines = paragraphs(page.tree.findall("body"))
    return len(lines) <= _MOST_LINES and all(len(line) <= _LONGEST_LINE for line in lines)


def _is_taken(target: str, source: Source, kind: RequestKind) -> bool:
    """Tell whether the source takes the target: an article by its rules; a list or a further part on its hosts."""
    if kind is RequestKind.ARTICLE:
        return source.request_kind(target) is RequestKind.ARTICLE
    return source.owns(target)
