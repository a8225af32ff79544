"""The next page of an article: found where there is one, and never another article."""

from pathlib import Path

import pytest

from barometer.articles.page import Page
from barometer.articles.pager import following, next_page
from barometer.sources import load_sources

SOURCES = load_sources(Path(__file__).parents[2] / "settings" / "sources")


def found(pager, url, source="any"):
    return next_page(Page(f"<html><body><div class=p>{pager}</div></body></html>", url), (".p",), SOURCES[source])


@pytest.mark.parametrize(
    ("pager", "url", "expected"),
    [
        ('<a href="a.html">1</a><a href="a_2.html">2</a>', "http://x.example/a.html", "http://x.example/a_2.html"),
        ('<a href="a_2.html">2</a><a href="a_3.html">3</a>', "http://x.example/a_2.html", "http://x.example/a_3.html"),
        ('<a href="a_2.html">下一页</a>', "http://x.example/a.html", "http://x.example/a_2.html"),
        (
            '<a href="a.html">上一页</a><a href="a_3.html"><img></a>',
            "http://x.example/a_2.html",
            "http://x.example/a_3.html",
        ),
        (
            '<a href="?page=2">2</a><a href="?page=3">3</a>',
            "http://x.example/c.html?page=2",
            "http://x.example/c.html?page=3",
        ),
        ('<a href="a.html">1</a><a href="a_2.html">2</a>', "http://x.example/a_2.html", None),
        ('<a href="b.html">下一页</a>', "http://x.example/a.html", None),
        ('<a href="a.html">下一页</a>', "http://x.example/a.html", None),
        ('<a href="javascript:next()">下一页</a>', "http://x.example/a.html", None),
        ("", "http://x.example/a.html", None),
    ],
)
def test_next_page(pager, url, expected):
    assert found(pager, url) == expected


def test_pages_of_one_article_under_another_host_are_known_by_their_key():
    here = "http://culture.people.com.cn/n1/2026/0615/c1013-31153719.html"
    there = "http://people.com.cn/n1/2026/0615/c1013-31153719-2.html"
    assert found(f'<a href="{there}">下一页</a>', here, "people") == there


PAPER = SOURCES["any"].model_copy(
    update={
        "id": "paper",
        "publisher": "commercial",
        "hosts": ("x.example",),
        "articles": (r"/t\d+_(?P<key>\d+)\.html$",),
    }
)
SECOND = "<a href=t20260605_118731_1.html>2</a>"
STORY = "http://x.example/a/t20260605_118731.html"


@pytest.mark.parametrize(
    ("markup", "selector", "expected"),
    [
        ('<a class=n href="./t20260605_118731_1.html">2</a>', ".n::attr(href)", "t20260605_118731_1.html"),
        ('<a class=n href="rest.html">后面还有</a>', ".n::attr(href)", "rest.html"),
        ('<a class=n href="rest.html">全文</a>', ".n", "rest.html"),
        ("<script>var after = 'rest.html';</script>", "re: after = '([^']+)'", "rest.html"),
        (f"<div class=n><b>1</b>{SECOND}<a href=t20260605_118731_2.html>3</a></div>", ".n", "t20260605_118731_1.html"),
        ('<a class=n href="t20260605_118731_1.html">上一页</a>', ".n", None),
        ('<a class=n href="javascript:;">2</a>', ".n", None),
    ],
)  # fmt: skip
def test_the_address_that_a_selector_names_is_the_next_page(markup, selector, expected):
    page = Page(f"<html><body>{markup}</body></html>", STORY)
    after = following(page, (selector,), PAPER)
    assert after.url == (expected and f"http://x.example/a/{expected}")
    assert not after.refused


def test_a_page_numbered_1_is_the_second_one_and_2_the_third():
    pager = '<div class=n><a href="t20260605_118731.html">1</a><b>2</b><a href="t20260605_118731_2.html">3</a></div>'
    second = "http://x.example/a/t20260605_118731_1.html"
    assert next_page(Page(pager, second), (".n",), PAPER) == "http://x.example/a/t20260605_118731_2.html"


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://y.example/rest.html", "the host of http://y.example/rest.html is none of the source's"),
        ("t20260605_118739.html", "is another article by the rules of `articles`"),
        ("ftp://x.example/rest", "not a web address"),
    ],
)
def test_what_is_not_followed_all_the_same_is_told(address, why):
    after = following(Page(f'<a class=n href="{address}">2</a>', STORY), (".n::attr(href)",), PAPER)
    assert after.url is None
    assert after.refused
    assert why in after.why_not
