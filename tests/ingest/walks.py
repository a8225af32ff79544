"""Following lists as a crawl and a walk do, with answers that a test gives."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from barometer.archive.frontier import LeasedRequest
from barometer.articles import read
from barometer.ingest.walking import shallow, within
from barometer.model import Link, Outcome, RequestKind
from barometer.network.robots import RobotsDecision, RobotsOutcome
from barometer.sources import Source
from barometer.sources.asking import Asked

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)  # noon in Shanghai
MOST = 2000
Answers = Callable[[str, str | None], str | None]


@dataclass
class Walked:
    """What a walk asked for and which articles it found."""

    asked: list[tuple[str, str | None]] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)


def leased(asked: Asked, part: int) -> LeasedRequest:
    return LeasedRequest(
        1, RequestKind.LISTING, asked.url, "", asked.method, {}, asked.body, None, None, None, 0, 0, 0, 1, part, None,
        RobotsDecision(RobotsOutcome.ALLOW_ALL, "", NOW, NOW),
    )  # fmt: skip


def follow(source: Source, first: tuple[Asked, ...], answers: Answers, since: datetime | None) -> Walked:
    """Ask as a crawl does: each list once, its lists after it, as far as the rules of walks and daily crawls let it."""
    walked, waiting = Walked(), deque((asked, 1) for asked in first)
    seen: set[tuple[str, str | None]] = set()
    while waiting and len(walked.asked) < MOST:
        asked, part = waiting.popleft()
        if (asked.url, asked.body) in seen:
            continue
        seen.add((asked.url, asked.body))
        walked.asked.append((asked.url, asked.body))
        body = answers(asked.url, asked.body)
        if body is None:
            continue
        request = leased(asked, part)
        outcome = read(body.encode(), {}, asked.url, source, RequestKind.LISTING, NOW)
        for link in followed(outcome, request, source, since):
            if link.kind is RequestKind.ARTICLE:
                walked.articles.add(link.url)
            else:
                waiting.append((Asked(link.url, link.method, {}, link.body), part + 1 if link.turns else 1))
    return walked


def followed(outcome: Outcome, request: LeasedRequest, source: Source, since: datetime | None) -> tuple[Link, ...]:
    kept = shallow(outcome, request, source) if since is None else within(outcome, request, source, since, NOW)
    return kept.links
