"""Index and query synthetic articles with each engine, in one run.

    python benchmarks/search.py 10000 100000                        the embedded index
    python benchmarks/search.py 10000 --elasticsearch URL           both engines

Each article has two claims, so that it is three documents. Printed for each engine and size: articles per second by the
whole path (versions read, text analysed, documents written, durable), the share that is of the engine's raw rate (the
same documents, made ready before, written with nothing else), and p50 / p95 in milliseconds over the queries of each
kind, where a query counts by the best of five times: other work on the machine then matters little.
"""

import argparse
import contextlib
import itertools
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from search_corpus import articles

from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.elastic import ElasticIndex
from barometer.search.elastic.bulk import Action, send
from barometer.search.elastic.schema import article_body, claim_body
from barometer.search.elastic.server import connect
from barometer.search.embedded import EmbeddedIndex, schema
from barometer.search.embedded.generation import create
from barometer.search.index import Index

Batch = list[tuple[ArticleDocument, list[ClaimDocument]]]

BATCH = 500
TERMS = ["义乌", "出口", "中国", "小商品", "Yiwu", "exports", "China", "commodities"]
KINDS: dict[str, list[str]] = {
    "term": TERMS,
    "and": [f"{a} {b}" for a, b in itertools.combinations(TERMS[:4], 2)] + ["Yiwu exports", "China exports"],
    "phrase": ["中国出口", "出口中国", '"small commodities"', "跨境电商", "国际商贸城", "e-commerce", "小商品"],
    "near": ["义乌 NEAR/20 出口", "China NEAR/20 exports"],
}


def batches(amount: int, seed: int = 20251124) -> Iterator[Batch]:
    made = articles(amount, seed)
    while batch := list(itertools.islice(made, BATCH)):
        yield batch


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def put(index: Index, batch: Batch) -> None:
    index.put([article for article, _ in batch], [claim for _, claims in batch for claim in claims])


def fill(index: Index, amount: int) -> None:
    times, spent = [], 0.0
    for batch in batches(amount):
        before = time.process_time()
        times.append(timed(lambda b=batch: put(index, b)))
        spent += time.process_time() - before
    print(f"  {amount:,} articles: {amount / sum(times):,.0f} articles/s, slowest batch {max(times):.2f} s; ", end="")
    print(f"{amount / spent:,.0f} articles per second of our own processor time", flush=True)


def raw_share(index: Index, raw: Callable[[list[Batch]], float]) -> None:
    """The whole path against the engine alone, the same 2,000 new articles written one way and then the other."""
    held = list(batches(2_000, seed=7))
    whole = sum(timed(lambda b=batch: put(index, b)) for batch in held)
    alone = raw(held)
    print(
        f"  raw {2_000 / alone:,.0f} articles/s, whole path {2_000 / whole:,.0f}: {alone / whole:.2f} of it", flush=True
    )


def embedded_raw(held: list[Batch]) -> float:
    ready = [
        [(schema.article(article, claims), [schema.claim(claim) for claim in claims]) for article, claims in batch]
        for batch in held
    ]
    with tempfile.TemporaryDirectory() as folder:
        for name in ("articles", "claims"):
            (Path(folder) / name).mkdir()
        generation = create(Path(folder))

        def write() -> None:
            for batch in ready:
                with generation.writing() as writer:
                    writer.write(dict(enumerate(batch)))

        return timed(write)


def elastic_raw(url: str) -> Callable[[list[Batch]], float]:
    def raw(held: list[Batch]) -> float:
        ready = [
            [Action("bench-articles", f"raw{a.id}", 1, article_body(a, cs, [])) for a, cs in batch]
            + [Action("bench-claims", f"raw{c.id}", 1, claim_body(c)) for _, cs in batch for c in cs]
            for batch in held
        ]
        with connect(url) as client:
            return timed(lambda: [send(client, actions) for actions in ready])

    return raw


def report(name: str, ask: Callable[[str], object], queries: list[str], rounds: int = 5) -> None:
    times = [min(timed(lambda q=query: ask(q)) for _ in range(rounds)) * 1_000 for query in queries]
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"    {name:<24} p50 {statistics.median(times):8.2f} ms   p95 {p95:8.2f} ms", flush=True)


def ask(index: Index) -> None:
    for name, queries in KINDS.items():
        report(f"{name}, ten hits", lambda q: index.search_articles(q, limit=10, highlights=False), queries)
    report("term, marked", lambda q: index.search_articles(q, limit=10), TERMS)
    report("term, only counted", lambda q: index.search_articles(q, limit=0), TERMS)
    filtered = [f"{term} source:source7" for term in TERMS]
    report("filter + date sort", lambda q: index.search_articles(q, sort="date", limit=10, highlights=False), filtered)
    report("facets", lambda q: index.search_articles(q, limit=0, facets=("source", "month")), TERMS)
    by_value = ["value:>1e9 unit:CNY", "value:1e6..2e6"]
    report("claims by value", lambda q: index.search_claims(q, limit=10, highlights=False), by_value)
    report("articles by claim", lambda q: index.search_articles(q, limit=10, highlights=False), by_value)


def found_after(index: Index) -> None:
    """How long after it was put an article is found."""
    article, _ = next(articles(1, seed=99))
    newest = ArticleDocument(**{**_values(article), "id": 10**8, "text": "从未见过的词语"})
    began = time.perf_counter()
    index.put([newest], [])
    while not index.search_articles("从未见过的词语", limit=1).total:
        time.sleep(0.01)
    print(f"  an article is found {time.perf_counter() - began:.2f} s after put was called", flush=True)


def _values(article: ArticleDocument) -> dict[str, object]:
    return {name: getattr(article, name) for name in ArticleDocument.__dataclass_fields__}


@contextlib.contextmanager
def elastic(url: str) -> Iterator[ElasticIndex]:
    with connect(url, timeout=120) as client:
        index = ElasticIndex(client, prefix="bench")
        index.clear()
        yield index
        for kind in ("articles", "claims"):
            for name in client.indices.get(index=f"bench-{kind}-*"):
                client.indices.delete(index=name)
            client.indices.delete_index_template(name=f"bench-{kind}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--elasticsearch", metavar="URL")
    parser.add_argument("--only", choices=["embedded", "elasticsearch"])
    options = parser.parse_args()
    for size in options.sizes:
        if options.only != "elasticsearch":
            print("embedded", flush=True)
            with tempfile.TemporaryDirectory() as folder:
                embedded = EmbeddedIndex(Path(folder))
                fill(embedded, size)
                megabytes = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file()) / 1e6
                print(f"  {megabytes:,.0f} MB", flush=True)
                ask(embedded)
                found_after(embedded)
                raw_share(embedded, embedded_raw)
        if options.elasticsearch and options.only != "embedded":
            print("elasticsearch", flush=True)
            with elastic(options.elasticsearch) as index:
                fill(index, size)
                index.refresh()
                ask(index)
                found_after(index)
                raw_share(index, elastic_raw(options.elasticsearch))


if __name__ == "__main__":
    main()
