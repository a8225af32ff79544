"""Pages that answer 200 and are no article: told by their message node, for an article may quote the same words."""

from barometer.articles.page import Page
from barometer.model import Outcome
from barometer.sources import Source, Wall
from barometer.sources.schema import compiled


def led_to_wall(target: str, source: Source) -> Outcome | None:
    """Give the outcome that a redirect to this address means, where it leads to one of the source's walls."""
    for rule in source.walls:
        if rule.leads_to is not None and compiled(rule.leads_to).search(target):
            return Outcome(rule.outcome, problem=f"leads to {target[:200]}")
    return None


def wall(page: Page, source: Source) -> Outcome | None:
    """Give the outcome that one of the source's walls means, with its message as the problem; None on other pages."""
    for rule in source.walls:
        for message in page.values(rule.at):
            if compiled(rule.says).search(message):
                return Outcome(rule.outcome, problem=_told(rule, message))
    return None


def _told(rule: Wall, message: str) -> str:
    """Give the wall's message; a code is told with where it stands."""
    where = next((selector for selector in rule.at if selector.startswith("json:")), "")
    return " ".join(f"{where} is {message}".split() if where else message.split())[:200]
