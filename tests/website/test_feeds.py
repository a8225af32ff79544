"""Feeds as their readers read them: feedparser for Atom, the published rules for JSON Feed."""

import json

import feedparser
import pytest

from barometer.config import PROJECT
from barometer.sources import load_sources
from tests.website.test_subscription_pages import OURS


@pytest.fixture
def told(own_site, newsroom):
    newsroom.publish("义乌出口 <b>增长</b> & \x0b更多", "义乌出口额12亿元。<script>alert(1)</script>", day=16)
    newsroom.publish("铁路", "义乌出口的另一则消息，开行742列。", day=17, source="jinhua_commerce")
    newsroom.settle()
    own_site.post("/saved", data={"name": "出口", "finds": "articles", "q": "出口"}, headers=OURS)
    own_site.post("/saved", data={"name": "数字", "finds": "claims", "q": "义乌"}, headers=OURS)
    return own_site


@pytest.mark.parametrize(("path", "count"), [("saved/1", 2), ("saved/2", 2), ("source/people", 1)])
def test_atom_is_read_by_a_feed_reader(told, path, count):
    answer = told.get(f"/feeds/{path}.atom")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(answer.content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert len(feed.entries) == count
    newest = feed.entries[0]
    assert newest.link.startswith("http://127.0.0.1:8000/articles/")
    assert newest.id.startswith("tag:barometer,2025:")
    assert newest.published_parsed
    assert newest.summary
    assert feed.feed.links[0]["href"].endswith(f"/feeds/{path}.atom")


def test_newest_first_and_what_was_found_is_quoted(told):
    written = told.get("/feeds/saved/1.atom").content
    first, second = feedparser.parse(written).entries
    assert (first.title, second.title) == ("铁路", "义乌出口 <b>增长</b> & \ufffd更多")
    assert "义乌出口" in second.summary
    assert b"<script" not in written  # it is text, and stays text


def test_json_says_the_same(told):
    answer = told.get("/feeds/saved/1.json")
    assert answer.headers["content-type"] == "application/feed+json; charset=utf-8"
    feed = json.loads(answer.content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == "出口"
    atom = feedparser.parse(told.get("/feeds/saved/1.atom").content)
    assert [item["id"] for item in feed["items"]] == [entry.id for entry in atom.entries]
    assert all(item["content_text"] and item["date_published"].endswith("Z") for item in feed["items"])


def test_a_reader_that_has_it_is_told_so(told):
    tag = told.get("/feeds/saved/1.atom").headers["etag"]
    again = told.get("/feeds/saved/1.atom", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_every_source_has_one_and_others_are_not_there(told):
    page = told.get("/feeds").text
    for name in load_sources(PROJECT / "settings" / "sources"):
        assert f"/feeds/source/{name}.atom" in page
        assert told.get(f"/feeds/source/{name}.json").status_code == 200
    for path in ("saved/99", "source/nobody", "source/..%2f"):
        assert told.get(f"/feeds/{path}.atom").status_code == 404
    assert told.get("/feeds/saved/1.rss").status_code == 404


def test_an_entry_names_the_source_and_cuts_no_word(own_site, newsroom):
    newsroom.publish("Report", "Manufacturers shipped " * 30, source="global_times", language="en")
    newsroom.settle()
    for tongue, name in (("en", "Global Times"), ("zh", "环球时报")):
        answer = own_site.get("/feeds/source/global_times.json", headers={"accept-language": tongue})
        item = answer.json()["items"][0]
        assert name in item["authors"][0]["name"]
        assert item["content_text"].endswith(("Manufacturers…", "shipped…"))
        assert len(item["content_text"]) <= 281
