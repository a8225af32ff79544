"""Whatever a site answers, each request is settled, none is lost, and the neighbours are all there."""

import socket
import time
from collections.abc import Sequence
from itertools import pairwise

import pytest
from sqlalchemy import select

from barometer.archive.evidence import EvidenceRef, read_evidence
from barometer.archive.runs import summarise_run
from barometer.archive.tables import runs
from tests.crawler.conftest import ENTRY, Station
from tests.crawler.site import ROBOTS, Answer, Asked, Site, article_page, write_source, zipped


def test_every_answer_is_an_outcome(station: Station) -> None:
    site = station.site
    page = article_page("义乌出口300亿元。")
    ok = {f"/a/ok{number}": site.page(f"/a/ok{number}", f"义乌出口{number}00亿元。") for number in range(5)}
    site.give("/a/recovers", Answer(503, headers={"Retry-After": "1"}), Answer(200, page))
    site.give("/a/moved", Answer(302, headers={"Location": "/a/target"}))
    site.page("/a/target", "义乌搬了1次。")
    site.give("/a/circle", Answer(302, headers={"Location": "/a/circle2"}))
    site.give("/a/circle2", Answer(302, headers={"Location": "/a/circle"}))
    site.give("/a/hangs", Answer(200, page, hang=5), Answer(200, page))
    site.give("/a/reset", Answer(reset=True), Answer(200, page))
    site.give("/a/zip", zipped(article_page("义乌压缩2次。")))
    site.give("/a/badzip", Answer(200, b"no gzip at all", {"Content-Encoding": "gzip"}))
    site.give("/a/wall", Answer(403, b"go away"))
    site.give("/a/empty", Answer(200, b"<html><body></body></html>"))
    site.give("/a/nothing", Answer(200, b""))
    site.give("/a/inner", Answer(302, headers={"Location": "http://169.254.169.254/latest/meta-data"}))
    site.give("/a/port", Answer(302, headers={"Location": f"http://localhost:{site.port + 1}/a/secret"}))
    site.give("/a/far", Answer(302, headers={"Location": "http://:bad:/"}))
    site.give("/a/two", Answer(200, article_page("第1页。", next_url="/a/two_2")))
    site.give("/a/two_2", Answer(200, article_page("第2页。")))
    private = ["http://169.254.169.254/a/meta", f"http://localhost:{site.port + 1}/a/x"]
    paths = [path for path in site.answers if path.startswith("/a/") and path not in {"/a/circle2", "/a/two_2"}]
    station.names(*[site.url(path) for path in [*paths, "/a/gone"]], *private)
    log = station.crawl()

    outcomes = {url.removeprefix(site.root): outcome for url, outcome in station.rows("url", "outcome")}
    assert {outcomes[path] for path in ok} == {"article"}
    assert {path: outcome for path, outcome in outcomes.items() if path not in ok} == {
        ENTRY: "listing",
        "/a/recovers": "article",
        "/a/moved": "redirect",
        "/a/target": "article",
        "/a/circle": "redirect",
        "/a/circle2": "failed",
        "/a/hangs": "article",
        "/a/reset": "article",
        "/a/zip": "article",
        "/a/badzip": outcomes["/a/badzip"],
        "/a/wall": "blocked",
        "/a/empty": "empty",
        "/a/nothing": "empty",
        "/a/gone": "gone",
        "/a/inner": "blocked",
        "/a/port": "blocked",
        "/a/far": "failed",
        "/a/two": "article",
        "/a/two_2": "article",
        private[0]: None,
        private[1]: None,
    }
    assert outcomes["/a/badzip"] in {"failed", "empty"}
    texts = station.texts()
    assert texts[site.url("/a/zip")] == "义乌压缩2次。"
    assert texts[site.url("/a/two")] == "第1页。\n第2页。"
    assert site.url("/a/target") in texts
    assert "not a public address" in station.problem("/a/inner")
    assert "is this machine" in station.problem("/a/port")
    assert "in a circle" in station.problem("/a/circle2")
    tries = {path: [one.at for one in site.asked if one.path == path] for path in ("/a/recovers", "/a/hangs")}
    assert tries["/a/recovers"][1] - tries["/a/recovers"][0] >= 1
    assert site.times_asked("/a/circle") == site.times_asked("/a/circle2") == 1
    assert "BlockingIOError" not in log

    # Evidence: what lies in the folder is what the site sent, decoded.
    for fetch in station.fetches():
        if fetch.segment:
            ref = EvidenceRef(fetch.segment, fetch.offset, fetch.length, fetch.evidence_sha256)
            assert b"<h1>" in read_evidence(station.folder / "evidence", ref)
    assert sum(1 for fetch in station.fetches() if fetch.segment) == 12

    # A private host is asked for nothing, and the run says why.
    with station.record.reading() as connection:
        [run] = connection.execute(select(runs)).all()
    assert (run.state, run.reason) == ("ended", "finished")
    told = {url: problem for url, _, problem in summarise_run(station.record, run.id).problems}
    assert "not a public address" in told["http://169.254.169.254/robots.txt"]

    # Again, by `scrapy crawl`: what has not changed is read once more where a person wants that, and nothing is added.
    before, asked = station.texts(), len(site.asked)
    station.crawl("REVISIT=True", by_hand=True)
    again = site.asked[asked:]
    assert {one.status for one in again if one.path in ok} == {200}
    assert station.texts() == before
    assert {url.removeprefix(site.root): outcome for url, outcome in station.rows("url", "outcome")} == outcomes


