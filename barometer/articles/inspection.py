"""What a reading gave, field by field and selector by selector: for who checks a source, and for recordings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from barometer.articles.charset import decode
from barometer.articles.page import Page
from barometer.errors import ReadError
from barometer.model import Outcome
from barometer.sources import Select, Source

FIELDS = ("body", "title", "published", "source_name", "author", "editor", "account", "next")
RECORDED_LINKS = 30
_EDGE = 60  # characters of a text's start and end that a recording keeps


@dataclass(frozen=True, slots=True)
class Seen:
    """What one field's selectors found: the selector that did, None when none of them found anything."""

    field: str
    tried: tuple[str, ...]
    selector: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Template:
    """One of the source's templates as it fits a page."""

    number: int
    until: str
    fields: tuple[Seen, ...]

    @property
    def fits(self) -> bool:
        """Whether the page has this template's body."""
        return any(seen.field == "body" and seen.selector for seen in self.fields)


def inspect(body: bytes, headers: Mapping[str, str], url: str, source: Source) -> tuple[Template, ...]:
    """Try each template of the source on a page and tell what each selector finds. Nothing for what is no page."""
    page = Page(decode(body, headers), url)
    try:
        return tuple(
            Template(number, select.until.isoformat() if select.until else "", _seen(page, select))
            for number, select in enumerate(source.select, start=1)
        )
    except (ReadError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return ()


def _seen(page: Page, select: Select) -> tuple[Seen, ...]:
    found = []
    for field in FIELDS:
        selectors: tuple[str, ...] = getattr(select, field)
        if not selectors:
            continue
        selector, text = next(
            ((each, text) for each in selectors if not each.startswith("line:") and (text := page.value((each,)))),
            (None, ""),
        )
        found.append(Seen(field, selectors, selector, text))
    return tuple(found)


def expectation(outcome: Outcome) -> dict[str, Any]:
    """Give an outcome as what a recording expects of its page: short, and exact where an error would show."""
    told: dict[str, Any] = {"outcome": outcome.kind.value, "problem": outcome.problem}
    part = outcome.part
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
