"""Which engine the settings ask for."""

from barometer.config import Settings
from barometer.search.embedded import EmbeddedIndex
from barometer.search.index import Index


def open_index(settings: Settings) -> Index:
    """Give the index that the settings name. Nothing is opened before it is used."""
    return EmbeddedIndex(settings.index_folder)
