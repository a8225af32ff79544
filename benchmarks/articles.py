"""Article extraction on the development pages: the fallback reader beside the plain tools it is made of, in one run.

    python benchmarks/articles.py [--shared FOLDER] [--keep FILE]

Pages, annotations and scorer are those of $BAROMETER_SHARED/articles (SOURCE.txt says where they are from); every page
is read by the generic source, no site rule is used. The tools get the page decoded by us, and its URL where known.
"""

import argparse
import gzip
import importlib.util
import json
import logging
import os
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import lxml.html
import readability
import trafilatura

from barometer.articles import read
from barometer.articles.charset import decode
from barometer.model import Precision, RequestKind
from barometer.sources import Source, load_sources

ROOT = Path(__file__).parents[1]
COLUMNS = (
    ("f1", "body F1"),
    ("precision", "P"),
    ("recall", "R"),
    ("macro_f1", "page F1"),
    ("f1_95", "F1≥.95"),
    ("title_eq", "title"),
    ("day", "day"),
    ("minute", "minute"),
    ("author", "author"),
    ("source_name", "source"),
    ("language", "language"),
)
Prediction = dict[str, Any]
Tool = Callable[[bytes, str], Prediction]


def main() -> None:
    """Print one table a language: each tool's scores and pages a second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("BAROMETER_SHARED", ROOT.parent / "shared")))
    parser.add_argument("--keep", type=Path, help="write our own predictions to this file")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    folder = options.shared / "articles" / "dev"
    if not folder.exists():
        sys.exit(f"no pages in {folder}: set BAROMETER_SHARED or --shared")
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    pages = {row["id"]: gzip.decompress((folder / row["path"]).read_bytes()) for row in gold}
    scorer = _load(options.shared / "articles" / "score.py")
    results = {name: _run(tool, gold, pages) for name, tool in _tools().items()}
    if options.keep:
        lines = (json.dumps({"id": key} | row, ensure_ascii=False) for key, row in results["barometer"][0].items())
        options.keep.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for language in ("en", "zh"):
        print(f"\n{language}{'':24}" + "".join(f"{title:>9}" for _, title in COLUMNS) + f"{'pages/s':>9}")
        for name, (predictions, seconds) in results.items():
            scores = scorer.score(gold, predictions)[language]
            cells = "".join(f"{scores[key]:9.3f}" if key in scores else f"{'–':>9}" for key, _ in COLUMNS)
            print(f"{name:26}{cells}{len(gold) / seconds:9.1f}")


def _tools() -> dict[str, Tool]:
    source = load_sources(ROOT / "settings" / "sources")["any"]
    return {
        "barometer": lambda body, url: _ours(body, url, source),
        "trafilatura": lambda body, url: _trafilatura(body, url, precise=False),
        "trafilatura, precise": lambda body, url: _trafilatura(body, url, precise=True),
        "readability-lxml": _readability,
    }


def _ours(body: bytes, url: str, source: Source) -> Prediction:
    part = read(body, {}, url or "http://unknown.invalid/", source, RequestKind.ARTICLE, datetime.now(UTC)).part
    if part is None:
        return {}
    published = part.published.isoformat() if part.published else None
    if published and part.precision not in {Precision.MINUTE, Precision.SECOND}:
        published = published[:10]
    return {
        "title": part.title,
        "text": part.text,
        "published": published,
        "author": part.author,
        "source_name": part.source_name,
        "language": part.language,
    }


def _trafilatura(body: bytes, url: str, *, precise: bool) -> Prediction:
    found = trafilatura.bare_extraction(
        decode(body, {}), url=url or None, include_comments=False, favor_precision=precise, with_metadata=True
    )
    if found is None:
        return {}
    return {"title": found.title, "text": found.text, "published": found.date, "author": found.author}


def _readability(body: bytes, _url: str) -> Prediction:
    document = readability.Document(decode(body, {}))
    try:
        tree = lxml.html.fromstring(document.summary(html_partial=True))
    except (readability.readability.Unparseable, lxml.etree.LxmlError):
        return {}
    return {"title": document.short_title(), "text": "\n".join(tree.itertext()), "author": document.author()}


def _run(tool: Tool, gold: Iterable[dict[str, Any]], pages: dict[str, bytes]) -> tuple[dict[str, Prediction], float]:
    started = time.perf_counter()
    predictions = {row["id"]: tool(pages[row["id"]], row["url"] or "") for row in gold}
    return predictions, time.perf_counter() - started


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        sys.exit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
