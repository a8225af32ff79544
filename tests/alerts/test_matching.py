"""What matches a subscription is what a search finds: random queries over random articles, against the engine."""

import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from barometer.alerts.matching import Known, Matcher, Target, may_match, meets, needed_tokens
from barometer.alerts.subscription import Condition, Subscription, next_telling
from barometer.errors import SearchError, SubscriptionError
from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.embedded import EmbeddedIndex
from barometer.search.evaluation import Subject, matches
from barometer.search.query import parse

WORDS = [
    "义乌",
    "出口",
    "中国",
    "增长",
    "的",
    "跨境电商",
    "exports",
    "growth",
    "Yiwu",
    "2025年",
    "5G",
    "，",
    "。",
    " ",
    " ",
]
ASKED = ["义乌", "出口", "跨境电商", "export", "grew", "yiwu", "2025年", "5G", "电商", '"出口 yiwu"', "title:义乌"]
ASKED += ["义乌 NEAR/4 出口", "place:yiwu", "unit:CNY", "value:>2", "is:target", "lang:zh", "source:people"]
ASKED += ["-增长"]


def random_query(chance: random.Random, depth: int = 2) -> str:
    if depth == 0 or chance.random() < 0.3:
        return chance.choice(ASKED)
    joined = chance.choice([" ", " ", " | "]).join(random_query(chance, depth - 1) for _ in range(chance.randint(1, 3)))
    return chance.choice(["({})", "-({})", "{}", "{}"]).format(joined)


def queries(chance: random.Random, count: int) -> list[str]:
    made: list[str] = []
    while len(made) < count:
        query = random_query(chance)
        try:
            parse(query)
        except SearchError:
            continue
        made.append(query)
    return made


def article(chance: random.Random, number: int) -> tuple[ArticleDocument, list[ClaimDocument]]:
    def text(longest: int) -> str:
        return "".join(chance.choice(WORDS) for _ in range(chance.randint(1, longest)))

    source = chance.choice(["people", "xinhua"])
    common = {"url": f"https://x.example/{number}", "source": source, "language": chance.choice(["zh", "en"])}
    published = datetime(2025, 6, 1, tzinfo=UTC)
    title = text(4)
    one = ArticleDocument(
        id=number, version=1, title=title, text=text(30), published=published, fetched=published, **common
    )
    claims = [
        ClaimDocument(
            id=f"{number}-{position}",
            version=1,
            article_id=number,
            quote="1",
            sentence=text(8),
            value=Decimal(chance.choice(["1", "2.5", "10"])),
            unit=chance.choice(["CNY", "percent"]),
            kind="amount",
            place=chance.choice(["Yiwu", "China", None]),
            status=chance.choice(["actual", "target"]),
            title=title,
            published=published,
            **common,
        )
        for position in range(chance.randint(0, 3))
    ]
    return one, claims


def subscription(query: str = "", **more) -> Subscription:
    return Subscription(**{"channel": "email", "target": "a@b.example", "query": query, **more})


@pytest.mark.parametrize("seed", range(3))
def test_an_article_is_told_exactly_to_those_whose_search_finds_it(seed, tmp_path):
    chance = random.Random(seed)
    asked = queries(chance, 60)
    matcher = Matcher({number: subscription(query) for number, query in enumerate(asked)})
    index = EmbeddedIndex(tmp_path / "index")
    index.clear()
    told: set[tuple[int, int]] = set()
    pages = [article(chance, number) for number in range(40)]
    index.put([one for one, _ in pages], [claim for _, claims in pages for claim in claims])
    for one, claims in pages:
        told |= {(match.subscription_id, one.id) for match in matcher.matching(one, claims)}
    found = {
        (number, int(hit.id))
        for number, query in enumerate(asked)
        for hit in index.search_articles(query, limit=1000, highlights=False, both_languages=True).items
    }
    assert told == found
    assert len(found) > 100


