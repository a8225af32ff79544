"""What a subscriber reads: each alert with its quote marked, source, time, links, and what it means against before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from barometer.alerts.describing import Names, asked_for, source_name, state_in_words, told_when
from barometer.alerts.matching import signed
from barometer.alerts.subscription import Subscription
from barometer.alerts.trouble import SOURCE_TROUBLE, WELL
from barometer.search.analysis import analyze
from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.highlight import find
from barometer.search.tree import phrases
from barometer.words.language import Words, words_of

AROUND = 90  # characters before and behind what is quoted from an article
LONGEST_SENTENCE = 400
LONGEST_TITLE = 150
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One alert to be told: the article, the claim that it is told by, and the value that is held against it."""

    article: ArticleDocument
    claim: ClaimDocument | None = None
    before: Decimal | None = None
    against_target: bool = False


@dataclass(frozen=True, slots=True)
class Happened:
    """An event to be told, as its alert has it: its kind, the source it is about, figures."""

    told: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, with the spans that are to be marked."""

    text: str
    marks: Spans

    def pieces(self) -> list[tuple[str, bool]]:
        """Give the text in pieces, each with whether it is marked."""
        pieces, at = [], 0
        for start, end in self.marks:
            pieces += [(self.text[at:start], False), (self.text[start:end], True)]
            at = end
        return [piece for piece in [*pieces, (self.text[at:], False)] if piece[0]]


@dataclass(frozen=True, slots=True)
class Links:
    """Where a mail leads to. `site` is the address of the website, "" where readers cannot reach one."""

    leave: str
    edit: str
    site: str
    mute: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Gap:
    """A source that was silent or failed, and how: what a digest cannot have told of."""

    source: str
    failures: int = 0
    silence: str | None = None
    state: str = "silent"


@dataclass(frozen=True, slots=True)
class Letter:
    """A message in both forms."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One alert in words, for the text and the HTML of a message alike."""

    title: str
    url: str | None
    figure: str
    falls: bool
    measured: str
    quote: Quote
    change: str
    provenance: str
    record: str | None = None
    mute: str | None = None


def quote_of(item: Item, subscription: Subscription) -> Quote:
    """Give the words to quote: the sentence of the claim, or what stands around the first words of the search."""
    if item.claim is not None:
        return _sentence(item.claim)
    text = item.article.text
    found = find(analyze(text), phrases(subscription.node))
    if not found:
        return Quote(_one_line(text, 2 * AROUND), ())
    begin = max(0, found[0].start - AROUND)
    end = min(len(text), found[0].end + AROUND)
    marks: list[tuple[int, int]] = []
    for match in found:
        start, stop = match.start - begin, match.end - begin
        if stop <= end - begin and (not marks or start >= marks[-1][1]):
            marks.append((start, stop))
    return Quote(text[begin:end], tuple(marks))


def show(item: Item | Happened, subscription: Subscription, names: Names, links: Links | None) -> Shown:
    """Put an alert into the subscriber's words."""
    words = words_of(subscription.language)
    if isinstance(item, Happened):
        return _show_event(item, words, names)
    article, claim = item.article, item.claim
    moment = words.moment(article.published, subscription.zone) if article.published else words.text("undated")
    source = source_name(names, article.source, words)
    told_by = article.source_name if article.source_name and article.source_name != source else ""
    return Shown(
        title=_one_line(article.title, LONGEST_TITLE) or article.url,
        url=article.url if urlsplit(article.url).scheme in {"http", "https"} else None,
        figure=_figure(claim, words) if claim is not None else "",
        falls=claim is not None and claim.kind == "change" and claim.direction == "down",
        measured=_measured(claim, words) if claim is not None else "",
        quote=quote_of(item, subscription),
        change=_change(item, words),
        provenance=" · ".join(part for part in (source, told_by, moment) if part),
        record=f"{links.site}/articles/{article.id}" if links is not None and links.site else None,
        mute=links.mute(article.id) if links is not None else None,
    )


def compose_alerts(
    subscription: Subscription,
    items: Sequence[Item | Happened],
    *,
    names: Names,
    links: Links | None,
    gaps: Sequence[Gap] = (),
    key: str = "",
) -> Letter:
    """Write the message that tells these alerts."""
    words = words_of(subscription.language)
    shown = [show(item, subscription, names, links) for item in items]
    subject = shown[0].title
    if len(shown) > 1:
        subject = words.text("mail_many", alerts=words.counted("alerts", len(shown)), title=shown[0].title)
    told = {
        "shown": shown,
        "asked": asked_for(subscription, words, names),
        "asked_when": words.listed([asked_for(subscription, words, names), told_when(subscription, words)]),
        "gaps": [_gap(gap, words, names) for gap in gaps],
        "links": links,
        "key": key,
    }
    return _letter("alerts", subject, words, told)


