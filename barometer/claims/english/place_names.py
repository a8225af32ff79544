"""Names of places that are part of another name: of a firm, a person, an airport, games, waters, money."""

from barometer.claims.english.place_parts import BUYING, LONGEST_NAME
from barometer.claims.english.unlisted import PARTS_OF_CITY
from barometer.claims.text.expressions import pattern


def is_in_name(text: str, start: int, end: int, last: int | None) -> bool:
    """Say whether the name of a place is in that of a firm, an airport or games; `last` ends the place before.

    "Yiwu-based Zhejiang Xinglan Stationery Co" is in Yiwu, "Hangzhou Xiaoshan International Airport" is Hangzhou's, and
    "China Railway Shanghai Group" runs what is elsewhere; "Yiwu China Commodities Index" is Yiwu's.
    """
    between = text[last:start] if last is not None else ""
    if between.endswith("-based ") and text[end : end + 1] == " " and _FIRM_NAME.match(text[end : end + BUYING]):
        return True
    if text.startswith("China", start) and (between == " " or _NAMED_MARKET.match(text[end : end + BUYING])):
        return True
    if text.startswith("China", start) and _OUTLET.match(text[end : end + LONGEST_NAME]):
        return True
    if text.startswith(_GAMES, end) or (between == " " and text.startswith(_AIRPORTS, end)):
        return True
    if text[:start].endswith("Messe "):
        return True  # "Messe Frankfurt expects 18,000 visitors" elsewhere
    return text[:start].endswith("Railway ") and text.startswith((" Group", " Bureau"), end)


def is_part_or_person(text: str, start: int, end: int, level: str) -> bool:
    """Say whether the name of a place is part of another or somebody's.

    "Hangzhou Bay", "U.S. dollars", "a hub in Yiwu's Beiyuan sub-district", "The message reached Wu Haiyan".
    """
    follow = text[end : end + LONGEST_NAME]
    if level != "country" and follow.startswith((" School of", " Academy of", " Institute of")):
        return True
    if _WATERS.match(follow) or _MONEY.match(follow) or _LENDER.match(follow):
        return True
    if level in {"district", "town"} and text.startswith((" market", " Market"), end):
        return True  # "the Beiyuan market in Yiwu"
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


_OUTLET = pattern(r"^(?-i: (?:Daily|News|Youth Daily|Business News|Media Group|Central Television|Newsweek|Times))\b")
"""What makes "China" the name of a paper: "China Daily reporter Ma Li"."""
_GAMES = (" World Cup", " Olympic", " Asian Games", " Grand Prix")
"""What stands behind a place in the name of games, whose time is told: "before the Qatar World Cup"."""
_TRADES = "Consulting|Securities|Capital|Futures"
"""What many firms called after a place do."""
_FIRM_NAME = pattern(
    r"^(?-i:(?: [A-Z][\w&'-]*){1,5}) ?(?-i:Co|Ltd|Inc|Corp|Group|Holdings|Technology|Company)\b"
    r"|^(?-i:(?: [A-Z][\w&'-]*){1,4} \()"
    rf"|^(?-i: (?:Data|Research|Analytics|Advisory|{_TRADES})\b)"
)
_AIRPORTS = (" International Airport", " Airport")
_FIRM_CALLED = pattern(rf"^ (?-i:{_TRADES}|Asset|Fund|Brokerage|Consultancy)\b")
"""What makes the name of a place that of a firm: "an economist at Qianjiang Securities"."""
_MAKER_NAME = pattern(
    r"^(?-i: [A-Z][a-z]+ (?:Imports?|Exports?|Trading|Technology|Logistics|Textiles?|Garments?|Toys|Household"
    r"|Industrial|Foods?|Electric|Electronics|Hardware|Holdings))\b"
)
"""What makes the name of a province that of a firm: "the warehouse of Zhejiang Orilink Import"."""
_ABROAD_LEVELS = frozenset({"country", "foreign_city"})
_PERSON = pattern(
    r"^(?-i: [A-Z][a-z]+), (?:an?|the) [a-z -]{0,32}?\b(?-i:[A-Z][a-z]+ )?(?:analyst|strategist|economist"
    r"|manager|director|founder|trader|buyer|head|partner|professor|researcher|broker)\b"
)
"""What makes the name of a place that of a person: "Sofia Brandt, an Asia strategist at"."""
_SURNAME = pattern(
    r"(?-i:\b(?:Bao|Cai|Cao|Chen|Cheng|Chu|Cui|Dai|Deng|Ding|Dong|Du|Fan|Fang|Feng|Gao|Ge|Gong|Guo|Han|He|Hou|Hu"
    r"|Huang|Jiang|Jin|Lai|Li|Liang|Liao|Lin|Liu|Lou|Lu|Luo|Ma|Mao|Meng|Pan|Peng|Qian|Qiu|Ren|Shao|Shen|Shi|Song"
    r"|Su|Sun|Tan|Tang|Tao|Tian|Wan|Wang|Wei|Weng|Wu|Xia|Xiao|Xie|Xiong|Xu|Xue|Yan|Yang|Yao|Ye|Ying|Yu|Yuan|Zeng|Zhang"
    r"|Zhao|Zheng|Zhong|Zhou|Zhu|Zou) )$"
)
_KIND = pattern(r"^(?-i: (?:City|County|District|Port|Airport|Town|Prefecture|Customs))\b")
_MONEY = pattern(r"^\.? (?:dollars?|cents?)\b")
"""What makes a country's name that of its money: "U.S. dollars"."""
_LENDER = pattern(r"^ (?:lender|brokerage|broker|insurer|consultancy|think tank|pollster)\b")
"""Who judges or lends and is only called after where it is: "The Hong Kong lender polled 1,240 exporters"."""
_NAMED_MARKET = pattern(
    r"^(?: (?-i:[A-Z][A-Za-z&-]+|\([A-Z][a-z]+\))| and){1,6} "
    r"(?-i:City|Mall|Fair|Expo|Exhibition|Centre|Center|Market)\b"
)
"""What stands behind "China" in the name of a market or fair, whose figures are of where it is."""
_WATERS = pattern(
    r"^(?-i: (?:Bay|Sea|Strait|Gulf|River|Canal|Ocean|Peninsula|Delta|Lake|Bridge"
    r"|(?:(?:North|South|East|West|Middle|Central) )?(?:Road|Street|Avenue|Boulevard)"
    r"|College|(?:[A-Z][a-z]+ ){0,2}University))\b"
)
"""Names that begin with that of a place and are another: "Hangzhou Bay", "Zhejiang Normal University"."""
