"""What a page offers as places where articles are listed: feeds, sitemaps, its own links, further pages of its list."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from barometer.articles.charset import decode
from barometer.articles.fallback import language_of
from barometer.articles.feeds import is_feed
from barometer.articles.induction.url_rules import Anchor
from barometer.articles.lists import read_list
from barometer.articles.page import Page
from barometer.articles.paragraphs import collapse, flat_text
from barometer.articles.sitemaps import sitemap_kind, unpacked
from barometer.errors import ReadError
from barometer.model import RequestKind
from barometer.sources import Source, canonical_url, host_of

MOST_ANCHORS = 2000
MOST_RULES = 2  # of further pages
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_FEED_ADDRESS = re.compile(r"(?i)(?:/rss|/feed|/atom)(?:[/.?]|$)|\.(?:rss|atom)$")
_TURNS = re.compile(
    r"(?i)^\W*(?:下一?页|后一?页|尾页|末页|加载更多|older(?: (?:posts|stories|articles|news|entries))?"
    r"|next(?: page)?|last(?: page)?|load more)\W*$"
)
_PAGE = re.compile(r"^\W*\d{1,3}\W*$")
_ARCHIVE = re.compile(
    r"(?i)^\W*(?:查看|浏览|阅读)?(?:更多|全部|往期|历史|存档|归档|回顾)(?:新闻|文章|资讯|内容|报道|列表|回顾|消息)?\W*$"
    r"|^\W*(?:(?:see |view |read |browse )?(?:all|more)(?: (?:news|stories|articles|posts))?"
    r"|(?:news |story )?archives?|(?:previous|past|earlier) (?:issues|editions|news|stories))\W*$"
)
_LAST_NUMBER = re.compile(r"(\d{1,3})(\D*)$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TWO_PART_SUFFIXES = frozenset({"com", "gov", "org", "net", "edu", "co", "ac"})


@dataclass(frozen=True, slots=True)
class Finds:
    """What was found on a page: its links, those dated as listed, and where else its site may list articles."""

    kind: str  # html | feed | sitemap
    title: str
    language: str
    anchors: tuple[Anchor, ...]
    dates: Mapping[str, datetime] = field(default_factory=dict)  # of addresses that are listed with a date
    feeds: tuple[str, ...] = ()
    further: tuple[str, ...] = ()  # addresses of further pages of this list
    archives: tuple[str, ...] = ()  # addresses of lists that it sends readers on to, such as 更多 or "Older stories"
    lists: tuple[str, ...] = ()  # lists that it names, as an index of sitemaps does


def site_of(host: str) -> str:
    """Give the domain that a host's site goes by: example.org of www.example.org, yw.gov.cn of www.yw.gov.cn."""
    labels = host.split(".")
    if len(labels) < 3 or labels[-1].isdigit():
        return host
    many = 3 if len(labels[-1]) == 2 and labels[-2] in _TWO_PART_SUFFIXES else 2
    return ".".join(labels[-many:])


def finds_on(body: bytes, headers: Mapping[str, str], url: str, now: datetime) -> Finds:
    """Read a list of whatever kind (page, feed, sitemap) without rules. Raises ReadError for what is none."""
    body = unpacked(body)
    page = Page(decode(body, headers), url)
    site = site_of(host_of(url))
    anything = Source.model_validate(_ANYTHING | {"hosts": [site]})
    links = read_list(body, headers, page, anything, now)
    anchors = [Anchor(link.url, link.title) for link in links if link.kind is RequestKind.ARTICLE]
    dates = {link.url: link.published for link in links if link.published}
    kind = _kind(page, headers)
    said = " ".join(anchor.text for anchor in anchors[:200])
    return Finds(
        kind,
        collapse(page.value(["meta[property='og:site_name']::attr(content)", "title"]))[:120] if kind == "html" else "",
        language_of(said),
        tuple(anchors[:MOST_ANCHORS]),
        dates,
        _feeds(page) if kind == "html" else (),
        *(_further(page, site) if kind == "html" else ((), ())),
        lists=tuple(link.url for link in links if link.kind is RequestKind.LISTING),
    )


def _kind(page: Page, headers: Mapping[str, str]) -> str:
    if sitemap_kind(page.source_text, headers):
        return "sitemap"
    return "feed" if is_feed(page.source_text) or page.document is not None else "html"


_ANYTHING: dict[str, Any] = {
    "id": "anything",
    "name": {"zh": "-", "en": "-"},
    "publisher": "commercial",
    "language": "zh",
    "articles": ["^https?://"],
}


def _feeds(page: Page) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for node in page.tree.iter("link", "a"):
        href = (node.get("href") or "").strip()
        is_feed = (node.get("type") or "").lower().strip() in _FEED_TYPES and node.tag == "link"
        if href and (is_feed or (node.tag == "a" and _FEED_ADDRESS.search(urlsplit(href).path))):
            try:
                found[canonical_url(href, page.url)] = None
            except ReadError:
                continue
    return tuple(found)[:6]


def _further(page: Page, site: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the further pages of this list, by links that turn pages or name one, and the lists that it sends on to."""
    turned: dict[str, None] = {}
    numbered: dict[str, None] = {}
    archives: dict[str, None] = {}
    folder = page.url.partition("?")[0].rpartition("/")[0]
    for node in page.tree.iter("a"):
        said = flat_text(node) or collapse(node.get("title") or node.get("aria-label") or "")
        try:
            url = canonical_url((node.get("href") or "").strip(), page.url)
        except ReadError:
            continue
        if url == page.url or site_of(host_of(url)) != site:
            continue
        has_number = _LAST_NUMBER.search(_path_of(url)) is not None
        if _TURNS.search(said):
            (turned if has_number else archives)[url] = None
        elif _PAGE.search(said) and has_number and url.startswith(folder):
            numbered[url] = None
        elif _ARCHIVE.search(said):
            archives[url] = None
    known = {page_rule(url) for url in turned}
    pages = [url for url in numbered if page_rule(url) in known] if known else list(numbered)
    return tuple(dict.fromkeys([*turned, *pages])), tuple(archives)


def further_rules(urls: Sequence[str]) -> tuple[str, ...]:
    """Give the rules of a list's further pages from their addresses; none where numbered links are of many kinds."""
    rules = tuple(dict.fromkeys(page_rule(url) for url in urls))
    return rules if len(rules) <= MOST_RULES else ()


def page_rule(url: str) -> str:
    """Give the rule of a list's pages from the address of one: its last number, and a year before it, may be any."""
    path = _path_of(url)
    found = _LAST_NUMBER.search(path)
    if found is None:
        return f"{_plain(path)}$"
    before = r"\d{4}".join(_plain(piece) for piece in _YEAR.split(path[: found.start()]))
    return rf"{before}\d+{_plain(found[2])}$"


def list_rule(url: str) -> str:
    """Give the rule of one list and no other."""
    return f"//{_plain(urlsplit(url).netloc)}{_plain(_path_of(url))}$"


def _path_of(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _plain(text: str) -> str:
    return re.escape(text).replace(r"\-", "-").replace(r"\&", "&").replace(r"\#", "#")
