"""What a person may have meant by a name that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def told_unknown(kind: str, name: str, known: Iterable[str]) -> str | None:
    """Say that no place, unit … is known by this name, with the nearest that are; None where one is."""
    among = {each.lower(): each for each in known}
    if name.lower() in among:
        return None
    near = [among[each] for each in get_close_matches(name.lower(), among, n=3)]
    return f"no {kind} is known as {name}" + (f"; did you mean {' or '.join(near)}?" if near else "")
