"""Figures that have no time by what they are: sizes, names, wholes told by their parts, what a rule pays or bounds."""

from datetime import date

from barometer.claims.case import Case
from barometer.claims.text.expressions import Brief
from barometer.claims.times.calendar import NO_PERIOD, in_force
from barometer.claims.times.meaning import Clock, Dated
from barometer.claims.units.left_out import is_behind_name
from barometer.claims.values import Cue


def is_timeless(case: Case, kind: str, clock: Clock) -> bool:
    """Say whether a figure has no time by what it is, but for the length of an event whose days are told."""
    if _is_size(case, kind) or _bounds_rule(case, clock):
        return True
    if case.language.base_follows:
        asked = case.counts_panel or _sizes_survey(case)
        return asked or _is_size_told_aside(case) or _is_told_of_now(case)
    if kind == "duration":
        return _is_length_of_event(case, clock)
    return (kind == "count" and _is_whole_parted(case)) or (case.dimension == "money" and _is_rule(case, clock))


def _sizes_survey(case: Case) -> bool:
    """Say whether a count only says how many a survey asked, at no time told: "a survey of 620 exporters"."""
    if case.dimension != "discrete":
        return False
    start, end = max(0, case.mention.start - _NEAR), case.mention.end + _FAR
    dated = any(start <= mark.end and mark.start <= end for mark in case.reading.periods)
    return not dated and _SURVEY_OF.search(case.reading.text[start : case.mention.start]) is not None


_SURVEY_OF = Brief(
    r"\b(?:survey|poll|sample) of (?:some |about |more than )?$"
    r"|\b(?:replies|responses|answers|questionnaires) (?:of|from) (?:some |about |more than )?$"
)


def _is_size_told_aside(case: Case) -> bool:
    """Say whether an English figure sizes what is named before its verb: "Fenshui, a town of 52,000 people, has"."""
    if "," not in case.reading.text[case.mention.end : case.mention.end + _FAR]:
        return False
    return _TOWN_OF.search(case.reading.text[max(0, case.mention.start - _FAR) : case.mention.start]) is not None


_TOWN_OF = Brief(
    r", (?:an?|the) (?:[a-z'-]+ ){0,4}?(?:town|township|village|county|city|island|district|port|suburb|settlement"
    r"|hamlet)"
    r" (?:of|with) (?:some |about |around |nearly |over |more than |roughly |almost )?$"
)


def _is_whole_parted(case: Case) -> bool:
    """Say whether a Chinese count is only the whole whose parts are told: 21条航线中，12条上涨."""
    end = case.mention.numeral.end
    return case.language.parted(case.reading.text[end : end + _FAR])


def _is_rule(case: Case, clock: Clock) -> bool:
    """Say whether a Chinese sum is what a rule pays for each of something, in no time told: 每个展位最高补助3万元."""
    if in_force(*clock.carried, clock.published) or _days_since(case):
        return False
    return case.language.rules(case.reading.text[case.clause[0] : case.mention.start])


def _bounds_rule(case: Case, clock: Clock) -> bool:
    """Say whether a figure bounds or counts what a rule is about that no sentence says to be in force since a day."""
    seen = clock.published
    if case.mention.modifier != "eq" and not case.language.base_follows and _bounds_grant(case):
        return not in_force(*clock.carried, clock.published)
    return case.of_rule and not any(seen is not None and day <= seen for day in _days_since(case))


def _bounds_grant(case: Case) -> bool:
    """Say whether a Chinese figure bounds who is paid by a rule: 日均发货超过3000单的企业，每平方米补贴15元."""
    if "的" not in case.reading.text or not case.language.grants(case.reading.text):
        return False
    return _WHO_IS_PAID.match(case.reading.text[case.mention.end : case.mention.end + _NEAR]) is not None


_WHO_IS_PAID = Brief(
    r"^的\p{Han}{0,8}?(?:企业|商户|项目|主体|平台|机构|个人|园区|基地|卖家|仓|单位|店|工厂|会展)，(?:每|给予|一次性|按|最高|奖|补)"
)


def _days_since(case: Case) -> list[date]:
    """Give the days since when a sentence says that something holds: 自1月1日起施行的《若干措施》."""
    return [mark.first for mark in case.reading.periods if mark.last is None and mark.first is not None]


