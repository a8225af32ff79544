"""A word of one language finds the other's, where that is asked for, and says so."""

import pytest

from barometer.search.bilingual import in_both_languages
from barometer.search.meanings import place_name
from barometer.search.query import parse


@pytest.fixture
def filled(index, make_article, make_claim):
    articles = [
        make_article("义乌的跨境电商增长", id=1),
        make_article("Cross-border e-commerce in Yiwu grew", id=2, language="en"),
        make_article("跨境电子商务试点", id=3),
        make_article("Weather in Paris", id=4, language="en"),
    ]
    index.put(articles, [make_claim(articles[0], "出口", place="Yiwu"), make_claim(articles[1], "exports")])
    return index


def found(index, query, **options):
    return {hit.id for hit in index.search_articles(query, **options).items}


def test_each_language_finds_the_other(filled):
    assert found(filled, "跨境电商") == {1}
    assert found(filled, "跨境电商", both_languages=True) == {1, 2, 3}
    assert found(filled, '"cross-border e-commerce"', both_languages=True) == {1, 2, 3}
    assert found(filled, "yiwu 跨境电商", both_languages=True) == {1, 2}
    assert found(filled, "title:yiwu", both_languages=True) == set()
    assert {hit.document.sentence for hit in filled.search_claims("出口", both_languages=True).items} == {
        "出口",
        "exports",
    }


def test_what_is_excluded_stays_as_typed(filled):
    assert found(filled, "yiwu -跨境电商", both_languages=True) == {2}


def test_what_was_added_is_told_and_marked(filled):
    hits = filled.search_articles("义乌 weather | 跨境电商", both_languages=True)
    added = dict(hits.added)
    assert added["义乌"] == ("Yiwu",)
    assert "cross-border e-commerce" in added["跨境电商"]
    assert "weather" not in added
    english = next(hit for hit in hits.items if hit.id == 2)
    assert "Cross-border e-commerce" in [f.text[a:b] for f in english.highlights for a, b in f.marks]
    assert filled.search_articles("义乌").added == ()


@pytest.mark.parametrize("name", ["yiwu", "义乌", "義烏市", "Yiwu City"])
def test_a_place_is_found_by_any_of_its_names(filled, name):
    assert place_name(name) == "Yiwu"
    assert filled.search_claims("", place=name).total == 1
    assert found(filled, f'place:"{name}"') == {1}


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("cross-border e-commerce", {1, 2, 3}),  # typed without quotes it is one term all the same
        ("义乌市", {1, 2}),
        ("义乌跨境电商", {2}),  # several terms in one: the English text has all of them
        ('"Yiwu cross-border e-commerce"', {1}),
        ("义乌 -电商", {2}),
        ("跨境电商 NEAR yiwu", set()),
    ],
)
def test_terms_meet_however_they_are_typed(filled, query, hits):
    assert found(filled, query, both_languages=True) == hits


@pytest.mark.parametrize(
    ("query", "twin"),
    [
        ("社会消费品零售总额", "retail sales of consumer goods"),  # an indicator, by any of its names
        ("浙江省", "Zhejiang"),
        ("gross domestic product", "生产总值"),
        ("义烏市", "Yiwu"),
    ],
)
def test_names_of_indicators_and_places_find_each_other(query, twin):
    added = dict(in_both_languages(parse(query)).added)
    assert twin in added[query]


def test_what_is_found_by_the_typed_word_anyway_is_not_added():
    assert dict(in_both_languages(parse("义乌")).added) == {"义乌": ("Yiwu",)}


def test_no_word_means_two_things():
    """The files are read once: a word in two groups would raise here."""
    assert in_both_languages(parse("出口")).added == (("出口", ("export",)),)
