"""Bytes of a page in, an outcome out: pure."""
