"""The index equals the record, whatever is killed, down, rebuilt or removed meanwhile, on both engines."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from barometer.archive.record import Record, open_record
from barometer.clock import now
from barometer.errors import IndexBusy
from barometer.ingest.documents import all_article_ids, documents_of, recorded_versions
from barometer.ingest.drain import drain
from barometer.ingest.reindex import reindex
from barometer.ingest.removal import set_removed
from barometer.search.elastic import ElasticIndex
from barometer.search.elastic.server import connect
from barometer.search.embedded import EmbeddedIndex
from barometer.search.folding import fold
from barometer.search.index import Index, Versions
from tests.conftest import Databases
from tests.proofs.big_record import announce_again, fill
from tests.proofs.edition import Edition
from tests.search.elastic_node import Node, node_folder

SEED = 20251128
MANY = 20_000
SMALL = 0.2
BACKLOG_RATE = 300  # documents a second

DRAINER = """
import sys
from pathlib import Path
from barometer.archive.record import open_record
from barometer.clock import now
from barometer.ingest.drain import drain
from barometer.search.embedded import EmbeddedIndex

record = open_record(sys.argv[1])
print("ready", flush=True)
drain(record, EmbeddedIndex(Path(sys.argv[2])), now)
print("done", flush=True)
"""


@pytest.fixture
def big(databases: Databases) -> Callable[[int], Record]:
    """Make a record of so many articles, all of them waiting for the index."""

    def make(amount: int) -> Record:
        record = open_record(databases.migrated("sqlite"))
        fill(record, amount)
        return record

    return make


@pytest.fixture
def node(tmp_path: Path) -> Iterator[Node]:
    """A server of the test's own, which it may kill."""
    if not os.environ.get("BAROMETER_TEST_ELASTICSEARCH"):
        pytest.skip("BAROMETER_TEST_ELASTICSEARCH is not set")
    started = Node(node_folder(tmp_path))
    started.start()
    yield started
    started.stop()


