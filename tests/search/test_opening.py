"""The settings decide which engine is asked."""

from barometer.config import Settings
from barometer.search.elastic import ElasticIndex
from barometer.search.embedded import EmbeddedIndex
from barometer.search.opening import open_index


def test_the_embedded_index_unless_a_server_is_named(tmp_path):
    assert isinstance(open_index(Settings(data=tmp_path)), EmbeddedIndex)
    assert isinstance(open_index(Settings(elasticsearch_url="http://127.0.0.1:9200")), ElasticIndex)
    assert "secret" not in repr(Settings(elasticsearch_api_key="secret"))
