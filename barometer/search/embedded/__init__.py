"""The embedded index: tantivy in a folder, written in short batches by whoever has something, read by everyone."""

from barometer.search.embedded.engine import EmbeddedIndex

__all__ = ["EmbeddedIndex"]
