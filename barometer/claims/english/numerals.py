"""English numerals: digits with scales, numbers in words, fractions, vague numbers, ordinals, "doubled"."""

from decimal import Decimal

from barometer.claims.text.expressions import Parted, pattern
from barometer.claims.text.scanning import alternatives
from barometer.claims.values import Numeral, fraction

_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: Decimal(value) for value, word in enumerate(_ONES.split())}
TENS = {word: Decimal(10 * value) for value, word in enumerate(_TENS.split(), start=2)}
SCALES = {
    word: Decimal(10) ** power
    for words, power in (
        ("hundred", 2),
        ("thousand k", 3),
        ("million mn m mln mm", 6),
        ("billion bn b bln", 9),
        ("trillion tn trn trln tln t", 12),
    )
    for word in words.split()
}
_SHORT = [word for word in SCALES if len(word) <= 3 and word != "ten"]
_LONG = [word for word in SCALES if len(word) > 3]
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_PART_OF = _PARTS | {"halve": 2} | {part + "s": whole for part, whole in _PARTS.items()} | {"halves": 2}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip

_WORD = alternatives([*ONES, *TENS])
_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?: [0-9]{3})+\b|[0-9]+(?:\.[0-9]+)?"
_LONG_SCALE = alternatives(_LONG)
_SCALE = rf"(?:[ -]{{0,2}}{_LONG_SCALE}\b|[ ]?{alternatives(_SHORT)}\b)"
_SPELLED = rf"(?:{_WORD}|an?|half an?|{_LONG_SCALE})(?:(?:[ -]|,? and | an? )(?:{_WORD}|{_LONG_SCALE}))*"

_NUMERAL = Parted(
    r"(?P<noun>\b(?:one|two|three) [a-z]+ in (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty"
    r"|[0-9]{1,2})(?:[.,;]|$| (?:in|is|are|was|were|has|have|now|goes|comes|depends?|said|could|may"
    r"|would|will|can|still|reports?|plans?|expects?|says?|sells?|uses?|exports?|intends?|faces?|fears?|sees?|wants?"
    r"|needs?|does|did|had|employs?|owns?|lost|bought|buys|made|makes|took|takes|found|finds|got|gets|paid|pays|kept"
    r"|keeps|went|came|runs|ran|works|lives|earns|loses|thinks|believes|hopes|fails|closes|grew|grows|[a-z]{3,}ed)\b))"
    r"|(?P<of>\b(?:one|two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,3}) (?:in|out of|of every)(?: every)? "
    r"(?:[0-9]{1,5}|two|three|four|five|six|seven|eight|nine|ten|twenty|(?:a )?hundred|(?:a )?thousand)\b)"
    rf"|(?P<fraction>\b(?:(?:an?|one|two|three|four|five|six|seven|eight|nine)[ -])(?:{alternatives(_PART_OF)})\b)"
    rf"|(?P<vague>\b(?:tens of |hundreds of |dozens of )?(?:hundreds|thousands|millions|billions|dozens|scores"
    rf"|tens)\b)"
    rf"|(?P<several>\bseveral (?:{_LONG_SCALE}|dozen)\b)"
    rf"|(?P<dozen>\b(?:(?:half a|a|{_WORD}) dozen)\b)"
    rf"|(?P<andhalf>\b(?:{_WORD}|[0-9]{{1,3}}) and a half(?: {_LONG_SCALE}\b)?)"
    rf"|(?P<spanned>\b(?:an?|{_WORD}|[0-9]{{1,3}}) (?:hour|day|week|month|year|minute)s? and a half\b)"
    rf"|(?P<million>\bhalf an? {_LONG_SCALE}\b)"
    rf"|(?P<ordinal>(?:{_DIGITS})(?:(?:st|nd|rd|th)\b|[ -](?:thousandth|millionth|billionth)\b)|\b(?:one )?(?:millionth"
    rf"|billionth)\b)"
    rf"|(?P<digits>(?:{_DIGITS})(?:{_SCALE})*)"
    r"|(?P<halfa>\bhalf an?\b)"
    rf"|(?P<words>\b{_SPELLED}\b)"
    r"|(?P<half>\bhalf\b)"
)

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LONGEST_DIGITS = 16


