"""What a person may have meant by a name that is not known."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

_LONGEST = 80


def told_unknown(kind: str, name: str, known: Iterable[str]) -> str | None:
    """Say that no place, unit … is known by this name, with the nearest that are; None where one is."""
    among = {each.lower(): each for each in known}
    return None if name.lower() in among else unknown_line(kind, name, nearest(name, among))


def nearest(name: str, among: Mapping[str, str]) -> list[str]:
    """Give up to three names, as `among` has them by what they are called in small letters, that are most like one."""
    return list(dict.fromkeys(among[each] for each in get_close_matches(name.lower(), among, n=3)))


def unknown_line(kind: str, name: str, near: Iterable[str]) -> str:
    """Say that nothing of a kind is known by a name, and what may have been meant."""
    told = f"no {kind} is known as {name[:_LONGEST]}"
    likely = " / ".join(near)
    return f"{told}; did you mean {likely}?" if likely else told
