"""`barometer sources add`: looks at a site and proposes the file of a new source."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice, zip_longest
from pathlib import Path
from typing import cast

import click
from rich.markup import escape

from barometer.articles.induction import (
    LOOKED_FOR,
    Draft,
    Finds,
    Preview,
    Sample,
    UrlRule,
    draft_of,
    finds_on,
    induce_rules,
    narrowed,
    preview,
    propose_selectors,
    propose_strips,
    section_pages,
    sound,
    with_strips,
)
from barometer.articles.induction.draft import name_of
from barometer.articles.induction.entries import further_rules
from barometer.cli.reading_desk import reading_pool, tell_wait, visit
from barometer.cli.terminal import Terminal
from barometer.cli.workplace import opened
from barometer.clock import now
from barometer.config import Settings
from barometer.errors import BarometerError, ReadError, UsageError
from barometer.ingest.pool import ReadingPool
from barometer.ingest.visiting import Visitor
from barometer.sources import Source, canonical_url, read_sources
from barometer.sources.schema import compiled

SAMPLES = 3
TRIES = 8  # pages asked for to get the samples
LISTS = 6  # lists beside the page's own that are looked at
FEWEST_IN_LIST = 3  # articles that such a list names
PAUSE = 2.0  # seconds between two requests, or what the site asks for
FRESH = timedelta(days=30)  # a feed whose newest entry is older is not kept up
FEWEST_IN_FEED = 5


@dataclass(frozen=True, slots=True)
class _Place:
    """Somewhere that lists articles, and the rule that its links give."""

    url: str
    finds: Finds
    rule: UrlRule | None


@click.command("add")
@click.argument("url")
@click.option("--name", help="The id of the new source; without it, made of the site's host.")
@click.option("--folder", type=click.Path(path_type=Path), help="Where its file is written; else the first of sources.")
def add(url: str, name: str | None, folder: Path | None) -> int:
    """Propose the file of a new source from the address of a page that lists its articles.

    Looks for feeds, sitemaps, the page's own list and the lists that it sends on to; induces the rule of article
    addresses; proposes selectors, and what to take out of the text, from three articles or one of each section; shows
    what they read, and writes the file for you to edit.

    Example: barometer sources add https://www.example.org/trade/ --name example
    """
    console = Terminal()
    with opened(create=True) as workplace:
        entry = canonical_url(url)
        chosen = name or name_of(entry)
        path = _new_file(workplace.settings, chosen, folder)
        visitor = Visitor(workplace.record, workplace.settings, PAUSE)
        with reading_pool(workplace.settings) as pool:
            return _Wizard(console, visitor, pool, now()).run(entry, chosen, path)


class _Wizard:
    """One site being looked at."""

    def __init__(self, console: Terminal, visitor: Visitor, pool: ReadingPool, moment: datetime) -> None:
        self._console = console
        self._visitor = visitor
        self._pool = pool
        self._now = moment

    def run(self, entry: str, name: str, path: Path) -> int:
        """Look, propose, show, write."""
        places = list(self._places(entry))
        best = _best(places, self._now)
        if best is None or best.rule is None:
            self._console.print(
                "No article rule can be told: fewer than three links of one shape have a headline. Give the address "
                "of a page that lists articles; a list that a script fills in is found in the site's feeds or JSON."
            )
            return 1
        page = places[0].finds
        found = replace(best, finds=replace(best.finds, title=page.title, further=page.further))
        draft, rule, samples = self._drafted(name, found, page)
        others = tuple(place.url for place in places if place.rule is not None and place.url != best.url)
        draft = replace(draft, others=others)
        self._show(draft, rule, self._pool.apply(preview, draft, samples, self._now))
        path.write_text(draft.text(), "utf-8")
        self._console.print(
            f"\nwritten to {escape(str(path))}: edit it, then\n"
            f"  barometer sources check {name}\n  barometer run {name} --limit 10\n"
            f"  barometer sources record {name} CASE own-page.html --url ADDRESS"
        )
        return 0

    def _drafted(self, name: str, best: _Place, page: Finds) -> tuple[Draft, UrlRule, list[Sample]]:
        """Make the draft: read articles of each section, leave out the sections that hold none, find selectors."""
        assert best.rule is not None
        rule, finds, kind = best.rule, best.finds, best.finds.kind
        bare = draft_of(name, best.url, kind, finds, rule, {}, self._now).source()
        read = [(section, sample) for section, sample in self._samples(rule)]
        samples = [sample for _, sample in read]
        are_sound = self._pool.apply(sound, samples, bare, self._now) if samples else []
        judged = [(section, sample, good) for (section, sample), good in zip(read, are_sound, strict=True)]
        good_sections = {section for section, _, good in judged if good}
        refused = {section: sample.url for section, sample, good in judged if not good and section not in good_sections}
        if good_sections:
            samples = [sample for _, sample, good in judged if good]
            keep = [section for section in rule.sections() if section not in refused]
            rule = narrowed(rule, keep, None if kind == "sitemap" else finds.language)
        select = self._selected(samples, bare) if samples else {}
        lists = dict(self._lists([*page.archives, *section_pages(page.anchors, rule)], rule, finds))
        draft = draft_of(name, best.url, kind, finds, rule, select, self._now, lists)
        left_out = tuple(f"{url}: no article" for url in refused.values()) if good_sections else ()
        return replace(draft, left_out=left_out), rule, samples[:SAMPLES]

    def _selected(self, samples: list[Sample], bare: Source) -> Mapping[str, Sequence[str] | str]:
        select = self._pool.apply(propose_selectors, samples, bare, self._now)
        strips = self._pool.apply(propose_strips, samples, select["body"]) if "body" in select else ()
        return with_strips(select, strips)

    def _lists(self, candidates: Sequence[str], rule: UrlRule, finds: Finds) -> Iterator[tuple[str, Sequence[str]]]:
        """Give the lists that the page sends readers on to and that name articles of the rule, with their pages."""
        known = [compiled(one) for one in further_rules(finds.further)]
        others = (url for url in dict.fromkeys(candidates) if not any(one.search(url) for one in known))
        for url in islice(others, LISTS):
            for place in self._tried(url, finds.language):
                named = [anchor for anchor in place.finds.anchors if compiled(rule.pattern).search(anchor.url)]
                if len(named) >= FEWEST_IN_LIST:
                    yield url, place.finds.further

    def _places(self, entry: str) -> Iterator[_Place]:
        """Give the page itself, then its feeds, then the site's sitemaps, each looked at."""
        first = self._place(entry, None)
        if first is None:
            raise ReadError(f"{entry} cannot be read as a list")
        yield first
        language = first.finds.language
        for feed in first.finds.feeds[:3]:
            yield from self._tried(feed, language)
        if first.finds.kind != "html":
            return
        for sitemap in self._visitor.robots(entry, tell_wait).sitemaps[:2]:
            for place in self._tried(canonical_url(sitemap, entry), language):
                yield place
                for inner in place.finds.lists[:1]:
                    yield from self._tried(inner, language)

    def _tried(self, url: str, language: str) -> Iterator[_Place]:
        try:
            place = self._place(url, language)
        except BarometerError as error:
            self._console.print(f"[yellow]passed over[/yellow] {escape(url)}: {escape(str(error))}")
            return
        if place is not None:
            yield place

    def _place(self, url: str, language: str | None) -> _Place | None:
        got = visit(self._visitor, url)
        if got.status != 200:
            raise ReadError(f"HTTP {got.status}")
        finds = self._pool.apply(finds_on, got.body, dict(got.headers), got.url, self._now)
        rules = induce_rules(finds.anchors, None if finds.kind == "sitemap" else language or finds.language)
        found = f"{len(finds.anchors)} links" + (f", {len(finds.lists)} lists" if finds.lists else "")
        self._console.print(f"{finds.kind:<8} {escape(got.url)}: {found}")
        return _Place(got.url, finds, rules[0] if rules else None)

    def _samples(self, rule: UrlRule) -> Iterator[tuple[str, Sample]]:
        """Give articles to learn from, with their sections: one of each section first."""
        found = 0
        sections = rule.sections()
        wanted = max(SAMPLES, min(len(sections), TRIES))
        turns = zip_longest(*([(name, anchor) for anchor in anchors] for name, anchors in sections.items()))
        for section, anchor in islice((each for turn in turns for each in turn if each is not None), TRIES):
            if found == wanted:
                return
            try:
                got = visit(self._visitor, anchor.url)
            except BarometerError as error:
                self._console.print(f"[yellow]passed over[/yellow] {escape(anchor.url)}: {escape(str(error))}")
                continue
            if got.status == 200:
                found += 1
                yield section, Sample(got.url, got.body, dict(got.headers))

    def _show(self, draft: Draft, rule: UrlRule, previews: list[Preview]) -> None:
        self._console.print(f"\narticles {escape(rule.pattern)}   ({len(rule.anchors)} links)")
        for rule_of_lists in cast("Iterable[str]", draft.values.get("listings", ())):
            self._console.print(f"listings {escape(rule_of_lists)}")
        for each in draft.left_out:
            self._console.print(f"[yellow]left out[/yellow] {escape(each)}")
        for field, selector in draft.selectors.items():
            told = selector if isinstance(selector, str) else " | ".join(selector)
            self._console.print(f"  {field:<12} {escape(told)}")
        lacking = [field for field in LOOKED_FOR if field not in draft.selectors]
        if draft.selectors and lacking:
            self._console.print(
                f"  [yellow]not proposed[/yellow]: {', '.join(lacking)} (nothing holds on the pages read)"
            )
        if not draft.selectors:
            self._console.print("  no selector holds on all of them: articles are read by the general reader")
        for one in previews:
            part = one.outcome.part
            self._console.print(f"\n[bold]{escape(part.title if part else one.outcome.kind.value)}[/bold]")
            self._console.print(f"  {escape(one.url)}")
            if part is None:
                self._console.print(f"  [yellow]{escape(one.outcome.problem or '')}[/yellow]")
                continue
            when = part.published.isoformat() if part.published else "[yellow]no publish time[/yellow]"
            told = ", ".join(escape(each) for each in (part.source_name, part.author) if each)
            self._console.print(f"  {when}  {told}")
            begin, end = part.text[:60].replace("\n", " "), part.text[-40:].replace("\n", " ")
            self._console.print(f"  {len(part.text)} characters: {escape(begin)} … {escape(end)}")
        for line in repeated_lines(previews):
            self._console.print(
                f"\n[yellow]in each of them[/yellow], so it may be no part of the text: {escape(line[:80])}"
            )
            self._console.print("  `strip` takes out the element that holds it, `drop` the paragraph")


