"""Every source file that is shipped loads, and its URL rules say what a reader of the site would say."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from barometer.model import RequestKind
from barometer.sources import canonical_url, load_sources, match_source
from barometer.sources.asking import entries_of
from crawler.loader import TRANSPORTS

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


def test_every_source_is_told_of_in_the_documentation_as_its_file_says():
    page = (FOLDER.parents[1] / "docs" / "sources.md").read_text("utf-8")
    for name in SOURCES:
        assert f"`{name}`" in page, f"docs/sources.md does not tell of {name}"


def test_a_file_costs_no_more_than_25_lines_in_the_middle():
    lines = sorted(len(path.read_text("utf-8").splitlines()) for path in FOLDER.glob("*.yaml"))
    assert lines[len(lines) // 2] <= 25


def test_an_account_on_a_platform_is_never_matched_by_an_address():
    found = match_source(SOURCES, "https://mp.weixin.qq.com/s/KDWh_qGpFN5Vu1TR9t30Mw")
    assert found is not None
    assert found.id == "wechat"
    assert SOURCES["yiwu_fabu"].article_key("https://mp.weixin.qq.com/s?__biz=a&mid=1&idx=2") == "wechat:a:1:2"


@pytest.mark.parametrize("name", [name for name, source in SOURCES.items() if source.configured])
def test_what_a_source_begins_with_is_asked_for_by_its_transport(name):
    assert SOURCES[name].transport in TRANSPORTS
    for asked in entries_of(SOURCES[name], datetime.now(UTC)):
        assert "{" not in asked.url
        assert asked.url == canonical_url(asked.url)
