"""How English names its sources: bodies, persons with and without titles, and the words trimmed from around a name."""

from collections.abc import Iterator

from barometer.claims.english.place_parts import dateline
from barometer.claims.text.expressions import pattern

PERSONS = frozenset({"he", "she"})
NOBODY = frozenset({
    "this", "that", "there", "who", "which", "reporters", "we", "you", "what", "these", "those", "one", "some", "many",
    "most", "all", "both", "others", "several", "i", "people", "few", "value", "unless", "otherwise", "as", "i've",
    "we've", "i'd", "we'd", "i'll", "we'll", "you've", "it's", "nobody", "everyone", "somebody", "anyone",
})  # fmt: skip
RESUMED = pattern(
    r"^(?:the (?:report|bureau|office|article|statement|notice|company|administration|association|official|agency"
    r"|department|ministry|spokesperson|spokesman|spokeswoman|customs|document|post|firm|committee|cent(?:re|er)"
    r"|chamber"
    r"|council|institute|organi[sz]ers?|operator|commission|group|authority|federation|institution|maker|bank"
    r"|regulator)|this report|its author)$"
)
_ANONYMOUS = pattern(
    r"(?:^|[ -])(?:data|figures?|statistics|survey|numbers?|records?|estimates?|poll|study|research|results?"
    r"|signs?|tests?"
    r"|trade figures|calculations?|breakdown|accounting|schedules?|forecasts?|documents?|samples?|sources?|tables?"
    r"|charts?|bills?"
    r"|invoices?)$"
)
NAME = pattern(r"(?-i:[A-Z][\w'&-]*(?: (?:(?:of|and|for|the|de|al|bin) )*[A-Z][\w'&-]*)*)$")
_LEADING_NAME = pattern(r"(?-i:[A-Z][\w'&-]*(?: (?:(?:of|and|for|the|de|al|bin) )*[A-Z][\w'&-]*)*)")
BODY = pattern(
    r"\b(?:bureau|customs|ministry|administration|commission|office|association|agency|authority|authorities"
    r"|committee"
    r"|department|government|bank|chamber|centre|center|company|group|institute|council|post|railway|firm|university"
    r"|operator|platform|corp|co|ltd|daily|news|times|xinhua)\b"
)
_LEAD = pattern(r"^(?:(?:the|a|an|and|but|that|while|as|however|meanwhile|yet|still|so|its own)\s+)+")
_TAIL = pattern(
    r"\s+(?:on|(?:between|from) (?-i:[A-Z])[a-z]+ [0-9]"
    r"|in (?:january|february|march|april|may|june|july|august|september|october|november|december|20[0-9]{2}"
    r"|a|an|the|his|her|its)|who|which|that|when|while|after|at (?:a|an|the)|during|last|this|earlier|yesterday"
    r"|told|said"
    r"|show|shows|showed|found|finds|puts?|with|adding|because|but|as|delivered|presented"
    r"|and (?:adds|expects|says))\b.*$"
)
_DATA_TAIL = pattern(r"(?-i:\s+(?:data|figures|statistics|numbers|released|published))$")
_ROLE = pattern(r"^(?:its|their|the|his|her)? ?[a-z -]+$")
_APPOSED = pattern(r"^, (?P<name>(?-i:[A-Z][\w'&-]*(?: [A-Z][\w'&-]*)*))")


def is_anonymous(words: str) -> bool:
    """Say whether a noun phrase is mere data: "trade figures", but not the Bureau of Statistics."""
    last = words.rsplit(maxsplit=1)[-1:]
    named_so = " " in words.strip() and bool(last) and last[0][0].isupper()
    return not named_so and bool(_ANONYMOUS.search(words))


def pronoun(words: str) -> str:
    """Give what a pronoun, or "the bureau", stands for: a person, a firm or a body of any kind."""
    if words in PERSONS:
        return "person"
    if words in _WHO_SPEAKS or _OF_AGE.match(words):
        return "person"
    return "firm" if _FIRM_AGAIN.match(words) else "body"


_WHO_SPEAKS = frozenset({"the spokesperson", "the spokesman", "the spokeswoman"})
_OF_AGE = pattern(r"^the [1-9][0-9]-year-old$")
_FIRM_AGAIN = pattern(r"^the (?:company|firm|group|maker|retailer|operator|carrier|manufacturer|exporter|shipper)$")


def body_of_data(words: str) -> int:
    """Give how many characters of "canal authority figures" name the body whose data they are, 0 if none do."""
    short = _SHORT_BODY.match(words)
    if short is not None and short.group("body").lower() not in _MEASURES:
        return short.end("body")
    tail = _OFBODY.search(words)
    return tail.start() if tail and BODY.search(words[: tail.start()]) else 0


