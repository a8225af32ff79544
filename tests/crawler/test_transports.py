"""Lists of every kind through the real crawl: what a source's file says is what is asked for and what is read."""

import json
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from barometer.archive.evidence import EvidenceRef, read_evidence
from barometer.archive.observed import observe
from barometer.archive.tables import articles
from barometer.sources import load_sources
from barometer.sources.health import State, judge_health
from tests.crawler.conftest import Station
from tests.crawler.site import ROBOTS, Answer, article_page

NAMES = "name: {zh: 本地, en: Local}\npublisher: commercial\nlanguage: zh\ndelay: 0\ntopic: all\n"
PAGES = "articles: ['/a/(?P<key>[\\w-]+)$']\nselect: [{body: .text, title: h1, published: .time}]\n"


def write(station: Station, text: str, name: str = "local") -> None:
    folder = station.folder / "sources"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_a_source_may_begin_at_lists_of_several_kinds(station: Station) -> None:
    site = station.site
    for name in ("feed", "map", "search", "json", "given"):
        site.page(f"/a/{name}", f"义乌{name}出口300亿元。")
    feed = (
        f"<rss version='2.0'><channel><title>t</title><item><link>{site.url('/a/feed')}</link></item></channel></rss>"
    )
    site.give("/feed.xml", Answer(200, feed.encode(), {"Content-Type": "application/rss+xml"}))
    site.give("/index.xml", Answer(200, f"<sitemapindex><sitemap><loc>{site.url('/map.xml')}</loc>".encode()))
    site.give("/map.xml", Answer(200, f"<urlset><url><loc>{site.url('/a/map')}</loc></url></urlset>".encode()))
    site.give("/search", Answer(200, json.dumps({"data": {"records": [{"url": "/a/search"}]}}).encode()))
    site.give("/list.js", Answer(200, b'cb({"data":{"records":[{"url":"/a/json"},]}});'))
    (station.folder / "sources").mkdir()
    (station.folder / "sources" / "mine.txt").write_text(site.url("/a/given"), encoding="utf-8")
    write(
        station,
        f"""{NAMES}{PAGES}transport: json
hosts: ["127.0.0.1"]
entry: ["{site.url("/feed.xml")}", "{site.url("/index.xml")}", "{site.url("/list.js")}"]
ask:
  url: {site.url("/search")}
  json: {{key: 义乌, page: "{{page}}"}}
  headers: {{X-Asked: "yes"}}
  pages: 2
urls: mine.txt
lists: {{at: data.records, url: url}}
""",
    )
    station.crawl()
    assert {url.rpartition("/")[2] for url in station.texts()} == {"feed", "map", "search", "json", "given"}
    searched = [one for one in site.asked if one.path == "/search"]
    bodies = [(one.method, json.loads(one.body)) for one in searched]
    assert sorted(bodies, key=lambda pair: pair[1]["page"]) == [
        ("POST", {"key": "义乌", "page": 1}),
        ("POST", {"key": "义乌", "page": 2}),
    ]
    assert searched[0].headers["content-type"] == "application/json"
    assert searched[0].headers["x-asked"] == "yes"
    assert {outcome for _, outcome in station.rows("url", "outcome")} == {"listing", "article"}


def test_a_login_wall_is_told_whether_it_answers_or_leads_away(station: Station) -> None:
    site = station.site
    post = {"ok": 1, "data": {"text": "义乌出口300亿元。", "created_at": "Mon Nov 23 09:00:00 +0800 2026"}}
    site.give("/api?id=1", Answer(200, json.dumps(post).encode()))
    site.give("/api?id=2", Answer(200, b'{"ok":-100,"url":"https://passport.weibo.com/"}'))
    site.give("/api?id=3", Answer(302, headers={"Location": "https://passport.weibo.com/sso/signin"}))
    site.give("/api?id=4", Answer(432))
    cards = [{"mblog": {"bid": number}} for number in range(1, 5)]
    site.give("/container", Answer(200, json.dumps({"ok": 1, "data": {"cards": cards}}).encode()))
    write(
        station,
        f"""{NAMES}transport: weibo
hosts: ["127.0.0.1"]
entry: ["{site.url("/container")}"]
articles: ['/api\\?id=(?P<key>\\d)']
reader: "{site.root}/status/{{key}}"
lists: {{at: data.cards.mblog, url: "/api?id={{bid}}"}}
select: [{{body: "json: data.text", published: "json: data.created_at"}}]
walls:
  - {{at: "json: ok", says: '^-100$', outcome: login}}
  - {{leads_to: passport, outcome: login}}
cookie: BAROMETER_TEST_COOKIE
""",
    )
    station.environment["BAROMETER_TEST_COOKIE"] = "SUB=secret"
    log = station.crawl()
    assert [station.outcome(f"/api?id={number}") for number in range(1, 5)] == ["article", "login", "login", "blocked"]
    assert station.texts() == {site.url("/status/1"): "义乌出口300亿元。"}
    assert not any("cookie" in one.headers for one in site.asked)  # it goes over TLS only
    assert "SUB=secret" not in log
    assert not any("SUB=secret" in str(row) for row in station.rows("url", "headers", "body", "problem"))


