"""The index on an Elasticsearch 9 server: the same answers as the embedded one, shared by many machines."""

from barometer.search.elastic.engine import ElasticIndex

__all__ = ["ElasticIndex"]