_OFBODY = pattern(
    r"(?:'s?)? (?:trade |official |preliminary |annual |quarterly |monthly |weekly |latest |new |own )?"
    r"(?:data|figures|statistics|numbers|records|estimates?|count|tables?"
    r"|tally|calculations?|breakdown|survey|poll|study)$"
)
_SHORT_BODY = pattern(
    r"^(?:the )?(?P<body>(?-i:[A-Z]{3,6}))(?:'s)? (?:trade |official |preliminary )?"
    r"(?:data|figures|statistics|numbers)$"
)
_MEASURES = frozenset({"gdp", "pmi", "cpi", "ppi", "fdi", "gmv", "teu", "ais", "gps", "gva", "capex", "pce"})
"""Short names of what is measured, or of how: no body has "PMI data"."""


def by_name(text: str, name: tuple[int, int] | None) -> tuple[int, int] | None:
    """Give the name set behind one that only says what somebody is: "its maker, Toprun"."""
    if (
        name is None
        or not _ROLE.match(text[name[0] : name[1]])
        or text[name[0] : name[1]] != text[name[0] : name[1]].lower()
    ):
        return name
    if RESUMED.match("the " + text[name[0] : name[1]]) or is_anonymous(text[name[0] : name[1]]):
        return name
    apposed = _APPOSED.match(text[name[1] :])
    return (name[1] + apposed.start("name"), name[1] + apposed.end("name")) if apposed else name


def named(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the name in a noun phrase: of a person without title ("shop owner Wang Fang"), else all but the article."""
    of_firm = _OF_FIRM.match(text[start:end])
    if of_firm and is_person(of_firm.group("person")):
        return start, start + of_firm.end("person")
    surname = _SURNAMED.search(text[start:end])
    if surname:
        return start + surname.end(), end
    name = NAME.search(text[start:end])
    if name and name.start() and " " in name.group() and not BODY.search(name.group()):
        before = text[start : start + name.start()].split()
        if before and before[-1][-1].isalpha() and before[-1].lower() not in {"of", "in", "at", "from", "for", "the"}:
            return start + name.start(), end
    return trimmed(text, start, end)


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Narrow a stretch to the name of a source: no article, no data that it gave, no time."""
    while start < end and text[start].isspace():
        start += 1
    lead = _LEAD.match(text[start:end])
    if lead:
        start += lead.end()
    tail = _TAIL.search(text[start:end])
    if tail:
        end = start + tail.start()
    data = _DATA_TAIL.search(text[start:end])
    if data:
        end = start + data.start()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",'\""):
        end -= 1
    who = _LEADING_TITLE.match(text[start:end])
    if who and text[start + who.end() : start + who.end() + 1].isupper():
        start += who.end()
    return (start, end) if end > start else None


