"""What is put is found, what is replaced or removed is not."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from barometer.errors import SearchError
from barometer.search.embedded import EmbeddedIndex
from barometer.search.index import Counts


def found(index, query, **filters):
    return [hit.id for hit in index.search_articles(query, **filters).items]


def test_articles_are_found_in_both_languages(index, make_article):
    index.put(
        [
            make_article("义乌的跨境电商出口增长", id=1),
            make_article("Yiwu exported small commodities to 200 countries", id=2, language="en"),
            make_article("杭州的天气", id=3),
        ],
        [],
    )
    assert found(index, "义乌") == [1]
    assert found(index, "義烏 跨境电商") == [1]
    assert found(index, "exports commodity") == [2]
    assert found(index, '"small commodities"') == [2]
    assert found(index, '"commodities small"') == []
    assert found(index, "义乌 | yiwu", sort="date") == [2, 1]
    assert found(index, "出口 -跨境") == []
    assert index.search_articles("").total == 3


def test_an_article_is_replaced_with_its_claims_and_an_older_version_never_returns(index, make_article, make_claim):
    old = make_article("出口增长", id=7)
    new = make_article("进口下降", id=7, version=2)
    index.put([old], [make_claim(old, "出口增长5%"), make_claim(old, "出口")])
    index.put([new], [make_claim(new, "进口下降3%")])
    index.put([old], [make_claim(old, "出口增长5%")])
    assert (found(index, "出口"), found(index, "进口")) == ([], [7])
    assert [hit.document.sentence for hit in index.search_claims("").items] == ["进口下降3%"]
    assert index.count() == Counts(1, 1)


def test_the_same_version_given_again_with_other_claims_has_those(index, make_article, make_claim):
    article = make_article("出口", id=1)
    claims = [make_claim(article, "出口", id="a"), make_claim(article, "进口", id="b")]
    for held in (claims, [], claims[:1], claims[1:]):
        index.put([article], held)
        assert {hit.id for hit in index.search_claims("").items} == {claim.id for claim in held}


def test_what_is_removed_is_gone_and_only_a_newer_version_brings_it_back(index, make_article, make_claim):
    article = make_article("出口增长", id=7, version=3)
    index.put([article], [make_claim(article, "出口增长5%")])
    index.remove([7])
    index.put([article], [make_claim(article, "出口增长5%")])
    assert found(index, "出口") == found(index, "") == []
    assert index.search_claims("").total == 0
    assert index.count() == Counts(0, 0)
    assert index.digest() == Digest.EMPTY
    index.put([make_article("出口增长", id=7, version=4)], [])
    assert found(index, "出口") == [7]


class Digest:
    EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"  # sha256 of nothing


def test_claims_are_filtered_by_what_they_say(index, make_article, make_claim):
    article = make_article("", id=1, title="义乌外贸")
    index.put(
        [article],
        [
            make_claim(article, "出口50亿元", id="a", value=Decimal("5e9"), indicator="出口", place="Yiwu"),
            make_claim(article, "出口51亿美元", id="b", value=Decimal("5.1e9"), unit="USD", status="target"),
            make_claim(article, "增长10%至20%", id="c", value=Decimal(10), value_max=Decimal(20), unit="percent"),
        ],
    )

    def claims(query="", **filters):
        return [hit.id for hit in index.search_claims(query, **filters).items]

    assert claims("value:>5e9") == ["b"]
    assert claims(minimum=Decimal("5e9"), unit="CNY") == ["a"]
    assert claims("value:15..16") == ["c"]
    assert claims("place:yiwu") == ["a"]
    assert claims(indicator="出口") == ["a"]
    assert claims("is:target 出口") == ["b"]
    assert found(index, "value:>5e9 unit:CNY") == []
    assert found(index, "value:>5e9 unit:USD") == [1]


def test_date_filters_and_order(index, make_article):
    days = [datetime(2025, 5, day, tzinfo=UTC) for day in (3, 1, 2)]
    articles = [make_article("出口", id=number, published=day) for number, day in enumerate(days, 1)]
    index.put([*articles, make_article("出口", id=4, published=None)], [])
    assert found(index, "出口", sort="date") == [1, 3, 2, 4]
    assert found(index, "出口 after:2025-05-02 before:2025-05-03", sort="date") == [3]
    assert found(index, "出口", after=days[2], sort="date") == [1, 3]


def test_without_an_index_the_message_says_what_to_run(tmp_path):
    with pytest.raises(SearchError, match="run: barometer reindex"):
        EmbeddedIndex(tmp_path / "none").search_articles("义乌")
