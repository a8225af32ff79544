"""What `barometer search` and `barometer claims` find, on the terminal."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any, NamedTuple, TypeVar

import click
from rich.text import Text

from barometer.cli.asked import asked_articles, asked_claims, known_names
from barometer.cli.standing import notes_on
from barometer.cli.terminal import Terminal
from barometer.cli.wording import BASES, period_text, quoted, value_text
from barometer.cli.workplace import Workplace, opened
from barometer.errors import RecordError
from barometer.exports.formats import json_value
from barometer.ingest.documents import documents_of
from barometer.ingest.removal import find_article
from barometer.search.documents import ArticleDocument, ClaimDocument, whole_characters
from barometer.search.index import Fragment, Hit, Hits, Sort
from barometer.search.operands import local_day
from barometer.search.similar import similar_articles
from barometer.search.tree import Node

Document = TypeVar("Document", ArticleDocument, ClaimDocument)


class Beside(NamedTuple):
    """What is told beside what was found: names that may have been meant, sources of which something may be missing."""

    hints: Sequence[str]
    notes: Sequence[str]


def show_articles(
    words: str,
    filters: Mapping[str, Any],
    *,
    sort: Sort,
    limit: int,
    offset: int,
    both_languages: bool,
    as_json: bool,
) -> None:
    """Show the articles that words and filters find."""
    with opened(look=True) as workplace:
        asked = asked_articles(workplace, words, filters)
        hits = workplace.index.search_articles(
            asked, sort=sort, limit=limit, offset=offset, both_languages=both_languages
        )
        beside = _beside(workplace, asked, hits, filters["source"], as_json=as_json)
    _show_hits(hits, offset, "article", _show_article, as_json=as_json)
    _tell(beside)


def show_similar(name: str, limit: int, *, as_json: bool) -> None:
    """Show the articles most like one."""
    with opened(look=True) as workplace:
        found = documents_of(workplace.record, [find_article(workplace.record, name)]).articles
        if not found:
            raise RecordError(f"article {name} was removed: see `barometer remove --help`")
        items = similar_articles(workplace.index, found[0], limit=limit)
    _show_hits(Hits(len(items), items), 0, "article", _show_article, as_json=as_json)


def show_claims(
    words: str, filters: Mapping[str, Any], *, limit: int, offset: int, both_languages: bool, as_json: bool
) -> None:
    """Show the claims that words and filters find."""
    with opened(look=True) as workplace:
        asked = asked_claims(workplace, words, filters)
        hits = workplace.index.search_claims(asked, limit=limit, offset=offset, both_languages=both_languages)
        beside = _beside(workplace, asked, hits, filters["source"], as_json=as_json)
    _show_hits(hits, offset, "claim", _show_claim, as_json=as_json)
    _tell(beside)


def _beside(workplace: Workplace, asked: Node, hits: Hits[Any], source: str | None, *, as_json: bool) -> Beside:
    named = [source] if source else [hit.document.source for hit in hits.items]
    return Beside(
        hints=[] if hits.total else known_names(workplace).hints(asked),
        notes=[] if as_json else list(notes_on(workplace, named)),
    )


def _tell(beside: Beside) -> None:
    for hint in beside.hints:
        click.echo(hint, err=True)
    for note in beside.notes:
        Terminal(highlight=False, soft_wrap=True).print(note, style="yellow", markup=False)


def _show_hits(
    hits: Hits[Document],
    offset: int,
    noun: str,
    show: Callable[[Terminal, Hit[Document]], None],
    *,
    as_json: bool,
) -> None:
    if as_json:
        _print_json(hits)
        return
    console = Terminal(highlight=False, soft_wrap=True)
    for hit in hits.items:
        show(console, hit)
    for word, twins in hits.added:
        console.print(f"{word} was also looked for as {', '.join(twins)} (--one-language: as typed only)", style="dim")
    console.print(_count(hits, offset, noun), style="dim")


def _print_json(hits: Hits[Any]) -> None:
    for hit in hits.items:
        values = {field.name: json_value(getattr(hit.document, field.name)) for field in fields(hit.document)}
        values["score"] = round(hit.score, 4)
        click.echo(whole_characters(json.dumps(values, ensure_ascii=False)))


def _count(hits: Hits[Any], offset: int, noun: str) -> str:
    if not hits.total:
        return f"no {noun}s found"
    if not hits.items:
        return f"no more {noun}s: there are {hits.total}"
    last = offset + len(hits.items)
    shown = f"{offset + 1} to {last} of " if len(hits.items) < hits.total else ""
    return f"{shown}{hits.total} {noun}{'' if hits.total == 1 else 's'}"


def _marked(fragment: Fragment) -> Text:
    text = Text(fragment.text.replace("\n", " "))
    for start, end in fragment.marks:
        text.stylize("bold yellow", start, end)
    return text


def _show_article(console: Terminal, hit: Hit[ArticleDocument]) -> None:
    article = hit.document
    titles = [fragment for fragment in hit.highlights if fragment.field == "title"]
    title = _marked(titles[0]) if titles and len(titles[0].text) == len(article.title) else Text(article.title)
    title.stylize("bold")
    console.print(title)
    console.print(Text(f"  {_where(article)}  {article.url}", style="dim"))
    for fragment in hit.highlights:
        if fragment.field != "title":
            console.print(Text("  … ").append_text(_marked(fragment)))
    console.print()


def _show_claim(console: Terminal, hit: Hit[ClaimDocument]) -> None:
    claim = hit.document
    value = value_text(claim.value, claim.value_max, claim.unit, claim.modifier, claim.direction)
    said = [
        claim.indicator or "",
        claim.place or "",
        period_text(claim.period_start, claim.period_end),
        BASES.get(claim.comparison or "", ""),
        "" if claim.status == "actual" else claim.status,
        f"according to {claim.attributed_to}" if claim.attributed_to else "",
    ]
    console.print(Text.assemble((value, "bold cyan"), "  ", " · ".join(part for part in said if part)))
    sentence = Text(f"  {quoted(claim.sentence)}")
    at = sentence.plain.find(claim.quote)
    if at >= 0:
        sentence.stylize("bold", at, at + len(claim.quote))
    console.print(sentence)
    console.print(Text(f"  {_where(claim)}  {claim.url}  {claim.id}\n", style="dim"))


def _where(document: ArticleDocument | ClaimDocument) -> str:
    day = f", {local_day(document.published)}" if document.published else ""
    told = f" ({document.source_name})" if document.source_name else ""
    return f"{document.source}{told}{day}"