_OF_FIRM = pattern(r"^(?P<person>(?-i:[A-Z][a-z'-]+ [A-Z][a-z'-]+)) (?:of|from|at) (?:the )?(?:[a-z-]+ )?(?-i:[A-Z])")
_SURNAMED = pattern(r"\b(?:surnamed|named|called) ")
_LEADING_TITLE = pattern(
    r"(?:[a-z-]+ )*(?:owner|vendor|trader|manager|director|analyst|merchant|buyer|official|founder|seller|boss"
    r"|head|economist"
    r"|wholesaler|exporter|spokesperson|spokesman|spokeswoman|president|chairman|secretary|mayor|driver|operator"
    r"|designer) "
)
_PERSON = pattern(
    r"\b(?:owner|vendor|trader|manager|director|analyst|merchant|buyer|official|founder|seller|boss|entrepreneur"
    r"|wholesaler"
    r"|businessman|businesswoman|exporter|designer|president|customer|worker|driver|mayor|governor|host|economist"
    r"|professor|researcher|shopkeeper|stallholder|farmer|mr\.?|ms\.?|mrs\.?) "
    r"(?P<titled>(?-i:[A-Z][a-z'-]+(?: [A-Z][a-z'-]+){0,2}))"
    r"|\b(?:talk(?:ed|s)|sp(?:oke|eaks)|sat down|interview) (?:to|with) (?:(?-i:[a-z])[a-z-]+ ){0,4}"
    r"(?P<asked>(?-i:[A-Z][a-z'-]+ [A-Z][a-z-]+)),"
    r"|(?P<of_firm>(?-i:\b[A-Z][a-z'-]+ [A-Z][a-z-]+)) of (?:the )?(?-i:[A-Z])[\w&'-]+(?: (?-i:[A-Z])[\w&'-]+){1,4},?"
    r" (?:is|was|has|had|who|runs|sees)\b"
    r"|(?P<named>(?-i:\b[A-Z][a-z'-]+ [A-Z][a-z-]+))(?:'s\b|,? (?:who|whose|has|runs|sells|makes|owns|came|is|was"
    r"|from|sold|rents|rented|called|visits|visited"
    r"|leads|heads|joined|(?:co-)?founded|launched|set up|spoke|works|worked|told|moved|shrugged|recalled|remembers"
    r"|said|says"
    r"|started|opened|recalls)\b|, (?:now |then |aged )?[1-9][0-9],"
    r"|, an? (?-i:[A-Z])[a-z]+ (?:[a-z-]+ ){0,2}?who\b"
    r"|, (?:an?|the) (?:[\w'-]+ ){0,3}?(?:sociologist|historian|anthropologist|scholar|academic|owner|vendor|trader"
    r"|manager|director|analyst"
    r"|merchant|buyer|official|founder|seller|boss|entrepreneur|wholesaler|exporter|importer|designer|president|driver"
    r"|farmer|distributor|retailer|consultant|student|grower|producer|shopper|investor|lawyer|accountant"
    r"|maker|dealer|shopkeeper|stallholder|engineer|economist|researcher|professor|expert|clerk|courier|broker|agent"
    r"|tailor"
    r"|weaver|captain|spokes(?:man|woman|person)|businessman|businesswoman|carver|potter|painter|baker|dyer|embroiderer"
    r"|artist|artisan|crafts(?:man|woman)|blacksmith|goldsmith|jewell?er|chef|cook|waiter|teacher|nurse|doctor|pilot"
    r"|sailor|mechanic|electrician|technician|programmer|blogger|influencer|(?:live-?)?streamer|translator|interpreter"
    r"|forwarder|haulier|resident|villager|worker|veteran|retiree|pensioner|tourist|visitor|collector|curator|coach"
    r"|journalist|photographer|lecturer|strategist|fisher(?:man|woman)|miner|herder|breeder|gardener|beekeeper)\b)"
    r"|\b(?:[Ii]ts|[Hh]er|[Hh]is|[Tt]heir|[Tt]he) [a-z -]{3,40}, (?P<apposed>(?-i:[A-Z][a-z'-]+ [A-Z][a-z-]+))[,.]"
    r"|\b(?:is|was|called|named|meet) (?P<shown>(?-i:[A-Z][a-z'-]+ [A-Z][a-z-]+))[.,]"
)
_OPENING_PERSON = pattern(
    r"(?:^[\"“]?(?:(?:[A-Z]?[a-z]+ ){1,3})?|\b(?:when|while|as|where|before|until|because) )"
    r"(?P<opening>(?-i:[A-Z][a-z'-]+ [A-Z][a-z-]+)) "
    r"(?P<verb>(?-i:[a-z]+(?:[^s]s|ed)|took|gave|ran|sat|stood|went|came|put|set|kept|made|held|began|spent"
    r"|left|grew|is|was))\b"
)
"""A person is known at the head of a clause by two capitals and a verb: "It is dark when Mamadou Sarr unzips a bag"."""
_NO_PERSON = pattern(
    r"\b(?:Trade|City|Market|Province|International|Customs|Bureau|Fair|Group|Company|Bank|Daily|News|Index"
    r"|States|Kong|Africa"
    r"|America|Asia|Europe|East|Yiwu|China|Zhejiang|Festival|Day|Year|Cup|Street|Road|Port|University|Expo|Center"
    r"|Centre"
    r"|When|While|Where|After|Before|If|But|And|Once|Although|Because|As|Then|Now|Today|Yesterday|Tomorrow|Meanwhile"
    r"|The|In|On|At|For|From|Its|His|Her|Last|Since|By|Global|Digital|Chinese|Co|Ltd|North|South|West|Central|New"
    r"|Saudi|Sri|Costa|El|San|Los|Red|Black|Middle|Free|High|Data|World|National|Total|Foreign|Private|Union|European"
    r"|Nations|Kingdom|Emirates|Republic|Federation|Council|Commission|Ministry|Parliament|Congress|Treasury|Court"
    r"|Latin|Southeast|American|African|Asian|Airport|Railway|Bridge|River|Mountain|Lake|Island|Zone|Park|District"
    r"|County|Town|Village|Pay|Silk|Belt|Initiative|Plan|Act|Law|Watch|Monitor"
    r"|Insights?|Research|Analytics|Intelligence|Advisory|Consulting|Securities|Futures|Logistics|Freight|Shipping"
    r"|Retail|Institute|Foundation|Alliance|Forum)\b"
)


