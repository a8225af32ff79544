"""What search finds in Chinese is what looking through the texts finds."""

import itertools
import random
from datetime import UTC, datetime

import pytest

from barometer.search.analysis import analyze
from barometer.search.documents import ArticleDocument
from barometer.search.embedded import EmbeddedIndex

ALPHABET = "义乌出口中国的年"
BREAKS = ["，", "。", " ", "\n", "“", "2025", "5G"]


@pytest.fixture(scope="module")
def texts():
    chance = random.Random(20250601)
    return {
        number: "".join(
            chance.choice(BREAKS) if chance.random() < 0.2 else chance.choice(ALPHABET)
            for _ in range(chance.randint(1, 60))
        )
        for number in range(1, 401)
    }


@pytest.fixture(scope="module")
def filled(texts, tmp_path_factory):
    index = EmbeddedIndex(tmp_path_factory.mktemp("substring"))
    now = datetime(2025, 6, 1, tzinfo=UTC)
    index.put(
        [
            ArticleDocument(id=number, version=1, title="", text=text, url="u", source="s", language="zh", fetched=now)
            for number, text in texts.items()
        ],
        [],
    )
    return index


def found(index, query):
    hits = index.search_articles(query, limit=1000)
    assert hits.total == len(hits.items)
    return {hit.id for hit in hits.items}


def test_every_term_of_two_characters(filled, texts):
    for term in map("".join, itertools.product(ALPHABET, repeat=2)):
        assert found(filled, term) == {number for number, text in texts.items() if term in text}, term


def test_longer_terms_and_terms_with_numbers(filled, texts):
    """Exactly the substring; but a sign between a number or word and its neighbour does not part them."""
    chance = random.Random(7)
    for _ in range(300):
        text = texts[chance.randint(1, 400)]
        start = chance.randint(0, len(text) - 1)
        term = text[start : start + chance.randint(2, 12)]
        if not _stands_in(term, text) or any(sign in term for sign in "，。 \n“") or len(analyze(term)) < 2:
            continue
        expected = {number for number, text in texts.items() if _stands_in(term, text)}
        extra = found(filled, term) - expected
        assert found(filled, term) >= expected, term
        assert all(term in "".join(filter(str.isalnum, texts[number])) for number in extra), term
        assert not (extra and term.isalpha()), term


def test_a_term_is_not_found_across_punctuation_but_a_phrase_in_quotes_may_cross_the_same_break(index, make_article):
    """Where search and substring part: punctuation between two runs is the same whatever sign it is."""
    index.put([make_article("突出，口音", id=1), make_article("义乌（e-commerce）中心", id=2)], [])
    assert found(index, "出口") == set()
    assert found(index, '"突出。口音"') == {1}
    assert found(index, '"义乌 e-commerce"') == {2}


def _stands_in(term, text):
    """Whether a term stands in a text without cutting one of its numbers."""
    at = text.find(term)
    while at >= 0:
        end = at + len(term)
        before = at == 0 or not (_plain(text[at - 1]) and _plain(term[0]))
        after = end == len(text) or not (_plain(text[end]) and _plain(term[-1]))
        if before and after:
            return True
        at = text.find(term, at + 1)
    return False


def _plain(character):
    return character.isascii() and character.isalnum()
