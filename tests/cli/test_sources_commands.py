"""`barometer sources`: what a person is told of a source, and of what is wrong with a command."""

import json

import pytest

from tests.crawler.site import Answer

PEOPLE = "demo/edition-1/people-zj/c186327-41260001.html"
ADDRESS = "http://zj.people.com.cn/n2/2025/0618/c186327-41260001.html"


def test_health_tells_each_source_apart(barometer):
    done = barometer("sources", "health", "--json", BAROMETER_MORE_SOURCES="demo/sources")
    states = {told["source"]: told for told in map(json.loads, done.stdout.splitlines())}
    assert states["people"]["state"] in {"ok", "no news"}
    assert states["people"]["articles_in_a_week"] > 10
    assert states["reuters"]["state"] == "unconfigured"
    assert done.returncode == int(any(told["alarm"] for told in states.values()))


def test_check_says_what_would_be_fetched_and_why_not(barometer):
    told = barometer("sources", "check", "people").stdout
    assert "5 s between two requests, 500 pages a run" in told
    assert "http://zj.people.com.cn: rules of the site" in told
    assert "due 20" in told  # the ladder of visits
    assert "it needs a subscription" in barometer("sources", "check", "reuters").stdout.replace("\n", " ")


def test_check_shows_what_each_selector_finds(barometer):
    done = barometer("sources", "check", "people", PEOPLE, "--url", ADDRESS)
    assert done.returncode == 0, done.stderr
    assert "counts as article: `articles` has" in done.stdout
    assert "people:41260001" in done.stdout
    assert "2025-06-18T08:12:00+08:00 (minute)" in done.stdout
    assert "template  1 fits" in done.stdout
    assert "nothing at .zdfy" in done.stdout
    assert "template 2 does not fit: no #rwb_zw" in done.stdout
    lines = [line.strip() for line in done.stdout.splitlines()]
    at = lines.index("published    .rm_txt .channel")
    assert lines[at + 1].startswith("2025年06月18日08:12")  # what the selector found, as it stands there
    assert "read as" in lines[lines.index("editor       .rm_txt .edit") + 2]


def test_check_tells_what_was_found_and_is_of_no_use_and_what_is_taken_out(barometer, tmp_path):
    (tmp_path / "edited.yaml").write_text(
        """
name: {zh: 改, en: Edited}
publisher: commercial
language: zh
hosts: [e.example]
articles: ['/a/(?P<key>\\d+)$']
listings: ['/list$']
links: .list
select:
- {body: ['.photo', '#text'], title: h1, published: ['.by', '.when'], author: 'line: ^记者(.+)$', strip: [.share, .ads],
   drop: '^责编', stop: '^相关阅读'}
""",
        encoding="utf-8",
    )
    page = """<h1>义乌出口增长</h1><p class="by">记者王小明</p><p class="when">2026-03-01 08:30</p>
    <div class="photo"><img></div><div id="text"><p>记者王小明</p>
    <p>前两月义乌出口增长12%，比去年同期多出三个百分点，商户说订单排到了五月。</p>
    <p class="share">分享到</p><p>责编：李四</p><p>相关阅读</p><p>另一篇报道</p></div>"""
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    own = {"BAROMETER_MORE_SOURCES": str(tmp_path)}
    done = barometer("sources", "check", "edited", str(tmp_path / "page.html"), "--url", "http://e.example/a/1", **own)
    told = " ".join(done.stdout.split())
    assert "published .by: found, but no date in it 记者王小明 published .when 2026-03-01 08:30" in told
    assert "author line: ^记者(.+)$ 王小明" in told
    assert "strip .share takes out 1: 分享到 strip .ads: nothing" in told
    assert "drop ^责编 takes out 1: 责编：李四" in told
    assert "stop ^相关阅读 ends the text at 相关阅读" in told
    items = '<ul class="list"><a href="/a/1">义乌</a><a href="/b/2">别的</a></ul>'
    items += '<a href="/a/3">旁栏</a><a href="//x.example/">外</a><a href="javascript:void(0)">空</a>'
    (tmp_path / "list.html").write_text(items, encoding="utf-8")
    done = barometer("sources", "check", "edited", str(tmp_path / "list.html"), "--url", "http://e.example/list", **own)
    told = " ".join(done.stdout.split())
    assert "links 1 articles, 0 further lists" in told
    assert "1 links are not followed: no rule of `articles` or `listings` matches it http://e.example/b/2" in told
    assert "1 links are not followed: outside `links`: .list http://e.example/a/3" in told
    assert "1 links are not followed: its host is none of the source's: e.example http://x.example/" in told


