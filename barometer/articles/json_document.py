"""JSON as sites answer it: wrapped in a callback, with trailing commas and raw line breaks; and paths into it."""

import json
from collections.abc import Iterator
from typing import Any

import re2

from barometer.errors import ReadError

_CALLBACK = re2.compile(r"^(?:/\*\*/)?\s*(?:try\s*\{)?\s*[\w.$]{0,100}\s*\(")
_TRAILING_COMMA = re2.compile(r'("(?:[^"\\]|\\.)*")|,(\s*[\]}])')
_BEGINNINGS = ("{", "[")
_MOST_FOUND = 5000


def looks_like_json(text: str) -> bool:
    """Tell whether a document is JSON, or JSON handed to a callback, rather than markup."""
    start = text[:300].lstrip("\ufeff \t\r\n")
    if start.startswith(_BEGINNINGS):
        return True
    wrapped = _CALLBACK.search(start)
    return wrapped is not None and start[wrapped.end() :].lstrip().startswith(_BEGINNINGS)


def parse_json(text: str) -> Any:
    """Read a JSON document leniently: without its callback, trailing commas and line breaks in strings allowed.

    Raises ReadError for what is none.
    """
    start = min((at for at in (text.find(sign) for sign in _BEGINNINGS) if at >= 0), default=0)
    end = max(text.rfind("}"), text.rfind("]")) + 1
    inner = text[start:end]
    try:
        return json.loads(inner, strict=False)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(_TRAILING_COMMA.sub(_without_comma, inner), strict=False)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"not JSON: {str(error)[:200]}") from None


def at_path(value: Any, path: str) -> list[Any]:
    """Give what stands at a path such as `data.list.*.url`, in order.

    A number is a place in a list, `*` every member, `**` the value and everything below it. Lists on the way are gone
    through member by member, so that rows that come in groups are found as well. An empty path is the value itself.
    """
    found = [value]
    for step in filter(None, path.split(".")):
        found = [below for one in found for below in _step(one, step)][:_MOST_FOUND]
    return found


def text_at(value: Any, path: str) -> str:
    """Give the first text or number at a path as text, or an empty one."""
    return next((as_text(one) for one in at_path(value, path) if as_text(one)), "")


def as_text(value: Any) -> str:
    """Give a JSON value that a person could read as text; objects and lists are none, and neither is null."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _step(value: Any, step: str) -> Iterator[Any]:
    if step == "**":
        yield from _everything(value)
    elif step == "*":
        yield from value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    elif isinstance(value, list):
        if step.isdigit():
            yield from value[int(step) : int(step) + 1]
        else:
            yield from (below for one in value for below in _step(one, step))
    elif isinstance(value, dict) and step in value:
        yield value[step]


def _everything(value: Any) -> Iterator[Any]:
    waiting = [value]
    for _ in range(_MOST_FOUND):
        if not waiting:
            return
        one = waiting.pop(0)
        yield one
        if isinstance(one, dict | list):
            waiting.extend(one.values() if isinstance(one, dict) else one)


def _without_comma(match: Any) -> str:
    return str(match.group(1) or match.group(2))
