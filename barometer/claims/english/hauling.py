"""What it costs to carry goods between two places, which holds in neither of them."""

from collections.abc import Iterator

from barometer.claims.english.months import MONTHS
from barometer.claims.text.expressions import Brief, pattern

_BETWEEN_TWO = r"from (?:the )?(?-i:[A-Z][\w' ]{2,24}) to (?:the )?(?-i:[A-Z])"
_HAULED = pattern(
    r"\b(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?)[-–](?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:spot |freight )?(?:rates?"
    r"|prices?|fares?)\b"
    rf"|(?:freight|trucking|shipping|haulage|hauling|cargo|fares?|tickets?|rates?|a (?:tonne|container"
    rf"|box) of [\w ]+?)(?: for an? [\w -]{{3,30}}?)? {_BETWEEN_TWO}"
    rf"|\b(?:prices?|costs?|rates?|fees?) (?:to (?:ship|send|move|haul|truck|fly)|(?:of|for) (?:shipping|sending|moving"
    rf"|hauling|trucking)) [^,;.]{{3,40}}? {_BETWEEN_TWO}"
    rf"|\b(?:box|container|TEU|FEU|truckload)"
    rf" (?:{_BETWEEN_TWO}[\w ]{{0,24}}?|to (?-i:[A-Z][a-z]+)(?: (?-i:[A-Z][a-z]+))?)"
    r" (?:costs?|was|were|is|are|now|went|goes)\b"
    rf"|\b(?:trucks?|lorries|vans) {_BETWEEN_TWO}[\w ]{{2,24}}? (?:(?:is|are|was|were) quoted|(?:now )?costs?)\b"
    r"|^\s*(?-i:[A-Z])[A-Za-z ]{2,24} to (?-i:[A-Z])[A-Za-z ]{2,30}: (?:spot |average )?rates\b"
    rf"|\b(?:moving|shipping|sending|transporting|hauling|carrying) [^,;.]{{3,40}}? {_BETWEEN_TWO}"
    r"|\bfor an? (?:[0-9]+-foot |standard |large )?(?:box|container) (?:from (?-i:[A-Z])[\w ]{2,20} )?to (?-i:[A-Z])"
    r"|\b(?:freight|rates?) to (?:the )?(?-i:[A-Z])"
    r"|\b(?:cost|price|rate) of (?:shipping )?an? (?:[a-z0-9-]+ )?(?:container|box) (?:from (?-i:[A-Z])[\w ]{2,20} )?"
    r"to (?-i:[A-Z])"
    rf"|\b(?:[a-z-]+ )?(?:price|rate|quote|cost)s? {_BETWEEN_TWO}[\w ]{{2,20}}? (?:rose|fell|was|were|is|are|climbed"
    rf"|eased"
    r"|slipped|stood|has|have|lost|gained|added)\b"
    r"|^\s*(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?) to (?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:was|is|were|stood|went)"
    r" (?:(?:quoted|assessed|offered|priced|trading) )?at\b"
    r"|\b(?-i:[A-Z][a-z]+)[-–](?-i:[A-Z][a-z]+) (?:haulage|trucking|drayage)\b"
    r"|\b(?:general rate increases?|GRIs?)\b"
    rf"|\bspot (?:prices?|rates?) {_BETWEEN_TWO}"
    r"|\brates? on (?:the|this|that) (?:[\w-]+ ){0,2}?(?:route|lane|line|trade)\b"
    r"|\b(?:freight|haulage|trucking|shipping) (?:cost|rate|price|charge)s? per (?:truck|container|box|kilo|tonne)"
    r"|\b(?:charge|quote|ask|want)s? (?:[$€£]|US\$)?[0-9][0-9.,]* (?:[a-z]+ )?(?:a|per)"
    r" (?:kilo(?:gram)?|kg|box|container|tonne) to (?-i:[A-Z])"
    r"|\b(?:the|that) (?:[a-z]+ )?route to (?:the )?(?-i:[A-Z][a-z]+) (?:posted|saw|recorded|had|led)\b"
    r"|\b(?:(?:Mediterranean|European|Trans-?pacific|Asia-Europe|North American|South American|Red Sea"
    r"|Middle East|Gulf|East Coast|West Coast|Australian|African)(?: spot| freight)? rates)\b"
    r"|\b(?:spot |freight )?(?:rates?|price|quotes?) (?:for|of|per) (?:an? |each )?(?:20|40|45|forty"
    r"|twenty)-foot (?:box|container|unit)s?\b"
)


def hauls(text: str) -> Iterator[tuple[int, int]]:
    """Give where the carriage between two places is told of, whose price holds in neither."""
    for match in _HAULED.finditer(text):
        yield match.span()
    for match in _MATERIAL.finditer(text):
        if not _is_bought_here(text, match.end()):
            number = _SO_MUCH.search(match.group())
            yield match.start(), match.start() + number.start() if number is not None else match.end()


_SO_MUCH = Brief(r"[0-9][0-9.,]*(?: percent| per cent|%| yuan (?:a|per) [a-z]+) [a-z]+$")
"""By how much a material has moved, at the end of what tells it: "resin is 19 percent dearer"."""


def _is_bought_here(text: str, end: int) -> bool:
    """Say whether the price of a material is what somebody pays, or one of a market named behind it."""
    here = _BOUGHT_HERE.match(text[end : end + _NEAR])
    return here is not None and here.group().rsplit(maxsplit=1)[-1].lower() not in MONTHS


_SOME = (
    r"(?:plastic|copper(?: wire)?|brass|zinc|tin|aluminium|aluminum|(?:stainless )?steel(?: (?:sheet|wire|coil))?"
    r"|(?:[a-z]+ )?glass|(?:acrylic |cotton |polyester |nylon |wool )?yarn|cotton"
    r"|polyester(?: (?:fabric|fibre|fiber))?|nylon|acrylic|resin|polypropylene|polyethylene|(?-i:PP|ABS|PVC|PET)"
    r"|paper pulp|pulp|cardboard|rubber|silicone|leather)"
)
_MATERIAL = pattern(
    rf"(?:^|[\"“] ?|, |\b(?:and|but|while|said|because|yet) )(?:(?:but|and|yet) )?{_SOME}(?: prices?)?,?"
    r"(?: (?:says [^,;.]{3,48}|meanwhile|too|which [^,;.]{3,60}),)?"
    r" (?:(?:has|have|had|now|is|are|was|were|went|gone|also) )*"
    r"(?:up|down|risen|rose|climbed|jumped|gained|fell|fallen|dropped|slid|costs?|dearer|cheaper|averaged?|traded at"
    r"|[0-9][0-9,.]* yuan (?:a|per) (?:tonne|ton|kilo|kilogram) (?:dearer|cheaper|higher|lower|more|less)"
    r"|(?:about |nearly |almost |some )?(?:a |an )?(?:[0-9.]+(?: percent| per cent|%)|third|quarter|fifth|tenth|half)"
    r" (?:dearer|cheaper|higher|lower))\b"
    rf"|\bprice of {_SOME}\b"
)
"""What a material costs, which holds where it is bought no more than elsewhere: "copper wire costs 9 percent more"."""
_BOUGHT_HERE = pattern(r"^ (?:me|us|him|her|them)\b|^[^,;.]{0,40} (?:in|at|on) (?:the )?(?-i:[A-Z])[a-z]+")
_NEAR = 64
