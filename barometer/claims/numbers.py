"""The number grammar by itself: every number and range of a text, whether it is a claim or not."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources

from barometer.claims.chinese import bounds as chinese_bounds
from barometer.claims.chinese import grammar as chinese_grammar
from barometer.claims.english import bounds as english_bounds
from barometer.claims.english import grammar as english_grammar
from barometer.claims.replacing import replace
from barometer.claims.text.folding import fold
from barometer.claims.text.script import is_chinese
from barometer.claims.units.currency import CurrencyTable, currency_table, with_currencies
from barometer.claims.units.quantity import Quantity
from barometer.claims.units.ranges import Bounds
from barometer.claims.units.ranges import ranges as ranges_of
from barometer.yaml_files import read_yaml

_Grammar = tuple[Callable[[str], list[Quantity]], Bounds]


@cache
def _currencies() -> CurrencyTable:
    path = resources.files("barometer.claims").joinpath("data/currencies.yaml")
    return currency_table(read_yaml(path.read_text(encoding="utf-8")))


def _grammar(text: str, language: str | None) -> _Grammar:
    chinese = is_chinese(text) if language is None else language == "zh"
    if chinese:
        return chinese_grammar.quantities, chinese_bounds.BOUNDS
    return english_grammar.quantities, english_bounds.BOUNDS


def numbers(text: str, language: str | None = None) -> list[Quantity]:
    """Give every number of a text with its unit: plain ones, percents, amounts of a currency. Ordinals are none.

    `language` is en or zh, None to tell by the script of each line. Offsets count code points of the text. A number
    that the text leaves open above (五百多, 十余万) has no upper bound. No text raises an error.
    """
    return [
        replace(quantity, start=start + quantity.start, end=start + quantity.end)
        for start, line in _lines(text)
        for quantity in with_currencies(line, _grammar(line, language)[0](line), _currencies())
        if not quantity.ordinal
    ]


def ranges(text: str, language: str | None = None) -> list[Quantity]:
    """Give every range of a text, also open ones ("more than 20", 五百以上) and "equal to 20"; no plain numbers."""
    found: list[Quantity] = []
    for start, line in _lines(text):
        read, bounds = _grammar(line, language)
        found.extend(
            replace(quantity, start=start + quantity.start, end=start + quantity.end)
            for quantity in ranges_of(line, read(line), bounds)
        )
    return found


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in fold(text).split("\n"):
        yield start, line
        start += len(line) + 1