def numerals(text: str) -> list[Numeral]:
    """Give every numeral in a sentence with its exact value; "a" alone is none, "one" is."""
    found = []
    for match in _NUMERAL.finditer(text):
        form = match.name
        start, end = match.span()
        if form == "of" and (both := _in_places(text, start, end)):
            found += both
            continue
        numeral = _READERS[form](start, end, text[start:end].lower())
        if numeral is not None:
            found.append(numeral)
    return found


def _in_places(text: str, start: int, end: int) -> list[Numeral]:
    """Give both numbers of "236 in 58 countries", of which the first is no share."""
    first, told, second = text[start:end].lower().partition(" in ")
    if not told or _PLACES_COUNTED.match(text[end : end + _LONGEST_PLACES]) is None:
        return []
    values = _value(first), _value(second)
    if values[0] is None or values[1] is None or (values[0] < values[1] and values[1] in _OF_SO_MANY):
        return []
    spans = (start, start + len(first)), (end - len(second), end)
    forms = ("digits" if words.isdigit() else "words" for words in (first, second))
    return [
        Numeral(*span, value, form) for span, value, form in zip(spans, values, forms, strict=True) if value is not None
    ]


_OF_SO_MANY = frozenset(map(Decimal, (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000)))
"""Of how many things a share is told: "nine in 10 cities"."""
_PLACES_COUNTED = pattern(
    r"^ (?:[a-z]+ ){0,2}(?:countries|economies|nations|cities|provinces|regions|markets|towns|counties|districts)\b"
)
_LONGEST_PLACES = 40


def _value(words: str) -> Decimal | None:
    """Read a small number in digits or words."""
    plain = words.replace(",", "").replace(" ", "")
    if plain.replace(".", "", 1).isdigit() and plain.isascii():
        return Decimal(plain)
    return spelled(words)


def spelled(words: str) -> Decimal | None:
    """Read a number in words: "two hundred and five thousand"."""
    total = group = Decimal(0)
    seen = False
    parts = words.replace("-", " ").replace(",", " ").split()
    if parts[:1] == ["half"]:
        rest = spelled(" ".join(part for part in parts[1:] if part not in {"a", "an"}))
        return rest / 2 if rest else None
    for part in parts:
        if part in {"and", "a", "an"}:
            continue
        if part in ONES or part in TENS:
            group += ONES.get(part) or TENS.get(part) or Decimal(0)
        elif part == "hundred":
            group = (group or Decimal(1)) * 100
        elif part in SCALES:
            total += (group or Decimal(1)) * SCALES[part]
            group = Decimal(0)
        else:
            return None
        seen = True
    return total + group if seen else None


def _digits(start: int, end: int, words: str) -> Numeral | None:
    cut = len(words)
    for index, char in enumerate(words):
        if not (char.isdigit() or char in ",. "):
            cut = index
            break
    number = words[:cut].rstrip(" ,.").replace(",", "").replace(" ", "")
    coded = len(number) > 1 and number[0] == "0" and number[1] != "."
    if not number or coded or len(number) > _LONGEST_DIGITS:
        return None
    scale = Decimal(1)
    for word in words[cut:].replace("-", " ").split():
        scale *= SCALES.get(word, Decimal(1))
    return Numeral(start, end, Decimal(number) * scale, "digits", scale=scale)


def _ordinal(start: int, end: int, words: str) -> Numeral | None:
    if words[0].isalpha():
        words = "1 " + words.rsplit(maxsplit=1)[-1]
    numeral = _digits(start, end, words[:-2])
    return numeral and Numeral(start, end, numeral.value, "ordinal")


