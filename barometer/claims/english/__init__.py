"""Recognisers and lexicon data of English."""
