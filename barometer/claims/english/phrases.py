"""English noun phrases: the one that ends at a place, the one that begins there, and how they are trimmed."""

from barometer.claims.english.places import PEOPLE
from barometer.claims.english.words import INTRODUCERS, STOPS, Token, tokenise
from barometer.claims.text.expressions import pattern
from barometer.claims.text.scanning import touching
from barometer.claims.values import Cue, Reading

Span = tuple[int, int]
NEAR = 100
ENDING = (Cue.VERB, Cue.GROWTH, Cue.LEVEL, Cue.SHARE, Cue.STATUS, Cue.RANK, Cue.TIMES)
MEASURES = frozenset({
    "traffic", "footfall", "volume", "throughput", "capacity", "output", "attendance", "turnover", "sales",
    "population", "production", "shipments", "exports", "imports", "orders", "deliveries", "visits",
})  # fmt: skip
AUXILIARIES = frozenset({"is", "are", "was", "were", "be", "been", "being", "has", "have", "had"})
SHARE_OF = pattern(r"\b(?:share|proportion|percentage) of (?:the )?")
_LONGEST_PHRASE = 6
_SCALES = frozenset({"thousand", "million", "billion", "trillion", "dozen"})
_LONGEST_MARK = 24
DETERMINERS = frozenset({
    "a", "an", "the", "its", "their", "his", "her", "our", "my", "your", "this", "that", "these", "those",
    "each", "every", "another", "some", "any", "all", "new", "total", "overall", "combined",
})  # fmt: skip
_NUMBER_OF = pattern(r"^(?:total |combined |overall |cumulative |annual |average )?number of (?:the )?")
_POSSESSIVE = pattern(r"^(?:[\w.&-]+ ){0,5}?[\w.&-]+(?:'s|s') ")
_NAMED_FOR = pattern(r"^(?:[\w-]+ ){0,3}(?:managers|producers?|consumers?|farmers)'s? (?:[a-z]+ )?ind(?:ex|ices)\b")
"""A name that only looks owned: "purchasing managers' index"."""
_SHORT_NAME = pattern(r" \((?-i:[A-Z])[\w&-]{1,8}\)?$")
_SHIPPED = pattern(r"^(?:exports?|shipments?|sales|deliveries|trains|departures) ")
_OF_NUMBER = pattern(r" of (?:the|an?|her|his|its|their|our|my) [0-9][\w.,]*-[a-z]")
"""A size in the words that narrow a phrase ("rent of a 50-square-metre room") is a figure of its own."""
_LINK = pattern(r" (?:at|in|on|of|near|along|across|inside|outside|around|through|from|to|for|with|between|by)(?: |$)")
_FACILITY = pattern(
    r"^(?:(?:the|its|this|that|our) (?:[a-z-]+ )?(?:port|gateway|airport|city|province|county|country|district|town|hub"
    r"|zone|park|platform|market|company|firm|group)|(?:its|their|his|her|our) (?:factories|shops|stores|plants|halls"
    r"|mills|warehouses|workshops))$"
)
_OF_PLACE = pattern(
    r"(?: routes?| lanes?| lines?| channels?|'s [a-z-]+(?: [a-z-]+)?|(?-i:[A-Z])[a-z]+ (?-i:[a-z])[a-z]+ [a-z]+)$"
)
"""Words behind a place that make it part of a name of what is measured: "on the Asia-Europe route"."""
_LOCATING = frozenset(
    {"at", "in", "on", "of", "by", "near", "along", "across", "inside", "outside", "around", "through"}
)


def before(reading: Reading, end: int, floor: int) -> Span | None:
    """Give the noun phrase that ends at a place: back to a determiner, verb, preposition, number or sign."""
    low = max(floor, end - NEAR)
    found: list[Token] = []
    for token in reversed(tokenise(reading.text[low:end]).tokens):
        at = low + token.start
        verb = next(iter(reading.between(at, at + len(token.word), *ENDING)), None)
        stop = token.word in STOPS | _SCALES or not token.word[0].isalpha() or len(found) >= _LONGEST_PHRASE
        if stop or (verb is not None and found and token.word not in MEASURES):
            break
        found.append(token)
    while found and found[-1].word in DETERMINERS | INTRODUCERS:
        found.pop()
    if not found:
        return None
    return trimmed(reading, low + found[-1].start, low + found[0].end)


