"""Whole copies of the SQLite file, made while it is in use (a plain copy would miss the WAL)."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import date
from glob import escape
from pathlib import Path

from bot.storage.faults import StorageFault

KEPT, DAYS_KEPT = 3, 7


def back_up(file: Path) -> Path:
    """Copy the database to `<file>.backup-<n>` (0600), check it, and keep the last three.

    To restore: stop the bot, remove <file>-wal and <file>-shm, copy the backup over <file>.
    Raises StorageFault; an unfinished copy never bears a backup's name.
    """
    older = backups(file)
    number = int(older[-1].name.rpartition("-")[2]) + 1 if older else 1
    copy = _made(file, f"{file.name}.backup-{number:04d}")
    _let_go(older[: -(KEPT - 1)])
    return copy


def back_up_day(file: Path, day: date) -> Path | None:
    """As `back_up`, to `<file>.day-<date>`, once a date; the last seven are kept.

    None where that date has one.
    """
    name = f"{file.name}.day-{day.isoformat()}"
    if file.with_name(name).exists():
        return None
    copy = _made(file, name)
    _let_go(days(file)[:-DAYS_KEPT])
    return copy


def days(file: Path) -> list[Path]:
    """The daily backups of this database, oldest first."""
    return sorted(file.parent.glob(f"{escape(file.name)}.day-????-??-??"))


def _made(file: Path, name: str) -> Path:
    draft = file.with_name(f"{file.name}.draft")
    try:
        draft.unlink(missing_ok=True)
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        _copy(file, draft)
        _to_disk(draft)
        copy = draft.rename(file.with_name(name))
        _to_disk(file.parent)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise StorageFault(
            f"The backup of {file} cannot be made",
            "Free some space beside it; nothing was changed",
        ) from error
    return copy


def _let_go(older: Iterable[Path]) -> None:
    for each in older:
        with suppress(OSError):  # one too many does no harm
            each.unlink()


def backups(file: Path) -> list[Path]:
    """The backups of this database, oldest first."""
    found = [
        each
        for each in file.parent.glob("*.backup-*")
        if each.name.startswith(f"{file.name}.backup-") and each.name.rpartition("-")[2].isdigit()
    ]
    return sorted(found, key=lambda each: int(each.name.rpartition("-")[2]))


def _copy(file: Path, draft: Path) -> None:
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(draft)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with no WAL beside it
        if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("The copy is not whole")


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
