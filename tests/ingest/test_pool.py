"""What hangs or kills its reader costs that page only, and says so."""

import asyncio
import os
import signal
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from barometer.ingest.pool import ReadingPool
from barometer.model import Outcome, OutcomeKind, RequestKind
from tests.archive.crawling import START
from tests.crawler.hostile import slow_article
from tests.crawler.site import article_page
from tests.ingest.receiving import SOURCE

URL = "http://a.example/1.html"
PAGE = article_page("义乌出口300亿元。\n义乌进口20亿元。")


@pytest.fixture
def pool() -> Iterator[ReadingPool]:
    made = ReadingPool(workers=1, seconds=1)
    yield made
    made.close()


def read(pool: ReadingPool, body: bytes) -> Coroutine[Any, Any, Outcome]:
    return pool.read(body, {}, URL, SOURCE, RequestKind.ARTICLE, START)


def workers() -> list[int]:
    """Give the children of this process that are Python's spawned workers."""
    found = []
    for task in Path("/proc/self/task").iterdir():
        for child in (task / "children").read_text().split():
            command = Path(f"/proc/{child}/cmdline").read_bytes()
            if b"spawn_main" in command:
                found.append(int(child))
    return found


def test_a_page_that_takes_too_long_is_quarantined_and_the_next_is_read(pool: ReadingPool) -> None:
    async def both() -> tuple[Outcome, Outcome]:
        return await asyncio.gather(read(pool, slow_article()), read(pool, PAGE))

    hostile, fine = asyncio.run(both())
    assert hostile.kind is OutcomeKind.QUARANTINED
    assert hostile.problem == "reading it took more than 1 s of processor time"
    assert fine.kind is OutcomeKind.ARTICLE


def test_a_page_whose_reader_is_killed_is_quarantined_and_the_next_is_read() -> None:
    pool = ReadingPool(workers=1, seconds=60)

    async def killed() -> tuple[Outcome, Outcome]:
        await read(pool, PAGE)  # the worker is warm
        reading = asyncio.ensure_future(read(pool, slow_article()))
        await asyncio.sleep(0.3)
        [worker] = workers()
        os.kill(worker, signal.SIGKILL)
        return await asyncio.wait_for(reading, 20), await asyncio.wait_for(read(pool, PAGE), 60)

    try:
        hostile, fine = asyncio.run(killed())
    finally:
        pool.close()
    assert hostile.kind is OutcomeKind.QUARANTINED
    assert hostile.problem == "the process that read it died (exit code -9)"
    assert fine.kind is OutcomeKind.ARTICLE
    assert workers() == []


def test_a_pool_that_cannot_read_says_nothing_about_the_page(pool: ReadingPool) -> None:
    pool.close()
    outcome = asyncio.run(read(pool, PAGE))
    assert outcome.kind is OutcomeKind.FAILED  # tried again later, not given up
    assert "no process to read pages" in str(outcome.problem)
