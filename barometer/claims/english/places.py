"""English places with the part they play."""

from collections.abc import Mapping
from dataclasses import dataclass

from barometer.claims.english.unlisted import PARTS_OF_CITY, reads_as_chinese, unlisted
from barometer.claims.lexicon import Lexicon
from barometer.claims.scanning import Brief, Expression, alternatives, pattern, touching
from barometer.claims.values import PlaceMark

_RELATIVE = {
    "city": "city", "county": "county", "district": "district", "town": "town", "prefecture": "city",
    "province": "province", "country": "nation", "nation": "nation",
}  # fmt: skip
_MEASURED_BY = pattern(r"\b(?:above|below|than|over|under|exceeding)\s+(?:the )?$")
_MEAN = pattern(r"^(?:'s)? (?:average|mean|level|rate|figure|norm|total)\b")
_PARTNER = pattern(
    r"\bfrom an? [a-z-]+(?: [a-z-]+)? in $|\btold (?:an?|the) [a-z ]{3,30} in $|"
    r"\b(?:markets|countries|regions|economies|destinations)(?:,)? (?:such as|like|including) [^.;0-9]{0,60}$|"
    r"\b(?:to|into|with|towards?|for|outside|beyond|because of|due to|thanks to|amid|despite|bound for"
    r"|reach(?:es|ed|ing)?|as far as|against|via|(?:comes?|came|returned|moved)(?: here| home| back)? from"
    r"|imports? from|imported from|"
    r"(?:buyers?|merchants?|customers?|visitors|visits|purchases?|imports?|orders?|tourists?|bought|sourced|arrivals"
    r"|guests|clients|those|ones"
    r"|demand|traders|travell?ers|importers?|distributors?|couples?|delegations?|businessm[ae]n|businesswom[ae]n)"
    r"(?: \w+){0,4} from)\s+(?:the |port |(?:the )?ports? (?:of|in) |countries in "
    r"|downtown |nearby |neighbou?ring |east |west |north "
    r"|south )?$"
    r"|\b(?:for|to|by|from) (?:[a-z-]+ )?(?:customers?|buyers?|clients?|users|shoppers|retailers|importers|viewers"
    r"|fans|followers|audiences|readers|families|households|friends) in "
    r"(?:the )?$"
    r"|\bfrom (?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)? (?:through|via) (?:the )?$"
)
_BOUGHT = pattern(
    r"\b(?:buyers?|customers?|clients|takers) for [a-z ]{2,30} in (?:(?-i:[A-Z])\w+(?:,| and) )?$|"
    r"\b(?:import(?:s|ed|ing)?|buys?|buying|bought|sourc(?:es?|ed|ing)|purchas(?:es?|ed|ing)|order(?:s|ed|ing)"
    r"|unload(?:s|ed|ing)?)\b[^.;]{1,60}?\bfrom\s+(?:the )?$"
)
_AMONG = pattern(r"\b(?:among|top [a-z0-9]+|ranked|ranks|placed)\b[^,;.]{1,60} (?:in|of|across)\s+(?:the )?$")
_FROM = pattern(r"\bfrom\s+(?:the )?$")
_MOVED_IN = pattern(r"\b(?:mov(?:e|ed|es|ing)|settl(?:e|ed|ing)|relocat(?:e|ed|ing)) (?:in|into|to)\s+(?:the )?$")
_SCOPE = pattern(
    r"\b(?:among|one of|some of|(?:largest|biggest|highest|busiest|most [a-z]+|first|only|second|third)"
    r" (?:[a-z-]+ ){0,4}?in|nationwide|than|of all|percent of|per cent of|% of|level of|share of"
    r"|a (?:[a-z-]+ ){0,2}(?:town|village|district|county|city|suburb|port|township|hub) (?:in|of|under|outside)"
    r"(?: (?:eastern |east |south |north |west |central |southern |northern )?China's)?"
    r"|(?:east|west|north|south|northeast|northwest|southeast|southwest|kilomet(?:re|er)s from|outside|heart"
    r"|district|county|suburb|township|cent(?:re|er)|middle|part|coast|shores?) of)\s+(?:the )?$"
)
_RIVAL = pattern(
    r"\b(?:(?:than|as|with|to|from|above|below|over|against|versus) (?:those|that) (?:of|in|for|at)|rest (?:of|in)"
    r"|(?:than|as) (?:in|at|for|those in|that in|those of|that of)"
    r"|outpacing|outpaced|overtook|overtaking|has overtaken|surpassed|surpassing|edged past|leapfrogged"
    r"|ahead of|behind|than)"
    r"(?: downtown| nearby| neighbou?ring| all of| the whole of)?\s+(?:the )?$"
)
_VISITED = pattern(
    r"\b(?:visitors?|tourists?|trips|visits?|pilgrims|travell?ers|arrivals|guests|welcome|came|comes|moved"
    r"|flew|travell?ed|rushed|relocated|returned|flocked|flock) to\s+(?:the )?$"
)
_ROUTE_TO = pattern(
    r"\b(?:linking|links?|linked|connecting|connects?|connected|between)\s+(?:the )?[A-Z][\w' ]{2,24} (?:and|with"
    r"|to)\s+$"
    r"|\bfrom\s+[A-Z][\w' ]{2,24}\s+to\s+$"
)
_DATELINE = pattern(
    r"^(?-i:(?:[A-Z]{3,}|[A-Z]{2,}'[A-Z]+)(?:[ /][A-Z]+)*)(?:,[^;]{1,40}?)?\s*(?:\([^)]{1,40}\)\s*)?(?:--|—|–|-\s)"
)
_GAMES = (" World Cup", " Olympic", " Asian Games", " Grand Prix")
"""What stands behind a place in the name of games, whose time is told: "before the Qatar World Cup"."""
_COME_TO = pattern(
    r"\b(?:come|came|comes|coming|return(?:ed|s)?|flock(?:ed|s)?|arriv(?:e|ed|es)|travel(?:s|l?ed)?"
    r"|pour(?:ed|s)?|rush(?:ed)?)"
    r"(?: back)? (?:to|in|into) (?:the )?$"
)
"""What people do who are then there: "hundreds of buyers have come back to Yiwu"."""
_FIRM_NAME = pattern(
    r"^(?-i:(?: [A-Z][\w&'-]*){1,5}) ?(?-i:Co|Ltd|Inc|Corp|Group|Holdings|Technology|Company)\b"
    r"|^(?-i:(?: [A-Z][\w&'-]*){1,4} \()"
)
_AIRPORTS = (" International Airport", " Airport")
_DASH_PARTNER = pattern(r"(?-i:[A-Z])\w+\s?[-–—]\s?$")


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
            if _CROSSED.search(text[max(0, start - 12) : start]):
                continue
            rival = bool(_RIVAL.search(text[max(0, start - 40) : start]))
            level = _RELATIVE[match.group("relative").lower()]
            among = text[end : end + 6] == "'s top" or _AMONG.search(text[max(0, start - _BUYING) : start])
            found.append(PlaceMark(start, end, None, level, "partner" if rival else "scope" if among else "subject"))
            continue
        canonical, level = table.places[name]
        firm = bool(found) and text[found[-1].end : start].endswith("-based ") and text[end : end + 1] == " "
        if firm and _FIRM_NAME.match(text[end : end + _BUYING]):
            continue  # "Yiwu-based Zhejiang Xinglan Stationery Co" is in Yiwu
        airport = bool(found) and text[found[-1].end : start] == " " and text.startswith(_AIRPORTS, end)
        if airport or text.startswith(_GAMES, end) or _is_part_or_person(text, start, end, level):
            continue  # "Hangzhou Xiaoshan International Airport" is Hangzhou's
        if canonical == "China" and _NAMED_MARKET.match(text[end : end + _BUYING]):
            continue
        joined = text[end : end + 1] in {"-", "–"} and text[end + 1 : end + 2]
        if (joined and joined.islower() and text[end + 1 : end + 6] != "based") or text[end : end + 1] == "$":
            continue
        if is_rival(text, PlaceMark(start, end, canonical, level)):
            found.append(PlaceMark(start, end, canonical, level, "partner"))
            continue
        if _HAS_OWN.match(text[end : end + _LONGEST_NAME]) and _RIVAL.search(text[max(0, start - 40) : start]):
            found.append(PlaceMark(start, end, canonical, level))
            continue
        part = "route" if joined and text[end] == "-" and level == "country" else _part(text, start)
        part = "subject" if part == "partner" and _TARIFF.match(text[end : end + _LONGEST_NAME]) else part
        part = "partner" if text.startswith((" alone sent", " alone brought"), end) else part
        part = "partner" if _OF_BUYERS.match(text[end : end + _LONGEST_NAME]) else part
        part = "partner" if _BUYS.match(text[end : end + _BUYING]) else part
        part = "partner" if _ROUTE_NAME.match(text[end : end + _LONGEST_NAME]) else part
        if part == "subject" and found and found[-1].part == "partner" and _JOINED.match(text[found[-1].end : start]):
            part = "partner"
        abroad = level == "country" and canonical != "China"
        taxing = abroad and _TAXES.match(text[end : end + _BUYING]) is not None
        part = "partner" if abroad and part in _HOLDING and _GUEST.search(text[max(0, start - 40) : start]) else part
        found.append(PlaceMark(start, end, canonical, level, part, passing=taxing))
    if (wide := _NATIONWIDE.match(text)) is not None:
        found.insert(0, PlaceMark(*wide.span("wide"), None, "nation"))
    found = _with_people(text, found, table)
    found = _of_many(text, found)
    found = _owning(text, _told_aside(text, _lying_in(text, _with_unlisted(text, found))))
    found = [mark._replace(based=True) if _is_home(text, mark) else mark for mark in _labelled(text, found)]
    return [mark._replace(scene=scene) if (scene := _scene(text, mark)) else mark for mark in found]


