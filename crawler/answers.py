"""What a download error means for a request. What a status means: `barometer.ingest.answers`."""

from barometer.ingest.storable import storable_problem
from barometer.model import Outcome, OutcomeKind
from crawler.guard import RefusedError

REDIRECTS = frozenset({301, 302, 303, 307, 308})


def judge_error(error: BaseException | None) -> Outcome:
    """Give the outcome of a request that got no answer; the problem says what went wrong in one line."""
    told = " ".join(str(error).split()) or "no details"
    if isinstance(error, RefusedError):
        return Outcome(OutcomeKind.BLOCKED, problem=storable_problem(told))
    return Outcome(OutcomeKind.FAILED, problem=storable_problem(f"{type(error).__name__}: {told}"))
