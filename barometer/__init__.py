"""Barometer: news monitoring that reads the numbers."""
