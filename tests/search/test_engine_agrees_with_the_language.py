"""Each engine finds what the plain definition of the language says, for random queries over random documents."""

import pytest

from barometer.search.evaluation import Subject, matches
from barometer.search.query import parse
from tests.search.random_documents import Chance, queries, random_documents


@pytest.fixture
def chance():
    return Chance(4)


def test_random_queries(index, chance, make_article, make_claim):
    articles, claims = random_documents(chance, 300, make_article, make_claim)
    index.put(articles, claims)
    subjects = [Subject.article(each, [c for c in claims if c.article_id == each.id]) for each in articles]
    claim_subjects = [Subject.claim(claim) for claim in claims]
    found_any = 0
    for text in queries(chance, 250):
        node = parse(text)
        expected = {subject.document.id for subject in subjects if matches(node, subject)}
        hits = index.search_articles(text, limit=1000, highlights=False)
        assert ({hit.id for hit in hits.items}, hits.total) == (expected, len(expected)), text
        expected_claims = {subject.document.id for subject in claim_subjects if matches(node, subject)}
        hits = index.search_claims(text, limit=1000, highlights=False)
        assert ({hit.id for hit in hits.items}, hits.total) == (expected_claims, len(expected_claims)), text
        found_any += bool(expected)
    assert found_any > 90  # else the test would say nothing
