"""Elasticsearch killed in the middle of indexing: after it is back and the rest is put, the index equals the record."""

import os
import threading

import pytest

from barometer.errors import IndexBusy
from barometer.search.elastic import ElasticIndex
from barometer.search.elastic.server import connect
from barometer.search.index import digest
from tests.search.elastic_node import Node, node_folder

ARTICLES = int(os.environ.get("BAROMETER_PROOF_ARTICLES", "2000"))
BATCH = 200


@pytest.fixture
def node(tmp_path):
    if os.environ.get("BAROMETER_TEST_ELASTICSEARCH", "") == "":
        pytest.skip("BAROMETER_TEST_ELASTICSEARCH is not set")
    started = Node(node_folder(tmp_path))
    started.start()
    yield started
    started.stop()


def test_what_was_put_before_a_crash_is_there_and_the_rest_can_be_put_again(node, make_article, make_claim):
    articles = [make_article(f"义乌出口 {number}", id=number) for number in range(1, ARTICLES + 1)]
    claims = {
        article.id: [make_claim(article, "出口", id=f"{article.id}-{n}") for n in range(2)] for article in articles
    }
    rows = [articles[first : first + BATCH] for first in range(0, ARTICLES, BATCH)]
    crashes = 0
    with connect(node.url, timeout=10) as client:
        index = ElasticIndex(client)
        index.put([], [])
        threading.Timer(0.7, node.kill).start()
        while rows:  # as a drain does: a row is done when put has returned, else it waits for the next time
            batch = rows[0]
            try:
                refused = index.put(batch, [claim for article in batch for claim in claims[article.id]])
            except IndexBusy:
                crashes += 1
                assert crashes == 1
                node.wait()
                node.start()
                continue
            assert refused == ()
            rows.pop(0)
            if not rows and not crashes:
                pytest.fail("everything was put before the crash: raise BAROMETER_PROOF_ARTICLES")
        index.refresh()
        found = index.digest()
    expected = digest(
        ((article.id, article.version) for article in articles),
        ((claim.id, claim.version) for held in claims.values() for claim in held),
    )
    assert found == expected
    assert crashes == 1
