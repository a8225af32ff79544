"""Publish time, source line, author and editor of a page of unknown markup."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from barometer.articles.credits import bare_names, editor_in, is_name, labelled_author, signature, source_in
from barometer.articles.page import Page
from barometer.articles.paragraphs import collapse
from barometer.articles.surroundings import Surroundings
from barometer.articles.times import Moment, date_in_url, parse_time
from barometer.model import Precision

_TIME_METAS = (
    "meta[property='article:published_time']::attr(content)",
    "meta[property='og:article:published_time']::attr(content)",
    "meta[property='article:create_at']::attr(content)",
    "meta[property='bytedance:published_time']::attr(content)",
    "meta[name='apub:time']::attr(content)",
    "meta[name=PubDate]::attr(content)",
    "meta[name=pubdate]::attr(content)",
    "meta[name=publishdate]::attr(content)",
    "meta[name='publish-date']::attr(content)",
    "meta[name='parsely-pub-date']::attr(content)",
    "meta[name='sailthru.date']::attr(content)",
    "meta[name='DC.date.issued']::attr(content)",
    "meta[name='dcterms.date']::attr(content)",
    "meta[name='citation_publication_date']::attr(content)",
    "meta[name='weibo: article:create_at']::attr(content)",
    "ld: datePublished",
    "[itemprop=datePublished]::attr(content)",
    "[itemprop=datePublished]::attr(datetime)",
    "meta[property='og:release_date']::attr(content)",
    "meta[name=date]::attr(content)",
    "time[pubdate]::attr(datetime)",
    "time[datetime]::attr(datetime)",
    "[itemprop=datePublished]",
    "meta[name=publish_time]::attr(content)",
)
_SOURCE_METAS = (
    "meta[name=source]::attr(content)",
    "meta[name=ContentSource]::attr(content)",
    "meta[name=contentSource]::attr(content)",
)
_AUTHOR_PLACES = (
    "ld: author",
    "meta[name=author]::attr(content)",
    "meta[property='article:author']::attr(content)",
    "meta[name='parsely-author']::attr(content)",
    "meta[name='sailthru.author']::attr(content)",
    "meta[name=byl]::attr(content)",
    "[itemprop=author] [itemprop=name]",
    "[itemprop=author]",
    "[rel=author]",
    ".byline .author, .author .name, .author-name, .byline-name, .byline__name",
    ".byline, .author",
)
_FINE = {Precision.MINUTE, Precision.SECOND}


def publish_time(page: Page, around: Surroundings, now: datetime, zone: str, language: str) -> Moment | None:
    """Give the publish time: from the lines about the headline, else what the metas tell, else the date in the URL.

    A line that only tells the day gives way to a meta that tells the hour of the same day. English pages keep the exact
    time, with its zone, in their metas; those of Chinese pages are often of another day than the line printed.
    """
    told = _told(page, now, zone)
    if told and told.precision in _FINE and language == "en":
        return told
    printed = _first(parse_time(line, now, zone) for line in around.near if len(line) < 300 and _has_year(line))
    if printed and told and printed.precision not in _FINE and told.precision in _FINE:
        return told if told.when.astimezone(printed.when.tzinfo).date() == printed.when.date() else printed
    return printed or told or date_in_url(page.url, now, zone)


def source_line(page: Page, around: Surroundings) -> str | None:
    """Give the medium named near the headline or the text's end, else the one the page's metas name."""
    return source_in(around.near) or source_in(f"来源：{text}" for text in page.values(_SOURCE_METAS)[:1])


def author_of(page: Page, around: Surroundings, body: list[str]) -> str | None:
    """Give the author: named near the headline or in a signature, else told by the page's metas and byline elements."""
    printed = labelled_author((*around.between, *around.above, *around.below[:2], *body[-2:]))
    printed = printed or signature((*body[-1:], *around.below[:2]))
    if printed:
        return printed
    for place in _AUTHOR_PLACES:
        for text in page.values((place,))[:1]:
            name = collapse(text).removeprefix("By ").removeprefix("by ")
            if is_name(name):
                return name
    return next(filter(None, map(bare_names, reversed(around.between[-3:]))), None)


def editor_of(around: Surroundings, body: list[str]) -> str | None:
    """Give the editor named near the text's end or the headline."""
    return editor_in((*around.below, *reversed(body[-3:]), *around.between))


def _told(page: Page, now: datetime, zone: str) -> Moment | None:
    moments = [moment for place in _TIME_METAS for moment in _moments(page.values((place,))[:1], now, zone)]
    return next((moment for moment in moments if moment.precision in _FINE), moments[0] if moments else None)


def _moments(texts: Iterable[str], now: datetime, zone: str) -> Iterator[Moment]:
    for text in texts:
        moment = parse_time(text, now, zone)
        if moment:
            yield moment


def _first(moments: Iterable[Moment | None]) -> Moment | None:
    return next((moment for moment in moments if moment), None)


def _has_year(line: str) -> bool:
    return "20" in line or "19" in line or "二" in line
