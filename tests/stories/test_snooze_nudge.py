"""Later, and asked again: one card when it fires, never past the window, never two at once."""

from tests.playground.client import Chat, Playground
from tests.stories.answering import ANSWERS, answer, live, log_of, minutes, now, reminded
from tests.stories.conftest import set_up


async def test_a_snooze_fires_once_and_three_are_all(patient: Chat, playground: Playground) -> None:
    card = await reminded(patient, playground)
    snoozed = await answer(patient, card, "In 15 min")
    assert snoozed.text.splitlines()[:2] == [
        "I will ask again at 14:15.",
        "14:00 dose: 10 mg (1 tablet of 10 mg)",
    ]
    assert await live(patient, [card])
    count = len(await patient.messages())
    await playground.step(minutes(14))
    assert len(await patient.messages()) == count
    await playground.step(minutes(1))
    again = await patient.last()
    assert "14:00 dose: 10 mg" in again.text
    assert again.buttons == ANSWERS
    assert await live(patient, [again])
    assert len(await patient.messages()) == count + 1

    typed = await patient.ask("snooze 20")  # 14:15 -> 14:35, by words
    assert typed.text.startswith("I will ask again at 14:35.")
    assert await live(patient, [typed])
    await playground.step(minutes(20))
    third = await answer(patient, await patient.last(), "In 15 min")
    assert third.text.startswith("I will ask again at 14:50.")
    await playground.step(minutes(15))
    refused = await answer(patient, await patient.last(), "In 15 min")
    assert refused.text.splitlines()[0] == "You snoozed it 3 times. It is open until 16:00."
    assert refused.buttons == ANSWERS
    assert await live(patient, [refused])


async def test_a_snooze_ends_ten_minutes_before_the_window_and_is_refused_after_that(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await playground.step(minutes(75))
    nudge = await patient.last()
    clamped = await answer(patient, nudge, "In 1 hour")
    assert clamped.text.startswith("I will ask again at 15:50.")
    await playground.step(minutes(35))  # 15:50
    last = await patient.last()
    assert last.id != nudge.id
    assert await live(patient, [last])
    refused = await patient.ask("snooze 20")
    assert refused.text.splitlines()[0] == (
        "Too late to snooze: the 14:00 dose is open until 16:00 only."
    )
    assert await live(patient, [refused])
    assert (await now(patient, card)).buttons == []


async def test_one_nudge_after_half_an_hour_and_then_the_quiet_end(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await playground.step(minutes(29))
    assert (await patient.last()).id == card.id
    await playground.step(minutes(1))
    nudge = await patient.last()
    assert "not logged." in nudge.text
    await playground.step(minutes(89))  # 15:59
    assert (await patient.last()).id == nudge.id
    await playground.step(minutes(1))
    closed = await patient.last()
    assert closed.text.splitlines() == [
        "The 14:00 dose, 10 mg (1 tablet of 10 mg), was not logged.",
        "If you missed it, skip it. Take your next dose at 22:00 as usual. Do not double up.",
        "Your leaflet may say otherwise. Ask your pharmacist.",
    ]
    assert closed.silent
    assert closed.buttons == [["Took it at..."], ["I missed it", "Not sure"]]
    assert await live(patient, [])
    assert "14:00 10 mg (1 tablet) not logged" in await log_of(patient)


async def test_no_nudge_comes_in_the_last_five_minutes(ada: Chat, playground: Playground) -> None:
    await set_up(ada, plan="5 mg at 13:00, 14:00 and 22:00", strengths=("5 mg",))
    await reminded(ada, playground, "13:00 dose")
    await playground.step(minutes(29))
    count = len(await ada.messages())
    await playground.step(minutes(1))  # +30 min is the end of its window, too: no nudge
    assert len(await ada.messages()) == count + 1
    assert "The 13:00 dose, 5 mg (1 tablet of 5 mg), was not logged." in (await ada.last()).text
