"""Takes back or changes what English words seemed to say of the numbers near them, once all of a sentence is known."""

import re
from collections.abc import Sequence

from barometer.claims.english.months import MONTHS
from barometer.claims.english.words import STOPS, tokenise
from barometer.claims.lexicon import Lexicon
from barometer.claims.replacing import replace
from barometer.claims.text.expressions import pattern
from barometer.claims.text.scanning import Spanned
from barometer.claims.values import Cue, Mark, Mention, PeriodMark, PlaceMark

_FUNDS = pattern(r"(?:rais(?:e|es|ed|ing)|recovered|los(?:e|es|t|ing)|loss of)$")
_OVER_TIME = pattern(r"^ (?:over|on|in|during) (?:the|a|that) (?:day|week|month|quarter|year)\b")
_SECTOR = pattern(r"\b(?:industry|industries|sector|services) $")
_LIFTED = pattern(r"lift(?:s|ed|ing)?$")
_TAKEN = pattern(r"(?:pick(?:ed|s)?|picking) up$")
_SPANNING = pattern(
    r"\s(?:the (?:(?:two|three|four|five|six|[0-9]+) (?:years|months|weeks|days)|next|past|last|coming"
    r"|following|course|same|first|period|year|decade|weekend|holiday|week|month"
    r"|quarter|day)\b"
    r"|the (?:(?-i:[A-Z])[\w'-]+ ){1,3}(?:break|holidays?|festival|week|weekend|period|season)\b"
    r"|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|[0-9]+)[ -](?:\w+ )?(?:years?|months?|weeks?"
    r"|days?"
    r"|decades?|quarters?|period|hours?)\b)"
)
_UNDER_RULE = pattern(
    r"^ (?:(?-i:Article|Section|Rule|Chapter|Clause|Notice|Order)|(?:the|a|an|its|this"
    r"|that) (?:[a-z-]+ ){0,3}(?:laws?|act"
    r"|deal|plan|rules?|scheme|program(?:me)?|contract|agreement|initiative|policy|pact|name|brand))\b"
)
_THAN = pattern(r"^[^.;]*\b(?:than|year[- ]on[- ]year)\b|^[^.;,]{0,60}\b(?:respectively|from|over|against|compared)\b")
_COMPARABLE = frozenset(
    {"percent", "percentage_point", "basis_point", "index_point", "CNY", "USD", "EUR", "GBP", "JPY", "HKD"}
)
_MEAN_GROWTH = pattern(r"\b(?:average|mean|median|biggest|largest|steepest|sharpest) $")
_THINGS = pattern(r"(?:pledges|plans|targets|forecasts|projects|projections)$")
_BETWEEN_COMMAS = re.compile(r"^, (?:which|released|issued|unveiled|published|dated)[^,.;]{4,60},")
_ASIDE = 96
_PAPER = pattern(r"(?:plans?|blueprint)$")
_HOLDING = pattern(r"^ (?:contains?|includes?|comprises?|lists?|consists? of|has|covers?|spells out|sets out)\b")
_GIVEN_IN = pattern(r"\b(?:in|of|with)\s$")
_NAME_BEFORE = pattern(r"(?:^|[a-z,] )(?P<word>(?-i:[A-Z][A-Za-z]+)) $")
_NAME_BEHIND = pattern(r"^ (?-i:[A-Z][a-z]+)")
_PART_END = pattern(r"(?:, |; |\(|\bnumber of )")
_BACK = 16
_MODAL = pattern(r"\b(?:will|would|to|could|may|might|should|can|must|did)\s$")
_NEAR = 64
_GOES_ON = pattern(
    r"(?: rate| pace)?(?: (?:in|for) [a-z0-9 -]{2,32}?)? (?:swung|went|turned|sank|slid|[a-z]{3,}ed)\b|"
    r"(?: rate| pace)?(?: (?:this|last|next) (?:year|month|quarter)| (?:in|for) [a-z0-9 -]{2,32}?)? (?:is|was|will"
    r"|would|could"
    r"|may|might|should|has|had|slow\w*|eas(?:e|ed|es|ing)|accelerat\w*|pick\w* up|f[ae]ll\w*|r[io]s[ei]\w*|drop\w*"
    r"|remain\w*"
    r"|stay\w*|stood|stands?|c[ao]mes?|reach\w*|hit|averag\w*|moderat\w*|cool\w*|edg\w*|narrow\w*|widen\w*"
    r"|quicken\w*)\b"
)
_SIZED = pattern(r"above (?:the |a )?(?:designated|certain|set) (?:size|scale|quota|level)")
"""What kind of firms figures are of: "industrial enterprises above the designated size"."""
_PASSED = pattern(r"^(?:below|above|under|past|beyond|short of)\b")
_PHRASAL = pattern(
    r"\b(?:\w+ed|m[ae]de?|makes|making|t[ao]kes?|took|taken|taking|sets?|starts?|started|using|uses?|build|built"
    r"|b[uo]y|bought"
    r"|eats?|ate"
    r"|rang|rings?|rack|chalk|puts?|gives?|gave|dug|digs?|drew|draws?|tore|threw|wound|caught|keep|kept|split|holds?"
    r"|held|breaks?|broke|sat|stood|sign|signs|open|opens|grew)$"
)
_MOVING = pattern(
    r"\b(?:edged|moved|ticked|inched|jumped|headed|climbed|increased|nudged|pushed|crept|slipped|finished|ended"
    r"|closed)$"
)


