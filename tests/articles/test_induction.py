"""What is proposed for a new source: the rule of its articles' addresses, selectors, places that list articles."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from barometer.articles import read
from barometer.articles.induction import Anchor, Sample, draft_of, finds_on, induce_rules, preview, propose_selectors
from barometer.articles.induction.draft import name_of
from barometer.articles.induction.entries import further_rule, site_of
from barometer.errors import ReadError
from barometer.model import RequestKind
from barometer.sources import canonical_url, load_sources
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
            r"/n\d{1,2}/\d{4}/\d{4}/c\d+-(?P<key>\d+)\.html$",
            "http://f.cn/n1/2026/0101/c1004-4.html",
        ),
        (
            [f"https://y.gov.cn/art/2025/6/{day}/art_1229133960_5950{day}.html" for day in range(10, 14)],
            r"/art/\d{4}/\d{1,2}/\d{1,2}/art_\d+_(?P<key>\d+)\.html$",
            "https://y.gov.cn/art/2025/12/5/art_7_1.html",
        ),
        (
            [
                f"https://e.org/{section}/yiwu-exports-rise-{number}"
                for section, number in (("a", 1001), ("a", 1002), ("b", 1003))
            ],
            r"/[\w-]+/[^/?&]+-(?P<key>\d+)$",
            "https://e.org/world/other-words-20001",
        ),
        (
            [f"https://n.cn/20250618/{number:032x}/c.html" for number in range(0xABCDEF1234567890, 0xABCDEF1234567894)],
            r"/\d{8}/(?P<key>[0-9a-f]+)/c\.html$",
            "https://n.cn/20260101/00ff/c.html",
        ),
        (
            [f"https://x.cn/show.php?cat=3&id={number}" for number in (901, 940, 1002)],
            r"/show\.php\?cat=\d{1,2}&id=(?P<key>\d+)$",
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
    assert further_rule(finds.further) == r"/n/list_\d+\.html$"
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
