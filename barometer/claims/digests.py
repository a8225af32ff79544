"""Parts a digest into its items, each with a headline of its own: nothing that one tells holds for the next."""

from itertools import pairwise

from barometer.claims.chinese.events import with_week
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief
from barometer.claims.text.layout import adjoin
from barometer.claims.text.script import is_chinese
from barometer.claims.values import Reading

_HEAD = Brief(r"^\s*(?:[\u25a0-\u25ff\u2605\u2606]|[▌▍])\s*[^。！？；：:，]{2,40}[^。！？；：:，\s]\s*$")
"""A headline of a digest, alone in its line behind a sign: ◆ 小商品价格指数小幅上扬."""
_LEAST_ITEMS = 3


def items(readings: list[Reading], text: str) -> list[list[Reading]]:
    """Give the sentences of each item of a digest, its headline as their title; of any other text all of them."""
    brief = bool(readings) and _IN_BRIEF.search(readings[0].text) is not None
    heads = [
        at for at in range(len(readings) - 1) if _is_head(readings, at, text) or (brief and _is_line(readings, at))
    ]
    if len(heads) < _LEAST_ITEMS:
        return [readings]
    known = with_week(readings)
    cuts = [0, *heads, len(readings)]
    parts = [known[start:end] for start, end in pairwise(cuts) if start < end]
    return [[_titled(part[0]), *part[1:]] if at or not cuts[1] else part for at, part in enumerate(parts)]


def _is_head(readings: list[Reading], at: int, text: str) -> bool:
    """Say whether a line is a headline, with the line that it heads right under it."""
    head, body = readings[at].sentence, readings[at + 1].sentence
    if head.text[:1].isalnum() or not is_chinese(head.text) or _HEAD.match(head.text) is None:
        return False
    return head.paragraph != body.paragraph and adjoin(head, body, text)


_IN_BRIEF = Brief(
    r"\b(?i:in brief|briefs|briefing|digest|round-?up|at a glance|news wrap|headlines|this week in|week in review)\b"
)
"""What the title of an English digest calls it: "News in brief from across Zhejiang"."""


def _is_line(readings: list[Reading], at: int) -> bool:
    """Say whether an English line stands alone as the headline of what follows: "EU fee on parcels takes effect"."""
    head, body = readings[at].sentence, readings[at + 1].sentence
    words = head.text.strip()
    alone = head.paragraph != body.paragraph and (not at or readings[at - 1].sentence.paragraph != head.paragraph)
    if not alone or not at or is_chinese(words) or words[-1:] in _STOPS or not words[:1].isupper():
        return False
    return _FEWEST <= len(words.split()) <= _MOST and body.text.rstrip()[-1:] in _STOPS


_STOPS = frozenset('.!?:;"”)')
_FEWEST, _MOST = 3, 14
"""Words of a headline."""


def _titled(reading: Reading) -> Reading:
    return replace(reading, sentence=replace(reading.sentence, title=True))
