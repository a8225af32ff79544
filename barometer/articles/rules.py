"""An article page read by its source's own rules."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import datetime
from typing import Any

import re2
from parsel.csstranslator import css2xpath

from barometer.articles.furniture import without_furniture
from barometer.articles.page import Page, xpath
from barometer.articles.pager import next_page
from barometer.articles.paragraphs import paragraphs
from barometer.articles.times import Moment, parse_time
from barometer.model import ArticlePart
from barometer.sources import Select, Source
from barometer.sources.schema import compiled

_SOURCE_LABEL = re2.compile(r"(?i)(?:来源|稿源|信息来源|source)\s*[:：]\s*([^|｜]{1,40}?)(?:\s{2}|\s*[|｜]|$)")
_EDITOR = re2.compile(r"(?i)(?:责任编辑|责编|web editors?|editors?|编辑)\s*[:：]\s*([^)）】\]]{1,60})")
_BYLINE = re2.compile(r"(?i)^(?:by |本报记者|作者[:：]|记者[:：]?)\s*")


def read_by_rules(page: Page, source: Source, now: datetime) -> ArticlePart | None:
    """Read the article with the first of the source's templates whose body is in the page; None when none is."""
    for select in source.select:
        lines = _body(page, select)
        if not lines:
            continue
        moment = _published(page, select, source, now)
        if select.until and moment and moment.when.date() > select.until:
            continue
        return _part(page, select, source, lines, moment)
    return None


def _part(page: Page, select: Select, source: Source, lines: Sequence[str], moment: Moment | None) -> ArticlePart:
    return ArticlePart(
        title=page.value(select.title),
        text="\n".join(lines),
        published=moment.when if moment else None,
        precision=moment.precision if moment else None,
        source_name=_labelled(_SOURCE_LABEL, page.value(select.source_name)),
        author=_BYLINE.sub("", page.value(select.author)).strip() or None,
        editor=_labelled(_EDITOR, page.value(select.editor)),
        account=page.value(select.account) or None,
        language=source.language,
        next_url=next_page(page, select.next),
    )


def _body(page: Page, select: Select) -> list[str]:
    for nodes in page.bodies(select.body):
        copies = [_stripped(node, select.strip) for node in nodes]
        drop, stop = [compiled(pattern) for pattern in select.drop], [compiled(pattern) for pattern in select.stop]
        lines = without_furniture(paragraphs(copies), drop, stop)
        if lines:
            return lines
    return []


def _stripped(node: Any, selectors: Sequence[str]) -> Any:
    """Copy the element without what the selectors find in it; text after a removed element stays."""
    copy = deepcopy(node)
    copy.tail = None
    for selector in selectors:
        for unwanted in xpath(css2xpath(selector))(copy):
            if unwanted is not copy and unwanted.getparent() is not None:
                unwanted.drop_tree()
    return copy


def _published(page: Page, select: Select, source: Source, now: datetime) -> Moment | None:
    for selector in select.published:
        for text in page.values((selector,)):
            moment = parse_time(text, now, source.time_zone)
            if moment:
                return moment
    return None


def _labelled(pattern: Any, text: str) -> str | None:
    """Give what follows the label in the text, or the text itself when it has no label."""
    if not text:
        return None
    found = pattern.search(text)
    return (found.group(1) if found else text).strip() or None
