"""The pinned day: one message that follows what happens, without a sound and without a card."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from tests.guard import GUARD
from tests.playground.client import Chat, Message, Playground
from tests.stories.answering import answer, reminded
from tests.stories.conftest import World, set_up
from tests.stories.seeding import patients
from tests.stories.walking import to_last

TWO = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # 14:00 in Berlin
MIDNIGHT = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
ABOUT = "Pinned for the day. I keep it up to date."


async def shows(chat: Chat, *lines: str) -> Message:
    """Wait until the one pinned message has these lines about doses, and no others."""
    return await chat.board("\n".join(("Mon 23 Nov, Berlin", *lines)))


async def calls(world: World, *methods: str) -> list[str]:
    """The bot's requests of these methods, in order."""
    return [one["method"] for one in await world.playground.requests() if one["method"] in methods]


async def test_after_the_set_up_the_day_is_pinned_once_without_a_sound(
    world: World, ada: Chat
) -> None:
    await set_up(ada)
    board = await shows(
        ada, "14:00 10 mg (1 tablet) planned", "22:00 10 mg (1 tablet) planned", ABOUT
    )
    assert board.silent
    assert board.buttons == [["Log", "Help"]]
    asked = [each for each in await ada.messages() if each.from_bot]
    assert len(asked) <= 8  # of the set-up; the day comes after it
    assert [each.id for each in await ada.boards()] == [board.id]
    assert asked[-1].id < board.id
    pins = await world.playground.requests("pinChatMessage")
    assert [pin["params"]["disable_notification"] for pin in pins] == ["true"]


async def test_it_follows_every_answer_in_the_same_message(
    patient: Chat, playground: Playground
) -> None:
    first = await patient.board("14:00 10 mg (1 tablet) planned")
    card = await reminded(patient, playground)
    opened = await shows(
        patient, "14:00 10 mg (1 tablet) open until 16:00", "22:00 10 mg (1 tablet) planned", ABOUT
    )
    await answer(patient, card, "Took it")
    taken = await shows(
        patient, "14:00 10 mg (1 tablet) taken 14:00", "22:00 10 mg (1 tablet) planned", ABOUT
    )
    await patient.ask("undo")
    undone = await shows(
        patient, "14:00 10 mg (1 tablet) open until 16:00", "22:00 10 mg (1 tablet) planned", ABOUT
    )
    assert {each.id for each in (first, opened, taken, undone)} == {first.id}
    assert undone.date == first.date


async def test_it_follows_a_dose_that_nobody_answered_an_extra_one_and_a_new_plan(
    patient: Chat, playground: Playground
) -> None:
    await playground.step_to(TWO + 2 * HOUR)
    await shows(
        patient, "14:00 10 mg (1 tablet) not logged", "22:00 10 mg (1 tablet) planned", ABOUT
    )
    await patient.ask("extra dose")
    await patient.tap("Yes, extra")
    await patient.board("16:00 extra")
    await patient.ask("/plan")
    await patient.tap("Change plan")
    await patient.wait_for("How do you take it?")
    await patient.ask("5 mg at 9:00 and 21:00")
    await patient.ask("5 mg")
    await patient.tap("Correct")
    await patient.board("21:00 5 mg (1 tablet) planned")


async def test_a_new_day_comes_in_a_new_silent_message_that_takes_the_old_ones_place(
    world: World, patient: Chat
) -> None:
    monday = await patient.board("Mon 23 Nov")
    await world.playground.step_to(MIDNIGHT - SECOND)
    assert (await patient.board()).id == monday.id
    await world.playground.step_to(MIDNIGHT)
    tuesday = await patient.board(
        "Mon 23 Nov 22:00 10 mg (1 tablet) not logged\n08:00 10 mg (1 tablet) planned"
    )
    assert tuesday.id > monday.id
    assert [each.text for each in await patient.boards() if each.id == monday.id] == [
        "Mon 23 Nov is over. /log shows it."
    ]
    assert tuesday.silent
    assert len(await patient.boards()) == 2
    assert await calls(world, "unpinChatMessage") == ["unpinChatMessage"]


async def test_it_says_what_today_says(patient: Chat, playground: Playground) -> None:
    await answer(patient, await reminded(patient, playground), "Took it")
    board = await patient.board("taken 14:00")
    today = await patient.ask("/today")
    assert today.text.splitlines()[:2] == board.text.splitlines()[:2]


async def test_it_says_that_a_pause_runs_until_it_ends_by_itself(
    world: World, patient: Chat
) -> None:
    await patient.ask("pause until 20:00")
    await patient.ask("yes")
    await world.playground.step_to(TWO + 6 * HOUR - SECOND)
    doses = "14:00 10 mg (1 tablet) not known", "22:00 10 mg (1 tablet) planned", ABOUT
    usual = "Take your doses at your usual times."
    await shows(patient, "Reminders are paused until 20:00.", usual, *doses)
    await world.playground.step_to(TWO + 6 * HOUR)
    await shows(patient, *doses)


