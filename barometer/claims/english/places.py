"""English places with the part they play."""

from collections.abc import Mapping
from dataclasses import dataclass

from barometer.claims.english.border import TAKES_IN, TARIFF, TAXES, is_border
from barometer.claims.english.passed import GUEST, is_passed
from barometer.claims.english.place_names import is_in_name, is_part_or_person
from barometer.claims.english.place_parts import (
    AMONG,
    BUYING,
    HAS_OWN,
    LONGEST_NAME,
    RIVAL,
    draws_to,
    is_rival,
    part_of,
)
from barometer.claims.english.places_together import (
    at_fair,
    labelled,
    locating,
    lying_in,
    of_many,
    owning,
    scene,
    told_aside,
)
from barometer.claims.english.seats import with_seats
from barometer.claims.english.unlisted import reads_as_chinese, unlisted
from barometer.claims.lexicon import Lexicon
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, Expression, pattern
from barometer.claims.text.scanning import alternatives, by_start, touching
from barometer.claims.values import PlaceMark

_RELATIVE = {
    "city": "city", "county": "county", "district": "district", "town": "town", "prefecture": "city",
    "province": "province", "country": "nation", "nation": "nation",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The expression that finds English place names, and the place of each; made once from a lexicon."""

    names: Expression
    places: Mapping[str, tuple[str, str]]
    people: Expression
    of_people: Mapping[str, str]


def place_words(lexicon: Lexicon) -> PlaceWords:
    """Make the table of place names of a lexicon."""
    places = {
        name: (place.name, place.level)
        for place in lexicon.places.values()
        for name in (*place.names["en"], *(name.upper() for name in place.names["en"] if len(name) > 3))
    }
    named = alternatives(places)
    relative = alternatives(_RELATIVE)
    of_people = {adjective: place.name for place in lexicon.places.values() for adjective in place.people}
    return PlaceWords(
        pattern(rf"\b(?:(?P<name>(?-i:{named}))|(?:the|this|our|that) (?P<relative>{relative}))(?:\b|$)"),
        places,
        pattern(rf"\b(?P<people>(?-i:{alternatives(of_people)})) (?:(?-i:[a-z])[a-z-]+ ){{0,2}}?{_OF_PEOPLE}\b"),
        of_people,
    )


def places(text: str, table: PlaceWords) -> list[PlaceMark]:
    """Give the places of a sentence and the part that each plays."""
    found = []
    for match in table.names.finditer(text):
        start, end = match.span()
        name = match.group("name")
        if not name:
            if _CROSSED.search(text[max(0, start - 12) : start]) or text.startswith("-level", end):
                continue
            rival = bool(RIVAL.search(text[max(0, start - 40) : start]))
            level = _RELATIVE[match.group("relative").lower()]
            parted = level == "nation" and _PART_OF.search(text[max(0, start - _NEAR) : start])
            among = _is_renowned(text, start, end) or parted or AMONG.search(text[max(0, start - BUYING) : start])
            found.append(PlaceMark(start, end, None, level, "partner" if rival else "scope" if among else "subject"))
            continue
        canonical, level = table.places[name]
        last = found[-1].end if found else None
        if is_in_name(text, start, end, last) or is_part_or_person(text, start, end, level):
            continue
        joined = text[end : end + 1] in {"-", "–"} and text[end + 1 : end + 2]
        if (joined and joined.islower() and text[end + 1 : end + 6] != "based") or text[end : end + 1] == "$":
            continue
        if is_rival(text, PlaceMark(start, end, canonical, level)):
            found.append(PlaceMark(start, end, canonical, level, "partner"))
            continue
        if HAS_OWN.match(text[end : end + LONGEST_NAME]) and RIVAL.search(text[max(0, start - 40) : start]):
            found.append(PlaceMark(start, end, canonical, level))
            continue
        found.append(_marked(text, PlaceMark(start, end, canonical, level), found))
    if (wide := _NATIONWIDE.match(text)) is not None:
        found.insert(0, PlaceMark(*wide.span("wide"), None, "nation"))
    found = at_fair(text, _with_people(text, found, table))
    found = locating(text, of_many(text, found))
    found = owning(text, told_aside(text, lying_in(text, _with_unlisted(text, found))))
    found = with_seats(text, labelled(text, found))
    return [replace(mark, scene=told) if (told := scene(text, mark)) else mark for mark in found]


def _marked(text: str, place: PlaceMark, found: list[PlaceMark]) -> PlaceMark:
    """Give a place with the part that it plays, of which those found before it decide too."""
    start, end, level = place.start, place.end, place.level
    part = _recast(text, start, end, _part_by_words(text, place, found))
    if part == "subject" and found and text.startswith("In ") and _FIRM_OF.search(text[:start][-_LONGEST_LEAD:]):
        part = "dateline"  # "In Rayong, Haida Toys of Yiwu rents 6,000 square meters"
    if part == "scope" and not found and text.endswith("share of ", 0, start) and _EXPORTS.match(text[end:][:_NEAR]):
        part = "subject"
    if part == "subject" and level == "province" and _locates(text, found):
        part = "scope"
    behind = text[end : end + BUYING]
    taxed = is_border(text[max(0, start - BUYING) : start], behind)
    if level == "region" and part == "subject" and (taxed or TAKES_IN.match(text[end : end + LONGEST_NAME])):
        level = "country"  # "the European Union has charged a duty" tells of what holds there
    abroad = level in {"country", "foreign_city"} and place.name != "China"
    taxing = abroad and TAXES.match(text[end : end + BUYING]) is not None
    part = "partner" if abroad and part in _HOLDING and GUEST.search(text[max(0, start - 40) : start]) else part
    return replace(place, level=level, part=part, passing=taxing)


def _locates(text: str, found: list[PlaceMark]) -> bool:
    """Say whether a province only tells where a town lies that is itself told by the way: "a village in Yiwu, east"."""
    if len(found) < 2 or found[-1].name != "China" or found[-2].part not in {"partner", "scope"}:
        return False
    return _EAST_OF.match(text[found[-2].end : found[-1].start]) is not None


_EAST_OF = Brief(r"^, (?:in )?(?:[a-z]+ )?$")


def _part_by_words(text: str, place: PlaceMark, found: list[PlaceMark]) -> str:
    """Give the part of a place from the words in front of it, and from what stands right behind its name."""
    start, end = place.start, place.end
    route = text[end : end + 1] == "-" and text[end + 1 : end + 2] and place.level == "country"
    part = "route" if route else part_of(text, start)
    part = "subject" if part == "partner" and TARIFF.match(text[end : end + LONGEST_NAME]) else part
    abroad = place.level == "country" and place.name != "China"
    if (
        (abroad and (text.startswith(_THEIR_SHARE, end) or _BOUGHT.match(text[end : end + BUYING])))
        or text.startswith((" alone sent", " alone brought"), end)
        or _OF_BUYERS.match(text[end : end + LONGEST_NAME])
        or _BUYS.match(text[end : end + BUYING])
        or _ROUTE_NAME.match(text[end : end + LONGEST_NAME])
    ):
        return "partner"
    joined = part == "subject" and bool(found) and _JOINED.match(text[found[-1].end : start]) is not None
    # "286 exhibitors from Yiwu, Jinhua and Wenzhou"
    return found[-1].part if joined and found[-1].part in {"partner", "origin"} else part


def _is_renowned(text: str, start: int, end: int) -> bool:
    """Say whether a country is only that in which something is known, not where things are: "at the country's top"."""
    at_all = text.endswith((" at ", "At "), 0, start)
    return not at_all and _RENOWN.match(text[end : end + LONGEST_NAME]) is not None


def _recast(text: str, start: int, end: int, part: str) -> str:
    """Give the part that the words right around a place make of it, whatever its preposition says."""
    before = text[max(0, start - _LONGEST_LEAD) : start]
    ousted = part == "subject" and _OUSTED.search(before) and _AS_PARTNER.match(text[end : end + _LONGEST_LEAD])
    goods = part == "origin" and _SHARE_OF_ALL.match(text[end : end + _LONGEST_LEAD]) is not None
    named = _AND_ON.search(before) and _NAMED_BEFORE.search(text[:start])
    if ousted or goods or (part in _HOLDING and (named or is_passed(before))):
        return "partner"
    drawn = part == "partner" and draws_to(text, start)
    told = part == "partner" and text.startswith(", where ", end) and text[:start] in {"For ", "But for "}
    if drawn or told or (part == "partner" and _MATTERS.search(before)):
        return "subject"
    around = (
        _AGREED.search(before)
        or _PLAYED.search(before)
        or _CITY_IN.search(before)
        or (text.startswith("China", start) and _REGIONS_OF.search(before))
        or _only_names(before, text[end : end + _LONGEST_LEAD])
    )
    if part in _HOLDING and around:
        return "scope"
    state = text[start:end] in _CAPITALS and _GOVERNS.match(text[end : end + _NEAR])
    if part in _HOLDING and (_SCHOLAR.search(before) or state):
        return "dateline"
    whole = _PART_OF.search(before) and _TOTAL.match(text[end:])
    if part == "subject" and (whole or (text.startswith("China", start) and _PART_HANDLED.search(before))):
        return "scope"  # "620 million cups, about one third of China's total"
    return "partner" if part == "subject" and _RUN_BY.match(before + text[start : end + 2]) else part


def _only_names(before: str, behind: str) -> bool:
    """Say whether a place only tells what the one told of belongs to, or in which land it is called something."""
    plan = _PROJECT_OF.search(before) is not None and " Plan" in behind
    town = _OF_TOWN.search(before) is not None and _TOWN.match(behind[:LONGEST_NAME]) is not None
    return plan or town or _NICKNAMED.match(behind) is not None


_LONGEST_LEAD = 60
_FIRM_OF = Brief(r", (?:[A-Z][a-z]+ ){1,3}of $")
"""What makes a town only that which a firm is of, which does something elsewhere."""
_EXPORTS = Brief(r"^'s (?:total |overall |entire )?(?:exports|imports|foreign trade|trade|output|GDP)\b")
"""What makes a place behind "share of" the one told of: "private firms' share of Zhejiang's exports"."""
_NEAR = 32


_THEIR_SHARE = (" share", ". share", "' share", "'s share")
"""What makes a land only that whose part of the trade is told: "The US share shrank to 9.4 percent"."""


def _with_people(text: str, found: list[PlaceMark], table: PlaceWords) -> list[PlaceMark]:
    """Add the countries of those who do something at home: "Chinese households", "Thai makers of gloves"."""
    more = []
    for match in table.people.finditer(text):
        start, end = match.span("people")
        if _MAKER.match(text[end : end + LONGEST_NAME]) and text[:start].lower().endswith((" the ", " a ")):
            continue  # "surged after the Chinese maker of pens posted"
        if not touching(found, start, end) and not _COUNTED.search(text[:start][-_LONGEST_COUNT:]):
            more.append(PlaceMark(start, end, table.of_people[match.group("people")], PEOPLE, part_of(text, start)))
    return by_start([*found, *more]) if more else found


_MAKER = Brief(
    r"^ (?:[a-z]+ ){0,2}?(?:maker|company|firm|group|brand|manufacturer|retailer|giant|exporter|supplier|producer"
    r"|seller|carmaker)\b"
)
"""What makes a people only that of one firm."""
_GOVERNS = Brief(
    r"^ (?:has |had |will |would |could |may )?(?:impos|retaliat|announc|said|says|want|vow|pledg|launch|slapp|rais"
    r"|lower|threaten|agree|tighten|eas|restrict|bann|curb|order)"
)
"""What a capital does that stands for its state: "after Beijing imposed controls"."""
_CAPITALS = frozenset({"Beijing", "Washington", "Brussels", "Moscow", "Tokyo", "New Delhi"})
_HOLDING = frozenset({"subject", "origin"})
_SCHOLAR = pattern(
    r", an? (?:[a-z-]+ ){0,2}(?:researcher|analyst|economist|professor|lawyer|consultant|scholar)(?: based)? in $"
)
"""What makes a town only where somebody works who judges: "Ruan Cheng, a trade researcher in Hangzhou, sees"."""
_AGREED = pattern(
    r"\b(?:truce|deal|agreement|pact|talks|statement|accord|treaty|negotiations)"
    r"(?: (?:agreed|signed|reached|struck|announced|held|issued|concluded))?(?: (?:last|this) (?:week|month))? in $"
)
"""What makes a place only where something was agreed: "the truce agreed in Geneva"."""
_PLAYED = Brief(
    r"\b(?:tournament|World Cup|Cup|Games|Olympics|championships?|finals|Expo [0-9]{4}) (?:held |hosted |played "
    r"|(?:(?:that|which) )?(?:kicks? off|kicked off|opens?|opened|begins?|began|starts?|started|takes? place"
    r"|took place) )?in $"
)
"""What makes a land only that of games, by which something is dated: "before the 2022 tournament in Qatar"."""
_CITY_IN = pattern(
    r"\b(?:the|this) (?:city|town|port|county) in (?:the )?(?:[a-z]+ )?(?:China's )?$"
    r"|, the (?:[a-z]+ ){1,2}(?:city|town|port|hub|county) in (?:the )?(?:east|eastern|south|southern|central|north"
    r"|northern|west|western) $"
)
"""What makes a province only where the city told of lies: "the city in East China's Zhejiang"."""
_REGIONS_OF = Brief(
    r"\b(?:provinces|regions|cities|counties|municipalities|districts)(?: and [a-z-]+)? (?:of|in|across) $"
)
"""What makes a land only that whose parts are counted: "from 26 provinces and regions of China"."""
_PROJECT_OF = Brief(r"\b(?:project|part|element|component|pillar|task)s? (?:of|in|under) $")
_OF_TOWN = Brief(r"(?-i:[A-Z])[a-z]+, (?:the|a) $")
_TOWN = Brief(r"^ (?:district|county|town|township|suburb|port|city)(?:,| that| which| known| where| famous| behind)")
"""What makes a town only that which the one told of belongs to: "In Chenghai, the Shantou district that"."""
_NICKNAMED = Brief(
    r"^'s (?:[\"“‘'][^\"”’]{2,40}[\"”’']|(?:[a-z-]+ ){0,3}(?:county|town|village|district|hub|capital) [a-z]+)"
)
"""What makes a land only that in which a place is called something: "China's 'hardware capital' sees trade rise"."""
_SHARE_OF_ALL = Brief(
    r"^ (?:accounted for|made up|represented|took up|contributed) [a-z ]{0,16}?[0-9.]+(?: percent|%) of (?:it|them"
    r"|all|the)\b"
)
"""What makes a place only that of goods which are a part of what is told of elsewhere."""
_MATTERS = Brief(r"\b(?:matters?|vital|crucial|important|belong(?:s|ed)?) to $")
_OUSTED = Brief(
    r"\b(?:replac(?:ed|es|ing)|overt(?:ook|akes|aking)|surpass(?:ed|es|ing)|unseat(?:ed|ing)|displac(?:ed|ing)"
    r"|overtaken|succeeded) (?:the )?$"
)
_AS_PARTNER = Brief(r"^ (?:as|to become) [^.;,]{0,40}\b(?:partners?|markets?|destinations?|buyers?|customers?)\b")
"""What tells with whom trade is done most: "ASEAN replaced the United States as the largest partner"."""
_NAMED_BEFORE = Brief(r"(?:percent|%)(?: of [a-z ]{3,24})? (?:named|chose|picked|cited|mentioned|preferred) ")
_AND_ON = Brief(r"[0-9](?: percent|%) (?:the )?$")
"""What makes lands the answers of those asked: "34 percent named the European Union, 29 percent the United States"."""
_PART_OF = Brief(r"\b(?:third|half|quarter|fifth|tenth|sixth|eighth|percent|%) of $")
_PART_HANDLED = Brief(
    r"\b(?:one in (?:every )?[a-z0-9]+|percent|%|half|third|quarter|fifth|tenth)(?: of)?(?: all"
    r"| those)?(?: [a-z]+){0,2}"
    r" (?:handled|made|sold|produced|shipped|exported|registered|sent) in $"
)
"""What makes a land only the whole of which a part is told: "15 billion parcels, one in every 13 handled in China"."""
_TOTAL = Brief(r"^'s (?:total|overall|entire)\b")
_RUN_BY = Brief(r"^.*\b(?:run|operated|owned|managed) by [A-Z][a-z]+'s$")
"""What makes a town only that of who runs something: "In Dubai, a center run by Yiwu's market operator has"."""
_CROSSED = pattern(r"\b(?:left|leav[a-z]+|enter[a-z]*|exit[a-z]*) $")
"""What makes a country only what something goes out of or into: "467,000 vehicles left the country this way"."""
_COUNTED = pattern(r"[0-9]{2} $")
"""What makes people's things only counted: "linking 52 Chinese cities with 18 countries"."""
_LONGEST_COUNT = 4
PEOPLE = "people"
"""The level of a place that only says whose something is, and so belongs to the name of what is measured."""
_OF_PEOPLE = (
    r"(?:households|families|consumers|shoppers|firms|companies|factories|plants|manufacturers|exporters|importers"
    r"|refineries|refiners|mills|[a-z]*makers?|producers|ports|airports|banks|cities|provinces|developers|retailers"
    r"|farms"
    r"|farmers|growers|mines|miners|utilities|airlines|carriers|economy|exports|imports|retail sales|output|workers"
    r"|couriers|graduates|schoolchild(?:ren)?|children|consumer|shopper|pupils?|adults?|railways|households'|(?:shop"
    r"|house"
    r"|consumer|retail|producer|factory) prices|retailers|inflation|wages"
    r"|grocers|supermarkets|industry|manufacturing)"
)


_NATIONWIDE = pattern(r"^[\s\"“]*(?P<wide>nationwide|across the country|nationally),")


def _with_unlisted(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Add the places that no list knows, under the name that the text gives them."""
    more = [
        PlaceMark(
            start,
            end,
            text[start:end].title() if text[start:end].isupper() else text[start:end],
            "city",
            _recast(text, start, end, part_of(text, start)),
            foreign=not reads_as_chinese(text[start:end]),
        )
        for start, end in unlisted(text)
        if not touching(found, start, end)
    ]
    return by_start([*found, *more]) if more else found


_RENOWN = pattern(
    r"^'s (?:top|[a-z-]+ ){0,3}?(?:top|capital|hub|largest|biggest|busiest|leading|main|first|only|best-known)\b"
)
"""What makes a country only that in which something is known or ranked: "the country's hardware capital"."""
_OF_BUYERS = pattern(
    r"^\.? (?:customers?|buyers?|clients?|importers?|orders)\b|^,? (?:is |was |being )?(?:the|this year's"
    r"|its) guest (?:country|of)\b"
)
_BUYS = pattern(
    r"^ (?:now |still |also |alone )?(?:brings?|brought|generate[ds]?|provide[ds]?|makes? up|made up|accounts? for"
    r"|accounted for|takes?|took|contribute[ds]?)(?: in)? (?:about |some |nearly |over |more than |only |just "
    r"|almost )?"
    r"(?:[0-9.]+(?:%| per ?cent)|a (?:third|quarter|fifth|half|tenth)|half|[a-z]+-(?:thirds|fifths|quarters|tenths)"
    r"|[a-z]+ in [a-z]+) of (?:our|my|her|his|their|(?:the )?(?:firm|company|group|shop|factory|seller)'s"
    r"|(?:the )?[a-z]+s') [a-z]+\b|"
    r"^ (?:bought|purchased|ordered) (?:goods|products|items|commodities|things|[a-z]+) (?:worth|valued)\b"
    r"|^ (?:now |still |also |alone )?(?:brings?|brought|gives?|gave|earns?|earned) (?:her|him|them|us|me) "
    r"|^ (?:is|was|used to be|has been|makes up|made up|accounts for|accounted for) (?:about |some |nearly |over )?"
    r"[0-9.]+(?:%| percent) of (?:our|my|her|his|their|the (?:firm|company|group)'s) "
    r"(?:business|sales|exports|orders|turnover|trade|revenue)\b"
    r"|^ (?:is|was|remained|remains|became|used to be|has been|overtook [A-Z]\w+ as|ranked as) (?:now |still |also )?"
    r"(?:our|its|their|the|the (?:city|county|firm|company|market|province|port)'s) (?:[a-z-]+ ){0,3}(?:market|buyer"
    r"|destination"
    r"|customer|partner|source|supplier|importer)\b"
)
"""Who buys what is told of: "The United States used to be our biggest market"."""
_BOUGHT = Brief(r"^ (?:alone |also )?(?:bought|purchased|imported) (?:about |some |nearly |over )?[$€£]?[0-9]")
"""What a land is told to have bought of what another sold: "Vietnam alone bought $17.5 billion worth"."""
_ROUTE_NAME = pattern(
    r"^(?: (?:West|East|Gulf) Coast)? (?:index|sub-index)\b"
    r"|^ (?:route|lane|trade lane|leg|service|pavilion)s?\b"
)
_JOINED = pattern(r"^(?:,? (?:and|or) (?:the )?|, (?:the )?)$")
