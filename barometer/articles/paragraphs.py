"""From elements to paragraphs: where text breaks, what is no text, how white space collapses."""

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from barometer.articles.captions import IMAGE

_SILENT = frozenset(
    {
        "applet", "area", "audio", "button", "canvas", "embed", "figcaption", "frameset", "head", "iframe", "input",
        "link", "map", "math", "meta", "nav", "noscript", "object", "option", "script", "select", "style", "svg",
        "template", "textarea", "title", "video",
    }
)  # fmt: skip
_BREAKING = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl",
        "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
        "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th"})


def paragraphs(nodes: Iterable[Any]) -> list[str]:
    """Give the paragraphs of the elements in order: split at block elements and line breaks, white space collapsed."""
    return [line for line in marked_paragraphs(nodes) if line != IMAGE]


def marked_paragraphs(nodes: Iterable[Any]) -> list[str]:
    """Give the paragraphs with a line IMAGE wherever a line begins with an image."""
    return [line for node in nodes for line in _lines(node)]


def flat_text(node: Any) -> str:
    """Give an element's whole text on one line."""
    return " ".join(paragraphs([node]))


def collapse(text: str) -> str:
    """Give the text with every run of white space, ideographic and no-break spaces included, as one space."""
    return " ".join(text.replace("\u200b", "").replace("\ufeff", "").split())


def _lines(node: Any) -> Iterator[str]:
    run: list[str] = []
    for piece in _pieces(node):
        if piece is not None:
            run.append(piece)
            continue
        line = collapse("".join(run))
        run.clear()
        if line.startswith(IMAGE):
            yield IMAGE
        line = collapse(line.replace(IMAGE, ""))
        if line:
            yield line


def _pieces(node: Any) -> Iterator[str | None]:
    """Yield the element's texts in order, and None wherever a line ends; the last piece is None."""
    walk = etree.iterwalk(node, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if element.tag in _SILENT and element is not node:
                walk.skip_subtree()
                continue
            yield from _border(element)
            yield IMAGE if element.tag == "img" else (element.text or "").replace(IMAGE, "")
            continue
        if event == "end" and element.tag not in _SILENT:
            yield from _border(element)
        if element is not node:
            yield (element.tail or "").replace(IMAGE, "")
    yield None


def _border(element: Any) -> Iterator[str | None]:
    if element.tag in _BREAKING:
        yield None
    elif element.tag in _CELLS:
        yield " "
