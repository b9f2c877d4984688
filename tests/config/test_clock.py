"""One file reads the clock, in UTC."""

from __future__ import annotations

from datetime import UTC

from bot import clock


def test_now_is_aware_and_in_utc() -> None:
    assert clock.now().tzinfo is UTC


def test_spans_never_run_backwards() -> None:
    assert clock.monotonic() <= clock.monotonic()
