"""The two engines give the same answers: hits, totals, order, pages, facets, highlights."""

import pytest

from tests.search.random_documents import Chance, queries, random_documents

FACETS = ("source", "language", "place", "indicator", "month", "day")

ASKED = [
    "", "义乌", "出口", "中国", "跨境电商", "电商", "Yiwu", "export", "exports", "growth", "grew", "2025年", "5G",
    "義烏", "ＹＩＷＵ", "义乌 出口", "义乌 export", "义乌 | yiwu", "义乌 -出口",
    "(义乌 | 中国) -(出口 | growth)",
    '"义乌 出口"', '"义乌，出口"', '"出口 yiwu"', "“中国出口”", "title:义乌", 'title:"义乌 出口"', "title:export -义乌",
    "义乌 NEAR/0 出口", "义乌 NEAR/3 出口", "跨境电商 NEAR/5 出口", "中国出口 NEAR 跨境电商",
    "title:义乌 NEAR/4 title:出口",
    "source:people", "source:xinhua 义乌", "source:人民网", "source:新华 -出口", "lang:zh",
    "lang:en 义乌",
    "after:2025-03", "before:2025-03", "义乌 after:2025-02 before:2025-05-15", "出口 -after:2025-06",
    "place:yiwu", "place:China 义乌", 'place:"zhejiang province"', "indicator:exports", "indicator:出口",
    "indicator:growth",
    "unit:CNY", "unit:percent 出口", "value:>1", "value:>=2.5", "value:<0", "value:1..3", "value:5e9", "value:>50亿",
    "value:>1 unit:CNY", "value:>1 -unit:CNY", "(value:>1) (unit:CNY)", "value:>1 | unit:percent 义乌",
    "period:2025", "period:2025Q1", "period:2025H1 is:target", "is:target", "is:actual 出口", "-is:target 义乌",
    "place:yiwu unit:CNY value:>1 period:2025 is:actual", "义乌 出口 中国", "增长 | growth", "growth growth",
]  # fmt: skip


@pytest.fixture
def twins(embedded, elastic, make_article, make_claim):
    articles, claims = random_documents(Chance(11), 250, make_article, make_claim)
    for first in range(0, 250, 60):  # several segments and refreshes, as in real life
        part = articles[first : first + 60]
        ids = {article.id for article in part}
        for engine in (embedded, elastic):
            engine.put(part, [claim for claim in claims if claim.article_id in ids])
    return embedded, elastic


def test_every_query_has_the_same_answer(twins):
    embedded, elastic = twins
    asked = ASKED + list(queries(Chance(12), 90))
    assert len(asked) >= 150
    for query in asked:
        for call in ("search_articles", "search_claims"):
            first, second = (
                getattr(engine, call)(query, sort="date", limit=7, facets=FACETS) for engine in (embedded, elastic)
            )
            assert first == second, (call, query)
            if first.next:
                behind = [getattr(engine, call)(query, sort="date", limit=9, cursor=first.next) for engine in twins]
                assert behind[0] == behind[1], (call, query)


def test_the_order_by_relevance_is_nearly_always_the_same(twins):
    """Both score by BM25 with the same constants; lengths are rounded and empty fields counted in their own ways."""
    same = compared = 0
    for query in ASKED:
        first, second = (engine.search_articles(query, limit=20, highlights=False) for engine in twins)
        assert first.total == second.total
        compared += 1
        same += [hit.id for hit in first.items] == [hit.id for hit in second.items]
    print(f"same first twenty for {same} of {compared} queries")
    assert same >= 0.8 * compared
