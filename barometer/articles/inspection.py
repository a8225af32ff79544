"""What a reading gave, field by field and selector by selector: for who checks a source, and for recordings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from parsel.csstranslator import css2xpath

from barometer.articles.charset import decode
from barometer.articles.listing import base_of
from barometer.articles.page import Page, xpath
from barometer.articles.pager import following
from barometer.articles.paragraphs import flat_text, paragraphs
from barometer.articles.rules import Body, lines_of, value_of, why_nothing
from barometer.articles.shared import shared
from barometer.articles.times import parse_time
from barometer.errors import ReadError
from barometer.model import Outcome
from barometer.sources import Select, Source, canonical_url
from barometer.sources.explaining import explain
from barometer.sources.schema import compiled

FIELDS = ("title", "published", "source_name", "author", "editor", "account", "next", "keys")
RECORDED_LINKS = 30
EXAMPLES = 3
_EDGE = 60  # characters of a text's start and end that a recording keeps


@dataclass(frozen=True, slots=True)
class Seen:
    """What one field's selectors found: the selector that did, None when none of them found anything of use.

    `passed` are those before it that found something of no use, with that and why.
    """

    field: str
    tried: tuple[str, ...]
    selector: str | None
    text: str
    passed: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What one rule of `strip`, `drop` or `stop` takes out: of how many elements or paragraphs, and the first of it."""

    field: str
    rule: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Template:
    """One of the source's templates as it fits a page."""

    number: int
    until: str
    fields: tuple[Seen, ...]
    taken: tuple[Taken, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether the page has this template's body."""
        return self.fields[0].selector is not None


def inspect(body: bytes, headers: Mapping[str, str], url: str, source: Source, now: datetime) -> tuple[Template, ...]:
    """Try each template of the source on a page and tell what each selector finds. Nothing for what is no page."""
    page = Page(decode(body, headers), url)
    numbered = tuple(enumerate(source.select, 1))
    try:
        found = tuple(_template(number, page, select, source, now) for number, select in numbered)
        if any(template.fits for template in found):
            return found
        return tuple(_template(number, page, select, source, now, pictures=True) for number, select in numbered)
    except (ReadError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return ()


def original_of(body: bytes, headers: Mapping[str, str], url: str, source: Source) -> str:
    """Tell what `original` finds on a page; nothing where the source has none."""
    try:
        return shared(Page(decode(body, headers), url), source)[1]
    except (ReadError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return ""


def _template(
    number: int, page: Page, select: Select, source: Source, now: datetime, *, pictures: bool = False
) -> Template:
    until = select.until.isoformat() if select.until else ""
    seen, nodes, body = _body(page, select, pictures=pictures)
    if seen.selector is None:
        return Template(number, until, (seen,))
    fields = [_seen(field, page, select, body, source, now) for field in FIELDS if getattr(select, field)]
    return Template(number, until, (seen, *fields), tuple(_taken(nodes, select)))


def _body(page: Page, select: Select, *, pictures: bool) -> tuple[Seen, list[Any], Body]:
    passed: list[tuple[str, str, str]] = []
    for selector in select.body:
        for nodes in page.bodies((selector,)):
            body = lines_of(nodes, select, pictures=pictures)
            if body.kept:
                text = " … ".join(dict.fromkeys((body.kept[0], body.kept[-1])))
                return Seen("body", select.body, selector, text, tuple(passed)), nodes, body
            told = " ".join(paragraphs(nodes))
            passed.append((selector, told, why_nothing(nodes, select)))
    return Seen("body", select.body, None, "", tuple(passed)), [], Body([], [])


def _seen(field: str, page: Page, select: Select, body: Body, source: Source, now: datetime) -> Seen:
    selectors: tuple[str, ...] = getattr(select, field)
    if field == "keys":
        values = [page.value((selector,)) for selector in selectors]
        return Seen(field, selectors, " and ".join(selectors) if all(values) else None, ":".join(values))
    passed = []
    for selector in selectors:
        text = value_of(page, (selector,), body)
        if text and field == "published":
            dates = (parse_time(each, now, source.time_zone, source.date_order) for each in page.values((selector,)))
            if not any(dates):
                passed.append((selector, text, "no date in it"))
                continue
        after = following(page, (selector,), source) if field == "next" else None
        if after is not None and after.why_not:
            passed.append((selector, text, after.why_not))
            break  # the first that finds anything counts
        if text or (after is not None and after.url):
            return Seen(field, selectors, selector, (after.url if after else None) or text, tuple(passed))
    return Seen(field, selectors, None, "", tuple(passed))


def _taken(nodes: Sequence[Any], select: Select) -> Iterator[Taken]:
    for selector in select.strip:
        found = [each for node in nodes for each in xpath(css2xpath(selector))(node) if each is not node]
        yield Taken("strip", selector, len(found), flat_text(found[0]) if found else "")
    lines = paragraphs(nodes)
    for field in ("drop", "stop"):
        for pattern in getattr(select, field):
            matching = [line for line in lines if compiled(pattern).search(line)]
            yield Taken(field, pattern, len(matching), matching[0] if matching else "")


@dataclass(frozen=True, slots=True)
class NotFollowed:
    """Links of a list that are not followed for one reason: how many, and some of them."""

    reason: str
    number: int
    examples: tuple[str, ...]


def not_followed(body: bytes, headers: Mapping[str, str], url: str, source: Source) -> tuple[NotFollowed, ...]:
    """Tell which links of a page that lists articles are not followed, and why, the commonest reason first."""
    page = Page(decode(body, headers), url)
    found: dict[str, dict[str, None]] = {}
    try:
        within = {anchor for scope in page.nodes(source.links) for anchor in scope.iter("a", "area")}
        for anchor in page.tree.iter("a", "area"):
            address = _address(anchor, page)
            if address is None or address == url:
                continue
            explained = explain(source, address)
            reason = explained.reason if explained.kind is None else ""
            if not reason and source.links and anchor not in within:
                reason = f"outside `links`: {', '.join(source.links)}"
            if reason:
                found.setdefault(reason, {})[address] = None
    except (ReadError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return ()
    told = (NotFollowed(reason, len(urls), tuple(urls)[:EXAMPLES]) for reason, urls in found.items())
    return tuple(sorted(told, key=lambda one: -one.number))


def _address(anchor: Any, page: Page) -> str | None:
    try:
        return canonical_url((anchor.get("href") or "").strip(), base_of(page))
    except ReadError:
        return None


def expectation(outcome: Outcome) -> dict[str, Any]:
    """Give an outcome as what a recording expects of its page: short, and exact where an error would show."""
    told: dict[str, Any] = {"outcome": outcome.kind.value, "problem": outcome.problem}
    part = outcome.part
    if outcome.redirect_to is not None:
        told["redirect_to"] = outcome.redirect_to
    if part is not None:
        told |= {
            "title": part.title,
            "published": _iso(part.published),
            "precision": part.precision.value if part.precision else None,
            "source_name": part.source_name,
            "author": part.author,
            "editor": part.editor,
            "account": part.account,
            "language": part.language,
            "next": part.next_url,
            "method": part.method,
            "missed": list(outcome.missed),
            "paragraphs": len(part.text.split("\n")),
            "length": len(part.text),
            "start": part.text[:_EDGE],
            "end": part.text[-_EDGE:],
        }
    if outcome.links or outcome.kind.value == "listing":
        told["links"] = len(outcome.links)
        told["first_links"] = [
            {"kind": link.kind.value, "url": link.url, "title": link.title, "published": _iso(link.published)}
            for link in outcome.links[:RECORDED_LINKS]
        ]
    return told


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
