"""The query language: what is understood, and what is said of the rest."""

import random
import time
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barometer.errors import SearchError
from barometer.search.query import parse
from barometer.search.tree import And, Everything, Language, Near, Not, Or, Period, Phrase, Published, Value, phrases

SHANGHAI = ZoneInfo("Asia/Shanghai")


def word(text, *tokens, field="any"):
    return Phrase(tokens or (text,), text, field)


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("", Everything()),
        ("  ", Everything()),
        ("义乌", word("义乌")),
        ("跨境电商", word("跨境电商", "跨境", "境电", "电商")),
        ("義烏 出口", And((Phrase(("义乌",), "義烏"), word("出口")))),
        ("exports", word("exports", "export")),
        ('"small commodities"', word("small commodities", "small", "commod")),
        ("“小商品”", word("小商品", "小商", "商品")),
        ("e-commerce", word("e-commerce", "e", "commerc")),
        ("a|b", Or((word("a"), word("b")))),
        ("a OR b AND c", Or((word("a"), And((word("b"), word("c")))))),
        ("（a｜b）－c", And((Or((word("a"), word("b"))), Not(word("c"))))),
        ("a -b", And((word("a"), Not(word("b"))))),
        ("a NOT b", And((word("a"), Not(word("b"))))),
        ("+a +b", And((word("a"), word("b")))),
        ("a - - b", And((word("a"), word("b")))),
        ("义乌，出口", And((word("义乌"), word("出口")))),
        ("a & b", And((word("a"), word("b")))),
        ("a NEAR b", Near(word("a"), word("b"), 10)),
        ("a NEAR/0 b NEAR/3 c", And((Near(word("a"), word("b"), 0), Near(word("b"), word("c"), 3)))),
        ("title:义乌", word("义乌", field="title")),
        ("标题 title：义乌", And((word("标题"), word("义乌", field="title")))),
        ("lang:ZH", Language("zh")),
        ("12:30", word("12:30", "12", "30")),
        ("after:2025-06-01", Published(after=datetime(2025, 6, 1, tzinfo=SHANGHAI))),
        ("before:2025", Published(before=datetime(2025, 1, 1, tzinfo=SHANGHAI))),
        ("value:>5e9", Value(minimum=Decimal("5e9"), above=True)),
        ("value:<=50亿", Value(maximum=Decimal("5e9"))),
        ("value:1.5..2bn", Value(Decimal("1.5"), Decimal("2e9"))),
        ("value:-5..", Value(minimum=Decimal(-5))),
        ("value:8%", Value(Decimal(8), Decimal(8))),
        ("value:＞５０亿", Value(minimum=Decimal("5e9"), above=True)),
        ("value:１０．．２０", Value(Decimal(10), Decimal(20))),
        ("value:≥８％", Value(minimum=Decimal(8))),
        ("after:２０２５－０６", Published(after=datetime(2025, 6, 1, tzinfo=SHANGHAI))),
        ("period:２０２５Ｈ１", Period(date(2025, 1, 1), date(2025, 6, 30))),
        ("period:2025H1", Period(date(2025, 1, 1), date(2025, 6, 30))),
        ("period:2025Q4", Period(date(2025, 10, 1), date(2025, 12, 31))),
        ("period:2025上半年", Period(date(2025, 1, 1), date(2025, 6, 30))),
        ("period:2024-02", Period(date(2024, 2, 1), date(2024, 2, 29))),
        ("period:2024..2025-06", Period(date(2024, 1, 1), date(2025, 6, 30))),
    ],
)
def test_what_is_understood(query, tree):
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "character", "hint"),
    [
        ("中", 1, "add its neighbour"),
        ("义乌 人", 4, "add its neighbour"),
        ("-a", 1, "only excludes"),
        ("a | -b", 1, "only excludes"),
        ("(-a)", 1, "only excludes"),
        ("!!!", 1, "write a word"),
        ('a "!"', 3, "no word between"),
        ('a "b', 3, "never closed"),
        ("“a", 1, "add ”"),
        ("(a", 1, "add )"),
        ("a)", 2, "no ( before"),
        ("a |", 3, "both sides"),
        ("| a", 1, "both sides"),
        ("a -", 3, "a word after"),
        ("a NEAR (b c)", 3, "on both sides"),
        ("NEAR a", 1, "on both sides"),
        ("a NEAR/x b", 3, "from 0 to 100"),
        ("a NEAR/1000 b", 3, "from 0 to 100"),
        ("title:a NEAR b", 9, "same field"),
        ("color:red", 1, "there are title, source"),
        ("https://news.example", 1, "put it in quotes"),
        ("title: 义乌", 8, "right behind the colon"),
        ("title:", 7, "right behind the colon"),
        ("value:many", 7, "write a number"),
        ("value:..", 7, "write a bound"),
        ("value:5..1", 7, "lower bound comes first"),
        ("after:2025-13", 7, "write 2025"),
        ("period:2025Q5", 8, "write 2025"),
        ("period:2025H3", 8, "write 2025"),
        ("period:2025..2024", 8, "ends before it starts"),
        ("is:wrong", 4, "actual, target, forecast"),
        ("export*", 7, "all their forms"),
        ("(" * 40 + "a" + ")" * 40, 31, "inside each other"),
    ],
)
def test_what_is_said_of_a_mistake(query, character, hint):
    with pytest.raises(SearchError) as caught:
        parse(query)
    message = str(caught.value)
    assert message.startswith(f"query, character {character}: ")
    assert hint in message
    assert "\n" not in message


def test_a_query_may_not_be_endless():
    with pytest.raises(SearchError, match="2,000 are the most"):
        parse("a " * 2_000)


def test_what_is_excluded_is_not_marked():
    assert [phrase.text for phrase in phrases(parse("a (b | title:c) -d source:e a"))] == ["a", "b", "c"]


PIECES = [
    *"()|-+\"“”（）：:*,，. 中a1~^[]{}\\/!&<>=%\u0301\u200b\ud800\n",
    "义乌", "出口", "export", "NEAR", "NEAR/3", "OR", "AND", "NOT", "..", ">=", "5e9", "2025H1", "1e999", "9" * 400,
    *(f"{name}:" for name in ("title", "source", "lang", "after", "before", "place", "indicator", "unit", "value")),
    "period:", "is:", "foo:", "after:2025", "value:>1", "period:2025", "is:target", "after:0001-01-01", "before:9999",
]  # fmt: skip


def test_two_thousand_random_queries_are_answered_or_refused_in_time(index, make_article, make_claim):
    article = make_article("义乌出口 export", title="Yiwu", id=1)
    index.put([article], [make_claim(article, "出口1")])
    chance = random.Random(99)
    answered = 0
    refusals = []
    slowest = 0.0
    for _ in range(2_000):
        query = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 12)))
        began = time.perf_counter()
        try:
            index.search_articles(query, facets=["source"])
            index.search_claims(query)
            answered += 1
        except SearchError as error:
            refusals.append(str(error))
        slowest = max(slowest, time.perf_counter() - began)
    assert answered > 100
    assert not any("\n" in refusal for refusal in refusals)
    assert slowest < 2


@given(st.text(max_size=80))
def test_any_text_is_a_query_or_a_mistake(text):
    try:
        parse(text)
    except SearchError:
        return
