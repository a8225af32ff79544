"""A small record written by our own ingest code, its index, and a browser's side of the website over both."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import insert

from barometer.archive.frontier import NewRequest, add_requests
from barometer.archive.outbox import register
from barometer.archive.record import Record, open_record
from barometer.archive.tables import fetches, requests, sources
from barometer.claims import ENGINE_VERSION, extract
from barometer.config import PROJECT, Settings
from barometer.ingest.article import write_article
from barometer.ingest.drain import CONSUMER, drain
from barometer.ingest.extracted import Extracted
from barometer.ingest.fetched import WholeArticle
from barometer.model import ArticlePart, Claim, Precision, RequestKind
from barometer.search.embedded import EmbeddedIndex
from barometer.sources import load_sources
from barometer.website.app import create_app
from barometer.website.names import Directory

NOW = datetime(2025, 6, 22, 1, tzinfo=UTC)
HOME = "http://127.0.0.1:8000"


@dataclass
class Newsroom:
    """Writes articles as the crawl does, and brings the index up to the record."""

    record: Record
    index: EmbeddedIndex
    written: int = 0

    def publish(
        self,
        title: str,
        body: str,
        *,
        source: str = "people",
        day: int = 16,
        month: int = 6,
        url: str | None = None,
        language: str = "zh",
        source_name: str | None = None,
        on_topic: bool = True,
        claims: tuple[Claim, ...] | None = None,
        precision: Precision = Precision.MINUTE,
    ) -> int:
        """Record an article, give its id. The same URL again is a revision."""
        self.written += 1
        address = url or f"https://news.example/{self.written}"
        published = datetime(2025, month, day, 2, 30, tzinfo=UTC)
        text = f"{title}\n\n{body}"
        read = extract(text, date(2025, month, day), source_name) if claims is None else claims
        part = ArticlePart(
            title, body, published, precision=precision, language=language, source_name=source_name, author="岑远"
        )
        whole = WholeArticle(part, text, address, (f"url:{address}",), "Asia/Shanghai")
        with self.record.writing() as connection:
            fetch_id = self._fetch(connection, source, address)
            return write_article(
                connection,
                source,
                1,
                whole,
                on_topic=on_topic,
                extracted=Extracted(tuple(read), ENGINE_VERSION) if on_topic else None,
                fetch_ids=[fetch_id],
                now=NOW + timedelta(minutes=self.written),
            )

    def _fetch(self, connection, source: str, address: str) -> int:
        if connection.execute(sources.select().where(sources.c.id == source)).first() is None:
            connection.execute(insert(sources).values(id=source))
        add_requests(connection, source, [NewRequest(address, RequestKind.ARTICLE)], NOW)
        row = connection.execute(requests.select().where(requests.c.url == address)).first()
        added = insert(fetches).values(
            request_id=row.id,
            run_id=1,
            at=NOW,
            status=200,
            outcome="article",
            evidence_sha256=f"{self.written:064x}",
            segment="2025-06/run-1-1-1.warc.gz",
        )
        return connection.execute(added.returning(fetches.c.id)).scalar_one()

    def settle(self) -> None:
        """Bring the index up to the record."""
        drain(self.record, self.index, lambda: NOW)


@pytest.fixture(scope="session")
def empty_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a record without articles, to be copied: migrating takes half a second."""
    path = tmp_path_factory.mktemp("empty") / "record.sqlite3"
    record = open_record(f"sqlite:///{path}", migrate=True)
    register(record, CONSUMER, NOW, backfill=True)
    record.close()
    return path


def _newsroom(folder: Path, empty: Path) -> Newsroom:
    shutil.copy(empty, folder / "record.sqlite3")
    record = open_record(f"sqlite:///{folder / 'record.sqlite3'}")
    return Newsroom(record, EmbeddedIndex(folder / "index"))


def _client(newsroom: Newsroom, settings: Settings | None = None, **options) -> TestClient:
    directory = Directory.of(load_sources(PROJECT / "settings" / "sources"))
    app = create_app(newsroom.record, newsroom.index, directory, lambda: NOW, settings)
    return TestClient(app, base_url=HOME, **options)


ZH = [
    ("前5个月义乌出口额达2871.3亿元", "据海关统计，今年前5个月，义乌市出口额达2871.3亿元，同比增长12.8%。"),
    ("跨境电商主体超过26万户", "义乌的跨境电商经营主体已超过26万户，带动就业20万人。"),
    ("中欧班列开行742列", "今年前5个月，义乌始发的中欧班列共开行742列，发送6.1万标箱，同比分别增长8.5%和9.7%。"),
    ("订单排到八月", "义乌一家玩具厂有140名工人，<b>订单</b>排到8月。"),
]
EN = [
    ("Yiwu exports rise", "Exports of Yiwu rose 12.8 percent to 287.13 billion yuan in the first five months of 2025."),
    ("Cross-border e-commerce grows", "China's cross-border e-commerce reached 2.63 trillion yuan in 2024."),
]


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory, empty_record: Path) -> Iterator[Newsroom]:
    """A record of forty articles over a fortnight, which no test changes."""
    newsroom = _newsroom(tmp_path_factory.mktemp("website"), empty_record)
    for number, (title, body) in enumerate(ZH):
        source = "jinhua_commerce" if number % 2 else "people"
        newsroom.publish(title, body, day=10 + number, source=source, source_name="浙江日报")
    for number, (title, body) in enumerate(EN):
        newsroom.publish(title, body, day=15 + number, source="people_en", language="en", source_name="People's Daily")
    for number in range(34):
        newsroom.publish(f"市场快讯第{number}则", f"义乌市场今日到货{number + 3}吨。", day=3 + number % 18)
    newsroom.settle()
    yield newsroom
    newsroom.record.close()


@pytest.fixture(scope="session")
def site(settled: Newsroom) -> TestClient:
    """The website over that record."""
    return _client(settled)


@pytest.fixture
def page(site: TestClient) -> Callable[..., str]:
    """Give the HTML of a page, in English unless another language is asked for."""

    def get(path: str, expected: int = 200, /, tongue: str = "en", **parameters: str) -> str:
        site.cookies.clear()
        answer = site.get(path, params=parameters, headers={"accept-language": tongue})
        assert answer.status_code == expected, answer.text[:500]
        return answer.text

    return get


@pytest.fixture
def newsroom(tmp_path: Path, empty_record: Path) -> Iterator[Newsroom]:
    """An empty record of a test's own."""
    made = _newsroom(tmp_path, empty_record)
    yield made
    made.record.close()


@pytest.fixture
def own_site(newsroom: Newsroom) -> TestClient:
    """The website over the test's own record."""
    newsroom.index.clear()
    return _client(newsroom, raise_server_exceptions=False)


@pytest.fixture
def mailing(newsroom: Newsroom, tmp_path: Path) -> TestClient:
    """The website over the test's own record, set up to send mails."""
    newsroom.index.clear()
    settings = Settings(
        data=tmp_path,
        smtp_url="smtp://127.0.0.1:25",
        mail_from="alerts@barometer.example",
        public_url="https://barometer.example",
        secret_key="k" * 32,
    )
    return _client(newsroom, settings, raise_server_exceptions=False)
