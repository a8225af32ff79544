"""What an English sentence hands on as the subject of a figure that somebody else causes, sees or sets."""

from barometer.claims.text.expressions import pattern

HANDED = pattern(
    r"\b(?:saw|sees|seen|watched) (?:its|their|the|his|her|our) (?P<what>[a-z][\w' -]{2,60}?)\s*$"
    r"|\bputs? (?:(?:its|their|the) )?(?P<put>[a-z][\w' -]{2,40}?) at\s*$"
    r"|\b(?:causes?|caused|pushe[sd]|drives?|drove|leads?|led|allow(?:s|ed)?|enabled?) (?:(?:its|their|the) )?"
    r"(?P<moved>[a-z][a-z' -]{2,40}?) to\s*$"
    r"|\bcalls? for (?:(?:the|its|their|[a-z]+'s|the [a-z]+'s) )?(?P<called>[a-z][\w' -]{2,60}?) to\s*$"
    r"|\baims? for (?:(?:its|their|the) )?(?P<aimed>[a-z][a-z' -]{2,40}?)"
    r"(?: to(?: top| reach| exceed| hit| pass)?)?\s*$"
    r"|\bexpects? (?:(?:its|their|the) )?(?P<expected>[a-z][a-z' -]{2,40}?) to\s*$"
    r"|\bsets? (?:(?:its|their|the|an?|[a-z]+'s) )?(?P<set>[a-z][\w' -]{2,40}?) (?:target|goal|quota)(?: at| to)?\s*$"
    r"|\b(?:estimate|forecast|projection|prediction|expectation|hope|aim) is for (?:(?:the|its|their) )?"
    r"(?P<foreseen>[a-z][\w' -]{2,60}?) to\s*$"
    r"|\b(?:bringing|taking|pushing|putting|lifting|raising) (?:the|its|their) (?:total |combined )?"
    r"(?P<sum>(?:number|volume|value|sum) of (?:the |its |their )?[a-z][\w' -]{2,80}?)(?: to)?\s*$"
)
"""What somebody has grow, puts at a figure or makes fall: "Jiangsu saw its exports climb", "caused sales to fall"."""
