"""The next page of an article: found where there is one, and never another article."""

from pathlib import Path

import pytest

from barometer.articles.page import Page
from barometer.articles.pager import next_page
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
