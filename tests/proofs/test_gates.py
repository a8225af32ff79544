"""No look at a sentence before an expression is tried keeps it from words that the expression finds.

The words are made from the expressions themselves, so that a new way to say something cannot be shut out unnoticed.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from barometer.claims.chinese import (
    answered,
    bases,
    clauses,
    cue_marks,
    events,
    gaps,
    names,
    numerals,
    people,
    period_words,
    phrases,
    planned,
    quantities,
    ranks,
    reader,
    source_words,
    venues,
)
from barometer.claims.text import expressions

_WRITTEN = st.characters(categories=["L", "N", "P"], include_characters=" +~=$")


ANY_TIME = expressions.ungrouped(
    f"{period_words._LEAD}(?:{period_words._YEARS}|{period_words._YEAR}的?(?:{period_words._FORMS})?"
    f"|{period_words._FORMS}){period_words._EDGE}"
)
"""As `PERIOD`, written without a look at what was found before."""


def _speaks(text: str) -> bool:
    return people._SPEAKS.found_in(text) is not None


def _finds(read: Callable[[str], Iterable[object]]) -> Callable[[str], bool]:
    return lambda text: any(True for _ in read(text))


def _all(*gates: Callable[[str], Any]) -> Callable[[str], bool]:
    return lambda text: all(gate(text) for gate in gates)


GATED: dict[str, tuple[str, Callable[[str], Any]]] = {
    "base": (bases._BASE._expression, bases._BASED.search),
    "where a base begins": (bases._PLAIN_BASE._reader.pattern, bases._PLAIN_BASE._begins.match),
    "base told by what was done": (bases._TURNED[1:] + bases._DONE, lambda text: "后" in text or "以来" in text),
    "base of all": (bases._EVERY._expression, _all(bases._OF_EVERY.found_in, bases._EVERY_BASE.found_in)),
    "other place": (bases._GAP._expression, bases._SET_AGAINST.found_in),
    "time": (ANY_TIME, period_words.TIMED.search),
    "where a time begins": (ANY_TIME, period_words.PERIOD._begins.match),
    "number": (numerals._NUMERAL._reader.pattern, _all(reader._NUMBER.found_in, numerals._NUMERAL._begins.search)),
    "number in words": (quantities._WHOLE._expression, quantities._TURNING.found_in),
    "rank": (ranks._RANK._expression, ranks._RANKING.found_in),
    "rank moved": (ranks.RANKS_MOVED._expression, ranks._RANKED.found_in),
    "those who rank first": (ranks._TOP._expression, ranks._RANKED.found_in),
    "those asked": (answered._OF_THOSE._expression, lambda text: text[0] in answered._THOSE),
    "settled": (gaps._SETTLED._expression, lambda text: not gaps._SETTLES.isdisjoint(text)),
    "bounded by a rule": (gaps._BOUNDED._expression, lambda text: gaps.Gaps().of_rule(text, 0, 0, 0)),
    "watched": (gaps._WATCHED._expression, lambda text: gaps.Gaps().of_market(text, 0, 0)),
    "bracket": (clauses._BRACKETED._expression, clauses._BRACKETS.found_in),
    "games": (venues._OF_GAMES._expression, _finds(venues.of_no_place)),
    "route": (venues._OF_ROUTE._expression, _finds(venues.of_no_place)),
    "platform": (venues._OF_PLATFORM._expression, _finds(venues.of_no_place)),
    "proposal": (planned._PROPOSED._expression, planned._PROPOSING.found_in),
    "supposition": (planned._SUPPOSED._expression, planned.hangs_on_plans),
    "sure": (planned._SURE._expression, planned.hangs_on_plans),
    "ready": (planned._READY._expression, planned.hangs_on_plans),
    "to be done next": (planned._NEXT._expression, planned.hangs_on_plans),
    "lane": (cue_marks._LANE._expression, _finds(cue_marks.lanes)),
    "cost of carriage": (cue_marks._EACH._expression, _finds(cue_marks.lanes)),
    "cost on a lane": (cue_marks._LANE_EACH._expression, _finds(cue_marks.lanes)),
    "row of a lane": (cue_marks._LANE_ROW._expression, _finds(cue_marks.lanes)),
    "label of a lane": (cue_marks._LANE_LABEL._expression, _finds(cue_marks.lanes)),
    "raw material": (cue_marks._RAW._expression, _finds(cue_marks.lanes)),
    "level of last year": (cue_marks._LAST_YEAR._expression, _finds(cue_marks.set_lower)),
    "set lower": (cue_marks._SET_LOWER._expression, _finds(cue_marks.set_lower)),
    "more to come": (cue_marks._MORE_TO_COME._expression, _finds(cue_marks.more_to_come)),
    "more by": (cue_marks._MORE_BY._expression, _finds(cue_marks.more_to_come)),
    "named by age": (names._AGED._expression, _finds(names.persons)),
    "named by trade": (names._TRADING._expression, _finds(names.persons)),
    "named by title": (names._TITLED._expression, _finds(names.persons)),
    "spokesman": (names._SPOKESMAN._expression, _finds(names.persons)),
    "merchant": (names._FOREIGN._expression, _finds(names.persons)),
    "did something": (names._DID._expression, _finds(names.persons)),
    "from abroad": (names._FROM_ABROAD._expression, _finds(names.persons)),
    "opened": (names._OPENED._expression, _finds(names.opened)),
    "fair that opens": (events._OPENED._expression, events._OPENING_WORDS.found_in),
    "fair that opens behind its day": (events._OPENED_BEHIND._expression, events._OPENING_WORDS.found_in),
    "rank told": (phrases._ENDED._expression, phrases._may_be_ended),
    "who plans": (source_words.PLANNING._expression, _all(_speaks, people._PLANS.found_in)),
    "behind a quotation": (people._AFTER_QUOTE._expression, _speaks),
    "who shows": (names._SHOWS._expression, _speaks),
    "who feels": (names._FEELS._expression, _speaks),
    "who foresees": (people._SEER._expression, _all(_speaks, people._SEES.found_in)),
    "netizen": (people._NETIZEN._expression, _speaks),
} | {
    f"source {index}": (part.expression, lambda text: _speaks(text) and source_words.SOURCE.finditer(text))
    for index, part in enumerate(source_words.SOURCE.parts)
}  # fmt: skip


@pytest.mark.parametrize("name", GATED)
def test_no_gate_hides_what_its_expression_finds(name: str, times: Callable[[int], int]) -> None:
    expression, lets_through = GATED[name]
    spelled = expressions._HAN_CLASS.sub(expressions._spelled, expression)

    @settings(max_examples=times(400), deadline=None)
    @given(st.from_regex(re.compile(spelled, re.ASCII), fullmatch=True, alphabet=_WRITTEN))
    def let_through(words: str) -> None:
        assert lets_through(words)

    let_through()
