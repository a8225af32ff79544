"""What a person has at hand goes through the same pipeline: addresses, lists, saved pages, WARC files, PDFs."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from barometer.archive.evidence import EvidenceWriter
from barometer.archive.tables import articles, hosts, runs
from barometer.ingest.importing import FOLDER, Given, Refused, given_in_file
from tests.crawler.conftest import PROJECT, Station
from tests.crawler.papers import bulletin
from tests.crawler.site import Answer, article_page

AT = datetime(2026, 3, 1, tzinfo=UTC)
SAVED = b"<!-- saved from url=(0042)%s -->"


def archive(folder: Path, *pages: tuple[str, int, str, bytes]) -> Path:
    writer = EvidenceWriter(folder, 1)
    for url, status, kind, body in pages:
        writer.write(url, status, {"Content-Type": kind}, body, AT)
    writer.close()
    [path] = folder.glob("*/*.warc.gz")
    return path


def run_import(station: Station, *arguments: str) -> subprocess.CompletedProcess[str]:
    _, environment = station.command()
    return subprocess.run(
        [sys.executable, "-m", "barometer", "import", *arguments],
        cwd=PROJECT,
        env={**environment, "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_everything_at_hand_is_read_once_and_asked_of_no_site(station: Station, tmp_path: Path) -> None:
    site = station.site
    station.names(site.page("/a/daily", "义乌每日1条。"))
    listed = [site.page("/a/listed", "义乌名单2次。"), site.url("/a/nowhere")]
    (tmp_path / "urls.txt").write_text("# to read\n" + "\n".join(listed) + "\n", "utf-8")
    saved = SAVED % site.url("/a/saved").encode() + article_page("义乌存档3页。")
    (tmp_path / "saved.html").write_bytes(saved)
    pages = [
        (site.url("/a/kept"), 200, "text/html; charset=utf-8", article_page("义乌归档4份。")),
        (site.url("/a/lost"), 404, "text/html", b"gone"),
        (site.url("/a/picture"), 200, "image/png", b"\x89PNG"),
    ]
    (tmp_path / "b.pdf").write_bytes(bulletin(["Yiwu bulletin", "2025-06-18", "Exports of Yiwu grew by 12.5% in May."]))
    (tmp_path / "scan.pdf").write_bytes(bulletin([]))
    given = [str(tmp_path / name) for name in ("urls.txt", "saved.html", "b.pdf", "scan.pdf")]
    given += [str(archive(tmp_path / "warc", *pages)), site.url("/list")]
    station.crawl()
    asked = len(site.asked)

    done = run_import(station, *given, "--source", "local")
    assert done.returncode == 1, done.stdout + done.stderr  # for some of it is not imported
    assert "lists articles, not an article" in done.stdout
    assert "the archive holds an answer of HTTP 404" in done.stdout
    assert "PDF without text" in done.stdout
    assert {one.path for one in site.asked[asked:]} == {"/a/listed", "/a/nowhere"}
    texts = station.texts()
    assert {text for url, text in texts.items() if url.startswith(site.root)} == {
        "义乌每日1条。",
        "义乌名单2次。",
        "义乌存档3页。",
        "义乌归档4份。",
    }
    assert sum("12.5%" in text for text in texts.values()) == 1
    with station.record.reading() as connection:
        assert list(connection.execute(select(runs.c.mode).order_by(runs.c.id)).scalars()) == ["live", "import"]
        assert list(connection.execute(select(hosts.c.host)).scalars()) == [site.root]
    assert list((station.folder / FOLDER).iterdir()) == []
    lanes = {(url.removeprefix(site.root), lane, due is None) for url, lane, due in station.rows("url", "lane", "due")}
    assert ("/a/daily", "news", False) in lanes  # the daily crawl's own rows are left alone
    assert ("/a/saved", "import", True) in lanes  # what was brought in is not asked for later

    before = [(row.id, row.version) for row in rows_of(station)]
    again = run_import(station, *given, "--source", "local")
    assert "12.5%" not in again.stdout
    assert [(row.id, row.version) for row in rows_of(station)] == before


def rows_of(station: Station) -> list:
    with station.record.reading() as connection:
        return list(connection.execute(select(articles).order_by(articles.c.id)))


def test_a_page_at_hand_is_no_reason_to_ask_the_site_and_its_rules_do_not_count(station: Station) -> None:
    site = station.site
    site.give("/robots.txt", Answer(503))
    station.names()
    path = station.folder / "page.html"
    path.write_bytes(article_page("义乌5次。"))
    done = run_import(station, str(path), "--source", "local", "--url", site.url("/a/mine"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert station.texts() == {site.url("/a/mine"): "义乌5次。"}
    assert site.asked == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (SAVED % b"https://a.example/1" + b"<html>", ["https://a.example/1"]),
        (b'<html><link rel="canonical" href="https://a.example/2?a=1&amp;b=2">', ["https://a.example/2?a=1&b=2"]),
        (b'<meta content="https://a.example/3" property="og:url"><p>', ["https://a.example/3"]),
        (b"\xef\xbb\xbfhttps://a.example/4\r\n\r\n# no\r\nhttp://a.example/5\r\n", None),
        (b"just words", [Refused]),
        (b"WARC/1.0\r\nbroken", [Refused]),
    ],
    ids=["saved by a browser", "canonical link", "og:url", "list", "neither", "broken archive"],
)
def test_what_a_file_is_is_told_by_what_is_in_it(tmp_path: Path, body: bytes, found: list[object] | None) -> None:
    path = tmp_path / "file"
    path.write_bytes(body)
    given = list(given_in_file(path))
    urls = [one.url if isinstance(one, Given) else type(one) for one in given]
    assert urls[: len(found or urls)] == (found or ["https://a.example/4", "http://a.example/5"])


def test_a_page_without_an_address_gets_a_stand_in_that_stays_the_same(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(b"<html><body>text</body></html>")
    [first], [second] = given_in_file(path), given_in_file(path)
    assert first == second
    assert isinstance(first, Given)
    assert first.url.startswith("https://recorded.invalid/")
