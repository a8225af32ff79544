"""The tables that find Chinese units, counted nouns and bounds, made once from a lexicon."""

from collections.abc import Mapping
from dataclasses import dataclass

from barometer.claims.lexicon import Lexicon
from barometer.claims.text.expressions import Brief, Expression, pattern
from barometer.claims.text.scanning import WordIndex, alternatives, in_lower_case, word_index

TO_NUMBER = (
    r"(?:数量|总数|数|总量|量)?(?:[0-9]{4}年(?:底|末|初)?的?|(?:去年|上年|前年|年初|原来)(?:底|末|初)?的|分别|依次|已|累计|力争|有望|预计|共|总数|合计|达到|达|多达|高达|不止|顶多|至少|起码|少说|仅|只|现有|还有|增至|增加到|增加至|扩大到|扩至|升至|超过|突破|为|有|约|近|逾|超|至|到|不少于|不低于|"
    r"从|由)*[0-9.万百千十一二三四五六七八九两余多几]*"
)


_HEAD = 2
"""Characters by which words are looked up."""


class WordTable(dict[str, str]):
    """Words and the units that they tell; `sizes` says how long those are that begin with some two characters."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__(words)
        self.sizes: dict[str, list[int]] = {}
        for size in sorted({len(word) for word in words}, reverse=True):
            for head in {word[:2] for word in words if len(word) == size > 1}:
                self.sizes.setdefault(head, []).append(size)

    def longest_at(self, text: str, start: int) -> str | None:
        """Give the longest of the words that stands at a position."""
        head = text[start : start + 2].lower()
        for size in self.sizes.get(head, ()):
            piece = text[start : start + size] if size > _HEAD else head
            if piece in self or (piece := piece.lower()) in self:
                return piece
        first = head[:1]
        return first if first in self else None


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The tables that find Chinese units, made once from a lexicon."""

    before: Brief
    sign_ends: frozenset[str]
    units: WordTable
    classifiers: WordTable
    nouns: WordTable
    noun_index: WordIndex
    noun_before: Expression
    bound_before: Brief
    bound_far: Brief
    bound_ends: frozenset[str]
    bound_after: Brief
    bound_starts: frozenset[str]
    bounds: dict[str, str]
    bounds_after: dict[str, str]

    def named(self, words: str) -> list[tuple[int, int, str]]:
        """Give the nouns whose unit is known in some words, from left to right: start, end and unit of each."""
        found = self.noun_index.found(in_lower_case(words))
        return [(start, start + len(noun), self.nouns[noun]) for start, noun in found]


def unit_words(lexicon: Lexicon) -> UnitWords:
    """Make the tables for the units and modifiers of a lexicon."""
    units: dict[str, str] = {}
    classifiers: dict[str, str] = {}
    nouns: dict[str, str] = {}
    before: dict[str, str] = {}
    for unit in lexicon.units.values():
        words = unit.words["zh"]
        units |= {word.lower(): unit.id for word in words.after}
        before |= {word.lower(): unit.id for word in words.before}
        for word in words.classifiers:
            classifiers.setdefault(word, unit.id)
        nouns |= {noun.lower(): unit.id for noun in words.nouns}
    front = alternatives(bound.word for bound in lexicon.bounds_before["zh"])
    back = alternatives(bound.word for bound in lexicon.bounds_after["zh"])
    units |= {word: unit for word, unit in before.items() if word not in units}
    return UnitWords(
        before=Brief(rf"({alternatives(before)})\s?$"),
        sign_ends=frozenset(char for word in before for char in (word[-1], word[-1].upper())),
        units=WordTable(units),
        classifiers=WordTable(classifiers),
        nouns=WordTable(nouns),
        noun_index=word_index(nouns),
        noun_before=pattern(rf"(?P<noun>{alternatives(nouns)}){TO_NUMBER}$"),
        bound_before=Brief(
            rf"(?:{front})(?:了|为|约|近|逾|过|到|达|有|需要?|要等?|每(?:标箱|大柜|小柜|高柜|公斤|立方米|.))?(?:再)?(?:(?:原来|原先|此前|去年|上年|前年|平时|往年)(?:同期)?的)?$"
        ),
        bound_far=Brief(
            r"(?:(?P<bound>最高|最多|至多|最长|至少|最低|最少|起码)(?:可|能|也|都|要|也要)?\p{Han}{0,3}"
            r"|(?P<about>差不多|大概|大约)(?:也|就|都)?[要得能会可]\p{Han}{0,2})$"
        ),
        bound_ends=frozenset("了为约近逾过到达有再的需要等").union(
            bound.word[-1] for bound in lexicon.bounds_before["zh"]
        ),
        bound_after=Brief(rf"(?:{back})"),
        bound_starts=frozenset(bound.word[0] for bound in lexicon.bounds_after["zh"]),
        bounds={bound.word: bound.modifier for bound in lexicon.bounds_before["zh"]},
        bounds_after={bound.word: bound.modifier for bound in lexicon.bounds_after["zh"]},
    )
