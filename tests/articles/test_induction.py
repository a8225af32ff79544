"""What is proposed for a new source: the rule of its articles' addresses, selectors, places that list articles."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from barometer.articles import read
from barometer.articles.induction import (
    Anchor,
    Sample,
    draft_of,
    finds_on,
    induce_rules,
    narrowed,
    preview,
    propose_selectors,
    propose_strips,
    section_pages,
    sound,
)
from barometer.articles.induction.draft import name_of
from barometer.articles.induction.entries import further_rules, list_rule, site_of
from barometer.errors import ReadError
from barometer.model import RequestKind
from barometer.sources import Select, canonical_url, load_sources
from barometer.sources.recorded import recorded_pages
from barometer.sources.schema import compiled

ROOT = Path(__file__).parents[2]
NOW = datetime(2025, 6, 22, tzinfo=UTC)
HEADLINE = "义乌出口增长百分之十二创新高"
MENU = [Anchor(f"https://x.cn/col/col{number}/index.html", "要闻") for number in range(30)]


@pytest.mark.parametrize(
    ("urls", "pattern", "unseen"),
    [
        (
            [f"http://z.cn/n2/2025/06{day}/c186327-4126000{day}.html" for day in range(10, 14)],
            r"^https?://z\.cn/n\d{1,2}/\d{4}/\d{4}/c\d+-(?P<key>\d{8,})\.html$",
            "https://z.cn/n1/2026/0101/c1004-412600001.html",
        ),
        (
            [f"https://y.gov.cn/art/2025/6/{day}/art_1229133960_5950{day}.html" for day in range(10, 14)],
            r"^https?://y\.gov\.cn/art/\d{4}/\d{1,2}/\d{1,2}/art_\d+_(?P<key>\d{5,})\.html$",
            "https://y.gov.cn/art/2025/12/5/art_7_60001.html",
        ),
        (
            [
                f"https://e.org/{section}/yiwu-exports-rise-{number}"
                for section, number in (("a", 1001), ("a", 1002), ("b", 1003))
            ],
            r"^https?://e\.org/(?:a|b)/[^/?&]+-(?P<key>\d{3,})$",
            "https://e.org/b/other-words-20001",
        ),
        (
            [f"https://n.cn/20250618/{number:032x}/c.html" for number in range(0xABCDEF1234567890, 0xABCDEF1234567894)],
            r"^https?://n\.cn/\d{8}/(?P<key>[0-9a-f]{32})/c\.html$",
            f"https://n.cn/20260101/{'00ff' * 8}/c.html",
        ),
        (
            [f"https://x.cn/show.php?cat=3&id={number}" for number in (901, 940, 1002)],
            r"^https?://x\.cn/show\.php\?cat=\d{1,2}&id=(?P<key>\d+)$",
            "https://x.cn/show.php?cat=12&id=7",
        ),
    ],
    ids=["column and id", "government", "words", "hexadecimal", "query"],
)
def test_the_rule_of_articles_is_that_of_links_with_headlines(urls, pattern, unseen):
    rules = induce_rules([*MENU, *(Anchor(url, HEADLINE) for url in urls)], "zh")
    assert [rule.pattern for rule in rules] == [pattern]
    assert len({compiled(pattern).search(url).group("key") for url in urls}) == len(urls)
    assert compiled(pattern).search(unseen)
    assert not any(compiled(pattern).search(anchor.url) for anchor in MENU)


def test_a_menu_or_two_links_are_no_list_of_articles():
    assert induce_rules(MENU, "zh") == []
    assert induce_rules([Anchor(f"https://x.cn/a/{number}.html", HEADLINE) for number in range(2)], "zh") == []


def test_a_rule_takes_in_no_more_than_its_addresses_call_for():
    def named(*paths: str) -> list[Anchor]:
        return [Anchor(f"https://www.e.org/{path}", "Yiwu exports rise again this month") for path in paths]

    news = named(*(f"{section}/yiwu-exports-{number}" for section in ("trade", "world") for number in (20431, 20432)))
    others = named("sponsored/buy-our-umbrellas-20433", "topic/all-about-yiwu-20434", "tags/yiwu-exports-20435")
    others.append(Anchor("https://www.e.org/trade/great-umbrellas-20436", "Sponsored: the greatest umbrellas"))
    [rule] = induce_rules([*news, *others], "en")
    assert set(rule.anchors) == set(news)
    wanted = compiled(rule.pattern)
    assert not any(wanted.search(anchor.url) for anchor in others[:3])
    for address in (
        "https://ads.e.org/trade/yiwu-exports-20431",
        "https://www.e.org/partner/trade/yiwu-exports-20431",
        "https://www.e.org/trade/yiwu-exports-2",
        "https://www.e.org/sport/yiwu-wins-20437",
    ):
        assert not wanted.search(address), address
    left = narrowed(rule, ["trade"], "en")
    assert [anchor.url for anchor in left.anchors] == [anchor.url for anchor in news[:2]]
    assert not compiled(left.pattern).search("https://www.e.org/world/yiwu-exports-20431")
    # A newsroom that keeps its articles where others keep what is none is believed.
    assert induce_rules(named(*(f"special/yiwu-exports-{number}" for number in (20431, 20432, 20433))), "en")


def test_the_front_pages_of_the_sections_that_hold_articles_are_known():
    paths = ("trade/yiwu-exports-rise-20431", "trade/yiwu-exports-rise-20432", "world/yiwu-imports-rise-20433")
    [rule] = induce_rules([Anchor(f"https://e.org/{path}", "Yiwu exports rise again") for path in paths], "en")
    menu = ("trade/", "world/index.html", "sport/", "", "trade/yiwu-exports-rise-20431", "trade/prices/", "world")
    found = section_pages([Anchor(f"https://e.org/{path}", "x") for path in menu], rule)
    assert found == ["https://e.org/trade/", "https://e.org/world/index.html", "https://e.org/world"]


def page_of(body: str) -> bytes:
    return f"<html><head><title>t</title></head><body>{body}</body></html>".encode()


PROSE = "".join(
    f"<p>Exports of umbrellas from Yiwu grew by {n} percent in May, the bureau said on Monday.</p>" for n in (7, 8, 9)
)
ARTICLE = (
    '<h1>Exports of Yiwu rise in {0}</h1><span class="when">2025-06-1{0} 09:30</span><div id="story"><p>Story {0}.</p>'
    '{prose}<div class="share-bar"><a href="/s/1">Share</a> <a href="/s/2">Print this page</a></div>'
    '<div class="box"><h4>Read on</h4><ul><li><a href="/trade/a-{0}1">Another story of the trade city {0}</a></li>'
    '<li><a href="/trade/a-{0}2">A further story of the port of Ningbo {0}</a></li></ul></div>'
    '<div class="plea"><p>Our newsroom lives on its readers: please support it today.</p></div></div>'
)
SAMPLES = [
    Sample(f"https://www.e.org/trade/a-{number}", page_of(ARTICLE.format(number, prose=PROSE))) for number in (1, 2, 3)
]


def test_what_is_to_be_taken_out_of_an_article_is_named():
    assert propose_strips(SAMPLES, "#story") == (".share-bar", ".box", ".plea")
    assert propose_strips(SAMPLES[:1], "#story") == (".share-bar", ".box")  # of one nobody can tell what repeats
    plain = [Sample(sample.url, sample.body.replace(b"share-bar", b"").replace(b"plea", b"")) for sample in SAMPLES]
    assert propose_strips(plain, "#story") == (".box",)  # an element without a name is left to a person


def test_a_page_that_lists_articles_is_none_whatever_its_address():
    links = "".join(
        f'<li><a href="/trade/b-{n}">A story about the umbrellas of Yiwu, part {n}</a></li>' for n in range(9)
    )
    topic = Sample("https://www.e.org/specials/a-4", page_of(f"<h1>All about umbrellas</h1><ul>{links}</ul>"))
    undated = Sample("https://www.e.org/about/a-5", page_of(f"<h1>About this paper</h1>{PROSE}"))
    empty = Sample("https://www.e.org/x/a-6", b"")
    bare = load_sources(ROOT / "settings" / "sources")["global_times"]
    assert sound([*SAMPLES, topic, undated, empty], bare, NOW) == [True, True, True, False, False, False]


@pytest.mark.parametrize(
    ("links", "further", "archives"),
    [
        ('<a href="/n/?page=2">2</a><a href="/n/?page=3">3</a>', (r"/n/\?page=\d+$",), ()),
        ('<a href="/n/page/2/">Older stories</a>', (r"/n/page/\d+/$",), ()),
        ('<a href="/archive/2025/05/">« Older</a>', (r"/archive/\d{4}/\d+/$",), ()),
        ('<a href="/n/12.html">12</a><a href="/n/list_2.html">下一页</a>', (r"/n/list_\d+\.html$",), ()),
        ('<a href="/trade/">更多&gt;&gt;</a><a href="/archive.html">往期回顾</a>', (), ("/trade/", "/archive.html")),
        ('<a href="/all">See all stories</a><a href="/old" aria-label="Archive"></a>', (), ("/all", "/old")),
        ('<a href="https://other.example/2.html">Next</a><a href="/n/1.html">A story</a>', (), ()),
    ],
    ids=["query", "folders", "months", "a day is no page", "更多", "all", "elsewhere"],
)
def test_lists_beside_the_page_itself_are_found(links, further, archives):
    finds = finds_on(page_of(links), {}, "https://www.daily.example/n/", NOW)
    assert further_rules(finds.further) == further
    assert finds.archives == tuple(f"https://www.daily.example{path}" for path in archives)
    rules = [compiled(list_rule(url)) for url in finds.archives]
    assert all(rule.search(url) for rule, url in zip(rules, finds.archives, strict=True))
    assert not any(rule.search(f"{url}1.html") for rule, url in zip(rules, finds.archives, strict=True))


SITES = {
    "people": "http://zj.people.com.cn/GB/186327/index.html",
    "people_en": "http://en.people.cn/90778/index.html",
    "global_times": "https://www.globaltimes.cn/source/index.html",
    "jinhua_commerce": "http://swj.jinhua.example/col/col1229160001/index.html",
}


@pytest.mark.parametrize("name", SITES)
def test_what_is_proposed_for_a_site_reads_its_articles_as_its_own_file_does(name):
    source = load_sources(ROOT / "settings" / "sources", ROOT / "demo" / "sources")[name]
    pages = {url: page for url, page in recorded_pages([ROOT / "demo" / "edition-1"]).items() if page.status == 200}
    finds = finds_on(pages[SITES[name]].body(), {}, SITES[name], NOW)
    rule = induce_rules(finds.anchors, finds.language)[0]
    assert len(rule.anchors) >= 4
    assert {source.request_kind(anchor.url) for anchor in rule.anchors} == {RequestKind.ARTICLE}
    there = [anchor.url for anchor in rule.anchors if anchor.url in pages]
    samples = [Sample(canonical_url(url), pages[url].body()) for url in there[:3]]
    bare = draft_of("new", SITES[name], "html", finds, rule, {}, NOW)
    select = propose_selectors(samples, bare.source(), NOW)
    draft = draft_of("new", SITES[name], "html", finds, rule, select, NOW)
    for sample, proposed in zip(samples, preview(draft, samples, NOW), strict=True):
        own = read(sample.body, {}, sample.url, source, RequestKind.ARTICLE, NOW).part
        part = proposed.outcome.part
        assert (part.title, part.published, part.method) == (own.title, own.published, "rules")
        assert own.text in part.text  # what the file's author takes out by hand may still be there
        assert len(part.text) < 1.1 * len(own.text)


def test_feeds_and_further_pages_are_found_on_the_page_that_lists_articles():
    page = (
        b'<html><head><title>Yiwu Daily - news</title><link rel="alternate" type="application/rss+xml" href="/f.xml">'
        b'</head><body><a href="/rss/all.xml">RSS</a><a href="/n/1.html">A headline of the day in Yiwu</a>'
        b'<a href="/n/list_2.html">2</a><a href="/n/list_3.html">Next</a></body></html>'
    )
    finds = finds_on(page, {}, "https://www.daily.example/n/", NOW)
    assert finds.feeds == ("https://www.daily.example/f.xml", "https://www.daily.example/rss/all.xml")
    assert further_rules(finds.further) == (r"/n/list_\d+\.html$",)
    assert finds.title == "Yiwu Daily - news"


def test_what_is_no_page_says_so():
    with pytest.raises(ReadError):
        finds_on(b"", {}, "https://daily.example/", NOW)


def test_a_source_is_named_after_its_site():
    assert [
        name_of(url) for url in ("https://www.yw.gov.cn/a", "https://news.example.org/", "http://127.0.0.1:8123/")
    ] == [
        "yw",
        "example",
        "site",
    ]
    assert [site_of(host) for host in ("a.b.com.cn", "www.example.org", "example.org", "127.0.0.1")] == [
        "b.com.cn",
        "example.org",
        "example.org",
        "127.0.0.1",
    ]


INFO = (
    '<div class="info"><span>来源：义乌商报</span> <span>发布时间：2025-06-1{0} 09:30</span> {1}'
    "<span>浏览次数：{0}12</span></div>"
)
LINES = "".join(f"<p>前{n}个月义乌雨伞出口增长百分之{n}，订单排到九月，商户说比去年多。</p>" for n in (3, 4, 5))


def told_by(authors):
    pages = [
        page_of(f"<h1>义乌雨伞出口增长之{n}</h1>{INFO.format(n, author)}<div id=text>{LINES}<p>之{n}。</p></div>")
        for n, author in enumerate(authors, 1)
    ]
    return [Sample(f"http://x.cn/a/{n}", page) for n, page in enumerate(pages)]


def test_an_author_is_proposed_where_most_pages_name_one_and_none_is_read_where_none_is_named():
    bare = load_sources(ROOT / "settings" / "sources")["jinhua_commerce"]
    named, nobody = "<span>作者：{}</span> ", "<span></span> "
    samples = told_by([named.format("沈知遥"), nobody, named.format("商务局综合科")])
    select = propose_selectors(samples, bare, NOW)
    assert select["author"].startswith("re: 作者")
    source = bare.model_copy(update={"select": (Select(**select),)})
    outcomes = [read(one.body, {}, one.url, source, RequestKind.ARTICLE, NOW) for one in samples]
    assert [one.part.author for one in outcomes] == ["沈知遥", None, "商务局综合科"]
    assert "author" not in propose_selectors(told_by([named.format("沈知遥"), nobody, nobody]), bare, NOW)
    whole = bare.model_copy(update={"select": (Select(**{**select, "author": ".info"}),)})  # a line of many things
    outcomes = [read(one.body, {}, one.url, whole, RequestKind.ARTICLE, NOW) for one in samples[:2]]
    assert [one.part.author for one in outcomes] == ["沈知遥", None]
