"""Outcome in, screen out: text and buttons, with no knowledge of Telegram."""
