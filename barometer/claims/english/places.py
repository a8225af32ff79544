"""English places with the part they play."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from barometer.claims.english.place_parts import (
    AMONG,
    BUYING,
    HAS_OWN,
    LONGEST_NAME,
    RIVAL,
    is_rival,
    part_of,
)
from barometer.claims.english.seats import with_seats
from barometer.claims.english.unlisted import PARTS_OF_CITY, reads_as_chinese, unlisted
from barometer.claims.lexicon import Lexicon
from barometer.claims.text.expressions import Brief, Expression, pattern
from barometer.claims.text.scanning import alternatives, touching
from barometer.claims.values import PlaceMark

_RELATIVE = {
    "city": "city", "county": "county", "district": "district", "town": "town", "prefecture": "city",
    "province": "province", "country": "nation", "nation": "nation",
}  # fmt: skip
_GAMES = (" World Cup", " Olympic", " Asian Games", " Grand Prix")
"""What stands behind a place in the name of games, whose time is told: "before the Qatar World Cup"."""
_FIRM_NAME = pattern(
    r"^(?-i:(?: [A-Z][\w&'-]*){1,5}) ?(?-i:Co|Ltd|Inc|Corp|Group|Holdings|Technology|Company)\b"
    r"|^(?-i:(?: [A-Z][\w&'-]*){1,4} \()"
    r"|^(?-i: (?:Data|Research|Consulting|Securities|Capital|Analytics|Advisory|Futures)\b)"
)
_AIRPORTS = (" International Airport", " Airport")


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
            rival = bool(RIVAL.search(text[max(0, start - 40) : start]))
            level = _RELATIVE[match.group("relative").lower()]
            among = _RENOWN.match(text[end : end + LONGEST_NAME]) or AMONG.search(text[max(0, start - BUYING) : start])
            found.append(PlaceMark(start, end, None, level, "partner" if rival else "scope" if among else "subject"))
            continue
        canonical, level = table.places[name]
        last = found[-1].end if found else None
        if _is_in_name(text, start, end, last) or _is_part_or_person(text, start, end, level):
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
        part = "route" if joined and text[end] == "-" and level == "country" else part_of(text, start)
        part = "subject" if part == "partner" and _TARIFF.match(text[end : end + LONGEST_NAME]) else part
        part = "partner" if text.startswith((" alone sent", " alone brought"), end) else part
        share = level == "country" and canonical != "China" and text.startswith(_THEIR_SHARE, end)
        part = "partner" if share else part
        part = "partner" if _OF_BUYERS.match(text[end : end + LONGEST_NAME]) else part
        part = "partner" if _BUYS.match(text[end : end + BUYING]) else part
        part = "partner" if _ROUTE_NAME.match(text[end : end + LONGEST_NAME]) else part
        if part == "subject" and found and found[-1].part == "partner" and _JOINED.match(text[found[-1].end : start]):
            part = "partner"
        if part == "subject" and found and found[-1].part == "origin" and _JOINED.match(text[found[-1].end : start]):
            part = "origin"  # "286 exhibitors from Yiwu, Jinhua and Wenzhou"
        part = _recast(text, start, end, part)
        if level == "region" and part == "subject" and _TAXES.match(text[end : end + BUYING]):
            level = "country"  # "the European Union has charged a duty" tells of what holds there
        abroad = level == "country" and canonical != "China"
        taxing = abroad and _TAXES.match(text[end : end + BUYING]) is not None
        part = "partner" if abroad and part in _HOLDING and _GUEST.search(text[max(0, start - 40) : start]) else part
        found.append(PlaceMark(start, end, canonical, level, part, passing=taxing))
    if (wide := _NATIONWIDE.match(text)) is not None:
        found.insert(0, PlaceMark(*wide.span("wide"), None, "nation"))
    found = _at_fair(text, _with_people(text, found, table))
    found = _locating(text, _of_many(text, found))
    found = _owning(text, _told_aside(text, _lying_in(text, _with_unlisted(text, found))))
    found = with_seats(text, _labelled(text, found))
    return [replace(mark, scene=scene) if (scene := _scene(text, mark)) else mark for mark in found]


def _recast(text: str, start: int, end: int, part: str) -> str:
    """Give the part that the words right around a place make of it, whatever its preposition says."""
    before = text[max(0, start - _LONGEST_LEAD) : start]
    ousted = part == "subject" and _OUSTED.search(before) and _AS_PARTNER.match(text[end : end + _LONGEST_LEAD])
    theirs = (_CAME_FROM, _EXCHANGED, _CLIENTS_IN)
    if ousted or (part in _HOLDING and any(words.search(before) for words in theirs)):
        return "partner"
    drawn = part == "partner" and _DRAWN_TO.search(text[max(0, start - _LONGEST_DRAWN) : start])
    if drawn or (part == "partner" and _MATTERS.search(before)):
        return "subject"
    if part in _HOLDING and (_AGREED.search(before) or _CITY_IN.search(before)):
        return "scope"
    if part in _HOLDING and _SCHOLAR.search(before):
        return "dateline"
    if part == "subject" and _PART_OF.search(before) and _TOTAL.match(text[end:]):
        return "scope"  # "620 million cups, about one third of China's total"
    return "partner" if part == "subject" and _RUN_BY.match(before + text[start : end + 2]) else part


_LONGEST_LEAD = 60
_DRAWN_TO = pattern(
    r"\b(?:drawn|drew|draws|drawing|attract(?:ed|s|ing)|brought|brings|lured|gathered) [^.;]{0,24}"
    r"\b(?:exhibitors|buyers|visitors|merchants|traders|companies|firms|people|delegates|guests)\b"
    r"[^.;]{0,60}? to (?:the )?$"
)
"""What people are brought to a place by, where they then are: "has drawn 9,000 exhibitors of gifts to Guangzhou"."""
_LONGEST_DRAWN = 120


def _scene(text: str, mark: PlaceMark) -> str:
    """Say what the words in front of a place tell of there: see `PlaceMark.scene`."""
    if _SOMEBODY_IN.match(text[: mark.start]):
        return "somebody"
    if _HELD_IN.search(text[max(0, mark.start - _LONGEST_HELD) : mark.start]):
        return "venue"
    if _DRAWN_TO.search(text[max(0, mark.start - _LONGEST_DRAWN) : mark.start]):
        return "venue"
    fair = mark.level == "foreign_city" and _FAIR_THERE.match(text[mark.end : mark.end + LONGEST_NAME])
    if mark.scene == "venue" or fair:
        return "venue"
    return "plant" if _PLANT_IN.search(text[max(0, mark.start - _LONGEST_PLANT) : mark.start]) else ""


def _at_fair(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places of a report on a fair sent from abroad: it is held there, not in the town that its name bears."""
    sent = found[0] if found and found[0].part == "dateline" and found[0].level == "foreign_city" else None
    if sent is None:
        return found
    held = _FAIR_HELD.match(text[sent.end :])
    here = _FAIR_HERE.search(text) is not None
    if not here and (held is None or any(mark.start >= sent.end + held.end() for mark in found)):
        return found
    return [replace(sent, part="subject", scene="venue"), *(replace(mark, part="dateline") for mark in found[1:])]


