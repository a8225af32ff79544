"""Settings: BAROMETER_* environment variables or barometer.toml."""