def test_the_pages_of_an_edition_are_asked_for_again_while_it_is_new(station: Station) -> None:
    site = station.site
    days = [(datetime.now(UTC) - timedelta(days=days_ago)).strftime("%Y-%m-%d") for days_ago in (0, 30)]
    editions = [f"/{day}/page1" for day in days]
    site.give(ROBOTS, Answer(404))
    site.give("/today", Answer(200, "".join(f'<a href="{edition}">1</a>' for edition in editions).encode()))
    for day, edition in zip(days, editions, strict=True):
        site.give(edition, Answer(200, f'<a href="/a/{day}">义乌</a>'.encode()))
        site.give(f"/a/{day}", Answer(200, article_page(f"义乌{day}出口300亿元。")))
    write(
        station,
        f"""{NAMES}{PAGES}transport: newspaper
hosts: ["127.0.0.1"]
entry: ["{site.url("/today")}"]
listings: ['/page']
""",
    )
    station.crawl()
    station.crawl()
    assert len(station.texts()) == 2
    assert site.times_asked("/today") == 2
    assert [site.times_asked(edition) for edition in editions] == [2, 1]


def test_what_a_feed_tells_is_the_article_where_its_page_cannot_be_read(station: Station) -> None:
    site = station.site

    def told(name: str) -> str:
        return f"义乌{name}出口300亿元，同比增长12%。" * 9

    site.give("/a/refused", Answer(403), Answer(200, article_page("义乌原文7次。")))
    site.give("/a/walled", Answer(302, headers={"Location": "/captcha"}))
    site.give("/a/empty", Answer(200, b"<html><body></body></html>"))
    site.give("/a/gone", Answer(404))
    site.page("/a/open", "义乌开放1次。")
    site.give("/a/short", Answer(403))
    names = ("refused", "walled", "empty", "gone", "open", "short")
    items = [
        {
            "id": site.url(f"/a/{name}"),
            "url": site.url(f"/a/{name}"),
            "title": f"义乌{name}",
            "content_html": "<p>摘要</p>" if name == "short" else f"<p>{told(name)}</p><p>点击关注</p>",
            "date_published": "2026-02-27T08:30:00+08:00",
            "authors": [{"name": "陈小明"}],
        }
        for name in names
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": items}
    site.give("/feed.json", Answer(200, json.dumps(feed).encode(), {"Content-Type": "application/feed+json"}))
    write(
        station,
        f"""{NAMES}transport: feed
hosts: ["127.0.0.1"]
entry: ["{site.url("/feed.json")}"]
articles: ['/a/(?P<key>[\\w-]+)$']
select: [{{body: .text, title: h1, published: .time, drop: 点击关注}}]
from_feed: true
walls: [{{leads_to: captcha, outcome: blocked}}]
""",
    )
    station.crawl()
    texts = {url.rpartition("/")[2]: text for url, text in station.texts().items()}
    assert texts == {name: told(name) for name in ("refused", "walled", "empty")} | {"open": "义乌开放1次。"}
    assert [station.outcome(f"/a/{name}") for name in ("gone", "short")] == ["gone", "blocked"]
    why = station.problem("/a/refused")
    assert "the page cannot be read (blocked: HTTP 403" in why
    assert f"the text is that of the feed {site.url('/feed.json')}" in why
    with station.record.reading() as connection:
        rows = {row.url.rpartition("/")[2]: row for row in connection.execute(select(articles))}
    row = rows["refused"]
    assert (row.method, row.title, row.author, row.problem) == ("feed", "义乌refused", "陈小明", why)
    assert row.published.isoformat() == "2026-02-27T00:30:00+00:00"
    [kept] = [one for one in station.fetches() if one.segment and one.problem == why]
    evidence = read_evidence(
        station.folder / "evidence", EvidenceRef(kept.segment, kept.offset, kept.length, kept.evidence_sha256)
    )
    assert json.loads(evidence)["items"][0]["content_html"] == items[0]["content_html"]
    source = load_sources(station.folder / "sources")["local"]
    now = datetime.now(UTC)
    found = judge_health(source, observe(station.record, source, now), now)
    assert (found.state, "3 of 4 articles are told by a feed only" in found.reason) == (State.DEGRADED, True)

    station.crawl("REVISIT=True")  # one of them can be read now, the others stand as they did
    texts["refused"] = "义乌原文7次。"
    assert station.texts() == {site.url(f"/a/{name}"): text for name, text in texts.items()}
    assert [asked.status for asked in site.asked if asked.path == "/a/refused"] == [403, 200]
    again = [one.outcome for one in station.fetches()[len(names) + 1 :]]
    assert sorted(again) == ["article", "article", "listing", "unchanged", "unchanged"]
    site.give("/a/refused", Answer(403))
    station.crawl("REVISIT=True")
    assert station.texts()[site.url("/a/refused")] == "义乌原文7次。"  # what was read is not told for a wall
