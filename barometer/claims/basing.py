"""The base that a comparison names, and for which later bare changes it goes on to hold. The guideline's call 9."""

from dataclasses import dataclass

from barometer.claims.lexicon import Lexicon
from barometer.claims.replacing import replace
from barometer.claims.times.calendar import is_week
from barometer.claims.values import Cue, Draft, Reading
from barometer.model import Because


@dataclass(slots=True, unsafe_hash=True)
class Base:
    """The comparison stated last, which holds for later bare changes of the same chain."""

    value: str | None = None
    because: Because | None = None
    whole: bool = False


NO_BASE = Base()


def is_base(draft: Draft) -> bool:
    """Say whether a draft states a base of its own that later bare changes go on with."""
    grew = draft.kind == "change" or (draft.direction is not None and not draft.reading.chinese)  # "doubled from 2019"
    return grew and draft.comparison is not None and "comparison" not in draft.inherited


def base_of_whole(draft: Draft, before: list[Draft]) -> Base | None:
    """Give the base of a Chinese multiple that a part is told of behind: 是去年同期的1.8倍，其中对中东出口翻两番."""
    last = before[-1] if before and draft.reading.chinese else None
    if last is None or last.kind != "multiple" or draft.kind != "multiple" or last.comparison not in _NAMED:
        return None
    of_part = "其中" in draft.reading.text[last.mention.end : draft.mention.start] and last.period == draft.period
    return Base(last.comparison, last.because.get("comparison")) if of_part else None


def is_aside(draft: Draft, before: list[Draft], base: Base) -> bool:
    """Say whether a base is named only for one more change of the subject told last, or for points of a rate.

    跌0.4%，较去年同期低15%; 下降7.4%，降幅较1—2月收窄2.3个百分点.
    """
    last = before[-1] if before else None
    if not draft.reading.chinese:
        return draft.mention.unit == "percentage_point" and draft.comparison == "since" and bool(before or base.value)
    if draft.mention.unit == "percentage_point" and base.value is not None:
        return True
    if last is None or last.kind != "change":
        return False
    return "comparison" in last.inherited and last.indicator == draft.indicator and last.comparison != draft.comparison


def base_held(base: Base, draft: Draft, first: Base | None) -> Base:
    """Give the base that holds for a bare change: no month before for what is of more months, but the text's first."""
    begun, ended = draft.period
    long = begun is not None and ended is not None and (ended - begun).days > _LONGEST_MONTH
    if base.value == "mom" and is_week(draft.period):
        return replace(base, value="since")
    return (first or NO_BASE) if base.value == "mom" and long else base


_LONGEST_MONTH = 31


def _is_of_month_too(draft: Draft, before: list[Draft]) -> bool:
    """Say whether a Chinese sentence adds the month to the year, which goes on: 同比下降0.1%，环比上涨0.2%。其中…."""
    if not before or not draft.reading.chinese or before[-1].indicator != draft.indicator:
        return False
    return (before[-1].comparison, draft.comparison) == ("yoy", "mom")


def _is_of_year_too(draft: Draft, before: list[Draft]) -> bool:
    """Say whether a Chinese review adds the year to the week, which goes on: 较上周涨0.12点，同比涨1.4%。其中…."""
    if not before or not draft.reading.chinese or before[-1].indicator != draft.indicator:
        return False
    last = before[-1]
    return (last.comparison, draft.comparison) == ("since", "yoy") and last.mention.unit == "index_point"


def _is_of_stock(draft: Draft, lexicon: Lexicon) -> bool:
    """Say whether a change tells how many more things there are than at some time: it lends its base to no rate."""
    return draft.comparison == "since" and lexicon.dimension(draft.mention.unit) in {"discrete", "money", "area"}


_NAMED = frozenset({"yoy", "mom", "qoq"})


def bases_told(base: Base, reading: Reading, drafts: list[Draft], lexicon: Lexicon) -> tuple[Base, Base | None]:
    """Give the base that goes on after a sentence, and the first one that its figures name."""
    if not drafts:
        return base, None
    first: Base | None = None
    asides: set[int] = set()
    for index, draft in enumerate(drafts):
        because = draft.because.get("comparison")
        if not is_base(draft) or because is None or _is_of_stock(draft, lexicon):
            continue
        beside = _is_of_month_too(draft, drafts[:index]) or _is_of_year_too(draft, drafts[:index])
        if beside or is_aside(draft, drafts[:index], base):
            asides.add(because.start)
            continue
        base = Base(draft.comparison, because, base.whole)
        first = first or base
    spoken = reading.last(0, len(reading.text), Cue.BASE)
    if spoken is None or spoken.value not in _NAMED or reading.text.startswith(("持平", "基本持平"), spoken.end):
        return base, first
    start = reading.sentence.start
    if start + spoken.start not in asides:
        base = Base(spoken.value, Because("base named", start + spoken.start, start + spoken.end), base.whole)
    return base, first
