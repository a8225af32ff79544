"""Numbers whose unit is left out, and is told by how they stand: ages, teams, what is counted again or a day."""

import re

from barometer.claims.case import Case
from barometer.claims.replacing import replace
from barometer.claims.values import Mention


def by_standing(case: Case) -> Mention | None:
    """Give an English number of people in a team, or of the years of somebody's age, with its unit."""
    if not case.language.base_follows:
        return None
    if _TEAM_OF.search(_lead(case, case.mention.numeral.start)) is not None:
        return replace(case.mention, unit="person")
    return replace(case.mention, unit="year", kind="duration") if _is_age(case) else None


def _is_age(case: Case) -> bool:
    """Say whether a bare number is how old somebody is: "Wang Bin, 34, has sold padlocks here"."""
    mention, text = case.mention, case.reading.text
    named = mention.numeral.value in _LIFE and (is_behind_name(case) or _is_of_somebody(case))
    bounded = mention.numeral.value in _LIFE and text[mention.end : mention.end + 1] in {",", ".", ";", ""}
    return named or (bounded and _AGED.search(_lead(case, mention.numeral.start)) is not None)


def _is_of_somebody(case: Case) -> bool:
    """Say whether an English number is how old he or she is now: "He is 44 now and has four children"."""
    lead = _lead(case, case.mention.numeral.start)
    return (
        _HE_IS.search(lead) is not None and _NOW.match(case.reading.text[case.mention.end :][:_NEXT_WORD]) is not None
    )


_HE_IS = re.compile(r"(?:^|[\s\"“])(?:[Hh]e|[Ss]he|I) (?:is|was|am|turned|turns) (?:now |only |just |already )?$")
_NOW = re.compile(r"(?: now\b| then\b|[.,;]|$)")


def is_behind_name(case: Case) -> bool:
    """Say whether an English number stands between commas behind a name: "Menon, 46, came to Yiwu in 2004"."""
    if not case.language.base_follows or not case.reading.text.startswith(", ", case.mention.end):
        return False
    return _NAMED.search(_lead(case, case.mention.start)) is not None


_TEAM_OF = re.compile(r"\b(?:team|staff|crew|workforce|family) of (?:about |some |around |nearly |over |more than )?$")
_LIFE = range(15, 100)
_AGED = re.compile(r"\b(?:were|was|are|is|aged) (?:under|over|below|above|younger than|older than) $")
_NAMED = re.compile(
    r"\b(?:[A-Z][a-z]+|father|mother|daughter|son|wife|husband|brother|sister|grandfather|grandmother|owner|founder),"
    r" (?:now |then |aged )?$"
)


def said_again(case: Case, last_unit: str | None) -> str | None:
    """Give the unit of what was counted, where a number tells how many that were a day: "or roughly 500 every day"."""
    daily = case.reading.text.startswith((" every day", " a day", " per day", " daily"), case.mention.end)
    again = daily and _OR_SO_MANY.search(_lead(case, case.mention.start)) is not None
    return last_unit if again and last_unit and case.lexicon.dimension(last_unit) == "discrete" else None


_OR_SO_MANY = re.compile(r", or (?:about |roughly |some |nearly |around |over )?$")
"""What says again what was counted: "182,600 entities were set up, or roughly 500 every day"."""


def gapped(case: Case, last_unit: str | None) -> str | None:
    """Give the unit of things named right before a number, like those counted before: "and return trains 888"."""
    behind = case.reading.text[case.mention.end : case.mention.end + _NEXT_WORD]
    alone = case.index and case.language.base_follows
    named = _THINGS_TOO.search(_lead(case, case.mention.start)) if alone else None
    if named is None or not (behind[:1] in _ENDS or behind.startswith((" and ", " or "))):
        return None
    unit = case.language.unit_of(named.group("noun"))
    return unit if unit is not None and unit == last_unit and case.lexicon.dimension(unit) == "discrete" else None


_THINGS_TOO = re.compile(r"(?:,| and| while)(?: and)? (?:the )?(?P<noun>[a-z-]+(?: [a-z-]+){0,2}) $")


def goes_on_counting(text: str) -> bool:
    """Say whether a paragraph opens on what was counted before it: "The daily average was 55.6 million"."""
    return _GOES_ON.match(text) is not None


_GOES_ON = re.compile(
    r"\s*(?:(?:[Oo]n|[Ii]n|[Ff]or|[Oo]ver) [^,;.]{3,28},? )?(?:[Tt]he|[Tt]hat)"
    r" (?:daily average|average|figure|total|number|peak|tally)(?: [a-z]+){0,2}"
    r" (?:was|stood|came|reached|hit|rose|fell)\b"
)


