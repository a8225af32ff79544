"""Articles and queries whose relevance is known because the articles were made for it: `judged.yaml`, put together.

An article is about one subject, in one place, of one firm; four in ten mention another subject in passing, for which
they are not relevant. A name is drawn from all that the subject has, so that some articles never use the one that
queries ask by. Known items are asked for by subject, place and firm; topics by subject, or subject and place, and are
relevant in both languages. This is our own judgement by our own data: what counts is the distance to plain BM25.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from barometer.search.documents import ArticleDocument

SEED = 20251128
LANGUAGES = ("zh", "en")
EACH = 7  # articles of a subject in a language
KNOWN_ITEMS = 35  # in each language


@dataclass(frozen=True, slots=True)
class Made:
    """An article and what it is about: numbers into the lists of `judged.yaml`."""

    document: ArticleDocument
    subject: int
    place: int
    firm: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A query, its language and kind (item, topic, place), and the articles that answer it."""

    text: str
    language: str
    kind: str
    relevant: frozenset[int]


@cache
def _parts() -> Mapping[str, Any]:
    read: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return read


def judged_articles() -> list[Made]:
    """All articles, the same every time."""
    chance = random.Random(SEED)
    made: list[Made] = []
    for subject in range(len(_parts()["subjects"])):
        for number in range(EACH * len(LANGUAGES)):
            language = LANGUAGES[number % 2]
            place = (subject + number // 2) % len(_parts()["places"])
            firm = chance.randrange(len(_parts()["firms"]))
            made.append(Made(_written(chance, len(made) + 1, language, subject, place, firm), subject, place, firm))
    return made


def _written(chance: random.Random, number: int, language: str, subject: int, place: int, firm: int) -> ArticleDocument:
    parts = _parts()
    of_language = LANGUAGES.index(language)
    about = parts["subjects"][subject]
    name = chance.choice(about[language])
    words = {
        "name": name,
        "place": parts["places"][place][of_language],
        "firm": parts["firms"][firm][of_language],
    }

    def pick(kind: str) -> str:
        return str(chance.choice(parts[kind][language]))

    sentences = [pick("leads").format(**words), about["says"][of_language].format(n=chance.randint(3, 900))]
    sentences += chance.sample(parts["filler"][language], chance.randint(2, 5))
    sentences += [pick("again").format(**words)] * chance.randint(0, 1)
    if chance.random() < 0.4:
        others = [each for each in range(len(parts["subjects"])) if each != subject]
        other = chance.choice(parts["subjects"][chance.choice(others)][language])
        sentences.append(pick("passing").format(other=other))
    head, *rest = sentences
    chance.shuffle(rest)
    title = pick("titles" if chance.random() < 0.7 else "plain_titles").format(**words)
    published = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=chance.randrange(8_000))
    return ArticleDocument(
        id=number,
        version=1,
        title=title,
        text=("" if language == "zh" else " ").join([head, *rest]),
        url=f"https://news.example/judged/{number}",
        source=f"paper{chance.randrange(6)}",
        language=language,
        published=published,
        fetched=published,
    )


def judged_queries(made: list[Made]) -> list[Judged]:
    """All queries with the articles that answer them."""
    parts = _parts()
    chance = random.Random(SEED + 1)
    queries: list[Judged] = []
    for language, of_language in (("zh", 0), ("en", 1)):
        names = [_asked(each[language][0]) for each in parts["subjects"]]
        places = [each[of_language] for each in parts["places"]]
        firms = [_asked(each[of_language]) for each in parts["firms"]]
        own = [each for each in made if each.document.language == language]
        for item in chance.sample([each for each in own if _alone(each, own)], KNOWN_ITEMS):
            text = f"{_asked(_name_in(item, language))} {places[item.place]} {firms[item.firm]}"
            queries.append(Judged(text, language, "item", frozenset({item.document.id})))
        for subject, name in enumerate(names):
            relevant = {each.document.id for each in made if each.subject == subject}
            queries.append(Judged(name, language, "topic", frozenset(relevant)))
            place = chance.randrange(len(places))
            there = {each.document.id for each in made if (each.subject, each.place) == (subject, place)}
            if subject % 2 and there:
                queries.append(Judged(f"{places[place]} {name}", language, "place", frozenset(there)))
    return queries


def _alone(item: Made, own: list[Made]) -> bool:
    """Whether subject, place and firm together say which article is meant."""
    return [(each.subject, each.place, each.firm) for each in own].count((item.subject, item.place, item.firm)) == 1


def _name_in(item: Made, language: str) -> str:
    """The name of its subject that an article uses, as somebody would remember it."""
    names = _parts()["subjects"][item.subject][language]
    whole = f"{item.document.title} {item.document.text}"
    return next(str(name) for name in names if name in whole)


def _asked(name: str) -> str:
    """A name as it is typed: several English words are put in quotes."""
    return f'"{name}"' if " " in name else name
