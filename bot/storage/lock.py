"""One process per SQLite file: a second is refused at once. Any death of the first frees it."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from types import TracebackType

from bot.storage.faults import AlreadyRunning, StorageFault
from bot.storage.sqlite import make_private


class FileLock:
    """Holds `<file>.lock` from making it until `release` or the death of the process.

    Raises AlreadyRunning, StorageFault. Not for PostgreSQL, where replicas are welcome.
    """

    def __init__(self, file: Path) -> None:
        path = file.with_name(f"{file.name}.lock")
        make_private(path)
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CLOEXEC)
            try:
                self._hold(file)
            except BaseException:
                os.close(self._handle)
                raise
        except OSError as error:
            raise StorageFault(
                f"The lock beside {file} cannot be taken ({error.strerror})",
                "Move the database to a local disk",
            ) from error

    def _hold(self, file: Path) -> None:
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(self._handle, 20).decode(errors="replace").strip() or "unknown"
            raise AlreadyRunning(
                f"Another process (number {holder}) already runs the bot on {file}",
                "Stop it first, or give this one another DATABASE_URL",
            ) from error
        os.ftruncate(self._handle, 0)
        os.write(self._handle, f"{os.getpid()}\n".encode())

    def release(self) -> None:
        """Let the next process in. The file stays: removing it could let two in."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> FileLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
