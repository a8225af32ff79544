"""English places with the part they play, and who is named as the source."""

from collections.abc import Mapping
from dataclasses import dataclass

from barometer.claims.lexicon import Lexicon
from barometer.claims.scanning import Expression, alternatives, pattern
from barometer.claims.values import PlaceMark, Speaker

_RELATIVE = {"city": "city", "county": "city", "province": "province", "country": "country", "nation": "country"}
_PARTNER = pattern(
    r"\b(?:to|into|with|towards?|for|bound for|reaching|as far as|against|via|comes? from|imports? from|imported from|"
    r"buyers? from|merchants? from|customers? from|visitors from)\s+(?:the |countries in |east |west |north "
    r"|south )?$"
)
_SCOPE = pattern(r"\b(?:among|nationwide|than|of all|percent of|per cent of|% of|level of|share of)\s+(?:the )?$")
_ROUTE_TO = pattern(r"\bfrom\s+[A-Z][\w' ]{2,24}\s+to\s+$")
_DATELINE = pattern(r"^(?-i:[A-Z]{3,}(?: [A-Z]+)*),? ")
_DASH_PARTNER = pattern(r"(?-i:[A-Z])\w+\s?[-–—]\s?$")

_NAME = r"(?-i:[A-Z][\w'’-]+(?:\s(?:of|and|for|the|de|[A-Z][\w'’&-]*))*)"
_VERB = (
    r"(?:said|says|say|told|added|adds|noted|notes|explained|recalled|recalls|announced|estimated|estimates|estimate"
    r"|reported|"
    r"reports|stated|sighed|warned|warns|predict|predicts|predicted|expects?|indicated|indicates|revealed|reveals"
    r"|showed|shows|"
    r"show|reckons?|believes?|pointed out|forecasts?|wrote|confirmed|claimed|observed|disclosed|put|polled|projects)"
)
_ORG = (
    r"(?:bureau|customs|ministry|administration|commission|office|association|agency|authority|authorities|committee"
    r"|department|"
    r"government|bank|chamber|centre|center|operator|company|group|publisher|organizers?|organisers?|economists?"
    r"|analysts?|brokers?|"
    r"forwarders?|vendors|officials?|institute|council|post|railway|index office|statement)"
)
_ACCORDING = pattern(
    r"\b(?:according to|citing|data from|figures from|statistics from|numbers from|figures released by|data "
    r"released by|"
    r"statistics released by|data provided by|figures published by|data published by|information from|in a poll of|a "
    r"poll of|a survey of)\s+"
    r"(?:(?:a|the|an|latest|new|recent|official) )*(?:(?:report|article|data|figures|statistics|survey|statement"
    r"|story|tally|notice|"
    r"interview|post|bulletin|release)s?(?: (?:released|published|issued|compiled))?(?: (?:by|from|of|in|with))? "
    r")?(?P<name>[^,.;:()]+)"
)
_REPORT = pattern(
    r"\b(?:a|an|the) (?:report|article|statement|post|notice|bulletin|story) (?:from|by|of|in|released by|issued by) "
    r"(?P<name>[^,.;:()\[\]]+)"
)
_WHO = (
    rf"(?:(?:(?:the|its|their|a|an|local|city's|some|several|most) )*(?:[\w'-]+ ){{0,5}}?{_ORG}"
    rf"(?: (?:in|of|at|for|with) (?-i:[A-Z])[\w']*(?: (?-i:[A-Z])[\w']*)*)?|{_NAME}|he|she|they"
    r"|the (?:report|article|notice|statement))"
)
_SAID = pattern(
    rf"(?P<edge>^|[,;:\"“”—] ?|\b(?:and|but|while|as|that) |\b(?:analyst|director|manager|vendor|owner|buyer|trader"
    rf"|official|"
    rf"founder|merchant|economist|head|president|spokesperson|spokesman|spokeswoman|secretary|mayor|boss) )"
    rf"(?P<subject>{_WHO})(?:,[^,\"“”]{{2,90}},)? (?:also |further |then |earlier |later )?{_VERB}\b"
)
_SAID_AFTER = pattern(
    rf"[,\"”] ?(?:said|says|told|added|recalled|noted|warned|explained|announced|sighed|estimated|predicted|reported"
    rf"|according to)"
    rf" (?:reporters |us )?(?P<subject>{_WHO})"
)
_AHEAD = frozenset({"and", "but", "while"})
_POLL_BACK = 40
_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "the report", "the bureau", "the office", "the article", "the statement"}
)
_ANONYMOUS = frozenset({
    "data", "a survey", "survey", "figures", "statistics", "official data", "reporters", "the data", "who", "which",
    "the figures", "a report", "the survey", "the notice", "estimates", "records", "this", "that", "there",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The expression that finds English place names, and the place of each; made once from a lexicon."""

    names: Expression
    places: Mapping[str, tuple[str, str]]


def place_words(lexicon: Lexicon) -> PlaceWords:
    """Make the table of place names of a lexicon."""
    places = {
        name: (place.name, place.level)
        for place in lexicon.places.values()
        for name in (*place.names["en"], *(name.upper() for name in place.names["en"] if len(name) > 3))
    }
    named = alternatives(places)
    relative = alternatives(_RELATIVE)
    return PlaceWords(
        pattern(rf"\b(?:(?P<name>(?-i:{named}))|(?:the|this|our|that) (?P<relative>{relative}))(?:\b|$)"), places
    )


def places(text: str, table: PlaceWords) -> list[PlaceMark]:
    """Give the places of a sentence and the part that each plays."""
    found = []
    for match in table.names.finditer(text):
        start, end = match.span()
        name = match.group("name")
        if not name:
            found.append(PlaceMark(start, end, None, _RELATIVE[match.group("relative").lower()]))
            continue
        canonical, level = table.places[name]
        joined = text[end : end + 1] in {"-", "–"} and text[end + 1 : end + 2]
        if (joined and joined.islower()) or text[end : end + 1] == "$":
            continue
        part = "route" if joined and text[end] == "-" and level == "country" else _part(text, start)
        if part == "subject" and found and found[-1].part == "partner" and _JOINED.match(text[found[-1].end : start]):
            part = "partner"
        found.append(PlaceMark(start, end, canonical, level, part))
    return found


def _part(text: str, start: int) -> str:
    head = text[max(0, start - 40) : start]
    if _DATELINE.match(text) and start < 3:
        return "dateline"
    if _SCOPE.search(head):
        return "scope"
    if _ROUTE_TO.search(head) or _PARTNER.search(head) or _DASH_PARTNER.search(head):
        return "partner"
    return "subject"


_JOINED = pattern(r"^(?:,? and (?:the )?|, (?:the )?)$")


def speakers(text: str) -> list[Speaker]:
    """Give the sources that a sentence names, with what they stand for: a name, or a pronoun that resumes one."""
    found: list[Speaker] = []
    for expression in (_ACCORDING, _REPORT):
        for match in expression.finditer(text):
            name = _trimmed(text, *match.span("name"))
            if name and text[name[0] : name[1]].lower() not in _ANONYMOUS:
                poll = "poll of" in match.group().lower()
                reach = (max(0, match.start() - _POLL_BACK), match.end()) if poll else None
                found.append(Speaker(match.start(), match.end(), name, reach=reach))
    for expression in (_SAID, _SAID_AFTER):
        for match in expression.finditer(text):
            span = _trimmed(text, *match.span("subject"))
            words = text[span[0] : span[1]].lower() if span else ""
            if not words or words in _ANONYMOUS or words.startswith(("data ", "survey", "a survey")):
                continue
            lead = text[match.start() : span[0]].lower().split() if span else []
            reach = (match.start(), len(text)) if _AHEAD & set(lead) and expression is _SAID else None
            found.append(Speaker(match.start(), match.end(), None if words in _PRONOUNS else span, reach=reach))
    found.sort(key=lambda speaker: speaker.start)
    return found


_LEADING = pattern(
    r"(?:(?:and|but|that|while|as|data released by|figures from|statistics from|data from|the|latest|,)\s+)+"
)
_TRAILING = pattern(r"\s+(?:show|shows|showed|on|in (?:january|february|march|april|may|june|july|august|september"
                    r"|october|november|"
                    r"december|20[0-9]{2})|data|figures|statistics|released|earlier|told|said|last"
                    r"|this)\b.*$")  # fmt: skip


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    lead = _LEADING.match(text[start:end])
    if lead:
        start += lead.end()
    tail = _TRAILING.search(text[start:end])
    if tail:
        end = start + tail.start()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",'\""):
        end -= 1
    return (start, end) if end > start else None
