"""What an English sum, mass or length is of: goods, a fee, or the verb that measures it."""

from barometer.claims.english.phrases import AUXILIARIES, NEAR, Span, after, before
from barometer.claims.english.set_against import is_recorded
from barometer.claims.english.subjects import subject
from barometer.claims.text.expressions import Match, pattern
from barometer.claims.text.scanning import touching
from barometer.claims.values import Cue, Mention, Reading, Role

_SHORT = 2
_SPENT = pattern(
    r"\b(?P<verb>costs?|costing|charg(?:es?|ed|ing)|raked in|raking in|pulled in|grossed|netted|pocketed"
    r"|generated|fined|invested|invests?|investing|spent|spends?|spending|paid|pays?|paying|earned|earns|saved"
    r"|saves?|raised|earn|save|weighs?|lost|loses?|losing|took in|takes in|borrow(?:s|ed|ing)?|lends?|lent|earning"
    r"|netting|grossing|owes?|owed"
    r"|donat(?:es?|ed)|recover(?:s|ed)|won|process(?:es|ed)?|turn(?:s|ed)? over)\s+"
    r"(?:(?:an average of|a total of|a combined|about|around|on average|just|only"
    r"|a record|an extra"
    r"|another|an additional) )?$"
)
_SET_ASIDE = pattern(
    r"\b(?:earmark(?:s|ed)?|allocat(?:e|es|ed|ing)|budget(?:s|ed)?|appropriat(?:e|es|ed)|sets? aside)\s+"
    r"(?:(?:about|around|a total of|up to|at least) )?$"
)
_PUT_BY = pattern(r"\b(?P<verb>earmark(?:s|ed)?|sets? aside) (?:(?:about|around|a total of|up to|at least) )?$")
_AIMED_AT = pattern(r"^ (?:for|to|in|on) (?:the |its |their )?")
_INVESTED = pattern(r"\b(?P<verb>invest(?:s|ed|ing)?) (?:(?:about|around|some|a total of|another|a further) )?$")
_PAYING = pattern(
    r"\b(?P<verb>pays?|paid|paying|lends?|lent|lending|charg(?:es?|ed)|lend|pay|fin(?:ed|es)|cost) (?:(?:a|an"
    r"|the|its|her|his"
    r"|their|our|each) )?"
    r"[a-z]+(?: [a-z]+)?\s+$"
)
_FOR_OTHER = pattern(r"^(?: of the total)?,? (?:and )?(?P<other>[a-z][a-z'-]*(?: [a-z][a-z'-]*){0,3}) for $")
_SOLD_FOR = pattern(
    r"\b(?:sells?|sold|selling|rents?|renting|leases?|buys?|bought|buying|offers?|offered|books?"
    r"|booked) (?P<what>[\w' -]{3,60}?) for "
    r"(?:(?:about|around|between|just|only|up to) )?$"
)
_FOR_THING = pattern(r"\b(?:pays?|paid|paying|charges?|charged|against|instead of) (?:(?:about|around|some|up to) )?$")
_FOR_A = pattern(r"^(?: \([^)]*\))? for an? ")
"""What a price is paid for: "they pay 9,800 yen for a case of wine"."""
_WAS_SPENT = pattern(
    r"^(?: \([^)]*\))? (?:was|were|has been|have been|had been|is|are) (?P<verb>spent|invested|paid|raised|earned"
    r"|saved)\b"
    r"|^(?: \([^)]*\))? (?:he|she|they|we|it) (?P<own>turned over|earned|spent|paid|invested|saved|borrowed|raised)\b"
)
_INFINITIVE = pattern(
    r"\b(?:to|will|would|could|can|may|should) (?P<verb>handle|process|ship|move|carry|produce|export|import|load"
    r"|send|store)\s+$"
)