async def test_in_hospital_it_says_so_in_place_of_the_pause_until_they_are_home(
    world: World, patient: Chat
) -> None:
    await patient.ask("pause until tomorrow 20:00")
    await patient.ask("yes")
    await patient.board("Reminders are paused until Tue 24 Nov 20:00.")
    await patient.ask("/hospital")
    await patient.ask("yes")
    told = "I send no reminders. You told me {} that you are in hospital."
    home = 'Home again? Type "I am home". I ask for your plan before I remind you.'
    await shows(patient, told.format("at 12:30"), home)
    await world.playground.step_to(MIDNIGHT)
    await patient.board(f"Tue 24 Nov, Berlin\n{told.format('on Mon 23 Nov at 12:30')}\n{home}\n")
    await patient.ask("I am home")
    await to_last(patient)
    await patient.ask("not sure")
    await patient.tap("Correct")
    await patient.board("Tue 24 Nov, Berlin\n08:00 10 mg (1 tablet) planned")


async def test_its_buttons_answer_beside_it(patient: Chat) -> None:
    board = await patient.board()
    for label, words in (("Log", "Last 7 days"), ("Help", "/today")):
        await patient.tap(label, message=board)
        await patient.wait_for(words, after=board)
        assert (await patient.board()).text == board.text


async def test_a_day_that_looks_the_same_is_not_sent_again(world: World, patient: Chat) -> None:
    await patient.board()
    await world.playground.step_to(TWO)
    await patient.board("open until")
    before = await calls(world, "editMessageText", "sendMessage")
    await patient.tap("In 15 min")
    await patient.wait_for("I will ask again at 14:15")
    await world.playground.step_to(TWO + MINUTE)
    after = await calls(world, "editMessageText", "sendMessage")
    assert after[len(before) :] == ["editMessageText"]  # of the card alone


async def struck(world: World, seq: int) -> None:
    """Until a fault strikes after this event."""
    feed = world.server.api.world.feed
    async with asyncio.timeout(GUARD):
        while not any(event["kind"] == "fault" for event in await feed.wait(seq, 10)):
            seq = feed.last


async def test_a_board_that_is_gone_comes_anew(world: World, patient: Chat) -> None:
    board = await patient.board()
    await world.playground.fault("400", method="editMessageText", words="message to edit not found")
    await world.playground.step_to(TWO)
    anew = await patient.board("14:00 10 mg (1 tablet) open until 16:00")
    assert anew.id > board.id
    assert len(await patient.boards()) == 2


async def test_a_board_that_cannot_be_pinned_stands_unpinned_and_is_not_sent_again(
    world: World, ada: Chat
) -> None:
    await world.playground.fault(
        "400",
        method="pinChatMessage",
        times=99,
        words="not enough rights to manage pinned messages",
    )
    await set_up(ada)
    await world.playground.step_to(TWO + 10 * MINUTE)
    [board] = await ada.boards()
    assert not board.pinned
    assert "open until" in board.text
    assert await calls(world, "pinChatMessage") == ["pinChatMessage"]


@pytest.mark.parametrize("kind", ["500", "429", "drop"])
async def test_a_pin_that_fails_in_passing_is_made_up_for(
    world: World, ada: Chat, kind: str
) -> None:
    await world.playground.fault(kind, method="pinChatMessage", seconds=3)
    await set_up(ada)
    await world.playground.step_to(TWO - HOUR)
    await ada.board()
    assert len(await ada.boards()) == 1


async def test_a_429_on_boards_holds_up_no_reminder(world: World) -> None:
    ada, ben = await patients(world.playground, world.database, "Ada", "Ben", pinned=True)
    await ada.board()
    await ben.board()
    for method in ("editMessageText", "pinChatMessage"):
        await world.playground.fault("429", method=method, times=99, seconds=600)
    await world.playground.step_to(TWO)
    for chat in (ada, ben):
        assert (await chat.last()).text.startswith("14:00 dose: 10 mg")
        assert (await chat.last()).date == TWO
        assert "14:00 10 mg (1 tablet) planned" in (await chat.board()).text
    await world.playground.clear_faults()
    await world.playground.step_to(TWO + 11 * MINUTE)
    for chat in (ada, ben):
        await chat.board("14:00 10 mg (1 tablet) open until 16:00")


