"""Which engine the settings ask for."""

from barometer.config import Settings
from barometer.search.elastic import ElasticIndex
from barometer.search.elastic.server import connect
from barometer.search.embedded import EmbeddedIndex
from barometer.search.index import Index


def open_index(settings: Settings) -> Index:
    """Give the index that the settings name. Nothing is opened before it is used."""
    if not settings.elasticsearch_url:
        return EmbeddedIndex(settings.index_folder)
    client = connect(
        settings.elasticsearch_url,
        api_key=settings.elasticsearch_api_key or None,
        certificate_authority=settings.elasticsearch_ca or None,
    )
    return ElasticIndex(client)