def _spelled(start: int, end: int, words: str) -> Numeral | None:
    value = spelled(words)
    if value is None or words.rsplit(maxsplit=1)[-1] in {"and", "a", "an"}:
        return None
    last = words.replace("-", " ").rsplit(maxsplit=1)[-1]
    return Numeral(start, end, value, "words", scale=SCALES.get(last, Decimal(1)))


def _fraction(start: int, end: int, words: str) -> Numeral | None:
    top, _, bottom = words.replace("-", " ").partition(" ")
    over = Decimal(1) if top in {"a", "an"} else ONES.get(top)
    under = _PART_OF.get(bottom)
    return fraction(start, end, over, Decimal(under)) if under and over is not None else None


def _one_in(start: int, end: int, words: str) -> Numeral | None:
    parts = words.split()
    over = _value(parts[0])
    if parts[-1].isdigit() and _FIRST_YEAR <= int(parts[-1]) <= _LAST_YEAR and "of" not in parts:
        first = start, start + len(parts[0])  # "up from nine in 2023"
        return _digits(*first, parts[0]) if parts[0].isdigit() else Numeral(*first, over, "words") if over else None
    under = Decimal({"hundred": 100, "thousand": 1000}.get(parts[-1], 0)) or _value(parts[-1])
    return fraction(start, end, over, under) if over is not None and under and over < under else None


_WHOLE_NUMBER = pattern(r" in (?:every )?(?P<whole>[a-z]+|[0-9]+)")


def _noun_in(start: int, _end: int, words: str) -> Numeral | None:
    """Read "one job in eight"; "two shops in five cities" is none, which the words behind tell."""
    match = _WHOLE_NUMBER.search(words)
    if match is None:
        return None
    return _one_in(start, start + match.end("whole"), f"{words.split(maxsplit=1)[0]} in {match.group('whole')}")


def _vague(start: int, end: int, words: str) -> Numeral | None:
    value = Decimal(1)
    for word in words.split():
        if word != "of":
            value *= {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000}.get(word, 0) or (
                Decimal(10) ** 6 if word == "millions" else Decimal(10) ** 9
            )
    return Numeral(start, end, value, "vague", "ge")


def _several(start: int, end: int, words: str) -> Numeral | None:
    word = words.rsplit(maxsplit=1)[-1]
    return Numeral(start, end, Decimal(12) if word == "dozen" else SCALES[word], "vague", "ge")


def _dozen(start: int, end: int, words: str) -> Numeral | None:
    head = words.rsplit(" ", 1)[0]
    count = {"a": Decimal(1), "half a": Decimal("0.5")}.get(head) or spelled(head)
    return Numeral(start, end, (count or Decimal(1)) * 12, "words")


def _and_half(start: int, end: int, words: str) -> Numeral | None:
    whole, _, rest = words.partition(" and a half")
    value = _value(whole)
    return (
        None
        if value is None
        else Numeral(start, end, (value + Decimal("0.5")) * SCALES.get(rest.strip(), Decimal(1)), "words")
    )


def _spanned(start: int, end: int, words: str) -> Numeral | None:
    """Read "an hour and a half", whose unit stands inside it."""
    head = words.split(maxsplit=1)[0]
    value = Decimal(1) if head in {"a", "an"} else _value(head)
    return None if value is None else Numeral(start, end, value + Decimal("0.5"), "spanned")


def _half_a(start: int, end: int, _words: str) -> Numeral | None:
    return Numeral(start, end, Decimal("0.5"), "half a")


def _half(start: int, end: int, _words: str) -> Numeral | None:
    return Numeral(start, end, Decimal(50), "fraction")


_READERS = {
    "of": _one_in,
    "noun": _noun_in,
    "fraction": _fraction,
    "vague": _vague,
    "several": _several,
    "dozen": _dozen,
    "million": _spelled,
    "ordinal": _ordinal,
    "digits": _digits,
    "words": _spelled,
    "andhalf": _and_half,
    "halfa": _half_a,
    "spanned": _spanned,
    "half": _half,
}
