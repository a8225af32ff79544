"""Several processes and one index: nothing committed is lost, nobody waits for ever, answers never stop."""

import os
import random
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from barometer.errors import IndexBusy, SearchError
from barometer.search.embedded import EmbeddedIndex
from barometer.search.index import Counts

ROOT = Path(__file__).parents[2]

PRELUDE = """
import sys, time, pathlib
from datetime import UTC, datetime
from barometer.search.documents import ArticleDocument
from barometer.search.embedded import EmbeddedIndex

def article(number, version=1, text="义乌出口"):
    when = datetime(2025, 6, 1, tzinfo=UTC)
    return ArticleDocument(id=number, version=version, title="", text=f"{text} {number}", url="u", source="s",
                           language="zh", fetched=when, published=when)

index = EmbeddedIndex(pathlib.Path(sys.argv[1]))
"""


def start(code: str, folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Another process that runs this code with an index."""
    command = [sys.executable, "-c", PRELUDE + textwrap.dedent(code), str(folder), *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def test_a_writer_killed_in_the_middle_loses_nothing_that_was_committed(tmp_path):
    writer = """
        number = int(sys.argv[2])
        while True:
            index.put([article(n) for n in range(number, number + 5)], [])
            number += 5
            print(number, flush=True)
        """
    chance = random.Random(3)
    committed = 1
    for _ in range(8):
        process = start(writer, tmp_path, str(committed))
        assert process.stdout is not None
        for _ in range(chance.randint(1, 4)):
            committed = int(process.stdout.readline())
        time.sleep(chance.random() * 0.03)  # to meet the next batch at any of its steps
        process.send_signal(signal.SIGKILL)
        rest = process.communicate()[0].split()
        committed = int(rest[-1]) if rest else committed
        index = EmbeddedIndex(tmp_path)
        ids = {hit.id for hit in index.search_articles("义乌", limit=1000).items}
        assert ids >= set(range(1, committed))
        assert index.count().articles == len(ids) <= committed + 4


def test_a_second_writer_waits_for_the_first_and_then_says_that_it_is_busy(tmp_path, make_article):
    holder = """
        from barometer.search.embedded import folder
        index.clear()
        with folder.locked(pathlib.Path(sys.argv[1]) / "writer.lock", 0):
            print("held", flush=True)
            time.sleep(60)
        """
    process = start(holder, tmp_path)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        began = time.monotonic()
        with pytest.raises(IndexBusy, match="try again"):
            EmbeddedIndex(tmp_path, wait=0.3).put([make_article("出口")], [])
        assert 0.25 < time.monotonic() - began < 2
        releasing = threading.Timer(0.2, process.kill)
        releasing.start()
        EmbeddedIndex(tmp_path).put([make_article("出口", id=5)], [])
        assert EmbeddedIndex(tmp_path).search_articles("出口").total == 1
    finally:
        process.kill()
        process.communicate()


def test_search_answers_while_others_write_and_rebuild(tmp_path):
    EmbeddedIndex(tmp_path).clear()
    writer = """
        index.put([article(n) for n in range(1, 201)], [])
        print("ready", flush=True)
        for version in range(2, 12):
            index.put([article(n, version) for n in range(1, 101)], [])
        """
    rebuilder = """
        for _ in range(4):
            with index.rebuild() as beside:
                beside.put([article(n) for n in range(1, 201)], [])
        """
    first = start(writer, tmp_path)
    assert first.stdout is not None
    assert first.stdout.readline() == "ready\n"
    second = start(rebuilder, tmp_path)
    index = EmbeddedIndex(tmp_path)
    answers = 0
    while first.poll() is None or second.poll() is None:
        assert index.search_articles("义乌 出口").total == 200
        assert index.count() == Counts(200, 0)
        answers += 1
    assert (first.wait(), second.wait()) == (0, 0)
    first.communicate()
    second.communicate()
    assert answers > 20


def test_a_rebuild_that_fails_changes_nothing_and_leaves_nothing(embedded, make_article, make_claim, tmp_path):
    embedded.put([make_article("出口", id=1)], [])
    with pytest.raises(ValueError, match="is not given"), embedded.rebuild() as beside:
        beside.put([], [make_claim(make_article(id=2), "进口")])
    assert embedded.search_articles("出口").total == 1
    embedded.put([make_article("出口", id=3)], [])
    with embedded.rebuild() as beside:
        beside.put([make_article("进口", id=4)], [])
    assert [hit.id for hit in embedded.search_articles("").items] == [4]
    generations = [entry for entry in (tmp_path / "index").iterdir() if entry.is_dir()]
    assert len(generations) == 1


def test_what_is_put_during_a_rebuild_is_there_after_it(embedded, make_article):
    old, new = make_article("旧闻", id=1), make_article("新闻", id=1, version=2)
    embedded.put([old], [])
    with embedded.rebuild() as beside:
        embedded.put([new, make_article("新闻", id=2)], [])
        beside.put([old], [])  # read from the record before it changed there
    assert {hit.id for hit in embedded.search_articles("新闻").items} == {1, 2}
    assert embedded.search_articles("旧闻").total == 0


def test_what_is_removed_during_a_rebuild_stays_removed(embedded, make_article):
    article = make_article("出口", id=1)
    embedded.put([article], [])
    with embedded.rebuild() as beside:
        embedded.remove([1])
        beside.put([article], [])  # read from the record before it was removed there
    assert embedded.count() == Counts(0, 0)


def test_two_rebuilds_at_once_are_refused(embedded):
    with embedded.rebuild(), pytest.raises(IndexBusy), embedded.rebuild():
        pass


def test_a_rebuild_gives_the_same_answers_and_digest(embedded, make_article, make_claim):
    articles = [make_article(f"义乌出口 {number}", version=number) for number in range(1, 51)]
    claims = [make_claim(article, f"出口 {article.id}") for article in articles]
    embedded.put(articles, claims)
    embedded.put([make_article("义乌出口", id=7, version=90)], [])
    embedded.remove([8])
    kept = [article for article in articles if article.id not in {7, 8}] + [make_article("义乌出口", id=7, version=90)]
    before = [(hit.id, hit.highlights) for hit in embedded.search_articles("义乌", sort="date", limit=100).items]
    digest = embedded.digest()
    with embedded.rebuild() as beside:
        beside.put(kept[::-1], [claim for claim in claims if claim.article_id not in {7, 8}])
    assert embedded.digest() == digest
    assert [
        (hit.id, hit.highlights) for hit in embedded.search_articles("义乌", sort="date", limit=100).items
    ] == before


def test_an_index_of_another_version_is_refused(embedded, tmp_path):
    (path,) = (tmp_path / "index").glob("*/format.json")
    path.write_text('{"schema": 0, "analyzer": 1}', encoding="utf-8")
    with pytest.raises(SearchError, match="another version; run: barometer reindex"):
        embedded.search_articles("出口")
    with embedded.rebuild():
        pass
    assert embedded.count() == Counts(0, 0)
