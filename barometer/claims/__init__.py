"""Reads every numeric claim out of a text in English or Chinese: `extract`. Pure: values in, values out."""

from barometer.claims.engine import extract
from barometer.claims.lexicon import Lexicon, load_lexicon

ENGINE_VERSION = "6"  # grows when the same text may give other claims

__all__ = ["ENGINE_VERSION", "Lexicon", "extract", "load_lexicon"]
