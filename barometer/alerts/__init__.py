"""Alerts: who wants to hear of what, what matches, and telling it once, with evidence."""
