"""When a request is sent again: the ladder of revisits after an answer, backoff after a failure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from barometer.model import OutcomeKind, RequestKind
from barometer.network.retry import backoff

LADDER = (timedelta(hours=2), timedelta(hours=12), timedelta(days=2), timedelta(days=7), timedelta(days=30))
FIRST_PAUSE = timedelta(seconds=2)
QUICK_TRIES = 5  # attempts with short pauses; after them a page is given up for the day
ROUNDS = 12  # failed attempts after which an article is let go; a listing never is
FINAL = frozenset({OutcomeKind.GONE, OutcomeKind.VIOLATION, OutcomeKind.EXPIRED, OutcomeKind.REDIRECT})
WALLS = frozenset({OutcomeKind.BLOCKED, OutcomeKind.LOGIN})
LONG_PAUSE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of a row: its state, when it is due again (None: never), and how many failures in a row it has had.

    `gave_up` says that nothing more is to be hoped for in the near future: an article is joined without this part.
    """

    state: str
    due: datetime | None
    attempts: int
    visits: int
    gave_up: bool = False


def next_step(
    outcome: OutcomeKind,
    kind: RequestKind,
    *,
    attempts: int,
    visits: int,
    changed: bool,
    retry_after: timedelta | None,
    now: datetime,
    ladder: Sequence[timedelta] = LADDER,
    chance: float = 0.5,
) -> Step:
    """Decide what becomes of a row after this outcome. Pure: `chance` in 0..1 is the caller's draw for the jitter."""
    if outcome is OutcomeKind.QUARANTINED:
        due = now + LONG_PAUSE if kind is RequestKind.LISTING else None
        return Step("quarantined", due, attempts, visits, gave_up=True)
    if outcome is OutcomeKind.FAILED:
        return _after_failure(kind, attempts + 1, visits, retry_after, now, chance)
    if outcome in FINAL or kind is RequestKind.LISTING:
        return Step("settled", None, 0, visits + 1, gave_up=True)
    if outcome in WALLS:
        return Step("waiting", now + max(LONG_PAUSE, retry_after or LONG_PAUSE), 0, visits + 1, gave_up=True)
    rung = 0 if changed else visits
    gave_up = outcome is OutcomeKind.EMPTY
    if rung >= len(ladder):
        return Step("settled", None, 0, rung + 1, gave_up)
    return Step("waiting", now + ladder[rung], 0, rung + 1, gave_up)


def _after_failure(
    kind: RequestKind,
    attempts: int,
    visits: int,
    retry_after: timedelta | None,
    now: datetime,
    chance: float,
) -> Step:
    gave_up = attempts >= QUICK_TRIES
    if attempts >= ROUNDS and kind is not RequestKind.LISTING:
        return Step("settled", None, attempts, visits, gave_up=True)
    pause = LONG_PAUSE if gave_up else backoff(attempts, chance, FIRST_PAUSE)
    return Step("waiting", now + max(pause, retry_after or pause), attempts, visits, gave_up=gave_up)
