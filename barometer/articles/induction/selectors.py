"""Selectors of a new source, proposed from a few of its articles: those that find the same thing on each of them.

What is looked for is what the general reader finds; where it stands in the page gives the candidates.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from parsel.csstranslator import css2xpath

from barometer.articles.charset import decode
from barometer.articles.credits import labelled_author, source_in
from barometer.articles.generic import read_generically
from barometer.articles.page import Page, xpath
from barometer.articles.paragraphs import collapse, flat_text
from barometer.articles.times import Moment, parse_time
from barometer.errors import ReadError
from barometer.model import ArticlePart, Precision, RequestKind
from barometer.sources import Source

_COVERED = 0.9  # of the article's lines must stand in the element that is proposed for it
_COMPARED = 30  # characters of a line
_LONGEST = 200  # characters of an element that may hold a date, a source or a name
_NAME = re.compile(r"[A-Za-z_][\w-]*")
_COUNTED = re.compile(r"\d{3,}")  # a class with a number in it is one page's own
_TIME_VALUES = ("datetime", "content", "data-time", "data-date")
_FINENESS = (Precision.SECOND, Precision.MINUTE, Precision.HOUR, Precision.DAY)
LOOKED_FOR = ("title", "published", "source_name", "author")  # fields for which selectors are proposed
_LABELS = ("作者", "撰稿", "撰文", "记者", "通讯员")  # before the name of who wrote an article
_BESIDE = 8  # characters beside a name in an element that tells nothing else
_LINKED = {"title": "ld: headline", "published": "ld: datePublished", "author": "ld: author"}


@dataclass(frozen=True, slots=True)
class Sample:
    """One article page that proposals are made from."""

    url: str
    body: bytes = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """A sample and what the general reader finds on it."""

    page: Page
    part: ArticlePart


Test = Callable[[Known, str], bool]


def propose_selectors(samples: Sequence[Sample], source: Source, now: datetime) -> dict[str, str]:
    """Give a selector for each field for which one holds on all samples; no `body`, no template."""
    known = [one for sample in samples if (one := read_known(sample, source, now)) is not None]
    if not known:
        return {}

    def tells_time(one: Known, selector: str) -> bool:
        moment = _moment(one.page.value((selector,)), source, now)
        return moment is not None and _same_moment(moment, one.part.published)

    def tells_source(one: Known, selector: str) -> bool:
        return source_in([one.page.value((selector,))]) == one.part.source_name is not None

    chosen = {
        "body": _first(known, _body_candidates(known[0]), _holds_body),
        "title": _first(known, _text_candidates(known[0], known[0].part.title, "title"), _is_title),
        "published": _finest(known, list(_time_candidates(known[0], source, now)), tells_time, source, now),
        "source_name": _first(known, _label_candidates(known[0]), tells_source),
        "author": _author(known),
    }
    return {name: selector for name, selector in chosen.items() if selector}


def read_known(sample: Sample, source: Source, now: datetime) -> Known | None:
    """Read a sample without rules; None where there is no article to be found."""
    page = Page(decode(sample.body, sample.headers), sample.url)
    try:
        part = read_generically(page, source, now, RequestKind.ARTICLE)
    except (ReadError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None
    return Known(page, part) if part is not None else None


def _first(known: Sequence[Known], candidates: Iterable[str], holds: Test) -> str | None:
    return next((each for each in dict.fromkeys(candidates) if all(holds(one, each) for one in known)), None)


def _finest(known: Sequence[Known], candidates: list[str], holds: Test, source: Source, now: datetime) -> str | None:
    """Give the candidate that tells the time most finely, of several the first."""
    fitting = [each for each in dict.fromkeys(candidates) if all(holds(one, each) for one in known)]

    def fineness(selector: str) -> int:
        moment = _moment(known[0].page.value((selector,)), source, now)
        return _FINENESS.index(moment.precision) if moment and moment.precision in _FINENESS else len(_FINENESS)

    return min(fitting, key=fineness, default=None)


def _moment(text: str, source: Source, now: datetime) -> Moment | None:
    return parse_time(text, now, source.time_zone, source.date_order) if text else None


def _same_moment(moment: Moment, published: datetime | None) -> bool:
    return published is None or moment.when.astimezone(published.tzinfo).date() == published.date()


def _body_candidates(one: Known) -> Iterator[str]:
    """Give selectors of the smallest element that holds the article, then of those around it."""
    node = _smallest(one)
    while node is not None and node.tag not in {"body", "html"}:
        yield from selectors_of(node)
        node = node.getparent()


def _smallest(one: Known) -> Any:
    node = one.page.tree.find(".//body")
    while node is not None:
        inner = next((child for child in node if _covers(child, one.part)), None)
        if inner is None:
            return node
        node = inner
    return None


def _covers(node: Any, part: ArticlePart) -> bool:
    if not isinstance(node.tag, str):
        return False
    text = "".join("".join(node.itertext()).split())
    lines = ["".join(line.split())[:_COMPARED] for line in part.text.split("\n")]
    return sum(line in text for line in lines) >= _COVERED * len(lines)


def _holds_body(one: Known, selector: str) -> bool:
    found = _nodes(one.page, selector)
    return len(found) == 1 and _covers(found[0], one.part)


def _text_candidates(one: Known, wanted: str, name: str) -> Iterator[str]:
    """Give selectors of elements that say exactly what is wanted, headings first, and of metas that do."""
    if not wanted:
        return
    nodes = [node for node in _small(one.page) if flat_text(node) == wanted]
    for node in sorted(nodes, key=lambda node: node.tag not in {"h1", "h2"}):
        yield from selectors_of(node)
    yield from _meta_selectors(one.page, lambda text: text == wanted)
    if name in _LINKED:
        yield _LINKED[name]


def _time_candidates(one: Known, source: Source, now: datetime) -> Iterator[str]:
    for node in _small(one.page):
        if _moment(flat_text(node), source, now):
            yield from selectors_of(node)
        for name in _TIME_VALUES:
            if node.get(name) and _moment(node.get(name), source, now):
                yield from (f"{selector}::attr({name})" for selector in selectors_of(node))
    yield from _meta_selectors(one.page, lambda text: _moment(text, source, now) is not None)
    yield _LINKED["published"]


def _label_candidates(one: Known) -> Iterator[str]:
    for node in _small(one.page):
        if one.part.source_name and source_in([flat_text(node)]) == one.part.source_name:
            yield from selectors_of(node)


def _author(known: Sequence[Known]) -> str | None:
    """Give a selector of the author where most samples name one, which finds nothing on those that name none."""
    named = [one for one in known if one.part.author]
    candidates = (each for one in named for each in _author_candidates(one))
    return _first(known, candidates, _is_author) if 2 * len(named) > len(known) else None


def _author_candidates(one: Known) -> Iterator[str]:
    """Give selectors of elements that tell little but the author, then what stands behind a label, then any."""
    author = one.part.author or ""
    found = [node for node in _small(one.page) if _author_in(flat_text(node)) == author]
    for node in found:
        if len(flat_text(node)) <= len(author) + _BESIDE:
            yield from selectors_of(node)
    for label in _LABELS:
        yield rf"re: {label}\s*[:：]\s*(?:<[a-z][^>]*>\s*)*([^<>&|｜\s][^<>&|｜]{{1,40}})"
    for node in found:
        yield from selectors_of(node)
    yield from _text_candidates(one, author, "author")


def _author_in(text: str) -> str | None:
    return labelled_author([text]) or text


def _is_title(one: Known, selector: str) -> bool:
    return one.page.values((selector,))[:1] == [one.part.title]


def _is_author(one: Known, selector: str) -> bool:
    told = one.page.value((selector,))
    if one.part.author is None:
        return not told
    return _author_in(told) == one.part.author or (selector.startswith("re:") and told.startswith(one.part.author))


def _small(page: Page) -> Iterator[Any]:
    """Give the elements with little text, innermost first of those that say the same."""
    seen = 0
    for node in reversed(list(page.tree.iter())):
        if isinstance(node.tag, str) and node.tag not in {"script", "style", "head", "meta", "link", "a", "option"}:
            text = "".join(node.itertext())
            if len(text) <= _LONGEST:
                seen += 1
                yield node
        if seen > 4000:
            return


def _meta_selectors(page: Page, holds: Callable[[str], bool]) -> Iterator[str]:
    for node in page.tree.iter("meta"):
        if holds(collapse(node.get("content") or "")):
            for name in ("property", "name", "itemprop"):
                if node.get(name) and '"' not in node.get(name) and "'" not in node.get(name):
                    yield f"meta[{name}='{node.get(name)}']::attr(content)"


def selectors_of(node: Any) -> Iterator[str]:
    """Give CSS selectors of an element, the plainest first: its id, its classes, these below a parent's, its tag."""
    own = list(_names(node))
    yield from own
    parent = node.getparent()
    for _ in range(3):
        if parent is None or parent.tag in {"body", "html"}:
            break
        for above in _names(parent):
            yield from (f"{above} {each}" for each in [*own, node.tag])
        parent = parent.getparent()
    yield node.tag


def _names(node: Any) -> Iterator[str]:
    identifier = node.get("id") or ""
    if _NAME.fullmatch(identifier) and not _COUNTED.search(identifier):
        yield f"#{identifier}"
    classes = [
        name for name in (node.get("class") or "").split() if _NAME.fullmatch(name) and not _COUNTED.search(name)
    ]
    for name in sorted(classes, key=lambda name: any(character.isdigit() for character in name)):  # css-1x9ab22 last
        yield f".{name}"


def _nodes(page: Page, selector: str) -> list[Any]:
    return [node for node in xpath(css2xpath(selector))(page.tree) if not isinstance(node, str)]
