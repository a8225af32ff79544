"""What sites ask of a crawler and what they do to it: loopback sites, and what was asked of them by their own logs."""

import email.utils
import time
from datetime import UTC, datetime, timedelta

import brotli
from sqlalchemy import select

from barometer.archive.observed import observe
from barometer.archive.runs import summarise_run
from barometer.archive.tables import hosts, runs
from barometer.sources import load_sources
from barometer.sources.health import State, judge_health
from tests.crawler.conftest import Station
from tests.crawler.site import ROBOTS, Answer, Site, article_page, listing_page

try:
    from compression import zstd  # Python 3.14
except ImportError:
    from backports import zstd


def page(text: str) -> Answer:
    return Answer(200, article_page(text))


def health_of(station: Station):
    source = load_sources(station.folder / "sources")["local"]
    now = datetime.now(UTC)
    return judge_health(source, observe(station.record, source, now), now)


def test_each_host_is_asked_what_its_robots_txt_allows(station: Station) -> None:
    wanted = {}

    def site_with(*robots: Answer) -> Site:
        site = station.another()
        site.give(ROBOTS, *robots)
        wanted[site] = [site.page(f"/a/{what}-{len(wanted)}", f"义乌{what}。") for what in ("open", "closed")]
        return site

    closed = b"User-agent: *\nDisallow: /a/closed\n"
    marked = site_with(Answer(200, b"\xef\xbb\xbf" + closed))
    failing = site_with(Answer(500))
    hanging = site_with(Answer(200, hang=5))
    torn = site_with(Answer(reset=True))
    moved = site_with(Answer(301, headers={"Location": "/rules/robots.txt"}))
    moved.give("/rules/robots.txt", Answer(200, closed))
    circling = site_with(Answer(302, headers={"Location": ROBOTS}))
    walled = site_with(Answer(403))
    station.names(*[url for urls in wanted.values() for url in urls])
    station.crawl("PATIENCE_SECONDS=2")

    fetched = {
        site: {one.path.partition("-")[0] for one in site.asked} - {ROBOTS, "/rules/robots.txt"} for site in wanted
    }
    assert fetched[marked] == {"/a/open"}
    assert fetched[failing] == set()  # RFC 9309 2.3.1.4: unreachable is complete disallow
    assert fetched[hanging] == set()
    assert fetched[torn] == set()
    assert fetched[moved] == {"/a/open"}  # the rules of the target hold for the host that was asked
    assert fetched[circling] == {"/a/open", "/a/closed"}  # no rules to be had: unavailable, 2.3.1.2 and 2.3.1.3
    assert fetched[walled] == {"/a/open", "/a/closed"}
    assert all(site.asked[0].path == ROBOTS for site in wanted)
    for site in (failing, hanging, torn):  # nothing of it is lost: it waits until the rules can be had
        waiting = [row[1:] for row in station.rows("url", "state", "outcome") if row[0].startswith(site.root)]
        assert waiting == [("waiting", None)] * 2
    assert {one.headers["user-agent"].partition("/")[0] for site in wanted for one in site.asked} == {"Barometer"}
    with station.record.reading() as connection:
        told = {row.host: row.robots_reason for row in connection.execute(select(hosts))}
        [run] = connection.execute(select(runs.c.id)).scalars()
    assert "HTTP 500" in told[failing.root]
    assert "cannot be reached" in told[hanging.root]
    problems = {url: problem for url, _, problem in summarise_run(station.record, run).problems}
    assert "HTTP 500" in problems[f"{failing.root}/robots.txt"]


