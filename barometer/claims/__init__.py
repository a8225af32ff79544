"""Text in, numeric claims out: pure."""
