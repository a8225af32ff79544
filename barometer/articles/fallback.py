"""The body of a page whose markup no source describes: two extractors, and what they agree on.

Measured on the development pages (benchmarks/articles.py): readability-lxml is best on Chinese pages but takes the
wrong element on one in twelve; trafilatura is best on English ones. Where one's text is not in the other's, one of them
is lost: the one with more sentences is believed.
"""

import logging
from collections import Counter
from functools import cache

import re2
from lxml import etree

from barometer.articles.captions import without_captions
from barometer.articles.page import Page, fragment
from barometer.articles.paragraphs import collapse, marked_paragraphs
from barometer.errors import ReadError

_COMPARED = 40_000  # characters of each text
_MOST_ELEMENTS = 20_000  # trafilatura is quadratic in siblings: 30,000 take a second, 150,000 hang
_SHORTEST_SENTENCE = 30
_LONG_PROSE = 40
_SENTENCE = re2.compile(r"[。！？，；]|[.!?,;] |[.!?]$")
_HAN_SHARE = 0.2  # of a text's letters, from which on it is Chinese


def fallback_body(page: Page) -> list[str]:
    """Give the paragraphs of the page's article as they can be told without rules; empty when there are none."""
    _quiet()
    if sum(1 for _ in page.tree.iter()) > _MOST_ELEMENTS:
        return _by_readability(page)
    precise, broad = _by_trafilatura(page, precise=True), _by_trafilatura(page, precise=False)
    readable = _by_readability(page)
    agreed = min(_share_in(readable, precise), _share_in(precise, readable)) > 0.5
    if _share_in(precise, broad) < 0.5 or (not agreed and _length(precise) < 0.3 * _length(broad)):
        precise = broad
    if not precise:
        return readable
    if language_of("\n".join(precise)) == "en":
        lacking = _share_in(precise, readable) > 0.9 and _prose(readable) > 1.6 * _prose(precise)
        return readable if lacking else precise
    if _prose(readable) < 0.3 * _prose(precise):
        return precise
    both = _lines_in(readable, precise)
    return both if _length(both) > 0.6 * _length(readable) else readable


@cache
def _quiet() -> None:
    """Keep the extractors from warning of each odd page in the log: the outcome tells what there is to tell."""
    for name in ("readability", "trafilatura"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def has_prose(lines: list[str]) -> bool:
    """Tell whether there is one sentence among the lines: buttons and menus alone are no article."""
    return _prose(lines) > 0


def language_of(text: str) -> str:
    """Tell whether a text is Chinese ("zh") or not ("en"), by the share of Han characters among its letters."""
    sample = text[:_COMPARED]
    han = sum(1 for character in sample if "\u4e00" <= character <= "\u9fff")
    letters = sum(1 for character in sample if character.isalpha())
    return "zh" if letters and han / letters >= _HAN_SHARE else "en"


def _by_trafilatura(page: Page, *, precise: bool) -> list[str]:
    import trafilatura  # noqa: PLC0415 - .08 s that only pages without rules ask for

    try:
        found = trafilatura.extract(
            page.source_text, include_comments=False, include_tables=True, favor_precision=precise, with_metadata=False
        )
    except (ValueError, TypeError, AttributeError, etree.LxmlError, RecursionError):
        return []
    return without_captions(line for line in map(_row, (found or "").split("\n")) if line)


def _row(line: str) -> str:
    """Give a line, or the cells of a table's row as trafilatura writes it, with single spaces."""
    if not line.lstrip().startswith("|"):
        return collapse(line)
    return collapse(" ".join(cell for cell in line.split("|") if cell.strip(" -:")))


def _by_readability(page: Page) -> list[str]:
    import readability  # noqa: PLC0415 - .02 s that only pages without rules ask for

    try:
        summary = readability.Document(page.source_text).summary(html_partial=True)
        return without_captions(marked_paragraphs([fragment(summary)]))
    except (readability.readability.Unparseable, ReadError, etree.LxmlError, ValueError, TypeError, RecursionError):
        return []


def _length(lines: list[str]) -> int:
    return sum(map(len, lines))


def _prose(lines: list[str]) -> int:
    """Give the length of the lines that are sentences: a menu has none."""
    return sum(len(line) for line in lines if len(line) > _SHORTEST_SENTENCE and _SENTENCE.search(line))


def _share_in(lines: list[str], others: list[str]) -> float:
    """Give the share of the lines' four-character shingles that are in the others too."""
    mine, theirs = _shingles(lines), _shingles(others)
    return sum((mine & theirs).values()) / max(1, sum(mine.values()))


def _shingles(lines: list[str]) -> Counter[str]:
    text = "".join("".join(lines).split())[:_COMPARED]
    return Counter(text[index : index + 4] for index in range(max(0, len(text) - 3)))


def _lines_in(lines: list[str], others: list[str]) -> list[str]:
    """Give the lines whose letters stand, in one piece, in the others, and those that are long prose in any case."""
    whole = _letters("".join(others))
    return [line for line in lines if _letters(line) in whole or (len(line) > _LONG_PROSE and _SENTENCE.search(line))]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