def refined(
    text: str, cues: list[Mark], found: list[Mention], spans: Sequence[Spanned], lexicon: Lexicon
) -> list[Mark]:
    """Give the cues that hold, as what they are; `spans` are the times and bases of the sentence."""
    kept = [
        mark
        for mark in cues
        if not (mark.cue is Cue.VERB and text[mark.start - 1 : mark.start] == "-")  # "state-owned firms"
        and not (mark.cue in {Cue.GROWTH, Cue.DIFFER} and _SIZED.match(text[mark.start : mark.start + _NEAR]))
        and not (mark.cue is Cue.STATUS and _is_no_status(text, mark, spans))
        and not (mark.cue is Cue.DIFFER and _tells_otherwise(text, mark, found, lexicon))
        and not (mark.cue is Cue.GROWTH and (_is_particle(text, mark) or _is_adjective(text, mark, found)))
        and not (mark.cue is Cue.GROWTH and _is_slowed(text, mark))
        and not (mark.cue is Cue.OLD and _is_whence(text, mark, found))
        and not (text[mark.start].isupper() and _is_of_name(text, mark))
    ]
    kept = [
        replace(mark, cue=Cue.VERB, value="")
        if mark.cue is Cue.GROWTH and _handles(text, mark, found, lexicon)
        else mark
        for mark in kept
    ]
    kept = [replace(mark, value="target") if _is_set(text, mark) else mark for mark in kept]
    return [_paced(text, _reaching(text, _lowering(text, mark), found)) for mark in kept]


def _is_of_name(text: str, mark: Mark) -> bool:
    """Say whether a word is part of a name: "Jinhai Supply Chain's net profit", "shares of Harvest Growth Holdings"."""
    inside = _CALLED_BEFORE.search(text[max(0, mark.start - _LONGEST_IN_NAME) : mark.start]) is not None
    return inside and _CALLED_ON.match(text[mark.end : mark.end + _LONGEST_IN_NAME]) is not None


_LONGEST_IN_NAME = 20
_CALLED_BEFORE = pattern(r"(?-i:(?:^|[^.A-Za-z'])[A-Z][a-z]{2,}) $")
_CALLED_ON = pattern(r"^(?-i:'s | (?:[A-Z][a-z]+ ){0,2}(?:[A-Z][a-z]+'s |Group\b|Holdings?\b|Co\b|Corp\b|Ltd\b|Inc\b))")
_SET_TO = pattern(
    r"^ (?:reach|exceed|surpass|make up|account|total|top|hit|double|triple|rise|grow|increase"
    r"|be (?:raised|cut|expanded|enlarged|lowered))\b"
)


