"""Steady Dose: a Telegram bot that keeps people on oral baclofen safe and steady."""

__version__ = "0.1.0"
