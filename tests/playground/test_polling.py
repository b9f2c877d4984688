"""getUpdates waits, wakes, confirms and forgets as Telegram's does."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx

from bot.playground import Server, TurnedClock
from bot.playground.updates import KINDS
from tests.playground.client import Chat, Playground
from tests.playground.conftest import TOKEN, Method


def kinds(body: dict[str, Any]) -> list[str]:
    return [next(key for key in update if key != "update_id") for update in body["result"]]


async def test_a_poll_wakes_at_the_next_update(bot: Method, server: Server, ada: Chat) -> None:
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(bot("getUpdates", timeout=50))
        await server.api.world.updates.idle.wait()
        await ada.say("/start now")
    [update] = poll.result()["result"]
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_an_update_comes_again_until_its_offset_is_passed(bot: Method, ada: Chat) -> None:
    await ada.say("one")
    await ada.say("two")
    first, second = (await bot("getUpdates"))["result"]
    assert second["update_id"] == first["update_id"] + 1
    assert len((await bot("getUpdates"))["result"]) == 2
    left = (await bot("getUpdates", offset=first["update_id"] + 1))["result"]
    assert left == [second]
    assert (await bot("getUpdates", offset=second["update_id"] + 1))["result"] == []
    assert (await bot("getWebhookInfo"))["result"]["pending_update_count"] == 0


async def test_a_negative_offset_keeps_the_last_few(bot: Method, ada: Chat) -> None:
    for words in ("one", "two", "three"):
        await ada.say(words)
    found = (await bot("getUpdates", offset=-1))["result"]
    assert [update["message"]["text"] for update in found] == ["three"]


async def test_a_second_poll_ends_the_first_with_a_conflict(
    bot: Method, server: Server, ada: Chat
) -> None:
    async with asyncio.TaskGroup() as group:
        older = group.create_task(bot("getUpdates", timeout=50))
        await server.api.world.updates.idle.wait()
        newer = group.create_task(bot("getUpdates", timeout=50))
        ended = await older
        await server.api.world.updates.idle.wait()
        await ada.say("hello")
    assert ended["error_code"] == 409
    assert ended["description"].startswith("Conflict: terminated by other getUpdates request")
    assert kinds(newer.result()) == ["message"]


async def test_a_poll_nobody_waits_for_any_more_takes_nothing(
    bot: Method, server: Server, ada: Chat
) -> None:
    async with httpx.AsyncClient() as http:
        url = f"{server.base_url}/bot{TOKEN}/getUpdates?timeout=50"
        gone = asyncio.ensure_future(http.get(url, timeout=60))
        await server.api.world.updates.idle.wait()
        gone.cancel()
        await asyncio.gather(gone, return_exceptions=True)
    await server.api.world.updates.busy.wait()
    await ada.say("hello")
    assert kinds(await bot("getUpdates", timeout=50)) == ["message"]


async def test_kinds_not_asked_for_are_not_queued_and_the_wish_is_remembered(
    bot: Method, ada: Chat
) -> None:
    await bot("getUpdates", allowed_updates=["message"])
    said = await ada.say("hello")
    await ada.edit(said, "hello there")
    await ada.block()
    assert kinds(await bot("getUpdates")) == ["message"]
    await bot("getUpdates", allowed_updates=[])
    await ada.unblock()
    assert kinds(await bot("getUpdates")) == ["message", "my_chat_member"]


async def test_a_block_tells_the_bot_with_a_date_for_its_end(bot: Method, ada: Chat) -> None:
    await ada.block()
    await ada.unblock()
    changes = [update["my_chat_member"] for update in (await bot("getUpdates"))["result"]]
    steps = [(c["old_chat_member"]["status"], c["new_chat_member"]["status"]) for c in changes]
    assert steps == [("member", "kicked"), ("kicked", "member")]
    assert changes[0]["new_chat_member"]["until_date"] == 0


async def test_an_unfetched_tap_is_lost_after_150_seconds_a_message_after_a_day(
    bot: Method, ada: Chat, clock: TurnedClock
) -> None:
    await bot("sendMessage", chat_id=ada.id, text="card")
    await ada.forge((await ada.last()).id, "go")
    await ada.say("taken")
    clock.jump_to(clock.now() + timedelta(seconds=149))
    assert kinds(await bot("getUpdates")) == ["callback_query", "message"]
    clock.jump_to(clock.now() + timedelta(seconds=1))
    assert kinds(await bot("getUpdates")) == ["message"]
    clock.jump_to(clock.now() + timedelta(hours=24))
    assert kinds(await bot("getUpdates")) == []


async def test_every_update_type_telegram_knows_may_be_named(bot: Method) -> None:
    assert (await bot("getUpdates", allowed_updates=sorted(KINDS)))["ok"]


async def test_in_a_group_the_bot_hears_commands_and_its_name_only(
    bot: Method, ada: Chat, playground: Playground
) -> None:
    group = await playground.group(ada, "Family")
    arrival = await bot("getUpdates")
    assert kinds(arrival) == ["my_chat_member", "message"]
    assert arrival["result"][0]["my_chat_member"]["chat"]["type"] == "group"
    offset = arrival["result"][-1]["update_id"] + 1
    await group.say("nothing for the bot")
    await group.say("/start@SteadyDosePlaygroundBot")
    [heard] = (await bot("getUpdates", offset=offset))["result"]
    assert heard["message"]["chat"] == {"id": group.id, "type": "group", "title": "Family"}
    assert (await bot("leaveChat", chat_id=group.id))["ok"]
    body = await bot("sendMessage", chat_id=group.id, text="x")
    assert body["description"] == "Forbidden: bot is not a member of the group chat"
