"""What an English length of time is of: what is done for so long, within it, or so much earlier."""

from barometer.claims.english.phrases import AUXILIARIES, NEAR, Span
from barometer.claims.text.expressions import pattern
from barometer.claims.values import Cue, Mark, Mention, Reading


def lengths(text: str) -> list[Mark]:
    """Give what makes spans of time lengths: goods arrive within them, something can be done, a pause is of them."""
    found = [Mark(*match.span(match.name), Cue.DURATION) for match in _ARRIVES.finditer(text)]
    found += [
        Mark(*match.span("within"), Cue.DURATION)
        for match in _ABLE.finditer(text)
        if not _FIGURE.search(match.group("what"))
    ]
    return found + [Mark(*match.span("noun"), Cue.DURATION) for match in _OF_LENGTH.finditer(text)]


_NUMBER = r"(?:(?:about|around|just|only|roughly|some) )?[a-z0-9]+(?: to [a-z0-9]+)?(?: (?:working|business|calendar))?"
_ARRIVES = pattern(
    r"\b(?:reach(?:es)?|arrives? (?:in|at)|gets? to) (?:(?-i:[A-Z])\w+|them|us|customers|buyers|home)(?: \w+){0,2}? "
    rf"(?P<within>in) {_NUMBER} (?:days?|hours?|weeks?)\b"
    r"|\b(?:covers?|covered|covering) (?:the )?[0-9][0-9,.]*[ -](?:kilomet(?:re|er)s?|km|miles?)(?: \w+){0,2}? "
    r"(?P<over>in) [a-z0-9]+ (?:days?|hours?|weeks?)\b"
    r"|\b(?:gets?|has|have|receives?) (?:the|their|his|her|its|your|our|an?) [a-z]+(?: [a-z]+){0,2} "
    rf"(?P<had>in) {_NUMBER} (?:days?|hours?|weeks?|minutes?)\b"
    r"|\b(?P<worked>in) [a-z0-9]+(?: to [a-z0-9]+)? (?:working|business) days?\b"
    r"|\b(?:is|are|be|was|were|been|get|gets) (?:now |usually |often |normally )?(?:issued|delivered|processed"
    r"|approved|granted"
    r"|completed|ready|settled|cleared|refunded|possible|finished|registered|paid out)"
    rf" (?P<done>in) {_NUMBER} (?:days?|hours?|weeks?|minutes?|months?)\b"
    r"|\b(?:cut-off|cutoff|deadline|notice|lead time|head start|advantage) (?:is|was"
    r"|of) (?P<ahead>[a-z0-9]+) (?:days?|hours?|weeks?|minutes?)\b"
    r"|\b(?:I|we|they|she|he|you) (?:only |now )?(?:get|have|had|got|has|gets) (?P<left>[a-z0-9]+) (?:days?|hours?"
    r"|weeks?|minutes?) before\b"
)
"""What makes a span the time that goods take: "our parts reach Hamburg in 16 days"."""
_ABLE = pattern(
    r"\b(?:can|could|able to)(?P<what>(?: [\w'-]+){1,9}?) "
    rf"(?P<within>in) {_NUMBER} (?:days?|hours?|weeks?|minutes?|months?)\b"
)
"""What makes a span the time that something takes: "a foreigner can register a firm there in three days"."""
_FIGURE = pattern(r"[0-9]|\b(?:hundreds?|thousands?|millions?)\b")
_OF_LENGTH = pattern(
    r"\b(?P<noun>break|closure|pause|shutdown|stoppage|voyage|wait|delay|stay|backlog|queue|term|notice|lag|turnover)"
    rf" of (?:at least |up to |more than |nearly |almost )?{_NUMBER} (?:days?|hours?|weeks?|minutes?|months?)\b"
)
"""What has a length: "a holiday break of 20 days"."""
_HELD = pattern(
    r"\b(?:has|have|had|'ve|'s) (?:also |now |already )?(?P<doing>[a-z]+(?: (?:the|a|an|in|at|as|with|for|on|her"
    r"|his|its|their)"
    r"| [a-z'-]+| [A-Z][a-z]+)*?)(?: (?:in|at) [A-Z][a-z]+)? for $"
)
_LASTED = pattern(
    r"\b(?P<verb>stay(?:s|ed)?|wait(?:s|ed)?|last(?:s|ed)?|work(?:s|ed)?|slept|sleeps?|queued?|lived?|lives) "
    r"(?:for )?(?:(?:an average of|about|around|up to|at least) )?$"
)
_WITHIN = pattern(r"\b(?P<verb>[a-z]+(?:ed|en|wn|ne)) $")
_EARLIER = pattern(r"^ (?:earlier|later|sooner|ahead)\b")


