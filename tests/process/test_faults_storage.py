"""A full disk, a locked or a damaged file: told, nothing half kept, and the bot goes on."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from tests.playground.client import Chat
from tests.process.child import Child
from tests.process.conftest import DUE
from tests.stories.seeding import column, from_bot

CARD = "14:00 dose: 10 mg"
WAITS = "I cannot keep your message just now."


@contextmanager
def no_room(child: Child) -> Iterator[None]:
    """The disk refuses to let the running bot's files grow: a commit breaks off in its middle."""
    assert child.process is not None
    log = child.database.with_name(child.database.name + "-wal")
    room = log.stat().st_size + 4096
    _, most = resource.prlimit(
        child.process.pid, resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY)
    )
    yield
    resource.prlimit(child.process.pid, resource.RLIMIT_FSIZE, (most, most))


@contextmanager
def locked(child: Child) -> Iterator[None]:
    """Another program holds the bot's file."""
    with closing(sqlite3.connect(child.database, isolation_level=None, timeout=10)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


FAULTS = {"a full disk": (no_room, "The disk "), "a lock": (locked, "locked by another program")}
each_fault = pytest.mark.parametrize("what", FAULTS)


@each_fault
async def test_a_tap_waits_for_the_database_and_is_kept_once(
    child: Child, ada: Chat, what: str
) -> None:
    fault, line = FAULTS[what]
    await child.start("run")
    child.turn_to(DUE)
    card = await ada.wait_for(CARD)
    with fault(child):
        await ada.tap("Took it", message=card)
        await ada.wait_for(WAITS)
    await ada.wait_for("Taken at 14:0", message=card)
    ended = await child.stop()
    assert ended.code == 0
    assert line in ended.err
    assert "Traceback" not in ended.err
    assert column(child.database, "SELECT kind FROM answer") == ["taken"]
    assert column(child.database, "PRAGMA integrity_check") == ["ok"]
    assert (await from_bot(ada)).count(WAITS + " I will try again by myself.") == 1


@each_fault
async def test_a_reminder_comes_as_soon_as_the_database_does(
    child: Child, ada: Chat, what: str
) -> None:
    fault, _ = FAULTS[what]
    await child.start("run")
    await ada.say("/today")
    await ada.wait_for("14:00")
    with fault(child):
        child.turn_to(DUE)
        await ada.say("/log")
        await ada.wait_for(WAITS)
        assert [text for text in await from_bot(ada) if text.startswith(CARD)] == []
    await ada.wait_for(lambda m: m.text.startswith(CARD))
    await child.stop()
    assert len([text for text in await from_bot(ada) if text.startswith(CARD)]) == 1


@pytest.mark.parametrize("command", ["run", "doctor"])
async def test_a_damaged_file_is_refused_with_a_remedy_and_left_as_it_is(
    child: Child, ada: Chat, command: str
) -> None:
    with child.database.open("r+b") as raw:
        raw.seek(5 * 4096)
        raw.write(b"\xaa" * 4096)
    before = child.database.read_bytes()
    ended = await child.run(command)
    assert "damaged" in ended.out + ended.err
    assert "restore the newest backup" in ended.out + ended.err
    assert "Traceback" not in ended.err
    assert ended.code == {"run": 2, "doctor": 1}[command]
    assert child.database.read_bytes() == before
