"""A playground that is killed goes on where it was."""

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from bot.playground import BareControls, Server, TurnedClock, serve
from tests.playground.client import Playground
from tests.playground.conftest import START, TOKEN

CHILD = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from bot.playground import BareControls, TurnedClock, serve

async def main():
    clock = TurnedClock(lambda: datetime(2026, 11, 22, 9, tzinfo=UTC), Path(sys.argv[1] + ".clock"))
    controls = BareControls(clock)
    server = await serve(token=sys.argv[2], port=0, controls=controls, state_path=Path(sys.argv[1]))
    print(server.port, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


async def start(path: Path) -> Server:
    clock = TurnedClock(lambda: START, path.with_name(path.name + ".clock"))
    return await serve(token=TOKEN, port=0, controls=BareControls(clock), state_path=path)


async def call(base_url: str, method: str, **params: object) -> dict[str, object]:
    async with httpx.AsyncClient() as http:
        body: dict[str, object] = (
            await http.post(f"{base_url}/bot{TOKEN}/{method}", json=params)
        ).json()
        return body


async def test_after_kill_9_nothing_that_was_answered_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "state"
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CHILD, str(path), TOKEN, stdout=asyncio.subprocess.PIPE
    )
    port = int(await child.stdout.readline())
    base_url = f"http://127.0.0.1:{port}"
    async with Playground(base_url) as playground:
        ada = await playground.person("Ada", met=True)
        await call(base_url, "sendMessage", chat_id=ada.id, text="<b>card</b>", parse_mode="HTML")
        said = await ada.say("taken")
        await playground.step(timedelta(hours=5))
    pending = await call(base_url, "getUpdates")
    os.kill(child.pid, signal.SIGKILL)
    await child.wait()
    server = await start(path)
    async with Playground(server.base_url) as playground:
        again = next(chat for chat in await playground.people() if chat.name == "Ada")
        assert [m.html for m in await again.messages()] == ["<b>card</b>", "taken"]
        assert await playground.now() == START + timedelta(hours=5)
        assert await call(server.base_url, "getUpdates") == pending
        assert (await again.say("later")).id > said.id
    await server.close()


async def test_commands_taps_and_files_survive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "state"
    server = await start(path)
    async with Playground(server.base_url) as playground:
        ada = await playground.person("Ada", met=True)
        await ada.photo("tablets")
        tap = await ada.forge(1, "go")
        commands = [{"command": "a", "description": "x"}]
        await call(server.base_url, "setMyCommands", commands=commands)
    await server.close()
    server = await start(path)
    async with Playground(server.base_url) as playground:
        [_, again] = await playground.people()
        picture = (await again.last()).file
        async with httpx.AsyncClient() as http:
            data = await http.get(f"{server.base_url}/_play/files/{picture['id']}")
        assert data.headers["Content-Type"] == "image/png"
        answered = await call(server.base_url, "answerCallbackQuery", callback_query_id=tap)
        assert answered["ok"]
        assert (await call(server.base_url, "getMyCommands"))["result"] == commands
    await server.close()


def test_the_clock_never_goes_backward(tmp_path: Path) -> None:
    base = [datetime(2026, 11, 22, 9, tzinfo=UTC)]
    clock = TurnedClock(lambda: base[0], tmp_path / "clock")
    clock.jump_to(START + timedelta(hours=1))
    clock.jump_to(START)
    base[0] -= timedelta(minutes=30)
    assert clock.now() == START + timedelta(hours=1)
    base[0] += timedelta(minutes=90)
    assert clock.now() == START + timedelta(hours=2)
    assert TurnedClock(lambda: base[0], tmp_path / "clock").now() == clock.now()
