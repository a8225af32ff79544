"""The noun that an English number counts, and the goods that it weighs."""

from barometer.claims.english.unit_words import WINDOW, UnitWords
from barometer.claims.english.words import STOPS, Token, Words, singular
from barometer.claims.text.expressions import pattern

_LONGEST_NOUN = 7
_PEOPLES = ("africans", "americans", "mexicans", "dominicans", "koreans", "kenyans", "europeans", "germans")
_OF_PERSONS = (
    "people",
    "ists",
    "ians",
    *_PEOPLES,
    "craftsmen",
    "swomen",
    "smen",
    "workers",
    "owners",
    "goers",
    "holders",
    "drivers",
    "men",
)
_OF_GOODS = pattern(r"\s(?:worth of|of|in)\s")
_KINDS = frozenset({"type", "kind", "variety"})
_KIND_OF = frozenset({"type", "kind", "variety", "category", "piece", "set", "pair", "box", "unit", "class"})
_PLURALS = frozenset({"people", "women", "men", "businessmen", "staff", "personnel", "children", "businesspeople"})
_NO_PLURALS = """
weeks seconds decades centuries plus points times perhaps previous previously across years yes less
us is was as this thus comes goes christmas makes takes gives shows says tells wants needs sits becomes remains includes
ones
"""
_NO_NOUNS = frozenset(_NO_PLURALS.split())


def goods(text: str, words: Words, end: int) -> tuple[int, int] | None:
    """Give the goods behind "tonnes of", "TEUs of", "yuan worth of", all of a list: "toys, lamps and pans"."""
    aside = _CONVERSION.match(text[end : end + WINDOW])
    end += aside.end() if aside else 0
    lead = _OF_GOODS.match(text[end : end + WINDOW])
    if lead and _IN_ALL.match(text[end : end + WINDOW]):
        return None
    phrase = _noun_phrase(words, end + lead.end()) if lead else []
    cut = next((index for index, token in enumerate(phrase) if _is_plural(token.word)), len(phrase))
    phrase = phrase[: cut + 1]
    apart = [index for index in range(1, len(phrase)) if "," in text[phrase[index - 1].end : phrase[index].start]]
    phrase = phrase[: apart[0]] if apart else phrase
    if not phrase:
        return None
    return phrase[0].start, _list_end(words, phrase[-1])


_CONVERSION = pattern(r"^ \([^()]{3,32}\)(?: of)?")
_IN_ALL = pattern(r"^ in (?:all|total|full|cash|advance|sum)\b")
_LONGEST_ITEM = 3
_MOST_ITEMS = 4


def _list_end(words: Words, last: Token) -> int:
    """Give where a list of goods ends whose first item is known: ", lamps and pans"."""
    stop, joined = last.end, False
    for _ in range(_MOST_ITEMS):
        at = words.after(stop)
        if joined or at >= len(words.tokens) or words.tokens[at].word not in {",", "and"}:
            break
        joined = words.tokens[at].word == "and"
        item = _item(words, at + 1)
        if item is None:
            return last.end
        stop = item.end
    return stop if joined else last.end


def _item(words: Words, at: int) -> Token | None:
    """Give the last word of an item of goods: its first plural, or the one word in front of "and" or a stop."""
    for index in range(at, min(at + _LONGEST_ITEM, len(words.tokens))):
        token = words.tokens[index]
        if token.word in STOPS or token.word in _TIMED or not token.word[0].isalpha():
            return words.tokens[index - 1] if index > at else None
        if _is_plural(token.word):
            return token
    return words.tokens[at] if at + 1 == len(words.tokens) else None


