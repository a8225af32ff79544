"""The tokens of written English numbers: digits in every grouping, number words, scales, ordinals."""

from dataclasses import dataclass
from decimal import Decimal

from barometer.claims.english.numerals import ONES, TENS
from barometer.claims.text.expressions import pattern
from barometer.claims.text.scanning import alternatives
from barometer.claims.units.quantity import power

SCALES = {
    word: Decimal(10) ** exponent
    for words, exponent in (
        ("thousand", 3), ("lakh", 5), ("million mil", 6), ("crore", 7), ("billion bln", 9), ("trillion tln trn", 12),
    )
    for word in words.split()
}  # fmt: skip

_SUFFIXES = {"k": 3, "m": 6, "mm": 6, "mn": 6, "mln": 6, "b": 9, "bn": 9, "g": 9, "t": 12, "tn": 12}

_NEVER_APART = frozenset("tg")

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip

LARGE_PARTS = frozenset({"hundredth", "thousandth", "millionth", "billionth", "trillionth"})

UNITS = ONES | {"nought": Decimal(0), "naught": Decimal(0)}

DOZENS = frozenset(["dozen", "dozens", "doz", "dozs", "dz", "dzs"])

_VULGAR = dict(
    zip(
        "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
        ["1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "2/5", "3/5", "4/5", "1/6", "5/6", "1/8", "3/8", "5/8", "7/8"],
        strict=True,
    )
)

_GROUPED = r"[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?\b|[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?\b"

_EUROPEAN = r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+\b"

_DIGITS = rf"(?:{_EUROPEAN}|{_GROUPED}|[0-9]+\.[0-9]+|[0-9]+|\.[0-9]+)"

_WORDS = alternatives([
    *UNITS, *TENS, *SCALES, *DOZENS, "hundred", "hundreds", "and", "a", "an", "point", "half", "halves", "quarter",
    "quarters", "over", "in", "out of", "minus", "negative", "of", *ORDINALS, *(f"{word}s" for word in ORDINALS),
])  # fmt: skip

_TOKEN = pattern(
    r"(?P<list>\b[0-9]{1,3}(?:,[0-9]{1,2}){2,}\b)"
    rf"|(?P<power>{_DIGITS}(?:(?:[x×]10)?(?:\^|e)[+-]{{0,2}}|[x×]10-)[0-9]+\b)"
    r"|(?P<fraction>[0-9]{1,6}/[0-9]{1,6}\b)"
    r"|(?P<nth>[0-9]{1,6}(?:st|nd|rd|th)\b)"
    r"|(?P<comma>[0-9]+,[0-9]{1,2}\b)"
    rf"|(?P<digits>{_DIGITS})(?P<suffix>\s?(?:{'|'.join(sorted(_SUFFIXES, key=len, reverse=True))})\b)?"
    rf"|(?P<vulgar>[{''.join(_VULGAR)}])"
    rf"|(?P<word>\b{_WORDS}\b)"
    r"|(?P<dash>-)"
)

LETTER = pattern(r"[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a number: where it stands, what kind of piece it is, and its value."""

    name: str
    start: int
    end: int
    word: str
    number: Decimal = Decimal(0)


def tokens_of(text: str) -> list[Token]:
    """Give the pieces of numbers in a text, in its order."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match.group().lower()
        if match.group("list"):
            at = start
            for part in word.split(","):
                found.append(Token("number", at, at + len(part), part, Decimal(part)))
                at += len(part) + 1
            continue
        suffix = match.group("suffix")
        if suffix[:1] == " " and suffix.strip() in _NEVER_APART:
            suffix, end = "", match.end("digits")
        token = _number_token(match.name, start, end, word, suffix, match.group("digits"))
        if token is not None:
            found.append(token)
    return found


def _number_token(name: str, start: int, end: int, word: str, suffix: str, digits: str) -> Token | None:
    """Make a token of a match; the value of digits with all that is written to them."""
    if name == "word":
        return Token("word", start, end, word)
    if name == "dash":
        return Token("dash", start, end, word)
    value: Decimal | None
    if name == "power":
        value = power(word.replace("×", "x").replace("x10-", "x10^-").replace(",", ""))
    elif name in {"fraction", "vulgar"}:
        over, _, under = _VULGAR.get(word, word).partition("/")
        value = Decimal(over) / Decimal(under) if Decimal(under) else None
        return None if value is None else Token("part", start, end, word, value)
    elif name == "nth":
        return Token("nth", start, end, word, Decimal(word[:-2]))
    elif name == "comma":
        value = Decimal(word.replace(",", "."))
    else:
        value = _written(digits) * Decimal(10) ** _SUFFIXES.get(suffix.strip().lower(), 0)
    return None if value is None else Token("number", start, end, word, value)


def _written(digits: str) -> Decimal:
    """Read digits with their groups: 1,234.5, 1 234, 1.111,11."""
    if "," in digits and digits.rfind(",") > digits.rfind(".") >= 0:
        digits = digits.replace(".", "").replace(",", ".")
    return Decimal(digits.replace(",", "").replace(" ", ""))
