"""What nobody is to hear of: a crawl of the sample edition tells subscribers, what only puts the record in order or
brings in what is old tells nothing, and neither does the copy of a story; an article that comes late is told.

The commands are those of a user, each in a process of its own; the same subscriptions wait in each record.
"""

import os
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from barometer.alerts.hearing import hear
from barometer.alerts.subscribers import subscribe
from barometer.alerts.subscription import Subscription
from barometer.archive.record import open_record
from barometer.archive.tables import alerts, articles, runs
from tests.alerts.conftest import NOW, Newsroom

PROJECT = Path(__file__).parents[2]
EDITION = PROJECT / "demo" / "edition-1"
ASKED = (["--query", "义乌 | Yiwu"], ["--indicator", "exports", "--above", "0"])
SOURCES = ["people", "people_en", "global_times", "jinhua_commerce"]
CRAWL = """
import sys
from barometer.clock import now
from barometer.archive.record import open_record
from barometer.config import load_settings
from barometer.scheduling.crawls import CrawlOptions, crawl_sources
settings = load_settings()
mode = {"RUN_MODE": sys.argv[1]} | ({"SINCE": "2020-01-01T00:00:00+08:00"} if sys.argv[1] == "history" else {})
options = CrawlOptions("settings.demo", {"REPLAY": sys.argv[2], "ALL_TOPICS": "True", **mode})
results = crawl_sources(open_record(settings.record_url), settings, sys.argv[3:], options, now)
assert all(result.ok for result in results), results
"""
LATE = (
    "义乌口岸七月一日起试行夜间查验，货车司机无需再等到天明，首批四十辆货车当晚放行，海关称试点为期半年，"
    "义乌市场的商户表示发往欧洲的圣诞用品可以提早两天装船，货代公司已把末班集港时间推迟到晚上十点。"
)


class House:
    """A data folder with subscriptions, and the commands in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for words in ASKED:
            self.run("subscriptions", "add", "--email", "reader@mail.example", "--confirmed", *words)

    def run(self, *words: str, code: int | None = 0) -> str:
        environment = {**os.environ, "BAROMETER_DATA": str(self.folder), "BAROMETER_SECRET_KEY": "k" * 32}
        environment["BAROMETER_MORE_SOURCES"] = str(PROJECT / "demo" / "sources")
        command = [sys.executable, *words] if words[0] == "-c" else [sys.executable, "-m", "barometer", *words]
        done = subprocess.run(
            command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
        assert code is None or done.returncode == code, done.stdout + done.stderr
        return done.stdout

    def told(self) -> int:
        """Match what waits, as the daemon does, and give how many alerts that made."""
        return int(re.match(r"(\d+) new alerts", self.run("alerts", "send", code=None))[1])

    def ask(self, query: object) -> int:
        record = open_record(f"sqlite:///{self.folder / 'record.sqlite3'}")
        try:
            with record.writing() as connection:
                return int(connection.execute(query).scalar() or 0)
        finally:
            record.close()

    def articles(self) -> int:
        return self.ask(select(func.count()).select_from(articles))


@pytest.fixture
def houses(tmp_path: Path) -> list[House]:
    return [House(tmp_path / name) for name in ("live", "walked", "brought")]


def saved_page(folder: Path, name: str, title: str, body: str) -> str:
    path = folder / f"{name}.html"
    head = f"<html lang='zh'><head><title>{title}</title></head>"
    path.write_text(f"{head}<body><h1>{title}</h1><p>{body}</p></body></html>", encoding="utf-8")
    return str(path)


def test_nobody_hears_of_what_is_no_news(houses, tmp_path, capsys):
    live, walked, brought = houses
    figures: dict[str, int] = {}
    crawl = ["-c", CRAWL, "live", str(EDITION), *SOURCES]

    live.run(*crawl)
    figures["a crawl of the sample edition (told)"] = crawled = live.told()
    seen = live.articles()
    live.run(*crawl)
    figures["the same crawl again"] = live.told()
    live.run("reindex")
    figures["reindex"] = live.told()
    live.ask(text("UPDATE extractions SET engine_version = 'an older one' RETURNING 1"))
    assert re.search(r"read \d\d+ articles again", live.run("reprocess"))
    figures["reprocess"] = live.told()
    live.run("backup", str(tmp_path / "copy"))
    live.run("restore", str(tmp_path / "copy"), "--replace")
    figures["restore"] = live.told()

    for number in (1, 2):
        page = saved_page(tmp_path, f"page-{number}", f"义乌出口第{number}报", f"第{number}报。{LATE}")
        address = f"http://www.people.com.cn/n1/2025/0602/c1-{number}.html"
        brought.run("import", page, "--url", address, "--source", "people", "--all-topics")
    figures["import of two pages that match"] = brought.told()
    assert brought.articles() == 2

    walked.run("-c", CRAWL, "history", str(EDITION), *SOURCES)
    figures["a walk through an archive"] = walked.told()
    assert walked.ask(select(func.count()).select_from(runs).where(runs.c.mode == "history")) == len(SOURCES)
    walk = walked.articles()
    walked.run(*crawl)
    afterwards = walked.told()

    with capsys.disabled():
        print(f"\nthe sample edition: {seen} articles; alerts made by")
        print("\n".join(f"  {name}: {count}" for name, count in figures.items()))
        print(f"  the walk recorded {walk} articles; a crawl after it told {afterwards} of the others")
    assert crawled > 20
    assert walk > 5
    assert set(list(figures.values())[1:]) == {0}


def test_a_copy_is_not_told_and_a_late_article_is(tmp_path, capsys, record_url):
    record = open_record(record_url)
    newsroom = Newsroom(record)
    subscribe(record, Subscription(channel="email", target="a@b.example", query="义乌"), NOW, confirmed=True)
    told = {}
    newsroom.publish("义乌口岸夜间查验", LATE)
    told["a story"] = hear(record, lambda: NOW)
    newsroom.publish("义乌口岸夜间查验", LATE, source="xinhua")
    told["its exact copy"] = hear(record, lambda: NOW)
    newsroom.publish("夜间查验试点（转载）", f"本报讯 {LATE}（责编：张三）", source="cctv")
    told["its near copy"] = hear(record, lambda: NOW)
    newsroom.publish(
        "义乌去年的一场展会", "展会闭幕，义乌展商接到的意向订单创下新高。", published=NOW - timedelta(days=40)
    )
    told["an article that comes forty days late"] = hear(record, lambda: NOW)
    with record.reading() as connection:
        count = connection.execute(select(func.count()).select_from(alerts)).scalar_one()
    record.close()
    with capsys.disabled():
        print("\nalerts made by " + ", ".join(f"{name}: {number}" for name, number in told.items()))
    assert list(told.values()) == [1, 0, 0, 1]
    assert count == 2
