"""Makes a source of the English noun phrase in front of a verb of saying, or tells that it is none."""

from barometer.claims.english.naming import (
    NAME,
    NOBODY,
    RESUMED,
    body_of_data,
    is_anonymous,
    is_person,
    named,
    pronoun,
    trimmed,
)
from barometer.claims.english.place_parts import dateline
from barometer.claims.text.expressions import pattern
from barometer.claims.values import Speaker

PRONOUNS = frozenset({"it", "they"})
_PARTIAL = pattern(
    r"^(?:[a-z-]+ ){0,3}(?:half|third|thirds|quarter|quarters|fifth|percent)$|^(?:(?:two|three|four|five|six|seven"
    r"|eight|nine|ten) of |half|one |most |many |some |dozens|hundreds"
    r"|thousands|nearly|more than|fewer than|about )"
    r"|^(?:[a-z]+|[0-9]+) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|[0-9]+)\b"
    r"|\b(?:half|third|quarter|fifth|tenth|percent|%|majority|out of [a-z]+|in [a-z]+) of\b|\bin (?:ten|five|four"
    r"|three)\b"
)
_THING = pattern(
    r"^(?:the|an?|her|his|their|its) (?:[a-z-]+ )?(?:clock|watch|screen|sign|signboard|board|banner|label|meter"
    r"|poster|tag|counter)\b"
)
"""What somebody reads and nobody asked: "the clock on the wall says 1:40"."""
_FROM = pattern(
    r"^(?:(?:the|latest|new|official|preliminary) )*(?:data|figures|statistics|numbers|records|information"
    r"|a report|a survey"
    r"|survey|report|the report|estimates|a statement|(?:a|the|its|one) (?:[a-z]+ )?(?:survey|poll"
    r"|study) of [^;]{3,60}?)(?: (?:released|published|issued|compiled|provided|shared))? "
    r"(?:from|by|of) (?:the )?"
)


def speaker_of(
    text: str, start: int, end: int, whole: tuple[int, int], group: str, reach: tuple[int, int] | None
) -> Speaker | None:
    """Give the speaker of a noun phrase: a name, a pronoun, a body that was named before, or nobody for mere data."""
    start = _past_time(text, start, end)
    scope = "sentence" if group == "foresee" else "quote" if '"' in text or "”" in text or "“" in text else "onward"
    words = text[start:end].lower()
    if words in PRONOUNS or pronoun(words) == "person" or RESUMED.match(words):
        said = trimmed(text, start, end) if RESUMED.match(words) else None
        leading = _leading(text, start) if words == "it" or pronoun(words) == "firm" else None
        said = leading if leading is not None else said
        return Speaker(*whole, None, scope, reach, pronoun=pronoun(words), words=said)
    source = _FROM.match(text[start:end])
    if source:
        start += source.end()
    elif is_anonymous(text[start:end]):
        body = body_of_data(text[start:end])
        if not body:
            return Speaker(*whole, None, "nobody", reach)
        end = start + body
        again = text[start:end].lower()
        if RESUMED.match(again):  # "the chamber's annual survey shows"
            return Speaker(*whole, None, scope, reach, pronoun=pronoun(again), words=trimmed(text, start, end))
    elif group == "show" and not _has_found(text, start, end, whole[1]):
        return None
    if (
        any(char.isdigit() for char in text[start:end])
        or words in NOBODY
        or words.startswith("unless ")
        or words.endswith("value")
        or _PARTIAL.search(words)
        or _THING.match(words)
    ):
        return None
    name = named(text, start, end)
    return Speaker(*whole, name, scope, reach, person=is_person(text[name[0] : name[1]])) if name else None


def _past_time(text: str, start: int, end: int) -> int:
    """Give where who is told of before begins behind a time: "In May I expect", "For the year the firm expects"."""
    timed = _TIMED_PRONOUN.match(text[start:end])
    return start + timed.start("who") if timed is not None else start


