"""Stopped or killed at any moment, it loses nothing, and a repeat says that it is one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.playground import Server
from tests.playground.client import Chat, Playground
from tests.process.child import Child
from tests.process.conftest import DUE, START, struck
from tests.stories.seeding import column, from_bot, patients

CARD = "14:00 dose: 10 mg"


async def test_a_reminder_goes_out_and_sigterm_ends_it_in_peace(child: Child, ada: Chat) -> None:
    await child.start("run")
    child.turn_to(DUE)
    await ada.wait_for(CARD, timeout=20)
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
    await ada.wait_for("sent again", timeout=20)
    await child.stop()
    texts = await from_bot(ada)
    assert len(texts) == (2 if arrived else 1)
    assert column(child.database, "SELECT state FROM outbox") == ["sent"]


async def test_a_tap_received_but_not_handled_when_it_was_killed_comes_again(
    child: Child, ada: Chat, server: Server, playground: Playground
) -> None:
    await child.start("run")
    child.turn_to(DUE)
    card = await ada.wait_for(CARD, timeout=20)
    await playground.fault("hold", method="answerCallbackQuery", times=9)
    await playground.fault("hold", method="editMessageText", times=9)
    seq = server.api.world.feed.last
    await ada.tap("Took it", message=card)
    await struck(server, seq)  # it is being handled: its answer hangs
    await child.kill()
    await playground.clear_faults()
    assert server.api.world.updates.pending() == 1  # never confirmed

    await child.start("run")
    await ada.wait_for("taken 14:0", timeout=20)
    await child.stop()
    assert column(child.database, "SELECT kind FROM answer") == ["taken"]


async def test_what_was_written_while_it_was_off_is_answered(child: Child, ada: Chat) -> None:
    await ada.say("/today")
    await child.start("run")
    await ada.wait_for("14:00 10 mg", timeout=20)
    assert (await child.stop()).code == 0


async def test_a_clock_set_back_repeats_nothing_and_closes_nothing_twice(
    child: Child, ada: Chat
) -> None:
    await child.start("run")
    child.turn_to(DUE)
    await ada.wait_for(CARD, timeout=20)
    child.turn_to(DUE - timedelta(hours=1))
    await ada.tap("Took it")
    taken = await ada.wait_for("Taken at 14:00: 10 mg", timeout=20)
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
    await ada.board("14:00 10 mg planned", timeout=20)
    assert [board.silent for board in await ada.boards()] == [True, True]
    child.turn_to(DUE)
    await ada.wait_for(CARD, timeout=20)
    await ada.board("14:00 10 mg open until 16:00", timeout=20)
    await child.stop()
    assert len(await ada.boards()) == 2
