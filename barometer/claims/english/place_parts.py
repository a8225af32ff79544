"""The part that an English place plays in its sentence, told from the words in front of it and behind it."""

from barometer.claims.text.expressions import pattern
from barometer.claims.values import PlaceMark

_MEASURED_BY = pattern(r"\b(?:above|below|than|over|under|exceeding)\s+(?:the )?$")
_MEAN = pattern(r"^(?:'s)? (?:average|mean|level|rate|figure|norm|total)\b|^'s?(?:[,.;]|$)")
_PARTNER = pattern(
    r"\bfrom an? [a-z-]+(?: [a-z-]+)? in $|\btold (?:an?|the) [a-z ]{3,30} in $|"
    r"\bof (?:it|them|which|these|whom|those) from $|"
    r"\b(?:markets|countries|regions|economies|destinations)(?:,)? (?:such as|like|including) [^.;0-9]{0,60}$|"
    r"\b(?:to|into|with|towards?|for|outside|beyond|because of|due to|thanks to|amid|despite|bound for"
    r"|reach(?:es|ed|ing)?|as far as|against|via|(?:comes?|came|returned|moved)(?: here| home| back)? from"
    r"|imports? from|imported from|"
    r"(?:buyers?|merchants?|customers?|visitors|visits|purchases?|imports?|orders?|tourists?|bought|sourced|arrivals"
    r"|guests|clients|those|ones"
    r"|demand|investment|capital|inflows|funding|traders|travell?ers|importers?|distributors?|couples?|delegations?"
    r"|businessm[ae]n|businesswom[ae]n)"
    r"(?: \w+){0,4} from)\s+(?:the |port |(?:the )?ports? (?:of|in) |countries in "
    r"|downtown |nearby |neighbou?ring |east |west |north "
    r"|south )?$"
    r"|\b(?:for|to|by|from) (?:[a-z-]+ )?(?:customers?|buyers?|clients?|users|shoppers|retailers|importers|viewers"
    r"|fans|followers|audiences|readers|families|households|friends|supermarkets?|chains?|stores|brands|hotels|schools"
    r"|importers|shops) in (?:(?-i:[A-Z])\w+(?:,| and) )*(?:the )?$"
    r"|\b(?:orders?|buyers?|customers?|clients?|visitors|traders|tourists) from"
    r" (?:(?-i:[A-Z])\w+(?:,| and| or) )+(?:the )?$"
    r"|\b(?:came|come|moved|returned)(?: back| home)? (?:to|here) (?:(?-i:[A-Z])[\w ]{2,24} )?from $"
    r"|\bfrom (?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)? (?:through|via) (?:the )?$"
    r"|\b(?:reach(?:es|ed|ing)?|arriv(?:es?|ed|ing) at|dock(?:s|ed|ing)? at|pulls? into) (?:the |a )?(?:quays?|ports?"
    r"|docks?|wharfs?|terminals?|border) (?:at|in|of) $"
)
_BOUGHT = pattern(
    r"\b(?:buyers?|customers?|clients|takers) for [a-z ]{2,30} in (?:(?-i:[A-Z])\w+(?:,| and) )?$|"
    r"\b(?:import(?:s|ed|ing)?|buys?|buying|bought|sourc(?:es?|ed|ing)|purchas(?:es?|ed|ing)|order(?:s|ed|ing)"
    r"|unload(?:s|ed|ing)?)\b[^.;]{1,60}?\bfrom\s+(?:the )?$"
)
AMONG = pattern(r"\b(?:among|top [a-z0-9]+|ranked|ranks|placed)\b[^,;.]{1,60} (?:in|of|across)\s+(?:the )?$")
_FROM = pattern(r"\bfrom\s+(?:the )?$")
_MOVED_IN = pattern(r"\b(?:mov(?:e|ed|es|ing)|settl(?:e|ed|ing)|relocat(?:e|ed|ing)) (?:in|into|to)\s+(?:the )?$")
_SCOPE = pattern(
    r"(?-i:[A-Z])\w+(?: province| county| district| city)?,? (?:near|outside|close to)\s+$|"
    r"\b(?:(?:news|press|media) (?:conference|briefing)s?(?: held)? in"
    r"|among|one of|some of|(?:largest|biggest|highest|busiest|most [a-z]+|first|only|second|third)"
    r" (?:[a-z-]+ ){0,4}?in|nationwide|than|of all|percent of|per cent of|% of|level of|share of"
    r"|in ten of|in three of|in four of|in five of|half of|thirds? of|quarters? of|fifths? of|tenths? of"
    r"|(?:economist|analyst|strategist|researcher|broker) (?:at|with|of|for) (?-i:[A-Z])[\w'&-]*"
    r"(?: (?-i:[A-Z])[\w'&-]*){0,3} in"
    r"|a (?:bellwether|barometer|proxy|gauge|guide|harbinger) (?:for|of|to)"
    r"|a (?:[a-z-]+ ){0,2}(?:town|village|district|county|city|suburb|port|township|hub) (?:in|of|under|outside)"
    r"(?: (?:eastern |east |south |north |west |central |southern |northern )?China's)?"
    r"|(?:east|west|north|south|northeast|northwest|southeast|southwest|kilomet(?:re|er)s from|outside|heart"
    r"|district|county|suburb|township|cent(?:re|er)|middle|part|coast|shores?) of)\s+(?:the )?$"
)
RIVAL = pattern(
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
    r"^(?-i:[A-Z][a-z]+(?:, [A-Z][a-z]+)?, (?:[A-Z][a-z]{2,8})\.? [0-9]{1,2}(?:, [0-9]{4})?)"
    r" ?(?:\([^)]{1,24}\) ?)?(?:--|—|–|- )"
    r"|^(?-i:(?:[A-Z]{3,}|[A-Z]{2,}'[A-Z]+)(?:[ /][A-Z]+)*)(?:,[^;]{1,40}?)?\s*(?:\([^)]{1,40}\)\s*)?(?:--|—|–|-\s)"
    r"|^\((?-i:[A-Z])[\w .&-]{1,24}\)\s*(?:(?-i:[A-Z])[a-z]{2,8}\.? [0-9]{1,2}(?:, [0-9]{4})?\s*)?(?:--|—|–|-\s)"
)
_BYLINE = pattern(r"^By (?-i:[A-Z][\w'-]+)(?: (?-i:[A-Z][\w'-]+)){1,3}(?: and [\w' -]{2,40})? in [^|.]{2,40}\|")
"""The line that names who writes and where: "By Xu Lan in Hangzhou | China Daily"."""
_COME_TO = pattern(
    r"\b(?:come|came|comes|coming|return(?:ed|s)?|flock(?:ed|s)?|arriv(?:e|ed|es)|travel(?:s|l?ed)?"
    r"|pour(?:ed|s)?|rush(?:ed)?)"
    r"(?: back)? (?:to|in|into) (?:the )?$"
)
"""What people do who are then there: "hundreds of buyers have come back to Yiwu"."""
_DASH_PARTNER = pattern(r"(?-i:[A-Z])\w+\s?[-–—]\s?$")
_LABEL = pattern(r"^(?-i:[A-Z]{5,}(?: [0-9])?)-$")
"""What heads the title of an agency's story: "PREVIEW-China's exports seen slowing"."""


