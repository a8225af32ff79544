"""Spiders, one a transport: how the listing of a source is asked for. What comes back is read in the pool."""
