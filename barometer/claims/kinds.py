"""Decides the kind of a claim and the direction of a change, from unit and role. The guideline's calls 1 and 4."""

from functools import cache

from barometer.claims.bracketed import listed_before
from barometer.claims.case import Case
from barometer.claims.lexicon import Lexicon
from barometer.claims.roles import acts, has_minus
from barometer.claims.text.expressions import Brief, pattern
from barometer.claims.text.scanning import alternatives
from barometer.claims.values import Cue, Mark

_BEHIND = 20
_LEVELS = {
    "index": ("rate", "index points"),
    "time": ("duration", "unit of time"),
    "discrete": ("count", "things counted"),
    "money": ("amount", "money"),
    "mass": ("amount", "mass"),
    "area": ("amount", "area"),
    "length": ("amount", "length"),
}


def kind_of(case: Case) -> tuple[str, str]:
    """Give the kind of a claim and the rule that says so."""
    if case.mention.kind is not None:
        return case.mention.kind, "the word itself"
    dimension, change = case.dimension, case.role.name == "change"
    if dimension == "rank":
        return "rank", "rank word"
    if dimension == "point":
        return "change", "points are a change"
    if dimension == "times":
        grown = change and not case.language.base_follows
        return ("change", case.role.rule) if grown else ("multiple", "times")
    if change:
        return "change", case.role.rule
    return _level(case)


def _level(case: Case) -> tuple[str, str]:
    """Give the kind of a level by what its unit measures."""
    if case.mention.unit == "count" and _is_quantity(case):
        return "amount", "a quantity in a unit of its own"
    if case.dimension != "ratio":
        return _LEVELS[case.dimension]
    listed = listed_before(case)
    alike = listed is not None and listed.unit == case.mention.unit
    old = case.other(case.index - 1) if alike or _ends_turn(case) else None
    if alike and old is not None:
        return _level(old)
    return _percent(old or _first_listed(case) or case)


def _is_quantity(case: Case) -> bool:
    """Say whether a number measures what cannot be counted, in a unit that has no name here: 3800万千瓦时, "30 MW"."""
    end = case.mention.numeral.end
    return _measured(case.lexicon).match(case.reading.text[end : end + _BEHIND]) is not None


@cache
def _measured(lexicon: Lexicon) -> Brief:
    """Give what finds a measure right behind a number."""
    exact = [f"(?-i:{word})" for word in lexicon.measures["en"] if word != word.lower()]
    plain = alternatives([word for word in lexicon.measures["en"] if word == word.lower()])
    return Brief(rf"(?:多|余)?{alternatives(lexicon.measures['zh'])}|[ -](?a:(?:{'|'.join(exact)}|{plain}s?)\b)")


def _follows_share(case: Case) -> bool:
    """Say whether a percent goes on with shares: "71 percent last a year, only 39 percent reach the third"."""
    before = case.before
    if case.role.name != "bare" or before is None or before.unit != "percent" or not case.language.base_follows:
        return False
    if _named_next(case, before.end):
        return True
    told = case.language.share_of(case.reading.text[before.end : before.end + 12])
    return told or case.roles[case.index - 1].name == "share"


def _named_next(case: Case, start: int) -> bool:
    """Say whether a percent is of those who named the next thing: "by 39 percent, followed by Brazil with 21"."""
    text = case.reading.text
    return _NAMED_BY.search(text[:start]) is not None and _NEXT_WITH.match(text[start : case.mention.start]) is not None


_NAMED = r"\b(?:named|picked|chosen|cited|mentioned|selected|listed|called|seen as)\b"
_NAMED_BY = Brief(_NAMED + r"[^;]{0,90} by [^;]*$")
_NEXT_WITH = Brief(r"^,? (?:followed by|ahead of|then|and)(?: by)? [^,;0-9]{3,40} (?:with|at|by) $")


def _is_named_by(case: Case) -> bool:
    """Say whether a percent is of those who named something: "was named as the best market by 39 percent"."""
    lead = case.reading.text[case.clause[0] : case.mention.start]
    return case.language.base_follows and case.role.name == "bare" and _NAMED_BY_ALL.search(lead) is not None


_NAMED_BY_ALL = Brief(_NAMED + r"[^;,]{0,90} by $")


def _percent(case: Case) -> tuple[str, str]:
    """Tell a share from a rate: a word for a share, "percent of", a fraction; else what the percent is of decides."""
    reading, mention = case.reading, case.mention
    if case.role.name == "share":
        return "share", case.role.rule
    if case.language.share_of(reading.text[mention.end : mention.end + _BEHIND]) or _is_taken(case):
        return "share", "percent of"
    if _is_part(case) or _resumed(case) or _is_named_by(case) or _is_of_mix(case):
        return "share", "a part, as told before"
    share = reading.last(min(case.floor, case.clause[0]), mention.start, Cue.SHARE)
    rate = reading.last(case.floor, mention.start, Cue.RATE)
    part_of = mention.numeral.form == "fraction" and rate is not None and _is_ratio(case, rate)
    inside = share is not None and rate is not None and share.end == rate.end  # 补助比例 is a rate
    if rate is not None and (share is None or share.start <= rate.start or inside) and not part_of:
        return "rate", "a rate is named"
    polled = case.role.name == "bare" and case.language.polls(reading.text)
    does = acts(case) or _is_of_things(case) or polled
    if share is not None or does or mention.numeral.form == "fraction":
        said = "words for a share before it" if share is not None else "what a part does" if does else "a fraction"
        return "share", said
    return _percent_level(case)


