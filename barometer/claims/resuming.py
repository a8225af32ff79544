"""Takes up the time of an English story's first figures again, where a sentence goes on with such figures."""

from barometer.claims.context import Context
from barometer.claims.replacing import replace
from barometer.claims.sources.telling_on import is_of_first
from barometer.claims.text.expressions import pattern
from barometer.claims.times.calendar import NO_PERIOD
from barometer.claims.times.carried import was_foretold
from barometer.claims.times.meaning import Clock
from barometer.claims.values import Cue, PeriodMark, PeriodRole, Reading, quotes

FIRST_PERSON = pattern(r"\b(?:we|our|my|(?-i:I))\b")


def resuming(context: Context, reading: Reading) -> Context:
    """Give the context with the time of an English story's first figures, where a sentence goes on with such figures.

    "Exports rose 6 percent in October. … Shipments to Japan grew 3 percent": a change without a time of its own, told
    by nobody.
    """
    if (
        context.bulletin
        or context.main is None
        or not context.plain
        or context.clock.carried != NO_PERIOD
        or reading.chinese
    ):
        return context
    grown = any(mention.unit == "percent" for mention in reading.mentions) and (
        any(reading.between(0, len(reading.text), Cue.GROWTH, Cue.PACE, Cue.SHARE)) or _shares_flow(reading.text)
    )
    telling = any(
        one.reach is None and one.scope != "sentence" and not is_of_first(context, reading, one)
        for one in reading.speakers
    )
    foretold = was_foretold(reading, len(reading.text))
    told = (telling and not foretold) or quotes(reading.text) or FIRST_PERSON.found_in(reading.text)
    dated = [mark for mark in reading.periods if not (mark.aside or _OF_OLD_LEVEL.search(reading.text[: mark.start]))]
    dated = [mark for mark in dated if not reading.text.endswith((", which ", ", who "), 0, mark.start)]
    balance = _BALANCE.search(reading.text) is not None
    if not (grown or foretold or balance) or told:
        return context
    base = context.base if context.base.value else context.main_base or context.base
    if not dated or all(mark.role is PeriodRole.SAME for mark in dated):
        return replace(context, clock=context.main, base=base)
    again = all(is_told_first(mark, context.main) for mark in dated)
    return replace(context, base=base) if again else context


_OF_OLD_LEVEL = pattern(r"\b(?:from|against|versus|compared with) [^,;.]{0,8}[0-9][^,;]{0,24}(?: in)? $")
"""What stands before the time of an old level: "widened to $88 billion from $84 billion in"."""
_BALANCE = pattern(r"\btrade (?:surplus|deficit|balance)(?: [a-z]+){0,3} (?:of|to|at|by|was|hit|reached|stood) ")
"""What tells the balance of a month, a sum that no percent stands for."""
_SHARE_OF_FLOW = pattern(
    r"(?:per ?cent|%) of (?:its |their |the |all |total )*(?:revenue|sales|exports|imports|turnover|trade|orders"
    r"|income|(?:(?:provincial|national|city's|province's|country's|overall) )?total)\b"
)
"""What tells a share of what a time brought: "81.5 percent of revenue"."""


def _shares_flow(text: str) -> bool:
    """Say whether a sentence tells a share of what a time brought, and none of what comes now."""
    share = _SHARE_OF_FLOW.search(text)
    return share is not None and _COMES_NOW.search(text[: share.start()]) is None


_COMES_NOW = pattern(
    r"\b(?:gets?|earns?|makes?|takes?|draws?|brings?|derives?|comes?|accounts? for|eats?|spends?|is|are)"
    r"(?: in| up)? (?:[a-z]+ ){0,2}[0-9.]+ ?$"
)
"""What makes a share one of now: "gets 40% of its revenue from the US"."""


def is_told_first(mark: PeriodMark, main: Clock) -> bool:
    """Say whether a time names that of a story's first figures again: "in the January-August period"."""
    return mark.role is PeriodRole.SAME or (mark.first, mark.last) == main.carried