def _is_set(text: str, mark: Mark) -> bool:
    """Say whether what is to come is a level set to be reached: "the volume is to reach 4 million"."""
    words = text[mark.start : mark.end].lower()
    return mark.cue is Cue.STATUS and words in {"is to", "are to"} and bool(_SET_TO.match(text[mark.end :][:_NEAR]))


def _is_slowed(text: str, mark: Mark) -> bool:
    """Say whether growth is only what something takes away from: "would lower GDP growth by 1.2 points"."""
    if text[mark.start : mark.end].lower() != "growth" or not text.startswith(" by ", mark.end):
        return False
    return _SLOWS.search(text[max(0, mark.start - _NEAR) : mark.start]) is not None


def _is_whence(text: str, mark: Mark, found: list[Mention]) -> bool:
    """Say whether "from" tells where those counted come from: "1,460 exhibitors from 21 provincial-level regions"."""
    after = next((one for one in found if one.start == mark.end + 1), None)
    return after is not None and _LANDS.match(text[after.end :][:_NEAR]) is not None


_LANDS = pattern(r"^ (?:[a-z-]+ ){0,2}?(?:regions|provinces|municipalities|states|counties)\b")
_SLOWS = pattern(
    r"\b(?:lower|cut|reduce|trim|slow|shave|depress|dent|dampen|curb|weaken)(?:s|ed|ing|d)?\b[^.;,0-9]{0,40}$"
)


def _is_adjective(text: str, mark: Mark, found: list[Mention]) -> bool:
    """Say whether a word of growth only describes: "a flat 3-euro fee", "a discount chain", but "a 5% discount"."""
    words = text[mark.start : mark.end].lower()
    if words == "flat":
        return text[: mark.start].endswith((" a ", " the "))
    return words == "discount" and not any(other.end == mark.start - 1 for other in found)


def _handles(text: str, mark: Mark, found: list[Mention], lexicon: Lexicon) -> bool:
    """Say whether a word of growth takes what the number counts: "raised $3 billion", "picked up 90 parcels"."""
    words = text[mark.start : mark.end]
    taken = {"money"} if _FUNDS.match(words) else {"discrete"} if _TAKEN.match(words) else set()
    taken = {"discrete", "mass"} if _LIFTED.match(words) else taken
    after = next((mention for mention in found if mention.start >= mark.end), None)
    if words.lower() == "cut" and after is not None and text[after.end : after.end + 4] == " of ":
        taken = {"area", "mass"}  # "cut 3 million mu of wheat"
    if words.lower() == "added" and _SECTOR.search(text[: mark.start]):
        taken = {"money"}  # "the primary industry added 6.93 billion yuan"
    if after is not None and taken == {"money"} and _OVER_TIME.match(text[after.end :][:_NEAR]):
        return False  # "the door lost 30 yuan over the month"
    near = after is not None and after.start <= mark.end + 1
    return near and after is not None and lexicon.dimension(after.unit) in taken


def _describes(text: str, mark: Mark, found: list[Mention], lexicon: Lexicon) -> bool:
    """Say whether a comparative only describes the things counted: "three bigger rivals"."""
    if text[mark.start : mark.end].lower() in {"fewer", "less", "more than", "fewer than", "less than"}:
        return False
    if text[mark.start : mark.end].lower() == "more" and _THAN.search(text[mark.end :]):
        return False
    follow = tokenise(text[mark.end : mark.end + 24]).tokens[:1]
    named = bool(follow) and follow[0].word[0].isalpha() and follow[0].word not in STOPS
    return named and any(other.end == mark.start - 1 and lexicon.dimension(other.unit) == "discrete" for other in found)


def _tells_otherwise(text: str, mark: Mark, found: list[Mention], lexicon: Lexicon) -> bool:
    """Say whether a comparative is none of the number in front of it."""
    return (
        _is_preposition(text, mark, found)
        or _tells_when(text, mark, found)
        or _describes(text, mark, found, lexicon)
        or text.endswith(_CAUSES, 0, mark.start)
    )


