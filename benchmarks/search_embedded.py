"""Index and query synthetic articles with the embedded index: python benchmarks/search_embedded.py 10000 100000

Prints, for each size, articles per second (whole path and tantivy alone with ready documents) and p50/p95 of each kind
of query in milliseconds, asked as a page of ten hits with highlights where it says so.
"""

import argparse
import itertools
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from search_corpus import articles

from barometer.search.embedded import EmbeddedIndex
from barometer.search.embedded.generation import Generation

TERMS = ["义乌", "出口", "中国", "小商品", "Yiwu", "exports", "China", "commodities"]
KINDS: dict[str, list[str]] = {
    "term": TERMS,
    "and": [f"{a} {b}" for a, b in itertools.combinations(TERMS[:4], 2)] + ["Yiwu exports", "China exports"],
    "phrase": ['"small commodities"', "跨境电商", "国际商贸城", "e-commerce", "小商品"],
}


def timed(ask: Callable[[], object], rounds: int = 1) -> float:
    began = time.perf_counter()
    for _ in range(rounds):
        ask()
    return (time.perf_counter() - began) * 1_000 / rounds


def report(name: str, times: list[float]) -> None:
    cuts = statistics.quantiles(times, n=20)
    print(f"  {name:<22} p50 {statistics.median(times):8.2f} ms   p95 {cuts[-1]:8.2f} ms", flush=True)


def fill(index: EmbeddedIndex, amount: int) -> None:
    """Put in batches of 500; the time to make up the articles is not counted."""
    spent, slowest, made = 0.0, 0.0, articles(amount)
    while batch := list(itertools.islice(made, 500)):
        began = time.perf_counter()
        index.put([article for article, _ in batch], [claim for _, claims in batch for claim in claims])
        took = time.perf_counter() - began
        spent, slowest = spent + took, max(slowest, took)
    print(f"{amount:,} articles: {amount / spent:,.0f} articles/s, slowest batch {slowest:.2f} s", flush=True)


def refill(index: EmbeddedIndex, amount: int) -> None:
    """Build the index anew beside the old one, as reindex does."""
    made, spent = articles(amount), 0.0
    began = time.perf_counter()
    with index.rebuild() as beside:
        while batch := list(itertools.islice(made, 500)):
            since = time.perf_counter()
            beside.put([article for article, _ in batch], [claim for _, claims in batch for claim in claims])
            spent += time.perf_counter() - since
        ended = time.perf_counter()
    closing = time.perf_counter() - ended
    rate = amount / (spent + closing)
    print(f"  rebuild {rate:,.0f} articles/s, of it closing {closing:.1f} s, {ended - began + closing:.0f} s in all")


def ask(index: EmbeddedIndex) -> None:
    for name, queries in KINDS.items():
        for query in queries:
            index.search_articles(query)
        for label, limit in ((name, 0), (f"{name}, 10 hits shown", 10)):
            report(
                label,
                [timed(lambda q=q, n=limit: index.search_articles(q, limit=n)) for _ in range(5) for q in queries],
            )
    filtered = [f"{term} source:source7" for term in TERMS]
    report("filter + date sort", [timed(lambda q=q: index.search_articles(q, sort="date", limit=10)) for q in filtered])
    facets = ("source", "month")
    report("facets", [timed(lambda q=q: index.search_articles(q, limit=0, facets=facets)) for q in TERMS * 5])
    report("claims by value", [timed(lambda: index.search_claims("value:>1e9 unit:CNY", limit=10)) for _ in range(20)])
    report("articles by claim", [timed(lambda: index.search_articles("value:>1e9 unit:CNY")) for _ in range(20)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+")
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            index = EmbeddedIndex(Path(folder))
            fill(index, size)
            megabytes = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file()) / 1e6
            generation = Generation(next(entry for entry in Path(folder).iterdir() if entry.is_dir()))
            print(f"  {megabytes:,.0f} MB, {generation.searchers().articles.num_segments} segments of articles")
            ask(index)
            refill(index, size)


if __name__ == "__main__":
    main()