def spent(reading: Reading, mention: Mention, role: Role, floor: int, *, moved: bool) -> Span | None:
    """Give what money or mass is of, or the verb that measures it: "in storage fees", "worth of goods", "cost"."""
    text = reading.text
    head = text[max(floor, mention.start - NEAR) : mention.start]
    if floor and _goods_named(reading, mention) is None and (other := _FOR_OTHER.match(text[floor : mention.start])):
        return floor + other.start("other"), floor + other.end("other")
    if invested := _INVESTED.search(head):
        return mention.start - len(head) + invested.start("verb"), mention.start - len(head) + invested.end("verb")
    goods = _goods(reading, mention, head)
    if goods is not None or role.name in {"change", "level", "old"}:
        return goods
    aim = _AIMED_AT.match(text[mention.end : mention.end + NEAR]) if _SET_ASIDE.search(head) else None
    if aim is not None:
        return after(reading, mention.end + aim.end())
    if (put_by := _PUT_BY.search(head)) is not None:
        return mention.start - len(head) + put_by.start("verb"), mention.start - len(head) + put_by.end("verb")
    return _by_verb(reading, mention, head, floor) or (_verb_of_mass(reading, mention, floor) if moved else None)


def _by_verb(reading: Reading, mention: Mention, head: str, floor: int) -> Span | None:
    """Give the verb of spending or paying that a sum stands with."""
    text, at = reading.text, mention.start - len(head)
    if verb := _SPENT.search(head):
        return _payer(reading, verb, at, floor)
    if verb := _PAYING.search(head):
        return at + verb.start("verb"), at + verb.end("verb")
    if verb := _WAS_SPENT.match(text[mention.end : mention.end + NEAR]):
        return mention.end + verb.start(verb.name), mention.end + verb.end(verb.name)
    return None


def _goods_named(reading: Reading, mention: Mention) -> Span | None:
    """Give the goods named with a number, or with the one that it makes a pair with."""
    follower = _coordinated(reading, mention) if mention.noun is None else None
    return mention.noun if follower is None else follower.noun


def _goods(reading: Reading, mention: Mention, head: str) -> Span | None:
    """Give the goods of a number: named behind it, sold for it, or priced by it ("a 300-yuan lamp")."""
    goods = _goods_named(reading, mention)
    if goods is None and (sold := _SOLD_FOR.search(head)):
        goods = after(reading, mention.start - len(head) + sold.start("what"))
    if goods is None and _FOR_THING.search(head) and (thing := _FOR_A.match(reading.text[mention.end :][:NEAR])):
        goods = after(reading, mention.end + thing.end())
    led = head.rstrip().lower().endswith((" a", " an", " the", " its", " their"))
    if goods is None and led and not is_recorded(reading.text[mention.end : mention.end + NEAR]):
        goods = after(reading, mention.end)
    return goods


def _payer(reading: Reading, verb: Match, at: int, floor: int) -> Span:
    """Give the verb of spending, with what costs it if that is short; "diesel in Zhejiang costs" is the subject."""
    low, high = at + verb.start("verb"), at + verb.end("verb")
    if not verb.group("verb").lower().startswith("cost"):
        return low, high
    payer = before(reading, len(reading.text[:low].rstrip()), floor)
    led = payer is not None and reading.text.endswith((" to ", " in ", " at ", " from "), 0, payer[0])
    if payer is not None and (led or touching(reading.places, *payer)):
        return subject(reading, max(floor, reading.clause(low)[0]), low) or (low, high)
    short = payer is not None and len(reading.text[payer[0] : payer[1]].split()) <= _SHORT and low - payer[1] <= 1
    return (payer[0], high) if payer is not None and short else (low, high)


def _coordinated(reading: Reading, mention: Mention) -> Mention | None:
    """Give the number that stands behind this one in a pair: "£2 million and €640k in fees"."""
    for other in reading.mentions:
        if other.start >= mention.end:
            return other if reading.text[mention.end : other.start].strip() == "and" else None
    return None


_SUMMED = frozenset({"", "a combined", "a total of", "an average of", "about", "around", "some", "in total"})


def _verb_of_mass(reading: Reading, mention: Mention, floor: int) -> Span | None:
    """Give the verb right in front of TEUs or tonnes whose goods are not named: "handled 3 million TEUs"."""
    bare = _INFINITIVE.search(reading.text[max(floor, mention.start - 40) : mention.start])
    if bare:
        at = mention.start - len(reading.text[max(floor, mention.start - 40) : mention.start])
        return at + bare.start("verb"), at + bare.end("verb")
    last = reading.last(max(floor, mention.start - 32), mention.start, Cue.VERB)
    if (
        last is None
        or reading.text[last.end : mention.start].strip() not in _SUMMED
        or reading.text[last.start : last.end] in AUXILIARIES
    ):
        return None
    return last.start, last.end
