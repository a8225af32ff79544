"""A daily crawl reads the first pages of a list; a paper's pages are not pages of a list, and sitemaps are none."""

from pathlib import Path

import pytest

from barometer.ingest.walking import page_number, shallow
from barometer.model import Link, Outcome, OutcomeKind, RequestKind
from barometer.sources import load_sources
from barometer.sources.asking import Asked
from tests.ingest.walks import leased

ENTRY = Asked("http://zj.people.com.cn/GB/186327/index.html")
SOURCES = load_sources(Path(__file__).parents[2] / "settings" / "sources")


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("http://zj.people.com.cn/GB/186327/index.html", 1),
        ("http://zj.people.com.cn/GB/186327/index12.html", 12),
        ("https://www.chinanews.com.cn/scroll-news/news10.html", 10),
        ("https://www.chinadaily.com.cn/business/economy/page_3.html", 3),
        ("https://a.example/list?page=4&x=1", 4),
        ("https://www.yw.gov.cn/col/col1229187636/index.html", 1),
        ("https://www.chinanews.com.cn/scroll-news/2025/0617/news.shtml", 1),
        ("https://a.example/sitemap-news-12.xml", 1),
        ("https://weibo.cn/1669879400/profile?page=2", 2),
    ],
)
def test_which_page_of_a_list_an_address_is(url, page):
    assert page_number(url) == page


def test_later_pages_are_left_to_a_walk_but_articles_are_not():
    people = "http://zj.people.com.cn/GB/186327/index{}.html"
    links = [Link(people.format(number), RequestKind.LISTING) for number in (2, 3, 4, 17)]
    article = Link("http://zj.people.com.cn/n2/2025/0618/c186327-41260004.html", RequestKind.ARTICLE)
    found = shallow(Outcome(OutcomeKind.LISTING, (*links, article)), leased(ENTRY, 1), SOURCES["people"])
    assert [link.url for link in found.links] == [people.format(2), people.format(3), article.url]


def test_every_page_of_a_paper_is_read():
    pages = [
        Link(f"https://paper.people.com.cn/rmrb/pc/layout/202611/24/node_{n:02}.html", RequestKind.LISTING)
        for n in (2, 20)
    ]
    assert (
        len(shallow(Outcome(OutcomeKind.LISTING, tuple(pages)), leased(ENTRY, 1), SOURCES["people_paper"]).links) == 2
    )
