"""Pages that a script fills, in a real browser; and what such a page cannot make the browser reach."""

import shutil
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.crawler.conftest import Station
from tests.crawler.site import Answer, Site

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")


def filled_by(script: str) -> Answer:
    return Answer(200, f"<html><head><title>x</title></head><body><script>{script}</script></body></html>".encode())


def write(station: Station) -> None:
    (station.folder / "sources").mkdir()
    (station.folder / "sources" / "local.yaml").write_text(
        f"""name: {{zh: 本地, en: Local}}
publisher: commercial
language: zh
hosts: ["127.0.0.1"]
entry: ["{station.site.url("/list")}"]
articles: ['/a/(?P<key>\\w+)$']
select: [{{body: .text, title: h1, published: .time}}]
delay: 0
topic: all
render: true
""",
        encoding="utf-8",
    )
    station.environment["BAROMETER_BROWSER"] = CHROMIUM or ""


def test_what_a_script_writes_is_read_and_nothing_private_is_reached(station: Station) -> None:
    site, secret = station.site, Site()
    try:
        secret.give("/secret", Answer(200, b"secret"))
        links = "".join(f"<a href=/a/{name}>{name}</a>" for name in ("one", "moved", "away"))
        site.give("/list", filled_by(f"document.body.innerHTML = '{links}'"))
        page = "<h1>义乌</h1><p class=time>2026-02-28 08:30</p><div class=text><p>出口300亿元。</p></div>"
        steal = f"fetch('{secret.url('/secret')}').catch(() => 0);"
        steal += f"new Image().src = 'http://localhost:{secret.port}/secret'; "
        site.give("/a/one", filled_by(steal + f"document.body.innerHTML = '{page}'"))
        site.give("/a/moved", Answer(302, headers={"Location": "/a/target"}))
        site.give("/a/target", filled_by(f"document.body.innerHTML = '{page.replace('300', '400')}'"))
        site.give("/a/away", Answer(302, headers={"Location": f"http://localhost:{secret.port}/secret"}))
        write(station)
        station.crawl("DOWNLOAD_TIMEOUT=30", timeout=120)
        assert station.texts() == {site.url("/a/one"): "出口300亿元。", site.url("/a/target"): "出口400亿元。"}
        assert station.outcome("/a/moved") == "redirect"
        assert station.outcome("/a/away") == "failed"
        assert secret.asked == []
    finally:
        secret.stop()


def test_a_browser_does_not_outlive_the_crawl_that_is_killed(station: Station) -> None:
    site = station.site
    site.give("/list", Answer(200, b"<p>wait</p>", hang=60))
    write(station)
    crawl = station.start("DOWNLOAD_TIMEOUT=60")
    mark = "--host-resolver-rules=EXCLUDE 127.0.0.1, MAP * ~NOTFOUND"
    deadline = time.monotonic() + 60
    while not browsers(mark) and time.monotonic() < deadline:
        time.sleep(0.3)
    assert browsers(mark)
    crawl.kill()
    crawl.wait()
    if crawl.stdout is not None:
        crawl.stdout.close()
    deadline = time.monotonic() + 10
    while browsers(mark) and time.monotonic() < deadline:
        time.sleep(0.3)
    assert browsers(mark) == []


def browsers(mark: str) -> list[str]:
    """Give the command lines on this machine that hold the mark."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            found.append(path.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
    return [line for line in found if mark in line and "pytest" not in line]
