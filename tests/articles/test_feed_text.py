"""What feeds tell of articles: kept where it is the article itself, of a source that wants it, and read as one."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from barometer.articles import lists, read
from barometer.model import OutcomeKind, RequestKind
from barometer.sources import load_sources

SOURCES = load_sources(Path(__file__).parents[2] / "settings" / "sources")
FABU = SOURCES["yiwu_fabu"]
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
ADDRESS = "https://mp.weixin.qq.com/s/SampleOwnPage000000001"
WHOLE = "".join(f"<p>义乌前{number}个月出口增长{number}%，商户的订单排到了明年三月。</p>" for number in range(2, 12))
ITEM = "<item><title>义乌外贸</title><link>{link}</link><pubDate>Mon, 23 Nov 2026 09:30:00 +0800</pubDate>{told}</item>"
RSS = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>{items}</channel></rss>'


def links(feed: str, source=FABU):
    outcome = read(feed.encode(), {}, "https://rsshub.example/fabu", source, RequestKind.LISTING, NOW)
    return outcome.links


def rss(told: str, link: str = ADDRESS) -> str:
    return RSS.format(items=ITEM.format(link=link, told=told))


@pytest.mark.parametrize(
    "told",
    [
        f"<description><![CDATA[{WHOLE}]]></description>",
        f"<description>摘要</description><content:encoded><![CDATA[{WHOLE}]]></content:encoded>",
    ],
    ids=["description", "content"],
)
def test_the_whole_text_of_an_entry_is_the_article(told):
    [link] = links(rss(told))
    assert link.told is not None
    found = read(link.told.encode(), {}, link.url, FABU, RequestKind.ARTICLE, NOW)
    assert found.kind is OutcomeKind.ARTICLE
    assert found.part is not None
    assert (found.part.title, found.part.method, found.part.account) == ("义乌外贸", "feed", "义乌发布")
    assert found.part.published is not None
    assert found.part.published.astimezone(UTC).isoformat() == "2026-11-23T01:30:00+00:00"
    assert len(found.part.text.split("\n")) == 10
    assert found.missed == ("page",)
    assert found.problem == "the text is that of the feed https://rsshub.example/fabu"


def test_what_an_article_is_about_is_not_the_article():
    assert [link.told for link in links(rss(f"<description>{'摘要。' * 40}</description>"))] == [None]


def test_only_a_source_that_wants_it_keeps_what_feeds_tell():
    told = f"<description><![CDATA[{WHOLE}]]></description>"
    [link] = links(rss(told, "http://finance.people.com.cn/n1/2026/1123/c1004-40600002.html"), SOURCES["people"])
    assert link.told is None


def test_no_feed_may_tell_more_than_the_record_should_hold(monkeypatch):
    monkeypatch.setattr(lists, "MOST_TOLD", 15_000)
    item = f"<description><![CDATA[{WHOLE}]]></description>"
    kept = [link.told for link in links(RSS.format(items="".join(ITEM.format(link=f"{ADDRESS[:-1]}{n}", told=item)
                                                                   for n in range(9))))]  # fmt: skip
    assert len(kept) == 9
    assert 0 < sum(len(told) for told in kept if told) <= 15_000
    assert kept[-1] is None


def test_what_the_furniture_of_a_source_is_is_left_out_of_what_a_feed_tells_too():
    [link] = links(rss(f"<description><![CDATA[{WHOLE}<p>往期推荐</p><p>点击关注我们</p>]]></description>"))
    assert json.loads(link.told or "")["items"][0]["content_html"].endswith("</p>")
    found = read((link.told or "").encode(), {}, link.url, FABU, RequestKind.ARTICLE, NOW)
    assert found.part is not None
    assert "关注" not in found.part.text
    assert "往期" not in found.part.text
