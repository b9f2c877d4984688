"""What is said of doses that were logged, undone, or taken before there was a plan."""

from __future__ import annotations

from datetime import timedelta

from tests.playground.client import Chat, Playground
from tests.stories.answering import TEN, answer, log_of, minutes, reminded

ONCE = "Already took it? Tap Took it. Do not take it again."


async def test_undo_typed_while_an_extra_dose_is_asked_about_takes_no_logged_dose_back(
    patient: Chat, playground: Playground
) -> None:
    await answer(patient, await reminded(patient, playground), "Took it")
    await playground.step(minutes(30))
    await patient.ask("took another")
    assert (await patient.ask("undo")).text.startswith("Then nothing changed.")
    log = await log_of(patient)
    assert "14:00 10 mg (1 tablet) taken 14:00" in log
    assert "extra" not in log
    undone = await patient.ask("undo")  # nothing is asked any more: the dose itself is meant
    assert undone.text.startswith("Undone.")


async def test_undo_typed_while_it_is_asked_which_dose_takes_no_logged_dose_back(
    patient: Chat, playground: Playground
) -> None:
    await answer(patient, await reminded(patient, playground), "Took it")
    await playground.step(timedelta(hours=6, minutes=30))  # the 22:00 dose is near
    assert (await patient.ask("taken")).text.startswith("Which dose did you take?")
    assert (await patient.ask("undo")).text.startswith("Then nothing changed.")
    assert "14:00 10 mg (1 tablet) taken 14:00" in await log_of(patient)


async def test_undo_typed_while_a_correction_asks_about_an_extra_dose_is_a_no(
    patient: Chat, playground: Playground
) -> None:
    await playground.step(timedelta(hours=4))  # the 14:00 dose was not logged
    await patient.ask("took another")
    await patient.ask("yes")  # at 16:30
    await patient.ask("correct 14:00")
    asked = await patient.ask("15:50")
    assert "You logged an extra dose at 16:30." in asked.text
    assert (await patient.ask("undo")).text.startswith("Then nothing changed.")
    assert "16:30 extra dose" in await log_of(patient)


async def test_the_card_of_an_undone_dose_says_not_to_take_it_again(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await answer(patient, card, "Took it")
    undone = await answer(patient, card, "Undo")
    assert undone.text.splitlines() == [
        "Undone. It is not logged.",
        f"14:00 dose: {TEN}",
        ONCE,
        "Not taken? You can until 16:00.",
    ]
    await answer(patient, card, "Took it")
    await playground.step(minutes(150))
    over = await answer(patient, card, "Undo")
    assert over.text.splitlines() == [
        f"Undone. What about the 14:00 dose, {TEN}?",
        "Its time ended at 16:00. Skip it if you did not take it.",
    ]


async def test_a_typed_not_sure_names_the_dose_that_it_is_kept_for(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    await playground.step(minutes(180))
    said = await patient.ask("not sure")
    assert said.text.splitlines()[:2] == [
        "Then do not take it again now.",
        f"Logged as not sure: the 14:00 dose, {TEN}.",
    ]


async def test_which_dose_a_correction_may_mean_says_how_each_is_logged(
    patient: Chat, playground: Playground
) -> None:
    await playground.step(timedelta(hours=4))  # the 14:00 dose was not logged
    await answer(patient, await reminded(patient, playground, "22:00 dose"), "Took it")
    await playground.step(timedelta(hours=2, minutes=30))
    await patient.ask("correct yesterday 14:00")
    asked = await patient.ask("22:10")
    assert asked.text.splitlines() == [
        "Which dose did you take yesterday at 22:10?",
        "14:00 dose yesterday: 10 mg (1 tablet), not logged",
        "22:00 dose yesterday: 10 mg (1 tablet), taken yesterday at 22:00",
    ]


async def test_a_dose_from_before_the_plan_is_asked_about_as_one_outside_it(patient: Chat) -> None:
    asked = await patient.ask("taken 8:30")  # the set-up was at 12:30
    assert asked.text.splitlines() == [
        "That was before your plan began. Is it an extra dose, outside your plan?",
        "If it is, I log it as taken at 08:30.",
    ]
    await patient.ask("hello")
    again = await patient.last()
    assert "before your plan began" in again.text
    recorded = await patient.ask("yes")
    assert recorded.text.startswith("Recorded: an extra dose at 08:30.")