def compose_question(subscription: Subscription, confirm_url: str, names: Names) -> Letter:
    """Write the message that asks whether a subscription is wanted."""
    words = words_of(subscription.language)
    asked = _one_line(asked_for(subscription, words, names), LONGEST_TITLE)
    told = {"asked": asked, "when": told_when(subscription, words), "confirm": confirm_url}
    return _letter("question", words.text("mail_confirm_subject", asked=asked), words, told)


def short_text(shown: Sequence[Shown]) -> str:
    """Write alerts as a chat shows them: no markup, the quote, the links."""
    return "\n\n".join("\n".join(_short(each)) for each in shown)


def _short(shown: Shown) -> list[str]:
    figure = " ".join(part for part in (shown.figure, shown.measured) if part)
    quote = f"“{shown.quote.text}”" if shown.quote.text else ""
    return [part for part in (shown.title, figure, quote, shown.change, shown.provenance, shown.url) if part]


def _letter(name: str, subject: str, words: Words, told: Mapping[str, object]) -> Letter:
    known = {"t": words.text, "words": words, "lang": words.code, "subject": subject, **told}
    text = _templates().get_template(f"{name}.txt").render(known)
    html = _templates().get_template(f"{name}.html").render(known)
    return Letter(subject, text.strip() + "\n", html)


def _show_event(happened: Happened, words: Words, names: Names) -> Shown:
    told = happened.told
    source = source_name(names, told["source"], words)
    if told.get("kind") == SOURCE_TROUBLE:
        return _show_trouble(told, source, words)
    figures = {"found": told.get("found", ""), "expected": told.get("expected", "")}
    since = told.get("since")
    body = words.text("mail_silent_ever", expected=figures["expected"])
    if since:
        body = words.text("mail_silent_body", since=words.moment(datetime.fromisoformat(since)), **figures)
    title = words.text("mail_silent_title", source=source)
    return Shown(title, None, "", False, "", Quote("", ()), body, source)


def _show_trouble(told: Mapping[str, str], source: str, words: Words) -> Shown:
    since = words.moment(datetime.fromisoformat(told["since"]))
    if told["state"] == WELL:
        title, parts = words.text("mail_well_title", source=source), [words.text("mail_well_body", since=since)]
    else:
        title = words.text("mail_trouble_title", source=source, state=state_in_words(told["state"], words))
        parts = [words.text("mail_trouble_body", since=since, reason=told["reason"])]
        seen = told.get("last_new")
        parts.append(
            words.text("mail_trouble_seen", seen=words.moment(datetime.fromisoformat(seen)))
            if seen
            else words.text("mail_trouble_never")
        )
    return Shown(title, None, "", False, "", Quote("", ()), " ".join(parts), source)


def _sentence(claim: ClaimDocument) -> Quote:
    """Give the sentence of a claim, what stands around the quote where it is long."""
    start = claim.sentence.find(claim.quote)
    if start < 0:
        return Quote(claim.sentence[:LONGEST_SENTENCE], ())
    end = start + len(claim.quote)
    begin = max(0, end - LONGEST_SENTENCE // 2) if len(claim.sentence) > LONGEST_SENTENCE else 0
    return Quote(claim.sentence[begin : begin + LONGEST_SENTENCE], ((start - begin, end - begin),))


def _figure(claim: ClaimDocument, words: Words) -> str:
    arrow = {"up": "↑ ", "down": "↓ "}.get(claim.direction or "", "") if claim.kind == "change" else ""
    return arrow + words.value(claim.value, claim.value_max, claim.unit, claim.modifier)


def _measured(claim: ClaimDocument, words: Words) -> str:
    parts = [
        claim.indicator or "",
        words.place(claim.place) if claim.place else "",
        words.period(claim.period_start, claim.period_end),
        words.text("against", base=words.comparisons[claim.comparison]) if claim.comparison else "",
        words.statuses[claim.status] if claim.status != "actual" else "",
    ]
    return " · ".join(part for part in parts if part)


def _change(item: Item, words: Words) -> str:
    if item.claim is None or item.before is None:
        return ""
    value, unit = signed(item.claim), item.claim.unit
    told = "mail_target" if item.against_target else "mail_before"
    now, before = (words.value(each, None, unit, "eq").replace("-", "−", 1) for each in (value, item.before))
    return words.text(told, now=now, before=before, difference=_difference(value, item.before, unit, words))


def _difference(value: Decimal, before: Decimal, unit: str, words: Words) -> str:
    if value == before:
        return words.text("mail_same")
    step, told_unit = value - before, "percentage_point"
    if unit != "percent":
        if before == 0:
            return "+" + words.value(step, None, unit, "eq") if step > 0 else words.value(step, None, unit, "eq")
        step, told_unit = (step / abs(before) * 100).quantize(Decimal("0.1")), "percent"
    return ("+" if step > 0 else "−") + words.value(abs(step), None, told_unit, "eq")


def _gap(gap: Gap, words: Words, names: Names) -> str:
    source = source_name(names, gap.source, words)
    told = words.counted("mail_failing", gap.failures) if gap.failures else state_in_words(gap.state, words)
    return f"{source} ({told})" if words.code == "en" else f"{source}（{told}）"


def _one_line(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("barometer.alerts"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