_FAIR_HELD = Brief(
    r"^[^.;]{1,90}?\b(?i:fair|expo|exhibition|show)\b[^.;]{0,40}?"
    r"\b(?:closed|opened|ended|concluded|kicked off|wrapped up|drew to a close|began|got under way)\b"
)
_FAIR_HERE = pattern(
    r"\b(?:fair|expo|exhibition|show|forum|summit|conference)\b[^.;]{0,60}?"
    r"\b(?:closed|opened|ended|concluded|kicked off|wrapped up|held|began|under way) here\b"
)
"""What makes the place a report was sent from a venue: "at the China-Kenya Fair, which closed here on Friday"."""
_SOMEBODY_IN = Brief(r"^(?:an?|one|another) [a-z-]+(?: [a-z-]+)? (?:in|from) $")
"""Who is told of and lives somewhere: "A chain in Ohio"."""
_FAIR_THERE = Brief(r"^(?:'s)? (?:trade )?(?:fair|expo|exhibition|show)\b")
"""What makes a town abroad a venue: "the Johannesburg fair"."""
_PLANT_IN = Brief(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir)(?: [A-Za-z-]+){0,2} (?:plant|factory|park|base|site|mill|terminal|farm|mine"
    r"|warehouse),? (?:in|at|near|outside) $"
)
_HELD_IN = pattern(
    r"\b(?:fair|expo|exhibition|show|event|summit|forum|festival)\b,?[^,.;]{0,40}"
    r"\b(?:held|staged|took place|taking place|takes place|running|ran|opened|closed|ended|concluded) "
    r"(?:in|at) (?:the )?$"
)
"""Where a fair is told to be held, of which all is that follows: "a fair held in Warsaw"."""
_LONGEST_HELD = 90
_LONGEST_PLANT = len("the second-phase Vietnamese terminal, outside ")


