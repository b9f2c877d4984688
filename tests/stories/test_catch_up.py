"""After [Sleep 3 h] each person reads one message: the open dose again, then what is not known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.playground.client import Chat
from tests.stories.answering import ANSWERS, answer, live, minutes, now
from tests.stories.conftest import World
from tests.stories.seeding import column, from_bot, patients

TWO = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # 14:00 in Berlin
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
TEN = "10 mg (1 tablet of 10 mg)"


@pytest.fixture
async def ada(world: World) -> Chat:
    """Ada, due at 14:00; it is 12:30."""
    [chat] = await patients(world.playground, world.database, "Ada")
    return chat


async def test_an_open_dose_is_asked_about_again_and_the_older_card_cannot_be_tapped(
    world: World, ada: Chat
) -> None:
    await world.playground.step_to(TWO)
    card = await ada.wait_for("14:00 dose: ")
    await world.playground.sleep(minutes(10))
    again = await ada.wait_for("I was offline")
    assert again.text.splitlines() == [
        f"14:00 dose: {TEN}",
        "I was offline from 14:00 to 14:10. If you tapped then, I did not get it.",
        "Already took it? Tap Took it. Take it only if you have not taken it already.",
        "Open until 16:00. After that, skip it.",
    ]
    assert again.buttons == ANSWERS
    assert not again.silent
    assert await live(ada, [again])
    await world.playground.step(minutes(20))
    assert len(await from_bot(ada)) == 2
    taken = await answer(ada, again, "Took it earlier")
    typed = await ada.ask("14:05")
    assert typed.text.startswith(f"Taken at 14:05: {TEN}, planned 14:00.")
    assert (await now(ada, card)).labels() == []
    assert taken.text.startswith("When did you take")
    assert column(world.database, "SELECT kind FROM answer") == ["taken"]


async def test_a_restart_within_150_s_asks_nothing_again(world: World, ada: Chat) -> None:
    await world.playground.step_to(TWO)
    card = await ada.wait_for("14:00 dose: ")
    await world.playground.sleep(timedelta(seconds=149))
    await world.playground.step(MINUTE)
    assert await from_bot(ada) == [card.text]


async def test_the_open_dose_comes_first_and_the_others_are_asked_about_after_it(
    world: World, ada: Chat
) -> None:
    await world.playground.sleep(TWO + 25 * HOUR - await world.playground.now())
    card = await ada.wait_for("14:00 dose: ")
    assert card.text.splitlines() == [
        f"14:00 dose: {TEN}",
        "I was offline from yesterday 12:30 to today 15:00 and could not remind you.",
        "This reminder is late. Take it only if you have not taken it already.",
        "Open until 16:00. After that, skip it.",
        "Not known yet: 08:00 dose, 22:00 dose yesterday and 14:00 dose yesterday. "
        "I will ask about that next.",
    ]
    assert card.buttons == ANSWERS
    assert await from_bot(ada) == [card.text]

    await answer(ada, card, "Took it")
    morning = await ada.wait_for(f"What about the 08:00 dose, {TEN}?")
    await answer(ada, morning, "Not taken")
    night = await ada.wait_for(f"What about the 22:00 dose yesterday, {TEN}?")
    await answer(ada, night, "Not sure")
    noon = await ada.wait_for(f"What about the 14:00 dose yesterday, {TEN}?")
    await answer(ada, noon, "Taken on time")
    await world.playground.step(MINUTE)
    assert "What about" not in (await ada.last()).text
    states = column(world.database, "SELECT state FROM dose ORDER BY due_at LIMIT 4")
    assert states == ["taken", "unknown", "missed", "taken"]


async def test_a_skip_of_the_open_dose_is_followed_by_the_question_too(
    world: World, ada: Chat
) -> None:
    await world.playground.sleep(TWO + 9 * HOUR - await world.playground.now())
    card = await ada.wait_for("22:00 dose: ")
    await answer(ada, card, "Skip")
    await answer(ada, card, "It was late")
    await ada.wait_for(f"What about the 14:00 dose, {TEN}?")


async def test_an_answer_that_no_catch_up_was_about_is_followed_by_no_question(
    world: World, ada: Chat
) -> None:
    await world.playground.sleep(TWO + 3 * HOUR - await world.playground.now())
    await ada.wait_for("What about the 14:00 dose")
    await world.playground.step_to(TWO + 8 * HOUR)
    card = await ada.wait_for("22:00 dose: ")
    await answer(ada, card, "Took it")
    await world.playground.step(MINUTE)
    assert len(await from_bot(ada)) == 2


async def test_a_snooze_over_the_outage_keeps_its_time(world: World, ada: Chat) -> None:
    await world.playground.step_to(TWO)
    await ada.tap("In 1 hour")
    await ada.wait_for("I will ask again at 15:00.")
    await world.playground.sleep(minutes(30))
    await world.playground.step_to(TWO + 59 * MINUTE)
    assert len(await from_bot(ada)) == 1
    await world.playground.step_to(TWO + HOUR)
    again = await ada.wait_for("I was offline from 14:00 to 14:30.")
    assert await live(ada, [again])


async def test_left_unanswered_it_is_asked_about_once_more_and_quietly(
    world: World, ada: Chat
) -> None:
    await world.playground.step_to(TWO)
    await world.playground.sleep(minutes(10))
    await ada.wait_for("I was offline")
    await world.playground.step_to(TWO + 2 * HOUR)
    asked = await ada.wait_for("What about the 14:00 dose")
    assert asked.silent
    assert column(world.database, "SELECT state FROM dose ORDER BY due_at LIMIT 1") == ["unknown"]


class TestOverAClockChange:
    """The night in which Berlin's clocks go from 03:00 back to 02:00 lies in the outage."""

    @pytest.fixture
    def start(self) -> datetime:
        return datetime(2026, 10, 24, 22, 0, tzinfo=UTC)  # midnight in Berlin

    async def test_every_time_names_its_clock(self, world: World) -> None:
        walls = ("02:30", "08:00", "20:00")
        [ada] = await patients(world.playground, world.database, "Ada", walls=walls)
        await world.playground.sleep(9 * HOUR + 30 * MINUTE)
        card = await ada.wait_for("08:00 dose: ")
        assert card.text.splitlines() == [
            f"08:00 dose: {TEN}",
            "I was offline from 00:00 CEST to 08:30 CET and could not remind you.",
            "This reminder is late. Take it only if you have not taken it already.",
            "Open until 10:00 CET. After that, skip it.",
            "Not known yet: 02:30 dose (02:30 CEST). I will ask about that next.",
        ]
