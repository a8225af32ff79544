"""The one place that asks for the time, so that everything else can be handed one."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """Give the present moment in UTC, with its zone."""
    return datetime.now(UTC)
