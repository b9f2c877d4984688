"""Migrations: no row lost, each step whole or not at all, rerunnable, backed up before."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.storage.faults import StorageFault
from bot.storage.migrate import current, differences, downgrade, pending, upgrade
from tests.databases import on_postgresql, on_sqlite
from tests.storage.filling import fill, row_counts
from tests.storage.steps import PATIENT_AND_DOSE, WIDER_NAME, Steps, file_of


@pytest.fixture
def steps(tmp_path: Path) -> Steps:
    """No step yet."""
    return Steps(tmp_path / "steps")


# The real steps


def test_the_tables_are_what_the_rows_in_code_say(database_url: str) -> None:
    assert differences(database_url) == []
    assert pending(database_url) == ()


def test_r12_up_and_down_and_up_again_on_a_filled_database(empty_url: str) -> None:
    steps_up = pending(empty_url)
    for step in steps_up:
        before = row_counts(empty_url) if current(empty_url) else {}
        upgrade(empty_url, step)
        after = row_counts(empty_url)
        assert {name: after.get(name) for name in before} == before
        fill(empty_url)
    for step in (*reversed(steps_up[:-1]), "base"):
        downgrade(empty_url, step)
    assert row_counts(empty_url) == {}
    upgrade(empty_url)
    assert differences(empty_url) == []


def test_from_nothing_to_current(empty_url: str) -> None:
    assert current(empty_url) is None
    steps_up = pending(empty_url)
    upgrade(empty_url)
    assert current(empty_url) == steps_up[-1]
    upgrade(empty_url)  # nothing to do, nothing done


@on_sqlite
def test_asking_does_not_make_a_file(empty_url: str) -> None:
    assert current(empty_url) is None
    assert pending(empty_url)
    assert not file_of(empty_url).exists()


async def test_it_can_be_called_inside_an_event_loop(empty_url: str) -> None:
    upgrade(empty_url)
    await asyncio.to_thread(upgrade, empty_url)
    assert pending(empty_url) == ()


def test_no_logger_is_silenced(empty_url: str) -> None:
    logger = logging.getLogger("bot.anything")
    before = list(logging.getLogger().handlers)
    upgrade(empty_url)
    assert logging.getLogger().handlers == before
    assert not logger.disabled


@on_postgresql
def test_replicas_that_start_together_migrate_once(empty_url: str) -> None:
    with ThreadPoolExecutor(4) as threads:
        for each in [threads.submit(upgrade, empty_url) for _ in range(4)]:
            each.result()
    assert differences(empty_url) == []


# Steps that go wrong


def test_rebuilding_a_table_keeps_the_rows_that_hang_on_it(empty_url: str, steps: Steps) -> None:
    """Batch mode with foreign keys on deletes every dose here, silently."""
    steps.add(PATIENT_AND_DOSE)
    steps.add(WIDER_NAME)
    upgrade(empty_url, steps=steps.folder)
    assert row_counts(empty_url) == {"patient": 2, "dose": 3}


def test_a_step_that_fails_half_way_leaves_nothing_and_runs_when_mended(
    empty_url: str, steps: Steps
) -> None:
    steps.add(PATIENT_AND_DOSE)
    half = WIDER_NAME + '    op.create_table("new", sa.Column("id", sa.Integer))\n'
    steps.add(half + "    op.execute('UPDATE patient SET name = 1 / 0 FROM nowhere')")  # noqa: S608
    with pytest.raises(Exception, match="nowhere"):
        upgrade(empty_url, steps=steps.folder)
    assert current(empty_url) == "0001"
    assert row_counts(empty_url) == {"patient": 2, "dose": 3}
    steps.again(half)
    upgrade(empty_url, steps=steps.folder)
    assert row_counts(empty_url) == {"patient": 2, "dose": 3, "new": 0}


def test_r12_kill_9_in_the_middle_of_a_step_leaves_nothing_and_it_reruns(
    empty_url: str, steps: Steps
) -> None:
    steps.add(PATIENT_AND_DOSE)
    upgrade(empty_url, steps=steps.folder)
    half = WIDER_NAME + '    op.create_table("new", sa.Column("id", sa.Integer))\n'
    steps.add(half + "    import os; os.kill(os.getpid(), 9)")
    code = "import sys,pathlib;from bot.storage.migrate import upgrade;"
    code += "upgrade(sys.argv[1], steps=pathlib.Path(sys.argv[2]))"
    run = [sys.executable, "-c", code, empty_url, str(steps.folder)]
    assert subprocess.run(run, check=False).returncode == -9
    assert current(empty_url) == "0001"
    assert row_counts(empty_url) == {"patient": 2, "dose": 3}
    steps.again(half)
    upgrade(empty_url, steps=steps.folder)
    assert row_counts(empty_url) == {"patient": 2, "dose": 3, "new": 0}


@on_sqlite
@pytest.mark.parametrize(
    "harm", ["DELETE FROM dose WHERE id = 3", "DELETE FROM patient WHERE id = 2"]
)
def test_a_step_that_loses_rows_is_stopped_and_undone(
    empty_url: str, steps: Steps, harm: str
) -> None:
    steps.add(PATIENT_AND_DOSE)
    steps.add(WIDER_NAME + f"    op.execute('{harm}')")
    with pytest.raises(StorageFault, match="Step 0002 would lose rows"):
        upgrade(empty_url, steps=steps.folder)
    assert current(empty_url) == "0001"
    assert row_counts(empty_url) == {"patient": 2, "dose": 3}


@on_sqlite
def test_a_step_may_say_that_it_changes_rows_but_not_break_references(
    empty_url: str, steps: Steps
) -> None:
    steps.add(PATIENT_AND_DOSE)
    steps.add("op.execute('DELETE FROM dose WHERE id = 3')", more='CHANGES_ROWS = {"dose"}')
    upgrade(empty_url, steps=steps.folder)
    assert row_counts(empty_url) == {"patient": 2, "dose": 2}
    steps.add("op.execute('DELETE FROM patient')", more='CHANGES_ROWS = {"patient"}')
    with pytest.raises(StorageFault, match=r"lose rows \(dose\)"):
        upgrade(empty_url, steps=steps.folder)


def test_a_database_from_a_newer_version_is_refused_in_one_line(
    empty_url: str, steps: Steps
) -> None:
    steps.add(PATIENT_AND_DOSE)
    steps.add("pass")
    upgrade(empty_url, steps=steps.folder)
    (steps.folder / "0002.py").unlink()
    for ask in (pending, upgrade):
        with pytest.raises(StorageFault, match=r"newer version of the bot \(step 0002\)"):
            ask(empty_url, steps=steps.folder)


def test_a_step_nobody_wrote_is_one_plain_line(empty_url: str) -> None:
    with pytest.raises(StorageFault, match="cannot be done"):
        upgrade(empty_url, "nonsense")
