"""English numbers that a hyphen joins to a word: "an 80-worker factory", "a two-way street", "2018 three-quarters"."""

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import pattern
from barometer.claims.values import Mention


def without_part(mention: Mention, later: Mention) -> Mention:
    """Give a number without the fraction behind it, which it does not count: "In 2018 three-quarters of the stems"."""
    if later.numeral.form != "fraction" or later.numeral.start >= mention.end:
        return mention
    return replace(mention, end=mention.numeral.end, noun=None, unit="count", certain=False)


def staffed(text: str, mention: Mention) -> Mention:
    """Give the number of a word with a hyphen that counts people as theirs: "an 80-worker factory"."""
    end = mention.numeral.end
    people = _STAFFED.match(text[end : end + _LONGEST_STAFF]) if text[end : end + 1] == "-" else None
    return mention if people is None else replace(mention, unit="person", end=end + people.end(), certain=True)


_STAFFED = pattern(r"^-(?:worker|person|employee|member|staff)\b")
_LONGEST_STAFF = 10


def is_compound(text: str, mention: Mention) -> bool:
    """Say whether a number is part of a word with a hyphen that names no unit: "two-way", "45,000-seat"."""
    return (
        bool(_COMPOUND.match(text[mention.numeral.end : mention.numeral.end + 4]))
        and mention.numeral.form != "fraction"
    )


def is_of_kind(text: str, mention: Mention) -> bool:
    """Say whether an ordinal that reads as a fraction is part of a word: "a sixth-generation market"."""
    return mention.numeral.form == "fraction" and _OF_KIND.match(text[mention.numeral.end :][:12]) is not None


_OF_KIND = pattern(r"^-(?:generation|grade|tier|class|floor|party|year|rank|placed|largest)\b")


_COMPOUND = pattern(r"^-(?-i:[a-z]){3}")
