"""A new index grows beside the one that answers, and takes its place at once or not at all."""

import pytest

from barometer.search.index import Counts


def test_a_rebuild_that_fails_changes_nothing_and_leaves_nothing(index, make_article, make_claim):
    index.put([make_article("出口", id=1)], [])
    with pytest.raises(ValueError, match="is not given"), index.rebuild() as beside:
        beside.put([], [make_claim(make_article(id=2), "进口")])
    assert index.search_articles("出口").total == 1
    index.put([make_article("出口", id=3)], [])
    with index.rebuild() as beside:
        beside.put([make_article("进口", id=4)], [])
    assert [hit.id for hit in index.search_articles("").items] == [4]


def test_what_is_put_during_a_rebuild_is_there_after_it(index, make_article):
    old, new = make_article("旧闻", id=1), make_article("新闻", id=1, version=2)
    index.put([old], [])
    with index.rebuild() as beside:
        index.put([new, make_article("新闻", id=2)], [])
        beside.put([old], [])  # read from the record before it changed there
    assert {hit.id for hit in index.search_articles("新闻").items} == {1, 2}
    assert index.search_articles("旧闻").total == 0


def test_what_is_removed_during_a_rebuild_stays_removed(index, make_article):
    article = make_article("出口", id=1)
    index.put([article], [])
    with index.rebuild() as beside:
        index.remove([1])
        beside.put([article], [])  # read from the record before it was removed there
    assert index.count() == Counts(0, 0)


def test_a_rebuild_gives_the_same_answers_and_digest(index, make_article, make_claim):
    articles = [make_article(f"义乌出口 {number}", version=number) for number in range(1, 51)]
    claims = [make_claim(article, f"出口 {article.id}") for article in articles]
    index.put(articles, claims)
    index.put([make_article("义乌出口", id=7, version=90)], [])
    index.remove([8])
    kept = [article for article in articles if article.id not in {7, 8}] + [make_article("义乌出口", id=7, version=90)]
    before = [(hit.id, hit.highlights) for hit in index.search_articles("义乌", sort="date", limit=100).items]
    digest = index.digest()
    with index.rebuild() as beside:
        beside.put(kept[::-1], [claim for claim in claims if claim.article_id not in {7, 8}])
        assert beside.digest() == digest
        assert beside.count() == index.count() == Counts(49, 48)
    assert index.digest() == digest
    assert [(hit.id, hit.highlights) for hit in index.search_articles("义乌", sort="date", limit=100).items] == before
