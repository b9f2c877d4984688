"""Everyday English words that lie a letter or two from a word of a topic, and mean themselves."""

from __future__ import annotations

GUARDED: frozenset[str] = frozenset()
