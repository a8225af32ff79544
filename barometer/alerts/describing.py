"""What was subscribed to, and when it is told, said in a line of the subscriber's language."""

from collections.abc import Mapping
from decimal import Decimal

from barometer.alerts.subscription import Condition, Subscription
from barometer.claims.lexicon import load_lexicon
from barometer.words.language import Words

Names = Mapping[str, Mapping[str, str]]  # id of a source -> language -> name


def asked_for(subscription: Subscription, words: Words, names: Names) -> str:
    """Say what was subscribed to: the name that it was given, or the search and the condition."""
    if subscription.name:
        return subscription.name
    parts = [words.quoted(subscription.query.strip())] if subscription.query.strip() else []
    if subscription.condition is not None:
        parts.append(_condition(subscription.condition, words, names))
    return words.listed(parts)


def told_when(subscription: Subscription, words: Words) -> str:
    """Say when it is told."""
    if subscription.cadence == "daily":
        return words.text("cadence_daily_at", hour=subscription.hour)
    if subscription.cadence == "weekly":
        day = words.text(f"day_{subscription.weekday}")
        return words.text("cadence_weekly_at", day=day, hour=subscription.hour)
    return words.text(f"cadence_{subscription.cadence}")


def source_name(names: Names, source: str, words: Words) -> str:
    """Give a source's name, its id where none is known."""
    return names.get(source, {}).get(words.code, source)


def state_in_words(state: str, words: Words) -> str:
    """Say how a source does."""
    return words.text("health_state_" + state.replace(" ", "_"))


def _condition(condition: Condition, words: Words, names: Names) -> str:
    source = source_name(names, condition.source, words) if condition.source else ""
    if condition.event is not None:
        asked = "asked_" + condition.event.removeprefix("source_")
        return words.text(asked, source=source) if source else words.text(f"{asked}_any")
    parts = [*_subject(condition, words), *_bounds(condition, words)]
    if source:
        parts.append(words.text("asked_source", source=source))
    return words.listed(parts)


def _subject(condition: Condition, words: Words) -> list[str]:
    parts = [words.place(condition.place)] if condition.place is not None else []
    if condition.indicator is not None:
        indicator = load_lexicon().indicators.get(condition.indicator)
        parts.append(indicator.names[words.code] if indicator else condition.indicator)
    subject = [" ".join(parts)] if parts else []
    if condition.comparison is not None:
        subject.append(words.text("against", base=words.comparisons[condition.comparison]))
    if condition.status is not None:
        subject.append(words.statuses[condition.status])
    return subject


def _bounds(condition: Condition, words: Words) -> list[str]:
    parts = []
    for name in ("below", "above"):
        bound: Decimal | None = getattr(condition, name)
        if bound is not None:
            value = words.value(bound, None, condition.unit, "eq") if condition.unit else words.number(bound)
            parts.append(words.text(f"asked_{name}", value=value))
    if condition.unit is not None and not parts:
        parts.append(words.unit_names.get(condition.unit, condition.unit))
    if condition.changed is not None:
        told = "asked_changed" if condition.changed else "asked_changed_any"
        parts.append(words.text(told, value=words.number(condition.changed)))
    if condition.target is not None:
        parts.append(words.text(f"asked_target_{condition.target}"))
    return parts
