"""All that a user may change without touching code."""
