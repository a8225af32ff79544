"""How fast claims are read, one core, all fields: the development items joined, and the sample edition's articles.

    python benchmarks/claims_speed.py

Prints characters a second of processor time for each language, beside the bars, and what import and first call cost in
a process of their own. The items lie in $BAROMETER_SHARED/claims (default ../shared); without them only pages are read.
Real articles of many outlets, which hold fewer numbers, are read once each and have no bar: each is new to the engine.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from barometer.articles import read
from barometer.claims import extract
from barometer.model import RequestKind
from barometer.sources import load_sources

ROOT = Path(__file__).parents[1]
ITEMS, PAGES = 30_000, 100_000  # characters a second
ROUNDS = 20
SEEN = date(2026, 6, 15)
START = """
import re, time
begun = time.process_time()
from barometer.claims import extract
extract("Exports rose 5% to 88 billion yuan in May. 出口增长5%。")
spent = time.process_time() - begun
print(spent, int(re.search(r"VmHWM:\\s+([0-9]+)", open("/proc/self/status").read()).group(1)) / 1024)
"""


def _texts_of(file: str, language: str = "") -> list[str]:
    path = Path(os.environ.get("BAROMETER_SHARED", ROOT.parent / "shared")) / file
    if not path.exists():
        return []
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [row["text"] for row in rows if row["text"] and (not language or row["language"] == language)]


def joined_items(language: str) -> str:
    """Give the development items of a language, one a line."""
    return "\n".join(_texts_of(f"claims/dev-{language}.jsonl"))


def sample_articles() -> Iterator[str]:
    source = load_sources(ROOT / "settings" / "sources")["any"]
    now = datetime.now(UTC)
    for path in sorted((ROOT / "demo").rglob("*.html")):
        part = read(path.read_bytes(), {}, f"https://example.org/{path.name}", source, RequestKind.ARTICLE, now).part
        if part is not None:
            yield f"{part.title}\n\n{part.text}"


def is_chinese(text: str) -> bool:
    return len(re.findall("[\u4e00-\u9fff]", text)) * 3 > len(re.findall("[A-Za-z]", text))


def rate(texts: list[str]) -> float:
    """Give characters a second, the best of some rounds, by processor time: other work on the machine is left out."""
    best = min(_spent(texts) for _ in range(ROUNDS))
    return sum(map(len, texts)) / best


def _spent(texts: list[str]) -> float:
    begun = time.process_time()
    for text in texts:
        extract(text, SEEN)
    return time.process_time() - begun


def main() -> None:
    """Print one line a language and kind of text, then the start."""
    articles = list(sample_articles())
    for language in ("en", "zh"):
        pages = [text for text in articles if is_chinese(text) == (language == "zh")]
        for name, texts, bar in (
            ("dev items joined", [joined_items(language)], ITEMS),
            ("sample articles", pages, PAGES),
        ):
            size = sum(map(len, texts))
            if size:
                told = f"{language} {name:18} {len(texts):3} texts {size:7,} characters"
                print(f"{told} {rate(texts):9,.0f}/s  bar {bar:,}/s")
        texts = _texts_of("articles/dev/gold.jsonl", language)
        if texts:
            size = sum(map(len, texts))
            told = f"{language} {'real, once each':18} {len(texts):3} texts {size:7,} characters"
            print(f"{told} {size / _spent(texts):9,.0f}/s")
    begun = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True, cwd=ROOT)
    seconds, megabytes = (float(word) for word in begun.stdout.split())
    print(f"import and first call {seconds:.2f} s of processor time, {megabytes:.0f} MB  bar 1 s, 120 MB")


if __name__ == "__main__":
    main()
