"""An article page read by its source's own rules."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import re2
from parsel.csstranslator import css2xpath

from barometer.articles.captions import IMAGE, captions_alone, drop_styled_captions, without_captions
from barometer.articles.credits import labelled_author
from barometer.articles.fallback import language_of
from barometer.articles.furniture import without_biography, without_furniture
from barometer.articles.headline import headline_of
from barometer.articles.page import Page, xpath
from barometer.articles.pager import following
from barometer.articles.paragraphs import flat_text, marked_paragraphs
from barometer.articles.times import Moment, date_in_url, parse_time
from barometer.model import ArticlePart
from barometer.sources import Select, Source
from barometer.sources.schema import compiled

_SOURCE_LABEL = re2.compile(
    r"(?i)(?:来源|稿源|信息来源|source)\s*[:：]\s*([^|｜]{1,60}?)\s*(?:[|｜]|\s\p{Han}{2,5}[:：]|\d{1,4}[-/年]\d|$)"
)
_EDITOR_LABEL = re2.compile(r"(?i)(?:责任编辑|责编|web editors?|editors?|编辑)\s*[:：]\s*([^)）】\]]{1,60})")
_AUTHOR_LABEL = re2.compile(
    r"(?i)^(?:by |作者\s*[:：丨|/]|\p{Han}{0,6}?(?:驻\p{Han}{1,6})?(?:见习|实习|特约)?记者[:：]?|文\s*[｜|/])\s*"
)
_OTHER_LABEL = re2.compile(r"(?:来源|稿源|发布|时间|日期|浏览|字号)\p{Han}{0,4}\s*[:：]")
_DIGIT = re2.compile(r"\d")
_SENTENCE = re2.compile(r"[。！？!?]|\.\s")
_LONGEST_BEGINNING = 60
_TAIL = re2.compile(r"(?i)\s*(?:参与互动.*|责任编辑.*|\|.*)$")


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of the text, and all lines of its elements before furniture was left out."""

    kept: list[str]
    all: list[str]


@dataclass(frozen=True, slots=True)
class Read:
    """The article, and the fields that its template has selectors for which found nothing on this page.

    `problem` is why the page that its `next` names is not followed.
    """

    part: ArticlePart
    missed: tuple[str, ...]
    problem: str | None = None


def read_by_rules(page: Page, source: Source, now: datetime) -> Read | None:
    """Read the article with the first of the source's templates whose body is in the page; None when none is.

    Where no body has any other text, the captions of its pictures are the article.
    """
    return _read_by_rules(page, source, now) or _read_by_rules(page, source, now, pictures=True)


def _read_by_rules(page: Page, source: Source, now: datetime, *, pictures: bool = False) -> Read | None:
    for select in source.select:
        body = _body(page, select, pictures=pictures)
        if not body.kept:
            continue
        moment, by_rule = _published(page, select, source, now)
        if select.until and moment and moment.when.date() > select.until:
            continue
        title = value_of(page, select.title, body)
        missed = {"title": select.title and not title, "published": select.published and not by_rule}
        after = following(page, select.next, source)
        part = replace(_part(page, select, source, body, title, moment), next_url=after.url)
        problem = f"`next` is not followed: {after.why_not}" if after.refused else None
        return Read(part, tuple(name for name, is_missed in missed.items() if is_missed), problem)
    return None


def read_told_html(
    html: str, url: str, title: str, moment: Moment | None, author: str, source: Source
) -> ArticlePart | None:
    """Read an article from HTML that holds nothing but its body; what is told beside that is given."""
    select = source.select[0] if source.select else Select(body=("body",))
    page = Page(f"<html><body>{html}</body></html>", url)
    body = lines_of(page.tree.findall("body"), select)
    if not body.kept:
        return None
    part = _part(page, select, source, body, title, moment)
    named = author if author not in {"", source.account, source.name.zh, source.name.en} else None
    return replace(part, author=part.author or named, account=source.account or None, method="feed")


def _part(page: Page, select: Select, source: Source, body: Body, title: str, moment: Moment | None) -> ArticlePart:
    author = _author(value_of(page, select.author, body))
    return ArticlePart(
        title=title or _headline(page, body),
        text="\n".join(without_biography(body.kept, author)),
        published=moment.when if moment else None,
        precision=moment.precision if moment else None,
        source_name=_TAIL.sub("", _labelled(_SOURCE_LABEL, value_of(page, select.source_name, body))) or None,
        author=author,
        editor=_labelled(_EDITOR_LABEL, value_of(page, select.editor, body)) or None,
        account=value_of(page, select.account, body) or None,
        language=language_of("".join(body.kept)),
        keys=_keys(page, select, source),
    )


