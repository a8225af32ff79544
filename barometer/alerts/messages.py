"""What a message holds, read from the record as it is now: what was removed meanwhile is not told."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, or_, select

from barometer.alerts.describing import Names
from barometer.alerts.letters import (
    Gap,
    Happened,
    Item,
    Letter,
    Links,
    compose_alerts,
    compose_question,
    quote_of,
    show,
)
from barometer.alerts.letters import short_text as shortly
from barometer.alerts.links import action_url, mute_url, sign_action
from barometer.alerts.subscribers import Subscriber
from barometer.archive.record import Record
from barometer.archive.tables import alerts, schedules
from barometer.config import Settings
from barometer.errors import DeliveryError
from barometer.ingest.documents import documents_of
from barometer.search.documents import to_json
from barometer.sources.health import ALARMS, State
from barometer.words.language import words_of


def letter(record: Record, settings: Settings, subscriber: Subscriber, row: Row[Any], names: Names, key: str) -> Letter:
    """Write the mail of a delivery."""
    subscription = subscriber.subscription
    if row.kind == "confirm":
        return compose_question(subscription, action_url(settings, "confirm", subscriber.id), names)
    links = Links(
        leave=action_url(settings, "leave", subscriber.id),
        edit=action_url(settings, "edit", subscriber.id),
        site=settings.public_url.rstrip("/"),
        mute=lambda article_id: mute_url(settings, subscriber.id, article_id),
    )
    items, gaps = _items(record, row), _gaps(record, subscriber)
    return compose_alerts(subscription, items, names=names, links=links, gaps=gaps, key=key)


def chat_text(
    record: Record, settings: Settings, subscriber: Subscriber, row: Row[Any], names: Names, key: str
) -> tuple[str, str]:
    """Give title and text of a delivery for a chat."""
    subscription = subscriber.subscription
    if row.kind == "confirm":
        question = letter(record, settings, subscriber, row, names, key)
        return question.subject, question.text
    items, gaps = _items(record, row), _gaps(record, subscriber)
    written = compose_alerts(subscription, items, names=names, links=None, gaps=gaps)
    words = words_of(subscription.language)
    shown = [show(item, subscription, names, None) for item in items]
    text = shortly(shown).removeprefix(shown[0].title + "\n") if len(shown) == 1 else shortly(shown)
    missed = words.listed([f"{words.text('mail_degraded')}: {gap.source}" for gap in gaps])
    foot = f"{words.text('brand')} · {words.text('mail_name', name=key)}"
    return written.subject, "\n\n".join(part for part in (text, missed, foot) if part)


def webhook_body(record: Record, settings: Settings, subscriber: Subscriber, row: Row[Any], key: str) -> dict[str, Any]:
    """Give the JSON of a delivery."""
    if row.kind == "confirm":
        token = sign_action(settings, "confirm", subscriber.id)
        return {"id": key, "kind": "confirm", "subscription": subscriber.id, "token": token}
    told = [_plain(item, subscriber) for item in _items(record, row)]
    gaps = [asdict(gap) for gap in _gaps(record, subscriber)]
    return {"id": key, "kind": "alerts", "subscription": subscriber.id, "alerts": told, "gaps": gaps}


def _items(record: Record, row: Row[Any]) -> list[Item | Happened]:
    with record.reading() as connection:
        query = select(alerts).where(alerts.c.delivery_id == row.id).order_by(alerts.c.id)
        told = connection.execute(query).all()
    documents = documents_of(record, [each.article_id for each in told if each.article_id is not None])
    articles = {each.id: each for each in documents.articles}
    claims = {each.id: each for each in documents.claims}
    items: list[Item | Happened] = []
    for each in told:
        if each.article_id is None:
            items.append(Happened(each.told))
        elif each.article_id in articles:
            against_target = bool(each.told) and each.told.get("against") == "target"
            items.append(Item(articles[each.article_id], claims.get(each.claim_id or ""), each.before, against_target))
    if not items:
        raise DeliveryError("every article of this message was removed", final=True)
    return items


def _gaps(record: Record, subscriber: Subscriber) -> Sequence[Gap]:
    """Give the sources of which a digest may lack something; who is told at once is not told of these each time."""
    if subscriber.subscription.cadence == "instant":
        return ()
    ill = schedules.c.health.in_([state.value for state in ALARMS])
    troubled = or_(schedules.c.failures > 0, schedules.c.silence.is_not(None), ill)
    with record.reading() as connection:
        rows = connection.execute(select(schedules).where(troubled).order_by(schedules.c.source_id)).all()
    return [
        Gap(row.source_id, row.failures, row.silence, row.health if row.health in ALARMS else State.SILENT.value)
        for row in rows
    ]


def _plain(item: Item | Happened, subscriber: Subscriber) -> dict[str, Any]:
    if isinstance(item, Happened):
        return {"event": dict(item.told)}
    quote, article = quote_of(item, subscriber.subscription), item.article
    return {
        "article": {
            "id": article.id,
            "title": article.title,
            "url": article.url,
            "source": article.source,
            "published": article.published.isoformat() if article.published else None,
        },
        "quote": quote.text,
        "marks": [list(mark) for mark in quote.marks],
        "claim": json.loads(to_json(item.claim)) if item.claim is not None else None,
        "before": str(item.before) if item.before is not None else None,
        "against": "target" if item.against_target else "last",
    }
