"""Order, pages, facets and totals of results."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from barometer.errors import SearchError
from barometer.search import index as protocol
from barometer.search.embedded import reading as embedded_reading
from barometer.search.operands import local_day

START = datetime(2025, 3, 31, 12, tzinfo=UTC)


@pytest.fixture
def filled(index, make_article, make_claim):
    """Two hundred articles over a few days, many of the same second, each with claims."""
    chance = random.Random(5)
    articles, claims = [], []
    for number in range(1, 201):
        article = make_article(
            "义乌出口" if number % 2 else "义乌进口 " * (number % 7),
            title=f"新闻 {number}",
            source=chance.choice(["people", "xinhua", "cgtn"]),
            language=chance.choice(["zh", "en"]),
            published=None if number % 17 == 0 else START + timedelta(hours=chance.randint(0, 60)),
        )
        articles.append(article)
        for _ in range(number % 3):
            place = chance.choice(["Yiwu", "China", None])
            claims.append(make_claim(article, "出口额", value=Decimal(number), place=place, indicator_id="exports"))
    for first in range(0, 200, 40):
        part = articles[first : first + 40]
        ids = {article.id for article in part}
        index.put(part, [claim for claim in claims if claim.article_id in ids])
    return articles, claims


def test_facets_count_the_hits_under_the_filters(index, filled):
    articles, claims = filled
    hits = index.search_articles(
        "出口", language="zh", limit=0, facets=["source", "language", "month", "day", "place", "indicator"]
    )
    expected = [article for article in articles if "出口" in article.text and article.language == "zh"]
    assert hits.total == len(expected)
    assert dict(hits.facets["source"]) == Counter(article.source for article in expected)
    assert dict(hits.facets["language"]) == {"zh": len(expected)}
    dated = [local_day(article.published).isoformat() for article in expected if article.published]
    assert hits.facets["day"] == tuple(sorted(Counter(dated).items()))
    assert hits.facets["month"] == tuple(sorted(Counter(day[:7] for day in dated).items()))
    assert len(hits.facets["month"]) == 2  # the month turns at midnight in Shanghai
    ids = {article.id for article in expected}
    pairs = {(claim.article_id, claim.place) for claim in claims if claim.article_id in ids and claim.place}
    assert dict(hits.facets["place"]) == Counter(place for _, place in pairs)
    counts = [count for _, count in hits.facets["source"]]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("sort", ["date", "relevance"])
@pytest.mark.parametrize("size", [1, 7, 200])
def test_pages_by_cursor_hold_every_hit_once_in_the_one_order(index, filled, sort, size):
    whole = index.search_articles("义乌", sort=sort, limit=1000)
    assert whole.total == len(whole.items)
    assert whole.next is None
    seen, cursor = [], None
    while True:
        page = index.search_articles("义乌", sort=sort, limit=size, cursor=cursor)
        assert page.total == whole.total
        seen += [hit.id for hit in page.items]
        cursor = page.next
        if cursor is None:
            break
    assert seen == [hit.id for hit in whole.items]


def test_offset_pages_are_the_same_pages(index, filled):
    whole = [hit.id for hit in index.search_articles("义乌", limit=200).items]
    assert [
        hit.id for start in range(0, 200, 30) for hit in index.search_articles("义乌", limit=30, offset=start).items
    ] == whole


def test_by_date_the_newest_come_first_and_the_undated_last(index, filled):
    hits = index.search_articles("", limit=1000).items
    times = [hit.document.published for hit in hits]
    dated = [time for time in times if time]
    assert dated == sorted(dated, reverse=True)
    assert times[: len(dated)] == dated


def test_a_walk_meets_everything_once_as_of_its_first_moment(index, filled, make_article, monkeypatch):
    articles, claims = filled
    assert sorted(claim.id for claim in index.every_claim("")) == sorted(claim.id for claim in claims)
    monkeypatch.setattr(protocol, "PAGE_LIMIT", 7)
    monkeypatch.setattr(embedded_reading, "PAGE_LIMIT", 7)
    walk = index.every_article("义乌")
    seen = [next(walk).id for _ in range(3)]
    for days in (9, -900):  # before and behind where the walk is
        new = range(1000 + days, 1020 + days)
        index.put([make_article("义乌", id=n + 5000, published=START + timedelta(days=days)) for n in new], [])
    index.remove([article.id for article in articles[::5]])
    seen += [article.id for article in walk]
    assert sorted(seen) == [article.id for article in articles if "义乌" in article.text]


def test_claims_of_one_moment_are_paged_without_loss(index, make_article, make_claim):
    article = make_article("", id=1)
    claims = [make_claim(article, "出口额", id=f"claim{number}") for number in range(300)]
    index.put([article], claims)
    seen, cursor = [], None
    while cursor is not None or not seen:
        page = index.search_claims("", limit=11, cursor=cursor)
        seen += [hit.id for hit in page.items]
        cursor = page.next
    assert sorted(seen) == sorted(claim.id for claim in claims)


def test_a_title_weighs_more_than_the_text(index, make_article):
    index.put([make_article("义乌", title="新闻", id=1), make_article("新闻", title="义乌", id=2)], [])
    assert [hit.id for hit in index.search_articles("义乌").items] == [2, 1]


@pytest.mark.parametrize(
    "arguments",
    [
        {"limit": -1},
        {"limit": 1001},
        {"offset": -1},
        {"cursor": "x"},
        {"cursor": "d5"},
        {"cursor": "d5:7"},
        {"cursor": "d5:x", "sort": "date"},
        {"cursor": "d99999999999999999999:1", "sort": "date"},
        {"cursor": "r-5"},
        {"cursor": "r" + "9" * 5_000},
        {"offset": 10**9},
    ],
)
def test_impossible_pages_are_refused(index, filled, arguments):
    with pytest.raises(SearchError):
        index.search_articles("义乌", **arguments)


def test_a_page_of_nothing_still_counts(index, filled):
    hits = index.search_articles("出口", limit=0)
    assert (hits.total, hits.items) == (100, ())
