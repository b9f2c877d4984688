"""Whatever the umask, nobody else on the machine can read what the bot keeps."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.playground import Server
from tests.playground.client import Playground
from tests.process.child import Child
from tests.process.conftest import polled

LAX = 0o022  # the usual umask: everybody may read what is made


def assert_private(folder: Path, *named: str) -> None:
    """These files are there; they and all others are 0600, folders 0700."""
    everything = [folder, *folder.rglob("*")]
    assert {each.name for each in everything} >= set(named)
    wrong = {
        str(each): oct(mode)
        for each in everything
        if (mode := each.stat().st_mode & 0o777) != (0o700 if each.is_dir() else 0o600)
    }
    assert wrong == {}


async def test_what_run_makes(child: Child, server: Server) -> None:
    child.umask = LAX
    await child.start("run")
    await polled(server)
    database = [f"steadydose.db{end}" for end in ("", "-wal", "-shm", ".lock")]
    assert_private(child.database.parent, *database, "steadydose.key")
    assert (await child.stop()).code == 0
    assert_private(child.database.parent, "steadydose.db", "steadydose.key")


async def test_what_the_playground_makes(tmp_path: Path) -> None:
    child = Child(tmp_path, {"PLAYGROUND_PORT": "0"}, umask=LAX, fresh=True)
    await child.start("playground")
    assert child.process is not None
    assert child.process.stdout is not None
    url = (await child.process.stdout.readline()).decode().split("open: ")[1].split()[0]
    async with Playground(url) as playground:
        ada = await playground.person("Ada")
        await ada.ask("/start")
        await playground.sleep(timedelta(minutes=1))
    assert_private(tmp_path / "data", "chats.db", "clock.json", "steadydose.db-wal")
    assert (await child.stop()).code == 0
    assert_private(tmp_path / "data", "steadydose.key")


@pytest.mark.parametrize("command", ["migrate", "run"])
async def test_a_file_that_others_could_read_is_narrowed_and_its_backup_is_private(
    child: Child, server: Server, command: str
) -> None:
    child.umask = LAX
    child.database.parent.mkdir(mode=0o700)
    with closing(sqlite3.connect(child.database)) as before, before:
        before.execute("CREATE TABLE older (kept)")
    child.database.chmod(0o644)
    await child.start(command)
    if command == "run":
        await polled(server)
        assert_private(child.database.parent, "steadydose.db-wal", "steadydose.db.backup-0001")
        await child.stop()
    else:
        assert (await child.ended()).code == 0
    assert_private(child.database.parent, "steadydose.db", "steadydose.db.backup-0001")
