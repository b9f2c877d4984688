"""Stopped or killed at any moment, it loses nothing, and a repeat says that it is one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.playground import Server, TurnedClock
from tests.playground.client import Chat, Message, Playground
from tests.process.child import Child
from tests.process.conftest import DUE, START, struck
from tests.stories.seeding import column, from_bot, patients

CARD = "14:00 dose: 10 mg"


async def test_a_reminder_goes_out_and_sigterm_ends_it_in_peace(child: Child, ada: Chat) -> None:
    child.fresh = True
    await child.start("run")
    child.turn_to(DUE)
    await ada.wait_for(CARD)
    ended = await child.stop()
    assert (ended.code, ended.complaints) == (0, [])
    assert column(child.database, "SELECT state FROM outbox") == ["sent"]


@pytest.mark.parametrize("arrived", [True, False])
async def test_kill_9_between_claim_and_settle_costs_one_repeat_and_loses_nothing(
    child: Child, ada: Chat, server: Server, playground: Playground, arrived: bool
) -> None:
    await playground.fault("hold", method="sendMessage")
    seq = server.api.world.feed.last
    await child.start("run")
    child.turn_to(DUE)
    await struck(server, seq)
    await child.kill()
    if arrived:  # Telegram delivers what it had received; nobody is left to hear of it
        await playground.release()
        await ada.wait_for(CARD)

    child.turn_to(DUE + timedelta(seconds=90))
    await child.start("run")
    await ada.wait_for("sent again")
    await child.stop()
    texts = await from_bot(ada)
    assert len(texts) == (2 if arrived else 1)
    assert column(child.database, "SELECT state FROM outbox") == ["sent"]


async def test_a_tap_received_but_not_handled_when_it_was_killed_comes_again(
    child: Child, ada: Chat, server: Server, playground: Playground
) -> None:
    await child.start("run")
    child.turn_to(DUE)
    card = await ada.wait_for(CARD)
    await playground.fault("hold", method="answerCallbackQuery", times=9)
    await playground.fault("hold", method="editMessageText", times=9)
    seq = server.api.world.feed.last
    await ada.tap("Took it", message=card)
    await struck(server, seq)  # it is being handled: its answer hangs
    await child.kill()
    await playground.clear_faults()
    assert server.api.world.updates.pending() == 1  # never confirmed

    await child.start("run")
    await ada.wait_for("taken 14:0")
    await child.stop()
    assert column(child.database, "SELECT kind FROM answer") == ["taken"]


async def test_what_was_written_while_it_was_off_is_answered(child: Child, ada: Chat) -> None:
    await ada.say("/today")
    await child.start("run")
    await ada.wait_for("14:00 10 mg")
    assert (await child.stop()).code == 0


async def test_a_clock_set_back_repeats_nothing_and_closes_nothing_twice(
    child: Child, ada: Chat
) -> None:
    await child.start("run")
    child.turn_to(DUE)
    await ada.wait_for(CARD)
    child.turn_to(DUE - timedelta(hours=1))
    await ada.tap("Took it")
    taken = await ada.wait_for("Taken at 14:00: 10 mg")
    assert "planned 14:00" in taken.text
    ended = await child.stop()
    assert "the clock was set back" in ended.err
    assert len(await from_bot(ada)) == 1
    assert column(child.database, "SELECT state FROM dose WHERE state != 'planned'") == ["taken"]


async def test_kill_9_while_the_day_is_being_sent_costs_one_stray_message_without_a_sound(
    child: Child, server: Server, playground: Playground
) -> None:
    ended = await Child(child.folder, child.settings).run("migrate")
    assert ended.code == 0, ended.err
    at = START - timedelta(hours=2)
    [ada] = await patients(playground, child.database, "Ada", at=at, pinned=True)
    child.turn_to(at)
    await playground.fault("hold", method="sendMessage")
    seq = server.api.world.feed.last
    await child.start("run")
    await struck(server, seq)
    await child.kill()
    await playground.release()

    child.turn_to(at + timedelta(seconds=90))
    await child.start("run")
    await ada.board("14:00 10 mg (1 tablet) planned")
    assert [board.silent for board in await ada.boards()] == [True, True]
    child.turn_to(DUE)
    await ada.wait_for(CARD)
    await ada.board("14:00 10 mg (1 tablet) open until 16:00")
    await child.stop()
    assert len(await ada.boards()) == 2


async def reminded(child: Child, chat: Chat) -> Message:
    """It is up, and the 14:00 card is out and settled: what comes after it is answered."""
    await child.start("run")
    child.turn_to(DUE)
    card = await chat.wait_for(CARD)
    await chat.ask("/help")
    return card


async def cards_of(chat: Chat) -> list[str]:
    """What was sent to the person about the dose."""
    return [text for text in await from_bot(chat) if "14:00 dose: " in text]


async def test_r3_a_tap_made_while_it_was_off_is_lost_and_the_dose_is_asked_about_again(
    child: Child, ada: Chat, server: Server, turning: TurnedClock
) -> None:
    card = await reminded(child, ada)
    await child.kill()
    waiting = server.api.world.updates.pending()
    await ada.tap("Took it", message=card)
    assert server.api.world.updates.pending() == waiting + 1
    turning.jump_to(DUE + timedelta(minutes=10))
    assert server.api.world.updates.pending() == waiting  # Telegram keeps a tap for 150 s

    child.turn_to(DUE + timedelta(minutes=10))
    await child.start("run")
    again = await ada.wait_for("If you tapped then, I did not get it.")
    await ada.tap("Took it", message=again)
    await ada.wait_for("Taken at 14:1", message=again)
    await child.stop()
    assert column(child.database, "SELECT state FROM dose WHERE state != 'planned'") == ["taken"]


async def test_killed_twice_in_a_row_it_asks_once_an_outage(child: Child, ada: Chat) -> None:
    await reminded(child, ada)
    for minutes in (10, 20):
        await child.kill()
        child.turn_to(DUE + timedelta(minutes=minutes))
        await child.start("run")
        await ada.wait_for(f"to 14:{minutes}. If you tapped then")
        await ada.ask("/help")
    await child.stop()
    assert len(await cards_of(ada)) == 3


@pytest.mark.parametrize("minutes", [20, 180])
async def test_taken_typed_while_it_was_off_counts_before_anything_is_asked(
    child: Child, ada: Chat, playground: Playground, turning: TurnedClock, minutes: int
) -> None:
    at, back = START - timedelta(hours=2), DUE + timedelta(minutes=minutes)
    [ben] = await patients(playground, child.database, "Ben", at=at)
    await reminded(child, ada)
    await child.kill()
    turning.jump_to(DUE + timedelta(minutes=5))
    await ada.say("taken")
    turning.jump_to(back)

    child.turn_to(back)
    child.settings["LISTEN_FIRST"] = "60"  # seconds: how fast this machine polls is not the point
    await child.start("run")
    await ben.wait_for("I was offline from 14:00")  # his turn comes with hers
    await ada.wait_for("Taken at 14:05: 10 mg")
    await child.stop()
    assert not [text for text in await from_bot(ada) if "offline" in text]


async def test_where_no_poll_is_answered_a_late_reminder_goes_out_all_the_same(
    child: Child, ada: Chat, playground: Playground
) -> None:
    await playground.fault("500", method="getUpdates", times=99)
    child.turn_to(DUE + timedelta(minutes=10))
    await child.start("run")
    await ada.wait_for(CARD)
    await child.stop()


async def test_r9_a_clock_set_forward_an_hour_and_back_again_loses_and_repeats_nothing(
    child: Child, ada: Chat
) -> None:
    await reminded(child, ada)
    child.turn_to(DUE + timedelta(hours=1))
    again = await ada.wait_for("If you tapped then")
    child.turn_to(DUE + timedelta(minutes=1))
    await ada.ask("/help")
    await ada.tap("Took it", message=again)
    taken = await ada.wait_for("Taken at 15:0", message=again)
    assert taken.text.splitlines()[-1] == "My clock may be wrong just now. Go by your own."
    ended = await child.stop()
    assert ended.err.count("the clock was set back by 0:5") == 1
    assert len(await cards_of(ada)) == 1  # the other one has become the answer
