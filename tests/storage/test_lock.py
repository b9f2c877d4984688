"""One process per file: the second is refused at once, and any end of the first frees it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.storage.faults import AlreadyRunning, StorageFault
from bot.storage.lock import FileLock

HOLD = """
import pathlib, sys
from bot.storage.lock import FileLock
from bot.storage.faults import AlreadyRunning
try:
    with FileLock(pathlib.Path(sys.argv[1])):
        print("held", flush=True)
        sys.stdin.read()
except AlreadyRunning as refusal:
    print(refusal, flush=True)
"""


@contextmanager
def holder(file: Path) -> Iterator[subprocess.Popen[str]]:
    """A child that takes the lock and says what came of it, until it may end."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        yield child


def test_a_second_process_is_refused_and_told_who_holds_the_file(tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    with holder(file) as first:
        assert first.stdout.readline() == "held\n"
        with holder(file) as second:
            assert f"(number {first.pid}) already runs" in second.stdout.readline()
        with pytest.raises(AlreadyRunning):
            FileLock(file)
    with FileLock(file):  # it ended well
        pass


def test_kill_9_frees_the_file(tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    with holder(file) as first:
        assert first.stdout.readline() == "held\n"
        first.kill()
        first.wait()
        FileLock(file).release()


def test_even_the_same_process_holds_it_once_and_can_let_go(tmp_path: Path) -> None:
    file = tmp_path / "new" / "x.db"
    lock = FileLock(file)
    with pytest.raises(AlreadyRunning):
        FileLock(file)
    lock.release()
    lock.release()
    FileLock(file).release()
    assert file.with_name("x.db.lock").stat().st_mode & 0o777 == 0o600


def test_a_place_that_cannot_be_written_is_one_plain_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageFault, match="cannot be opened for writing"):
        FileLock(tmp_path / "file" / "x.db")
