"""Killed at any moment and started again, the record says in the end what an undisturbed run says."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from barometer.archive.tables import articles, requests, runs
from tests.proofs.edition import Edition

SEED = 20260301
ROUND = 5  # kills until a run is left to finish: it takes about so many for the edition to be through


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, float]:
    """A run that nobody disturbed, and how long it took."""
    edition = Edition(tmp_path_factory.mktemp("undisturbed"))
    started = time.monotonic()
    edition.run()
    return edition, time.monotonic() - started


def test_kills(undisturbed: tuple[Edition, float], tmp_path: Path, times: Callable[[int], int]) -> None:
    expected, seconds = undisturbed
    chance = random.Random(SEED)
    kills = ["group"] * times(30) + ["parent"] * times(10)
    chance.shuffle(kills)
    done: Counter[str] = Counter()
    rounds = 0
    while kills:
        rounds += 1
        edition = Edition(tmp_path / f"round-{rounds}")
        edition.data.mkdir()
        for _ in range(min(ROUND, len(kills))):
            if not kill(edition, kills[-1], chance.uniform(0.2, 0.8) * seconds):
                break  # it was through: the rest is for another folder
            done[kills.pop()] += 1
        edition.run()
        differing = sorted(set(edition.lines()) ^ set(expected.lines()))
        assert edition.digest() == expected.digest(), "\n".join(differing) or "the same lines, not as often"
        assert left_over(edition) == {}
        assert indexed(edition) == indexed(expected)
    print(f"\nkilled {dict(done)} in {rounds} folders, seed {SEED}: the digest is {expected.digest()[:16]} each time")


@pytest.mark.parametrize("children", [1, 4], ids=["crawls start", "readers start"])
def test_nothing_outlives_a_parent_that_is_killed_while_its_children_start(tmp_path: Path, children: int) -> None:
    """Starting takes seconds, and a crawl or a reader that is not through with it must not go on by itself."""
    edition = Edition(tmp_path)
    process = edition.start()
    deadline = time.monotonic() + 60
    while len(edition.processes()) <= children and time.monotonic() < deadline:
        time.sleep(0.005)
    process.kill()
    process.wait()
    assert edition.gone_within(2), f"still running: {edition.processes()}"


def kill(edition: Edition, kind: str, after: float) -> bool:
    """Start a run and kill it at this moment; tell whether it was still running."""
    process = edition.start()
    deadline = time.monotonic() + after
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    running = process.poll() is None
    if running:
        (os.killpg if kind == "group" else os.kill)(process.pid, signal.SIGKILL)
    process.wait()
    assert edition.gone_within(10), f"alive ten seconds after the {kind} was killed: {edition.processes()}"
    return running


def left_over(edition: Edition) -> dict[str, int]:
    """Count what a finished run must not leave: requests that are out, runs that go on."""
    record = edition.record()
    with record.reading() as connection:
        out = connection.execute(select(func.count()).where(requests.c.state == "leased")).scalar_one()
        running = connection.execute(select(func.count()).where(runs.c.state == "running")).scalar_one()
    record.close()
    return {name: count for name, count in {"leased": out, "running": running}.items() if count}


def indexed(edition: Edition) -> tuple[int, int]:
    """Count the articles of the record and of the index."""
    from barometer.config import load_settings  # noqa: PLC0415 - opened only here
    from barometer.search.opening import open_index  # noqa: PLC0415 - the same

    record = edition.record()
    with record.reading() as connection:
        recorded = connection.execute(select(func.count()).select_from(articles)).scalar_one()
    record.close()
    index = open_index(load_settings().model_copy(update={"data": edition.data / "demo"}))
    return recorded, index.count().articles