def _leading(text: str, until: int) -> tuple[int, int] | None:
    """Give the body that opens a sentence, be it behind a dateline, and that "it" or "the company" in it takes up."""
    opening = text[dateline(text) :].lstrip()
    head = len(text) - len(opening)
    lead = _LEADING_BODY.match(opening)
    if lead is None or head + lead.end("name") > until or _NO_BODY.match(opening) or _MEASURE.match(opening):
        return None
    return head + lead.start("name"), head + lead.end("name")


_TIMED_PRONOUN = pattern(
    r"^(?:in|by|this|next|last|by the end of|at|for|from|until|over|during) [\w' ]{2,32}? "
    r"(?P<who>i|we|he|she|they|the (?:company|group|firm))$"
)


def _has_found(text: str, start: int, end: int, verb: int) -> bool:
    """Say whether somebody named found what is told: "…, data firm Price Radar found"."""
    found = text[:verb].lower().endswith(("found", "finds"))
    who = text[start:end]
    return found and bool(NAME.search(who) or _BODY_OF_TOWN.match(who)) and bool(_FOUND.match(text[verb : verb + 8]))


_BODY_OF_TOWN = pattern(
    r"^(?:the|its) (?:city|county|province|district|town|region|country|sector|industry|market"
    r"|trade)(?:'s)? (?:[a-z-]+ ){0,3}"
    r"(?:association|chamber|federation|bureau|institute|department|commission|council|union|society)$"
)
"""Whose a survey is: "In a survey of 900 sellers, the city's e-commerce association found"."""


_MADE_BY = (
    r"(?:[\w'-]+ ){0,4}?(?:maker|firm|company|group|operator|retailer|manufacturer|exporter|importer|supplier|platform"
    r"|carrier|producer|builder|developer|giant|brand|start-?up|trader|bank|insurer|brokerage|chain|airline) "
)
_LEADING_BODY = pattern(
    rf"^(?:{_MADE_BY})?(?P<name>(?-i:[A-Z][\w&'-]+(?: [A-Z][\w&'-]+)*))"
    r"(?: (?-i:Co|Ltd|Inc|Corp)\.)?(?:, (?:[a-z]+ of|based in|headquartered in|listed in) [^,;]{3,60})?,? "
    r"(?:which|an?|the|(?-i:[a-z]+(?:ed|s|ew|ose|old|ell|aw)|ran|sent|made|took|built|spent|paid|brought|bought|won))\b"
)
_NO_BODY = pattern(
    r"^(?:by|in|on|at|for|from|after|as|with|since|under|during|while|to|of|its?|their|our|this|these|those|revenues?"
    r"|sales|(?:net |gross |operating )?profits?|exports|imports|output|turnover|orders|shipments|income|earnings"
    r"|rents|prices|costs|production|deliveries|volumes?|traffic|throughput|trade|demand|spending|investment|margins?|fares"
    r"|fees|rates|wages|freight|inflation|inventories|bookings|arrivals)\b"
)
"""What opens a sentence and is no firm, though "the company" says it: "Revenue rose 9 percent, the company said"."""
_MEASURE = pattern(
    r"^(?-i:[A-Z])[\w-]+ (?:[a-z-]+ )?(?:(?:rates|costs|fees|fares|tariffs|volumes|wages|margins|premiums|inventories"
    r"|deliveries|shipments|arrivals|bookings|revenues|throughput|sales)\b"
    r"|(?:prices|exports|imports|orders|charges|rents|stocks|profits)"
    r" (?:of|on|in|for|at|are|were|have|had|has|will|could|may|rose|fell|grew|hit|came|went|slid|stood"
    r"|(?-i:[a-z]+ed))\b)"
)
"""What opens a sentence as the thing measured, be it like a firm and its verb: "Freight rates peaked, it added"."""
_FOUND = pattern(r"^(?:[,.;]| that\b|$)")
