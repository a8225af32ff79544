"""Reads every numeric claim out of a text in English or Chinese: `extract`. Pure: values in, values out."""

from barometer.claims.engine import extract
from barometer.claims.lexicon import Lexicon, load_lexicon

__all__ = ["Lexicon", "extract", "load_lexicon"]