def test_a_revisit_reads_unchanged_pages_with_the_present_rules_also_what_a_later_run_fetches(station: Station) -> None:
    site = station.site
    paths = ["/a/1", "/a/2", "/a/3"]
    station.names(*[site.page(path, f"义乌{path[-1]}次。\n报名电话见内页{path[-1]}。") for path in paths])
    station.crawl()
    file = station.folder / "sources" / "local.yaml"
    file.write_text(file.read_text("utf-8").replace("next: .next", "next: .next, drop: ^报名电话"), "utf-8")
    station.crawl()
    assert all("报名电话" in text for text in station.texts().values())  # none is due by itself
    station.crawl("REVISIT=True", "PAGE_BUDGET=3")
    station.crawl()
    assert station.texts() == {site.url(path): f"义乌{path[-1]}次。" for path in paths}
    assert [one.status for one in site.asked if one.path in paths] == [200] * 6
    [visits] = {visits for kind, visits in station.rows("kind", "visits") if kind == "article"}
    assert visits == 2  # it is no news of the pages: they are asked for again as seldom as before


def test_a_page_that_only_leads_elsewhere_is_followed_like_a_redirect(station: Station) -> None:
    site = station.site

    def leads(target: str) -> Answer:
        return Answer(200, f'<html><head><meta http-equiv="refresh" content="0;url={target}"></head></html>'.encode())

    site.give("/a/short", leads("/a/whole"))
    site.page("/a/whole", "义乌跳转1次。")
    site.give("/a/away", leads("https://other.example/1"))
    site.give("/a/round", leads("/a/round2"))
    site.give("/a/round2", leads("/a/round"))
    site.give("/a/parts", Answer(200, article_page("第1页。", next_url="/a/parts_2")))
    site.give("/a/parts_2", leads("https://other.example/2"))
    station.names(*[site.url(f"/a/{name}") for name in ("short", "away", "round", "parts")])
    station.crawl()
    outcomes = {url.removeprefix(site.root): outcome for url, outcome in station.rows("url", "outcome")}
    assert outcomes == {
        ENTRY: "listing",
        "/a/short": "redirect",
        "/a/whole": "article",
        "/a/away": "redirect",
        "/a/round": "redirect",
        "/a/round2": "failed",
        "/a/parts": "article",
        "/a/parts_2": "redirect",
    }
    assert "leads to https://other.example/1 (meta refresh), which is not followed" in station.problem("/a/away")
    assert station.texts() == {site.url("/a/whole"): "义乌跳转1次。", site.url("/a/parts"): "第1页。"}


def test_robots_and_delays_are_kept_to(station: Station) -> None:
    site = station.site
    site.give(ROBOTS, Answer(200, b"\xef\xbb\xbfUser-agent: *\nCrawl-delay: 0.4\nDisallow: /a/private\n"))
    pages = [site.page(f"/a/{number}", f"义乌{number}。") for number in range(6)]
    site.give("/a/two", Answer(200, article_page("第1页。", next_url="/a/private_2")))
    station.names(*pages, site.page("/a/private", "秘密1。"), site.url("/a/two"))
    station.crawl("CONCURRENT_REQUESTS=8")
    assert site.asked[0].path == ROBOTS
    assert site.times_asked(ROBOTS) == 1
    assert not any(one.path.startswith("/a/private") for one in site.asked)
    assert station.outcome("/a/private") == "blocked"
    assert "robots.txt" in station.problem("/a/private")
    assert station.texts()[site.url("/a/two")] == "第1页。"  # its second page is disallowed
    assert len(station.texts()) == 7
    assert_spaced(site.asked, 0.4)
    assert {one.headers["user-agent"].partition("/")[0] for one in site.asked} == {"Barometer"}


