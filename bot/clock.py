"""The only reader of the clock. Time enters once per event, here, and travels on as `at`."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def now() -> datetime:
    """This instant, UTC, aware."""
    return datetime.now(UTC)


def monotonic() -> float:
    """Seconds that never jump back: for measuring spans, never for saying when."""
    return time.monotonic()
