"""Gives numbers their currency: "$ 75 million", 50元6角三分, "thirteen dollars and forty-five cents", "30 MUSD"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from barometer.claims.replacing import replace
from barometer.claims.text.expressions import Expression, pattern
from barometer.claims.text.scanning import alternatives
from barometer.claims.units.quantity import Quantity

_WINDOW = 24
_MILLION = Decimal(10) ** 6
_SCALE = pattern(r"^\s+(?:(?P<million>million)|(?P<billion>billion)|(?P<thousand>thousand))\b")
_SCALES = {"million": _MILLION, "billion": Decimal(10) ** 9, "thousand": Decimal(1000)}
_JOINED = pattern(r"^\s*(?:,?\s*and|又)?\s*$")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class CurrencyTable:
    """The expressions that find currencies, and what each word means."""

    before: Expression
    after: Expression
    part: Expression
    front: Mapping[str, str]
    back: Mapping[str, str]
    parts: Mapping[str, tuple[str, Decimal]]


def currency_table(rows: Mapping[str, Mapping[str, Iterable[str]]]) -> CurrencyTable:
    """Make the table from the rows of currencies.yaml."""
    front: dict[str, str] = {}
    back: dict[str, str] = {}
    parts: dict[str, tuple[str, Decimal]] = {}
    for code, row in rows.items():
        front |= {word.lower(): code for word in row.get("before", ())}
        for language in ("en", "zh"):
            for word in row.get(language, ()):
                back.setdefault(word.lower(), code)
        parts |= {word.lower(): (code, Decimal(10)) for word in row.get("tenth", ())}
        parts |= {word.lower(): (code, _HUNDRED) for word in row.get("minor", ())}
    codes = [word for word in back if word.isascii() and word.isalpha() and len(word) == 3]
    return CurrencyTable(
        before=pattern(rf"(?:^|[^a-z])(?P<mega>m)?(?P<word>{alternatives(front)})\s*$"),
        after=pattern(
            rf"^[\s-]*(?:(?P<mega>m)(?P<code>{alternatives(codes)})|(?P<word>{alternatives(back)}))(?:[^a-z]|$)"
        ),
        part=pattern(rf"^\s*(?P<word>{alternatives(parts)})(?:[^a-z]|$)"),
        front=front,
        back=back,
        parts=parts,
    )


def with_currencies(text: str, found: list[Quantity], table: CurrencyTable) -> list[Quantity]:
    """Give the numbers, those of money with their currency and with what they say of its parts."""
    return list(_with_parts(text, [_priced(text, quantity, table) for quantity in found], table))


def _priced(text: str, quantity: Quantity, table: CurrencyTable) -> Quantity:
    if quantity.unit is not None or quantity.ordinal:
        return quantity
    start, end, code, factor = quantity.start, quantity.end, None, Decimal(1)
    head = text[max(0, start - _WINDOW) : start]
    before = table.before.search(head)
    if before:
        word = before.group("word")
        mega = before.group("mega") and word.isalpha()
        code, factor = table.front[word.lower()], _MILLION if mega else factor
        start -= len(head) - (before.start("mega") if mega else before.start("word"))
    after = table.after.match(text[end : end + _WINDOW])
    if after and (code is None or after.group("word")):
        word = after.group("code") or after.group("word")
        code = code if code is not None and code != "CNY" else table.back[word.lower()]
        factor = _MILLION if after.group("mega") else factor
        end += after.end("code") if after.group("code") else after.end("word")
        scale = _SCALE.match(text[end : end + _WINDOW])
        if scale:
            factor, end = _SCALES[scale.name], end + scale.end()
    if code is None:
        return quantity
    low = None if quantity.low is None else quantity.low * factor
    high = None if quantity.high is None else quantity.high * factor
    return replace(quantity, start=start, end=end, low=low, high=high, unit=code)


def _with_parts(text: str, found: list[Quantity], table: CurrencyTable) -> Iterator[Quantity]:
    """Add the parts of a currency to its number: "3 dollars 50 cents", "15 dollars and 50", 5元3毛."""
    index = 0
    while index < len(found):
        whole = found[index]
        index += 1
        finest = Decimal(1)
        while index < len(found) and whole.unit in table.front.values() and whole.low is not None:
            part = found[index]
            share = _share(text, whole, part, table, finest)
            if share is None or part.low is None:
                break
            divisor, end = share
            value = whole.low + part.low / divisor
            whole, finest = replace(whole, end=end, low=value, high=value), divisor
            index += 1
        yield whole


def _share(
    text: str, whole: Quantity, part: Quantity, table: CurrencyTable, finest: Decimal
) -> tuple[Decimal, int] | None:
    """Give by what the number behind a price is divided to be part of it, and where it ends."""
    gap = text[whole.end : part.start]
    if len(gap) > _WINDOW or not _JOINED.match(gap) or part.low is None:
        return None
    if not 0 <= part.low < _HUNDRED or part.low % 1:
        return None
    named = table.part.match(text[part.end : part.end + _WINDOW])
    if named:
        code, divisor = table.parts[named.group("word").lower()]
        same = code == whole.unit or part.unit == "CENT"
        return (divisor, part.end + named.end("word")) if same and divisor > finest else None
    if part.unit == "CENT":
        return _HUNDRED, part.end
    bare = part.unit is None and not text[part.end : part.end + 1].isalnum() and text[whole.end - 1].isalpha()
    follows = text[part.end : part.end + 12].strip()
    if not bare or (follows and follows[0].isalnum()):
        return None
    return (finest * 10 if finest > 1 else _HUNDRED), part.end