def test_check_says_why_an_address_is_not_followed(barometer):
    done = barometer("sources", "check", "global_times", PEOPLE, "--url", ADDRESS)
    assert "nothing that is followed: its host is none of the source's: globaltimes.cn" in done.stdout


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        (("check", "nobody"), 2, "no source nobody; there are: "),
        (("check", "people", "missing.html"), 2, "missing.html: no such file, and no address"),
        (("check", "people", "http://127.0.0.1:1/"), 1, "127.0.0.1 is not a public address"),
        (("health", "nobody"), 2, "no source nobody"),
        (("add", "http://127.0.0.1:1/", "--name", "people"), 2, "there is a source people already"),
        (("record", "people", "Bad Case", PEOPLE), 2, "names no case"),
    ],
)
def test_a_mistake_is_told_in_one_line(barometer, command, code, told):
    done = barometer("sources", *command)
    assert done.returncode == code
    assert told in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_walk_into_the_future_is_a_mistake(barometer):
    done = barometer("crawl", "people", "--since", "2999-01-01")
    assert (done.returncode, "in the future" in done.stderr) == (2, True)


PLAIN = """
name: {{zh: 试, en: Plain}}
publisher: commercial
language: zh
hosts: [e.example]
articles: ['/a/(?P<key>\\d+)\\.html$']
select:
- {{body: '#text', title: h1, published: .when{more}}}
"""
PAGE = "<h1>义乌出口增长</h1><p class='when'>2026-03-01 08:30</p><div id='text'>{text}</div>{more}"


def checked(barometer, folder, text, *, page="", source="", **more):
    """Check a page against a plain source; give what was told, on one line."""
    (folder / "plain.yaml").write_text(PLAIN.format(more=source), "utf-8")
    (folder / "page.html").write_text(PAGE.format(text=text, more=page), "utf-8")
    own = {"BAROMETER_MORE_SOURCES": str(folder), "COLUMNS": "200"}
    address = "http://e.example/a/7.html"
    done = barometer("sources", "check", "plain", str(folder / "page.html"), "--url", address, **own, **more)
    return " ".join(done.stdout.split())


def test_check_tells_the_page_that_next_leads_to_or_why_it_is_not_followed(barometer, tmp_path):
    text, found = "<p>前两月义乌出口增长12%。</p>", ", next: '.n::attr(href)'"
    told = checked(barometer, tmp_path, text, source=found, page="<a class=n href='./7_1.html'>2</a>")
    assert "next part http://e.example/a/7_1.html" in told
    assert "next .n::attr(href) http://e.example/a/7_1.html" in told
    told = checked(barometer, tmp_path, text, source=found, page="<a class=n href='8.html'>2</a>")
    assert "next part" not in told
    assert ".n::attr(href): found, but http://e.example/a/8.html is another article by the rules" in told
    assert "article `next` is not followed" in told
    told = checked(barometer, tmp_path, text, source=", next: .n", page="<div class=n><a href='8.html'>2</a></div>")
    assert "next .n: found, but no link to a further page of the article in it" in told