def _is_of_mix(case: Case) -> bool:
    """Say whether a percent stands under a label that parts a whole: "Cargo mix (April): toys 46 percent"."""
    if not case.language.base_follows or ":" not in case.reading.text[: case.mention.start]:
        return False
    return case.role.name == "bare" and _MIX.match(case.reading.text[: case.mention.start]) is not None


_MIX = Brief(
    r"^[^:;.]{0,40}\b(?i:mix|breakdown|composition|make-?up|structure|split|distribution|shares?)\b[^:;.]{0,32}:"
)


def _first_listed(case: Case) -> Case | None:
    """Give the first of a list of percents that a number goes on: "their shares were 1.1, 53.4 and 45.5 percent"."""
    members = case.members
    alone = len(members) < 2 or members[0] == case.index or not case.language.base_follows
    if alone or case.role.name in {"change", "old"}:
        return None
    first = case.other(members[0])
    return first if first.mention.unit == case.mention.unit and kind_of(first)[0] == "share" else None


def _is_of_things(case: Case) -> bool:
    """Say whether a percent stands alone behind things of which it is a part: "First-time exhibitors: over 30%".

    In Chinese behind those who do something: 想要涨价的商户不到5%.
    """
    if not case.language.base_follows:
        words = case.reading.text[case.clause[0] : case.mention.start]
        unit = case.language.unit_of(words) if "的" in words and case.role.name == "bare" else None
        return unit is not None and case.lexicon.dimension(unit) == "discrete"
    label = case.reading.text[: case.mention.start].rstrip()
    if not label.endswith(":") or case.index:
        return False
    unit = case.language.unit_of(label[:-1])
    return unit is not None and case.lexicon.dimension(unit) == "discrete"


def _ends_turn(case: Case) -> bool:
    """Say whether a percent is what the rate before it came to: 自动化率从三成提到七成五."""
    before = case.before
    turned = case.role.name == "level" and before is not None and case.roles[case.index - 1].name == "old"
    return turned and before is not None and before.unit == case.mention.unit == "percent"


def _is_ratio(case: Case, rate: Mark) -> bool:
    """Say whether a rate is only called a ratio, which one in three of something is as well."""
    return case.language.base_follows and case.reading.text[rate.start : rate.end].lower() == "ratio"


def _is_taken(case: Case) -> bool:
    """Say whether a percent is what somebody takes or sends: "Japan took 31 percent and the United States 17"."""
    verb = case.reading.last(case.floor, case.mention.start, Cue.VERB, Cue.LEVEL, Cue.SHARE)
    if case.role.name == "change" or not case.language.base_follows:
        return False
    if _TAKING.search(case.reading.text[max(0, case.mention.start - _FAR) : case.mention.start]) is not None:
        return True
    if verb is not None:
        return case.language.supplies(case.reading.text[verb.start - 1 : case.mention.start])
    if case.before is None or case.before.unit != "percent" or case.clause[0] > case.before.end + len(", "):
        return False
    goes_on = case.language.elides(case.reading.text[case.before.end : case.mention.start])
    return goes_on and _is_taken(case.other(case.index - 1))


_FAR = 72
_TAKING = Brief(
    r", with [^,;.]{3,40} (?:taking|absorbing|supplying|buying) $"
    r"|\b(?:owns?|holds?|holding|owning) (?:about |some |around |only |just |over |more than )?$"
)
"""What somebody took of what is told before: "exported 9 billion, with ASEAN countries taking 40 percent"."""


def _restates(case: Case) -> bool:
    """Say whether a percent says again what was counted before it: "8.9 billion of them, or 80.3 percent"."""
    before = case.before
    if before is None or case.role.name != "bare" or case.roles[case.index - 1].name == "change":
        return False
    told = case.lexicon.dimension(before.unit) in {"discrete", "money", "mass", "area"}
    return told and case.language.restates(case.reading.text[before.end : case.mention.start])


def resumed(case: Case, told: str | None) -> tuple[str, str] | None:
    """Give the kind of a sentence's first percent if it takes up what was told before: "Now it is 40 percent"."""
    if told == "change" and _FORECASTS.match(case.reading.text):
        return "change", "a growth taken up again"
    level = told == "share" and case.role.name in {"level", "bare"}
    again = level and case.language.resumes(case.reading.text[: case.mention.start])
    return ("share", "a share taken up again") if again else None


_FORECASTS = pattern(
    r"^\s*(?:(?:individual|other|their|the|private|market|analysts'|economists') )?"
    r"(?:forecasts|estimates|projections|predictions)\b"
)
"""What takes up a growth foreseen in the sentence before: "Individual forecasts ranged from 1 percent to 5 percent"."""