@pytest.fixture(params=["embedded", "elasticsearch"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Index:
    if request.param == "embedded":
        return EmbeddedIndex(tmp_path / "index")
    made: ElasticIndex = request.getfixturevalue("elastic_index")
    made.clear()
    return made


def settled(index: Index) -> Versions:
    """What is in the index, everything that was put having become visible."""
    if isinstance(index, ElasticIndex):
        index.refresh()
    return index.versions()


def equals(index: Index, record: Record) -> str:
    """Assert that the index is the record, no more and no less; say how many documents that are."""
    there, (recorded, _) = settled(index), recorded_versions(record)
    lost = (recorded.articles.keys() - there.articles.keys(), recorded.claims.keys() - there.claims.keys())
    assert lost == (set(), set())
    assert there == recorded
    assert there.digest() == recorded.digest()
    assert index.count() == (len(recorded.articles), len(recorded.claims))  # nothing twice
    return f"{len(recorded.articles):,} articles and {len(recorded.claims):,} claims, digest {there.digest()[:12]}"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The sample edition, crawled once."""
    crawled = Edition(tmp_path_factory.mktemp("edition"))
    crawled.run()
    return crawled


def test_two_characters_find_what_substring_search_over_the_record_finds(engine: Index, edition: Edition) -> None:
    """Every pair of Han characters of the sample edition, and pairs that stand nowhere in it.

    Traditional and compatibility forms count as one with what they fold to: `tests/search/test_analysis.py` says why.
    """
    record = edition.record()
    ids = [each for part in all_article_ids(record) for each in part]
    texts = {each.id: fold(f"{each.title}\n{each.text}").text for each in documents_of(record, ids).articles}
    reindex(record, engine)
    settled(engine)
    pairs = {text[at : at + 2] for text in texts.values() for at in range(len(text) - 1)}
    han = sorted(pair for pair in pairs if all(_is_han(character) for character in pair))
    chance = random.Random(SEED)
    characters = sorted({character for pair in han for character in pair})
    absent = {"".join(chance.sample(characters, 2)) for _ in range(1_000)} - set(han)
    for term in (*han, *sorted(absent)):
        expected = {name for name, text in texts.items() if term in text}
        assert _ids(engine, term) == expected, term
    record.close()
    print(
        f"\n{type(engine).__name__}: {len(han):,} pairs that are in {len(texts)} articles and {len(absent):,} that are"
    )
    print("  not: each finds exactly what looking through the record finds")


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def test_elasticsearch_killed_while_many_articles_are_indexed(
    node: Node, big: Callable[[int], Record], times: Callable[[int], int]
) -> None:
    amount = times(MANY)
    record = big(amount)
    killed_at = 0

    def kill_halfway() -> None:
        nonlocal killed_at
        with connect(node.url, timeout=5) as watching:
            seen = ElasticIndex(watching)
            while killed_at < 0.4 * amount:
                time.sleep(0.05)
                seen.refresh()
                killed_at = seen.count().articles
        node.kill()

    with connect(node.url, timeout=20) as client:
        index = ElasticIndex(client)
        index.put([], [])
        killer = threading.Thread(target=kill_halfway)
        killer.start()
        with pytest.raises(IndexBusy):
            drain(record, index, now)
        killer.join()
        assert 0 < killed_at < amount
        node.start()
        began = time.monotonic()
        done = drain(record, index, now)
        seconds = time.monotonic() - began
        print(
            f"\nElasticsearch killed -9 with {killed_at:,} of {amount:,} articles indexed; {done:,} more after it was"
        )
        print(f"  back, {3 * done / seconds:,.0f} documents/s: {equals(index, record)}: 0 lost, 0 twice")


def test_elasticsearch_down_for_a_whole_crawl(
    node: Node,
    big: Callable[[int], Record],
    times: Callable[[int], int],
    at_full_count: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    beside, without = (Edition(tmp_path / name) for name in ("beside", "without"))
    for edition in (beside, without):
        edition.data.mkdir()
    beside.run()
    monkeypatch.setenv("BAROMETER_ELASTICSEARCH_URL", node.url)
    node.kill()
    began = time.monotonic()
    told = without.run()
    seconds = time.monotonic() - began
    assert "The index waits" in told
    assert without.digest() == beside.digest()
    node.start()
    with connect(node.url) as client:
        index = ElasticIndex(client)
        record = without.record()
        assert drain(record, index, now) > 0
        crawled = equals(index, record)
        record.close()
        backlog = big(times(MANY))
        index.clear()
        began = time.process_time(), time.monotonic()
        done = drain(backlog, index, now)
        spent, lasted = time.process_time() - began[0], time.monotonic() - began[1]
        held = equals(index, backlog)
    print(
        f"\nElasticsearch down for a whole crawl of {seconds:.0f} s: exit 0, the record as beside a server; {crawled}"
    )
    print(f"  backlog drained at {3 * done / lasted:,.0f} documents/s ({spent:.0f} of {lasted:.0f} s our own): {held}")
    assert 3 * done / lasted >= BACKLOG_RATE or not at_full_count


def test_the_embedded_index_killed_while_it_is_written(
    big: Callable[[int], Record], times: Callable[[int], int], tmp_path: Path
) -> None:
    kills = times(20)
    record = big(1_200 * kills + 500)
    chance = random.Random(SEED)
    folder = tmp_path / "index"
    seen: list[int] = []
    for _ in range(kills):
        process = _drainer(record, folder)
        while _counted(folder) <= (seen[-1] if seen else 0):  # it is in the middle of its work, not still starting
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.25))
        process.send_signal(signal.SIGKILL)
        assert "done" not in process.communicate()[0], "all was indexed before the kill: make the record larger"
        count = _found(folder)
        assert count >= (seen[-1] if seen else 0), "what was found before the kill is not found after it"
        seen.append(count)
    process = _drainer(record, folder)
    assert process.communicate()[0] == "done\n"
    index = EmbeddedIndex(folder)
    print(f"\nembedded index killed -9 {kills} times, at {seen} articles: {equals(index, record)}: 0 lost, 0 twice")


def _drainer(record: Record, folder: Path) -> subprocess.Popen[str]:
    url = record.engine.url.render_as_string(hide_password=False)
    process = subprocess.Popen([sys.executable, "-c", DRAINER, url, folder], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _counted(folder: Path) -> int:
    return EmbeddedIndex(folder).count().articles if (folder / "current").exists() else 0


def _found(folder: Path) -> int:
    """How many articles are found; each of them once, whole, with its claims."""
    if not (folder / "current").exists():
        return 0
    index = EmbeddedIndex(folder)
    found = [article.id for article in index.every_article("")]
    assert len(found) == len(set(found)) == index.count().articles
    assert {claim.article_id for claim in index.every_claim("")} >= set(found)
    return len(found)


def test_a_rebuild_under_load(engine: Index, big: Callable[[int], Record], times: Callable[[int], int]) -> None:
    amount = times(MANY)
    record = big(amount)
    drain(record, engine, now)
    settled(engine)
    whole = {query: engine.search_articles(query, limit=0).total for query in ("", "中国", "source:source7", "China")}
    assert min(whole.values()) > 0
    over = threading.Event()
    answers: list[tuple[str, int]] = []
    failures: list[BaseException] = []

    def ask(seed: int) -> None:
        chance = random.Random(seed)
        try:
            while not over.is_set():
                query = chance.choice(list(whole))
                answers.append((query, engine.search_articles(query, limit=3).total))
                time.sleep(0.005)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is a failed search
            failures.append(error)

    def change() -> None:
        chance = random.Random(SEED)
        try:
            while not over.is_set():
                announce_again(record, chance.sample(range(1, amount + 1), 20))
                with contextlib.suppress(IndexBusy):  # the rows wait, and are taken the next time
                    drain(record, engine, now)
                time.sleep(0.2)
        except BaseException as error:  # noqa: BLE001 - told to the thread that waits
            failures.append(error)

    workers = [threading.Thread(target=ask, args=(seed,)) for seed in (1, 2)] + [threading.Thread(target=change)]
    for worker in workers:
        worker.start()
    rebuilds = 0
    try:
        for _ in range(3):
            assert reindex(record, engine) == (amount, [])
            rebuilds += 1
    finally:
        over.set()
        for worker in workers:
            worker.join()
    assert failures == []
    wrong = [answer for answer in answers if answer[1] != whole[answer[0]]]
    assert wrong == []
    drain(record, engine, now)
    print(
        f"\n{type(engine).__name__} rebuilt {rebuilds} times under load: {len(answers):,} searches, 0 failed, 0 empty,"
    )
    print(f"  0 with another total; after it {equals(engine, record)}")
    assert len(answers) > 50


def test_a_removed_article_leaves_nothing_behind(engine: Index, big: Callable[[int], Record]) -> None:
    record = big(300)
    drain(record, engine, now)
    settled(engine)
    removed = 150
    before = documents_of(record, [removed])
    (article,) = before.articles
    words = [article.text[:6], article.title[:8], article.text[-9:-2]]
    asked = [f'"{word}"' for word in words]
    assert all(removed in _ids(engine, query) for query in asked)
    facets = ("source", "language", "place", "indicator", "month", "day")
    set_removed(record, removed, True, now())
    drain(record, engine, now)
    settled(engine)
    for query in asked:
        assert removed not in _ids(engine, query)
        assert removed not in {hit.document.article_id for hit in engine.search_claims(query, limit=1000).items}
    assert engine.count() == (299, 598)
    assert removed not in {article.id for article in engine.every_article("")}
    assert not {claim.id for claim in before.claims} & {claim.id for claim in engine.every_claim("")}
    counted = engine.search_articles("", limit=0, facets=facets).facets
    assert sum(count for _, count in counted["source"]) == sum(count for _, count in counted["language"]) == 299
    assert sum(count for _, count in engine.search_claims("", limit=0, facets=facets).facets["source"]) == 598
    late = documents_of(record, [removed])  # an older state that comes late brings nothing back
    assert late.articles == ()
    engine.put(before.articles, before.claims)
    settled(engine)
    print(
        f"\n{type(engine).__name__}: of a removed article nothing is found, counted or listed: {equals(engine, record)}"
    )


def _ids(index: Index, query: str) -> set[int]:
    return {hit.document.id for hit in index.search_articles(query, limit=1000).items}
