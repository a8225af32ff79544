"""English words in front of a number that name nothing themselves: its subject is one told before."""

from barometer.claims.text.expressions import pattern
from barometer.claims.values import Cue, Reading

_NOTHING = pattern(
    r"^[\s,]*(?:(?:and|but|while|or|in the|over the|for the) )?(?:"
    r"(?:ahead|short|in line|in excess) (?:of|with) (?:(?:the|a|an|its|their) )?"
    r"|(?:nationwide|nationally|globally|worldwide|domestically|overall)(?:,? and)?"
    r"|(?:will|would|could|may|might|should|can)(?: (?:still|also|now|then|only|even))?"
    r"|(?:the )?(?:most|least) [a-z]+(?: an?)?"
    r"|(?:two|three|four|six|nine) (?:quarters|months|years|weeks|days)(?: and)?"
    r"|per(?: [0-9]+)?(?: [a-z]+)?(?: (?:for|in|at|on)\b.*)?"
    r"|(?:year-on-year )?in (?:[a-z-]+ )?terms(?: and)?|once|having(?: earlier| already| also| once)?"
    r"|followed by (?:[\w'-]+ ){1,5}(?:with|at)?"
    r")\s*$"
)
_OWNERS = pattern(r"^[\s,]*(?:(?:while|whereas|and|but) )*(?:(?:those|that) of (?:the )?(?P<of>.+?)|(?P<own>.+)'s)\s*$")
"""Whose the thing told before is: "Those of Lanxi came to", "and Hangzhou's to"."""


def names_nothing(reading: Reading, start: int, end: int) -> bool:
    """Say whether the words of a stretch only lead on to what was told before: "ahead of the", "Those of Lanxi"."""
    words = reading.text[start:end]
    if _NOTHING.match(words):
        return True
    owner = _OWNERS.match(words) if "'s" in words or " of " in words else None
    if owner is None or (owner.name == "own" and any(reading.between(0, end + len(" share"), Cue.SHARE))):
        return False  # "ASEAN's share" is that of ASEAN
    low, high = (start + at for at in owner.span(owner.name))
    return any(mark.start <= low and high <= mark.end for mark in reading.places)
