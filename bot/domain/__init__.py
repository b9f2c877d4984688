"""Rules and outcomes: pure functions over frozen values; the standard library and pytz only."""