def assert_spaced(asked: Sequence[Asked], delay: float) -> None:
    """Requests leave at least `delay` apart; a busy machine may hold one of them up on its way, which takes from the
    gap behind it what it adds to the one before: all of them together take as long as they must."""
    gaps = sorted(after.at - before.at for before, after in pairwise(asked))
    assert gaps[1] >= delay / 2, gaps
    assert sum(gaps) >= delay * (len(gaps) - 1), gaps
    assert gaps[len(gaps) // 3] >= delay - 0.05, gaps
    assert asked[-1].at - asked[0].at >= delay * (len(asked) - 1) - 0.2, gaps


def test_a_name_that_stands_for_a_private_address_is_not_dialled(station: Station) -> None:
    name = socket.gethostname()
    address = socket.gethostbyname(name)
    listener = socket.create_server((address, 8088))
    try:
        station.site.give(ENTRY, Answer(200))
        station.environment["BAROMETER_NETWORK_ALLOW"] = ""
        write_source(station.folder / "sources", "local", [f"http://{name}:8088/list"], host=name)
        station.crawl("PATIENCE_SECONDS=1")
        listener.settimeout(0.1)
        with pytest.raises(TimeoutError):
            listener.accept()
    finally:
        listener.close()
    with station.record.reading() as connection:
        [run] = connection.execute(select(runs.c.id)).scalars()
    [(_, _, problem)] = summarise_run(station.record, run).problems
    assert f"{name} stands for {address}: {address} is not a public address" in problem


def test_two_crawls_of_one_site_share_its_delay_and_a_second_crawl_of_one_source_is_told(station: Station) -> None:
    site = station.site
    for name, pages in (("first", 9), ("second", 4)):
        urls = [site.page(f"/a/{name}-{number}", f"义乌{number}。") for number in range(pages)]
        station.names(*urls, delay=0.5, name=name, entry=f"/list{len(name)}")
    running = [station.start(name=name) for name in ("first", "second")]
    try:
        while site.times_asked("/list5") == 0:
            assert running[0].poll() is None
            time.sleep(0.02)
        log = station.start(name="first").communicate(timeout=60)[0]
        assert "is being crawled by" in log
        assert "Traceback" not in log, log
        for process in running:
            out, _ = process.communicate(timeout=60)
            assert process.returncode == 0, out
    finally:
        for process in running:
            process.kill()
    assert_spaced(site.asked, 0.5)
    assert len(station.texts()) == 13
    assert len(site.asked) == 16  # robots once, two listings, thirteen pages: nothing twice


def test_site_resets_and_hangs_are_what_they_are_called() -> None:
    """The scripted site itself."""
    site = Site()
    try:
        site.give("/reset", Answer(reset=True))
        with socket.create_connection(("127.0.0.1", site.port)) as connection:
            connection.sendall(b"GET /reset HTTP/1.1\r\nHost: x\r\n\r\n")
            with pytest.raises(ConnectionResetError):
                connection.recv(1)
    finally:
        site.stop()


def test_the_page_that_a_selector_names_is_fetched_and_one_that_is_not_followed_is_told(station: Station) -> None:
    site = station.site
    station.names(site.url("/a/long"), site.url("/a/round"), site.url("/a/away"))
    file = station.folder / "sources" / "local.yaml"
    file.write_text(file.read_text("utf-8").replace("next: .next", "next: '.next::attr(href)'"), "utf-8")

    def named(text: str, address: str) -> Answer:
        body = article_page(text).replace(b"</body>", f'<a class="next" href="{address}">后文</a></body>'.encode())
        return Answer(200, body)

    site.give("/a/long", named("第1页。", "/more?of=long"))
    site.give("/more?of=long", Answer(200, article_page("第2页。")))
    site.give("/a/round", named("第1页。", "/more?of=round"))
    site.give("/more?of=round", named("第2页。", "/a/round"))
    site.give("/a/away", named("义乌1。", "http://elsewhere.example/2"))
    station.crawl()
    assert station.texts()[site.url("/a/long")] == "第1页。\n第2页。"
    assert station.texts()[site.url("/a/round")] == "第1页。\n第2页。"
    assert station.texts()[site.url("/a/away")] == "义乌1。"
    assert "`next` is not followed: the host of http://elsewhere.example/2" in station.problem("/a/away")
    assert site.times_asked("/a/round") == 1
