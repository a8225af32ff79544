"""Decides the base of a change: year on year, month on month, another named base, or none. The guideline's call 9."""

from datetime import date

from barometer.claims.case import Case
from barometer.claims.sharing import shared_out
from barometer.claims.times.calendar import Range, is_week
from barometer.claims.values import Cue, Mark, PeriodRole


def base_mark(case: Case) -> Mark | None:
    """Give the base named for a mention, or for the list of numbers that it belongs to."""
    found = shared_out(case, list(case.reading.between(0, case.mention.start, Cue.BASE))) or _own(case)
    if found is not None:
        return found
    members = [other for other, role in enumerate(case.roles) if role.group == case.role.group and other != case.index]
    for other in sorted(members, key=lambda other: abs(other - case.index)):
        found = _own(Case(case.reading, other, case.language, case.lexicon, case.roles))
        if found is not None:
            return found
    return _once_changed(case)


def _once_changed(case: Case) -> Mark | None:
    """Give 改造后 at the head of a sentence, which is the base of every change in it that names none."""
    first = next(iter(case.reading.between(0, case.mention.start, Cue.BASE)), None)
    if first is None or first.value != "since":
        return None
    return first if case.language.changes_all(case.reading.text[: first.end + 1]) else None


def _behind_old(case: Case) -> Mark | None:
    """Give the base that the old level behind a change names: "up 9% from 10 billion in the same period of 2024"."""
    mentions, at = case.reading.mentions, case.index + 1
    if case.role.name != "change" or at >= len(mentions) or case.roles[at].name != "old":
        return None
    old = mentions[at]
    if case.reading.text[case.mention.end : old.start].strip() not in {"", "from"}:
        return None
    behind = next(iter(case.reading.between(old.end, len(case.reading.text), Cue.BASE)), None)
    told = behind.value.partition(":")[0] if behind is not None and behind.start - old.end <= _NEXT_WORDS else ""
    return behind if told in {"yoy", "mom", "qoq", "same", "year"} else None


_NEXT_WORDS = 8


def _own(case: Case) -> Mark | None:
    reading, mention = case.reading, case.mention
    if case.language.base_follows:
        behind = next(iter(reading.between(mention.end, case.ceiling, Cue.BASE, Cue.GAP)), None)
        listed = behind is not None and reading.last(mention.end, behind.start, Cue.LIST) is not None
        apart = behind is not None and ";" in reading.text[mention.end : behind.start]
        if behind is not None and not apart and (listed or behind.start <= reading.clause(mention.end)[1] + 1):
            return behind
        if behind is None and (passed := _behind_level(case) or _behind_old(case)) is not None:
            return passed
    found = reading.last(case.floor, mention.numeral.start, Cue.BASE, Cue.GAP)
    if found is None or case.before is None or not case.language.base_follows:
        return found
    clause = reading.clause(found.start)
    fronted = found.start - clause[0] <= _FRONT and clause[0] >= case.before.end
    return found if fronted or clause == reading.clause(mention.start) else None


_FRONT = 2


def _behind_level(case: Case) -> Mark | None:
    """Give the base behind the level that a change led to: "rose 5 percent to $2 million from a year earlier"."""
    mentions, at = case.reading.mentions, case.index + 1
    grew = case.role.name == "change" or case.mention.numeral.form == "verb"  # "doubled to $2 million"
    if not grew or at >= len(case.roles) or case.roles[at].name != "level":
        return None
    text = case.reading.text
    if text[case.mention.end : mentions[at].start].strip() not in _LEADS:
        return None
    while at + 1 < len(mentions) and text[mentions[at].end : mentions[at + 1].start].strip() == "(":
        at += 1  # "($280 million)"
    level = mentions[at]
    end = min(
        mentions[at + 1].start if at + 1 < len(mentions) else len(text), case.reading.clause(level.end + _BRACKET)[1]
    )
    return next(iter(case.reading.between(level.end, end, Cue.BASE)), None)


_LEADS = frozenset({"to", "to a", "to about", "to some", "to nearly", "to around"})
_BRACKET = 2


def comparison_of(mark: Mark, period: Range, published: date | None = None) -> str | None:
    """Give what a base is called, seen from the period of the figure: the year or month before it has a name.

    A month is the one before if the figure has no period, unless it lies further back from the day of publication.
    """
    if mark.cue is Cue.GAP:
        return None
    word, _, number = mark.value.partition(":")
    seen = period[0] or period[1]
    if word == "quarter":
        return "qoq" if seen is None or int(number or 0) == ((seen.month - 1) // 3 - 1) % 4 + 1 else "since"
    if word == "mom" and (is_week(period) or _is_quarter(period)):
        return "since" if is_week(period) else "qoq"
    if word == "same" and seen is None:  # "than in the same period of 2025"
        seen = published
    if word in {"year", "same"}:
        base = int(number) if number else published.year - 2 if published is not None else 0  # 比前年
        return "yoy" if seen is not None and base == seen.year - 1 else "since"
    if word == "month":
        late = seen is None and published is not None and (published.month - int(number or 0)) % 12 > _RECENT
        return "since" if late else _month_base(int(number or 0), seen)
    return "yoy" if word == "lastyear" else word


_RECENT = 2


def _month_base(month: int, seen: date | None) -> str:
    return "mom" if seen is None or month == (seen.month - 2) % 12 + 1 else "since"


def _is_quarter(period: Range) -> bool:
    first, last = period
    if first is None or last is None or first.year != last.year:
        return False
    return first.month % 3 == 1 and first.day == 1 and last.month - first.month == 2


def undated_window(case: Case) -> bool:
    """Say whether a span of time without dates ("over five years", 一周) stands where the base would."""
    stop = case.mention.end + 24 if case.language.base_follows else case.clause_end
    windows = [mark for mark in case.reading.between(case.floor, stop, Cue.SHIELD) if mark.value == "window"]
    if any(not _is_dated(case, mark) for mark in windows):
        return True
    return any(
        (
            period.role is PeriodRole.WINDOW
            or (period.role is PeriodRole.LATER and period.shift > 0)
            or case.reading.text[period.start : period.end] == _THIS_WEEK
        )
        and case.floor <= period.start < stop
        for period in case.reading.periods
    )


def _is_dated(case: Case, window: Mark) -> bool:
    """Say whether a span of time is one whose dates are known: "in the six months" of a report on a half-year."""
    told = (one for one in case.reading.periods if one.start < window.end and window.start < one.end)
    return any(one.role is not PeriodRole.WINDOW for one in told)


_THIS_WEEK = "本周"
"""A window also where a weekly says which days it is."""


def runs_to_now(case: Case) -> bool:
    """Say whether a change is one over a time up to now, not from the base told before: 今年以来涨幅超两成."""
    return any(
        period.role is PeriodRole.RUNNING and case.floor <= period.start < case.mention.start
        for period in case.reading.periods
    )