_CAUSES = (" on ", " amid ", " despite ", " due to ", " thanks to ", " because of ", " owing to ")
"""What stands before a comparative that only says why: "163 million yuan on higher tariffs"."""


def _is_preposition(text: str, mark: Mark, found: list[Mention]) -> bool:
    """Say whether "over", "under" compare nothing: only right behind a percent, points or money do they."""
    if text[mark.start : mark.end].lower() not in {"over", "under", "above", "below"}:
        return False
    follow = text[mark.end : mark.end + _NEAR]
    spans = text[mark.start : mark.end].lower() in {"over", "under"} and _SPANNING.match(follow)
    return bool(spans or _UNDER_RULE.match(follow)) or not any(
        other.end == mark.start - 1 and other.unit in _COMPARABLE for other in found
    )


def _reaching(text: str, mark: Mark, found: list[Mention]) -> Mark:
    """Give "slipped" as a word for a level where a bound follows that is reached: "slipped below 30 percent"."""
    if mark.cue is not Cue.GROWTH:
        return mark
    reached = any(
        other.start == mark.end + 1 and _PASSED.match(text[other.start : other.start + 12]) for other in found
    )
    if reached and text[mark.start : mark.end].lower() in {"growth", "expansion"}:
        return replace(mark, cue=Cue.PACE)  # "keep trade growth above 8 percent"
    return replace(mark, cue=Cue.LEVEL, value="") if reached else mark


def _tells_when(text: str, mark: Mark, found: list[Mention]) -> bool:
    """Say whether "earlier" dates something ("a year earlier"), for only right behind a count of days it compares."""
    if text[mark.start : mark.end].lower() not in {"earlier", "early", "later", "late", "sooner", "off"}:
        return False
    only = {"percent"} if text[mark.start : mark.end].lower() == "off" else None  # "30% off", not "takes 90 trucks off"
    return not any(other.end == mark.start - 1 and (only is None or other.unit in only) for other in found)


def _is_thing(text: str, mark: Mark) -> bool:
    """Say whether a word of status is a noun: "$3 billion in pledges", "the plan contains 24 measures"."""
    words = text[mark.start : mark.end]
    behind = text[mark.end : mark.end + _ASIDE]
    told = _PAPER.match(words) and _HOLDING.match(_BETWEEN_COMMAS.sub("", behind)[:_BACK])
    return bool(told or (_THINGS.match(words) and _GIVEN_IN.search(text[: mark.start][-8:])))


def _is_no_status(text: str, mark: Mark, spans: Sequence[Spanned]) -> bool:
    """Say whether a word of status is a month, or a thing."""
    month = any(span.start < mark.end and mark.start < span.end for span in spans)
    allowed = text[mark.start : mark.end].lower() == "may" and _ALLOWED.match(text[mark.end :][:_NEAR])
    return month or bool(allowed) or _is_thing(text, mark)


_ALLOWED = pattern(
    r"^ (?:also |now |each )?(?:claim|apply|receive|enjoy|obtain|choose|opt|keep|borrow|bring|use)\b"
    r"|^ (?:also |now |each |only )?(?:buy|sell|ship|send|import|export|spend|carry|order|hold|mail|post|purchase)\b"
    r"[^.;]{0,48}?\b(?:up to|no more than|at most|not more than|a maximum of)\b"
    r"|^ (?:also |now |only )?(?:stay|remain|return|exchange|send back|cancel|enter|visit)\b[^.;]{0,64}?\b(?:up to"
    r"|within|no more than|at most)\b"
)
"""What somebody is allowed to do by a rule in force: "may claim back up to 70 percent"."""


