"""The terminal that commands print tables and marked text to."""

from rich.console import Console


class Terminal(Console):
    """rich's console, whose reader may leave early: `barometer search 义乌 | head` is no failure."""

    def on_broken_pipe(self) -> None:
        """Let the command line end the command (rich would leave with exit code 1)."""
        raise BrokenPipeError