def dateline(text: str) -> int:
    """Give where the line that says from where and when a report was sent ends: "YIWU, Oct. 22 (Xinhua) --"."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def is_rival(text: str, mark: PlaceMark) -> bool:
    """Say whether a place is what another is set against: "faster than Zhejiang", "above the Jinhua average"."""
    head = text[max(0, mark.start - 40) : mark.start]
    mean = _MEASURED_BY.search(head) and _MEAN.match(text[mark.end : mark.end + 16])
    return bool((RIVAL.search(head) and not HAS_OWN.match(text[mark.end : mark.end + LONGEST_NAME])) or mean)


HAS_OWN = pattern(r"^,? (?:with|on|at) (?:about |some |around |nearly |just )?[0-9]|^ as (?:the|its|our|their)\b")
"""What gives a place that another is ahead of a figure of its own: "ahead of Guangzhou with 10.9 billion"."""


def part_of(text: str, start: int) -> str:
    """Give the part of the place that starts at `start`: subject, origin, partner, scope or dateline."""
    head = text[max(0, start - 40) : start]
    stopped = _STOPPED_IN.search(head) is not None and _BEFORE_ON.match(text[start : start + BUYING]) is not None
    if stopped or _is_part_told(text, start, head) or (start < _LONGEST_DATELINE and _BYLINE.match(text)):
        return "scope"
    if start < _LONGEST_DATELINE and start < dateline(text):
        return "dateline" if start < 3 else "scope"
    if _WITH.search(head) and _OWNED.match(text[start : start + LONGEST_NAME]):
        return "subject"
    if _AIMED_FOR.search(head) or _COME_TO.search(head) or _AT_OWN.search(head):
        return "subject"
    if _ITS.search(head) and _ABROAD.match(text[start : start + LONGEST_NAME]):
        return "partner"
    part = _part_behind(head, text[max(0, start - BUYING) : start])
    at_it = head.lower().endswith(" the ") and not head.lower().endswith(" via the ")
    return "subject" if part == "partner" and at_it and _VENUE.match(text[start : start + BUYING]) else part


def _is_part_told(text: str, start: int, head: str) -> bool:
    """Say whether a place is only told to be a part of the one before it: "(Yiwu included)", "(including Yiwu)"."""
    closing = text.find(")", start, start + LONGEST_NAME)
    bracketed = head.endswith("(") and closing > 0 and text.endswith(_PART_TOO, start, closing)
    return bracketed or _INCLUDED.search(head) is not None


_PART_TOO = (" included", " excluded")
"""What makes a place only part of another: "Jinhua (Yiwu included)"."""
_INCLUDED = pattern(r"\(including (?:(?-i:[A-Z])[\w ]{2,24}(?:, | and |, and ))*$")
_AT_OWN = pattern(r"\bat (?:his|her|their|my|our) [a-z-]+(?: [a-z-]+)? in (?:the )?$")
"""What somebody has and is at: "told the Post at his warehouse in Yiwu"."""
_ITS = pattern(r"\b(?:its|our|their|my|his|her|whose|[a-z]'s)\s$")
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
    r"|\b(?:on|upon) entry (?:to|into)\s+(?:the )?$"
    r"|\b(?:warehouse|plant|factory|workshop|shop|office|depot|hub|park|store|base|facility|site|complex|centre"
    r"|center) (?:just )?outside\s+$"
    r"|\b(?:queued?|queu(?:e?ing|es)|waited|waiting|stranded|stuck|lined up) (?:outside|at|near|for)\s+(?:the )?$"
)
_VENUE = pattern(
    r"^(?-i:[A-Z][\w']+(?: [A-Z][\w']+)?)(?: [a-z-]+){0,3} (?:fair|expo|market|trade city|incubator"
    r"|zone|hub|port|airport|base|cent(?:re|er)|park"
    r"|campus|show|festival|event|warehouse|plant|factory|terminal|platform)\b"
)


def _part_behind(head: str, clause: str) -> str:
    """Give the part of a place from the words in front of it; `clause` are more of them."""
    bought = _BOUGHT.search(clause)
    if RIVAL.search(head) and not AMONG.search(clause):
        return "partner"
    if AMONG.search(clause) or _SCOPE.search(head):
        return "scope"
    if _VISITED.search(head) or _MOVED_IN.search(head):
        return "subject"
    dashed = None if _LABEL.match(head) else _DASH_PARTNER.search(head)
    towards = _ROUTE_TO.search(head) or _PARTNER.search(head) or dashed
    if bought or towards or _COMING_FROM.search(clause):
        return "partner"
    sent = _FROM.search(head) and not _SENT_FROM.search(head)
    return "origin" if sent or _SHIPPED_THROUGH.search(clause) else "subject"


_COMING_FROM = pattern(r"\b(?:coming|came|comes?) from (?:[a-z-]+ ){1,4}in $")
"""Where custom comes from: "coming from garment factories in Bangladesh"."""
_STOPPED_IN = pattern(
    r"\b(?:consolidated|repacked|transshipped|trans-shipped|reloaded|bundled|assembled|warehoused|sorted|trucked)"
    r" (?:in|at|to) (?:the )?$"
)
_BEFORE_ON = pattern(r"^[^.;,]{0,24} (?:before|for shipment|for export|and then|and sent)\b")
"""What makes a town only one that goods go through: "were consolidated in Yiwu before heading for the coast"."""
_SHIPPED_THROUGH = pattern(
    r"\b(?:sent|shipped|exported|moved|sends|ships|exports|moves)\b[^;.]{3,80} (?:through|via) (?:the )?$"
)
"""The port of what another place sends: "which sent 29,000 TEUs of toys through Ningbo port"."""
_SENT_FROM = pattern(r"\b(?:exports|shipments|deliveries)(?: of [a-z' -]+?)? from\s+(?:the )?$")
"""Whose exports are told of: "exports of wooden furniture from Dongyang"."""
_WITH = pattern(r"\b(?:with|for|against)\s+$")
_OWNED = pattern(r"^(?-i:[A-Z][\w' ]*?)'s ")
_LONGEST_DATELINE = 90
LONGEST_NAME = 32
BUYING = 100


def draws_to(text: str, start: int) -> bool:
    """Say whether people are brought to the place that starts at `start`: "has drawn 9,000 exhibitors to Guangzhou"."""
    return _DRAWN_TO.search(text[max(0, start - _LONGEST_DRAWN) : start]) is not None


_DRAWN_TO = pattern(
    r"\b(?:drawn|drew|draws|drawing|attract(?:ed|s|ing)|brought|brings|lured|gathered) [^.;]{0,24}"
    r"\b(?:exhibitors|buyers|visitors|merchants|traders|companies|firms|people|delegates|guests)\b"
    r"[^.;]{0,60}? to (?:the )?$"
)
"""What people are brought to a place by, where they then are: "has drawn 9,000 exhibitors of gifts to Guangzhou"."""
_LONGEST_DRAWN = 120