def _is_told_of_now(case: Case) -> bool:
    """Say whether a figure stands in a clause that tells what something is: "a body, which represents 600 firms"."""
    if case.role.name in {"change", "old"}:
        return False
    told = _WHICH_IS.search(case.reading.text[max(0, case.mention.start - _FAR) : case.mention.start])
    if told is None:
        return False
    start = case.mention.start - len(told.group().lstrip(","))
    return not any(start <= mark.start < case.clause_end for mark in case.reading.periods)


_WHICH_IS = Brief(
    r"(?:, which|, who|\bthat) (?:also |now |currently |together |still )?"
    r"(?:eats? up|costs?|swallows?|represents?|sells?(?: to| in)?|ships?(?: to)?|employs?|runs|owns?|operates?|makes"
    r"|sends?|exports?(?: to)?"
    r"|accounts? for|covers?|has|have|serves|supplies|houses|tracks|turns out|carries)"
    r" (?:goods |them |it |its [a-z]+ )?(?:to |in )?$|, home to $"
)


def _is_size(case: Case, kind: str) -> bool:
    """Say whether a figure is part of a name, or says where a place lies."""
    text, mention = case.reading.text, case.mention
    if case.sizes_project or case.language.of_market(text, mention.start, mention.numeral.end):
        return True
    if kind != "duration" and case.dimension not in _SIZES:
        return False
    named = case.role.rule == "part of a name" and (kind == "duration" or case.dimension in {"area", "length"})
    away = kind == "duration" and case.language.base_follows and case.mention.unit in {"hour", "minute"}
    if named or (away and _AWAY.match(text[mention.end :][:_FAR]) is not None):
        return True
    sized = (
        case.dimension in {"area", "mass"}
        and not case.language.base_follows
        and case.last_before(Cue.STATUS) is None
        and case.language.lasting(text[: mention.start])
    )
    aged = kind == "duration" and (
        (mention.kind == "duration" and is_behind_name(case))
        or case.language.ages(text[mention.end - 1 :][:_NEAR])
        or (mention.unit == "year" and _is_career(case))
    )
    if sized or aged or mention.unit != "kilometre":
        return sized or aged
    if not case.language.base_follows and _LENGTH.search(text[: mention.start][-_NEAR:]) is not None:
        return True
    return case.language.located(text[mention.end : mention.end + _NEAR])


_SIZES = frozenset({"area", "mass", "length"})
"""What a figure measures that may be the size of a thing or how far away it lies."""
_AWAY = Brief(
    r"^(?:'s?)?[ -](?:(?:by (?:road|train|rail|car|bus|boat|ship|air|plane)|drive|flight|ride)"
    r"(?: (?:away|north|south|east|west|inland|[a-z]+(?:east|west)))?|away|(?:north|south)(?:east|west)?|east|west)"
    r" (?:from|of|to)\b"
)
"""What makes a length how far away something lies: "three hours by road from Shanghai"."""


def _is_career(case: Case) -> bool:
    """Say whether a Chinese length is how long somebody has done something: 做了16年圣诞生意的经营户."""
    return not case.language.base_follows and case.reading.text.endswith("了", 0, case.mention.start)


def _is_length_of_event(case: Case, clock: Clock) -> bool:
    """Say whether a Chinese length is that of the fair told of, whose days are as many: 展会为期三天."""
    return case.mention.unit == "day" and of_event(case, clock).span != NO_PERIOD


def of_event(case: Case, clock: Clock) -> Dated:
    """Give the days of an event that a figure says the length of: "the four-day fair", whose days are told."""
    days = case.mention.numeral.value if case.mention.unit == "day" else 0
    told = [(mark.first, mark.last, case.at("time expression", mark.start, mark.end)) for mark in case.reading.periods]
    for first, last, because in [*told, (*clock.carried, clock.carried_because)]:
        if first is not None and last is not None and (last - first).days + 1 == days > 1:
            return Dated((first, last), because, inherited=because is clock.carried_because)
    return Dated()


_LENGTH = Brief(r"(?:全程|全长|单程)(?:约|近|超过?|逾|达|为)*$")
"""What stands before the length of a line or road: 开往马德里，全程13052公里."""
_FAR = 40
_NEAR = 24
