"""English ranks: ranked third, the second-largest, among the top ten."""

from collections.abc import Iterator
from decimal import Decimal

from barometer.claims.text.expressions import pattern
from barometer.claims.values import Mention, Numeral

_RANKED_NOT = pattern(r"\b(?:would|will|could|to|may|can|should|might|did|and|that|sales|exports|imports|trade)\s+$")

_PLACES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip

_RANK = pattern(
    rf"\b(?:rank(?:ed|s|ing)?(?: (?:it|them|us|the city|the county|the province))?"
    rf"|placed?|came|finished|stood) (?:in |as )?(?:the )?(?P<nth>{'|'.join(_PLACES)}|[0-9]+(?:st"
    rf"|nd|rd|th)\b"
    rf"|No\.? ?[0-9]+|number one)\b|\b(?P<large>{'|'.join(_PLACES[1:])}|[0-9]+(?:nd|rd|th))[- ](?:largest|biggest"
    rf"|highest|busiest|longest|lowest|smallest|richest|best|most|fastest)\b"
    rf"|\b(?:remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|sits|sat|stands|kept|still) (?P<kept>{'|'.join(_PLACES)})"
    rf" (?:in|among|for|by|nationally|nationwide|globally|worldwide)\b"
    rf"|\b(?:is|was|were|are|we are|now) (?P<stood>{'|'.join(_PLACES[1:])})(?:[.,;]| (?:in|among|with|nationally"
    rf"|nationwide"
    rf"|globally|worldwide)\b)"
    rf"|\b(?:it|them|that|still|world|port|city) (?P<no>No\.? ?[0-9]{{1,2}})\b"
    rf"|\b(?P<place>{'|'.join(_PLACES)})(?:[- ]place\b| place\b)"
    rf"|\b(?:up|down) from (?P<was>{'|'.join(_PLACES)})\b(?: place\b)?"
    rf"|\b(?:rose|climbed|moved up|jumped|leapt|slipped|fell|dropped|slid|advanced|up"
    rf"|down) (?:[a-z]+ ){{0,3}}to (?P<now>{'|'.join(_PLACES)})\b(?: place\b)?"
    rf"|\b(?:compared with|compared to|against|versus) (?P<then>{'|'.join(_PLACES)}) (?:place |in |a year|the year)"
    rf"|, (?P<placed>{'|'.join(_PLACES[1:])}) (?:in|among) (?:the |all )?(?:nation|country|province|world|China)\b"
    rf"|\bput(?:s|ting)? (?-i:[A-Z])\w+ (?P<puts>{'|'.join(_PLACES)}) (?:in|among|nationwide)\b"
    rf"|\b(?P<only>{'|'.join(_PLACES[1:6])}) (?:only )?to (?-i:[A-Z])"
    r"|\btop[ -](?P<top>[0-9]+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty"
    r"|hundred)\b"
)

_NEXT = pattern(
    rf"\b(?:rank(?:ed|s|ing)?|placed?|came|finished|stood|remain(?:s|ed)?|stay(?:s|ed)?|sits|sat|is|was)"
    rf" (?:[a-z]+ )?(?:{'|'.join(_PLACES)}) (?:in|for|by)"
    rf" (?:[a-z-]+ ){{1,5}}and (?P<next>{'|'.join(_PLACES)}) (?:in|for|by)\b"
)
_FROM = pattern(rf"\bto (?:{'|'.join(_PLACES)})(?: place)? from (?P<before>{'|'.join(_PLACES)})\b")
"""The rank before, told behind the one reached: "rose to sixth from eighth"."""
_ECONOMY = pattern(r"^ econom(?:y|ies)")
_CAME_FIRST = pattern(r"^came first[.;!?]$")
_LISTED = pattern(
    r"^ (?:list|ranking|index|league)|^[.,][0-9]|^ ?(?:million|billion|trillion|percent|%|yuan|mln|bln)\b"
)
_TOPS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50, "hundred": 100,
}  # fmt: skip


def rank_mentions(text: str) -> Iterator[Mention]:
    """Give ranks: "ranked third", "second-largest", "among the top 10"."""
    for match in _RANK.finditer(text):
        group = match.name
        if group == "top" and _RANKED_NOT.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        if group == "top" and _LISTED.match(text[match.end() : match.end() + 12]):
            continue  # "the Fortune top 500 list" is a name
        if group == "large" and _ECONOMY.match(text[match.end() : match.end() + 9]):
            continue  # "the world's second-largest economy" is a name of China
        word = match.group(group).lower()
        if _CAME_FIRST.match(match.group().lower() + text[match.end() : match.end() + 1]):
            continue  # "Crystal came first."
        digits = "".join(char for char in word if char.isdigit())
        number = int(digits) if digits and len(digits) < 5 else _TOPS.get(word) or _rank_word(word)
        start, end = match.span(group)
        numeral = Numeral(start, end, Decimal(number), "ordinal")
        modifier = "le" if group == "top" else "eq"
        if number:
            first = start if group in {"placed", "only", "puts"} else match.start()
            last = end if group in {"then", "kept", "stood", "no", "placed", "only", "puts"} else match.end()
            yield Mention(first, last, numeral, "rank", modifier, None, certain=True)

    for expression, group in ((_NEXT, "next"), (_FROM, "before")):
        for match in expression.finditer(text):
            start, end = match.span(group)
            numeral = Numeral(start, end, Decimal(_rank_word(match.group(group).lower())), "ordinal")
            yield Mention(start, end, numeral, "rank", "eq", None, certain=True)


def _rank_word(word: str) -> int:
    return 1 if word == "number one" else _PLACES.index(word) + 1 if word in _PLACES else 0


_NEXT_GAIN = pattern(
    r"(?:, followed by (?P<next>[a-z][\w' -]{1,40}?)(?: (?:with|at)| \()|\)(?:,| and|, and) (?:followed by |then )?"
    r"(?P<listed>[a-z][\w' -]{1,40}?) \()\s*$"
)


def next_in_rank(text: str, position: int) -> tuple[int, int] | None:
    """Give what comes next in a ranking of gains: "followed by door products (0.64 percent)"."""
    match = _NEXT_GAIN.search(text[max(0, position - _LONGEST_NEXT) : position])
    if match is None:
        return None
    start, end = match.span(match.name)
    return position - min(position, _LONGEST_NEXT) + start, position - min(position, _LONGEST_NEXT) + end


_LONGEST_NEXT = 64
