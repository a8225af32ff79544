"""Text in, numeric claims out: pure."""

from datetime import date

from barometer.model import Claim

ENGINE_VERSION = "0"


def extract(text: str, published: date | None, source: str | None) -> list[Claim]:  # noqa: ARG001
    """Give the numeric claims of a text."""
    return []
