"""Figures of what is so now, beside a time told before: what a piece costs, what a speaker's own business is."""

from barometer.claims.case import Case
from barometer.claims.text.expressions import Brief
from barometer.claims.times.meaning import Clock

_NEAR = 24
"""Characters in front of a sum within which it is told what it is."""


def is_of_now(case: Case, clock: Clock) -> bool:
    """Say whether a figure without a time of its own is one of now, and not of the time carried on."""
    if case.dimension == "times":
        if _is_markup(case):
            return True
    elif case.dimension == "money" and _is_sum_now(case, clock):
        return True
    if case.language.base_follows or not case.reading.text.lstrip().startswith("“"):
        return False
    return _runs_to_now(clock) or (clock.whole and not clock.is_of_event() and _tells_of_own(case.reading.text))


def _is_sum_now(case: Case, clock: Clock) -> bool:
    """Say whether a sum is a dividend or a price of now."""
    if case.language.pays_dividend(case.reading.text):
        return True
    since = _runs_to_now(clock) or _is_since(clock)
    told = not clock.whole and not clock.is_of_event()
    return ((since or told) and _is_price_now(case)) or (since and _is_price_come_to(case))


def _runs_to_now(clock: Clock) -> bool:
    """Say whether the time carried on is one that runs up to the day of publication, no fair that closed on it."""
    first, last = clock.carried
    return last is not None and last == clock.published and first != last and not clock.is_of_event()


def _is_price_come_to(case: Case) -> bool:
    """Say whether a price has come to what it is now, beside what happened this year so far: 出厂价从58元涨到62元."""
    before = case.before
    if before is None or case.role.name != "level":
        return False
    return case.roles[case.index - 1].name == "old" and before.unit == case.mention.unit


def _is_markup(case: Case) -> bool:
    """Say whether a Chinese ratio is that of two prices of a piece: 当地零售价是进价的2.5倍."""
    if case.language.base_follows:
        return False
    return _MARKUP.search(case.reading.text[max(0, case.mention.start - _NEAR) : case.mention.start]) is not None


_MARKUP = Brief(
    r"(?:价格?|租金|工资|成本|运费)(?:是|为|相当于|约为|大约是)[^，。；]{0,6}(?:进价|成本价?|出厂价|批发价|这里|那边|国内|当地|义乌)的$"
)


def _is_since(clock: Clock) -> bool:
    """Say whether the time carried on is one since when something has been so: 去年10月以来."""
    return clock.carried[0] is not None and clock.carried[1] is None


def _is_price_now(case: Case) -> bool:
    """Say whether a Chinese sum is what a piece costs or brings, whatever has come since: 小号旗出厂价只要0.38元."""
    if case.language.base_follows or case.role.name in {"change", "old"}:
        return False
    return _PRICE.search(case.reading.text[max(0, case.mention.start - _NEAR) : case.mention.start]) is not None


_PRICE = Brief(
    r"(?:出厂价|批发价|零售价|售价|单价|电价|毛利|利润|工资|月薪|房租|租金|空运|海运)(?:每[^，。；0-9]{1,4})?"
    r"(?:只要|只有|才要?|也就|大概|大约|仅有?|不足|不到|不过|约|为|是|要|在)*$"
)


def _tells_of_own(words: str) -> bool:
    """Say whether somebody quoted in a Chinese report tells of their own business: “原料占我们成本的四成。”"""
    return "我们" in words[: words.find("”")]
