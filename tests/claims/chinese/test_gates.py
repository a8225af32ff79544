"""What is looked at before a dear expression is tried lets through all that the expression finds."""

import random
import re

from barometer.claims.chinese import bases
from barometer.claims.chinese.period_words import _EDGE, _FORMS, _LEAD, _YEAR, _YEARS, PERIOD, TIMED
from barometer.claims.text.expressions import pattern, ungrouped

_SEED, _TEXTS, _LEAST = 20261129, 60_000, 3_000
_CLASS = re.compile("\\[([\u4e00-\u9fff]+)\\]")


def pieces(expression: str) -> list[str]:
    """The words of an expression, and each character of its classes alone."""
    apart = _CLASS.sub(lambda match: "|".join(match.group(1)), expression)
    return sorted(set(re.findall("[\u4e00-\u9fff]{1,6}", apart)))


def texts(words: list[str]) -> list[str]:
    chance = random.Random(_SEED)
    return ["".join(chance.choice(words) for _ in range(chance.randint(1, 3))) for _ in range(_TEXTS)]


def test_every_base_passes_what_is_looked_at_first():
    found = [text for text in texts(pieces(bases._BASE._expression)) if list(bases._BASE.finditer(text))]
    assert len(found) > _LEAST
    assert [text for text in found if not bases._BASED.search(text)] == []


def test_every_time_passes_what_is_looked_at_first():
    any_time = pattern(ungrouped(f"{_LEAD}(?:{_YEARS}|{_YEAR}的?(?:{_FORMS})?|{_FORMS}){_EDGE}"))
    written = [*pieces(PERIOD._reader.pattern), "6", "12", "2025", "2025年", "—", "-", "、", "Q3", "“"]
    found = {text: spans for text in texts(written) if (spans := any_time.spans(text))}
    assert len(found) > _LEAST
    assert [text for text in found if not TIMED.search(text)] == []
    begun = {text: [match.span() for match in PERIOD.matches(text)] for text in found}
    assert {text: spans for text, spans in begun.items() if spans != found[text]} == {}