def _is_part(case: Case) -> bool:
    if _restates(case) or case.role.rule == "what a part does":
        return True
    part = case.reading.last(case.clause[0], case.mention.start, Cue.PART)
    bare = case.role.name == "bare" and part is not None and not _is_rate_of_part(case)
    return bare or (_follows_share(case) and not _names_rate(case))


def _is_rate_of_part(case: Case) -> bool:
    """Say whether a Chinese percent is the rate of a part, behind that of all: 平均利润率为4.6%，其中玩具企业不足3%."""
    before = case.before
    if case.language.base_follows or before is None or before.unit != "percent":
        return False
    return kind_of(case.other(case.index - 1))[0] == "rate"


def _names_rate(case: Case) -> bool:
    return case.reading.last(case.floor, case.mention.start, Cue.RATE) is not None


def _percent_level(case: Case) -> tuple[str, str]:
    """Give what a level in percent is: a share only if one is told before, and an old level of it."""
    before = case.before
    if case.role.name == "old" and before is not None and before.unit == "percent" and case.index:
        kind, rule = kind_of(case.other(case.index - 1))
        if kind != "change":
            return kind, rule
    if _names_no_other(case):
        kind, rule = kind_of(case.other(case.index - 1))
        if kind in {"share", "rate"}:
            return kind, rule  # 升到52%，年初还只有47%
    if _goes_on_with_shares(case):
        return "share", "a part, as told before"
    points = before is not None and before.unit == "percentage_point"
    if case.role.name == "level" and (points or case.last_before(Cue.OLD)):
        earlier = case.last_before(Cue.SHARE, Cue.RATE)
        if earlier is not None and earlier.cue is Cue.SHARE:
            return "share", "words for a share in the sentence"
    return "rate", "a level in percent"


def _goes_on_with_shares(case: Case) -> bool:
    """Say whether an English percent goes on with the shares of those asked: "38% are from Asia, 21% from Africa"."""
    before, reading = case.before, case.reading
    if before is None or before.unit != "percent" or not case.language.base_follows or case.role.name == "change":
        return False
    if _OF_THOSE_ASKED.search(reading.text[max(0, before.end - 4) : case.mention.start]) is None and not (
        case.index > 1 and _goes_on_with_shares(case.other(case.index - 1))
    ):
        return False
    return (
        reading.last(before.end, case.mention.start, Cue.RATE) is None
        and kind_of(case.other(case.index - 1))[0] == "share"
    )


_OF_THOSE_ASKED = Brief(
    r"(?:%|percent) of (?:the |its |our )?(?:respondents|companies|firms|members|exporters|sellers|those)\b"
)


def _names_no_other(case: Case) -> bool:
    """Say whether a level in percent goes on with the percent before it, with no subject of its own."""
    before = case.before
    if before is None or before.unit != "percent" or case.language.base_follows or case.role.name != "level":
        return False
    return case.language.subject(case.reading, before.end, case.mention.start) is None


def _resumed(case: Case) -> bool:
    """Say whether a level in percent is that of the share told before: "it was 90 percent; now it is 30 percent"."""
    before = case.before
    if case.role.name not in {"level", "bare"} or before is None or before.unit != "percent":
        return False
    if not case.language.resumes(case.reading.text[before.end : case.mention.start]):
        return False
    return kind_of(case.other(case.index - 1))[0] == "share"


def direction_of(case: Case, kind: str) -> tuple[str | None, Mark | None]:
    """Give the direction of a change or multiple, and the mark that shows it."""
    mention, growth = case.mention, case.role.growth
    if mention.direction is not None:
        return mention.direction, None
    if kind == "multiple":
        return _direction_of_multiple(case)
    if mention.numeral.value == 0 and mention.numeral.value_max is None:
        return "flat", None
    if has_minus(case):
        return "down", growth
    return _way_of_time(case) or (growth.value if growth else "up"), growth


_WAYS_OF_TIME = {"faster": "down", "quicker": "down", "快": "down", "slower": "up", "慢": "up"}


def _way_of_time(case: Case) -> str | None:
    """Give the direction of a time told by how much faster something is done: "11 minutes faster than in May"."""
    growth = case.role.growth
    if case.dimension != "time" or growth is None:
        return None
    return _WAYS_OF_TIME.get(case.reading.text[growth.start : growth.end].lower())


def _direction_of_multiple(case: Case) -> tuple[str | None, Mark | None]:
    """Give the direction of 增至三倍; a ratio told as a bare number has none: 收入比缩小至1.79."""
    mention, growth = case.mention, case.role.growth
    if mention.end == mention.numeral.end and mention.numeral.form == "digits":
        return None, None
    reached = case.role.mark if case.role.name == "level" else None
    if reached is not None and reached.cue is Cue.LEVEL and reached.value in {"up", "down"}:
        return reached.value, reached
    return (growth.value, growth) if case.role.name == "change" and growth else (None, None)
