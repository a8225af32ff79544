"""What proofs of search share: an index of their own on a real Elasticsearch."""

import uuid
from collections.abc import Iterator

import pytest
from elasticsearch import Elasticsearch

from barometer.search.elastic import ElasticIndex
from tests.search.conftest import elastic_client, forget

__all__ = ["elastic_client", "elastic_index"]


@pytest.fixture(scope="module")
def elastic_index(elastic_client: Elasticsearch) -> Iterator[ElasticIndex]:
    prefix = f"proof-{uuid.uuid4().hex[:12]}"
    made = ElasticIndex(elastic_client, prefix=prefix)
    made.put([], [])
    yield made
    forget(elastic_client, prefix)
