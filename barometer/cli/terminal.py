"""The terminal that commands print tables and marked text to."""

import os
from typing import Any

from rich.console import Console

_UNFOLDED = 10_000


class Terminal(Console):
    """rich's console. A program that reads its output gets each row on one line, however long (unless COLUMNS is set).

    Its reader may leave early: `barometer search 义乌 | head` is no failure.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        if not self.is_terminal and not os.environ.get("COLUMNS"):
            self.width = _UNFOLDED

    def on_broken_pipe(self) -> None:
        """Let the command line end the command (rich would leave with exit code 1)."""
        raise BrokenPipeError
