"""What an HTTP status means for a request, before anything is read."""

from barometer.model import Outcome, OutcomeKind

GONE = frozenset({404, 410})
LOGIN = frozenset({401, 407})
WALLS = frozenset({403, 405, 406, 412, 418, 432, 451})  # 412 and 405: challenges of .gov.cn hosts; 432: Weibo's


def judge_status(status: int) -> Outcome | None:
    """Give the outcome that a status alone decides, None when the body is to be read (RFC 9110 §15)."""
    if 200 <= status < 300:
        return None
    if status == 304:
        return Outcome(OutcomeKind.UNCHANGED)
    if status in GONE:
        return Outcome(OutcomeKind.GONE, problem=f"HTTP {status}")
    if status in LOGIN:
        return Outcome(OutcomeKind.LOGIN, problem=f"HTTP {status}: it asks for a login")
    if status in WALLS:
        return Outcome(OutcomeKind.BLOCKED, problem=f"HTTP {status}: the site refuses")
    return Outcome(OutcomeKind.FAILED, problem=f"HTTP {status}")
