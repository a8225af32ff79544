"""Which lines of some files a piece of work runs through."""

import contextlib
import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any

Line = tuple[str, int]


@contextlib.contextmanager
def lines_of(files: frozenset[str]) -> Iterator[set[Line]]:
    """Give a set that takes up every line of `files` run inside the block."""
    reached: set[Line] = set()

    def line(frame: FrameType, _event: str, _value: Any) -> Any:
        reached.add((frame.f_code.co_filename, frame.f_lineno))
        return line

    def call(frame: FrameType, event: str, value: Any) -> Any:
        return line(frame, event, value) if frame.f_code.co_filename in files else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        yield reached
    finally:
        sys.settrace(before)
