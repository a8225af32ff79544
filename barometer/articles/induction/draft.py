"""The draft of a source file, and what the draft reads out of the articles that it was made from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import yaml

from barometer.articles.induction.entries import Finds, further_rules, list_rule, site_of
from barometer.articles.induction.selectors import Sample
from barometer.articles.induction.url_rules import UrlRule
from barometer.articles.reading import read
from barometer.model import Outcome, RequestKind
from barometer.sources import Source, host_of

_HAN = re.compile(r"[\u4e00-\u9fff]")
_FRONT = re.compile(
    r"(?i)(?:网站|本站)?(?:首页|主页)|欢迎.*|home ?page|home|index|welcome.*|(?:latest )?news|新闻|列表|要闻"
)
_SEPARATOR = re.compile(r"\s*[-_|–—·»]+\s*")


@dataclass(frozen=True, slots=True)
class Draft:
    """What the file of a new source says, and what else was found that a person may want in it."""

    name: str
    values: Mapping[str, object]
    selectors: Mapping[str, Sequence[str] | str] = field(default_factory=dict)  # of the template, none without a body
    others: tuple[str, ...] = ()  # further places that list articles
    left_out: tuple[str, ...] = ()  # what links with headlines led to and is not taken for articles, with the reason

    def source(self) -> Source:
        """Give the source that the file describes."""
        return Source.model_validate({"id": self.name, **self.values})

    def text(self) -> str:
        """Write the file, with what a person should look at."""
        lines = ["# Proposed by `barometer sources add`. Look at each line: what is marked was guessed."]
        lines += [f"# also lists articles: {other}" for other in self.others]
        lines += [f"# left out: {other}" for other in self.left_out]
        for key, value in self.values.items():
            shown = yaml.safe_dump({key: value}, allow_unicode=True, width=200, sort_keys=False).rstrip()
            if key in _FLOWING:
                shown = (
                    f"{key}: "
                    + yaml.safe_dump(
                        value, allow_unicode=True, width=10_000, sort_keys=False, default_flow_style=True
                    ).strip()
                )
            guessed = _GUESSED.get(key, "")
            if key == "articles" and "|" in shown:
                guessed = "the sections of today's articles: add those that you know of"
            lines.append(shown + (f"  # {guessed}" if guessed else ""))
        return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Preview:
    """What the draft reads out of one article."""

    url: str
    outcome: Outcome


_FLOWING = ("name", "hosts", "entry", "listings", "articles", "expect", "evidence")
_GUESSED = {
    "name": "guessed from the page's title: give both names",
    "publisher": "government, party, state, commercial or platform",
    "expect": "from what was listed today: health compares with it",
    "legal": "say whose the texts are",
}


def name_of(url: str) -> str:
    """Give an id for the source of an address: `example` of https://www.example.org/."""
    host = host_of(url)
    label = site_of(host).partition(".")[0] if not host.replace(".", "").isdigit() else "site"
    name = re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")
    return name if name[:1].isalpha() else f"site_{name}"


def draft_of(
    name: str,
    entry: str,
    entry_kind: str,
    finds: Finds,
    rule: UrlRule,
    select: Mapping[str, Sequence[str] | str],
    now: datetime,
    lists: Mapping[str, Sequence[str]] | None = None,
) -> Draft:
    """Put a source file together. `lists` are addresses of lists beside the entry, each with its further pages."""
    hosts = sorted({_without_www(host_of(url)) for url in (entry, *(anchor.url for anchor in rule.anchors))})
    title = next((piece for piece in _SEPARATOR.split(finds.title) if piece and not _FRONT.fullmatch(piece)), name)
    is_government = any(".gov" in host for host in hosts)
    values: dict[str, object] = {
        "name": {"zh": title, "en": title if not _HAN.search(title) else name.replace("_", " ").title()},
        "publisher": "government" if is_government else "commercial",
        "language": finds.language,
    }
    if entry_kind != "html":
        values["transport"] = entry_kind
    values |= {"hosts": _shortest(hosts), "entry": [entry]}
    listings = list(further_rules(finds.further))
    for url, further in (lists or {}).items():
        listings += [list_rule(url), *further_rules(further)]
    if listings:
        values["listings"] = list(dict.fromkeys(listings))
    values["articles"] = [rule.pattern]
    selectors = dict(select) if "body" in select else {}
    if selectors:
        values["select"] = [selectors]
    values |= {"delay": 3, "expect": _expect(finds, rule, select, now)}
    values["legal"] = "open government information" if is_government else f"copyright {title}"
    values["evidence"] = {"pages": "real", "lists": "real"}
    return Draft(name, values, selectors)


def preview(draft: Draft, samples: Sequence[Sample], now: datetime) -> list[Preview]:
    """Read the samples by the draft's own rules."""
    source = draft.source()
    return [
        Preview(sample.url, read(sample.body, sample.headers, sample.url, source, RequestKind.ARTICLE, now))
        for sample in samples
    ]


def _expect(finds: Finds, rule: UrlRule, select: Mapping[str, Sequence[str] | str], now: datetime) -> dict[str, object]:
    """Give bands wide enough for a quiet week and a busy one: a quarter to eight times of what the dates tell."""
    dates = [finds.dates[anchor.url] for anchor in rule.anchors if anchor.url in finds.dates]
    days = max(1.0, (now - min(dates)).total_seconds() / 86_400) if dates else 7.0
    a_week = (len(dates) or len(rule.anchors)) * 7 / days
    bands: dict[str, object] = {"articles_per_week": [max(1, int(a_week / 4)), max(20, int(a_week * 8))]}
    return bands | ({"dated": 0.95} if "published" in select else {}) | {"titled": 0.95}


def _without_www(host: str) -> str:
    return host.removeprefix("www.")


def _shortest(hosts: Sequence[str]) -> list[str]:
    """Leave out the hosts that are below another."""
    return [host for host in hosts if not any(host.endswith("." + other) for other in hosts)]