async def test_a_board_that_hangs_holds_up_no_reminder(world: World) -> None:
    ada, ben = await patients(world.playground, world.database, "Ada", "Ben", pinned=True)
    await ada.board()
    await ben.board()
    await world.playground.fault("hold", method="editMessageText", times=99)
    await ada.say("skip")
    seq = world.server.api.world.feed.last
    async with world.stepping(TWO):
        for chat in (ada, ben):
            await chat.wait_for("14:00 dose: 10 mg")
        await struck(world, seq - 1)
        await world.playground.clear_faults()
    await ben.board("14:00 10 mg (1 tablet) open until 16:00")


@pytest.mark.parametrize(("kind", "most"), [("lost", 2), ("502", 1), ("drop", 1)])
async def test_a_lost_reply_costs_one_stray_message_at_most_and_never_loops(
    world: World, kind: str, most: int
) -> None:
    await world.playground.fault(kind, method="sendMessage", times=1)
    [ada] = await patients(world.playground, world.database, "Ada", pinned=True)
    await world.playground.step_to(TWO - HOUR)
    await ada.board()
    assert len(await ada.boards()) == most


async def test_replies_that_are_always_lost_make_two_messages_a_day_and_no_more(
    world: World,
) -> None:
    await world.playground.fault("lost", method="sendMessage", times=2)
    [ada] = await patients(world.playground, world.database, "Ada", pinned=True)
    await world.playground.step_to(TWO - HOUR)
    await world.playground.step_to(TWO + 3 * HOUR)
    assert len(await ada.boards()) == 2
    await world.playground.step_to(MIDNIGHT)
    await ada.board("Tue 24 Nov")
    assert len(await ada.boards()) == 3


async def test_whoever_unpins_has_no_board_until_they_pin_again(
    world: World, patient: Chat
) -> None:
    await patient.board()
    await patient.ask("/today")
    await patient.tap("Unpin")
    await patient.wait_for("Your day is no longer pinned.")
    await world.playground.step_to(MIDNIGHT + HOUR)
    assert await patient.boards() == []

    assert "I pin your day at the top of this chat." in (await patient.ask("pin")).text
    await patient.board("Tue 24 Nov")
    assert "Unpin" in (await patient.ask("/today")).labels()
    assert "no longer pinned" in (await patient.ask("unpin")).text
    assert "Pin today" in (await patient.ask("/today")).labels()


async def test_unpinned_while_it_is_on_its_way_it_goes_as_it_comes(
    world: World, patient: Chat
) -> None:
    await patient.board("14:00 10 mg (1 tablet) planned")
    seq = world.server.api.world.feed.last
    await world.playground.fault("hold", method="pinChatMessage", chat=patient.id)
    async with world.stepping(MIDNIGHT):
        await struck(world, seq)
        await patient.ask("unpin")
        await world.playground.release()
    await world.playground.step(SECOND)
    assert await patient.boards() == []
    assert not [each for each in await patient.messages() if ABOUT in each.text]


async def test_whoever_blocks_the_bot_has_no_board_and_gets_one_on_their_return(
    world: World, patient: Chat
) -> None:
    await patient.board("Mon 23 Nov")
    async with world.handled():
        await patient.block()
    before = len(await world.playground.requests())
    await world.playground.step_to(MIDNIGHT + HOUR)
    asked = (await world.playground.requests())[before:]
    assert {one["method"] for one in asked} <= {"getUpdates"}
    async with world.handled():
        await patient.unblock()
    await patient.board("Tue 24 Nov")


async def test_a_403_on_a_board_is_a_block(world: World, patient: Chat) -> None:
    await patient.board()
    await world.playground.fault("403", method="editMessageText", chat=patient.id)
    await world.playground.step_to(TWO)
    sent = await calls(world, "sendMessage")
    await world.playground.step_to(MIDNIGHT)
    assert await calls(world, "sendMessage") == sent


async def test_what_a_person_pins_is_no_picture(world: World, patient: Chat) -> None:
    said = await patient.ask("/today")
    body = {
        "message_id": world.server.api.world.number("message"),
        "from": {"id": patient.id, "is_bot": False, "first_name": "Ada"},
        "chat": {"id": patient.id, "type": "private", "first_name": "Ada"},
        "date": said.json["date"],
        "pinned_message": {
            "message_id": said.id,
            "chat": {"id": patient.id, "type": "private", "first_name": "Ada"},
            "date": said.json["date"],
        },
    }
    async with world.handled():
        world.server.api.world.updates.add("message", body)
    assert (await patient.last()).id == said.id


async def test_a_day_whose_words_telegram_cannot_read_is_sent_plain(
    world: World, patient: Chat
) -> None:
    await world.playground.step_to(MIDNIGHT - SECOND)
    await patient.ask("taken")  # else a card would come at midnight, too
    await world.playground.fault("400", method="sendMessage")
    await world.playground.step_to(MIDNIGHT)
    await patient.board("Tue 24 Nov")
