"""What words mean in the other language: by `terms.yaml`, else by names of a place, else by those of an indicator."""

import functools
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources

from barometer.claims.lexicon import Place, load_lexicon
from barometer.errors import SourceError
from barometer.search.analysis import analyze
from barometer.yaml_files import read_yaml

Tokens = tuple[str, ...]
Meaning = tuple[tuple[Tokens, str], ...]

_LEVELS_ZH = ("市", "省", "县", "区")
_LEVELS_EN = ("City", "Province", "County", "District")


def place_name(name: str) -> str:
    """The canonical name of a place known by another name (义乌 is Yiwu); any other name unchanged."""
    return _places().get(_tokens(name), name)


@functools.cache
def meanings() -> Mapping[Tokens, Meaning]:
    """For each word, by its tokens, what it finds too."""
    terms = _terms()
    found = {tokens: _fewest(group, tokens) for group in terms for tokens in group}
    for place in load_lexicon().places.values():
        names = _group(_same_place(place))
        for tokens in names:
            found.setdefault(tokens, _fewest(names, tokens))
    # A phrase of an indicator that is a term by itself says less than the indicator: 跨境电商 of 跨境电商进出口.
    known = {tokens for group in terms for tokens in group}
    for indicator in load_lexicon().indicators.values():
        names = _group([*indicator.names.values(), *(word for words in indicator.phrases.values() for word in words)])
        exact = {tokens: word for tokens, word in names.items() if tokens not in known}
        for tokens in exact:
            narrower = {each: word for each, word in exact.items() if each == tokens or not _holds(tokens, each)}
            found.setdefault(tokens, _fewest(narrower, tokens))
    return {tokens: meaning for tokens, meaning in found.items() if meaning and tokens}


def _terms() -> list[dict[Tokens, str]]:
    """The groups of `terms.yaml`. Raises SourceError for one that is none, and for a word in two of them."""
    text = resources.files(__package__).joinpath("terms.yaml").read_text(encoding="utf-8")
    groups: list[dict[Tokens, str]] = []
    seen: set[Tokens] = set()
    for number, words in enumerate(read_yaml(text), start=1):
        if not (isinstance(words, list) and len(words) > 1 and all(isinstance(word, str) for word in words)):
            raise SourceError(f"barometer/search/terms.yaml, group {number}: a group is a list of two or more words")
        group = _group(words)
        for tokens, word in group.items():
            if tokens in seen:
                raise SourceError(
                    f"barometer/search/terms.yaml, group {number}: {word} stands in another group already"
                )
            seen.add(tokens)
        groups.append(group)
    return groups


def _group(words: Iterable[str]) -> dict[Tokens, str]:
    """Words by their tokens: spellings with the same tokens are one."""
    group: dict[Tokens, str] = {}
    for word in words:
        group.setdefault(_tokens(word), word)
    return group


def _fewest(group: Mapping[Tokens, str], typed: Tokens) -> Meaning:
    """The other words of a group, without those that are found by what was typed or by another of them anyway."""
    others = [tokens for tokens in group if tokens != typed and not _holds(tokens, typed)]
    kept = [each for each in others if not any(each != other and _holds(each, other) for other in others)]
    return tuple((tokens, group[tokens]) for tokens in kept)


def _holds(tokens: Tokens, part: Tokens) -> bool:
    """Whether a text with these tokens is found by a part of them."""
    return any(tokens[at : at + len(part)] == part for at in range(len(tokens) - len(part) + 1))


def _same_place(place: Place) -> Iterator[str]:
    """Those names of a place that are its name with or without its level (义乌, 义乌市): others are parts of it."""
    for language, levels, between in (("zh", _LEVELS_ZH, ""), ("en", _LEVELS_EN, " ")):
        written = place.names.get(language, ())
        if not written:
            continue
        first = written[0]
        core = next((first.removesuffix(between + each) for each in levels if first.endswith(between + each)), first)
        allowed = {core, *(core + between + each for each in levels)}
        yield from (name for name in written if name in allowed)


def _tokens(word: str) -> Tokens:
    return tuple(analyze(word).texts)


@functools.cache
def terms_to_join() -> tuple[Mapping[str, Meaning], Mapping[Tokens, Meaning]]:
    """What terms say in the other language: Chinese ones by their folded characters, English ones by their tokens."""
    chinese: dict[str, Meaning] = {}
    english: dict[Tokens, Meaning] = {}
    for tokens, meaning in meanings().items():
        joined = tokens[0] + "".join(token[-1] for token in tokens[1:])
        of_english = tuple(pair for pair in meaning if pair[1].isascii())
        of_chinese = tuple(pair for pair in meaning if not pair[1].isascii())
        if "".join(tokens).isascii() and of_chinese:
            english[tokens] = of_chinese
        elif of_english and all(len(token) == 2 for token in tokens):
            chinese[joined] = of_english
    return chinese, english


@functools.cache
def _places() -> Mapping[Tokens, str]:
    return {
        _tokens(written): place.name
        for place in load_lexicon().places.values()
        for names in ((place.name,), *place.names.values())
        for written in names
    }
