"""List documents of every kind, in the markup of the sites: the links that lead on, with their titles and dates."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from barometer.articles import read
from barometer.model import Link, OutcomeKind, RequestKind
from barometer.sources import Source, load_sources

SOURCES = load_sources(Path(__file__).parents[2] / "settings" / "sources")
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def outcome(source: Source | str, body: str | bytes, url: str, content_type: str = ""):
    chosen = SOURCES[source] if isinstance(source, str) else source
    raw = body if isinstance(body, bytes) else body.encode()
    return read(raw, {"content-type": content_type}, url, chosen, RequestKind.LISTING, NOW)


def links(source: Source | str, body: str | bytes, url: str, content_type: str = "") -> tuple[Link, ...]:
    found = outcome(source, body, url, content_type)
    assert found.kind is OutcomeKind.LISTING, found
    return found.links


def beijing(link: Link) -> str:
    assert link.published is not None
    return link.published.astimezone(UTC).strftime("%Y-%m-%d %H:%M")


FEED = """<?xml version="1.0" encoding="{charset}"?><rss version="2.0"><channel><title>要闻</title>
<link>http://www.people.com.cn/</link>
<item><title><![CDATA[义乌前十月出口 <b>增长</b>]]></title><link>/n1/2026/1123/c1004-40600001.html</link>
<pubDate>2026-11-23</pubDate></item>
<item><title>口岸</title><link>http://finance.people.com.cn/n1/2026/1123/c1004-40600002.html</link>
<pubDate>Mon, 23 Nov 2026 09:30:00 +0800</pubDate></item>
<item><title>又见口岸</title><link>http://zj.people.com.cn/n2/2026/1123/c186327-40600002.html</link></item>
<item><title>广告</title><link>https://ads.example/</link></item></channel></rss>"""


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_feed_gives_the_entries_that_are_articles_of_the_source(charset):
    body = FEED.format(charset=charset).encode("gb18030" if charset == "gb2312" else charset)
    found = links("people", body, "http://www.people.com.cn/rss/ywkx.xml", "text/xml")
    assert [(link.url, link.title) for link in found] == [
        ("http://www.people.com.cn/n1/2026/1123/c1004-40600001.html", "义乌前十月出口 增长"),
        ("http://finance.people.com.cn/n1/2026/1123/c1004-40600002.html", "口岸"),
    ]
    assert [beijing(link) for link in found] == ["2026-11-22 16:00", "2026-11-23 01:30"]


def test_atom_and_json_feeds():
    address = "https://news.cgtn.com/news/2026-11-23/Yiwu-exports-1abcDEF2GhI/p.html"
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Business</title>
    <entry><title>Yiwu exports &amp; more</title>
    <link rel="alternate" href="{address}"/><updated>2026-11-23T01:30:00Z</updated></entry></feed>"""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {"id": "1", "url": address, "title": "Yiwu exports & more", "date_published": "2026-11-23T09:30:00+08:00"}
        ],
    }
    for body in (atom, json.dumps(feed)):
        [link] = links("cgtn", body, "https://www.cgtn.com/subscribe/rss/section/business.xml")
        assert (link.url, link.title, beijing(link)) == (address, "Yiwu exports & more", "2026-11-23 01:30")


def sitemap_source(**changes: object) -> Source:
    return SOURCES["people"].model_copy(update={"transport": "sitemap", "recent": 7, **changes})


def test_a_sitemap_index_leads_to_its_recent_sitemaps_and_they_to_recent_articles():
    index = """\n<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sitemap><loc>http://www.people.cn/sitemap_20261123.xml.gz</loc><lastmod>2026-11-23</lastmod></sitemap>
    <sitemap><loc>http://www.people.cn/sitemap_2019.xml</loc><lastmod>2019-12-31</lastmod></sitemap>
    <sitemap><loc>http://elsewhere.example/sitemap.xml</loc></sitemap></sitemapindex>"""
    [child] = links(sitemap_source(), index, "http://www.people.cn/sitemap_index.xml")
    assert (child.kind, child.url) == (RequestKind.LISTING, "http://www.people.cn/sitemap_20261123.xml.gz")
    urls = """<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc> http://zj.people.com.cn/n2/2026/1123/c186327-40600003.html </loc><n:news><n:publication>
    <n:name>人民网</n:name></n:publication><n:publication_date>2026-11-23T08:00+08:00</n:publication_date>
    <n:title>义乌&amp;宁波</n:title></n:news></url>
    <url><loc>http://zj.people.com.cn/n2/2026/0123/c186327-40600004.html</loc><lastmod>2026-01-23</lastmod></url>
    <url><loc>http://zj.people.com.cn/GB/nothing/index.html</loc></url></urlset>"""
    [link] = links(sitemap_source(), gzip.compress(urls.encode()), child.url, "application/x-gzip")
    assert (link.title, link.url[-13:], beijing(link)) == ("义乌&宁波", "40600003.html", "2026-11-23 00:00")
    everything = links(sitemap_source(recent=0), urls, child.url)
    assert len(everything) == 2


