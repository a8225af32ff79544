"""Recognisers and lexicon data of Chinese."""
