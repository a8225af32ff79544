"""Which engine the settings ask for."""

from barometer.config import Settings
from barometer.search.embedded import EmbeddedIndex
from barometer.search.index import Index


def open_index(settings: Settings) -> Index:
    """Give the index that the settings name. Nothing is opened before it is used."""
    if not settings.elasticsearch_url:
        return EmbeddedIndex(settings.index_folder)
    return _on_server(settings)


def _on_server(settings: Settings) -> Index:
    from barometer.search.elastic import ElasticIndex  # noqa: PLC0415 - a fifth of a second: only who has a server waits
    from barometer.search.elastic.server import connect  # noqa: PLC0415 - the same

    client = connect(
        settings.elasticsearch_url,
        api_key=settings.elasticsearch_api_key or None,
        certificate_authority=settings.elasticsearch_ca or None,
    )
    return ElasticIndex(client)