def test_the_sitemap_lines_of_a_robots_txt_lead_to_sitemaps():
    text = "User-agent: *\nDisallow: /x\nSitemap: http://www.people.cn/sitemap_index.xml\n"
    [link] = links(sitemap_source(), text, "http://www.people.com.cn/robots.txt", "text/plain")
    assert (link.kind, link.url) == (RequestKind.LISTING, "http://www.people.cn/sitemap_index.xml")


def test_a_jsonp_list_with_a_trailing_comma_raw_line_breaks_and_a_callback_of_its_own():
    body = """economy({"data":{"total":500,"list":[
    {"id":"ARTIab","title":"义乌&nbsp;出口","focus_date":"2026-11-23 04:30:00","brief":"第一行
第二行, ]","url":"https://news.cctv.com/2026/11/23/ARTIabcdefghijklmnopqrst261123.shtml"},
    {"title":"相册","url":"https://photo.cctv.com/2026/11/23/PHOAabcdefghijklmnopqrst261123.shtml"},]}});"""
    [link, album] = links(
        "cctv", body, "https://news.cctv.com/2019/07/gaiban/cmsdatainterface/page/economy_1.jsonp?cb=x"
    )
    assert (link.title, link.kind, beijing(link)) == ("义乌 出口", RequestKind.ARTICLE, "2026-11-22 20:30")
    assert (album.title, album.published) == ("相册", None)


def test_a_channel_tree_leads_to_lists_and_a_list_to_articles_but_for_its_empty_last_element():
    tree = {"children": {"a": {"node": "/e1/e2", "domain_name": "finance.huanqiu.com", "children": {
        "b": {"node": "/e1/e2/e3", "domain_name": "finance.huanqiu.com"}}}}}  # fmt: skip
    found = links("huanqiu", json.dumps(tree), "https://finance.huanqiu.com/api/channel_pc")
    assert {link.kind for link in found} == {RequestKind.LISTING}
    assert [parse_qs(urlsplit(link.url).query)["node"] for link in found] == [['"/e1/e2"'], ['"/e1/e2/e3"']]
    page = {
        "list": [{"aid": "4TTaoSTxMLp", "title": "义乌", "host": "finance.huanqiu.com", "ctime": "1795395600000"}, {}]
    }
    [link] = links("huanqiu", json.dumps(page), found[0].url)
    assert (link.url, beijing(link)) == ("https://finance.huanqiu.com/article/4TTaoSTxMLp", "2026-11-23 01:00")


def test_a_list_on_a_host_of_somebody_else_is_not_asked_for():
    tree = {"children": {"a": {"node": "/e1", "domain_name": "elsewhere.example"}}}
    assert links("huanqiu", json.dumps(tree), "https://finance.huanqiu.com/api/channel_pc") == ()


