"""An article's title on a page of unknown markup."""

import re2

from barometer.articles.page import Page, xpath
from barometer.articles.paragraphs import collapse, flat_text

_SEPARATOR = re2.compile(r"\s+[-–—|_·»:]+\s+|\s*(?:[|｜_»]|--+|—{2,})\s*")
_SUFFIX_DASH = re2.compile(r"[-－–—]")
_HEADINGS = (
    "//h1",
    "//*[contains(concat(@class, ' ', @id), 'title') or contains(@class, 'headline')][not(self::title or *//p)]",
    "//h2 | //h3",
)
_METAS = ("meta[property='og:title']::attr(content)", "ld: headline", "meta[name='twitter:title']::attr(content)")
_LONGEST = 200


def headline_of(page: Page) -> str:
    """Give the title: the heading that the page's <title> repeats, else what its metas tell, without site names.

    Where neither tells one, it is the only h1 of a page whose <title> says less than that: the name of a site.
    """
    document_title = collapse(page.value(["title"]) or page.value(["title::text"]))
    told = [collapse(text)[:_LONGEST] for meta in _METAS for text in page.values([meta])[:1]]
    heading = _heading_in(page, [document_title, *told])
    if heading:
        return heading
    if told:
        return without_site(told[0], document_title)
    first = [flat_text(node)[:_LONGEST] for node in xpath("//h1")(page.tree)[:2]]
    named = without_site(document_title, "")
    return first[0] if len(first) == 1 and len(first[0]) > len(named) else named or "".join(first[:1])


def without_site(title: str, document_title: str) -> str:
    """Give the title without the names of site and section that stand after a separator."""
    if document_title and document_title != title and document_title.startswith(title):
        return title
    pieces = [str(piece) for piece in _SEPARATOR.split(title) if piece]
    if len(pieces) > 1 and len(pieces[0]) >= 4:
        return pieces[0].strip()
    return title.strip()


def _heading_in(page: Page, titles: list[str]) -> str:
    """Give the longest heading that one of the titles holds, from the strongest kind of heading that has one."""
    wanted = [_letters(title) for title in titles if title]
    for expression in _HEADINGS:
        texts = [flat_text(node) for node in xpath(expression)(page.tree)[:60]]
        fitting = [
            text
            for text in texts
            if 4 <= len(_letters(text)) <= _LONGEST and any(_fits(_letters(text), title) for title in wanted)
        ]
        if fitting:
            return str(max(fitting, key=len))
    return ""


def _fits(heading: str, title: str) -> bool:
    return heading in title and (title.startswith(heading) or len(heading) >= 0.4 * len(title))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
