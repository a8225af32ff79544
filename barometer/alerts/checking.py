"""Whether a subscription that somebody asks for can ever be told: its names, its bounds, its webhook.

Asked when one is begun, changed or tried, not when it is read from the record: what was begun before stays as it is.
"""

from collections.abc import Iterable

from sqlalchemy import func, select

from barometer.alerts.subscription import Condition, Subscription
from barometer.archive.record import Record
from barometer.archive.tables import claims
from barometer.claims import load_lexicon
from barometer.config import Settings
from barometer.errors import SubscriptionError
from barometer.network.addresses import judge, parse_allowed
from barometer.search.nearest import told_unknown


def check_wanted(record: Record, settings: Settings, sources: Iterable[str], subscription: Subscription) -> None:
    """Raise SubscriptionError, with the nearest names, for what no article could ever meet or no message reach."""
    if subscription.condition is not None:
        _check_bounds(subscription.condition)
        _check_names(record, settings, sources, subscription.condition)
    if subscription.channel == "webhook":
        _check_webhook(settings, subscription.target)


def _check_bounds(condition: Condition) -> None:
    """Refuse a number that would be compared with yuan, percent and parcels alike; 0 is any fall or any rise."""
    if condition.unit is not None or condition.comparison is not None:
        return
    if bound := condition.above or condition.below:
        raise SubscriptionError(
            f"{bound} of what? A bound needs a unit, such as percent or CNY, or a comparison, such as yoy"
        )


def _check_names(record: Record, settings: Settings, sources: Iterable[str], condition: Condition) -> None:
    lexicon = load_lexicon(settings.indicators)
    named = {
        "indicator": (condition.indicator, lexicon.indicators),
        "place": (condition.place, lexicon.places),
        "unit": (condition.unit, lexicon.units),
        "source": (condition.source, sources),
    }
    for kind, (name, known) in named.items():
        if name is None or name in known or (kind in {"indicator", "place"} and _was_said(record, kind, name)):
            continue
        told = told_unknown(kind, name, known)
        if told is not None:
            raise SubscriptionError(told)
        if kind != "place":  # known in other letters, by which it would never be met
            right = next(each for each in known if each.lower() == name.lower())
            raise SubscriptionError(f"no {kind} is known as {name}; did you mean {right}?")


def _was_said(record: Record, kind: str, name: str) -> bool:
    """Tell whether a claim names it so, though no file of ours does."""
    query = select(claims.c.id).where(func.lower(claims.c[kind]) == name.lower()).limit(1)
    with record.reading() as connection:
        return connection.execute(query).first() is not None


def _check_webhook(settings: Settings, url: str) -> None:
    allowed = parse_allowed(settings.network_allow)
    verdict = judge(url, allowed)
    if not verdict.allowed:
        raise SubscriptionError(f"nothing can be posted to {url}: {verdict.refusal}")
    if not url.lower().startswith("https://") and (verdict.host, verdict.port) not in allowed:
        raise SubscriptionError(f"{url}: a webhook is posted to https:// addresses only, for it carries what was asked")
