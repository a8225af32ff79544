"""What a subscriber reads: each alert with its quote marked, source, time, link, and the value known before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from html import escape
from zoneinfo import ZoneInfo

from barometer.alerts.matching import signed
from barometer.alerts.subscription import Subscription
from barometer.search.analysis import analyze
from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.highlight import find
from barometer.search.tree import phrases

AROUND = 90  # characters before and behind what is quoted from an article
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One alert to be told: the article, the claim that met the condition if one did, the value known before."""

    article: ArticleDocument
    claim: ClaimDocument | None = None
    before: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, with the spans that are to be marked."""

    text: str
    marks: Spans


@dataclass(frozen=True, slots=True)
class Letter:
    """A message in both forms."""

    subject: str
    text: str
    html: str


_WORDS = {
    "en": {
        "one": "{title}",
        "many": "{count} alerts: {title} …",
        "for": "You asked for",
        "before": "{now} now, {before} before in the same source",
        "undated": "without a date",
        "leave": "Leave this subscription",
        "degraded": "Sources that failed or were silent",
        "confirm_subject": "Please confirm: alerts for {asked}",
        "confirm": "Somebody, probably you, asked for alerts at this address for: {asked}.\n"
        "Confirm here, or do nothing and you will hear no more:",
        "confirm_link": "Yes, send me these alerts",
    },
    "zh": {
        "one": "{title}",
        "many": "{count} 条提醒：{title} ……",
        "for": "订阅内容",
        "before": "现为 {now}，同一来源此前为 {before}",
        "undated": "未注明日期",
        "leave": "退订",
        "degraded": "失败或没有新消息的来源",
        "confirm_subject": "请确认订阅：{asked}",
        "confirm": "有人（可能是您）以此邮箱订阅了：{asked}。\n请点击下面的链接确认；若不确认，您不会再收到邮件：",
        "confirm_link": "确认订阅",
    },
}


def quote_of(item: Item, subscription: Subscription) -> Quote:
    """Give the words to quote: the sentence of the claim, or what stands around the first words of the search."""
    if item.claim is not None:
        start = item.claim.sentence.find(item.claim.quote)
        return Quote(item.claim.sentence, ((start, start + len(item.claim.quote)),) if start >= 0 else ())
    text = item.article.text
    found = find(analyze(text), phrases(subscription.node))
    if not found:
        return Quote(text[: 2 * AROUND], ())
    begin = max(0, found[0].start - AROUND)
    end = min(len(text), found[0].end + AROUND)
    marks: list[tuple[int, int]] = []
    for match in found:
        start, stop = match.start - begin, match.end - begin
        if stop <= end - begin and (not marks or start >= marks[-1][1]):
            marks.append((start, stop))
    return Quote(text[begin:end], tuple(marks))


def asked_for(subscription: Subscription) -> str:
    """Say in a line what was subscribed to."""
    parts = [subscription.query.strip()]
    if subscription.condition is not None:
        parts += [f"{name} {value}" for name, value in subscription.condition.as_json().items()]
    return subscription.name or ", ".join(part for part in parts if part)


def compose_alerts(
    subscription: Subscription, items: Sequence[Item], *, leave_url: str | None, degraded: Sequence[str] = ()
) -> Letter:
    """Write the message that tells these alerts."""
    words = _WORDS[subscription.language]
    title = _one_line(items[0].article.title)
    subject = words["one" if len(items) == 1 else "many"].format(count=len(items), title=title)
    asked = f"{words['for']}: {asked_for(subscription)}"
    texts = ["\n".join(_lines(item, subscription)) for item in items]
    pieces = [_html_item(item, subscription) for item in items]
    if degraded:
        told = f"{words['degraded']}: {', '.join(degraded)}"
        texts.append(told)
        pieces.append(f"<p>{escape(told)}</p>")
    texts.append(asked + (f"\n{words['leave']}: {leave_url}" if leave_url else ""))
    link = f' · <a href="{escape(leave_url)}">{words["leave"]}</a>' if leave_url else ""
    pieces.append(f'<p style="color:#666">{escape(asked)}{link}</p>')
    return Letter(subject, "\n\n".join(texts) + "\n", _page(subject, subscription.language, "\n".join(pieces)))


def compose_question(subscription: Subscription, confirm_url: str) -> Letter:
    """Write the message that asks whether a subscription is wanted."""
    words = _WORDS[subscription.language]
    asked = _one_line(asked_for(subscription))
    told = words["confirm"].format(asked=asked)
    subject = words["confirm_subject"].format(asked=asked)
    link = f'<p><a href="{escape(confirm_url)}">{words["confirm_link"]}</a></p>'
    body = "".join(f"<p>{escape(line)}</p>" for line in told.splitlines()) + link
    return Letter(subject, f"{told}\n\n{confirm_url}\n", _page(subject, subscription.language, body))


def _lines(item: Item, subscription: Subscription) -> list[str]:
    quote = quote_of(item, subscription)
    lines = [item.article.title, f"“{_marked(quote, '*', '*', str)}”", _provenance(item, subscription)]
    change = _change(item, subscription)
    return [*lines, *([change] if change else []), item.article.url]


def _html_item(item: Item, subscription: Subscription) -> str:
    change = _change(item, subscription)
    told = f"<br><strong>{escape(change)}</strong>" if change else ""
    return (
        f'<h3><a href="{escape(item.article.url)}">{escape(item.article.title)}</a></h3>\n'
        f"<blockquote>{_marked(quote_of(item, subscription), '<mark>', '</mark>', escape)}</blockquote>\n"
        f'<p style="color:#666">{escape(_provenance(item, subscription))}{told}</p>'
    )


def _marked(quote: Quote, before: str, behind: str, write: Callable[[str], str]) -> str:
    pieces, at = [], 0
    for start, end in quote.marks:
        pieces += [write(quote.text[at:start]), before, write(quote.text[start:end]), behind]
        at = end
    return "".join([*pieces, write(quote.text[at:])])


def _provenance(item: Item, subscription: Subscription) -> str:
    moment = item.article.published
    zone = ZoneInfo(subscription.zone)
    told = _clock(moment, zone) if moment is not None else _WORDS[subscription.language]["undated"]
    return f"{item.article.source_name or item.article.source}, {told}"


def _change(item: Item, subscription: Subscription) -> str:
    if item.claim is None or item.before is None:
        return ""
    unit = "%" if item.claim.unit == "percent" else f" {item.claim.unit}"
    now, before = (f"{value.normalize():,f}{unit}" for value in (signed(item.claim), item.before))
    return _WORDS[subscription.language]["before"].format(now=now, before=before)


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def _one_line(text: str) -> str:
    return " ".join(text.split())[:150]


def _page(title: str, language: str, body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title></head>\n'
        f'<body style="font-family:sans-serif;max-width:42em">\n{body}\n</body></html>\n'
    )
