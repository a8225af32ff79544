"""Prices of carriage and what lines do at sea, which hold in no place: rates of a box, fuel charges, sailings."""

from barometer.claims.case import Case
from barometer.claims.places.ground import Placed
from barometer.claims.text.expressions import Brief
from barometer.claims.values import Cue, Mark


def is_price_of_carriage(case: Case) -> bool:
    """Say whether a figure is what it costs to carry something between two places, which holds in neither."""
    if Cue.PLACELESS not in case.reading.cues:
        return False
    end = case.mention.end
    behind = next(iter(case.reading.between(end, len(case.reading.text), Cue.PLACELESS)), None)
    near = behind is not None and behind.start <= end + _RIGHT_BEHIND
    if near and case.dimension == "money" and case.language.base_follows:
        return True  # "paid $3,200 for a box to Manzanillo"
    whole = behind is not None and case.reading.text[end : behind.start] == " of "
    if whole and case.dimension == "ratio" and case.language.base_follows:
        return True  # "about 7% of global vessel capacity"
    rates, text = case.last_before(Cue.PLACELESS), case.reading.text
    if rates is None or "、" in {text[rates.start - 1 : rates.start], text[rates.end : rates.end + 1]}:
        return False  # no such price, or one cost among others
    index = any(case.reading.between(rates.start, case.mention.start, Cue.INDEX))
    if (index and not _is_of_lane(case, rates)) or _has_own_subject(case, rates) or _is_at_port(case, rates):
        return False  # an index of them is somebody's
    return case.dimension in {"money", "ratio", "index", "point", "times"}


_RIGHT_BEHIND = 2


def _is_at_port(case: Case, rates: Mark) -> bool:
    """Say whether what lines do is told of one port: "Schedule reliability at Ningbo was 58 percent"."""
    port = rates.end + len(" at ")
    return case.reading.text.startswith(" at ", rates.end) and any(mark.start == port for mark in case.reading.places)


def _is_of_lane(case: Case, rates: Mark) -> bool:
    """Say whether Chinese rates are those of one lane: 上周宁波至南美西航线运价指数."""
    text = case.reading.text
    if case.language.base_follows:
        return False
    return any(
        text[place.end : place.end + 1] in {"至", "到", "—", "-"} and 0 < rates.start - place.end <= _LONGEST_LANE
        for place in case.reading.places
    )


_LONGEST_LANE = 12


def goes_on_of_rates(case: Case, last: Placed | None) -> bool:
    """Say whether a figure goes on with the price of carriage told before: “8月可能还要再降10%”, "its rate lost 7%"."""
    if (case.index and last != Placed()) or case.dimension not in {"money", "ratio"} or case.reading.places:
        return False
    first = case.reading.mentions[0].start
    return case.language.of_rates(case.reading, case.reading.clause(first)[0], first)


_BOXES = frozenset({"大柜", "小柜", "高柜", "整柜", "柜子", "标箱", "大箱", "小箱"})
"""What a freight rate is per, as no subject of its own: 运费上涨8%，每个大柜突破5000美元."""


def _has_own_subject(case: Case, rates: Mark) -> bool:
    """Say whether a clause behind the one that tells of freight rates is about something else."""
    start = case.clause[0]
    if case.language.base_follows:
        return _ITS_OWN.search(case.reading.text[rates.end : case.mention.start]) is not None
    behind = rates.end <= start
    if behind and case.role.name == "change":
        return case.language.of_orders(case.reading.text[start : case.mention.start])
    subject = case.language.subject(case.reading, start, case.mention.start) if behind else None
    return subject is not None and subject[1] > rates.end and case.reading.text[slice(*subject)] not in _BOXES


_ITS_OWN = Brief(r"\b(?:while|and|but|so|leaving) (?:his|her|its|their|our|my) (?:own )?[a-z]+")
"""What turns from the price of carriage or of a material to somebody's own: "while his own quotes rose"."""