def counted_noun(text: str, words: Words, table: UnitWords, end: int) -> tuple[tuple[int, int] | None, str]:
    """Give the noun that a number counts, with the words between, and its unit.

    The first plural is the noun, unless one that is known as a thing counted follows it ("logistics firms"). What comes
    in kinds, types and varieties are products.
    """
    if text[end : end + 2] == ", ":
        return None, "count"  # "from 19 days to 12, saving shippers money"
    phrase = _noun_phrase(words, end)
    plurals = [index for index, token in enumerate(phrase) if _is_plural(token.word) or _is_point(phrase, index)]
    known = [index for index in plurals if noun_unit(phrase[index].word, table)]
    known = [index for index in known if singular(phrase[index].word) not in _KINDS] or known
    if not plurals:
        return None, "count"
    head = known[0] if known else plurals[0]
    token = phrase[head]
    if text[token.end : token.end + 2] == "'s":
        return None, "count"
    pair = f"{phrase[head - 1].word} {singular(token.word)}" if head else ""
    if singular(token.word) in _KINDS and (named := goods(text, words, token.end)) is not None:
        return named, "product"
    longer = f"{phrase[head - 2].word} {pair}" if head > 1 else ""
    unit = table.nouns.get(longer) or table.nouns.get(pair) or noun_unit(token.word, table) or "count"
    if unit == "person" and singular(token.word) == "fan" and _SOLD.search(text[max(0, end - _NEAR) : end]):
        unit = "count"  # "we sold 4,600 fans"
    if any(singular(one.word) in _KINDS for one in phrase[:head]) and unit == "count":
        unit = "product"
    stop = _goods_end(text, words, token) if singular(token.word) in _PIECES else token.end
    return (phrase[0].start, stop), unit


_NEAR = 64
_SOLD = pattern(
    r"\b(?:s[eo]ll(?:s|ing)?|sold|ship(?:s|ped|ping)?|export(?:s|ed|ing)?|ma[dk]es?|making|produc(?:e|es|ed|ing)"
    r"|order(?:s|ed|ing)?"
    r"|b[uo]y|bought|deliver(?:s|ed)?|turn(?:s|ed|ing)? out|churn(?:s|ed|ing)? out|assembl(?:es?|ed|ing))\b[^.;]*$"
)
_PIECES = frozenset(
    {
        "pair",
        "string",
        "piece",
        "set",
        "box",
        "bag",
        "carton",
        "roll",
        "bottle",
        "case",
        "crate",
        "can",
        "pack",
        "unit",
        "batch",
        "container",
    }
)


def _goods_end(text: str, words: Words, piece: Token) -> int:
    """Give where the goods end that come in pieces: "pairs of socks"."""
    found = goods(text, words, piece.end) if text[piece.end : piece.end + 4] == " of " else None
    return found[1] if found else piece.end


def _noun_phrase(words: Words, end: int) -> list[Token]:
    """Give the words right behind a number that may belong to its noun; "of" only goes on from "types of"."""
    first = words.after(end)
    if first + 2 < len(words.tokens) and words.tokens[first].word.isdigit() and words.tokens[first + 1].word == "-":
        first += 2 + words.tokens[first + 2].word[:1].isalpha()  # "two 40-foot containers"
    phrase: list[Token] = []
    for index, token in enumerate(words.tokens[first : first + _LONGEST_NOUN], start=first):
        if token.word in _QUOTES or _is_initial(words, index):
            continue
        if token.word in _LEADING and not phrase and _goes_on(words, index):
            continue
        if token.word in _FINITE and not phrase:
            break
        if token.word == "of" and phrase and singular(phrase[-1].word) in _KIND_OF:
            continue
        last = words.tokens[index + 1].word if index + 1 < len(words.tokens) else ""
        if token.word == "," and last in STOPS:
            break
        if token.word in {"and", ","} and phrase and not any(_is_plural(one.word) for one in phrase):
            continue
        if token.word in _REGULAR and not phrase and (_is_plural(last) or last in _IN_USE):
            continue  # "nine daily trains"
        if token.word in STOPS or token.word in _TIMED or not token.word[0].isalpha():
            break
        phrase.append(token)
    return phrase


