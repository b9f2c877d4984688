"""Backups: made before every change, whole, private, few, and good to go back to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage.backup import backups
from bot.storage.faults import StorageFault
from bot.storage.migrate import current, upgrade
from tests.storage.filling import row_counts
from tests.storage.steps import PATIENT_AND_DOSE, Steps, file_of

on_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


@pytest.fixture
def steps(tmp_path: Path) -> Steps:
    """No step yet."""
    return Steps(tmp_path / "steps")


@on_sqlite
def test_a_filled_database_is_backed_up_before_it_changes(empty_url: str, steps: Steps) -> None:
    file = file_of(empty_url)
    steps.add(PATIENT_AND_DOSE)
    upgrade(empty_url, steps=steps.folder)
    assert backups(file) == []  # there was nothing to keep
    for _ in range(5):
        steps.add(
            "op.execute('INSERT INTO dose (patient_id) VALUES (1)')", more='CHANGES_ROWS={"dose"}'
        )
        upgrade(empty_url, steps=steps.folder)
        upgrade(empty_url, steps=steps.folder)  # no step, no backup
    assert [each.name for each in backups(file)] == [
        f"steadydose.db.backup-{n:04d}" for n in (3, 4, 5)
    ]
    assert {each.stat().st_mode & 0o777 for each in backups(file)} == {0o600}
    assert [row_counts(str(each))["dose"] for each in backups(file)] == [5, 6, 7]


@on_sqlite
def test_a_backup_holds_what_only_the_wal_has_and_can_be_put_back(
    empty_url: str, steps: Steps
) -> None:
    file = file_of(empty_url)
    steps.add(PATIENT_AND_DOSE)
    upgrade(empty_url, steps=steps.folder)
    steps.add("op.execute('DROP TABLE dose')")
    with closing(sqlite3.connect(file)) as writer:
        writer.execute("INSERT INTO dose (patient_id) VALUES (2)")
        writer.commit()  # in the WAL; the open connection keeps it there
        upgrade(empty_url, steps=steps.folder)
    assert row_counts(empty_url) == {"patient": 2}
    (kept,) = backups(file)
    for each in file.parent.glob("steadydose.db-*"):
        each.unlink()
    file.write_bytes(kept.read_bytes())
    assert row_counts(empty_url) == {"patient": 2, "dose": 4}
    assert current(empty_url) == "0001"


@on_sqlite
def test_without_a_backup_nothing_is_changed(empty_url: str, steps: Steps) -> None:
    file = file_of(empty_url)
    steps.add(PATIENT_AND_DOSE)
    upgrade(empty_url, steps=steps.folder)
    steps.add("op.execute('DROP TABLE dose')")
    draft = file.with_name("steadydose.db.draft")
    draft.mkdir()  # no file can be made there
    with pytest.raises(StorageFault, match="backup of"):
        upgrade(empty_url, steps=steps.folder)
    assert current(empty_url) == "0001"
    assert row_counts(empty_url) == {"patient": 2, "dose": 3}