def _new_file(settings: Settings, name: str, folder: Path | None) -> Path:
    read = read_sources(*settings.source_folders)
    if name in read.sources or name in read.problems:
        raise UsageError(f"there is a source {name} already: give another --name")
    place = (folder or settings.source_folders[0]) / f"{name}.yaml"
    if place.exists():
        raise UsageError(f"{place} is there already: give another --name")
    if not place.parent.is_dir():
        raise UsageError(f"{place.parent}: no such folder")
    return place


def _best(places: list[_Place], moment: datetime) -> _Place | None:
    """Give the place to start from: a feed that is kept up and has what the page lists, else the page, else any."""
    page, *others = places
    for place in others:
        if place.finds.kind == "feed" and place.rule is not None and _is_kept_up(place.finds, moment):
            alike = page.rule is None or page.rule.pattern == place.rule.pattern
            if alike and len(place.rule.anchors) >= FEWEST_IN_FEED:
                return place
    return next((place for place in places if place.rule is not None), None)


def repeated_lines(previews: list[Preview]) -> list[str]:
    """Give the paragraphs that all of several articles have."""
    texts = [one.outcome.part.text.split("\n") for one in previews if one.outcome.part is not None]
    if len(texts) < 2:
        return []
    return [line for line in texts[0] if all(line in other for other in texts[1:])][:3]


def _is_kept_up(finds: Finds, moment: datetime) -> bool:
    return bool(finds.dates) and max(finds.dates.values()) > moment - FRESH
