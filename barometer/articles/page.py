"""A page as rules look at it: its source text, its tree, its JSON-LD, and what a selector finds there."""

import json
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from html import escape, unescape
from typing import Any

import lxml.html
import re2
from lxml import etree
from parsel.csstranslator import css2xpath

from barometer.articles.json_document import as_text, at_path, looks_like_json, parse_json
from barometer.articles.paragraphs import collapse, flat_text
from barometer.errors import ReadError
from barometer.sources.schema import compiled

_SLASH_ESCAPE = re2.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|.|\n)")
_TEXTUAL = ("re:", "ld:", "json:")  # selectors that find texts, not elements
_CONTROLS = {"n": "\n", "r": "\n", "t": "\t", "b": "", "f": "", "v": "", "\n": ""}


class Page:
    """One decoded HTML page."""

    def __init__(self, text: str, url: str) -> None:
        self.source_text = text
        self.url = url

    @cached_property
    def tree(self) -> Any:
        """Its element tree. Raises ReadError when there is no element in it."""
        return parse_html(self.source_text)

    @cached_property
    def linked_data(self) -> list[dict[str, Any]]:
        """All JSON-LD objects of the page, those inside @graph and lists too."""
        found: list[dict[str, Any]] = []
        for script in xpath("descendant-or-self::script[contains(@type, 'ld+json')]")(self.tree):
            try:
                waiting = [json.loads(unescape_controls(script.text or ""), strict=False)]
            except (ValueError, RecursionError):
                continue
            while waiting and len(found) < 200:
                item = waiting.pop(0)
                if isinstance(item, list):
                    waiting.extend(item)
                elif isinstance(item, dict):
                    found.append(item)
                    waiting.extend(item[key] for key in ("@graph", "mainEntity") if key in item)
        return found

    @cached_property
    def document(self) -> Any:
        """The value of a JSON document; None on a page that is none."""
        if not looks_like_json(self.source_text):
            return None
        try:
            return parse_json(self.source_text)
        except ReadError:
            return None

    def nodes(self, selectors: Iterable[str]) -> list[Any]:
        """Give the elements of the first selector that finds any; only CSS selectors do."""
        for selector in selectors:
            if not selector.startswith(_TEXTUAL):
                found = [node for node in xpath(css2xpath(selector))(self.tree) if not isinstance(node, str)]
                if found:
                    return found
        return []

    def values(self, selectors: Iterable[str]) -> list[str]:
        """Give the texts of the first selector that finds a text that is not blank."""
        for selector in selectors:
            found = [text for text in self._texts(selector) if text]
            if found:
                return found
        return []

    def value(self, selectors: Iterable[str]) -> str:
        """Give the first text of `values`, or an empty one."""
        return next(iter(self.values(selectors)), "")

    def bodies(self, selectors: Iterable[str]) -> Iterator[list[Any]]:
        """Yield, selector by selector, the elements that hold the article, whatever they are wrapped in.

        The text of a textarea, a script, an attribute or a JSON value is parsed as the HTML that it is.
        """
        for selector in selectors:
            if selector.startswith(_TEXTUAL):
                found = [fragment(_with_breaks(text)) for text in self._raw_texts(selector) if text.strip()]
            else:
                nodes = xpath(css2xpath(selector))(self.tree)
                found = [fragment(_with_breaks(node)) if isinstance(node, str) else _content_of(node) for node in nodes]
            if found:
                yield found

    def _texts(self, selector: str) -> list[str]:
        if selector.startswith(_TEXTUAL):
            return [collapse(unescape(text)) for text in self._raw_texts(selector)]
        found = xpath(css2xpath(selector))(self.tree)
        return [collapse(item) if isinstance(item, str) else flat_text(_content_of(item)) for item in found]

    def _raw_texts(self, selector: str) -> list[str]:
        if selector.startswith("ld:"):
            name = selector[3:].strip()
            return [linked_text(item[name]) for item in self.linked_data if item.get(name)]
        if selector.startswith("json:"):
            found = (value for path in selector[5:].split() for value in at_path(self.document, path))
            return [text for text in map(as_text, found) if text]
        found = compiled(selector[3:].strip()).search(self.source_text)
        return [unescape_script(found.group(1) or "")] if found else []


@cache
def xpath(expression: str) -> Any:
    """Compile an XPath once a process."""
    return etree.XPath(expression)


def parse_html(text: str) -> Any:
    """Parse a page of HTML; deep nesting is kept. Raises ReadError when there is nothing in it."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ReadError(f"not HTML: {error}") from error


def fragment(html: str) -> Any:
    """Parse a piece of HTML into one element."""
    return parse_html(f"<div>{html}</div>")


def linked_text(value: Any) -> str:
    """Give the text of a JSON-LD value: a string, an object with a name, or a list of these; plain text as HTML."""
    if isinstance(value, list):
        return ", ".join(filter(None, (linked_text(item) for item in value[:20])))
    if isinstance(value, dict):
        return linked_text(value.get("name") or value.get("@value") or "")
    text = str(value)
    return text if "<p" in text or "<br" in text else escape(unescape(text), quote=False).replace("\n", "<br>")


def unescape_script(text: str) -> str:
    """Undo the escapes of a JavaScript string."""
    if "\\" not in text:
        return text
    return str(_SLASH_ESCAPE.sub(_unescaped, text))


def unescape_controls(text: str) -> str:
    """Prepare a script's text for JSON: without comment or CDATA wrappers."""
    return (
        text.strip().removeprefix("<!--").removesuffix("-->").strip().removeprefix("//<![CDATA[").removesuffix("//]]>")
    )


def _unescaped(match: Any) -> str:
    escape_text = match.group(1)
    if len(escape_text) > 1:
        code = int(escape_text[1:], 16)
        return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)
    return str(_CONTROLS.get(escape_text, escape_text))


def _content_of(node: Any) -> Any:
    """Give the element, or the HTML that a textarea holds: as text, as markup, or as escaped markup."""
    if node.tag != "textarea":
        return node
    inner = (node.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in node)
    return fragment(unescape(inner) if inner.lstrip().startswith("&lt;") else inner)


def _with_breaks(text: str) -> str:
    """Let the line breaks of a script's plain text count in HTML."""
    return text if "</" in text or "<br" in text else text.replace("\n", "<br>")
