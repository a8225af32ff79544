"""Recorded pages of our own writing, in each source's markup: what is read out of them stays what it is."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from barometer.articles import read
from barometer.articles.inspection import expectation
from barometer.model import RequestKind
from barometer.sources import load_sources

ROOT = Path(__file__).parents[2]
RECORDED = ROOT / "tests" / "recorded"
SOURCES = load_sources(ROOT / "settings" / "sources", ROOT / "demo" / "sources")  # with the hosts of made-up sites
CASES = sorted(path.parent for path in RECORDED.glob("*/*/meta.json"))


def page_of(case: Path, meta: dict[str, str]) -> bytes:
    """Give the recorded page: its own file, or a page of the sample edition that it names."""
    return (ROOT / meta["page"] if "page" in meta else case / "page").read_bytes()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_recorded_page_is_read_as_it_was(case: Path) -> None:
    meta = json.loads((case / "meta.json").read_text("utf-8"))
    headers = {"content-type": meta["content_type"]} if meta["content_type"] else {}
    source = SOURCES[case.parent.name]
    at = datetime.fromisoformat(meta["at"])
    outcome = read(page_of(case, meta), headers, meta["url"], source, RequestKind(meta["kind"]), at)
    assert expectation(outcome) == json.loads((case / "expected.json").read_text("utf-8"))


@pytest.mark.parametrize("name", [name for name, source in SOURCES.items() if not source.generic])
def test_every_source_has_a_recording_of_an_article_and_of_what_it_begins_with(name: str) -> None:
    cases = [json.loads(path.read_text("utf-8")) for path in (RECORDED / name).glob("*/meta.json")]
    told = f"none in {RECORDED / name}: barometer sources record {name} CASE FILE --url ADDRESS"
    assert any(case["kind"] == "article" for case in cases), told
    if SOURCES[name].configured:
        assert any(case["kind"] == "listing" for case in cases), told
