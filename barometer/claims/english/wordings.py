"""What an English figure is of by a fixed wording around it: "put 4 million into a yard", "added 2 days to a trip"."""

from barometer.claims.english.phrases import NEAR, Span, after
from barometer.claims.text.expressions import pattern
from barometer.claims.values import Mention, Reading

_TIMES = frozenset({"day", "hour", "minute", "month", "week", "year"})
_ADDS = pattern(r"\b(?:adds?|added|adding) (?:(?:a|another|a further|an extra|about|some) )?$")
_PUTS = pattern(r"\b(?:put(?:s|ting)?|pour(?:s|ed|ing)?|pump(?:s|ed|ing)?|plough(?:s|ed)?|sank|sunk|inject(?:s|ed)?) $")
_WITH = pattern(r"\bwith (?:(?:a|another|a total of|some|about|over) )?$")
_DONE = pattern(r"^ (?P<verb>invested|spent|raised|pledged|disbursed)\b")
_BOX_OFFICE = pattern(r"^ at the (?P<what>box office)\b")
_BY_THEM = pattern(r"^ of (?:them|these|those|which) by ")
_ONES = pattern(r"^ (?P<which>[a-z-]+) ones\b")


def worded(reading: Reading, mention: Mention, kind: str, floor: int) -> Span | None:
    """Give what the wording around a figure says that it is of, if it is such a one."""
    head = reading.text[max(floor, mention.start - NEAR) : mention.start]
    if kind == "amount":
        return _of_sum(reading, mention, head)
    if kind == "count":
        return _of_counted(reading, mention, head)
    timed = mention.unit in _TIMES and kind in {"change", "duration"}
    if (timed or mention.unit == "percentage_point") and _ADDS.search(head):
        return after(reading, mention.end + 4) if reading.text.startswith(" to ", mention.end) else None
    return None


def _of_sum(reading: Reading, mention: Mention, head: str) -> Span | None:
    """Give what money is put into, or what is done with it: "with 70 million yuan invested so far"."""
    follow = reading.text[mention.end : mention.end + NEAR]
    if (taken := _BOX_OFFICE.match(follow)) is not None:
        return mention.end + taken.start("what"), mention.end + taken.end("what")
    if (done := _DONE.match(follow)) is not None and _WITH.search(head):
        return mention.end + done.start("verb"), mention.end + done.end("verb")
    into = follow.startswith(" into ") and _PUTS.search(head) is not None
    return after(reading, mention.end + len(" into ")) if into else None


def _of_counted(reading: Reading, mention: Mention, head: str) -> Span | None:
    """Give whose the part is that a count tells of: "visits, 2,000 of them by buyers", "including 300 foreign ones"."""
    follow = reading.text[mention.end : mention.end + NEAR]
    if (by := _BY_THEM.match(follow)) is not None:
        return after(reading, mention.end + by.end())
    if head.lower().endswith("all ") and follow.startswith(" of "):
        return after(reading, mention.end + len(" of "))
    if not head.endswith(", including "):
        return None
    if (which := _ONES.match(follow)) is not None:
        return mention.end + which.start("which"), mention.end + which.end("which")
    return after(reading, mention.end + len(" by ")) if follow.startswith(" by ") else None
