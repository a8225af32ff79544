"""An article on a page of unknown markup, field by field."""

from datetime import datetime

from barometer.articles.dateline import author_of, editor_of, publish_time, source_line
from barometer.articles.fallback import fallback_body, has_prose, language_of
from barometer.articles.furniture import trimmed
from barometer.articles.headline import headline_of
from barometer.articles.page import Page
from barometer.articles.pager import is_numbered, numbered_page
from barometer.articles.surroundings import surroundings
from barometer.model import ArticlePart, RequestKind
from barometer.sources import Source


def read_generically(page: Page, source: Source, now: datetime, kind: RequestKind) -> ArticlePart | None:
    """Read the article without rules; None when the page has no text that could be one.

    An article's first page whose URL ends with a small number has no next page here: article-12.html and
    article-13.html are two articles more often than two pages of one.
    """
    body = fallback_body(page)
    if not has_prose(body):
        return None
    title = headline_of(page)
    lines = trimmed(body, title)
    paged = kind is RequestKind.PART or not is_numbered(page.url)
    language = language_of(title + "\n".join(lines))
    around = surroundings(page, title, lines)
    moment = publish_time(page, around, now, source.time_zone, language)
    return ArticlePart(
        title=title,
        text="\n".join(lines),
        published=moment.when if moment else None,
        precision=moment.precision if moment else None,
        source_name=source_line(page, around),
        author=author_of(page, around, body),
        editor=editor_of(around, body),
        language=language,
        next_url=numbered_page(page, source) if paged else None,
        method="fallback",
    )
