"""Reads the lines that say who published a text and when: they date and place no figure, but name its source."""

from itertools import zip_longest

from barometer.claims.replacing import replace
from barometer.claims.reporting import tells
from barometer.claims.text.expressions import Brief, Words, pattern
from barometer.claims.values import Reading, Speaker

_DAY = (
    r"(?:(?:19|20)[0-9]{2} ?[年./-] ?[0-9]{1,2} ?[月./-] ?[0-9]{1,2} ?日?"
    r"|[A-Z][a-z]{2,8}\.? [0-9]{1,2}, (?:19|20)[0-9]{2}|[0-9]{1,2} [A-Z][a-z]{2,8} (?:19|20)[0-9]{2})"
)
_COUNTER = r"(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：]?\s?[0-9]{1,9}次?"
"""How often a page was seen, which stands in such a line: 浏览次数：1342."""
_PUBLISHED_ON = pattern(
    rf"^[\s(（]*(?:[^\s，。；,.;0-9]{{1,24}}[\s:：]+){{0,4}}{_DAY}(?:[\sT]+[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?"
    rf"(?:\s+{_COUNTER}|\s+[^\s，。；,.;0-9]{{1,16}}){{0,6}}[\s)）]*$"
)
_CELLS = Brief(r"\S(?: *[|｜] *| {2,})\S")
"""What stands between the cells of a table, whose caption may tell a day: "Wholesale prices on February 19, 2025"."""
_STOPS = Words("，。；")
"""Signs of a sentence, which no such line is."""
_LONGEST = 64
_LEAST_NAME = 4


def with_publish_lines(readings: list[Reading], source: str | None) -> list[Reading]:
    """Give the readings with no time or number in a line of only names and a full date, which is that of publication.

    A line over the first figures that names nobody but the outlet itself gives it as the source of what follows, if it
    is a body that reports for itself.
    """
    found = []
    opening = True
    for reading, following in zip_longest(readings, readings[1:]):
        opening = opening and (reading.sentence.title or not tells(reading))
        read = reading
        if not reading.sentence.title and len(reading.text) <= _LONGEST:
            numbered = bool(reading.periods or reading.mentions) and not _STOPS.found_in(reading.text)
            if numbered and _PUBLISHED_ON.match(reading.text) and not _is_over_table(following):
                read = replace(reading, periods=(), mentions=())
            elif opening and _is_outlet(reading.text.strip(), source):
                body = _BODY.found_in(reading.text.strip())
                read = replace(reading, speakers=(_speaker(reading.text),) if body else ())
        found.append(read)
    return found


def _is_over_table(following: Reading | None) -> bool:
    return following is not None and _CELLS.search(following.text) is not None


def _is_outlet(line: str, source: str | None) -> bool:
    """Say whether a line is the name of who published the text, in full or without the place in front of it."""
    return source is not None and len(line) >= _LEAST_NAME and line in source


_BODY = pattern(
    r"(?:局|海关|厅|委员会|委|署|办公室|调查队|人民政府)$"
    r"|\b(?:Bureau|Customs|Department|Commission|Administration|Office|Government|Ministry)\b"
)
"""A public body; a newspaper or an account only retells."""


def _speaker(text: str) -> Speaker:
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return Speaker(start, end, (start, end))