def is_name(text: str, mention: Mention) -> bool:
    """Say whether a number is part of a name written with capitals: "the Vortex 900 Pro", "the Four Modernizations"."""
    start, end = mention.numeral.start, mention.numeral.end
    behind = _NAME_BEHIND.match(text[end : end + 16])
    if behind is None or (mention.certain and mention.unit != "count"):
        return False
    if mention.numeral.form == "words":
        return text[start].isupper() and start > 0 and text[start - 2 : start - 1] not in {".", '"', ":", ""}
    before = _NAME_BEFORE.search(text[max(0, start - 24) : start])
    return before is not None and before.group("word").lower().rstrip(".") not in MONTHS


def in_yen(text: str, mention: Mention) -> Mention:
    """Give a sum behind the sign ¥ as yen, where a sentence tells of Japan."""
    signed = mention.unit == "CNY" and text[mention.numeral.start - 1 : mention.numeral.start] == "¥"
    return replace(mention, unit="JPY") if signed else mention


def without_time(text: str, mention: Mention, spans: list[PeriodMark | PlaceMark]) -> Mention:
    """Give a number without a noun that is only a time or place: "190,000 TEUs in March"."""
    noun = mention.noun
    timed = noun and any(
        span.start <= noun[0] < span.end and (isinstance(span, PeriodMark) or span.end >= noun[1]) for span in spans
    )
    if noun is None or not timed:
        return mention
    return mention if text[mention.end : noun[0]].strip() not in {"in", "of"} else replace(mention, noun=None)


_SET_OFF = pattern(r"(?:[,(–—-]|\b(?:is|are|was|were|still|now|ended|closed|finished|traded)) ?$")
_PERCENT = pattern(r"^ (?:by |about |nearly |around |just )?[$€£¥]?[0-9.,]+ ?(?:%|percent|per cent|points?\b|basis)")
_MOVES = frozenset({"drop", "decline", "fall", "increase", "rise", "contraction", "gain", "decrease"})
_THE_MOVE = pattern(r"\b(?:the|its|their|that|year-on-year|annual) $")
_SAID_MORE = pattern(r"(?: that\b|[,.:]|\s*[\"“]|$)")


def _is_particle(text: str, mark: Mark) -> bool:
    """Say whether "up" or "down" belongs to a verb that tells of no growth: "took up", "swallowed up"."""
    if text[mark.start : mark.end].lower() in {"added", "adds", "adding"}:
        return bool(_SAID_MORE.match(text[mark.end : mark.end + 8]))
    if text[mark.start : mark.end].lower() == "off":
        return not (_SET_OFF.search(text[max(0, mark.start - _BACK) : mark.start]) and _PERCENT.match(text[mark.end :]))
    if text[mark.start : mark.end].lower() not in {"up", "down"}:
        return False
    head = text[max(0, mark.start - 24) : mark.start].rstrip()
    return bool(_PHRASAL.search(head)) and not _MOVING.search(head)


def _paced(text: str, mark: Mark) -> Mark:
    """Give the noun "growth" as a word for a pace where it is the subject of a verb: "growth is forecast to slow"."""
    words = text[mark.start : mark.end].lower()
    noun = mark.cue is Cue.GROWTH and words in {"growth", "expansion"}
    head = text[max(0, mark.start - _BACK) : mark.start]
    noun = noun or (mark.cue is Cue.GROWTH and words in _MOVES and bool(_THE_MOVE.search(head)))
    noun = noun or (mark.cue is Cue.GROWTH and bool(_MEAN_GROWTH.search(text[max(0, mark.start - _BACK) : mark.start])))
    return replace(mark, cue=Cue.PACE) if noun and _GOES_ON.match(text[mark.end : mark.end + _NEAR]) else mark


def _lowering(text: str, mark: Mark) -> Mark:
    """Give "lower" as a verb of growth behind "will" or "to": "will lower its tariff"."""
    if mark.cue is not Cue.DIFFER or text[mark.start : mark.end].lower() != "lower":
        return mark
    verb = _MODAL.search(text[max(0, mark.start - _BACK) : mark.start])
    return replace(mark, cue=Cue.GROWTH, value="down") if verb else mark