def _scene(text: str, mark: PlaceMark) -> str:
    """Say what the words in front of a place tell of there: see `PlaceMark.scene`."""
    if _SOMEBODY_IN.match(text[: mark.start]):
        return "somebody"
    if _HELD_IN.search(text[max(0, mark.start - _LONGEST_HELD) : mark.start]):
        return "venue"
    return "plant" if _PLANT_IN.search(text[max(0, mark.start - _LONGEST_PLANT) : mark.start]) else ""


_SOMEBODY_IN = Brief(r"^(?:an?|one|another) [a-z-]+(?: [a-z-]+)? (?:in|from) $")
"""Who is told of and lives somewhere: "A chain in Ohio"."""
_PLANT_IN = Brief(r"\bthe (?:plant|factory|park|base|site|mill|terminal|farm|mine) (?:in|at|near|outside) $")
_HELD_IN = pattern(
    r"\b(?:fair|expo|exhibition|show|event|summit|forum|festival)\b,?[^,.;]{0,40}"
    r"\b(?:held|staged|took place|taking place|takes place|running|ran|opened|closed|ended|concluded) "
    r"(?:in|at) (?:the )?$"
)
"""Where a fair is told to be held, of which all is that follows: "a fair held in Warsaw"."""
_LONGEST_HELD = 90
_LONGEST_PLANT = len("the terminal outside ")


