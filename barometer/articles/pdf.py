"""A bulletin that is a PDF: its text by pypdf, its title and date as they stand on its first and last lines."""

import io
import logging
from collections.abc import Sequence
from datetime import datetime

import pypdf
import re2
from pypdf.errors import PyPdfError

from barometer.articles.fallback import language_of
from barometer.articles.paragraphs import collapse
from barometer.articles.times import Moment, date_in_url, parse_time
from barometer.model import ArticlePart, Outcome, OutcomeKind
from barometer.sources import Source

WITHOUT_TEXT = "PDF without text"
MOST_PAGES = 200
_LEAST_TEXT = 20  # characters; a scanned notice holds a page number at most
_DATED_LINES = 12  # at the top; a Chinese bulletin is dated below its last line
_LAST_LINES = 5
_ENDS = tuple("。！？.!?：:；;")
_HAN = re2.compile(r"\p{Han}")
_NO_TITLE = re2.compile(r"(?i)^(?:untitled|microsoft word|powerpoint|document\d*$|.*\.(?:docx?|pdf|wps|pptx?)$)")
_PAGE_NUMBER = re2.compile(r"^[\s\-—–第]*\d{1,4}[\s\-—–页]*$")


def read_pdf(body: bytes, url: str, source: Source, now: datetime) -> Outcome:
    """Read a PDF as one article; one that holds pictures only, or is locked, is an outcome that says so."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # the outcome tells what there is to tell
    try:
        document = pypdf.PdfReader(io.BytesIO(body))
        if document.is_encrypted and not document.decrypt(""):
            return Outcome(OutcomeKind.EMPTY, problem="PDF that asks for a password")
        lines = _lines(document)
        told = collapse(str(document.metadata.title or "")) if document.metadata else ""
    except (PyPdfError, ValueError, TypeError, LookupError, AttributeError, OSError, RecursionError) as error:
        return Outcome(
            OutcomeKind.EMPTY, problem=f"PDF that cannot be read: {type(error).__name__}: {str(error)[:150]}"
        )
    if sum(map(len, lines)) < _LEAST_TEXT:
        return Outcome(OutcomeKind.EMPTY, problem=WITHOUT_TEXT)
    title = lines[0] if not told or _NO_TITLE.search(told) else told
    moment = _published(lines, source, now) or date_in_url(url, now, source.time_zone)
    paragraphs = _paragraphs(lines[1:] if lines[0] == title and len(lines) > 1 else lines)
    part = ArticlePart(
        title=title[:300],
        text="\n".join(paragraphs),
        published=moment.when if moment else None,
        precision=moment.precision if moment else None,
        language=language_of("".join(lines)),
        method="pdf",
    )
    return Outcome(OutcomeKind.ARTICLE, part=part)


def _lines(document: pypdf.PdfReader) -> list[str]:
    """Give the lines of all pages, without page numbers."""
    found = []
    for page in document.pages[:MOST_PAGES]:
        lines = [collapse(line) for line in page.extract_text().splitlines()]
        found += [line for line in lines if line and not _PAGE_NUMBER.search(line)]
    return found


def _published(lines: Sequence[str], source: Source, now: datetime) -> Moment | None:
    for line in (*lines[:_DATED_LINES], *reversed(lines[-_LAST_LINES:])):
        moment = parse_time(line, now, source.time_zone, source.date_order) if len(line) < 80 else None
        if moment:
            return moment
    return None


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """Join the lines that a page's width broke: one much shorter than the widest, or at a sentence's end, closes."""
    widest = max((len(line) for line in lines), default=0)
    paragraphs: list[str] = []
    is_open = False
    for line in lines:
        if is_open:
            before = paragraphs[-1]
            glue = "" if _HAN.search(before[-1:]) or _HAN.search(line[:1]) else " "
            paragraphs[-1] = before + glue + line
        else:
            paragraphs.append(line)
        closes = len(line) < 0.6 * widest or (line.endswith(_ENDS) and len(line) < 0.9 * widest)
        is_open = not closes
    return paragraphs