def test_a_picture_and_its_caption_are_an_article_and_check_names_the_rule_that_takes_all_text(barometer, tmp_path):
    picture = "<p><img src=a></p><p>6月11日，{}班列在岚江联运站整装待发。（通讯员 方棠 摄）</p>"
    told = checked(barometer, tmp_path, picture.format("首趟") + picture.format("又一趟"))
    assert (
        "begins 6月11日，首趟班列在岚江联运站整装待发。 ends 6月11日，又一趟班列在岚江联运站整装待发。 read by" in told
    )
    text = "<p>责编：李四</p><p>新华社发（方棠 摄）</p><p>报名请洽</p><p class=ads>广告</p>"
    told = checked(barometer, tmp_path, text, source=", drop: ^报名, strip: [.ads, .no]")
    assert (
        "body #text: found, but no text is left of it: `strip` .ads, the rule of furniture (editors, sharing), "
        "the rule of photo credits, `drop` ^报名 took it"
    ) in told
    assert "body #text: found, but there is no text in it" in checked(barometer, tmp_path, "<img src=a>")


def test_check_tells_where_a_page_leads_and_whether_an_article_is_on_topic(barometer, tmp_path):
    refresh = "<meta http-equiv=refresh content='0;url=http://{}'>"
    own = {"BAROMETER_MORE_SOURCES": str(tmp_path), "COLUMNS": "200"}
    checked(barometer, tmp_path, "")
    for target, told in (
        ("e.example/a/8.html", "which a run asks for"),
        ("o.example/1", "which is not followed: its host"),
    ):
        (tmp_path / "moved.html").write_text(f"<html><head>{refresh.format(target)}</head></html>", "utf-8")
        address = "http://e.example/a/7.html"
        done = barometer("sources", "check", "plain", str(tmp_path / "moved.html"), "--url", address, **own)
        assert f"leads to http://{target}" in done.stdout
        assert told in done.stdout
    told = checked(barometer, tmp_path, "<p>前两月义乌小商品出口增长12%，市场外贸订单增多。</p>")
    assert "topic on: 义乌 with" in told
    assert "claims 1: 12%" in told
    told = checked(barometer, tmp_path, "<p>前两月岚江茶叶出口增长12%。</p>")
    assert "topic off: " in told
    assert "claims 1, which a run reads with --all-topics only: 12%" in told


def test_check_tells_the_status_first_and_reads_no_error_page(barometer, tmp_path, site):
    site.give(
        "/a/7.html", Answer(404, PAGE.format(text="<p>对不起，您访问的页面不存在，请返回首页。</p>", more="").encode())
    )
    (tmp_path / "plain.yaml").write_text(PLAIN.format(more="").replace("e.example", "127.0.0.1"), "utf-8")
    own = {"BAROMETER_MORE_SOURCES": str(tmp_path), "BAROMETER_NETWORK_ALLOW": f"127.0.0.1:{site.port}"}
    done = barometer("sources", "check", "plain", site.url("/a/7.html"), **own)
    assert done.returncode == 1
    assert done.stdout.startswith("HTTP 404: nothing is read of such an answer\n")
    assert "outcome   gone  HTTP 404" in done.stdout
    assert "template" not in done.stdout
    assert "claims" not in done.stdout


@pytest.mark.parametrize(
    ("markup", "told", "outcome"),
    [
        ("<a class=full href=8.html>全文</a>", "http://e.example/a/8.html: that is asked for", "listing"),
        ("<a class=full href=/b/8>全文</a>", "http://e.example/b/8: no article by the source's rules", "article"),
        ("", "nothing: the page is read as an article of its own", "article"),
    ],
)
def test_check_tells_what_original_finds(barometer, tmp_path, markup, told, outcome):
    source = "}\noriginal: 'a.full::attr(href)'\nexpect: {titled: 0.9"
    shown = checked(barometer, tmp_path, "<p>前两月义乌出口增长12%。</p>", source=source, page=markup)
    assert f"outcome {outcome}" in shown
    assert f"original {told}" in shown
