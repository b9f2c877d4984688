"""`doctor` looks at everything, changes nothing, and names a remedy for what it finds."""

from __future__ import annotations

import base64
import os
from datetime import timedelta
from pathlib import Path

import pytest

from bot.playground import Server, TurnedClock
from tests.playground.client import Playground
from tests.process.child import Child, Ended
from tests.process.conftest import START, TOKEN, polled
from tests.stories.seeding import change, patients


def finding(ended: Ended, name: str) -> str:
    """The line about this."""
    [line] = [line for line in ended.out.splitlines() if line[5:].startswith(f"{name}:")]
    return line


async def test_all_is_well_also_while_the_bot_runs(child: Child, server: Server) -> None:
    await child.start("run")
    await polled(server)
    ended = await Child(child.folder, child.settings, turned=True).run("doctor")
    assert (ended.code, ended.err) == (0, "")
    marks = {line[5:].partition(":")[0]: line[:5].strip() for line in ended.out.splitlines()}
    assert set(marks.values()) == {"ok"}
    stored = "policy, database, migrations, data key, updates, zone data"
    assert ", ".join(marks) == f"settings, {stored}, Bot API, clock, token, groups"
    assert (await child.stop()).code == 0


async def test_updates_that_were_passed_as_failed_are_counted(child: Child, server: Server) -> None:
    await child.start("run")
    await polled(server)
    await child.stop()
    at = int(START.timestamp() * 1_000_000)
    change(child.database, "INSERT INTO failure VALUES ('update:1', 'took over 20 s', ?)", at)
    ended = await Child(child.folder, child.settings, turned=True).run("doctor")
    assert "look updates: 1 failed in the last week." in ended.out
    assert ended.code == 0


async def test_before_the_first_start_it_makes_nothing(child: Child) -> None:
    before = sorted(child.folder.iterdir())
    ended = await child.run("doctor")
    assert ended.code == 0
    assert "will be made at the first start" in finding(ended, "database")
    assert sorted(child.folder.iterdir()) == before


async def test_without_a_token_it_says_so_and_asks_nobody(tmp_path: Path) -> None:
    ended = await Child(tmp_path, fresh=True).run("doctor")
    assert ended.code == 0
    assert finding(ended, "token").startswith("look")
    assert "Bot API" not in ended.out


async def test_a_refused_token(child: Child) -> None:
    child.settings["TELEGRAM_BOT_TOKEN"] = TOKEN[:-1] + "1"
    ended = await child.run("doctor")
    assert ended.code == 1
    assert finding(ended, "token").startswith("FAIL")
    assert "BotFather" in finding(ended, "token")
    assert TOKEN[:-1] not in ended.out


async def test_an_address_where_nobody_answers(child: Child) -> None:
    child.settings["TELEGRAM_API_URL"] = "http://127.0.0.1:9"
    ended = await child.run("doctor")
    assert ended.code == 1
    assert "Check the network and TELEGRAM_API_URL" in finding(ended, "Bot API")


@pytest.mark.parametrize(("apart", "mark"), [(0, "ok"), (60, "FAIL"), (-60, "FAIL")])
async def test_a_clock_that_differs_from_telegrams(
    child: Child, turning: TurnedClock, apart: int, mark: str
) -> None:
    child.turn_to(turning.now() + timedelta(seconds=apart))
    ended = await child.run("doctor")
    assert finding(ended, "clock").startswith(mark)
    assert ended.code == (1 if mark == "FAIL" else 0)


async def test_a_missing_key_file_is_named_and_no_new_one_made(
    child: Child, server: Server
) -> None:
    await child.start("run")
    await polled(server)
    await child.stop()
    key = child.database.with_suffix(".key")
    key.rename(key.with_suffix(".safe"))
    ended = await child.run("doctor")
    assert ended.code == 1
    assert "is missing. Put it back" in finding(ended, "data key")
    assert not key.exists()


async def test_a_wrong_key(child: Child, server: Server) -> None:
    await child.start("run")
    await polled(server)
    await child.stop()
    child.settings["DATA_KEY"] = base64.urlsafe_b64encode(os.urandom(32)).decode()
    ended = await child.run("doctor")
    assert ended.code == 1
    assert "DATA_KEY does not open this database" in finding(ended, "data key")


async def test_migrations_that_wait_are_named(child: Child) -> None:
    await child.run("migrate")
    change(child.database, "DROP TABLE outbox")
    change(child.database, "DELETE FROM alembic_version")
    ended = await child.run("doctor")
    assert "steadydose migrate" in finding(ended, "migrations")


async def test_groups_that_are_not_refused(child: Child, server: Server) -> None:
    ended = await child.run("doctor")
    assert finding(ended, "groups").startswith("ok")


async def test_a_database_that_cannot_be_opened(child: Child) -> None:
    child.database.parent.mkdir()
    child.database.write_text("this is a letter, not a database " * 100)
    ended = await child.run("doctor")
    assert ended.code == 1
    assert finding(ended, "database").startswith("FAIL")


async def test_broken_settings_are_told_as_run_tells_them(tmp_path: Path) -> None:
    ended = await Child(tmp_path, {"LOG_LEVEL": "LOUD"}).run("doctor")
    assert ended.code == 2
    assert "LOG_LEVEL must be one of" in ended.complaints[0]


async def test_the_zones_people_live_in_are_compared(child: Child, playground: Playground) -> None:
    await Child(child.folder, child.settings).run("migrate")
    await patients(playground, child.database, "Ada", at=START)
    ended = await child.run("doctor")
    assert "the system agrees on the 1 in use" in finding(ended, "zone data")


async def test_numbers_that_the_operator_set_otherwise_are_named(tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text('on_time = "20 min"\n', "utf-8")
    ended = await Child(tmp_path, {"POLICY_FILE": "policy.toml"}).run("doctor")
    assert finding(ended, "policy").startswith("look")
    assert "set otherwise: on_time" in finding(ended, "policy")
