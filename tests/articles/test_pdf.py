"""Bulletins that are PDFs: their text, title and date; what has none says so."""

from datetime import UTC, datetime

import pytest

from barometer.articles import read
from barometer.model import OutcomeKind, RequestKind
from barometer.sources import Source
from tests.crawler.papers import bulletin

NOW = datetime(2026, 3, 1, tzinfo=UTC)
SOURCE = Source.model_validate(
    {
        "id": "bureau",
        "name": {"zh": "局", "en": "Bureau"},
        "publisher": "government",
        "language": "zh",
        "hosts": ["bureau.example"],
        "articles": [r"/(?P<key>\d+)\.pdf"],
    }
)
LINES = [
    "Trade bulletin of May",
    "Issued 2025-06-18",
    "Exports of Yiwu grew 12.5% from a year earlier to 88.2 billion yuan in the",
    "first five months of 2025, customs data showed.",
    "Imports fell by 3% in the same period, which the bureau puts down to prices of",
    "plastics.",
]


def read_pdf(body, kind=RequestKind.ARTICLE):
    return read(body, {"content-type": "application/pdf"}, "https://bureau.example/7.pdf", SOURCE, kind, NOW)


def test_lines_that_the_page_broke_are_paragraphs_again():
    outcome = read_pdf(bulletin(LINES))
    assert outcome.kind is OutcomeKind.ARTICLE
    assert outcome.part.title == "Trade bulletin of May"
    assert outcome.part.published.isoformat() == "2025-06-18T00:00:00+08:00"
    assert outcome.part.text.split("\n") == [
        "Issued 2025-06-18",
        (
            "Exports of Yiwu grew 12.5% from a year earlier to 88.2 billion yuan in the first five months of 2025, "
            "customs data showed."
        ),
        "Imports fell by 3% in the same period, which the bureau puts down to prices of plastics.",
    ]


def test_a_bulletin_dated_below_its_text_has_that_date():
    outcome = read_pdf(bulletin([LINES[0], *LINES[2:], "18 June 2025"]))
    assert outcome.part.published.date().isoformat() == "2025-06-18"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (bulletin([]), "PDF without text"),
        (bulletin(["- 1 -"]), "PDF without text"),
        (bulletin(LINES)[:200], "PDF that cannot be read"),
        (b"%PDF-1.7 nothing", "PDF that cannot be read"),
    ],
    ids=["pictures only", "a page number", "cut short", "no pdf"],
)
def test_what_cannot_be_read_says_why(body, problem):
    outcome = read_pdf(body)
    assert (outcome.kind, outcome.part) == (OutcomeKind.EMPTY, None)
    assert outcome.problem.startswith(problem)


def test_a_pdf_is_no_listing():
    assert "lists articles" in read_pdf(bulletin(LINES), RequestKind.LISTING).problem
