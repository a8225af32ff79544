"""Says whether a time behind a figure dates it too, though another statement stands between them."""

from barometer.claims.case import Case
from barometer.claims.text.expressions import Brief
from barometer.claims.times.meaning import is_the_year
from barometer.claims.values import Cue, Mention, PeriodMark, PeriodRole


def reaches_back(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time expression at the end of a sentence dates the figures before it too."""
    if case.language.breaks(case.reading.text[case.mention.end : mark.start]):
        return False
    if not case.language.period_follows and (
        dates_event(case, mark)
        or _done_by(case, mark)
        or _in_force(case, mark)
        or dates_those(case, case.mention, mark)
    ):
        return True
    if not case.language.period_follows and not _belongs_behind(case, mark):
        return False  # 带动380名妇女就业，订单已排到明年2月
    # Not of its 1,300 members that took orders between May and July; nor is a time that a colon leads to.
    apart = case.reading.text[: case.mention.start].endswith((" its ", " their ", " our "))
    apart = apart or ": " in case.reading.text[case.mention.end : mark.start]
    if case.language.base_follows and (apart or _is_planned_aside(case, mark)):
        return False
    others = [other for other in case.reading.mentions if case.mention.end <= other.start < mark.start]
    of_year = mark.role is PeriodRole.AS_OF and bool(others) and is_the_year(mark, case.reading)
    if case.language.base_follows and (of_year or (not others and _is_of_next(case, mark))):
        return False
    return case.language.period_follows or not any(
        other.start >= case.mention.end for other in case.reading.mentions if other is not case.mention
    )


def dates_event(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time is the days of the event named in front of its bracket: 春运（2月2日至3月13日）."""
    if case.reading.text[mark.start - 1 : mark.start] not in {"（", "("} or mark.role is not PeriodRole.CURRENT:
        return False
    days = mark.first is not None and mark.last is not None and mark.first < mark.last
    return days and case.reading.text[mark.end : mark.end + 1] in {"）", ")"}


def _belongs_behind(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time behind a number stands in its clause, or in one that only says when: ，这是5月的数据."""
    text = case.reading.text
    inside = mark.start < case.reading.clause(case.mention.end)[1] and mark.role is not PeriodRole.AS_OF
    return inside or text[: mark.start].endswith(("这是", "这也是", "均为", "（", "("))


def _done_by(case: Case, mark: PeriodMark) -> bool:
    """Say whether a Chinese figure is of those who had done something by a time behind it: 六成在7月底前就发完了."""
    if mark.start != case.mention.end or mark.role is not PeriodRole.AS_OF:
        return False
    return case.reading.text.startswith(_BY_THEN, mark.end)


def _in_force(case: Case, mark: PeriodMark) -> bool:
    """Say whether a Chinese rate behind a change is in force since a day: 关税由25%上调至35%，6月1日起执行."""
    since = mark.role is PeriodRole.RUNNING and case.role.name != "old" and case.dimension in {"ratio", "money"}
    if not since or _THEN_SINCE.match(case.reading.text[case.mention.end : mark.start]) is None:
        return False
    return case.reading.text.startswith(_TAKES_FORCE, mark.end)


_THEN_SINCE = Brief(r"^(?:的[^，。；0-9]{0,8})?，[自从并]?$")
_TAKES_FORCE = ("执行", "实施", "生效", "施行", "适用", "正式执行", "正式实施", "正式生效", "开始执行", "开始实施")


def dates_those(case: Case, mention: Mention, mark: PeriodMark) -> bool:
    """Say whether a time stands right behind those so many of whom saw something in it: 62%的企业一季度订单增加."""
    between = case.reading.text[mention.end : mark.start]
    return mention.unit == "percent" and _OF_THOSE.match(between) is not None


_OF_THOSE = Brief(
    r"^的(?:受访|会员|样本|外贸|参展)?(?:企业|商户|经营户|卖家|商家|买家|采购商|客商|受访者|居民|消费者|工厂|会员|店主)$"
)
_BY_THEN = ("就", "已", "便", "都已", "均已")


def _is_planned_aside(case: Case, mark: PeriodMark) -> bool:
    """Say whether a plan whose time follows is not of a number: but "500 firms are to be fostered by then"."""
    told = next(iter(case.reading.between(case.mention.end, mark.start, Cue.STATUS)), None)
    if told is None:
        return False
    words = case.reading.text[told.start : told.end]
    return not case.language.predicates(case.reading.text[case.mention.end : told.start], words)


def _is_of_next(case: Case, mark: PeriodMark) -> bool:
    """Say whether a time is told of the next statement's subject: "2,800 booths carry them, and orders since …"."""
    text, end = case.reading.text, case.mention.end
    joined = text.find(", and ", end, mark.start)
    told = any(other.start >= mark.end for other in case.reading.mentions)
    if joined < 0 or not told or len(text[end:joined].split()) < _PREDICATED:
        return False
    return not any(case.reading.between(joined, mark.start, Cue.VERB, Cue.GROWTH, Cue.LEVEL))


_PREDICATED = 2
"""Words behind a number that hold a verb and its object."""
