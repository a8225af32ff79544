"""Where an article's page cannot be read, the article as a feed told it: read once, and only for want of the page."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from barometer.ingest.fetched import Fetched
from barometer.ingest.record import plan
from barometer.model import Outcome, OutcomeKind

# A page that its author or its platform took away is none of these: what was taken back is not told for it.
UNREADABLE = frozenset(
    {OutcomeKind.BLOCKED, OutcomeKind.LOGIN, OutcomeKind.EXPIRED, OutcomeKind.EMPTY, OutcomeKind.QUARANTINED}
)


def can_be_told(item: Fetched, now: datetime) -> bool:
    """Tell whether what a feed told of the article is to be read: its page cannot be, and never was."""
    if item.request.told is None or item.request.part != 1:
        return False
    was_read = item.request.digest is not None and item.request.digest != told_digest(item)
    if was_read:
        return False
    kind = item.outcome.kind
    return kind in UNREADABLE or (kind is OutcomeKind.FAILED and plan(item, 0, changed=False, now=now).gave_up)


def in_place_of(item: Fetched, outcome: Outcome, body: bytes, headers: Mapping[str, str]) -> Fetched:
    """Give the item of a page that cannot be read with what was read in its place, and why."""
    if outcome.part is None:
        return item
    told = replace(item, body=body, headers=headers, redirect_to=None)
    if told.digest == item.request.digest:
        return replace(told, outcome=Outcome(OutcomeKind.UNCHANGED, problem=item.outcome.problem))
    why = f"the page cannot be read ({item.outcome.kind.value}: {item.outcome.problem or 'no reason told'})"
    return replace(told, outcome=replace(outcome, problem=f"{why}: {outcome.problem}"))


def told_digest(item: Fetched) -> str | None:
    """Give the digest under which what the feed told is known once it was read."""
    return replace(item, body=(item.request.told or "").encode()).digest