@pytest.mark.parametrize("seed", range(20))
def test_what_a_query_needs_is_in_every_article_that_matches(seed):
    chance = random.Random(seed)
    pages = [Subject.article(*article(chance, number)) for number in range(20)]
    for query in queries(chance, 30):
        needed = needed_tokens(parse(query), {})
        for subject in pages:
            there = {token for words in subject.words.values() for token in words.texts}
            if matches(parse(query), subject):
                assert needed is None or needed & there, query
                assert may_match(parse(query), frozenset(there)), query


def figure(value: str, **more) -> ClaimDocument:
    defaults = {"id": "c", "version": 1, "article_id": 1, "quote": value, "sentence": value, "title": "", "url": ""}
    defaults |= {"source": "people", "language": "zh", "unit": "percent", "kind": "change", "indicator": "出口"}
    defaults |= {"indicator_id": "exports", "place": "Yiwu", "comparison": "yoy", "direction": "up"}
    return ClaimDocument(value=Decimal(value), **{**defaults, **more})


def test_a_condition_holds_of_one_claim():
    below = Condition.read({"indicator": "exports", "comparison": "yoy", "below": "10"})
    assert meets(below, figure("9.9"))
    assert not meets(below, figure("10"))
    assert not meets(below, figure("9", comparison="mom"))
    assert not meets(below, figure("9", indicator="进口", indicator_id="imports"))
    assert meets(Condition.read({"indicator": "exports", "below": "0"}), figure("3", direction="down"))
    assert meets(Condition.read({"place": "yiwu"}), figure("3"))
    assert meets(Condition.read({"indicator": "exports", "status": "target"}), figure("3", status="target"))


def test_a_change_is_counted_against_the_last_value_known():
    condition = Condition.read({"indicator": "exports", "changed": "5"})
    assert not meets(condition, figure("100"), Known())
    assert not meets(condition, figure("104"), Known(last=lambda _: Decimal(100)))
    assert meets(condition, figure("105"), Known(last=lambda _: Decimal(100)))
    assert meets(condition, figure("95"), Known(last=lambda _: Decimal(100)))
    any_change = Condition.read({"indicator": "exports", "changed": "0"})
    assert not meets(any_change, figure("100"), Known(last=lambda _: Decimal(100)))
    assert meets(any_change, figure("100.1"), Known(last=lambda _: Decimal(100)))


@pytest.mark.parametrize(
    ("asked", "status", "value", "target", "holds"),
    [
        ("told", "target", "8", None, True),
        ("told", "actual", "8", None, False),
        ("met", "actual", "8", Target(Decimal(8)), True),
        ("missed", "actual", "8", Target(Decimal(8)), False),
        ("missed", "actual", "7.9", Target(Decimal(8), "ge"), True),
        ("met", "actual", "8", Target(Decimal(8), "gt"), False),
        ("met", "actual", "3", Target(Decimal(3), "le"), True),
        ("missed", "actual", "3.1", Target(Decimal(3), "le"), True),
        ("missed", "actual", "3", Target(Decimal(3), "lt"), True),
        ("missed", "actual", "1", None, False),
        ("met", "forecast", "9", Target(Decimal(8)), False),
    ],
)
def test_a_target_is_told_met_or_missed(asked, status, value, target, holds):
    condition = Condition.read({"indicator": "exports", "target": asked})
    assert meets(condition, figure(value, status=status), Known(target=lambda _: target)) == holds


def test_a_fall_misses_a_target_of_growth():
    condition = Condition.read({"indicator": "exports", "target": "missed"})
    assert meets(condition, figure("9", direction="down"), Known(target=lambda _: Target(Decimal(8))))


