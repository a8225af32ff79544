"""The newer Hanweb platform (jpaas): a column page names the unit whose list an API answers as HTML inside JSON."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import re2

from barometer.articles.json_document import as_text, text_at
from barometer.articles.page import Page
from barometer.model import Link, RequestKind

API = "/api-gateway/jpaas-publish-server/front/page/build/unit"
# The platform writes a JavaScript object with single quotes, as queryData or querydata, in an attribute.
_QUERY = re2.compile(r"(?i)querydata\s*=\s*(?:\"([^\"<>]+)\"|'(\{[^<>]+?\})')")
_PAIR = re2.compile(r"['\"]?(\w+)['\"]?\s*:\s*['\"]([^'\"]*)['\"]")
_COUNT = re2.compile(r"(?i)\bcount\s*=\s*[\"'](\d+)[\"']")
_NEEDED = frozenset({"webId", "pageId", "tplSetId"})
_PARSE_TYPE = "bulidstatic"  # so spelt by the platform


def units_of(page: Page) -> Iterator[Link]:
    """Give the lists that a column page is filled from."""
    for found in _QUERY.finditer(page.source_text):
        told = dict(_PAIR.findall(unescape(found.group(1) or found.group(2))))
        if set(told) >= _NEEDED:
            query = {"parseType": _PARSE_TYPE, "pageType": "column", "editType": "null"} | told
            yield _list_at(page, query, referer=page.url)


def is_answer(document: Any) -> bool:
    """Tell whether a JSON document is what the API answers."""
    return isinstance(document, dict) and "success" in document and isinstance(document.get("data"), dict | type(None))


def answer_html(document: Any) -> str:
    """Give the HTML that the answer holds, and an empty one for an answer without success."""
    return text_at(document, "data.html") if as_text(document.get("success")) == "true" else ""


def next_list(page: Page, html: str) -> Link | None:
    """Give the list's next page while the total that it tells is not reached."""
    query = dict(parse_qsl(urlsplit(page.url).query, keep_blank_values=True))
    total = _COUNT.search(html)
    try:
        asked: Any = json.loads(query.get("paramJson") or "{}")
        number, size = int(asked.get("pageNo", 1)), int(asked.get("pageSize", 15))
    except (ValueError, TypeError, AttributeError):
        return None
    if total is None or number * size >= int(total.group(1)):
        return None
    query["paramJson"] = json.dumps({"pageNo": number + 1, "pageSize": size}, separators=(",", ":"))
    return replace(_list_at(page, query), turns=True)


def _list_at(page: Page, query: Mapping[str, str], referer: str = "") -> Link:
    parts = urlsplit(page.url)
    headers = (("X-Requested-With", "XMLHttpRequest"), *((("Referer", referer),) if referer else ()))
    return Link(f"{parts.scheme}://{parts.netloc}{API}?{urlencode(query)}", RequestKind.LISTING, headers=headers)
