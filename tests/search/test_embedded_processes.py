"""Several processes and one index: nothing committed is lost, nobody waits for ever, answers never stop."""

import os
import random
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from barometer.errors import IndexBusy, SearchError
from barometer.search.embedded import EmbeddedIndex, folder
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


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Other processes, each running some code with an index; none outlives its test."""
    with ExitStack() as stack:

        def begin(code: str, folder: Path, *arguments: str) -> subprocess.Popen[str]:
            command = [sys.executable, "-c", PRELUDE + textwrap.dedent(code), str(folder), *arguments]
            environment = os.environ | {"PYTHONPATH": str(ROOT)}
            process = stack.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment))
            stack.callback(process.kill)
            return process

        yield begin


def test_a_writer_killed_in_the_middle_loses_nothing_that_was_committed(start, tmp_path):
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


def test_a_second_writer_waits_for_the_first_and_then_says_that_it_is_busy(start, tmp_path, make_article):
    holder = """
        from barometer.search.embedded import folder
        index.clear()
        with folder.locked(pathlib.Path(sys.argv[1]) / "writer.lock", 0):
            print("held", flush=True)
            time.sleep(60)
        """
    process = start(holder, tmp_path)
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


def test_search_answers_while_others_write_and_rebuild(start, tmp_path):
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
    assert answers > 20


def test_a_rebuild_between_finding_a_generation_and_opening_it_is_answered_by_the_next(
    embedded, make_article, tmp_path, monkeypatch
):
    """It was once told that the folder cannot be written: the generation that is gone cannot."""
    embedded.put([make_article("出口")], [])
    assert embedded.search_articles("出口").total == 1
    looked = folder.check_format

    def replace_then_look(generation: Path) -> None:
        monkeypatch.setattr(folder, "check_format", looked)
        looked(generation)
        with EmbeddedIndex(tmp_path / "index").rebuild() as beside:
            beside.put([make_article("出口")], [])
        assert not generation.exists()

    monkeypatch.setattr(folder, "check_format", replace_then_look)
    assert embedded.search_articles("出口").total == 1


def test_half_of_an_index_is_told_and_not_taken_for_an_empty_one(embedded, make_article, tmp_path):
    """A reader that met a generation in the middle of being deleted once made an empty index of it."""
    embedded.put([make_article("出口")], [])
    (path,) = (tmp_path / "index").glob("*/articles/meta.json")
    path.unlink()
    with pytest.raises(SearchError, match=r"cannot be opened .* run: barometer reindex"):
        EmbeddedIndex(tmp_path / "index").search_articles("出口")
    assert not path.exists()


def test_two_rebuilds_at_once_are_refused(embedded):
    with embedded.rebuild(), pytest.raises(IndexBusy), embedded.rebuild():
        pass


def test_an_index_of_another_version_is_refused(embedded, tmp_path):
    (path,) = (tmp_path / "index").glob("*/format.json")
    path.write_text('{"schema": 0, "analyzer": 1}', encoding="utf-8")
    with pytest.raises(SearchError, match="another version; run: barometer reindex"):
        embedded.search_articles("出口")
    with embedded.rebuild():
        pass
    assert embedded.count() == Counts(0, 0)
    generations = [entry for entry in (tmp_path / "index").iterdir() if entry.is_dir()]
    assert len(generations) == 1
