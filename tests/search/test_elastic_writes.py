"""What Elasticsearch is told: versions, tombstones, documents it refuses, a server that is busy or gone."""

import contextlib
import threading
from decimal import Decimal

import pytest

from barometer.errors import ConfigError, IndexBusy, SearchError
from barometer.search.elastic import ElasticIndex
from barometer.search.elastic.bulk import PAUSES, Action, send
from barometer.search.elastic.server import connect
from barometer.search.elastic.writer import Writer
from barometer.search.index import Counts


class BusyClient:
    """Answers like a server that is too busy for the first so many times."""

    def __init__(self, busy: int) -> None:
        self.busy = busy
        self.asked: list[int] = []

    def bulk(self, *, operations):
        names = [operation["index"]["_id"] for operation in operations[::2]]
        self.asked.append(len(names))
        self.busy -= 1
        refused = names[1:] if self.busy >= 0 else []
        return {
            "items": [
                {"index": {"status": 429, "error": {"reason": "rejected"}} if name in refused else {"status": 201}}
                for name in names
            ]
        }


def actions(amount):
    return [Action("a", str(number), 2, {}) for number in range(amount)]


def test_what_the_server_is_too_busy_for_is_sent_again_and_nothing_else():
    client, waits = BusyClient(busy=2), []
    outcomes = send(client, actions(4), wait=waits.append)
    assert sorted(each.action.id for each in outcomes) == ["0", "1", "2", "3"]
    assert all(each.kept for each in outcomes)
    assert client.asked == [4, 3, 2]
    assert waits == list(PAUSES[:2])


def test_a_server_that_stays_busy_is_left_alone():
    with pytest.raises(IndexBusy, match="too busy"):
        send(BusyClient(busy=99), actions(90), wait=lambda _: None)


def test_a_server_that_is_not_there_is_told_in_one_line():
    index = ElasticIndex(connect("http://127.0.0.1:9", timeout=1))
    with pytest.raises(IndexBusy, match="does not answer") as caught:
        index.put([], [])
    assert "\n" not in str(caught.value)
    with pytest.raises(IndexBusy, match="does not answer"):
        index.search_articles("义乌")


def test_an_address_that_is_none_is_refused():
    with pytest.raises(ConfigError, match="BAROMETER_ELASTICSEARCH_URL"):
        connect("nowhere")


def test_a_document_that_is_refused_stops_no_neighbour(elastic, make_article, make_claim):
    good, poison, other = (make_article("出口", id=number) for number in (1, 2, 3))
    claims = [make_claim(good, "出口", id="a"), make_claim(poison, "出口", id="b", value=Decimal("1e999"))]
    (refusal,) = elastic.put([good, poison, other], claims)
    assert refusal.article_id == 2
    assert refusal.problem
    assert {hit.id for hit in elastic.search_articles("出口").items} == {1, 3}
    assert [hit.id for hit in elastic.search_claims("出口").items] == ["a"]
    elastic.put([make_article("出口", id=2)], [make_claim(poison, "出口", id="b")])
    assert elastic.count() == Counts(3, 2)


def test_nothing_of_a_removed_article_is_left_on_the_server(elastic, elastic_client, make_article, make_claim):
    article = make_article("出口增长", id=1, title="秘密")
    elastic.put([article], [make_claim(article, "出口", id="a")])
    elastic.remove([1])
    names = elastic_client.indices.get(index=f"{elastic._articles}-*,{elastic._claims}-*")
    for name in names:
        for hit in elastic_client.search(index=name, query={"match_all": {}})["hits"]["hits"]:
            assert set(hit["_source"]) <= {"version", "claim_ids"}


def test_other_clients_find_plain_fields(elastic, elastic_client, make_article, make_claim):
    article = make_article("义乌的出口 small commodities", id=1, title="Trade grows")
    elastic.put([article], [make_claim(article, "出口", value=Decimal("5e9"))])
    for query in (
        {"match_phrase": {"text": "出口"}},
        {"match": {"text.english": "commodity"}},
        {"term": {"source": "people"}},
    ):
        assert elastic_client.count(index=elastic._articles, query=query)["count"] == 1
    assert elastic_client.count(index=elastic._claims, query={"range": {"value": {"gt": 4e9}}})["count"] == 1


def test_an_index_of_another_version_is_refused(elastic, elastic_client, make_article):
    elastic_client.indices.put_mapping(index=elastic._claims, meta={"mapping": 0})
    fresh = ElasticIndex(elastic_client, prefix=elastic._articles.removesuffix("-articles"))
    with pytest.raises(SearchError, match="another version; run: barometer reindex"):
        fresh.search_claims("出口")
    with fresh.rebuild() as beside:
        beside.put([make_article("出口")], [])
    assert fresh.count() == Counts(1, 0)


def test_a_server_without_our_index_says_what_to_run(elastic_client):
    with pytest.raises(SearchError, match="run: barometer reindex"):
        ElasticIndex(elastic_client, prefix="test-none").search_articles("义乌")


def test_the_later_of_two_rebuilds_wins(elastic, make_article):
    def rebuild_twice() -> None:
        with elastic.rebuild() as first:
            with elastic.rebuild() as second:
                second.put([make_article("出口", id=2)], [])
            first.put([make_article("出口", id=1)], [])

    with pytest.raises(IndexBusy, match="overtaken"):
        rebuild_twice()
    assert [hit.id for hit in elastic.search_articles("出口").items] == [2]


def test_search_answers_all_the_time_while_rebuilds_take_over(elastic, make_article):
    articles = [make_article("出口", id=number) for number in range(1, 51)]
    elastic.put(articles, [])
    failures, answers = [], []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            try:
                answers.append(elastic.search_articles("出口").total)
            except Exception as error:  # noqa: BLE001 - whatever it is, the test shows it
                failures.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        for _ in range(3):
            with elastic.rebuild() as beside:
                beside.put(articles, [])
    finally:
        done.set()
        asking.join()
    assert failures == []
    assert set(answers) == {50}


def test_a_claim_that_a_new_version_lacks_goes_even_after_a_crash_halfway(
    elastic, elastic_client, make_article, make_claim
):
    first, second = make_article("一", id=1), make_article("二", id=1, version=2)
    kept = make_claim(second, "进口", id="b")
    elastic.put([first], [make_claim(first, "出口", id="a"), make_claim(first, "进口", id="b")])
    halfway = Writer(elastic_client, elastic._articles, "test-no-such-alias")
    halfway.put([second], {1: [kept]})
    assert elastic.count().claims == 2
    elastic.put([second], [kept])
    assert [hit.id for hit in elastic.search_claims("").items] == ["b"]


def test_what_is_put_in_the_moment_when_a_rebuild_takes_over_is_in_the_new_index(elastic, make_article, monkeypatch):
    old, new, gone = make_article("出口一"), make_article("出口二"), make_article("出口三")
    elastic.put([old, gone], [])
    with contextlib.ExitStack() as rebuilding:
        rebuilding.enter_context(elastic.rebuild()).put([old, gone], [])
        look = elastic._builder

        def take_over_first():
            rebuilding.close()  # both were written to the old index already
            return look()

        monkeypatch.setattr(elastic, "_builder", take_over_first)
        elastic.put([new], [])
    assert {hit.id for hit in elastic.search_articles("出口").items} == {old.id, new.id, gone.id}