def _is_initial(words: Words, index: int) -> bool:
    """Say whether a word is part of a name of initials: "410 small U.S. toy companies"."""
    word = words.tokens[index].word
    last = words.tokens[index - 1].word if index else ""
    following = words.tokens[index + 1].word if index + 1 < len(words.tokens) else ""
    short = last if word == "." else word if following == "." else ""
    return short in _INITIALS


_INITIALS = frozenset({"u.s", "u.k", "u", "s", "k"})


def _goes_on(words: Words, index: int) -> bool:
    """Say whether a noun follows "more", so that it only adds to what is counted: "two more halls"."""
    following = words.tokens[index + 1].word if index + 1 < len(words.tokens) else ""
    return following not in STOPS and following[:1].isalpha()


_REGULAR = frozenset({"daily", "weekly", "monthly"})
_IN_USE = frozenset({"active", "unique", "paying"})
"""What stands between a rhythm and the people counted by it: "118 million monthly active users"."""
_QUOTES = frozenset({'"', "“", "”"})
_LEADING = frozenset({"more", "fewer"})
_FINITE_WORDS = """
take make sell buy give get go come say think want accept send speak rely prefer choose bring become believe know said
took made sold bought gave got went came thought wanted kept sent paid spoke chose brought became knew began joined
opened won stayed agreed refused replied called sells
"""
_FINITE = frozenset(_FINITE_WORDS.split())
"""Verbs that begin no noun phrase: "of the 56 stalls, 41 take cards"."""


def _is_point(phrase: list[Token], index: int) -> bool:
    """Say whether "points" are places where something is done, no units: "19,800 rural service points"."""
    return phrase[index].word == "points" and index > 0 and phrase[index - 1].word in _OF_POINTS


_OF_POINTS = frozenset(
    {"service", "collection", "pickup", "pick-up", "delivery", "sales", "charging", "entry", "drop-off"}
)


def _is_plural(word: str) -> bool:
    return (word != singular(word) or word in _PLURALS or word.endswith(("people", "skus"))) and word not in _NO_NOUNS


def noun_unit(word: str, table: UnitWords) -> str | None:
    """Give the unit of what a noun names, of its last part if it has a hyphen; "craftswomen" are persons."""
    last = word.rsplit("-", 1)[-1]
    known = table.nouns.get(singular(word)) or table.nouns.get(word) or table.nouns.get(singular(last))
    return known or ("person" if word.endswith(_OF_PERSONS) and word not in _OF_THINGS else None)


_OF_THINGS = frozenset(
    {"lists", "checklists", "shortlists", "playlists", "wrists", "twists", "mists", "medians", "radians"}
)


def milestone_noun(words: Words, table: UnitWords, end: int) -> tuple[tuple[int, int] | None, str]:
    """Give the thing that an ordinal numbers, if it is one that is counted: "the 6,000th freight train"."""
    first = words.after(end)
    for token in words.tokens[first : first + _LONGEST_NOUN]:
        if token.word in STOPS or not token.word[0].isalpha():
            break
        if token.word in {"teu", "teus"}:
            return None, "teu"  # of goods that it does not name
        if token.word in table.nouns and token.word != "times":
            return (words.tokens[first].start, token.end), table.nouns[token.word]
    return None, "count"


_TIMED = frozenset({"last", "next", "yesterday", "annually", "monthly", "daily", "respectively"})
MILESTONE = 1000
_NO_MILESTONES = frozenset({"anniversary", "birthday", "time", "edition", "session", "place", "century", "year"})


def first_noun(words: Words, end: int) -> tuple[int, int] | None:
    """Give the noun phrase that a great ordinal numbers, whatever it is: "the 10,000th test report"."""
    phrase = _noun_phrase(words, end)
    stop = next((index for index, token in enumerate(phrase) if token.word in _NO_MILESTONES), None)
    if not phrase or stop is not None:
        return None
    return phrase[0].start, phrase[min(1, len(phrase) - 1)].end
