"""What stands around an article on its page: the lines between headline and text, and those just before and after."""

from dataclasses import dataclass

from barometer.articles.page import Page
from barometer.articles.paragraphs import paragraphs

_BETWEEN = 25
_BESIDE = 6
_MOST_LINES = 3000


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Lines of a page by where they stand: above the headline, between it and the text, in and below the text."""

    above: tuple[str, ...]
    between: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def near(self) -> tuple[str, ...]:
        """The lines in the order in which a dateline is likely in them."""
        return (*self.between, *reversed(self.above), *self.below)


def surroundings(page: Page, title: str, body: list[str]) -> Surroundings:
    """Find the lines around the article with this title and these paragraphs."""
    lines = paragraphs([page.tree])[:_MOST_LINES]
    first, last = _first_of(body), _last_of(body)
    start = next((index for index, line in enumerate(lines) if first and first in line), 0)
    ends = [index for index, line in enumerate(lines) if last and last in line]
    end = next((index for index in ends if index >= start), start)
    head = _headline(lines, title, start)
    if head is None:
        head = max(-1, start - _BESIDE)
    return Surroundings(
        above=tuple(lines[max(0, head - _BESIDE) : max(0, head)]),
        between=tuple(lines[head + 1 : start][-_BETWEEN:]),
        below=tuple(lines[end + 1 : end + 1 + _BESIDE]),
    )


def _headline(lines: list[str], title: str, start: int) -> int | None:
    """Give the last line before the text that is the headline, or holds it."""
    if not title:
        return None
    wanted = "".join(title.split())
    for exact in (True, False):
        for index in range(start - 1, -1, -1):
            line = "".join(lines[index].split())
            if line == wanted or (not exact and wanted in line and len(line) < 2 * len(wanted)):
                return index
    return None


def _first_of(body: list[str]) -> str:
    return next((line[:30] for line in body if len(line) >= 25), body[0][:30] if body else "")


def _last_of(body: list[str]) -> str:
    return next((line[-30:] for line in reversed(body) if len(line) >= 25), body[-1][-30:] if body else "")
