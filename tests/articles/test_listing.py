"""Listing pages: the links that lead on, once each, absolute, with the dates beside them."""

from datetime import UTC, datetime
from pathlib import Path

from barometer.articles import read
from barometer.model import OutcomeKind, RequestKind
from barometer.sources import load_sources

SOURCES = load_sources(Path(__file__).parents[2] / "settings" / "sources")
JINHUA = SOURCES["jinhua_commerce"].model_copy(update={"hosts": ("swj.jinhua.example",)})
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def links(source, html, url):
    outcome = read(html.encode(), {}, url, source, RequestKind.LISTING, NOW)
    assert outcome.kind is OutcomeKind.LISTING
    assert outcome.counts["links"] == len(outcome.links)
    return outcome.links


def test_html_listing():
    page = """<html><body><ul>
    <li><a href="/n1/2026/0510/c1004-40232587.html">标题一</a> 2026年05月10日08:15</li>
    <li><a href="//finance.people.com.cn/n1/2026/0510/c1004-40232588.html#top"><img src="x"></a></li>
    <li><a href="http://finance.people.com.cn/n1/2026/0510/c1004-40232588.html">标题二</a></li>
    <li><a href="http://zj.people.com.cn/n2/2026/0510/c186327-40232587.html">标题一又见</a></li>
    <li><a href="index2.html">下一页</a></li>
    <li><a href="http://www.people.com.cn/GB/123231/365206/index.html">客户端</a></li>
    <li><a href="http://other.example/n1/2026/0510/c1-40232589.html">别站</a><a href="javascript:void(0)">x</a></li>
    </ul></body></html>"""
    found = links(SOURCES["people"], page, "http://finance.people.com.cn/GB/70846/index.html")
    articles = [link for link in found if link.kind is RequestKind.ARTICLE]
    assert [link.title for link in articles] == ["标题一", "标题二"]
    assert articles[1].url == "http://finance.people.com.cn/n1/2026/0510/c1004-40232588.html"
    assert articles[0].published is not None
    assert articles[0].published.astimezone(UTC).isoformat() == "2026-05-10T00:15:00+00:00"
    assert "http://finance.people.com.cn/GB/70846/index2.html" in {link.url for link in found}


def test_jpage_links_stand_in_the_inline_datastore_and_lead_to_the_next_group():
    page = """<html><body><ul id="list"></ul><script type="text/xml"><datastore><nextgroup><![CDATA[
    <a href="/module/web/jpage/dataproxy.jsp?page=1&amp;appid=1&amp;columnid=9&amp;unitid=8"></a>]]></nextgroup>
    <recordset>
    <record><![CDATA[<li>
    <a href='/art/2026/8/12/art_9_101.html' title='1-7月外贸运行情况' target="_blank">1-7月外贸…</a>
    <span>2026-08-12</span></li>]]></record>
    <record><![CDATA[<li><a href='/art/2026/8/11/art_9_100.html'>通知</a><span>2026-08-11</span></li>]]></record>
    </recordset></datastore></script></body></html>"""
    found = links(JINHUA, page, "http://swj.jinhua.example/col/col9/index.html")
    assert [(link.title, link.url, link.kind) for link in found[:2]] == [
        ("1-7月外贸运行情况", "http://swj.jinhua.example/art/2026/8/12/art_9_101.html", RequestKind.ARTICLE),
        ("通知", "http://swj.jinhua.example/art/2026/8/11/art_9_100.html", RequestKind.ARTICLE),
    ]
    assert str(found[0].published) == "2026-08-12 00:00:00+08:00"
    assert found[2].kind is RequestKind.LISTING
    assert found[2].url.endswith("dataproxy.jsp?page=1&appid=1&columnid=9&unitid=8")


def test_jpage_answer_of_the_dataproxy():
    xml = """<?xml version='1.0' encoding='UTF-8'?><datastore><totalrecord>2</totalrecord><recordset>
    <record><![CDATA[<li><a href="/art/2026/8/12/art_9_101.html">甲</a><b>[2026-08-12]</b></li>]]></record>
    <record>broken <![CDATA[<a href=]]></record></recordset></datastore>"""
    found = links(JINHUA, xml, "http://swj.jinhua.example/module/web/jpage/dataproxy.jsp?columnid=9")
    assert [link.title for link in found] == ["甲"]


def test_a_listing_without_links_is_told():
    outcome = read(b"<html><body>x</body></html>", {}, "http://x.example/", JINHUA, RequestKind.LISTING, NOW)
    assert outcome.kind is OutcomeKind.LISTING
    assert outcome.problem