def _is_in_name(text: str, start: int, end: int, last: int | None) -> bool:
    """Say whether the name of a place is in that of a firm, an airport or games; `last` ends the place before.

    "Yiwu-based Zhejiang Xinglan Stationery Co" is in Yiwu, "Hangzhou Xiaoshan International Airport" is Hangzhou's, and
    "China Railway Shanghai Group" runs what is elsewhere; "Yiwu China Commodities Index" is Yiwu's.
    """
    between = text[last:start] if last is not None else ""
    if between.endswith("-based ") and text[end : end + 1] == " " and _FIRM_NAME.match(text[end : end + BUYING]):
        return True
    if text.startswith("China", start) and (between == " " or _NAMED_MARKET.match(text[end : end + BUYING])):
        return True
    if text.startswith(_GAMES, end) or (between == " " and text.startswith(_AIRPORTS, end)):
        return True
    return text[:start].endswith("Railway ") and text.startswith((" Group", " Bureau"), end)


def _is_part_or_person(text: str, start: int, end: int, level: str) -> bool:
    """Say whether the name of a place is part of another or somebody's.

    "Hangzhou Bay", "U.S. dollars", "a hub in Yiwu's Beiyuan sub-district", "The message reached Wu Haiyan".
    """
    follow = text[end : end + LONGEST_NAME]
    if _WATERS.match(follow) or _MONEY.match(follow):
        return True
    part = PARTS_OF_CITY if level == "district" else (" sub-district", " subdistrict")
    if text[:start].endswith("'s ") and text.startswith(part, end):
        return True
    if (
        _FIRM_CALLED.match(follow)
        or (level == "province" and _MAKER_NAME.match(follow))
        or (level in _ABROAD_LEVELS and _PERSON.match(follow))
    ):
        return True
    called = level not in {"country", "province"} and _SURNAME.search(text[max(0, start - BUYING) : start])
    return bool(called) and not _KIND.match(follow)


_THEIR_SHARE = (" share", "' share", "'s share")
"""What makes a land only that whose part of the trade is told: "The US share shrank to 9.4 percent"."""
_FIRM_CALLED = pattern(r"^ (?-i:Securities|Futures|Capital|Asset|Fund|Brokerage|Consulting|Consultancy)\b")
_MAKER_NAME = pattern(
    r"^(?-i: [A-Z][a-z]+ (?:Imports?|Exports?|Trading|Technology|Logistics|Textiles?|Garments?|Toys|Household"
    r"|Industrial|Foods?|Electric|Electronics|Hardware|Holdings))\b"
)
"""What makes the name of a place that of a firm: "an economist at Qianjiang Securities"."""
_ABROAD_LEVELS = frozenset({"country", "foreign_city"})
_PERSON = pattern(
    r"^(?-i: [A-Z][a-z]+), (?:an?|the) [a-z -]{0,32}?\b(?-i:[A-Z][a-z]+ )?(?:analyst|strategist|economist"
    r"|manager|director|founder|trader|buyer|head|partner|professor|researcher|broker)\b"
)
"""What makes the name of a place that of a person: "Sofia Brandt, an Asia strategist at"."""


