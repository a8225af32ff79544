"""The terminal that commands print tables and marked text to."""

import os
from typing import Self

from rich.console import Console

WIDE = 1000  # columns of a pipe, which folds nothing


class Terminal(Console):
    """rich's console, whose reader may leave early: `barometer search 义乌 | head` is no failure."""

    @classmethod
    def of_lines(cls) -> Self:
        """Give one that keeps each row on a line of its own in a pipe, where no window is narrow."""
        console = cls()
        if not console.is_terminal and not os.environ.get("COLUMNS"):
            console.width = WIDE
        return console

    def on_broken_pipe(self) -> None:
        """Let the command line end the command (rich would leave with exit code 1)."""
        raise BrokenPipeError
