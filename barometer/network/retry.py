"""When to ask again: Retry-After and the backoff between attempts."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST_WAIT = timedelta(hours=24)


def read_retry_after(value: str | None, now: datetime, longest: timedelta = LONGEST_WAIT) -> timedelta | None:
    """Give the pause that a Retry-After header asks for: seconds or an HTTP date, never negative, at most `longest`.

    None when there is no header or it cannot be read, so that the caller's own backoff holds.
    """
    text = (value or "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        digits = text.lstrip("0") or "0"
        # Ten digits of seconds are 300 years; int() refuses thousands of digits, timedelta even fewer.
        return longest if len(digits) > 10 else min(timedelta(seconds=int(digits)), longest)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(timedelta(0), min(moment - now, longest))


def backoff(attempt: int, chance: float, first: timedelta, longest: timedelta = LONGEST_WAIT) -> timedelta:
    """Give the pause after the `attempt`-th failure (1, 2, …): doubling from `first` to at most `longest`, with jitter.

    `chance` comes from the caller's random source, 0 <= chance < 1. The pause lies between half of the doubled value
    and the whole, so that requests which failed together do not come back together.
    """
    if attempt < 1 or not 0 <= chance <= 1:
        raise ValueError(f"backoff takes attempt >= 1 and 0 <= chance <= 1, not {attempt} and {chance}")
    doublings = min(attempt - 1, 40)
    whole = min(first.total_seconds() * 2.0**doublings, longest.total_seconds())
    return timedelta(seconds=whole * (0.5 + chance / 2))


def next_pause(
    attempt: int,
    chance: float,
    first: timedelta,
    *,
    retry_after: str | None,
    now: datetime,
    longest: timedelta = LONGEST_WAIT,
) -> timedelta:
    """Give the pause before the next attempt: the backoff, or what the site asks for where that is longer."""
    asked = read_retry_after(retry_after, now, longest)
    own = backoff(attempt, chance, first, longest)
    return own if asked is None else max(own, asked)
