"""Faults happen where, how often and how they were asked for."""

import asyncio

import httpx
import pytest

from bot.playground import Fault, Server
from tests.playground.client import Chat, Playground
from tests.playground.conftest import TOKEN, Method


async def test_429_names_its_seconds_and_spares_other_chats(
    bot: Method, playground: Playground, ada: Chat
) -> None:
    ben = await playground.person("Ben", met=True)
    await playground.fault("429", method="sendMessage", chat=ada.id, seconds=7)
    body = await bot("sendMessage", chat_id=ada.id, text="x")
    assert (body["error_code"], body["parameters"]) == (429, {"retry_after": 7})
    assert (await bot("sendMessage", chat_id=ben.id, text="x"))["ok"]
    assert (await bot("sendMessage", chat_id=ada.id, text="x"))["ok"]


async def test_a_fault_strikes_as_often_as_asked_and_never_getupdates_by_accident(
    bot: Method, playground: Playground, ada: Chat
) -> None:
    await playground.fault("500", times=2)
    assert (await bot("getUpdates"))["ok"]
    statuses = [(await bot("getMe")).get("error_code") for _ in range(3)]
    assert statuses == [500, 500, None]
    await playground.fault("403", method="getUpdates")
    assert (await bot("getUpdates"))["error_code"] == 403


async def test_502_is_a_page_not_json(server: Server, playground: Playground, ada: Chat) -> None:
    await playground.fault("502")
    async with httpx.AsyncClient() as http:
        answer = await http.get(f"{server.base_url}/bot{TOKEN}/getMe")
    assert answer.status_code == 502
    assert answer.text.startswith("<html>")


async def test_a_dropped_request_was_not_handled_and_a_lost_reply_was(
    bot: Method, server: Server, playground: Playground, ada: Chat
) -> None:
    server.api.faults.add(Fault("drop", method="sendMessage"))
    with pytest.raises(httpx.RemoteProtocolError):
        await bot("sendMessage", chat_id=ada.id, text="dropped")
    await playground.fault("lost", method="sendMessage")
    with pytest.raises(httpx.RemoteProtocolError):
        await bot("sendMessage", chat_id=ada.id, text="lost")
    assert [message.text for message in await ada.messages()] == ["lost"]
    assert [r["status"] for r in await playground.requests("sendMessage")] == [0, 200]


async def test_a_held_request_goes_on_when_released(
    bot: Method, server: Server, playground: Playground, ada: Chat
) -> None:
    await playground.fault("hold", method="sendMessage")
    seq = server.api.world.feed.last
    async with asyncio.TaskGroup() as group:
        held = group.create_task(bot("sendMessage", chat_id=ada.id, text="held"))
        [struck] = await server.api.world.feed.wait(seq, 10)
        assert struck["fault"] == "hold"
        assert await ada.messages() == []
        await playground.release()
    assert held.result()["ok"]


async def test_a_delayed_request_is_handled_afterwards(
    bot: Method, playground: Playground, ada: Chat
) -> None:
    await playground.fault("delay", method="sendMessage", seconds=0.01)
    assert (await bot("sendMessage", chat_id=ada.id, text="x"))["ok"]


async def test_faults_are_listed_and_cleared(bot: Method, playground: Playground) -> None:
    await playground.fault("500", times=5)
    [shown] = (await playground.get("faults"))["faults"]
    assert (shown["kind"], shown["times"]) == ("500", 5)
    await playground.clear_faults()
    assert (await bot("getMe"))["ok"]
    with pytest.raises(AssertionError, match="A fault is one of"):
        await playground.fault("418")
