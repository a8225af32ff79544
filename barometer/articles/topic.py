"""Is an article about Yiwu trade? Decided by word lists in settings/topics.yaml, and told by which rule."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import re2
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from barometer.errors import SourceError
from barometer.sources import Source
from barometer.yaml_files import read_yaml


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Topics(_Entry):
    """The words of topics.yaml: what must be named, what makes it trade, what speaks against it."""

    places: tuple[str, ...] = Field(min_length=1, description="at least one must be named")
    trade: tuple[str, ...] = Field(min_length=1, description="words of trade")
    other: tuple[str, ...] = Field((), description="words of other matters, such as sport")
    least_trade_words: int = Field(2, ge=1, description="so many different trade words make an article trade news")


@dataclass(frozen=True, slots=True)
class TopicDecision:
    """Whether an article is on topic, and the rule that said so with the words it rests on."""

    on_topic: bool
    rule: str

    def __bool__(self) -> bool:
        return self.on_topic


def load_topics(path: Path) -> Topics:
    """Read topics.yaml. Raises SourceError saying what is wrong and where."""
    try:
        values = read_yaml(path.read_text(encoding="utf-8"))
        return Topics.model_validate(values)
    except yaml.YAMLError as error:
        raise SourceError(f"{path}: not YAML: {error}") from error
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror}") from error
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
        raise SourceError(f"{path}: {told}; allowed keys are {', '.join(sorted(Topics.model_fields))}") from error


def is_on_topic(title: str, text: str, topics: Topics, source: Source) -> TopicDecision:
    """Decide whether an article is Yiwu trade news. A source with `topic: all` always is."""
    if source.topic == "all":
        return TopicDecision(True, "source: every article counts")
    whole = f"{title}\n{text}"
    places = _named(topics.places, whole)
    if not places:
        return TopicDecision(False, "no place of the topic is named")
    trade = _named(topics.trade, whole)
    other = _named(topics.other, whole)
    if _named(topics.other, title) and not _named(topics.trade, title):
        return TopicDecision(False, f"title is about other matters: {', '.join(sorted(_named(topics.other, title)))}")
    if len(trade) < topics.least_trade_words:
        return TopicDecision(False, f"{places[0]} without enough trade words: {', '.join(sorted(trade)) or 'none'}")
    if len(other) > len(trade):
        return TopicDecision(False, f"more words of other matters than of trade: {', '.join(sorted(other))}")
    return TopicDecision(True, f"{places[0]} with {', '.join(sorted(trade)[:5])}")


def _named(words: tuple[str, ...], text: str) -> list[str]:
    """Give the words that the text has: Latin ones whole and in any case, Chinese ones anywhere."""
    pattern = _whole_words(words)
    latin = {str(match).lower() for match in pattern.findall(text)} if pattern else set()
    return [word for word in words if (word.lower() in latin if word.isascii() else word in text)]


@cache
def _whole_words(words: tuple[str, ...]) -> Any:
    longest_first = sorted((re2.escape(word) for word in words if word.isascii()), key=len, reverse=True)
    return re2.compile(rf"(?i)\b(?:{'|'.join(longest_first)})\b") if longest_first else None
