"""Says whether a figure is of something narrower than its words say: one firm's exports, the sellers at a fair."""

from barometer.claims.text.expressions import Brief
from barometer.claims.values import Draft

_OWNER = Brief(
    r"(?a:\b(?:his|her|my|(?:the|this|that) (?:company|firm|factory|shop|plant|trader|group|maker)(?:'s)?)\s+$)"
    r"|(?:公司|工厂|厂里|店里|集团|该企业|[他她]们?|自己|我们?(?:厂|店)?)[^，。；：“”]{0,16}$"
)
_ATTENDING = Brief(
    r"^[^，。；,.;]{0,4}?(?:参加|参展|参会|出席|到会|到场|应邀|报名"
    r"|(?a:\b(?:attend|took part|takes? part|joined|gathered|signed up)))"
)
_TRADED = Brief(r"(?:进出口|出口|进口)")
_NEAR = 32
_VERB = 4


def is_narrower(draft: Draft, before: Draft | None) -> bool:
    """Say whether a figure must not be taken for the indicator that its words name; `before` is the claim before it.

    So it is of what one person or firm has, of who came to an event, and of a trade figure that goes on with goods told
    in its sentence: 出口雨伞2.6亿把，出口额18.4亿元.
    """
    span = _span(draft)
    if span is None:
        return False
    text = draft.reading.text
    start, end = span
    owner = _OWNER.search(text[max(0, start - _NEAR) : start])
    if owner is not None and not _names_place(draft, start - len(owner.group()), start):
        return True
    behind = max(end, draft.mention.end)
    if draft.kind == "count" and _ATTENDING.match(text[behind : behind + _NEAR]):
        return True
    return _goes_on_with_goods(draft, span, before)


def _span(draft: Draft) -> tuple[int, int] | None:
    """Give where the indicator stands in the sentence of the figure, None if it stands in another."""
    if draft.indicator is None:
        return None
    first = draft.reading.sentence.start
    start, end = draft.indicator[0] - first, draft.indicator[1] - first
    return (start, end) if 0 <= start < end <= len(draft.reading.text) else None


def _names_place(draft: Draft, start: int, end: int) -> bool:
    return any(start <= place.start < end for place in draft.reading.places)


def _goes_on_with_goods(draft: Draft, span: tuple[int, int], last: Draft | None) -> bool:
    text = draft.reading.text
    traded = _TRADED.match(text[span[0] : span[1]])
    goods = _span(last) if last is not None and last.reading.sentence == draft.reading.sentence else None
    if traded is None or last is None or goods is None or last.mention.unit != "count":
        return False
    named = traded.group() in text[max(0, goods[0] - _VERB) : goods[1]] and goods[1] - goods[0] > len(traded.group())
    return named and not _names_place(draft, last.mention.end, span[0])
