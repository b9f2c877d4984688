"""The tests: read them as promises. They mirror `bot/`."""