def is_person(name: str) -> bool:
    """Say whether a name is that of a person: capitals, and no word of a body or place."""
    parts = name.split()
    return (
        1 <= len(parts) <= 3
        and all(part[0].isupper() for part in parts)
        and not (_NO_PERSON.search(name) or BODY.search(name) or "-based" in name)
        and not (len(parts) > 1 and (firm := _FIRM.match(name)) is not None and firm.group("whole") == name)
    )


def persons(text: str) -> Iterator[tuple[int, int]]:
    """Give the persons that a sentence names, to whom a later "she said" may refer."""
    found = [match.span(match.name) for match in _PERSON.finditer(text)]
    head = dateline(text)
    opening = _OPENING_PERSON.search(text[head:])
    first = opening.span("opening") if opening is not None else (0, 0)
    asks = opening is not None and _ASKS.search(text[: head + first[0]]) is not None
    if opening is not None and not asks and (head + first[0], head + first[1]) not in found:
        found.insert(0, (head + first[0], head + first[1]))
    for start, end in found:
        if is_person(text[start:end]):
            yield start, end


_ASKS = pattern(r"\b(?:reporter|correspondent|journalist|writer|editor) $")
_FIRM = pattern(
    r"(?:\b(?:shares|stock) of |\b(?:[a-z]*maker|firm|company|group|operator|retailer|manufacturer|exporter"
    r"|importer|supplier"
    r"|platform|carrier|producer|builder|developer|giant|brand|start-?up|insurer|brokerage|airline|shipper|forwarder) )"
    r"(?P<called>(?-i:[A-Z][a-z'-]+(?: [A-Z][a-z'-]+){0,2}))"
    r"|\b(?P<owner>(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}))'s? (?:shares?|stock|net|gross|profits?|earnings|revenue"
    r"|bookings|board"
    r"|first-quarter|second-quarter|third-quarter|fourth-quarter|full-year|quarterly|annual report|founder|chairm[ae]n"
    r"|chief|market value)\b"
    r"|\b(?P<whole>(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}) (?-i:Home|Group|Holdings?|Technology|Tech|Industr(?:y|ies"
    r"|ial)|Drinkware"
    r"|Foods?|Toys?|Tools?"
    r"|Electric|Electronics|Appliances?|Logistics|Shipping|Securities|Research|Capital|Pharma|Auto|Motors?|Textiles?"
    r"|Garments?|Fasteners|Outdoors?|Sports|Plastics|Machinery|Hardware|Fashion|Apparel|Furniture|Ceramics|Lighting"
    r"|Crafts|Gifts|Trading|Knitting|Jewel(?:le)?ry|Umbrellas?|E-commerce|Express|Stationery|Packaging|Printing|Solar"
    r"|Energy|Robotics|Bags|Socks|Kitchenware|Houseware|Leisure|Corp|Company|Inc|Ltd|Co))\b"
    r"|\b(?P<booked>(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+){0,3})) (?:reported|posted|booked) (?:an? |its )?(?:[a-z-]+ ){0,2}"
    r"(?:profits?|loss|revenue|sales|earnings)\b"
    r"|\b(?P<traded>(?-i:[A-Z][a-z]+)) (?:(?-i:[A-Z][a-z]+) )?(?:closed (?:up|down)|runs (?:[a-z]+ )?(?:plants"
    r"|shops|stores|factories|warehouses)"
    r"|employs|has (?:chartered|launched|signed|hired))\b"
)


_LYING = (" in ", " near ", " neighboring ", " neighbouring ", " nearby ", " outside ")
"""What stands before a place, and before no firm."""


def firms(text: str) -> Iterator[tuple[int, int]]:
    """Give the names that a sentence tells to be those of firms: "shares of Huadu", "Huadu's net profit"."""
    for match in _FIRM.finditer(text):
        named = text[slice(*match.span(match.name))]
        if match.name == "traded" and text.endswith(_LYING, 0, match.start("traded")):
            continue  # "Her factory in neighboring Pujiang employs 65 workers"
        if named.endswith("day") or (match.group("whole") and _MORE_NAME.match(text[match.end() :][:3])):
            continue  # "on Thursday reported revenue of", "Keqiao Textiles Index"
        yield match.span(match.name)


_MORE_NAME = pattern(r"^ (?-i:[A-Z])")