def _is_part_or_person(text: str, start: int, end: int, level: str) -> bool:
    """Say whether the name of a place is part of another or somebody's.

    "Hangzhou Bay", "U.S. dollars", "a hub in Yiwu's Beiyuan sub-district", "The message reached Wu Haiyan".
    """
    follow = text[end : end + _LONGEST_NAME]
    if _WATERS.match(follow) or _MONEY.match(follow):
        return True
    part = PARTS_OF_CITY if level == "district" else (" sub-district", " subdistrict")
    if text[:start].endswith("'s ") and text.startswith(part, end):
        return True
    called = level not in {"country", "province"} and _SURNAME.search(text[max(0, start - _BUYING) : start])
    return bool(called) and not _KIND.match(follow)


def _is_home(text: str, mark: PlaceMark) -> bool:
    """Say whether a place is where somebody told of is at home: "Ningbo-based", "headquartered in Ningbo"."""
    head = text[max(0, mark.start - _HEADQUARTERED) : mark.start]
    return text[mark.end : mark.end + len("-based")] == "-based" or bool(_AT_HOME_HERE.search(head))


_HEADQUARTERED = len("headquartered in the ")
_AT_HOME_HERE = pattern(r"\b(?:based|headquartered) in (?:the )?$")


def _lying_in(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with a country right behind a town as scope: "a plant in Rayong, Thailand" is in Rayong."""
    before = [None, *found]
    return [
        mark._replace(part="scope")
        if town is not None and mark.level == "country" and town.level == "city" and text[town.end : mark.start] == ", "
        else mark
        for town, mark in zip(before, found, strict=False)
    ]


def _with_people(text: str, found: list[PlaceMark], table: PlaceWords) -> list[PlaceMark]:
    """Add the countries of those who do something at home: "Chinese households", "Thai makers of gloves"."""
    more = []
    for match in table.people.finditer(text):
        start, end = match.span("people")
        if not touching(found, start, end) and not _COUNTED.search(text[:start][-_LONGEST_COUNT:]):
            more.append(PlaceMark(start, end, table.of_people[match.group("people")], PEOPLE, _part(text, start)))
    return sorted([*found, *more], key=lambda mark: mark.start) if more else found


_HOLDING = frozenset({"subject", "origin"})
_GUEST = pattern(r", an? [a-z-]+(?: [a-z-]+)? from (?:the )?$")
"""What makes a country only where a guest comes from: "Diego Marin, a wholesaler from Colombia, had 27 workshops"."""
_CROSSED = pattern(r"\b(?:left|leav[a-z]+|enter[a-z]*|exit[a-z]*) $")
"""What makes a country only what something goes out of or into: "467,000 vehicles left the country this way"."""
_COUNTED = pattern(r"[0-9]{2} $")
"""What makes people's things only counted: "linking 52 Chinese cities with 18 countries"."""
_LONGEST_COUNT = 4
PEOPLE = "people"
"""The level of a place that only says whose something is, and so belongs to the name of what is measured."""
_OF_PEOPLE = (
    r"(?:households|families|consumers|shoppers|firms|companies|factories|plants|manufacturers|exporters|importers"
    r"|refineries|refiners|mills|[a-z]*makers?|producers|ports|airports|banks|cities|provinces|developers|retailers|farms"
    r"|farmers|growers|mines|miners|utilities|airlines|carriers|economy|exports|imports|retail sales|output|workers"
    r"|graduates|railways|households'|(?:shop|house|consumer|retail|producer|factory) prices|retailers|inflation|wages"
    r"|grocers|supermarkets|industry|manufacturing)"
)


def _told_aside(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with those of a relative clause as partners: "Jinhua, which administers Yiwu, came to"."""
    asides = [match.span() for match in _ASIDE_CLAUSE.finditer(text) if not _AT_HOME.search(match.group())]
    asides = [span for span in asides if any(mark.end <= span[0] and mark.part == "subject" for mark in found)]
    named = [match.span() for match in _APPOSED.finditer(text)]
    asides += [span for span in named if any(mark.end == span[0] and mark.part == "subject" for mark in found)]
    return [
        mark._replace(part="partner") if any(low < mark.start and mark.end < high for low, high in asides) else mark
        for mark in found
    ]


def _of_many(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with those from which things came, and more, as partners: "from Japan, Italy and 14 others"."""
    many = [match.span() for match in _MANY.finditer(text)]
    return [
        mark._replace(part="partner") if any(low <= mark.start < high for low, high in many) else mark for mark in found
    ]


_SURNAME = pattern(
    r"(?-i:\b(?:Bao|Cai|Cao|Chen|Cheng|Chu|Cui|Dai|Deng|Ding|Dong|Du|Fan|Fang|Feng|Gao|Ge|Gong|Guo|Han|He|Hou|Hu"
    r"|Huang|Jiang|Jin|Lai|Li|Liang|Liao|Lin|Liu|Lou|Lu|Luo|Ma|Mao|Meng|Pan|Peng|Qian|Qiu|Ren|Shao|Shen|Shi|Song"
    r"|Su|Sun|Tan|Tang|Tao|Tian|Wan|Wang|Wei|Weng|Wu|Xia|Xiao|Xie|Xiong|Xu|Xue|Yan|Yang|Yao|Ye|Ying|Yu|Yuan|Zeng|Zhang"
    r"|Zhao|Zheng|Zhong|Zhou|Zhu|Zou) )$"
)
_KIND = pattern(r"^(?-i: (?:City|County|District|Port|Airport|Town|Prefecture|Customs))\b")
_NATIONWIDE = pattern(r"^[\s\"“]*(?P<wide>nationwide|across the country|nationally),")
_MANY = pattern(
    r"\b(?:from|to|in) (?:(?-i:[A-Z])[\w' ]+, )+(?-i:[A-Z])[\w' ]+,? and (?:[0-9]+|[a-z-]+) other"
    r" (?:countries|economies|nations|regions|markets|places)\b"
)
_AT_HOME = pattern(r"\b(?:based|headquartered) in ")
_APPOSED = pattern(r", (?:an?|the) (?-i:[a-z])[^,;]{1,90}, (?-i:[a-z])")
"""What is told of a place behind its name: "Jinhua, the parent city of the hub Yiwu, remained the leader"."""
_ASIDE_CLAUSE = pattern(
    r", (?:which|whose|to which|of which|in which|home to|host to|known for|famous for)\b[^,;]{1,80}, "
    r"(?:[a-z]+ed|is|was|has|had|came|rose|fell|will|saw|were"
    r"|are)\b"
)


def _owning(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with the first of a chain as scope: "Hainan's Yangpu port" is in Yangpu."""
    follows = [*found[1:], None]
    return [
        mark._replace(part="scope") if later is not None and _OWNS.match(text[mark.end : later.start]) else mark
        for mark, later in zip(found, follows, strict=False)
    ]


_OWNS = pattern(r"'s?$|'s $")


def _labelled(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with those of a label partners, for it lists with whom: "overseas, Hong Kong and Macao: 170"."""
    label = _LABEL.match(text)
    inside = [mark for mark in found if label and mark.end < label.end()]
    abroad = [mark for mark in inside if mark.level == "country" and mark.name != "China"]
    if len(inside) < _LEAST_LISTED and not abroad:
        return found
    return [mark._replace(part="partner") if mark in inside else mark for mark in found]


_LEAST_LISTED = 2
_LABEL = pattern(r"^(?:[^:;.|]{1,80}: |[^:;.|]{1,60}?(?: \||  ))")


def _with_unlisted(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Add the places that no list knows, under the name that the text gives them."""
    more = [
        PlaceMark(
            start, end, text[start:end], "city", _part(text, start), foreign=not reads_as_chinese(text[start:end])
        )
        for start, end in unlisted(text)
        if not touching(found, start, end)
    ]
    return sorted([*found, *more], key=lambda mark: mark.start) if more else found


def dateline(text: str) -> int:
    """Give where the line that says from where and when a report was sent ends: "YIWU, Oct. 22 (Xinhua) --"."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def is_rival(text: str, mark: PlaceMark) -> bool:
    """Say whether a place is what another is set against: "faster than Zhejiang", "above the Jinhua average"."""
    head = text[max(0, mark.start - 40) : mark.start]
    mean = _MEASURED_BY.search(head) and _MEAN.match(text[mark.end : mark.end + 16])
    return bool((_RIVAL.search(head) and not _HAS_OWN.match(text[mark.end : mark.end + _LONGEST_NAME])) or mean)


_HAS_OWN = pattern(r"^,? (?:with|on|at) (?:about |some |around |nearly |just )?[0-9]|^ as (?:the|its|our|their)\b")
"""What gives a place that another is ahead of a figure of its own: "ahead of Guangzhou with 10.9 billion"."""
_MONEY = pattern(r"^\.? (?:dollars?|cents?)\b")
"""What makes a country's name that of its money: "U.S. dollars"."""


def _part(text: str, start: int) -> str:
    head = text[max(0, start - 40) : start]
    if start < _LONGEST_DATELINE and start < dateline(text):
        return "dateline" if start < 3 else "scope"
    if _WITH.search(head) and _OWNED.match(text[start : start + _LONGEST_NAME]):
        return "subject"
    if _AIMED_FOR.search(head) or _COME_TO.search(head):
        return "subject"
    if _ITS.search(head) and _ABROAD.match(text[start : start + _LONGEST_NAME]):
        return "partner"
    part = _part_behind(head, text[max(0, start - _BUYING) : start])
    at_it = head.lower().endswith(" the ") and not head.lower().endswith(" via the ")
    return "subject" if part == "partner" and at_it and _VENUE.match(text[start : start + _BUYING]) else part


_ITS = pattern(r"\b(?:its|our|their|my|his|her|[a-z]'s)\s$")
_ABROAD = pattern(
    r"^(?-i:(?:U\.S\.|US|UK|EU|American|European|Japanese|African|Russian|German|Mexican|Indian"
    r"|Vietnamese)) (?:orders|volumes?|sales"
    r"|shipments|buyers|customers|clients|business|exports|bookings|revenue|market)\b"
)
"""Where somebody's goods go: "its U.S. volumes"."""
_AIMED_FOR = pattern(
    r"\b(?:targets?|goals?|outlook|forecasts?|figures?|totals?|quotas?|budgets?|rates?"
    r"|gauges?|index|averages?|data|reading) for\s+(?:the )?$"
    r"|\badded to\s+$"
    r"|\b(?:warehouse|plant|factory|depot|hub|park|store|base|facility|site|complex|centre|center) outside\s+$"
)
_TARIFF = pattern(r"^(?:'s)? (?:import )?(?:tariff|duty|duties|levy|VAT|customs tariff)s?\b")
_NAMED_MARKET = pattern(
    r"^(?: (?-i:[A-Z][A-Za-z&-]+)| and){1,6} (?-i:City|Mall|Fair|Expo|Exhibition|Centre|Center|Market)\b"
)
"""What stands behind "China" in the name of a market or fair, whose figures are of where it is."""
_TAXES = pattern(
    r"^(?:'s)? (?:[a-z]+ ){0,2}(?:tariff|duty|duties|levy|levies)s?\b"
    r"|^ (?:has |had |will )?(?:rais|impos|slapp|hik|lower|announc|levi|doubl|cut|put)[a-z]*[^.;,]{0,30}"
    r"\b(?:tariffs?|duty|duties|levies)\b"
)
"""What a country does at its border, which is no place of what its trade partners tell."""
_OF_BUYERS = pattern(
    r"^ (?:customers?|buyers?|clients?|importers?|orders)\b|^, (?:the|this year's) guest (?:country|of)\b"
)
_BUYS = pattern(
    r"^ (?:is|was|remained|remains|became|used to be|has been|overtook [A-Z]\w+ as|ranked as) (?:now |still |also )?"
    r"(?:our|its|their|the (?:city|county|firm|company|market|province|port)'s) (?:[a-z-]+ ){0,3}(?:market|buyer"
    r"|destination"
    r"|customer|partner|source|supplier|importer)\b"
)
"""Who buys what is told of: "The United States used to be our biggest market"."""
_ROUTE_NAME = pattern(r"^ (?:route|lane|trade lane|leg|service|pavilion)s?\b")
_WATERS = pattern(r"^(?-i: (?:Bay|Sea|Strait|Gulf|River|Canal|Ocean|Peninsula|Delta|Lake|Bridge|University|College))\b")
"""Names that begin with that of a place and are another: "Hangzhou Bay"."""
_VENUE = pattern(
    r"^(?-i:[A-Z][\w']+(?: [A-Z][\w']+)?)(?: [a-z-]+){0,3} (?:fair|expo|market|incubator|zone|hub|port|airport|base"
    r"|cent(?:re|er)|park"
    r"|campus|show|festival|event|warehouse|plant|factory|terminal|platform)\b"
)


def _part_behind(head: str, clause: str) -> str:
    """Give the part of a place from the words in front of it; `clause` are more of them."""
    bought = _BOUGHT.search(clause)
    if _RIVAL.search(head) and not _AMONG.search(clause):
        return "partner"
    if _AMONG.search(clause) or _SCOPE.search(head):
        return "scope"
    if _VISITED.search(head) or _MOVED_IN.search(head):
        return "subject"
    towards = _ROUTE_TO.search(head) or _PARTNER.search(head) or _DASH_PARTNER.search(head)
    if bought or towards or _COMING_FROM.search(clause):
        return "partner"
    sent = _FROM.search(head) and not _SENT_FROM.search(head)
    return "origin" if sent or _SHIPPED_THROUGH.search(clause) else "subject"


_COMING_FROM = pattern(r"\b(?:coming|came|comes?) from (?:[a-z-]+ ){1,4}in $")
"""Where custom comes from: "coming from garment factories in Bangladesh"."""
_SHIPPED_THROUGH = pattern(
    r"\b(?:sent|shipped|exported|moved|sends|ships|exports|moves)\b[^;.]{3,80} (?:through|via) (?:the )?$"
)
"""The port of what another place sends: "which sent 29,000 TEUs of toys through Ningbo port"."""
_SENT_FROM = pattern(r"\b(?:exports|shipments|deliveries)(?: of [a-z' -]+?)? from\s+(?:the )?$")
"""Whose exports are told of: "exports of wooden furniture from Dongyang"."""


_WITH = pattern(r"\b(?:with|for|against)\s+$")
_OWNED = pattern(r"^(?-i:[A-Z][\w' ]*?)'s ")
_LONGEST_DATELINE = 90
_LONGEST_NAME = 32
_BUYING = 100
_JOINED = pattern(r"^(?:,? and (?:the )?|, (?:the )?)$")