def test_a_page_that_names_its_data_source_leads_to_it():
    page = '<ul class="wz-list" data="datasource:6f3a8b2c4d5e6f708192a3b4c5d6e7f8" datatype="ds"></ul>'
    [link] = links("xinhua", f"<html><body>{page}</body></html>", "http://www.news.cn/xhsxw.htm")
    assert (link.kind, link.url) == (RequestKind.LISTING, "http://www.news.cn/ds_6f3a8b2c4d5e6f708192a3b4c5d6e7f8.json")
    rows = {"datasource": [{"title": "<a>义乌</a>", "publishTime": "2026-11-23 08:00:00",
            "publishUrl": "../fortune/20261123/0123456789abcdef0123456789abcdef/c.html"}]}  # fmt: skip
    [row] = links("xinhua", json.dumps(rows), link.url)
    assert row.url == "http://www.news.cn/fortune/20261123/0123456789abcdef0123456789abcdef/c.html"
    assert (row.title, beijing(row)) == ("义乌", "2026-11-23 00:00")


def test_the_answer_of_a_search():
    rows = [{"title": "<em>义乌</em>外贸", "url": "http://zj.people.com.cn/n2/2026/1123/c1-40600005.html",
             "displayTime": 1795395600000}]  # fmt: skip
    body = json.dumps({"code": "0", "data": {"records": rows, "total": 1}})
    [link] = links("people", body, "http://search.people.cn/search-platform/front/search")
    assert (link.title, beijing(link)) == ("义乌外贸", "2026-11-23 01:00")


COLUMN = "https://www.yw.gov.cn/col/col1229187636/index.html"


def test_a_jpaas_column_leads_to_its_units_and_their_answer_to_articles_and_the_next_page():
    unit = "{'webId':'3549','pageId':'1229187636','tplSetId':'zf','tagId':'新闻列表','pageType':'column'}"
    page = f'<html><body><div class="list" queryData="{unit}"></div></body></html>'
    [link] = links("yiwu_gov", page, COLUMN)
    query = parse_qs(urlsplit(link.url).query)
    assert link.kind is RequestKind.LISTING
    assert link.url.startswith("https://www.yw.gov.cn/api-gateway/jpaas-publish-server/front/page/build/unit?")
    assert (query["parseType"], query["tagId"]) == (["bulidstatic"], ["新闻列表"])
    assert ("Referer", COLUMN) in link.headers
    html = ('<ul><li><a title="外贸创新高" href="/art/2026/11/5/art_1229187636_60000001.html">外贸…</a><span>2026-11-05'
            '</span></li></ul><div class="pager" count="40"></div>')  # fmt: skip
    found = links("yiwu_gov", json.dumps({"success": True, "data": {"html": html}}), link.url)
    assert (found[0].title, beijing(found[0])) == ("外贸创新高", "2026-11-04 16:00")
    assert found[1].kind is RequestKind.LISTING
    assert json.loads(parse_qs(urlsplit(found[1].url).query)["paramJson"][0]) == {"pageNo": 2, "pageSize": 15}
    refused = outcome("yiwu_gov", '{"success":false,"data":null}', link.url)
    assert refused.kind is OutcomeKind.FAILED


def test_a_column_whose_script_asks_the_data_proxy():
    source = SOURCES["jinhua_commerce"].model_copy(update={"hosts": ("swj.jinhua.example",)})
    page = """<html><script>$("#77").jpage({
    dataUrl:'/module/web/jpage/dataproxy.jsp?page=1&webid=9&unitid=77'})</script>
    <body><p>商务动态</p></body></html>"""
    [link] = links(source, page, "http://swj.jinhua.example/col/col9/index.html")
    assert link.url == "http://swj.jinhua.example/module/web/jpage/dataproxy.jsp?page=1&webid=9&unitid=77"


