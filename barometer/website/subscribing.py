"""The form of a subscription: what was searched put into one query, fields read into a subscription, mistakes told."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from barometer.alerts.subscription import Condition, Subscription
from barometer.errors import SubscriptionError
from barometer.website.asking import Asked, ClaimsAsked
from barometer.website.rendering import address

CONDITION = tuple(each.name for each in fields(Condition))
ZONES = ("Asia/Shanghai", "Asia/Tokyo", "Asia/Dubai", "Europe/London", "Europe/Berlin", "America/New_York",
         "America/Los_Angeles", "UTC")  # fmt: skip
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it was filled in, all text; "" is not given."""

    values: Mapping[str, str]

    def get(self, name: str) -> str:
        """Give a field, "" where it was left empty."""
        return self.values.get(name, "").strip()[:LONGEST]

    @property
    def both_languages(self) -> bool:
        """Whether the other language is to be found too; a form that was not filled in yet wants that."""
        return self.get("both") != "no" if "email" not in self.values else self.get("both") == "yes"

    def subscription(self, *, channel: str = "email", target: str | None = None) -> Subscription:
        """Read it. Raises SubscriptionError or SearchError for what makes no sense."""
        given = {name: self.get(name) for name in CONDITION if self.get(name)}
        checked: dict[str, Any] = {
            "channel": channel,
            "target": self.get("email") if target is None else target,
            "query": self.get("q"),
            "condition": Condition.read(given) if given else None,
            "cadence": self.get("cadence") or "instant",
            "language": self.get("tongue") or "zh",
            "hour": self._number("hour", 8),
            "weekday": self._number("weekday", 0),
            "zone": self.get("zone") or ZONES[0],
            "cap": self._number("cap", 20),
            "name": self.get("name")[:120],
            "both_languages": self.both_languages,
        }
        return Subscription(**checked)

    def _number(self, name: str, default: int) -> int:
        text = self.get(name)
        if not text:
            return default
        if not (text.isascii() and text.isdigit()) or len(text) > 4:
            raise SubscriptionError(f"{name}: {text!r} is no number")
        return int(text)


def filled_in(subscription: Subscription) -> Form:
    """Give the form of a subscription that is there."""
    values = {"q": subscription.query, "email": subscription.target, "name": subscription.name}
    values |= subscription.condition.as_json() if subscription.condition is not None else {}
    values |= {"cadence": subscription.cadence, "tongue": subscription.language, "zone": subscription.zone}
    values |= {"hour": str(subscription.hour), "weekday": str(subscription.weekday), "cap": str(subscription.cap)}
    return Form({**values, "both": "yes" if subscription.both_languages else "no"})


def subscribing(asked: Asked, name: str = "") -> str:
    """Give the address at which one subscribes to what was asked."""
    given = {"q": query_of(asked), "name": name, "both": "no" if asked.expand else ""}
    return address("/subscribe", {key: value for key, value in given.items() if value})


def query_of(asked: Asked) -> str:
    """Put what was searched, filters and all, into one query as a person would write it."""
    parts = [f"({asked.q})" if "|" in asked.q or "｜" in asked.q or " OR " in asked.q else asked.q]
    named = [("source", asked.source), ("lang", asked.language), ("after", asked.after), ("before", asked.before)]
    named += [("indicator", asked.indicator), ("place", asked.place)]
    if isinstance(asked, ClaimsAsked):
        named += [("period", asked.period), ("unit", asked.unit), ("is", asked.status)]
        low, high = asked.minimum, asked.maximum
        named += [("value", f"{low}..{high}" if low and high else f">={low}" if low else f"<={high}" if high else "")]
    parts += [f"{name}:{_operand(value)}" for name, value in named if value]
    return " ".join(part for part in parts if part)


def _operand(value: str) -> str:
    return f'"{value}"' if " " in value else value
