"""What stands inside the articles' element and is no article: share bars, boxes of further articles, advertisements.

An element is taken for such by what it holds (links for the most part, or the same words in every article) or by its
name, and only where little of the article would go with it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from parsel.csstranslator import css2xpath

from barometer.articles.charset import decode
from barometer.articles.induction.selectors import Sample, selectors_of
from barometer.articles.page import Page, xpath
from barometer.articles.paragraphs import flat_text

_LINKED = 0.6  # share of an element's text that is links from which on it is a list of them
_MOST_LINKED, _MOST_LOST = 0.8, 0.35  # of the element's text that may go with a list of links, with anything else
_PROSE = 40  # characters of a line that is no link from which on it reads like the article's own
_NAMED = re.compile(
    r"(?i)(?:^|[-_])(?:share|sharing|social|relat(?:ed|ion)|recommend\w*|advert\w*|ads?|promo\w*|sponsor\w*|newsletter"
    r"|subscribe|comments?|tools?(?:bar)?|tags?|more|hot|qrcode|ewm|fenxiang|xiangguan|tuijian|guanggao|copyright)"
    r"(?:[-_]|$)"
)


def propose_strips(samples: Sequence[Sample], body: str) -> tuple[str, ...]:
    """Give selectors of what is to be taken out of the element that `body` finds in the samples."""
    bodies = [node for sample in samples if (node := _body(sample, body)) is not None]
    if not bodies:
        return ()
    said = [_texts(node) for node in bodies]
    everywhere = set.intersection(*said) if len(said) > 1 else set()
    chosen: dict[str, None] = {}
    for node in bodies:
        for unwanted in _unwanted(node, everywhere):
            if any(unwanted in xpath(css2xpath(selector))(node) for selector in chosen):
                continue
            named = (one for one in selectors_of(unwanted) if one.rpartition(" ")[2].startswith((".", "#")))
            selector = next((one for one in named if _takes_no_article(one, bodies, everywhere)), None)
            if selector is not None:
                chosen[selector] = None
    return tuple(chosen)


def _body(sample: Sample, selector: str) -> Any:
    nodes = Page(decode(sample.body, sample.headers), sample.url).nodes((selector,))
    return nodes[0] if nodes else None


def _elements(body: Any) -> Iterator[Any]:
    for node in body.iterdescendants():
        if isinstance(node.tag, str) and node.tag not in {"script", "style", "br", "img"}:
            yield node


def _texts(body: Any) -> set[str]:
    return {text for node in _elements(body) if (text := flat_text(node))}


def _unwanted(body: Any, everywhere: set[str]) -> Iterator[Any]:
    """Give the outermost elements that are no article."""
    taken: set[Any] = set()
    for node in _elements(body):
        if node.getparent() in taken:
            taken.add(node)
        elif _is_unwanted(node, body, everywhere):
            taken.add(node)
            yield node


def _is_unwanted(node: Any, body: Any, everywhere: set[str]) -> bool:
    text, whole = flat_text(node), len(flat_text(body))
    links = [flat_text(link) for link in node.iter("a")]
    linked = sum(map(len, links))
    if len(links) >= 2 and linked >= _LINKED * len(text):
        return 0 < len(text) <= _MOST_LINKED * whole
    if not text or len(text) > _MOST_LOST * whole:
        return False
    names = [*(node.get("class") or "").split(), node.get("id") or ""]
    return text in everywhere or (any(map(_NAMED.search, names)) and len(text) - linked < _PROSE)


def _takes_no_article(selector: str, bodies: Sequence[Any], everywhere: set[str]) -> bool:
    """Tell whether all that a selector finds in the articles is unwanted, in most of them something."""
    found = [(body, node) for body in bodies for node in xpath(css2xpath(selector))(body) if node is not body]
    within = {id(body) for body, _ in found}
    if 2 * len(within) < len(bodies):
        return False
    return all(_is_unwanted(node, body, everywhere) or not flat_text(node) for body, node in found)


def with_strips(select: Mapping[str, str], strips: Sequence[str]) -> dict[str, Sequence[str] | str]:
    """Give a template with what is to be taken out of its body."""
    if not strips:
        return dict(select)
    return {**select, "strip": strips[0] if len(strips) == 1 else list(strips)}