def after(reading: Reading, start: int) -> Span | None:
    """Give the noun phrase that begins at a place, determiners left out: up to a verb, preposition, number or sign."""
    text = reading.text
    found: list[Token] = []
    tokens = tokenise(text[start : start + NEAR]).tokens
    for index, token in enumerate(tokens):
        if token.word in DETERMINERS and (not found or (found[-1].word == "of" and token.word in {"a", "an"})):
            continue
        at = start + token.start
        if (
            token.word in {"on", "of"}
            and found
            and index + 1 < len(tokens)
            and (_bare_noun(reading, start, tokens[index + 1]) or _single(tokens, index))
        ):
            found.append(token)
            continue
        if found and any(period.start == at for period in reading.periods):
            break
        verb = any(mark.start == at for mark in reading.between(at, at + _LONGEST_MARK, *ENDING))
        stop = token.word in STOPS or not token.word[0].isalpha() or len(found) >= _LONGEST_PHRASE
        if stop or (verb and found and token.word not in MEASURES):
            break
        if text[at - 1 : at] not in {" ", "-", "", "("}:
            break
        found.append(token)
    if not found or touching(reading.periods, start + found[0].start, start + found[0].end):
        return None
    span = start + found[0].start, start + found[-1].end
    place = next((mark for mark in reading.places if mark.start == span[0]), None)
    if place is not None and text[place.end : place.end + 2] != "'s":
        return None
    return trimmed(reading, *span)


def _single(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether "of a" and a noun follow: "cost of a test"."""
    return index + 2 < len(tokens) and tokens[index + 1].word in {"a", "an"} and tokens[index + 2].word.isalpha()


def _bare_noun(reading: Reading, start: int, token: Token) -> bool:
    known = token.word in STOPS or token.word in DETERMINERS or not token.word[0].isalpha()
    span = start + token.start, start + token.end
    return not (known or touching(reading.places, *span) or touching(reading.periods, *span))


def trimmed(reading: Reading, start: int, end: int) -> Span:
    """Cut what only owns, counts or locates a phrase: "Yiwu's exports", "the number of firms", "rents in Keqiao"."""
    text = reading.text
    links = [
        (start + match.start(), start + match.end(), match.group().strip()) for match in _LINK.finditer(text[start:end])
    ]
    for index, (low, high, word) in enumerate(links):
        stop = links[index + 1][0] if index + 1 < len(links) else end
        within = end if word == "between" else stop
        placed = any(high <= place.start < within and place.level != PEOPLE for place in reading.places)
        kept = word in {"on", "by", "of"} and _OF_PLACE.search(text[high:stop]) is not None
        shipped = word == "from" and placed and _SHIPPED.match(text[start:low]) is not None
        if low > start and (shipped or ((word in _LOCATING or word == "between") and placed)) and not kept:
            end = low
            break
        if low > start and word in _LOCATING and _FACILITY.match(text[high:stop]):
            end = low
            break
    if (counted := _OF_NUMBER.search(text[start:end])) is not None:
        end = start + counted.start()
    owner = _POSSESSIVE.match(text[start:end])
    named = _NAMED_FOR.match(text[start:end]) is not None
    if owner and not named and start + owner.end() < end and not _LINK.search(owner.group()):
        start += owner.end()
    number = _NUMBER_OF.match(text[start:end])
    if number and start + number.end() < end:
        start += number.end()
    if (short := _SHORT_NAME.search(text[start:end])) is not None and short.start():
        end = start + short.start()
    if text.endswith(" for", start, end):  # "Jinhua for 17 percent"
        end -= len(" for")
    return start, end
