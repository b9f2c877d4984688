"""Backups: made before every change, whole, private, few, and good to go back to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.storage.backup import back_up_day, backups, days
from bot.storage.faults import StorageFault
from bot.storage.migrate import current, upgrade
from tests.databases import on_sqlite
from tests.storage.filling import row_counts
from tests.storage.steps import PATIENT_AND_DOSE, Steps, file_of


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


@on_sqlite
def test_each_date_has_one_copy_the_last_seven_are_kept_and_one_can_be_put_back(
    empty_url: str, steps: Steps
) -> None:
    file, monday = file_of(empty_url), date(2026, 11, 23)
    steps.add(PATIENT_AND_DOSE)
    upgrade(empty_url, steps=steps.folder)
    with closing(sqlite3.connect(file)) as writer:
        for number in range(9):
            writer.execute("INSERT INTO dose (patient_id) VALUES (2)")
            writer.commit()  # in the WAL alone
            day = monday + timedelta(days=number)
            assert back_up_day(file, day) is not None
            assert back_up_day(file, day) is None
    kept = days(file)
    assert [each.name[-2:] for each in kept] == ["25", "26", "27", "28", "29", "30", "01"]
    assert {each.stat().st_mode & 0o777 for each in kept} == {0o600}
    assert backups(file) == []  # those made before a change are counted apart
    for each in file.parent.glob("steadydose.db-*"):
        each.unlink()
    file.write_bytes(kept[0].read_bytes())
    assert row_counts(empty_url) == {"patient": 2, "dose": 6}