def listed_again(case: Case, last_unit: str | None) -> str | None:
    """Give the unit of what was counted, where the next in a list has so many: "followed by Guangdong with 407"."""
    if last_unit is None or not case.language.base_follows or case.lexicon.dimension(last_unit) != "discrete":
        return None
    behind = case.reading.text[case.mention.end :]
    lead = _lead(case, case.mention.start)
    next_one = behind[:1] in _ENDS and _FOLLOWED.search(lead) is not None
    more = not lead.strip(' "“').removeprefix("And").removeprefix("But").strip() and behind.startswith(" now ")
    so_far = _SO_FAR.fullmatch(lead) is not None and behind.startswith((" have ", " had "))
    so_far = so_far or (_AND_OTHERS.search(lead) is not None and _DID.match(behind) is not None)
    so_far = so_far or (_TODAY.fullmatch(lead) is not None and behind.startswith((" remain", " are left", " still ")))
    so_far = so_far or (behind[:1] in _ENDS and _AT_PRESENT.search(lead) is not None)
    so_far = so_far or _is_done_with(lead, behind, case)
    made = (behind[:1] in _ENDS or behind.startswith(_THEN)) and _MADE.search(lead) is not None
    return last_unit if next_one or more or so_far or made else None


def _is_done_with(lead: str, behind: str, case: Case) -> bool:
    """Say whether somebody did something with so many of what was counted: "Last year we left with only 12"."""
    verb = _DOES_WITH.search(lead)
    if (
        verb is None
        or verb.group("verb") in _IS_SO_OLD
        or _FOR_OTHERS.search(lead) is not None
        or case.mention.numeral.value_max is not None
    ):
        return False
    whole = case.mention.numeral.value >= _FEWEST and case.mention.numeral.value % 1 == 0
    return whole and (behind[:1] in _ENDS or behind.startswith(_WHEN))


_FEWEST = 2
_DOES_WITH = re.compile(
    r"\b(?:I|[Ww]e|[Ss]he|[Hh]e|[Tt]hey|[Yy]ou)(?:'ve)?"
    r"(?: (?:have|has|had|could|can|did|will|now|also|only|were lucky to|was lucky to|am|are|is|plans? to"
    r"|want(?:s|ed)? to))*"
    r" (?P<verb>[a-z]{3,})(?: (?:up|out|off|home|away))?(?: (?:to|with|for))?"
    r"(?: (?:only|just|about|another|nearly|over))? $"
)
_FOR_OTHERS = re.compile(r"\bFor [A-Z][a-z]+ (?:I|we) ")
"""What turns to other things for somebody else: "For Lagos I packed six"."""
_IS_SO_OLD = frozenset({
    "was", "were", "are", "said", "says", "turned", "turns", "began", "begin", "start", "started", "open", "opens",
    "opened", "closed", "born", "aged", "rose", "fell", "grew", "added", "gained", "lost", "come", "came", "get", "got",
    "only", "win", "won", "score", "scored", "call", "called", "dial", "arrived", "woke", "wake", "wakes", "rise",
    "rises", "begins", "starts", "number", "numbered",
})  # fmt: skip
"""Verbs behind whose subject a number is an age, an hour or a level."""
_WHEN = (
    " so far", " this ", " last ", " by ", " now", " today", " for ", " in January", " in February", " in March",
    " in April", " in May", " in June", " in July", " in August", " in September", " in October", " in November",
    " in December",
)  # fmt: skip
_FOLLOWED = re.compile(
    r"(?:(?:followed by|ahead of|and) (?:the )?[A-Z][\w' -]{2,24}|followed by (?:the )?[a-z][\w' -]{2,32}),?"
    r" (?:with|on|at) $"
)
_AND_OTHERS = re.compile(r"[a-z]; $")
_DID = re.compile(r" (?:had|have|were|are|raised|cut|said|planned|plan|did) [a-z]")
"""What others of those counted did: "only two had stopped; 19 had raised their prices"."""
_AT_PRESENT = re.compile(r"\b(?:at present|currently|right now|now),? (?:it|they|he|she|we|I) [a-z]+ $")
"""What is done now with such things as were counted: "plans to train 600 a year; at present it trains 210"."""
_TODAY = re.compile(r"\s*(?:Today|Now),? (?:only |just )?")
_SO_FAR = re.compile(r"\s*[\"“]?(?:So far|Until now|To date|By now),? ?")
_THEN = (" when ", " once ", " next ", " this ", " by ", " in ", " from ")
_MADE = re.compile(r"\b(?:(?:make|making) it|(?:make|makes|made|making) do with|(?:go|going|get|getting|step up) to) $")
"""What moves what was counted: "It is six containers a week, and we plan to make it 10"."""


def _lead(case: Case, end: int) -> str:
    """Give the few words in front of a place in the sentence."""
    return case.reading.text[max(0, end - _LONGEST_LEAD) : end]


_LONGEST_LEAD = 48
_NEXT_WORD = 8
_ENDS = frozenset(["", ".", ",", ";", "!", '"', "”"])
