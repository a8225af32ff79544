"""What a site allows: the decision that follows from asking for its robots.txt (RFC 9309).

The crawler asks, follows redirects with `redirect_target` and hands the last answer to `decide`; no I/O happens here.
"""

import functools
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

import ada_url
from protego import Protego

from barometer.network.retry import read_retry_after
from barometer.network.robots_text import decode_robots, has_groups, normalise_robots

MAX_HOPS = 5
LIFETIME = timedelta(hours=24)  # RFC 9309 2.4
ASK_AGAIN = timedelta(hours=1)  # after an answer that settles nothing
STORED_RULES_LIMIT = timedelta(days=30)  # how long old rules stand in for a site that cannot be reached
MAX_CRAWL_DELAY = timedelta(hours=24)

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TOO_MANY_REQUESTS = 429


class RobotsOutcome(StrEnum):
    """What a site's robots.txt comes to."""

    RULES = "rules"
    ALLOW_ALL = "allow_all"
    DISALLOW_ALL = "disallow_all"


@dataclass(frozen=True, slots=True)
class RobotsAnswer:
    """The last answer to a request for robots.txt.

    `status` is None when there was none. `error` says what went wrong on the way (DNS, refused, reset, timeout, TLS,
    body cut short, content encoding that cannot be undone) and outweighs the status. `body` is already free of its
    content encoding.
    """

    status: int | None = None
    body: bytes = b""
    error: str | None = None
    retry_after: str | None = None


@dataclass(frozen=True, slots=True)
class RobotsDecision:
    """What one origin (scheme, host and port) allows, until `expires_at`.

    `text` holds the decoded rules, `fetched_at` when they were got, `reason` one sentence for a person.
    """

    outcome: RobotsOutcome
    reason: str
    fetched_at: datetime
    expires_at: datetime
    text: str = ""

    def can_fetch(self, url: str, user_agent: str) -> bool:
        """Tell whether `user_agent` (a product token or a whole header) may ask for `url`."""
        if self.outcome is RobotsOutcome.RULES:
            return _rules(self.text).can_fetch(url, user_agent)
        return self.outcome is RobotsOutcome.ALLOW_ALL or url == robots_url(url)

    def crawl_delay(self, user_agent: str) -> timedelta | None:
        """Give the pause between requests that the site asks of `user_agent`, a day at most; None if it asks none."""
        seconds = _rules(self.text).crawl_delay(user_agent)
        if seconds is None:
            return None
        return timedelta(seconds=min(seconds, MAX_CRAWL_DELAY.total_seconds()))

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemap addresses that the site lists, as it wrote them."""
        return tuple(_rules(self.text).sitemaps)

    def is_expired(self, now: datetime) -> bool:
        """Tell whether robots.txt has to be asked for again before the next page."""
        return now >= self.expires_at


def robots_url(url: str) -> str | None:
    """Give the address of the robots.txt that rules `url`, or None when `url` is no http(s) address."""
    try:
        parsed = ada_url.URL(url)
    except ValueError:
        return None
    if parsed.protocol not in {"http:", "https:"}:
        return None
    return f"{parsed.protocol}//{parsed.host}/robots.txt"


def redirect_target(url: str, status: int, location: str | None, asked: tuple[str, ...]) -> str | None:
    """Give the address to ask next, or None when this answer is the last one.

    `asked` holds every address asked so far, `url` among them. A sixth redirect, a loop, a target that is no http(s)
    address and a redirect without Location are last answers: `decide` takes them for "no robots.txt" (2.3.1.2).
    """
    if status not in _REDIRECTS or not location or len(asked) > MAX_HOPS:
        return None
    try:
        target = ada_url.URL(location.strip(), base=url)
    except ValueError:
        return None
    if target.protocol not in {"http:", "https:"} or target.href in asked:
        return None
    return target.href


def decide(answer: RobotsAnswer, now: datetime, stored: RobotsDecision | None = None) -> RobotsDecision:
    """Give what the site allows after this answer; `stored` is the last decision for the same origin, if there is one.

    2xx: the rules in the body. 3xx and 4xx: everything. 429, 5xx, other statuses and errors: the stored rules if they
    are less than 30 days old, else nothing, and ask again in an hour or when Retry-After says (a day at most).
    """
    status = answer.status
    if answer.error is not None or status is None:
        return _unreachable(answer, answer.error or "no answer", now, stored)
    if 200 <= status < 300:
        return _read(answer.body, now)
    if status == 304 and stored is not None and stored.outcome is not RobotsOutcome.DISALLOW_ALL:
        return replace(stored, fetched_at=now, expires_at=now + LIFETIME, reason="unchanged since the stored copy")
    if 300 <= status < 500 and status != _TOO_MANY_REQUESTS:
        return RobotsDecision(RobotsOutcome.ALLOW_ALL, f"no robots.txt (HTTP {status})", now, now + LIFETIME)
    return _unreachable(answer, f"HTTP {status}", now, stored)


def _read(body: bytes, now: datetime) -> RobotsDecision:
    text = decode_robots(body)
    if has_groups(text):
        return RobotsDecision(RobotsOutcome.RULES, "rules of the site", now, now + LIFETIME, text)
    looks_like_page = text.lstrip()[:1] == "<"
    reason = "robots.txt is a web page, without rules" if looks_like_page else "robots.txt without rules"
    return RobotsDecision(RobotsOutcome.ALLOW_ALL, reason, now, now + LIFETIME, text)


def _unreachable(answer: RobotsAnswer, what: str, now: datetime, stored: RobotsDecision | None) -> RobotsDecision:
    asked_pause = read_retry_after(answer.retry_after, now, longest=LIFETIME)
    expires_at = now + max(asked_pause or ASK_AGAIN, timedelta(minutes=1))
    if stored is not None and _stands_in(stored, now):
        reason = f"robots.txt cannot be reached ({what}): the copy of {stored.fetched_at:%Y-%m-%d %H:%M} stands in"
        return replace(stored, expires_at=expires_at, reason=reason)
    return RobotsDecision(RobotsOutcome.DISALLOW_ALL, f"robots.txt cannot be reached ({what})", now, expires_at)


def _stands_in(stored: RobotsDecision, now: datetime) -> bool:
    return stored.outcome is not RobotsOutcome.DISALLOW_ALL and now - stored.fetched_at <= STORED_RULES_LIMIT


@functools.lru_cache(maxsize=64)
def _rules(text: str) -> Protego:
    return Protego.parse(normalise_robots(text))