def lasting(reading: Reading, mention: Mention) -> Span | None:
    """Give what has been done for so long, or is done within such a time."""
    head = reading.text[max(0, mention.start - NEAR) : mention.start]
    at = mention.start - len(head)
    held = _HELD.search(head)
    if held:
        return at + held.start("doing"), at + held.end("doing")
    words = reading.text[mention.start : mention.end].lower()
    if lasted := _LASTED.search(head):
        return at + lasted.start("verb"), at + lasted.end("verb")
    if _TAKEN.search(head) and (to := _TO_DO.match(reading.text[mention.end :][:NEAR])):
        return mention.end + to.start("doing"), mention.end + to.end("doing")
    if words.startswith("within") and _CUT_TO.search(head):
        return None  # "clearance time is to be cut to within 24 hours"
    if words.startswith("within") and (told := _told(reading, mention)) is not None:
        return told
    within = _WITHIN.search(head) if words.startswith("within") else None
    return (at + within.start("verb"), at + within.end("verb")) if within else None


_CUT_TO = pattern(r"\b(?:cut|shortened|reduced|trimmed|brought down|down|shrunk|fell|dropped|lowered) to $")
_TAKEN = pattern(r"\b(?:it )?(?:took|takes?|taken) (?:me|us|him|her|them|you) (?:about |only |just )?$")
_TO_DO = pattern(r"^ to (?P<doing>[a-z]+(?: (?:the |a |an |its |their )?[a-z-]+){0,5}?)(?: and | for | in |[,.;]|$)")
"""What took somebody so long: "It took me 20 days to find the factory"."""


def _told(reading: Reading, mention: Mention) -> Span | None:
    """Give what is done within a time: "reach western Europe within 48 hours"."""
    verbs = reading.between(reading.clause(mention.start)[0], mention.start, Cue.VERB, Cue.LEVEL)
    plain = [
        mark
        for mark in verbs
        if reading.text[mark.start : mark.end].lower() not in AUXILIARIES | {"to", "at", "as", "can"}
    ]
    if not plain:
        return None
    return plain[-1].start, plain[-1].start + len(reading.text[plain[-1].start : mention.start].rstrip())


def event_lasting(reading: Reading, mention: Mention) -> Span | None:
    """Give the named event that lasts so long: "the seven-day National Day holiday", "the three-day Yiwu Tea Fair"."""
    event = _EVENT.match(reading.text[mention.end : mention.end + NEAR])
    return None if event is None else (mention.end + event.start("what"), mention.end + event.end("what"))


_EVENT = pattern(r"^ (?P<what>(?:(?-i:[A-Z])[\w'&-]+ ){1,5}(?:holiday|break|festival|fair|expo|exhibition|sale)s?)\b")


def done_earlier(reading: Reading, mention: Mention) -> Span | None:
    """Give what somebody does so much earlier than before: "placed their orders 20 days earlier"."""
    if (
        _EARLIER.match(reading.text[mention.end : mention.end + NEAR]) is None
        and "earlier" not in reading.text[slice(mention.start, mention.end)]
    ):
        return None
    head = reading.text[max(0, mention.start - NEAR) : mention.start]
    doing = _DOING.search(head)
    at = mention.start - len(head)
    return None if doing is None else (at + doing.start("doing"), at + doing.end("doing"))


_DOING = pattern(
    r" (?P<doing>(?-i:[a-z]{3,}ed|reach|reaches|sent|put|bought|sold)"
    r" (?:(?:the|their|its|his|her|our|my) )?(?-i:[A-Z]?[a-z-]+)(?: [a-z-]+){0,2}) $"
)
