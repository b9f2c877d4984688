"""Whatever fails while cards are sent, nobody loses one, and a second one says that it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot import clock
from bot.chat.pace import Pace
from tests.playground.client import Chat
from tests.playground.judge import judge
from tests.stories.conftest import World
from tests.stories.seeding import change, column, from_bot, patients

TWO = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # 14:00 in Berlin
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
CARD = "14:00 dose: 10 mg"
AGAIN = "sent again"


@pytest.fixture
async def pair(world: World) -> list[Chat]:
    """Ada and Ben, both due at 14:00."""
    return await patients(world.playground, world.database, "Ada", "Ben")


async def test_r6_429_parks_one_chats_card_while_the_others_goes_out(
    world: World, pair: list[Chat]
) -> None:
    ada, ben = pair
    await world.playground.fault("429", method="sendMessage", chat=ada.id, seconds=40)
    await world.playground.step_to(TWO)
    await ben.wait_for(CARD)
    assert await from_bot(ada) == []
    assert await world.playground.next_due() == TWO + 40 * SECOND

    await world.playground.step_to_next()
    card = await ada.wait_for(CARD)
    assert AGAIN not in card.text


async def test_h1_a_500_is_tried_again_until_the_card_is_out_once(
    world: World, pair: list[Chat]
) -> None:
    ada, ben = pair
    await world.playground.fault("500", method="sendMessage", chat=ada.id, times=3)
    await world.playground.step_to(TWO + MINUTE)
    [card] = await from_bot(ada)
    assert CARD in card
    assert AGAIN not in card
    assert len(await from_bot(ben)) == 1


@pytest.mark.parametrize(("kind", "cards"), [("502", 1), ("drop", 1), ("lost", 2)])
async def test_r5_an_unknown_outcome_is_sent_once_more_and_says_so(
    world: World, pair: list[Chat], kind: str, cards: int
) -> None:
    ada, ben = pair
    await world.playground.fault(kind, method="sendMessage", chat=ada.id)
    await world.playground.step_to(TWO + MINUTE)
    texts = await from_bot(ada)
    assert len(texts) == cards
    assert AGAIN in texts[-1]
    assert "Already took it? Tap Took it. Do not take it again." in texts[-1]
    assert len(await from_bot(ben)) == 1


async def test_however_often_the_reply_is_lost_there_are_two_cards_at_most_and_it_is_unknown(
    world: World, pair: list[Chat]
) -> None:
    ada, _ = pair
    await world.playground.fault("lost", method="sendMessage", chat=ada.id, times=99)
    await world.playground.step_to(TWO + 29 * MINUTE)
    assert len(await from_bot(ada)) == 2
    await world.playground.step_to(TWO + timedelta(hours=2))
    states = column(
        world.database, "SELECT state FROM dose WHERE state != 'planned' ORDER BY state"
    )
    assert states == ["missed", "unknown"]  # Ben's arrived and was not answered; Ada's: who knows


@pytest.mark.parametrize("tapped", [0, 1])
async def test_either_card_settles_the_dose_and_the_other_shows_it(
    world: World, pair: list[Chat], tapped: int
) -> None:
    ada, _ = pair
    await world.playground.fault("lost", method="sendMessage", chat=ada.id)
    await world.playground.step_to(TWO + MINUTE)
    cards = [message for message in await ada.messages() if message.from_bot]
    await ada.tap("Took it", message=cards[tapped])
    await ada.wait_for("Taken at 14:01: 10 mg", message=cards[tapped])

    other = cards[1 - tapped]
    if tapped == 1:  # where the first stands, nobody was told: it shows it when it is tapped
        await ada.tap("Took it", message=other)
        await ada.wait_for("Already recorded: taken at 14:01", message=other)
    else:
        shown = await ada.wait_for("Taken at 14:01: 10 mg", message=other)
        assert "Took it" not in shown.labels()
    assert column(world.database, "SELECT kind FROM answer") == ["taken"]


async def test_html_that_telegram_cannot_read_arrives_as_plain_words(
    world: World, pair: list[Chat]
) -> None:
    ada, ben = pair
    await world.playground.fault("400", method="sendMessage", chat=ada.id)
    await world.playground.step_to(TWO)
    plain = await ada.wait_for(CARD)
    assert plain.text == (await ben.wait_for(CARD)).text
    assert plain.labels() == (await ben.last()).labels()
    sent = [one["params"] for one in await world.playground.requests("sendMessage")]
    to_ada = [one.get("parse_mode") for one in sent if str(one["chat_id"]) == str(ada.id)]
    assert to_ada == ["HTML", None]


async def test_what_telegram_refuses_for_good_is_not_tried_again_and_is_never_called_missed(
    world: World, pair: list[Chat]
) -> None:
    ada, _ = pair
    await world.playground.fault(
        "400", method="sendMessage", chat=ada.id, times=99, words="message text is empty"
    )
    await world.playground.step_to(TWO + 29 * MINUTE)
    sent = [one["params"] for one in await world.playground.requests("sendMessage")]
    assert [str(one["chat_id"]) for one in sent].count(str(ada.id)) == 1
    await world.playground.step_to(TWO + timedelta(hours=2))
    assert column(world.database, "SELECT state FROM dose WHERE state = 'unknown'") == ["unknown"]


async def test_a_reminder_is_not_sent_when_its_dose_was_answered_while_it_waited(
    world: World, pair: list[Chat]
) -> None:
    ada, _ = pair
    await world.playground.fault("429", method="sendMessage", chat=ada.id, seconds=40)
    await world.playground.step_to(TWO)
    await ada.say("taken")
    await ada.wait_for("Taken at 14:00: 10 mg")
    await world.playground.step_to(TWO + 2 * MINUTE)
    assert not any(CARD in text for text in await from_bot(ada))


async def test_a_card_overtaken_by_its_answer_does_not_ask_for_the_dose_again(
    world: World, pair: list[Chat]
) -> None:
    ada, _ = pair
    seq = world.server.api.world.feed.last
    await world.playground.fault("hold", method="sendMessage", chat=ada.id)
    async with world.stepping(TWO):
        while not any(
            e["kind"] == "fault" for e in await world.server.api.world.feed.wait(seq, 10)
        ):
            seq = world.server.api.world.feed.last
        await ada.say("taken")
        await ada.wait_for("Taken at 14:00: 10 mg")
        await world.playground.release()
    card = await ada.wait_for("Already recorded: taken at 14:00")
    assert "Took it" not in card.labels()
    assert not any(CARD in text for text in await from_bot(ada))


async def test_what_comes_up_while_a_chat_is_parked_waits_and_is_one_message(world: World) -> None:
    walls = ("14:00", "14:05")
    [ada] = await patients(world.playground, world.database, "Ada", walls=walls)
    await world.playground.fault("429", method="sendMessage", chat=ada.id, seconds=600)
    await world.playground.step_to(TWO + timedelta(minutes=9))  # both came up, the first is over
    assert len(await world.playground.requests("sendMessage")) == 1
    await world.playground.step_to(TWO + timedelta(minutes=10))
    [said] = await from_bot(ada)
    assert said.startswith("14:05 dose: 10 mg")
    assert "Not known yet: 14:00 dose." in said


async def test_a_hung_send_holds_up_nobody_else(world: World, pair: list[Chat]) -> None:
    ada, ben = pair
    await world.playground.fault("hold", method="sendMessage", chat=ada.id)
    async with world.stepping(TWO):
        await ben.wait_for(CARD)
        late = await patients(world.playground, world.database, "Cleo", walls=("14:01",))
        await late[0].say("/today")
        await late[0].wait_for("14:01")
        assert await from_bot(ada) == []
        await world.playground.release()
    await ada.wait_for(CARD)


@pytest.mark.parametrize("spoilt", ["mg = 'much'", "state = 'gone'"])
async def test_a_spoilt_dose_row_stops_nobody_else(world: World, spoilt: str) -> None:
    walls = ("14:00", "15:00")
    ada, ben = await patients(world.playground, world.database, "Ada", "Ben", walls=walls)
    [person] = column(world.database, "SELECT id FROM person WHERE telegram_id = ?", ada.id)
    spoil = f"UPDATE dose SET {spoilt} WHERE due_at = ? AND patient_id = ?"  # noqa: S608
    assert change(world.database, spoil, int(TWO.timestamp() * 1_000_000), person) == 1
    await world.playground.step_to(TWO)
    await ben.wait_for(CARD)
    await world.playground.step_to(TWO + timedelta(hours=1))
    await ben.wait_for("15:00 dose: 10 mg")
    await ada.wait_for("15:00 dose: 10 mg")


async def test_a_spoilt_outbox_row_stops_nobody_else_and_is_pushed_on(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    walls = ("14:00", "15:00")
    ada, ben = await patients(world.playground, world.database, "Ada", "Ben", walls=walls)
    await world.playground.fault("429", method="sendMessage", times=2, seconds=40)
    await world.playground.step_to(TWO)
    [person] = column(world.database, "SELECT id FROM person WHERE telegram_id = ?", ada.id)
    spoil = "UPDATE outbox SET arguments = 'no json' WHERE person_id = ?"
    assert change(world.database, spoil, person) == 1
    await world.playground.step_to(TWO + MINUTE)
    await ben.wait_for(CARD)
    assert "cannot be handled: JSONDecodeError" in caplog.text
    states = column(world.database, "SELECT state FROM outbox ORDER BY state")
    assert states == ["pending", "sent"]
    await world.playground.step_to(TWO + timedelta(hours=1))
    await ada.wait_for("15:00 dose: 10 mg")


@pytest.mark.parametrize("pace", [Pace.telegrams])
async def test_fifty_doses_of_one_minute_all_go_out_each_once_and_never_29_in_a_second(
    world: World,
) -> None:
    arrived: list[float] = []

    def note(method: str, params: dict[str, Any]) -> list[str]:
        if method.lower() == "sendmessage":
            arrived.append(clock.monotonic())
        return judge(method, params)

    world.server.api.on_request = note
    names = [f"Person {number}" for number in range(50)]
    everybody = await patients(world.playground, world.database, *names)
    await world.playground.step_to(TWO)
    for chat in everybody:
        [card] = await from_bot(chat)
        assert CARD in card
    assert len(arrived) == 50
    for first, after in zip(arrived, arrived[28:], strict=False):
        assert after - first >= 1
