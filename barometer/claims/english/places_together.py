"""What the places of an English sentence are to each other, and what is told of at them: fairs, plants, asides."""

from barometer.claims.english.place_parts import LONGEST_NAME, draws_to
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Brief, pattern
from barometer.claims.values import PlaceMark


def at_fair(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places of a report on a fair sent from abroad: it is held there, not in the town that its name bears."""
    sent = found[0] if found and found[0].part == "dateline" and found[0].level == "foreign_city" else None
    if sent is None:
        return found
    held = _FAIR_HELD.match(text[sent.end :])
    here = _FAIR_HERE.search(text) is not None
    if not here and (held is None or any(mark.start >= sent.end + held.end() for mark in found)):
        return found
    return [replace(sent, part="subject", scene="venue"), *(replace(mark, part="dateline") for mark in found[1:])]


def scene(text: str, mark: PlaceMark) -> str:
    """Say what the words in front of a place tell of there: see `PlaceMark.scene`."""
    if _SOMEBODY_IN.match(text[: mark.start]):
        return "somebody"
    behind = text[mark.end : mark.end + _LONGEST_KIND]
    village = _SET_IN.search(text[: mark.start][-_LONGEST_KIND:]) and _IS_VILLAGE.match(behind)
    if village or (_TOLD_OF.match(text[: mark.start]) and _IS_TOWN.match(behind)):
        return "story"
    if _HELD_IN.search(text[max(0, mark.start - _LONGEST_HELD) : mark.start]):
        return "venue"
    if draws_to(text, mark.start):
        return "venue"
    fair = mark.level == "foreign_city" and _FAIR_THERE.match(text[mark.end : mark.end + LONGEST_NAME])
    if mark.scene == "venue" or fair:
        return "venue"
    return "plant" if _PLANT_IN.search(text[max(0, mark.start - _LONGEST_PLANT) : mark.start]) else ""


def lying_in(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with a country right behind a town as scope: "a plant in Rayong, Thailand" is in Rayong."""
    before = [None, *found]
    return [
        replace(mark, part="scope")
        if town is not None and mark.level == "country" and town.level == "city" and text[town.end : mark.start] == ", "
        else mark
        for town, mark in zip(before, found, strict=False)
    ]


def _as_partners(found: list[PlaceMark], told: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with some of them as partners, at which no figure holds."""
    return [replace(mark, part="partner") if mark in told else mark for mark in found] if told else found


def told_aside(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with those of a relative clause as partners: "Jinhua, which administers Yiwu, came to"."""
    asides = [match.span() for match in _ASIDE_CLAUSE.finditer(text) if not _AT_HOME.search(match.group())]
    asides = [span for span in asides if any(mark.end <= span[0] and mark.part == "subject" for mark in found)]
    named = [match.span() for match in _APPOSED.finditer(text)]
    asides += [span for span in named if any(mark.end == span[0] and mark.part == "subject" for mark in found)]
    asides += [match.span() for match in _PARTS_ASIDE.finditer(text)]
    return _as_partners(
        found, [mark for mark in found if any(low < mark.start and mark.end < high for low, high in asides)]
    )


def locating(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with what only says where the one in front lies as partner too: "left for Yiwu in Zhejiang"."""
    return _as_partners(found, [mark for at, mark in enumerate(found) if _locates(text, found[:at], mark)])


def _locates(text: str, before: list[PlaceMark], wide: PlaceMark) -> bool:
    """Say whether a province only says where the partner in front of it lies."""
    lying = [mark for mark in before if mark.part != "scope" and mark.name != "China"]
    if wide.level not in _WIDE or wide.part != "subject" or not lying:
        return False
    apart = text[lying[-1].end : wide.start][:_LONGEST_LEAD]
    return lying[-1].part == "partner" and lying[-1].level not in _WIDE and _IN_THE.match(apart) is not None


def of_many(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with those from which things came, and more, as partners: "from Japan, Italy and 14 others"."""
    many = [match.span() for match in _MANY.finditer(text)]
    return _as_partners(found, [mark for mark in found if any(low <= mark.start < high for low, high in many)])


def owning(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
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


def labelled(text: str, found: list[PlaceMark]) -> list[PlaceMark]:
    """Give the places with those of a label partners, for it lists with whom: "overseas, Hong Kong and Macao: 170"."""
    label = None if text.startswith(_PHRASES) else _LABEL.match(text)
    inside = [mark for mark in found if label and mark.end < label.end()]
    abroad = [mark for mark in inside if mark.level == "country" and mark.name != "China"]
    if len(inside) < _LEAST_LISTED and not abroad:
        return found
    return _as_partners(found, inside)


_LONGEST_LEAD = 60
_FAIR_HELD = Brief(
    r"^[^.;]{1,90}?\b(?i:fair|expo|exhibition|show)\b[^.;]{0,40}?"
    r"\b(?:closed|opened|ended|concluded|kicked off|wrapped up|drew to a close|began|got under way)\b"
)
_FAIR_HERE = pattern(
    r"\b(?:fair|expo|exhibition|show|forum|summit|conference)\b[^.;]{0,60}?"
    r"\b(?:closed|opened|ended|concluded|kicked off|wrapped up|held|began|under way) here\b"
)
"""What makes the place a report was sent from a venue: "at the China-Kenya Fair, which closed here on Friday"."""
_TOLD_OF = Brief(r"^[\s\"“]*(?:But |Yet |This is |In |Welcome to )?$")
_IS_TOWN = Brief(
    r"^(?:,| is| was) (?:an?|the|this) (?:[a-z-]+ ){0,3}?(?:town|township|village|county|city|island|hamlet|suburb"
    r"|subdistrict"
    r"|district|port|settlement|county-level city) (?:of|in|near|outside|on|under|where|that|with|some|about|[0-9]+)\b"
)
"""What introduces the town of which a story tells: "Fenshui, a hill town of 52,000 residents in Tonglu County"."""
_SET_IN = Brief(r"\b(?:in|at|to|into|outside) $")
_IS_VILLAGE = Brief(
    r"^, an? (?:[a-z-]+ ){0,3}?(?:village|hamlet|township|town)"
    r" (?:on|in|near|outside|at|under|just|of|with|where|that)\b"
)
"""What introduces the village in which a story is set: "a lane in Qingyanliu, a village on the edge of Yiwu"."""
_LONGEST_KIND = 64
_SOMEBODY_IN = Brief(r"^(?:an?|one|another) [a-z-]+(?: [a-z-]+)? (?:in|from) $")
"""Who is told of and lives somewhere: "A chain in Ohio"."""
_FAIR_THERE = Brief(r"^(?:'s)? (?:trade )?(?:fair|expo|exhibition|show)\b")
"""What makes a town abroad a venue: "the Johannesburg fair"."""
_PLANT_IN = Brief(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir)|^(?:In|At|Inside) an?|^[A-Z][a-z' ]{2,24} is an?)(?: [A-Za-z-]+){0,2}"
    r" (?:plant|factory|park|base|site|mill|terminal|farm|mine"
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
_IN_THE = Brief(
    r"^(?: [A-Z][\w'&]+){0,5},? in (?:(?:east|eastern|central|coastal) )?(?:China's (?:eastern |coastal )?)?$"
)
"""What stands between a town or its market and the province that it lies in."""
_WIDE = frozenset({"province", "country", "region"})
_MANY = pattern(
    r"\b(?:from|to|in) (?:(?-i:[A-Z])[\w' ]+, )+(?-i:[A-Z])[\w' ]+,? and (?:[0-9]+|[a-z-]+) other"
    r" (?:countries|economies|nations|regions|markets|places)\b"
    r"|\b(?:International, )?Hong Kong, Macao and Taiwan(?: region)? (?:[a-z]+ )?(?:volume|business|parcels?|mail"
    r"|items|pieces|services?|deliver|revenue)"
    r"|(?:(?-i:[A-Z])[\w']+, )*(?-i:[A-Z])[\w']+,? and (?:the )?(?-i:[A-Z])[\w']+ (?:bought|purchased|ordered) [a-z]+ "
    r"(?:worth|valued)\b"
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
_PARTS_ASIDE = pattern(
    r", (?:many|most|some|half|much|all|few|a (?:third|quarter|fifth)) of (?:them|which|it|whom|these) [^,;]{1,80}, "
    r"(?-i:[a-z])"
    r"|^\s*the (?:town|village|county|city|township), (?:(?:high |deep |set )?(?:in|on|at|near|along|amid) the"
    r"|just|an hour|two hours|some|about|[0-9]+) [^,;]{1,90}, (?:is|was|has|had|makes?|made|turns?|[a-z]+ed)\b"
)
"""What tells by the way of a part of something, or where the place told of lies, at which nothing holds."""
_KIND_OF_MARKET = pattern(r"^(?-i: (?:[A-Z][a-z]+ )?(?:Market|Mall|Centre|Center|Fair|Store|Trade City))\b")
_OWNS = pattern(r"'s?$|'s $")
_LEAST_LISTED = 2
_PHRASES = ("In ", "At ", "Among ")
"""What opens a sentence, and no label: "In Yiwu, the hub in Zhejiang, the mood was brighter: 68 of them"."""
_LABEL = pattern(r"^(?:[^:;.|]{1,80}: |[^:;.|]{1,60}?(?: \||  ))")
