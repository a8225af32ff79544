"""What somebody wants to be told: a saved search, a condition on a figure, or both; when and where."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from barometer.errors import SubscriptionError
from barometer.search.filters import widened
from barometer.search.query import parse
from barometer.search.tree import Node

Cadence = Literal["instant", "hourly", "daily", "weekly"]
Channel = Literal["email", "webhook", "chat"]
Language = Literal["zh", "en"]
Event = Literal["source_silent", "source_trouble"]
TargetOutcome = Literal["told", "met", "missed"]

_ADDRESS = re.compile(r"[^@\s<>,;:\"()\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")
_BASES = ("yoy", "mom", "qoq", "since")
_STATUSES = ("actual", "target", "forecast")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What one claim of an article must be. Values of a fall count below zero, so that `below: 0` is any fall.

    `changed` asks for a change, in percent, of at least so much against the last value known of the same indicator,
    place, unit and base from the same source; 0 is any change. `target` asks for a figure that is a target, or an
    actual one that meets or misses the last target known for the same indicator, place, unit and period.

    With `event` the condition is about what no article tells, a source that has gone silent or that is in any trouble
    at all: `source` says which one, none any of them.
    """

    indicator: str | None = None
    place: str | None = None
    unit: str | None = None
    comparison: str | None = None
    status: str | None = None
    source: str | None = None
    below: Decimal | None = None
    above: Decimal | None = None
    changed: Decimal | None = None
    target: str | None = None
    event: str | None = None

    def __post_init__(self) -> None:
        if all(getattr(self, each.name) is None for each in fields(self)):
            raise SubscriptionError("the condition is empty: name an indicator, a place, a bound or a change")
        if self.comparison is not None and self.comparison not in _BASES:
            raise SubscriptionError(f"comparison {self.comparison!r} is none of {', '.join(_BASES)}")
        if self.status is not None and self.status not in _STATUSES:
            raise SubscriptionError(f"status {self.status!r} is none of {', '.join(_STATUSES)}")
        for name, allowed in (("target", TargetOutcome), ("event", Event)):
            if getattr(self, name) not in {None, *get_args(allowed)}:
                raise SubscriptionError(f"{name} {getattr(self, name)!r} is none of {', '.join(get_args(allowed))}")
        self._check_that_it_can_hold()

    def _check_that_it_can_hold(self) -> None:
        if self.below is not None and self.above is not None and self.below <= self.above:
            raise SubscriptionError(f"no value is above {self.above} and below {self.below}")
        if self.changed is not None and (self.changed < 0 or self.indicator is None):
            raise SubscriptionError("a change is counted from 0 percent up, and needs the indicator that changes")
        if self.target is not None and self.target != "told" and self.status not in {None, "actual"}:
            raise SubscriptionError("only an actual figure meets or misses a target")
        if self.target == "told" and self.status not in {None, "target"}:
            raise SubscriptionError(f"a figure that is {self.status} is no target")
        if self.event is not None and set(self.as_json()) - {"event", "source"}:
            raise SubscriptionError("an event is no figure: give no more than the source beside it")

    @property
    def means_percent(self) -> bool:
        """Whether a bound without a unit is of percent: "yoy above 10" is a rate, and no yuan is meant."""
        return self.unit is None and self.comparison is not None and bool(self.below or self.above)

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> "Condition":
        """Build a condition from texts, as a command line or the record gives them."""
        known = {each.name for each in fields(cls)}
        unknown = sorted(set(values) - known)
        if unknown:
            raise SubscriptionError(f"no such condition: {', '.join(unknown)}; there are {', '.join(sorted(known))}")
        return cls(**{name: _operand(name, value) for name, value in values.items() if value not in {None, ""}})

    def as_json(self) -> dict[str, str]:
        """Give it as texts, without what is not asked for."""
        return {name: str(value) for name, value in asdict(self).items() if value is not None}


@dataclass(frozen=True, kw_only=True)
class Subscription:
    """One subscription. `hour`, `weekday` (0 is Monday) and `zone` are the subscriber's; `cap` is messages a day.

    `target` is an address of mail, of a webhook, or of a chat service as apprise writes it.
    """

    channel: Channel
    target: str
    query: str = ""
    condition: Condition | None = None
    cadence: Cadence = "instant"
    language: Language = "en"
    hour: int = 8
    weekday: int = 0
    zone: str = "Asia/Shanghai"
    cap: int = 20
    name: str = ""
    both_languages: bool = True

    def __post_init__(self) -> None:
        if not self.query.strip() and self.condition is None:
            raise SubscriptionError("neither a search nor a condition is given: everything would be told")
        if self.event is not None and self.query.strip():
            raise SubscriptionError("no article tells this event: leave the search out")
        for name, allowed in (("channel", Channel), ("cadence", Cadence), ("language", Language)):
            if getattr(self, name) not in get_args(allowed):
                raise SubscriptionError(f"{name} {getattr(self, name)!r} is none of {', '.join(get_args(allowed))}")
        if self.cap < 1:
            raise SubscriptionError(f"a cap of {self.cap} messages a day would tell nothing: leave, or set 1 or more")
        if not 0 <= self.hour <= 23 or not 0 <= self.weekday <= 6:
            raise SubscriptionError("the hour is from 0 to 23, the weekday from 0 (Monday) to 6")
        self._check_target()
        self._check_zone()
        parse(self.query)  # what cannot be understood is refused now, not when something is to be told

    @property
    def event(self) -> str | None:
        """The event that is asked for, None where articles are."""
        return self.condition.event if self.condition is not None else None

    @cached_property
    def node(self) -> Node:
        """The query as a tree, in both languages where that is wanted, as a search finds it. Raises SearchError."""
        return widened(parse(self.query), both_languages=self.both_languages)[0]

    def _check_target(self) -> None:
        if self.channel == "email" and not _ADDRESS.fullmatch(self.target):
            raise SubscriptionError(f"{self.target!r} is no e-mail address")
        if self.channel == "webhook" and not self.target.startswith(("https://", "http://")):
            raise SubscriptionError(f"{self.target!r} is no address that begins with https:// or http://")
        if self.channel == "chat" and "://" not in self.target:
            raise SubscriptionError("a chat address begins with its service, such as dingtalk://TOKEN")

    def _check_zone(self) -> None:
        try:
            ZoneInfo(self.zone)
        except (KeyError, ValueError, OSError):
            raise SubscriptionError(f"{self.zone!r} is no time zone such as Asia/Shanghai") from None


def next_telling(subscription: Subscription, now: datetime) -> datetime:
    """Give when what matches now is to be told: at once, at the next full hour, or at the subscriber's hour."""
    if subscription.cadence == "instant":
        return now
    zone = ZoneInfo(subscription.zone)
    here = now.astimezone(zone)
    if subscription.cadence == "hourly":
        return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    day = here.date()
    if subscription.cadence == "weekly":
        day += timedelta(days=(subscription.weekday - day.weekday()) % 7)
    told = datetime.combine(day, time(subscription.hour), zone)
    step = timedelta(days=7 if subscription.cadence == "weekly" else 1)
    return told if told > now else datetime.combine(day + step, time(subscription.hour), zone)


def _operand(name: str, value: Any) -> Any:
    if name not in {"below", "above", "changed"}:
        return str(value)
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise SubscriptionError(f"{name}: {value!r} is no number") from None
    if not number.is_finite():
        raise SubscriptionError(f"{name}: {value!r} is no number that a figure can be compared with")
    return number
