"""The words of units that English quantities are read with, and the bounds that stand beside a number."""

from dataclasses import dataclass

from barometer.claims.lexicon import Lexicon
from barometer.claims.text.expressions import Expression, pattern
from barometer.claims.text.scanning import alternatives

WINDOW = 48

_BOUNDED = pattern(r"[+-]|-odd| or ")

_CREPT = pattern(
    r"\b(?:crept|went|gone|go|moved|edged|climbed|rose|risen|pushed|brought|driven|shot|jumped|taken|raised|bid"
    r"|sent|came|added|adds|add"
    r"|gone|back|sped|geared|inched|ticked|nudged|surged|soared|leapt|leaped|spiked|drifted|scaled|bumped|marked"
    r"|inch|tick|nudge|edge|climb|rise|rises|surge|jump|jumps|creep)$"
)

_GIVEN_BACK = pattern(r"\b(?:claim(?:ed|s)?|gets?|got|win|pays?|paid|give|gives|receive) back$")
"""What comes back up to a limit: "may claim back up to 70 percent"."""
_PASSING = pattern(
    r"\b(?:total|tally|number|count|figure|headcount|population|value|volume|it|them|well|far|rose|climbed|grew"
    r"|surged|jumped|soared"
    r"|went|gone|rise|climb|grow|risen|grown|rising|growing|climbing|push(?:ed|es|ing)?|sail(?:ed|s|ing)?|race[ds]?"
    r"|swelled|edged)$"
)
"""Words in front of "past" that say that a number is passed, not that a time is over."""
_OVER_VERBS = (
    "spread", "spreads", " turns",
    "took", "take", "taken", "the", "handed", "hand", "turned", "turn", "looked", "went", "rolled",
)  # fmt: skip


_OTHERS = pattern(r"^ (?:than (?:[0-9]|an? |one|two|three|four|five|six|seven|eight|nine|ten)|[0-9])")
"""What goes on with another number: "12 square meters and more than 66,000 tenants"."""
_SHARE = pattern(r"^[0-9.]+ ?(?:percent|per cent|%)")
"""What nobody takes over: "Japan takes over 60 percent of them"."""
_SHORT = 24


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The expressions and tables that find English units, made once from a lexicon."""

    before: Expression
    after: Expression
    bound_before: Expression
    bound_after: Expression
    units: dict[str, str]
    bounds: dict[str, str]
    nouns: dict[str, str]
    dimensions: dict[str, str]
    goods: frozenset[str]


def unit_words(lexicon: Lexicon) -> UnitWords:
    """Make the expressions for the units and modifiers of a lexicon."""
    units: dict[str, str] = {}
    nouns: dict[str, str] = {}
    prefixes: list[str] = []
    suffixes: list[str] = []
    for unit in lexicon.units.values():
        words = unit.words["en"]
        units |= {word.lower(): unit.id for word in (*words.before, *words.after)}
        prefixes.extend(words.before)
        suffixes.extend(words.after)
        nouns |= {noun.lower(): unit.id for noun in words.nouns}
    bounds = {bound.word: bound.modifier for bound in (*lexicon.bounds_after["en"], *lexicon.bounds_before["en"])}
    before = alternatives(bound.word for bound in lexicon.bounds_before["en"])
    after = alternatives(bound.word for bound in lexicon.bounds_after["en"])
    return UnitWords(
        before=pattern(rf"(?:^|[^a-z])({alternatives(prefixes)})\s?$"),
        after=pattern(rf"[ -]?({alternatives(suffixes)})(?:[^a-z]|$)"),
        bound_before=pattern(
            rf"(?:^|[^a-z-])({before})\s+(?:(?:a|an|the|another|record|further|whopping)\s+)*$"
            r"|\b(exceed(?:ed|s|ing)|surpass(?:ed|es|ing)|beating|beat|topp(?:ed|ing)) (?:a|its|the|their|an) "
            r"(?:[a-z-]+ )?(?:goal|target|quota) of\s+$"
        ),
        bound_after=pattern(rf"\s?({after})(?:[^a-z]|$)"),
        units=units,
        bounds=bounds,
        nouns=nouns,
        dimensions={unit.id: unit.dimension for unit in lexicon.units.values()},
        goods=frozenset(unit.id for unit in lexicon.units.values() if unit.of_goods),
    )


def bound_behind(text: str, table: UnitWords, modifier: str, end: int) -> tuple[str, int]:
    """Read a bound glued to a number: "200-plus"."""
    follow = table.bound_after.match(text[end : end + 12]) if _BOUNDED.match(text[end : end + 4]) else None
    return (table.bounds[follow.group(1).lower()], end + follow.end(1)) if follow else (modifier, end)


_PER = pattern(r"^ (?:a|an|per|each) [a-z]+(?: |$)")


def bounds_around(text: str, table: UnitWords, modifier: str, start: int, end: int) -> tuple[str, int, int]:
    """Widen the span by the modifiers that touch it."""
    back = table.bound_after.match(text[end : end + WINDOW])
    per = _PER.match(text[end : end + WINDOW]) if back is None else None
    if per and (back := table.bound_after.match(text[end + per.end() : end + WINDOW])):
        end += per.end()
    if back and back.group(1) != "+" and not _OTHERS.match(text[end + back.end(1) : end + WINDOW]):
        modifier, end = table.bounds[back.group(1).lower()], end + back.end(1)
    head = text[max(0, start - WINDOW) : start]
    front = table.bound_before.search(head)
    if front:
        word = front.group(1).lower() or "exceeding"
        lead = head[: max(front.start(1), 0)].rstrip().lower()
        over = word == "over" and lead.endswith(_OVER_VERBS) and not _SHARE.match(text[start : start + _SHORT])
        over = over or (word == "short of" and head[front.end(1) :].strip() == "the")
        over = over or (word == "over" and head[front.end(1) :].strip() == "the" and "-" in text[start:end])
        over = over or (word == "past" and _PASSING.search(lead) is None)
        digits = text[start : start + 1].isdigit() and head.rstrip().lower().endswith((" a", " an"))
        over = over or (digits and word in {"over", "under", "above", "below"})  # "talks over a 7 percent rise"
        if not over and not (word == "up to" and _CREPT.search(lead) and not _GIVEN_BACK.search(lead)):
            modifier = table.bounds[word]
            start -= len(head) - max(front.start(1), front.start(2))
    return modifier, start, end
