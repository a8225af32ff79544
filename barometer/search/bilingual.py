"""Words of one language for words of the other: what `terms.yaml` says, put into a query where it is asked for."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import resources

import yaml

from barometer.claims.lexicon import load_lexicon
from barometer.errors import SourceError
from barometer.search.analysis import analyze
from barometer.search.tree import And, Node, Or, Phrase

Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Widened:
    """A query that finds both languages, and what was added: each typed word with the words it now finds too."""

    node: Node
    added: tuple[tuple[str, tuple[str, ...]], ...]


def in_both_languages(node: Node) -> Widened:
    """The query with each word and phrase of `terms.yaml` joined by those that mean the same.

    NEAR, fields of claims and what is excluded stay as they are typed.
    """
    added: dict[str, tuple[str, ...]] = {}

    def widened(part: Node) -> Node:
        match part:
            case Phrase():
                same = _meanings().get(part.tokens)
                if same is None:
                    return part
                others = tuple(
                    replace(part, tokens=tokens, text=text) for tokens, text in same if tokens != part.tokens
                )
                added[part.text] = tuple(other.text for other in others)
                return Or((part, *others))
            case And(parts):
                return And(tuple(map(widened, parts)))
            case Or(parts):
                return Or(tuple(map(widened, parts)))
            case _:
                return part

    return Widened(widened(node), tuple(added.items()))


def place_name(name: str) -> str:
    """The canonical name of a place known by another name (义乌 is Yiwu); any other name unchanged."""
    return _places().get(tuple(analyze(name).texts), name)


@functools.cache
def _meanings() -> Mapping[Tokens, tuple[tuple[Tokens, str], ...]]:
    """For each word, by its tokens, the words of its group. Spellings with the same tokens are one."""
    text = resources.files(__package__).joinpath("terms.yaml").read_text(encoding="utf-8")
    meanings: dict[Tokens, tuple[tuple[Tokens, str], ...]] = {}
    for number, group in enumerate(yaml.safe_load(text), start=1):
        if not (isinstance(group, list) and len(group) > 1 and all(isinstance(word, str) for word in group)):
            raise SourceError(f"barometer/search/terms.yaml, group {number}: a group is a list of two or more words")
        words: dict[Tokens, str] = {}
        for word in group:
            words.setdefault(tuple(analyze(word).texts), word)
        for tokens, word in words.items():
            if tokens in meanings:
                raise SourceError(
                    f"barometer/search/terms.yaml, group {number}: {word} stands in another group already"
                )
            meanings[tokens] = tuple(words.items())
    return meanings


@functools.cache
def _places() -> Mapping[Tokens, str]:
    return {
        tuple(analyze(written).texts): place.name
        for place in load_lexicon().places.values()
        for names in ((place.name,), *place.names.values())
        for written in names
    }
