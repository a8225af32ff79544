"""Times at the end of a clause with "since", from which on something is told: "Since it was upgraded on March 1, …"."""

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import pattern
from barometer.claims.values import PeriodMark, PeriodRole

_SINCE = pattern(
    r"\bsince (?:it|they|the|its|their|an?|this|(?-i:[A-Z])\w+) [^,;.]{0,60}?"
    r"\b(?:was|were|began|came|took|went|cut|[a-z]+ed)\b[^,;.0-9]{0,40}$"
    r"|\bsince (?:she|he|we|I) (?:first )?(?:began|started|opened|launched|joined|moved|took over|set up|introduced"
    r"|switched|came|bought|built)\b[^,;.0-9]{0,40}$"
    r"|\bsince (?:opening|launching|starting|joining|moving|arriving|going live|taking over)\b[^,;.0-9]{0,40}$"
)


def with_since(text: str, found: list[PeriodMark]) -> list[PeriodMark]:
    """Give the times with those that end a clause with "since" as what is told runs on from."""
    return [replace(mark, last=None, role=PeriodRole.RUNNING) if _opens(text, mark) else mark for mark in found]


def _opens(text: str, mark: PeriodMark) -> bool:
    if mark.first is None or mark.role is not PeriodRole.CURRENT or text[mark.end : mark.end + 1] not in {",", ".", ""}:
        return False
    return _SINCE.search(text[: mark.start]) is not None
