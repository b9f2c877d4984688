"""What the operator has to mend is one clear line a problem and exit code 2, never a traceback."""

from __future__ import annotations

import asyncio
import base64
import os
import socket
from pathlib import Path

import pytest

from bot import __version__
from bot.playground import Server
from tests.process.child import Child, Ended
from tests.process.conftest import TOKEN, polled
from tests.stories.seeding import change


@pytest.fixture
def bare(tmp_path: Path) -> Child:
    """The bot in an empty folder with no settings."""
    return Child(tmp_path)


def assert_refused(ended: Ended, *problems: str) -> None:
    """Exit code 2, these lines and no others, no traceback, no secret."""
    assert ended.code == 2, ended
    assert "Traceback" not in ended.err
    assert TOKEN not in ended.err + ended.out
    assert len(ended.complaints) == len(problems), ended.err
    for problem, line in zip(problems, ended.complaints, strict=True):
        assert problem in line


async def test_the_version_is_said_without_any_setting(bare: Child) -> None:
    bare.settings["LOG_LEVEL"] = "nonsense"
    ended = await bare.run("version")
    assert (ended.code, ended.out) == (0, f"steadydose {__version__}\n")


async def test_every_broken_setting_is_told_at_once(bare: Child) -> None:
    bare.settings |= {
        "TELEGRAM_BOT_TOKEN": "12345",
        "TELEGRAM_API_URL": "telegram",
        "DATABASE_URL": "mysql://x/y",
        "DATA_KEY": "short",
        "PLAYGROUND_PORT": "99999",
        "LOG_LEVEL": "LOUD",
    }
    ended = await bare.run("run")
    told = sorted(line.split()[1] for line in ended.complaints)
    assert told == sorted(bare.settings)
    assert (ended.code, "Traceback" in ended.err) == (2, False)


async def test_a_bad_token(child: Child) -> None:
    child.settings["TELEGRAM_BOT_TOKEN"] = TOKEN[:-1] + "1"
    assert_refused(await child.run("run"), "does not accept TELEGRAM_BOT_TOKEN")


async def test_an_address_where_nobody_answers(bare: Child) -> None:
    with socket.socket() as taken:  # bound, not listening: refused at once
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        bare.settings |= {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": url}
        assert_refused(await bare.run("run"), f"{url} cannot be reached")


async def test_sigterm_ends_it_also_while_it_tries_to_reach_the_address(bare: Child) -> None:
    with socket.socket() as silent:  # it takes the connection and says nothing
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        bare.settings |= {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": url}
        await bare.start("run")
        silent.setblocking(False)
        connection, _ = await asyncio.get_running_loop().sock_accept(silent)
        with connection:
            ended = await bare.stop()
    assert (ended.code, ended.complaints) == (0, [])


async def test_an_address_that_is_no_bot_api(child: Child, server: Server) -> None:
    child.settings["TELEGRAM_API_URL"] = f"{server.base_url}/page"
    assert_refused(await child.run("run"), "check TELEGRAM_API_URL")


@pytest.mark.parametrize("command", ["run", "migrate"])
async def test_a_folder_that_cannot_be_written(child: Child, command: str) -> None:
    child.settings["DATABASE_URL"] = "sqlite:////dev/null/x/steadydose.db"
    assert_refused(await child.run(command), "/dev/null/x/steadydose.db")


async def test_a_database_that_is_none(child: Child) -> None:
    child.database.parent.mkdir()
    child.database.write_text("this is a letter, not a database " * 100)
    assert_refused(await child.run("run"), "not a database")


async def test_the_wrong_key_for_the_data(child: Child, server: Server) -> None:
    await child.start("run")
    await polled(server)
    await child.stop()
    key = base64.urlsafe_b64encode(os.urandom(32)).decode()
    child.settings["DATA_KEY"] = key
    ended = await child.run("run")
    assert_refused(ended, "DATA_KEY does not open this database")
    assert key not in ended.err


async def test_a_missing_key_file_beside_data_is_refused_and_no_new_one_made(
    child: Child, server: Server
) -> None:
    await child.start("run")
    await polled(server)
    await child.stop()
    key = child.database.with_suffix(".key")
    safe = key.rename(child.folder / "safe.key")
    ended = await child.run("run")
    assert_refused(ended, f"The key file {key} is missing. Put it back, or set DATA_KEY.")
    assert not key.exists()

    safe.rename(key)
    await child.start("run")
    await polled(server)
    assert (await child.stop()).code == 0


async def test_r14_a_second_process_on_the_same_file(child: Child, server: Server) -> None:
    await child.start("run")
    await polled(server)
    for command in ("run", "migrate"):
        second = Child(child.folder, child.settings)
        assert_refused(await second.run(command), "already runs the bot on")
    assert (await child.stop()).code == 0


async def test_the_playground_refuses_a_real_token(bare: Child) -> None:
    bare.settings["TELEGRAM_BOT_TOKEN"] = TOKEN
    assert_refused(await bare.run("playground"), "does not start beside a real token")


async def test_a_port_that_is_taken(bare: Child) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        bare.settings["PLAYGROUND_PORT"] = port
        assert_refused(await bare.run("playground"), f"Port {port} cannot be used")


@pytest.mark.parametrize("spoilt", ["clock.json", "chats.db", ""])
async def test_a_playground_folder_that_cannot_be_used(bare: Child, spoilt: str) -> None:
    bare.settings["PLAYGROUND_PORT"] = "0"
    place = bare.folder / "data" / "playground" / spoilt
    place.parent.mkdir(parents=True)
    place.write_text("neither JSON nor a database " * 200)
    assert_refused(await bare.run("playground"), "What the playground keeps in")


async def test_run_without_a_token_opens_the_playground_and_says_so(bare: Child) -> None:
    bare.settings["PLAYGROUND_PORT"] = "0"
    await bare.start("run")
    assert bare.process is not None
    assert bare.process.stdout is not None
    lines = [(await bare.process.stdout.readline()).decode() for _ in range(2)]
    assert lines[0] == "TELEGRAM_BOT_TOKEN is not set, so this is the playground.\n"
    assert "The playground is open: http://127.0.0.1:" in lines[1]
    assert "this is not Telegram" in lines[1]
    ended = await bare.stop()
    assert (ended.code, ended.complaints) == (0, [])


async def test_migrate_says_what_it_did(child: Child) -> None:
    first, second = await child.run("migrate"), await child.run("migrate")
    assert "migrations taken" in first.out
    assert "up to date" in second.out
    assert (first.code, second.code) == (0, 0)
    assert change(child.database, "DELETE FROM person") == 0  # the tables are there


@pytest.mark.parametrize("command", ["run", "playground"])
async def test_a_policy_that_cannot_be_used(command: str, tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text('late_most = "9 h"\n', "utf-8")
    ended = await Child(tmp_path, {"POLICY_FILE": "policy.toml"}).run(command)
    assert ended.code == 2
    [said] = ended.complaints
    assert "late_most must be less than extra_gap" in said