def test_a_host_that_asks_for_a_pause_is_left_alone_by_all_that_want_it(station: Station) -> None:
    site, other = station.site, station.another()
    other.give(ROBOTS, Answer(404))

    def soon() -> str:
        return email.utils.format_datetime(datetime.now(UTC) + timedelta(seconds=3), usegmt=True)

    site.give("/a/busy", Answer(429, headers={"Retry-After": "2"}), page("义乌忙1。"))
    other.give("/a/busier", lambda _: Answer(503, headers={"Retry-After": soon()}), page("义乌忙2。"))
    urls = [site.page(f"/a/{number}", f"义乌{number}。") for number in range(2)]
    station.names(site.url("/a/busy"), other.url("/a/busier"), *urls, delay=0.4)
    station.crawl("PATIENCE_SECONDS=8")
    assert len(station.texts()) == 4
    for asked, least in ((site.asked, 2), (other.asked, 1.9)):  # a date has whole seconds
        at = next(number for number, one in enumerate(asked) if one.path.startswith("/a/bus"))
        assert asked[at + 1].at - asked[at].at >= least, [(one.path, one.at) for one in asked]

    # A pause longer than the run waits for: the run ends, and nobody asks the host before.
    site.give("/a/late", Answer(429, headers={"Retry-After": "3600"}))
    station.names(site.url("/a/late"), site.page("/a/after", "义乌之后。"), delay=0.4)
    began = time.monotonic()
    station.crawl("PATIENCE_SECONDS=2")
    assert time.monotonic() - began < 40
    assert site.times_asked("/a/late") + site.times_asked("/a/after") == 1
    with station.record.reading() as connection:
        free_at = connection.execute(select(hosts.c.next_allowed_at).where(hosts.c.host == site.root)).scalar_one()
    assert free_at > datetime.now(UTC) + timedelta(minutes=55)  # for every run and source that would ask this host


def test_bodies_of_every_make_are_read_or_told(station: Station) -> None:
    site = station.site
    zstandard = {"Content-Encoding": "zstd"}
    site.give("/a/br", Answer(200, brotli.compress(article_page("义乌褐1。")), {"Content-Encoding": "br"}))
    site.give("/a/zstd", Answer(200, zstd.compress(article_page("义乌标2。")), zstandard))
    lying = article_page("义乌小商品市场出口钢铁3吨。").decode().replace("<head>", "<head><meta charset=utf-8>")
    site.give("/a/charset", Answer(200, lying.encode("gb18030"), {"Content-Type": "text/html; charset=utf-8"}))
    site.give("/a/slow", Answer(200, b"<p>x</p>", drip=0.2))
    site.give("/a/endless", Answer(200, b"<p>more</p>" * 100_000, drip=0))
    site.give("/a/circle", Answer(301, headers={"Location": "/a/circle"}))
    neighbour = site.page("/a/neighbour", "义乌邻居4。")
    paths = ["/a/br", "/a/zstd", "/a/charset", "/a/slow", "/a/endless", "/a/circle"]
    station.names(*[site.url(path) for path in paths], neighbour)
    began = time.monotonic()
    station.crawl("PATIENCE_SECONDS=1", "DOWNLOAD_TIMEOUT=2")
    assert time.monotonic() - began < 45
    assert {url.removeprefix(site.root): text for url, text in station.texts().items()} == {
        "/a/br": "义乌褐1。",
        "/a/zstd": "义乌标2。",
        "/a/charset": "义乌小商品市场出口钢铁3吨。",
        "/a/neighbour": "义乌邻居4。",
    }
    assert {"br", "zstd", "gzip"} <= {part.strip() for part in site.asked[-1].headers["accept-encoding"].split(",")}
    assert station.outcome("/a/slow") == station.outcome("/a/endless") == "failed"
    assert "imeout" in station.problem("/a/slow")
    assert "in a circle" in station.problem("/a/circle")
    assert site.times_asked("/a/circle") == 1


