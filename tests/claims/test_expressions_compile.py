"""Expressions that are compiled when they are first asked are sound, wherever they stand."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import barometer.claims
from barometer.claims.text.alternatives import Alternatives
from barometer.claims.text.expressions import Begun, Brief, Parted


def values() -> Iterator[object]:
    for module in pkgutil.walk_packages(barometer.claims.__path__, "barometer.claims."):
        yield from vars(importlib.import_module(module.name)).values()


def test_every_expression_can_be_asked():
    asked = 0
    for value in values():
        if isinstance(value, Brief):
            value.search("义乌 5%")
            value.match("义乌 5%")
            assert list(value.finditer("")) is not None
            asked += 1
        elif isinstance(value, Parted | Begun | Alternatives):
            value.finditer("义乌 2025年1月5日同比增长5% in May")
            asked += 1
    assert asked > 100


TIMES, SECONDS = 21, 0.05
"""What can be read in two ways is read in 2^21 of them where it stands so often: that takes longer than so."""


def slow(expression: str) -> list[str]:
    """The words of an expression that it takes long to refuse where they stand many times."""
    reader = Brief(expression)._compiled()
    words = set(
        re.findall("[\u4e00-\u9fff]{1,4}|[A-Za-z ]{1,8}", re.sub(r"\\[A-Za-z]|\?P<[a-z]+>|[?^$]", "", expression))
    )
    found = []
    for word in sorted(words):
        begun = time.process_time()
        reader.match(word * TIMES + "\x01")
        reader.search(word * TIMES + "\x01")
        if time.process_time() - begun > SECONDS:
            found.append(word)
    return found


def test_no_expression_of_pythons_engine_reads_its_own_words_in_two_ways():
    assert slow("^(?:经|已经?)*$") == ["已经"]
    briefs = [one._expression for one in values() if isinstance(one, Brief)]
    begun = [one._reader.pattern for one in values() if isinstance(one, Begun)]
    repeating = [one for one in (*briefs, *begun) if re.search(r"[)\]][*+]", one)]
    assert len(repeating) > 50
    assert [(one, words) for one in repeating if (words := slow(one))] == []
