"""A second run beside a running one is told and doubles nothing; a run after it has nothing to do."""

import contextlib
import os
import re
import signal
import sqlite3
import time
from pathlib import Path

from sqlalchemy import func, select

from barometer.archive.tables import articles, claims, fetches, requests, revisions, sources
from tests.proofs.edition import Edition

ROW = re.compile(r"^all +(\d+) +(\d+) +(\d+) +(\d+) +(\d+)", re.MULTILINE)
COUNTED = (articles, revisions, claims, fetches)


def counts(edition: Edition) -> dict[str, int]:
    record = edition.record()
    with record.reading() as connection:
        found = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in COUNTED
        }
        found["leased"] = connection.execute(select(func.count()).where(requests.c.state == "leased")).scalar_one()
        found["twice"] = len(
            connection.execute(
                select(fetches.c.request_id).group_by(fetches.c.request_id).having(func.count() > 1)
            ).all()
        )
    record.close()
    return found


def _stand_still(edition: Edition) -> list[int]:
    """Stop all processes of a run while one crawls a source, between two of their writes; give them."""
    record = edition.record()
    crawled = select(func.count()).where(sources.c.lease_until > func.datetime("now"))
    try:
        while True:
            found = edition.processes()
            for pid in found:
                os.kill(pid, signal.SIGSTOP)
            with record.reading() as connection:
                held = connection.execute(crawled).scalar_one()
            if held and _can_write(edition):
                return found
            _go_on(found)
            time.sleep(0.02)
    finally:
        record.close()


def _can_write(edition: Edition) -> bool:
    with contextlib.closing(sqlite3.connect(edition.data / "demo" / "record.sqlite3", timeout=0.2)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return False
        connection.rollback()
        return True


def _go_on(processes: list[int]) -> None:
    for pid in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)


def test_runs_beside_and_after_each_other(tmp_path: Path) -> None:
    edition = Edition(tmp_path)
    first = edition.start()
    crawling = tmp_path / "demo" / "logs"
    while not (crawling.is_dir() and any("Spider opened" in log.read_text() for log in crawling.iterdir())):
        assert first.poll() is None, edition.printed()
        time.sleep(0.05)
    still = _stand_still(edition)
    try:
        printed = edition.run()  # beside one that crawls a source, and stands still so that they must meet
    finally:
        _go_on(still)
    edition.finish(first)
    assert re.search(r"being crawled by|is crawling|held by", printed), printed
    found = counts(edition)
    assert found["leased"] == 0
    assert found["articles"] >= 24
    digest = edition.digest()

    after = len(edition.printed())
    edition.run()
    row = ROW.search(edition.printed()[after:])
    assert row is not None
    asked, read, new, new_claims, _ = map(int, row.groups())
    assert (read, new, new_claims) == (0, 0, 0)
    again = counts(edition)
    assert again["fetches"] == found["fetches"] + asked
    assert {name: again[name] for name in ("articles", "revisions", "claims")} == {
        name: found[name] for name in ("articles", "revisions", "claims")
    }
    assert edition.digest() == digest