def _lying_in(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with a country right behind a town as scope: "a plant in Rayong, Thailand" is in Rayong."""
    before = [None, *found]
    return [
        replace(mark, part="scope")
        if town is not None and mark.level == "country" and town.level == "city" and text[town.end : mark.start] == ", "
        else mark
        for town, mark in zip(before, found, strict=False)
    ]


def _with_people(text: str, found: list[PlaceMark], table: PlaceWords) -> list[PlaceMark]:
    """Add the countries of those who do something at home: "Chinese households", "Thai makers of gloves"."""
    more = []
    for match in table.people.finditer(text):
        start, end = match.span("people")
        if _MAKER.match(text[end : end + LONGEST_NAME]) and text[:start].lower().endswith((" the ", " a ")):
            continue  # "surged after the Chinese maker of pens posted"
        if not touching(found, start, end) and not _COUNTED.search(text[:start][-_LONGEST_COUNT:]):
            more.append(PlaceMark(start, end, table.of_people[match.group("people")], PEOPLE, part_of(text, start)))
    return sorted([*found, *more], key=lambda mark: mark.start) if more else found


_MAKER = Brief(
    r"^ (?:[a-z]+ ){0,2}?(?:maker|company|firm|group|brand|manufacturer|retailer|giant|exporter|supplier|producer"
    r"|seller|carmaker)\b"
)
"""What makes a people only that of one firm."""
_HOLDING = frozenset({"subject", "origin"})
_GUEST = pattern(r", an? [a-z-]+(?: [a-z-]+)? from (?:the )?$")
_SCHOLAR = pattern(
    r", an? (?:[a-z-]+ ){0,2}(?:researcher|analyst|economist|professor|lawyer|consultant|scholar)(?: based)? in $"
)
"""What makes a town only where somebody works who judges: "Ruan Cheng, a trade researcher in Hangzhou, sees"."""
"""What makes a country only where a guest comes from: "Diego Marin, a wholesaler from Colombia, had 27 workshops"."""
_CAME_FROM = pattern(r"\b(?:came|come|comes|coming) from (?:[a-z]+ )?$")
"""What makes a place only where something came from: "two-fifths of the boxes came from inland Zhejiang"."""
_AGREED = pattern(
    r"\b(?:truce|deal|agreement|pact|talks|statement|accord|treaty|negotiations)"
    r"(?: (?:agreed|signed|reached|struck|announced|held|issued|concluded))?(?: (?:last|this) (?:week|month))? in $"
)
"""What makes a place only where something was agreed: "the truce agreed in Geneva"."""
_CITY_IN = pattern(r"\b(?:the|this) (?:city|town|port|county) in (?:the )?(?:[a-z]+ )?(?:China's )?$")
"""What makes a province only where the city told of lies: "the city in East China's Zhejiang"."""
_MATTERS = Brief(r"\b(?:matters?|vital|crucial|important|belong(?:s|ed)?) to $")
_OUSTED = Brief(
    r"\b(?:replac(?:ed|es|ing)|overt(?:ook|akes|aking)|surpass(?:ed|es|ing)|unseat(?:ed|ing)|displac(?:ed|ing)"
    r"|overtaken|succeeded) (?:the )?$"
)
_AS_PARTNER = Brief(r"^ (?:as|to become) [^.;,]{0,40}\b(?:partners?|markets?|destinations?|buyers?|customers?)\b")
"""What tells with whom trade is done most: "ASEAN replaced the United States as the largest partner"."""
_CLIENTS_IN = Brief(r"\bfor an? [a-z-]+(?: [a-z-]+)? in $")
"""What makes a town only that of who is worked for: "carved pieces for a trading company in Shanghai"."""
_EXCHANGED = Brief(r"\b(?:traffic|trade|links|exchanges) with (?:the )?(?:[a-z-]+ ){1,3}of $")
"""What makes towns only those with which something is exchanged: "traffic with the inland terminals of Huzhou"."""
_PART_OF = Brief(r"\b(?:third|half|quarter|fifth|tenth|sixth|eighth|percent|%) of $")
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
        replace(mark, part="partner") if any(low < mark.start and mark.end < high for low, high in asides) else mark
        for mark in found
    ]


def _locating(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with what only says where the one in front lies as partner too: "left for Yiwu in Zhejiang"."""
    located = [at for at in range(1, len(found)) if _locates(text, found[:at], found[at])]
    return [replace(mark, part="partner") if at in located else mark for at, mark in enumerate(found)]


def _locates(text: str, before: list[PlaceMark], wide: PlaceMark) -> bool:
    """Say whether a province only says where the partner in front of it lies."""
    lying = [mark for mark in before if mark.part != "scope" and mark.name != "China"]
    if wide.level not in _WIDE or wide.part != "subject" or not lying:
        return False
    apart = text[lying[-1].end : wide.start][:_LONGEST_LEAD]
    return lying[-1].part == "partner" and lying[-1].level not in _WIDE and _IN_THE.match(apart) is not None


_IN_THE = Brief(
    r"^(?: [A-Z][\w'&]+){0,5},? in (?:(?:east|eastern|central|coastal) )?(?:China's (?:eastern |coastal )?)?$"
)
"""What stands between a town or its market and the province that it lies in."""
_WIDE = frozenset({"province", "country", "region"})


def _of_many(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with those from which things came, and more, as partners: "from Japan, Italy and 14 others"."""
    many = [match.span() for match in _MANY.finditer(text)]
    return [
        replace(mark, part="partner") if any(low <= mark.start < high for low, high in many) else mark for mark in found
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
    r", (?:which|whose|to which|of which|in which|through which|from which"
    r"|via which|at which|home to|host to|known for|famous for)\b[^,;]{1,80}, "
    r"(?:[a-z]+ed|is|was|has|had|came|rose|fell|will|saw|were"
    r"|are)\b"
)


def _owning(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with the first of a chain as scope: "Hainan's Yangpu port" is in Yangpu."""
    follows = [*found[1:], None]
    owned = [
        replace(mark, part="scope") if later is not None and _OWNS.match(text[mark.end : later.start]) else mark
        for mark, later in zip(found, follows, strict=False)
    ]
    return [
        replace(mark, part=found[index].part)
        if later is not None and _is_namesake(text, mark, later)
        else replace(mark, part="partner")
        if index and _is_namesake(text, owned[index - 1], mark)
        else mark
        for index, (mark, later) in enumerate(zip(owned, follows, strict=False))
    ]


def _is_namesake(text: str, abroad: PlaceMark, named: PlaceMark) -> bool:
    """Say whether a market abroad only bears the name of a place: "Dubai's Yiwu Market" is in Dubai."""
    owns = abroad.level in {"country", "foreign_city"} and abroad.name != "China"
    at_home = named.level not in {"country", "foreign_city", "region"} or named.name == "China"
    return (
        owns and at_home and text[abroad.end : named.start] == "'s " and bool(_KIND_OF_MARKET.match(text[named.end :]))
    )


_KIND_OF_MARKET = pattern(r"^(?-i: (?:[A-Z][a-z]+ )?(?:Market|Mall|Centre|Center|Fair|Store|Trade City))\b")
_OWNS = pattern(r"'s?$|'s $")


def _labelled(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with those of a label partners, for it lists with whom: "overseas, Hong Kong and Macao: 170"."""
    label = _LABEL.match(text)
    inside = [mark for mark in found if label and mark.end < label.end()]
    abroad = [mark for mark in inside if mark.level == "country" and mark.name != "China"]
    if len(inside) < _LEAST_LISTED and not abroad:
        return found
    return [replace(mark, part="partner") if mark in inside else mark for mark in found]


_LEAST_LISTED = 2
_LABEL = pattern(r"^(?:[^:;.|]{1,80}: |[^:;.|]{1,60}?(?: \||  ))")


def _with_unlisted(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Add the places that no list knows, under the name that the text gives them."""
    more = [
        PlaceMark(
            start, end, text[start:end], "city", part_of(text, start), foreign=not reads_as_chinese(text[start:end])
        )
        for start, end in unlisted(text)
        if not touching(found, start, end)
    ]
    return sorted([*found, *more], key=lambda mark: mark.start) if more else found


_RENOWN = pattern(
    r"^'s (?:top|[a-z-]+ ){0,3}?(?:top|capital|hub|largest|biggest|busiest|leading|main|first|only|best-known)\b"
)
"""What makes a country only that in which something is known or ranked: "the country's hardware capital"."""
_MONEY = pattern(r"^\.? (?:dollars?|cents?)\b")
"""What makes a country's name that of its money: "U.S. dollars"."""
_TARIFF = pattern(r"^(?:'s)? (?:import )?(?:tariff|duty|duties|levy|VAT|customs tariff)s?\b")
_NAMED_MARKET = pattern(
    r"^(?: (?-i:[A-Z][A-Za-z&-]+|\([A-Z][a-z]+\))| and){1,6} "
    r"(?-i:City|Mall|Fair|Expo|Exhibition|Centre|Center|Market)\b"
)
"""What stands behind "China" in the name of a market or fair, whose figures are of where it is."""
_TAXES = pattern(
    r"^(?:'s)? (?:[a-z0-9-]+ ){0,3}(?:tariff|duty|duties|levy|levies)s?\b"
    r"|^'s (?:[a-z0-9-]+ ){0,3}(?:fee|charge) on (?:[a-z]+ ){0,2}(?:parcels|packages|imports|goods|shipments)\b"
    r"|^ (?:has |had |will )?(?:rais|charg|impos|slapp|hik|lower|announc|levi|doubl|cut|put)[a-z]*[^.;,]{0,30}"
    r"\b(?:tariffs?|duty|duties|levies)\b"
)
"""What a country does at its border, which is no place of what its trade partners tell."""
_OF_BUYERS = pattern(
    r"^\.? (?:customers?|buyers?|clients?|importers?|orders)\b|^, (?:the|this year's) guest (?:country|of)\b"
)
_BUYS = pattern(
    r"^ (?:now |still |also |alone )?(?:brings?|brought|gives?|gave|earns?|earned) (?:her|him|them|us|me) "
    r"|^ (?:is|was|remained|remains|became|used to be|has been|overtook [A-Z]\w+ as|ranked as) (?:now |still |also )?"
    r"(?:our|its|their|the (?:city|county|firm|company|market|province|port)'s) (?:[a-z-]+ ){0,3}(?:market|buyer"
    r"|destination"
    r"|customer|partner|source|supplier|importer)\b"
)
"""Who buys what is told of: "The United States used to be our biggest market"."""
_ROUTE_NAME = pattern(
    r"^(?: (?:West|East|Gulf) Coast)? (?:index|sub-index)\b"
    r"|^ (?:route|lane|trade lane|leg|service|pavilion)s?\b"
)
_WATERS = pattern(r"^(?-i: (?:Bay|Sea|Strait|Gulf|River|Canal|Ocean|Peninsula|Delta|Lake|Bridge|University|College))\b")
"""Names that begin with that of a place and are another: "Hangzhou Bay"."""
_JOINED = pattern(r"^(?:,? and (?:the )?|, (?:the )?)$")