def test_a_search_alone_is_told_by_the_claim_that_says_most_of_it(tmp_path):
    common = {"url": "https://x.example/", "source": "people", "language": "zh"}
    text = "义乌进口增长3%。义乌出口增长5%。工人140名。"
    one = ArticleDocument(id=1, version=1, title="义乌", text=text, fetched=datetime(2025, 6, 1, tzinfo=UTC), **common)
    claims = [
        figure("3", id="imports", sentence="义乌进口增长3%。", indicator_id="imports"),
        figure("5", id="exports", sentence="义乌出口增长5%。"),
        figure("140", id="workers", sentence="工人140名。", unit="person", indicator_id=None),
    ]
    asked = {1: "义乌 出口", 2: "义乌 value:>100", 3: "工人", 4: "义乌 -进口额"}
    matcher = Matcher({number: subscription(query) for number, query in asked.items()})
    told = {match.subscription_id: match.claim.id for match in matcher.matching(one, claims) if match.claim}
    assert told == {1: "exports", 2: "workers", 3: "workers", 4: "imports"}


def test_subscriptions_come_change_and_go_without_a_new_matcher():
    chance = random.Random(9)
    asked = queries(chance, 80)
    pages = [article(chance, number) for number in range(30)]
    kept = {number: subscription(query) for number, query in enumerate(asked)}
    changing = Matcher({number: kept[number] for number in range(20)})
    for number in range(20, 80):
        changing.add(number, kept[number])
    for number in range(0, 80, 3):
        changing.add(number, kept[(number * 7) % 80])
        kept[number] = kept[(number * 7) % 80]
    for number in range(1, 80, 5):
        changing.remove(number)
        del kept[number]
    changing.remove(999)
    anew = Matcher(kept)
    for one, claims in pages:
        assert changing.matching(one, claims) == anew.matching(one, claims)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "neither a search nor a condition"),
        ({"query": "  "}, "neither a search nor a condition"),
        ({"query": "义乌", "cap": 0}, "cap of 0"),
        ({"query": "义乌", "target": "nobody"}, "no e-mail address"),
        ({"query": "义乌", "target": "a@b.example\nBcc: c@d.example"}, "no e-mail address"),
        ({"query": "义乌", "channel": "webhook"}, "https://"),
        ({"query": "义乌", "cadence": "yearly"}, "cadence"),
        ({"query": "义乌", "zone": "Mars"}, "time zone"),
        ({"query": "义乌", "hour": 24}, "hour"),
    ],
)
def test_a_subscription_that_makes_no_sense_is_refused(values, told):
    with pytest.raises(SubscriptionError, match=told):
        subscription(**values)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "empty"),
        ({"indicator": ""}, "empty"),
        ({"indicator": "exports", "below": "NaN"}, "no number"),
        ({"indicator": "exports", "above": "ten"}, "no number"),
        ({"indicator": "exports", "above": "10", "below": "10"}, "no value"),
        ({"changed": "5"}, "indicator"),
        ({"indicatr": "exports"}, "no such condition"),
        ({"indicator": "exports", "target": "perhaps"}, "target"),
        ({"indicator": "exports", "target": "missed", "status": "forecast"}, "actual"),
        ({"event": "eclipse"}, "event"),
        ({"event": "source_silent", "indicator": "exports"}, "no figure"),
    ],
)
def test_a_condition_that_makes_no_sense_is_refused(values, told):
    with pytest.raises(SubscriptionError, match=told):
        Condition.read(values)


def test_a_query_that_cannot_be_understood_is_refused_when_one_subscribes():
    with pytest.raises(SearchError):
        subscription("(义乌")


@pytest.mark.parametrize(
    ("cadence", "told"),
    [
        ("instant", timedelta(0)),
        ("hourly", timedelta(minutes=30)),
        ("daily", timedelta(hours=14, minutes=30)),
        ("weekly", timedelta(days=2, hours=14, minutes=30)),
    ],
)
def test_when_a_match_is_told(cadence, told):
    now = datetime(2025, 6, 6, 9, 30, tzinfo=UTC)  # a Friday, 17:30 in Shanghai
    one = subscription("义乌", cadence=cadence, hour=8, weekday=0)
    assert next_telling(one, now).astimezone(UTC) == now + told
