"""Says which places of a sentence only buy or sell what a share is of: "Japan took 31 percent of Yiwu's lamps"."""

from barometer.claims.case import Case
from barometer.claims.text.expressions import pattern
from barometer.claims.values import PlaceMark

_HOME = "China"
_BEHIND = 20


def is_buyer(case: Case, mark: PlaceMark) -> bool:
    """Say whether a foreign place is the part that a share tells of: "Italy and Spain took 40 percent of them"."""
    if not is_foreign(mark):
        return False
    share = case.role.mark
    gap = case.reading.text[mark.end : case.mention.start]
    told = (
        case.role.name == "share"
        or (case.dimension == "ratio" and case.language.supplies(gap))
        or (
            case.role.name == "level"
            and case.dimension == "ratio"
            and case.language.share_of(case.reading.text[case.mention.end :][:_BEHIND])
        )
    )
    if told and case.language.supplies(gap):
        return True
    if not told or share is None or mark.end > share.start:
        return False
    return case.language.base_follows or case.language.coordinates(case.reading.text[mark.end : share.start])


def is_customer(case: Case, mark: PlaceMark) -> bool:
    """Say whether a foreign place is told to buy what somebody at home makes: "Mexico buys 600,000 cookers".

    So is where a buyer is: "A chain in Ohio wanted 400,000 pairs".
    """
    if not is_foreign(mark):
        return False
    behind = case.reading.text[mark.end : mark.end + _BEHIND]
    return (
        bool(_BUYING.match(behind))
        or _WON_IN.search(case.reading.text[max(0, mark.start - _WINNING) : mark.start]) is not None
    )


_BUYING = pattern(
    r"^(?: that| which)? (?:alone |now |still |has |had |have )?(?:buys?|bought|takes?|took|orders?|ordered|sends?|sent"
    r"|wants?|wanted|asks for|asked for|cancels|cancell?ed|booked|put)\b"
)


_WON_IN = pattern(
    r"\b(?:won|found|gained|added|signed|picked up|attracted|wins|finds) (?:[a-z0-9,]+ ){0,3}"
    r"(?:customers?|clients?|buyers?|distributors?|orders|contracts) in (?:the )?"
    r"(?:(?-i:[A-Z])[\w ]{2,20}(?:, | and ))*(?:the )?$"
    r"|\bof (?:her|his|its|their|our|my) (?:[a-z]+ )?(?:sales|business|revenue|turnover|income|orders) in (?:the )?"
    r"(?:(?-i:[A-Z])[\w ]{2,20}(?:, | and ))*(?:the )?$"
)
"""Where somebody at home has custom: "has won 14 new customers in Brazil", "makes 70 percent of her sales in Peru"."""
_WINNING = 100


def is_foreign(mark: PlaceMark) -> bool:
    """Say whether a place lies abroad."""
    return mark.foreign or (mark.level in {"country", "foreign_city"} and mark.name != _HOME)


def is_sold_abroad(case: Case, marks: list[PlaceMark]) -> bool:
    """Say whether a sentence tells what shares go to which countries, the verb said once: "Japan took 31 percent"."""
    if case.dimension != "ratio" or not case.language.base_follows:
        return False
    text, mentions = case.reading.text, case.reading.mentions
    abroad = [mark for mark in marks if is_foreign(mark)]
    abroad += [mark for mark in case.reading.places if mark.level == "region"]
    following = [(mark, next((one for one in mentions if one.start >= mark.end), None)) for mark in abroad]
    return any(
        one is not None and one.unit == "percent" and case.language.supplies(text[mark.end : one.start])
        for mark, one in following
    )
