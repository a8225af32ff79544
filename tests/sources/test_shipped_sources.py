"""Every source file that is shipped loads, and its URL rules say what a reader of the site would say."""

from pathlib import Path

import pytest

from barometer.model import RequestKind
from barometer.sources import load_sources, match_source

FOLDER = Path(__file__).parents[2] / "settings" / "sources"
SOURCES = load_sources(FOLDER)


def test_one_article_under_several_hosts_and_columns_has_one_key():
    people = SOURCES["people"]
    keys = {
        people.article_key("http://finance.people.com.cn/n1/2026/0510/c1004-40232587.html"),
        people.article_key("http://zj.people.com.cn/n2/2026/0510/c186327-40232587.html"),
        people.article_key("http://finance.people.com.cn/n1/2026/0510/c1004-40232587-2.html"),
    }
    assert keys == {"people:40232587"}


@pytest.mark.parametrize(
    ("url", "source", "kind"),
    [
        ("http://finance.people.com.cn/n1/2026/0510/c1004-40232587.html", "people", RequestKind.ARTICLE),
        ("http://finance.people.com.cn/GB/70846/index2.html", "people", RequestKind.LISTING),
        ("https://www.globaltimes.cn/page/202602/1354321.shtml", "global_times", RequestKind.ARTICLE),
        ("https://www.globaltimes.cn/source/economy/", "global_times", RequestKind.LISTING),
        ("https://example.org/some/article", "any", RequestKind.ARTICLE),
    ],
)
def test_url_belongs_to_its_source(url, source, kind):
    found = match_source(SOURCES, url)
    assert found is not None
    assert (found.id, found.request_kind(url)) == (source, kind)


def test_a_name_that_only_ends_like_a_host_is_not_the_host():
    found = match_source(SOURCES, "http://notpeople.com.cn/n1/2026/0510/c1004-40232587.html")
    assert found is not None
    assert found.id == "any"


def test_a_source_without_entry_points_is_listed_as_unconfigured():
    assert not SOURCES["jinhua_commerce"].configured
    assert SOURCES["people"].configured