def _author(text: str) -> str | None:
    """Give the author that a text names: in a line that tells a time beside, what stands behind the label."""
    if _DIGIT.search(text) and (named := labelled_author([text])):
        return named
    if _OTHER_LABEL.search(text):  # a line that tells other things and names nobody
        return None
    return _TAIL.sub("", _AUTHOR_LABEL.sub("", text)).strip() or None


def _headline(page: Page, body: Body) -> str:
    """Give the headline of a page whose rules found none; a post without one is called by how it begins."""
    if page.document is None:
        return headline_of(page)
    first = body.kept[0]
    end = _SENTENCE.search(first)
    return first[: end.end() if end and end.end() <= _LONGEST_BEGINNING else _LONGEST_BEGINNING]


def _body(page: Page, select: Select, *, pictures: bool) -> Body:
    found = (lines_of(nodes, select, pictures=pictures) for nodes in page.bodies(select.body))
    return next((body for body in found if body.kept), Body([], []))


def lines_of(nodes: Sequence[Any], select: Select, *, pictures: bool = False) -> Body:
    """Give the lines of a body's elements: what the template strips is gone, what it drops is left out of `kept`.

    With `pictures` captions are text like any other.
    """
    drop, stop = [compiled(pattern) for pattern in select.drop], [compiled(pattern) for pattern in select.stop]
    lines = marked_paragraphs([_stripped(node, select.strip, pictures=pictures) for node in nodes])
    text = captions_alone(lines) if pictures else without_captions(lines)
    return Body(without_furniture(text, drop, stop), lines)


def why_nothing(nodes: Sequence[Any], select: Select) -> str:
    """Say which rules took the text of a body of which no line is left."""
    taken: dict[str, None] = {}
    for selector in select.strip:
        if any(flat_text(found) for node in nodes for found in xpath(css2xpath(selector))(node)):
            taken[f"`strip` {selector}"] = None
    lines = lines_of(nodes, select, pictures=True).all
    for line in (line for line in lines if line != IMAGE):
        rule = next((f"`drop` {pattern}" for pattern in select.drop if compiled(pattern).search(line)), None)
        taken[rule or _built_in(line)] = None
    return f"no text is left of it: {', '.join(taken)} took it" if taken else "there is no text in it"


def _built_in(line: str) -> str:
    """Name the rule for all sources that takes a line."""
    told = captions_alone([line])
    if not told:
        return "the rule of photo credits"
    return "the rule of captions" if without_furniture(told) else "the rule of furniture (editors, sharing)"


def _stripped(node: Any, selectors: Sequence[str], *, pictures: bool = False) -> Any:
    """Copy the element without what the selectors find in it; text after a removed element stays."""
    copy = deepcopy(node)
    copy.tail = None
    for selector in selectors:
        for unwanted in xpath(css2xpath(selector))(copy):
            if unwanted is not copy and unwanted.getparent() is not None:
                unwanted.drop_tree()
    if not pictures:
        drop_styled_captions(copy)
    return copy


def _published(page: Page, select: Select, source: Source, now: datetime) -> tuple[Moment | None, bool]:
    """Give the publish time, and whether it stood where the template says, not only in the address."""
    for selector in select.published:
        for text in page.values((selector,)):
            moment = parse_time(text, now, source.time_zone, source.date_order)
            if moment:
                return moment, True
    return date_in_url(page.url, now, source.time_zone), False


def value_of(page: Page, selectors: Sequence[str], body: Body) -> str:
    """Give the first text that one of the selectors finds in the page or in the lines of the body."""
    for selector in selectors:
        text = _in_lines(selector, body.all) if selector.startswith("line:") else page.value((selector,))
        if text:
            return text
    return ""


def _in_lines(selector: str, lines: Sequence[str]) -> str:
    pattern = compiled(selector.removeprefix("line:").strip())
    return next((str(found.group(1)).strip() for line in lines if (found := pattern.search(line))), "")


def _keys(page: Page, select: Select, source: Source) -> tuple[str, ...]:
    """Give the key that the page tells, when it tells all of its parts."""
    parts = [page.value((selector,)) for selector in select.keys]
    return (f"{source.family or source.id}:{':'.join(parts)}",) if parts and all(parts) else ()


def _labelled(pattern: Any, text: str) -> str:
    """Give what follows the label in the text, or the text itself when it has no label."""
    found = pattern.search(text) if text else None
    return str(found.group(1) if found else text).strip()
