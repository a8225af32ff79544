"""What an English change or count is of, by words near it: "posts 31% profit jump", "trade growth of 5%"."""

from barometer.claims.english.phrases import NEAR, Span, before
from barometer.claims.text.expressions import pattern
from barometer.claims.values import Mention, Reading

_MOVES = (
    r"(?:growth|rise|increase|gain|jump|surge|climb|drop|decline|fall|decrease|slump|slide|dip|plunge|leap|expansion"
    r"|contraction)"
)
_POSTS = pattern(
    r"\b(?:posts?|posted|posting|reports?|reported|reporting|logs|logged|records?|recorded|books?|booked|sees|saw"
    r"|enjoys?|enjoyed) (?:(?:an?|its|their) )?(?:[a-z]+ )?$"
)
_JUMP = pattern(rf"^ (?P<what>[a-z-]+(?: [a-z-]+){{0,2}}) {_MOVES}\b")
_NO_MEASURE = frozenset(
    {"annual", "yearly", "monthly", "quarterly", "year-on-year", "overall", "average", "sharp", "big"}
)
_GROWTH_IN = pattern(rf"\b{_MOVES} (?:in|of) (?P<what>[a-z][a-z' -]{{2,40}}), $")
_NAMED_GROWTH = pattern(
    r"\b(?P<what>(?:gdp|gross domestic product|foreign trade|trade|export|import|sales|revenue|profit|output|income"
    r"|economic|investment|consumption) growth)(?: rate)?(?: (?:target|goal))? (?:of|at|to) (?:between )?$"
)
_PIECES = frozenset({"pairs", "pieces", "units", "items", "sets", "boxes"})
_ORDERS = pattern(r"\b(?P<what>orders) (?:for|of) (?:(?:about|around|some|nearly|over) )?$")


def near(reading: Reading, mention: Mention, kind: str, floor: int) -> Span | None:
    """Give what words near a change or count say that it is of, where they say it by themselves."""
    text = reading.text
    head = text[max(floor, mention.start - NEAR) : mention.start]
    at = mention.start - len(head)
    told = None
    if kind == "count" and mention.noun is not None and text[slice(*mention.noun)].lower() in _PIECES:
        told = _ORDERS.search(head)
    elif mention.unit == "percent":
        told = _GROWTH_IN.search(head) or (_NAMED_GROWTH.search(head) if kind == "change" else None)
    if told is not None:
        return at + told.start("what"), at + told.end("what")
    if kind == "change":
        return _behind(reading, mention, head) or _in_brackets(reading, mention, floor)
    return _of_counted(reading, mention, floor) if floor else None


def _behind(reading: Reading, mention: Mention, head: str) -> Span | None:
    """Give what the words behind a change say that it is of: "posts 31% profit jump"."""
    follow = reading.text[mention.end : mention.end + NEAR]
    jump = _JUMP.match(follow) if _POSTS.search(head) else None
    if jump is not None and jump.group("what").lower() not in _NO_MEASURE:
        return mention.end + jump.start("what"), mention.end + jump.end("what")
    return None


def _in_brackets(reading: Reading, mention: Mention, floor: int) -> Span | None:
    """Give what a change in brackets is of behind another one: "lamps (+28 percent) and ships (+36 percent)"."""
    text = reading.text
    opening = _OPENING.search(text[max(0, mention.start - _LONGEST_OPENING) : mention.start])
    if opening is None or text[floor : floor + 1] != ")" or text[mention.end : mention.end + 1] not in {")", ","}:
        return None
    return before(reading, mention.start - len(opening.group()), floor + 1)


_OPENING = pattern(r" \((?:up |down )?[+-]?$")
_LONGEST_OPENING = 8


def _of_counted(reading: Reading, mention: Mention, floor: int) -> Span | None:
    """Give what is told of things counted in its own subject: "the average price of the 780 booths let in May was"."""
    text = reading.text
    counted = next((one for one in reading.mentions if one.end == floor and one.noun is not None), None)
    if counted is None or counted.noun is None:
        return None
    of_them = _OF_THEM.search(text[: counted.start][-_BRIEF:])
    if of_them is None or not _WAS.match(text[max(floor, counted.noun[1]) : mention.start]):
        return None
    return before(reading, counted.start - len(of_them.group()), 0)


_OF_THEM = pattern(r" of (?:the|its|their|these|those|all(?: the)?) $")
_BRIEF = 16
_WAS = pattern(
    r"^(?: [a-z]+(?:ed|ld|et|en)(?: (?:in|on|at|by|from|during) [\w ]{2,32})?)? (?:was|is|were|are|averaged|reached"
    r"|came to|stood at) $"
)
