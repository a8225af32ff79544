"""What it costs to carry goods between two places, which holds in neither of them."""

from collections.abc import Iterator

from barometer.claims.text.expressions import pattern

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