def test_a_page_of_a_newspaper_leads_to_its_articles_and_the_other_pages():
    page = """<html><body><div id="list"><li><a href="node_01.html">第01版</a></li>
    <li><a href="node_02.html">第02版</a></li>
    </div><map><area href="../../../content/202611/24/content_30121.html"></map><ul class="news-list">
    <li><a href="../../../content/202611/24/content_30121.html">义乌的一天</a></li>
    <li><a href="../../../content/202611/24/content_30122.html">本版责编：张三 李四</a></li></ul></body></html>"""
    found = links("people_paper", page, "https://paper.people.com.cn/rmrb/pc/layout/202611/24/node_01.html")
    assert [(link.kind.value, link.url.rpartition("/")[2], link.title) for link in found] == [
        ("listing", "node_02.html", "第02版"),
        ("article", "content_30121.html", "义乌的一天"),
    ]


def test_an_album_and_the_history_of_an_account():
    rows = [{"title": "义乌港", "url": "http://mp.weixin.qq.com/s?__biz=MzA=&amp;mid=22&amp;idx=1&amp;sn=ab&amp;chksm=cd#rd",
             "create_time": "1795395600"}]  # fmt: skip
    body = json.dumps({"base_resp": {"ret": 0}, "getalbum_resp": {"article_list": rows}})
    [link] = links("yiwu_fabu", body, "https://mp.weixin.qq.com/mp/appmsgalbum?action=getalbum&f=json")
    assert (link.url, beijing(link)) == ("http://mp.weixin.qq.com/s?__biz=MzA=&mid=22&idx=1&sn=ab", "2026-11-23 01:00")
    item = {"app_msg_ext_info": {"title": "义乌港", "content_url": "/s?timestamp=1&amp;signature=a*b"},
            "comm_msg_info": {"datetime": 1795395600}}  # fmt: skip
    page = f"<html><script>var msgList = {json.dumps({'list': [item]}, ensure_ascii=False)};\nvar x = 1</script></html>"
    [link] = links("wechat", page, "https://mp.weixin.qq.com/profile?src=3")
    assert (link.url, link.title) == ("https://mp.weixin.qq.com/s?timestamp=1&signature=a*b", "义乌港")


def test_a_container_of_posts_without_groups_advertisements_and_old_pinned_posts():
    def card(bid: str, text: str, when: str) -> dict[str, object]:
        return {"card_type": 9, "mblog": {"bid": bid, "text": text, "created_at": when}}

    cards = [
        card("Pinned001", "置顶", "Tue Nov 17 22:30:00 +0800 2020"),
        {"card_type": 11, "card_group": [{"title": "相关用户"}]},
        card("Qabc12345", "义乌<br />出口<a href='x'>全文</a>", "Mon Nov 23 09:00:00 +0800 2026"),
    ]
    body = json.dumps({"ok": 1, "data": {"cards": cards}})
    [link] = links("weibo", body, "https://m.weibo.cn/api/container/getIndex?containerid=1076031")
    assert link.url == "https://m.weibo.cn/statuses/show?id=Qabc12345"
    assert SOURCES["weibo"].address_for_readers(link.url) == "https://m.weibo.cn/status/Qabc12345"
    wall = outcome("weibo", '{"ok":-100,"url":"https://passport.weibo.com/sso/signin"}', link.url)
    assert wall.kind is OutcomeKind.LOGIN


@pytest.mark.parametrize("body", ["{", "[" * 5000, 'a({"x":', "<rss", "<urlset><url><loc>", "<feed>", "\x1f\x8b"])
def test_what_is_broken_is_a_list_without_links(body):
    for name in ("people", "cctv", "weibo", "yiwu_gov"):
        found = outcome(name, body, "http://www.people.com.cn/rss/ywkx.xml")
        assert found.kind in {OutcomeKind.LISTING, OutcomeKind.EMPTY}
        assert found.links == ()
        assert found.problem
