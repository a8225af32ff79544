"""A headline figure takes place, period, comparison, source and subject of the statement in the body that it heads."""

from decimal import Decimal

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief
from barometer.claims.text.script import is_chinese
from barometer.claims.times.calendar import NO_PERIOD
from barometer.claims.values import Draft

_NEAR = Decimal("0.1")


def with_headline(drafts: list[Draft]) -> list[Draft]:
    """Give the drafts with those of the title filled in from the body."""
    above = _above(drafts)
    body = drafts[above:]
    return [_filled(draft, _own_body(draft, body)) if body else draft for draft in drafts[:above]] + body


def _above(drafts: list[Draft]) -> int:
    """Give how many figures stand above the body: in the title, or in the points right under it of an English story."""
    last = 0
    for count, draft in enumerate(drafts):
        sentence = draft.reading.sentence
        point = sentence.text.lstrip().startswith(_POINTS) and sentence.paragraph - last <= 1
        if not (sentence.title or (point and not is_chinese(sentence.text))):
            return count
        last = sentence.paragraph
    return 0


_POINTS = ("- ", "* ", "• ", "– ")


def _own_body(draft: Draft, body: list[Draft]) -> list[Draft]:
    """Give the statements of the body in the language of a title, if it has any: a title may stand in two languages."""
    chinese = draft.reading.chinese
    return [other for other in body if other.reading.chinese == chinese] or body


def _filled(draft: Draft, body: list[Draft]) -> Draft:
    draft = _as_grown(draft, body)
    told = _body_statement(draft, body)
    source = told or body[0]
    inherited = set(draft.inherited)
    filled = draft
    if draft.period == NO_PERIOD and source.period != NO_PERIOD:
        filled = replace(filled, period=source.period)
        inherited.add("period")
    elif told is not None and (
        ("period" in draft.inherited and told.period != NO_PERIOD)
        or _is_cut(draft, told)
        or _is_of_other_part(draft, told)
    ):
        filled = replace(filled, period=told.period)
    if told is not None and (_is_of_other_part(draft, told) or _is_to_do(draft, told)):
        filled = replace(filled, status=told.status)
    if draft.place is None and source.place is not None:
        filled = replace(filled, place=source.place)
        inherited.add("place")
    if draft.attributed is None and source.attributed is not None:
        filled = replace(filled, attributed=source.attributed)
        inherited.add("attributed_to")
    if draft.indicator is None and told is not None and told.indicator is not None:
        filled = replace(filled, indicator=told.indicator)
        inherited.add("indicator")
    if draft.comparison is None and told is not None and told.comparison is not None and draft.kind == told.kind:
        filled = replace(filled, comparison=told.comparison)
        inherited.add("comparison")
    return replace(filled, inherited=frozenset(inherited))


def _is_of_other_part(draft: Draft, told: Draft) -> bool:
    """Say whether the time of a title is only that of another thing told: "Q1 trade up 15.8%, 500th train leaves"."""
    because, text = draft.because.get("period"), draft.reading.text
    if because is None or draft.mention.numeral.value != told.mention.numeral.value or draft.reading.chinese:
        return False
    gap = text[because.end - draft.reading.sentence.start : draft.mention.start].removeprefix(", ")
    return any(part in gap for part in (", ", "; ", " | "))


def _is_to_do(draft: Draft, told: Draft) -> bool:
    """Say whether an English title tells what somebody is to do, and the body of the same: "Yiwu to train 9,000"."""
    same = draft.mention.numeral.value == told.mention.numeral.value and draft.status == "actual"
    return same and _TO_DO.search(draft.reading.text[: draft.mention.start]) is not None


_TO_DO = Brief(r"^[A-Z][\w'.& -]{2,48} to [a-z]+ (?:[a-z]+ ){0,3}$")


def _as_grown(draft: Draft, body: list[Draft]) -> Draft:
    """Give a percent that a title only shouts as the change that the body tells of: 5.6%！浙江经济半年报."""
    shouted = draft.reading.text[draft.mention.end : draft.mention.end + 1] in {"！", "!"} and not draft.mention.start
    if not shouted or draft.kind != "rate" or draft.mention.unit != "percent":
        return draft
    value = draft.mention.numeral.value
    alike = (one for one in body if one.mention.unit == "percent" and one.mention.numeral.value == value)
    told = next(alike, None)
    if told is None or told.kind != "change":
        return draft
    return replace(draft, kind="change", direction=told.direction)


def _is_cut(draft: Draft, told: Draft) -> bool:
    """Say whether the body ends the year that a Chinese title names on a day: 今年突破500列, by 13 May."""
    alike = _is_passed(draft, told) or draft.mention.numeral.value == told.mention.numeral.value
    same = alike and draft.reading.chinese
    last, ended = draft.period[1], told.period[1]
    cut = last is not None and ended is not None and ended < last and draft.period[0] == told.period[0]
    over = "去年" in draft.reading.text  # 去年开行突破1900列 is of the whole year
    return same and cut and not over and draft.status == told.status


def _is_passed(draft: Draft, told: Draft) -> bool:
    """Say whether a title tells of a round number passed what the body tells exactly: 突破2300列, 2326列."""
    round_number, exact = draft.mention.numeral.value, told.mention.numeral.value
    return draft.mention.modifier == "gt" and 0 < exact - round_number <= _NEAR * round_number


def _body_statement(draft: Draft, body: list[Draft]) -> Draft | None:
    """Give the figure of the body that the headline tells: same unit and kind, the value equal or rounded."""
    alike = [other for other in body if other.mention.unit == draft.mention.unit and other.kind == draft.kind]
    value = draft.mention.numeral.value
    near = [
        other
        for other in alike
        if abs(other.mention.numeral.value - value) <= _NEAR * max(value, other.mention.numeral.value)
    ]
    exact = [other for other in near if other.mention.numeral.value == value]
    return next(iter(exact or near or alike), None)
