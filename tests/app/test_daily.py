"""While the bot runs, its SQLite file is copied once a date."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app.daily import copied_daily
from bot.storage.backup import days


class Looks:
    """The clock that is read at each look; `seen` once that was so `wanted` times."""

    def __init__(self, wanted: int) -> None:
        self.left, self.seen = wanted, threading.Event()

    def __call__(self) -> datetime:
        self.left -= 1
        if self.left <= 0:
            self.seen.set()
        return datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_copy_is_made_and_on_the_same_date_no_second(tmp_path: Path) -> None:
    file, looks = tmp_path / "steadydose.db", Looks(3)
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE dose (id)")
    with copied_daily(file, looks, look=0.01):
        assert looks.seen.wait(20)
    assert [each.name for each in days(file)] == ["steadydose.db.day-2026-11-23"]


def test_one_that_fails_is_reported_and_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    looks = Looks(3)
    with copied_daily(tmp_path / "gone" / "steadydose.db", looks, look=0.01):
        assert looks.seen.wait(20)
    assert caplog.text.count("cannot be made") >= 2
    assert caplog.text.count("Traceback") == 0