def test_a_template_that_changes_and_a_wall_that_answers_200_are_told_within_one_run(station: Station) -> None:
    site = station.site
    first = [site.page(f"/a/{number}", f"义乌旧版出口第{number}批。") for number in range(3)]
    station.names(*first)
    station.crawl()
    assert health_of(station).state is State.OK

    news = [f"/a/new{number}" for number in range(3)]
    for number, path in enumerate(news):
        text = article_page(f"义乌新版出口第{number}批，比去年同期增长一成，商户说订单排到了年底，仓库里堆满了货。")
        site.give(path, Answer(200, text.replace(b'class="text"', b'class="prose"')))
    station.names(*first, *map(site.url, news))
    station.crawl()
    found = health_of(station)
    assert (found.state, found.selectors) == (State.BROKEN_TEMPLATE, {"body": (".text",)})
    assert found.sample in map(site.url, news)
    assert len(station.texts()) == 6  # read by the general reader meanwhile

    wall = article_page("请登录后继续访问本站，登录后可以阅读全文、收藏文章并参与讨论。")
    walled = [site.give(f"/a/wall{number}", Answer(200, wall)) for number in range(4)]
    station.names(*first, *walled)
    station.crawl()
    found = health_of(station)
    assert found.state is State.BLOCKED
    assert found.sample in walled
    assert "4 addresses gave one and the same text" in found.reason


def test_a_walk_through_the_archive_keeps_to_its_budgets_and_goes_on_where_it_stopped(station: Station) -> None:
    site = station.site

    def dated(number: int, day: str) -> str:
        site.page(f"/a/{number}", f"义乌旧闻{number}条。")
        return f'<li><a href="/a/{number}">义乌</a> <span>{day}</span></li>'

    def listing(*items: str) -> Answer:
        return Answer(200, f"<html><body><ul>{''.join(items)}</ul></body></html>".encode())

    station.names(site.page("/a/today", "义乌今日0。"))  # undated where the daily crawl begins: left to that
    site.give("/old?p=1", listing(dated(1, "2026-02-20"), dated(2, "2026-02-19")))
    site.give("/old?p=2", listing(dated(3, "2026-02-10"), dated(4, "2026-01-31")))
    site.give("/old?p=3", listing(dated(5, "2026-01-20"), dated(6, "2026-01-19")))
    site.give("/old?p=4", listing(dated(7, "2025-12-01")))
    path = station.folder / "sources" / "local.yaml"
    ask = f'ask: [{{url: "{site.root}/old?p={{page}}", archive: true}}]\nrecent: 3\n'
    path.write_text(path.read_text("utf-8") + ask, "utf-8")

    walk = ("RUN_MODE=history", "SINCE=2026-02-05T00:00:00+08:00")
    station.crawl(*walk, "PAGE_BUDGET=3")
    assert len(site.asked) == 4  # robots.txt is no page
    station.crawl(*walk)
    asked = [one.path for one in site.asked if one.path.startswith(("/old", "/a/"))]
    assert sorted(asked) == ["/a/1", "/a/2", "/a/3", "/old?p=1", "/old?p=2", "/old?p=3"]
    station.crawl("RUN_MODE=history", "SINCE=2026-01-15T00:00:00+08:00")  # further back: the lists are followed on
    assert {"/a/4", "/a/5", "/a/6", "/old?p=4"} <= {one.path for one in site.asked}
    assert site.times_asked("/a/7") == 0
    assert max(site.times_asked(f"/a/{number}") for number in range(1, 7)) == 1

    # The day's budget holds for all runs together, and the daily crawl leaves the archive alone.
    path.write_text(path.read_text("utf-8") + f"daily: {len(site.asked) + 1}\n", "utf-8")
    before, archive = len(site.asked), site.times_asked("/old?p=1")
    site.give("/list", Answer(200, listing_page([site.page(f"/a/more{number}", "义乌。") for number in range(9)])))
    station.crawl()
    assert len(site.asked) - before == 2
    assert site.times_asked("/old?p=1") == archive
    station.crawl()  # not a page is left: nobody is asked, and the run says so
    assert len(site.asked) - before == 2
    with station.record.reading() as connection:
        last = connection.execute(select(runs.c.reason).order_by(runs.c.id.desc()).limit(1)).scalar_one()
    assert last == "withheld: the pages of the day are spent"
