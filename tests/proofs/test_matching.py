"""Many subscriptions over many articles: what the index of needed tokens saves, against a naive loop in the same run;
and through the record, articles that are heard one at a time against all of them at once.

`--proof` takes 10,000 subscriptions over 1,000 articles, without it 1,000 over 100. Texts and searches are made up:
articles of some 400 characters out of 30,000 words, searches of a common word and one or two rare ones, so that about
one subscription in two hundred matches an article. Where more match, less is saved: each match is checked closely.
"""

import gc
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert, select

from barometer.alerts.hearing import Listener, hear
from barometer.alerts.matching import Matcher
from barometer.alerts.subscribers import _columns
from barometer.alerts.subscription import Subscription
from barometer.archive.record import open_record
from barometer.archive.tables import alerts
from barometer.archive.tables import subscriptions as subscriptions_table
from barometer.search.documents import ArticleDocument
from barometer.search.evaluation import Subject, matches
from tests.alerts.conftest import NOW, Newsroom

PUBLISHED = datetime(2025, 6, 1, tzinfo=UTC)
CHARACTERS = [chr(0x4E00 + 13 * number) for number in range(800)]
COMMON = ["义乌", "出口", "市场", "Yiwu"]


def words(chance: random.Random, count: int) -> list[str]:
    return ["".join(chance.choice(CHARACTERS) for _ in range(chance.randint(3, 5))) for _ in range(count)]


def article(chance: random.Random, number: int, vocabulary: list[str]) -> ArticleDocument:
    text = "，".join(chance.choice([*COMMON, *chance.choices(vocabulary, k=12)]) for _ in range(110))
    return ArticleDocument(
        id=number,
        version=1,
        title=chance.choice(COMMON) + chance.choice(vocabulary),
        text=text,
        url="https://x.example/",
        source="people",
        language="zh",
        published=PUBLISHED,
        fetched=PUBLISHED,
    )


def search(chance: random.Random, vocabulary: list[str]) -> str:
    one, other = chance.choices(vocabulary, k=2)
    form = chance.choice(["{0} {1}", "{0} {1}", "{0} ({1} | {2})", "{1} -{2}", "{0} NEAR/5 {1}", "{1} | {2}"])
    return form.format(chance.choice(COMMON), one, other)


def timed(matcher: Matcher, articles: list[ArticleDocument]) -> tuple[list[set[int]], float]:
    with undisturbed():
        begun = time.process_time()
        found = [{match.subscription_id for match in matcher.matching(one, [])} for one in articles]
        return found, time.process_time() - begun


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the garbage of other tests from being collected while time is taken, as timeit does."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def test_many_subscriptions_cost_little(times, capsys):
    chance = random.Random(5)
    vocabulary = words(chance, 30_000)
    many, pages = times(10_000), times(1_000)
    subscriptions = {
        number: Subscription(channel="email", target="a@b.example", query=search(chance, vocabulary))
        for number in range(many)
    }
    articles = [article(chance, number, vocabulary) for number in range(pages)]
    found, quick = timed(Matcher(subscriptions), articles)
    few, tenth = timed(Matcher({number: subscriptions[number] for number in range(many // 10)}), articles)
    with undisturbed():
        begun = time.process_time()
        naive = []
        for one in articles:
            subject = Subject.article(one, [])
            naive.append({number for number, each in subscriptions.items() if matches(each.node, subject)})
        slow = time.process_time() - begun
    with capsys.disabled():
        print(
            f"\n{many} subscriptions x {pages} articles: {quick:.2f} s, naive {slow:.2f} s ({slow / quick:.0f} times), "
            f"{sum(map(len, found))} matches; a tenth of the subscriptions {tenth:.2f} s ({quick / tenth:.1f} times)"
        )
    assert found == naive  # the very same subscriptions for each article
    assert [{number for number in each if number < many // 10} for each in found] == few
    assert sum(map(len, found)) > pages * many / 1_000
    assert slow >= 20 * quick
    assert quick <= 3 * tenth


def heard(folder: Path, subscriptions: dict[int, Subscription], pages: list[ArticleDocument], *, singly: bool) -> tuple:
    """Hear of the articles through the record; give the alerts and the processor time that hearing took."""
    record = open_record(f"sqlite:///{folder / f'{singly}.sqlite3'}", migrate=True)
    newsroom = Newsroom(record)
    with record.writing() as connection:
        rows = [
            {**_columns(one), "id": number, "state": "confirmed", "created_at": NOW, "confirmed_at": NOW, "version": 1}
            for number, one in subscriptions.items()
        ]
        connection.execute(insert(subscriptions_table), rows)
    listener, spent, made = Listener(), 0.0, 0
    listener.refresh(record)  # ready before: what the two ways differ in is measured
    for one in pages:
        newsroom.publish(one.title, one.text, key=one.id)
        if singly:
            begun = time.process_time()
            made += hear(record, lambda: NOW, listener)
            spent += time.process_time() - begun
    if not singly:
        begun = time.process_time()
        made = hear(record, lambda: NOW, listener)
        spent = time.process_time() - begun
    with record.reading() as connection:
        told = connection.execute(select(alerts.c.subscription_id, alerts.c.article_id)).all()
    record.close()
    assert len(told) == made
    return {tuple(row) for row in told}, spent


def test_one_article_at_a_time_costs_little_more_than_all_at_once(times, at_full_count, tmp_path, capsys):
    chance = random.Random(6)
    vocabulary = words(chance, 30_000)
    many, pages = times(10_000), times(1_000)
    asked = {
        number: Subscription(channel="email", target="a@b.example", query=search(chance, vocabulary))
        for number in range(1, many + 1)
    }
    articles = [article(chance, number, vocabulary) for number in range(pages)]
    together, batched = heard(tmp_path, asked, articles, singly=False)
    apart, single = heard(tmp_path, asked, articles, singly=True)
    with capsys.disabled():
        print(
            f"\n{many} subscriptions, {pages} articles through the record: all at once {batched:.2f} s, "
            f"one at a time {single:.2f} s ({batched / single:.2f} of the speed), {len(together)} alerts"
        )
    assert together == apart
    assert len(together) > pages * many / 1_000
    assert batched >= 0.5 * single or not at_full_count
