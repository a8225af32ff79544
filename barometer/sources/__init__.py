"""Sources as data: the schema of a source file, URL rules, canonical keys."""

from barometer.sources.loading import SourceFiles, load_sources, read_sources
from barometer.sources.matching import match_source
from barometer.sources.schema import Select, Source, Wall
from barometer.sources.urls import canonical_url, host_of

__all__ = [
    "Select",
    "Source",
    "SourceFiles",
    "Wall",
    "canonical_url",
    "host_of",
    "load_sources",
    "match_source",
    "read_sources",
]
