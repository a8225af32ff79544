"""Text that both engines can store: PostgreSQL takes no NUL, and neither of them takes half a surrogate pair."""

from dataclasses import fields, replace
from typing import Any

from barometer.model import ArticlePart, Outcome

LONGEST_PROBLEM = 500


def storable(text: str) -> str:
    """Give the text without NUL characters, with U+FFFD in place of each lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\x00", "")


def storable_problem(problem: str | None) -> str | None:
    """Give what was wrong in one line that is not longer than a person reads."""
    return None if problem is None else " ".join(storable(problem).split())[:LONGEST_PROBLEM]


def storable_outcome(outcome: Outcome) -> Outcome:
    """Give the outcome with every text in it storable."""
    part = None if outcome.part is None else _storable_part(outcome.part)
    return replace(outcome, part=part, problem=storable_problem(outcome.problem))


def _storable_part(part: ArticlePart) -> ArticlePart:
    values = {field.name: getattr(part, field.name) for field in fields(part)}
    return ArticlePart(**{name: _cleaned(value) for name, value in values.items()})


def _cleaned(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(storable(each) for each in value)
    return storable(value) if type(value) is str else value
