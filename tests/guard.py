"""One hang guard for every wait of a test: it ends a test that hangs, and says nothing of speed."""

from __future__ import annotations

GUARD = 90  # seconds: a loaded machine takes 20 for what takes one at rest
