"""Eight processes write at once, each for its own source: no write is refused as locked, none is lost."""

import json
import subprocess
import sys
import time
from collections.abc import Callable

from sqlalchemy import func, select

from barometer.archive.outbox import open_notes, register
from barometer.archive.record import Record
from barometer.archive.tables import article_keys, articles, claims, extractions, fetches, requests, revisions
from barometer.clock import now
from tests.archive.crawling import START

PROCESSES = 8
WRITER = """
import json, sys, time
from barometer.archive.frontier import Idle
from barometer.archive.record import open_record
from barometer.clock import now
from tests.archive.crawling import step
from tests.ingest.receiving import SOURCE, Crawl, article, listing

def take(crawl):
    while isinstance(taken := step(crawl.record, crawl.lease, now()), Idle):
        time.sleep(0.002)  # another process is asking the host for its robots.txt
    return taken

record = open_record(sys.argv[1])
number, count = int(sys.argv[2]), int(sys.argv[3])
source = SOURCE.model_copy(update={"id": f"source_{number}"})
entry = f"http://a.example/?{number}"
problems = []
crawl = Crawl.begin(record, entry, now=now(), source=source)
pages = [f"http://a.example/{number}{page:05}.html" for page in range(count)]
print("ready", flush=True)
sys.stdin.readline()
crawl.receive(take(crawl), listing(*pages))
for _ in pages:
    crawl.now = now()
    request = take(crawl)
    text = f"义乌出口{request.url[-11:-5]}亿元，增长12.5%。"  # no two articles say the same
    try:
        crawl.receive(request, article(text, keys=("shared",)[: number % 2]))
    except Exception as error:
        problems.append(f"{type(error).__name__}: {error}")
crawl.end()
print(json.dumps(problems))
"""


def test_eight_processes_write_at_once(record: Record, record_url: str, times: Callable[[int], int]) -> None:
    pages = times(200)
    register(record, "index", START, backfill=True)
    command = [sys.executable, "-c", WRITER, record_url]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    writers = [subprocess.Popen([*command, str(number), str(pages)], **pipes) for number in range(PROCESSES)]
    try:
        for writer in writers:
            assert writer.stdout.readline() == "ready\n", writer.communicate()[1]
        started = time.monotonic()
        for writer in writers:
            writer.stdin.write("go\n")
            writer.stdin.flush()
        told = [writer.communicate(timeout=240) for writer in writers]
    finally:
        for writer in writers:
            writer.kill()
            writer.wait()
    seconds = time.monotonic() - started
    assert [writer.returncode for writer in writers] == [0] * PROCESSES, told
    assert [json.loads(out) for out, _ in told] == [[]] * PROCESSES
    whole = PROCESSES * pages
    with record.reading() as connection:

        def count(query: object) -> int:
            return int(connection.execute(query).scalar_one())

        assert count(select(func.count()).select_from(fetches)) == whole + PROCESSES
        assert count(select(func.count()).where(requests.c.outcome == "article")) == whole
        assert count(select(func.count()).where(requests.c.state == "leased")) == 0
        # Half of the sources say of all their articles that they are one, and the same: they meet under its key.
        assert count(select(func.count()).where(article_keys.c.key.startswith("url:"))) == whole
        assert count(select(func.count()).where(article_keys.c.key == "shared")) == 1
        lonely = select(func.count()).where(articles.c.redirect_to.is_(None), articles.c.source_id.like("source_%"))
        assert count(lonely.where(articles.c.source_id.in_([f"source_{n}" for n in range(0, 8, 2)]))) == whole // 2
        assert count(select(func.count(revisions.c.id))) == count(select(func.count(extractions.c.id))) == whole
        assert count(select(func.count()).select_from(claims)) == 2 * whole
    assert len(open_notes(record, "index", now(), limit=10 * whole)) >= whole
    engine = record.engine.dialect.name
    print(f"\n{engine}: {whole} articles by {PROCESSES} processes in {seconds:.1f} s, 0 locked, 0 lost")
