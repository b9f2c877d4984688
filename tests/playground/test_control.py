"""The control API does what a phone, a clock and a reset do."""

import asyncio
from datetime import timedelta

import pytest

from bot.playground import Server
from tests.playground.client import Chat, Playground
from tests.playground.conftest import START, Method


async def test_it_starts_with_one_person_ready_to_begin(playground: Playground) -> None:
    [you] = await playground.people()
    assert you.name == "You"
    assert await you.messages() == []


async def test_people_can_be_added_renamed_and_removed(playground: Playground, bot: Method) -> None:
    chosen = await playground.post("people", id=77, first_name="Zoë", username="@zoe")
    assert (chosen["id"], chosen["username"]) == (77, "zoe")
    with pytest.raises(AssertionError, match="That id is taken"):
        await playground.post("people", id=77)
    await playground.post("people/77", first_name="Zo", language_code="de")
    await Chat(playground, 77, "Zo").say("/start")
    [update] = (await bot("getUpdates"))["result"]
    sender = update["message"]["from"]
    assert (sender["first_name"], sender["language_code"]) == ("Zo", "de")
    await playground.delete("people/77")
    assert 77 not in [chat.id for chat in await playground.people()]
    assert not (await bot("sendMessage", chat_id=77, text="x"))["ok"]


async def test_unread_counts_until_read(playground: Playground, bot: Method, ada: Chat) -> None:
    for _ in range(2):
        await bot("sendMessage", chat_id=ada.id, text="x")
    assert await ada.unread() == 2
    await playground.post(f"chats/{ada.id}/read", up_to=(await ada.last()).id)
    assert await ada.unread() == 0


async def test_who_blocked_the_bot_cannot_write(ada: Chat) -> None:
    await ada.block()
    with pytest.raises(AssertionError, match="Unblock it first"):
        await ada.say("hello")


async def test_only_buttons_that_are_there_can_be_tapped(bot: Method, ada: Chat) -> None:
    sent = await bot("sendMessage", chat_id=ada.id, text="x")
    where = {"message_id": sent["result"]["message_id"]}
    with pytest.raises(AssertionError, match="There is no button"):
        await ada.playground.post(f"chats/{ada.id}/tap", **where, row=0, column=0)
    with pytest.raises(AssertionError, match="carries that data"):
        await ada.playground.post(f"chats/{ada.id}/tap", **where, data="go")


async def test_a_watcher_is_woken_by_the_next_event(
    playground: Playground, bot: Method, ada: Chat
) -> None:
    seq = (await playground.get("state"))["seq"]
    async with asyncio.TaskGroup() as group:
        watcher = group.create_task(playground.get("events", after=seq, wait=50))
        await bot("sendChatAction", chat_id=ada.id, action="typing")
    kinds = [event["kind"] for event in watcher.result()["events"]]
    assert kinds[0] == "typing"


async def test_a_watcher_from_before_is_told_to_look_anew(playground: Playground) -> None:
    assert (await playground.get("events", after=10**9))["lost"]
    assert (await playground.get("events", after=0, epoch="older"))["lost"]


async def test_waiting_ignores_isolation_marks(bot: Method, ada: Chat) -> None:
    await bot("sendMessage", chat_id=ada.id, text="Next: \u2068 22:00\u2069 dose")
    shown = await ada.wait_for("Next:  22:00 dose")
    assert "\u2068" in shown.raw


async def test_waiting_in_vain_shows_the_chat(bot: Method, ada: Chat) -> None:
    await bot("sendMessage", chat_id=ada.id, text="something else")
    with pytest.raises(AssertionError, match="something else"):
        await ada.wait_for("never", timeout=0.05)


async def test_the_clock_goes_forward_only(playground: Playground) -> None:
    assert await playground.now() == START
    await playground.step(timedelta(minutes=15))
    await playground.sleep(timedelta(hours=3))
    assert await playground.now() == START + timedelta(hours=3, minutes=15)
    await playground.step_to(START)
    assert await playground.now() == START + timedelta(hours=3, minutes=15)
    with pytest.raises(AssertionError, match="forward only"):
        await playground.step(timedelta(hours=-1))
    with pytest.raises(AssertionError, match="Nothing is planned"):
        await playground.step_to_next()


async def test_messages_carry_the_playgrounds_time(
    playground: Playground, bot: Method, ada: Chat
) -> None:
    await playground.step(timedelta(days=1))
    await bot("sendMessage", chat_id=ada.id, text="x")
    assert (await ada.last()).date == START + timedelta(days=1)


async def test_a_reset_forgets_everybody_but_never_reuses_update_numbers(
    playground: Playground, bot: Method, ada: Chat, server: Server
) -> None:
    await ada.say("one")
    [before] = (await bot("getUpdates"))["result"]
    await bot("setMyCommands", commands=[{"command": "a", "description": "x"}])
    await playground.reset()
    [you] = await playground.people()
    assert you.id != ada.id
    assert (await bot("getUpdates"))["result"] == []
    await you.say("two")
    [after] = (await bot("getUpdates"))["result"]
    assert after["update_id"] > before["update_id"]
    assert len((await bot("getMyCommands"))["result"]) == 1
