"""Sitemaps, news sitemaps, sitemap indexes, sitemaps that are a plain list, and the sitemap lines of a robots.txt.

They are scanned, not parsed: a scanner does not mind what is not well-formed, however deep, and expands no entities.
"""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from itertools import islice
from typing import Any

import re2

from barometer.articles.hazards import MOST_BYTES
from barometer.articles.times import Moment, parse_time

MOST_ENTRIES = 50_000
LONGEST_ADDRESS = 2048
_ROOT = re2.compile(r"(?i)<(?:[\w.-]+:)?(urlset|sitemapindex)\b")
_PAGE = re2.compile(r"(?i)<(?:html|body|head|rss|feed)[\s>]")
_INTERNAL_SUBSET = re2.compile(r"(?i)<!DOCTYPE[^>\[]*\[")
_TOKEN = re2.compile(
    r"(?s)<!--.*?-->|<!\[CDATA\[(.*?)\]\]>|<(/?)(?:[\w.-]+:)?([A-Za-z][\w.-]*)(?:\s[^<>]*)?>|<[!?][^<>]*>|([^<]+)|<"
)
_ADDRESS = re2.compile(r"^(?i:https?)://\S+$")
_ROBOTS = re2.compile(r"(?im)^\s*sitemap\s*:\s*(\S+)")
_ENTRIES = frozenset({"url", "sitemap"})
_CONTAINERS = frozenset({"image", "video", "pagemap", "news"})  # what they hold is not the entry's own
_OWN = frozenset({"loc", "lastmod"})
_NEWS = frozenset({"publication_date", "title", "name", "language"})


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One entry: an article, or a further sitemap."""

    url: str
    is_sitemap: bool = False
    lastmod: str = ""
    publication_date: str = ""
    title: str = ""
    name: str = ""
    language: str = ""


def unpacked(body: bytes) -> bytes:
    """Give what a gzip file holds, as far as it can be read; of one that is too large as much as tells that it is."""
    for _ in range(2):  # some servers zip what is zipped
        if body.startswith(b"\x1f\x8b"):
            body = b"".join(islice(_unzipped(body), MOST_BYTES // 2**16 + 1))
    return body


def _unzipped(body: bytes) -> Iterator[bytes]:
    """Yield pieces of 64 KiB at most; a wrong checksum, a missing end and junk behind it lose nothing."""
    while body.startswith(b"\x1f\x8b"):
        unzip = zlib.decompressobj(31)
        rest = b""
        for fed in (body[:-8], body[-8:]):  # the checksum apart, for a wrong one would cost what came with it
            rest += fed
            try:
                while rest and not unzip.eof:
                    yield unzip.decompress(rest, 2**16)
                    rest = unzip.unconsumed_tail
            except zlib.error:
                return
        body = unzip.unused_data


def sitemap_kind(text: str, headers: Mapping[str, str]) -> str:
    """Tell what kind of sitemap a document is: urlset, sitemapindex, text, robots; empty for any other."""
    root = _ROOT.search(text[:100_000])
    if root:
        return "" if _PAGE.search(text[: root.start()]) else str(root.group(1)).lower()
    if "<" in text[:5000] or "html" in _content_type(headers):
        return ""
    if _ROBOTS.search(text):
        return "robots"
    lines = text[:5000].split()
    return "text" if lines and _ADDRESS.search(lines[0]) else ""


def sitemap_entries(text: str, kind: str) -> Iterator[SitemapEntry]:
    """Give the entries of a sitemap in order. One that defines entities of its own has none: it means harm."""
    if kind == "robots":
        yield from (SitemapEntry(str(found.group(1)), is_sitemap=True) for found in _ROBOTS.finditer(text))
    elif kind == "text":
        lines = map(str.strip, text.splitlines())
        yield from islice((SitemapEntry(line) for line in lines if _ADDRESS.search(line)), MOST_ENTRIES)
    elif not _INTERNAL_SUBSET.search(text[: _start(text)]):
        yield from islice(_scanned(text[_start(text) :]), MOST_ENTRIES)


def told_moment(text: str, now: datetime, zone: str) -> Moment | None:
    """Read a time of a sitemap: of whatever form, but not words such as yesterday, which nobody writes in earnest."""
    return parse_time(text, now, zone) if any(map(str.isdigit, text)) else None


def _start(text: str) -> int:
    root = _ROOT.search(text)
    return root.start() if root else 0


def _scanned(text: str) -> Iterator[SitemapEntry]:
    values: dict[str, str] = {}
    entry = inside = field = ""
    for token in _TOKEN.finditer(text):
        cdata, closing, tag, words = token.group(1, 2, 3, 4)
        name = (tag or "").lower()
        if name in _ENTRIES and not inside:
            if entry and values.get("loc"):
                yield _entry(entry, values)
            values, field = {}, ""
            entry = "" if closing else name
        elif name in _CONTAINERS and entry:
            inside, field = ("" if closing else name), ""
        elif name:
            known = name in (_NEWS if inside == "news" else () if inside else _OWN)
            field = name if entry and not closing and known and name not in values else ""
        elif field and (cdata is not None or words):
            values[field] = values.get(field, "") + (cdata if cdata is not None else unescape(words))
    if entry and values.get("loc"):
        yield _entry(entry, values)


def _entry(kind: str, values: Mapping[str, Any]) -> SitemapEntry:
    told = {name: " ".join(value.split()) for name, value in values.items() if name != "loc"}
    return SitemapEntry(url=values["loc"].strip(" \t\r\n"), is_sitemap=kind == "sitemap", **told)


def _content_type(headers: Mapping[str, str]) -> str:
    return next((value for name, value in headers.items() if name.lower() == "content-type"), "").lower()
