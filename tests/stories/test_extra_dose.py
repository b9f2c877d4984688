"""One dose more: asked, confirmed by a second tap, recorded with whom to call, no argument."""

import pytest

from tests.playground.client import Chat, Playground
from tests.stories.answering import ANSWERS, answer, live, log_of, minutes, now, reminded
from tests.stories.conftest import set_up

HELP = [
    "Signs of too much: very sleepy or can't be woken, floppy muscles, slow breaths, throwing up,"
    " fits.",
    "Took too much? Call your emergency number if there are any signs. If there are none, call a"
    " poison line or urgent care now.",
    "In an emergency call 112. If it does not work, use your local emergency number.",
]
BEFORE_THE_NEXT = "Ask them about your next dose before you take it."


async def test_h2_taken_once_more_is_asked_about_and_recorded_only_when_confirmed(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await playground.step(minutes(7))
    await answer(patient, card, "Took it")
    await playground.step(minutes(33))
    for said in ("taken", "took another", "I took it twice"):
        asked = await patient.ask(said)
        assert asked.text == "You logged 10 mg (1 tablet of 10 mg) at 14:07. Is this an extra dose?"
        assert asked.buttons == [["No, same dose"], ["Yes, extra"]]
    same = await answer(patient, asked, "No, same dose")
    assert same.text.splitlines() == [
        "Then nothing changed.",
        "Next: 22:00 dose, 10 mg (1 tablet of 10 mg).",
    ]
    assert "extra" not in await log_of(patient)
    assert (await patient.ask("yes")).text.startswith("I didn't get that.")  # nothing waits

    asked = await patient.ask("took another")
    yes = asked.json["buttons"][1][0]["callback_data"]
    taps = [await patient.forge(asked.id, yes) for _ in range(2)]  # two quick taps
    await patient.toast(taps[0])
    await patient.toast(taps[1])
    again = await now(patient, asked)
    assert again.text.startswith("A dose at that time is already recorded. Nothing changed.")
    log = await log_of(patient)
    assert log.count("14:40 extra dose") == 1
    assert "Taken: 1 of 1." in log


async def test_the_record_says_the_signs_the_numbers_and_to_ask_before_the_next(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await answer(patient, card, "Took it")
    await playground.step(minutes(30))
    await patient.ask("took another")
    recorded = await patient.ask("Yes, extra")  # typed, as on the button
    lines = recorded.text.splitlines()
    assert lines[0] == "Recorded: an extra dose at 14:30."
    assert lines[1:4] == HELP
    assert lines[-1] == BEFORE_THE_NEXT
    assert "Next:" not in recorded.text
    assert recorded.buttons == [["Undo"], ["Call list"]]
    second = await patient.ask("took another")
    assert second.text == "You logged an extra dose at 14:30. Is this one more?"
    await patient.ask("no")

    undone = await answer(patient, recorded, "Undo")
    assert undone.text == "Undone. The extra dose stays in the record as a mistake."
    assert "extra" not in await log_of(patient)
    await patient.ask("took another")
    await patient.ask("yes")
    evening = await reminded(patient, playground, "22:00 dose")
    assert (await patient.ask("undo")).text.startswith("The next dose has come since")
    await answer(patient, evening, "Took it")
    last = await patient.wait_for("Recorded: an extra")
    await answer(patient, last, "Undo")  # an old button never undoes another answer
    assert "22:00 10 mg (1 tablet) taken 22:00" in await log_of(patient)


async def test_a_dose_of_the_plan_close_to_another_is_asked_about(
    patient: Chat, playground: Playground
) -> None:
    await patient.ask("took another")
    await patient.tap("Yes, extra")  # at 12:30, outside the plan
    await patient.wait_for("Recorded: an extra dose at 12:30.")
    card = await reminded(patient, playground)
    asked = await answer(patient, card, "Took it")
    assert asked.text == "You logged an extra dose at 12:30. Is this one more?"
    same = await answer(patient, card, "No, same dose")
    assert same.text.splitlines()[0] == "Then nothing changed."
    assert same.buttons == ANSWERS  # it is still open, and can be answered
    assert await live(patient, [card])
    await answer(patient, card, "Took it")
    recorded = await answer(patient, card, "Yes, extra")
    assert recorded.text.splitlines()[:2] == [
        "Recorded: an extra 10 mg (1 tablet of 10 mg) at 14:00.",
        "It is logged as your 14:00 dose.",
    ]
    assert recorded.text.splitlines()[-1] == BEFORE_THE_NEXT
    assert "14:00 10 mg (1 tablet) taken 14:00" in await log_of(patient)


async def test_an_amount_that_is_not_the_planned_one_is_asked_about(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    less = await patient.ask("I took 5 mg")
    assert less.text.splitlines() == [
        "Your 14:00 dose is 10 mg (1 tablet of 10 mg). You wrote 5 mg.",
        "Nothing is logged yet. I can log the planned amount only.",
    ]
    assert less.buttons == [["Took 10 mg"], ["Back"]]
    await playground.step(minutes(5))
    more = await patient.ask("I took my 20 mg at 13:55")
    assert (
        more.text.splitlines()[0]
        == "Your 14:00 dose is 10 mg (1 tablet of 10 mg). You wrote 20 mg."
    )
    assert more.text.splitlines()[3:6] == HELP
    assert more.buttons == [["Took 10 mg"], ["Extra dose"], ["Back"], ["Call list"]]
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)
    taken = await answer(patient, more, "Took 10 mg")
    assert taken.text.startswith(
        "Taken at 13:55: 10 mg (1 tablet of 10 mg), planned 14:00."
    )  # the time was kept
    other = await patient.ask("took 10 mg")
    assert other.text == "You logged 10 mg (1 tablet of 10 mg) at 13:55. Is this an extra dose?"


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("13:50", "13:50"),
        ("taken at 13:50", "13:50"),
        ("10 minutes ago", "14:05"),
        ("took it", "14:15"),
        ("14:00", "14:00"),
    ],
)
async def test_an_amount_that_was_not_confirmed_is_not_logged_by_saying_when(
    patient: Chat, playground: Playground, said: str, at: str
) -> None:
    await reminded(patient, playground)
    await patient.ask("took 20 mg")
    await playground.step(minutes(15))
    asked = await patient.ask(said)
    assert "Your 14:00 dose is 10 mg (1 tablet of 10 mg). You wrote 20 mg." in asked.text
    assert "Nothing is logged yet." in asked.text
    assert "Signs of too much" in asked.text
    again = await patient.ask("banana 7x")  # no answer: the amount is still asked about
    assert "You wrote 20 mg." in again.text
    assert again.buttons == asked.buttons
    assert (await patient.ask("took 10 mg")).text.startswith(f"Taken at {at}: 10 mg")


async def test_a_time_that_is_unclear_leaves_the_amount_to_be_confirmed(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    await patient.ask("took 20 mg")
    await patient.ask("taken at 25:00")
    assert "You wrote 20 mg." in (await patient.ask("taken at 13:50")).text
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)


@pytest.mark.parametrize("said", ["12:10", "taken at 12:10"])
async def test_the_amount_narrows_the_doses_when_the_time_is_said_after_it(
    ada: Chat, playground: Playground, said: str
) -> None:
    await set_up(ada, plan="5 mg at 8:00, 10 mg at 14:00", strengths=("5 mg",))
    await playground.step(minutes(24 * 60))  # Tuesday, 12:30: 08:00 is not logged
    asked = await ada.ask("took 5 mg")
    assert asked.labels() == ["08:00 dose", "Extra dose", "Today"]
    at = await ada.ask(said)
    assert at.text.startswith("Which dose did you take at 12:10?")
    assert at.labels() == asked.labels()


async def test_an_extra_dose_asked_about_long_ago_never_counts_without_its_time(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await answer(patient, card, "Took it")
    await playground.step(minutes(30))
    asked = await patient.ask("took another")  # at 14:30
    assert asked.text == "You logged 10 mg (1 tablet of 10 mg) at 14:00. Is this an extra dose?"
    await playground.step(minutes(120))
    named = await answer(patient, asked, "Yes, extra")
    assert named.text.splitlines() == [
        "You logged 10 mg (1 tablet of 10 mg) at 14:00. Is this an extra dose?",
        "If it is, I log it as taken at 14:30.",
    ]
    assert "extra" not in await log_of(patient)
    recorded = await answer(patient, named, "Yes, extra")  # said with its time, it counts
    assert recorded.text.startswith("Recorded: an extra dose at 14:30.")

    await patient.ask("took another")  # at 16:30
    await playground.step(minutes(16))
    named = await patient.ask("yes")  # typed, the same
    assert named.text.splitlines()[1] == "If it is, I log it as taken at 16:30."
    assert "16:30 extra" not in await log_of(patient)
    await answer(patient, named, "Yes, extra")
    assert "16:30 extra dose" in await log_of(patient)


async def test_an_extra_dose_confirmed_within_a_quarter_of_an_hour_counts_at_once(
    patient: Chat, playground: Playground
) -> None:
    asked = await patient.ask("took another")  # at 12:30
    await playground.step(minutes(15))
    recorded = await answer(patient, asked, "Yes, extra")
    assert recorded.text.startswith("Recorded: an extra dose at 12:30.")


async def test_a_dose_of_the_plan_that_may_be_an_extra_one_is_asked_anew_with_its_time(
    patient: Chat, playground: Playground
) -> None:
    await patient.ask("took another")
    await patient.ask("yes")  # at 12:30
    card = await reminded(patient, playground)
    await answer(patient, card, "Took it")
    await playground.step(minutes(20))
    named = await answer(patient, card, "Yes, extra")
    assert named.text.splitlines()[-1] == "If it is, I log it as taken at 14:00."
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)
    recorded = await answer(patient, card, "Yes, extra")
    assert "It is logged as your 14:00 dose." in recorded.text


async def test_a_card_that_comes_shortly_after_an_extra_dose_names_it_and_says_to_ask_first(
    patient: Chat, playground: Playground
) -> None:
    await playground.step(minutes(70))  # 13:40
    await patient.ask("taken")
    await patient.ask("Extra dose")
    await patient.ask("Yes, extra")
    warning = (
        "You logged an extra dose at 13:40. Ask your pharmacist about this dose before you take it."
    )
    card = await reminded(patient, playground)
    assert card.text.splitlines()[0] == "14:00 dose: 10 mg (1 tablet of 10 mg)"
    assert card.text.splitlines()[-1] == warning
    await playground.step(minutes(30))
    nudge = await patient.wait_for("not logged", after=card)
    assert nudge.text.startswith("14:00 dose, 10 mg (1 tablet of 10 mg): not logged.")
    assert nudge.text.splitlines()[-1] == warning


async def test_a_card_that_comes_shortly_after_a_dose_was_logged_late_names_that_one(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    await playground.step(minutes(7 * 60 + 30))  # 21:30: 14:00 is not logged
    await patient.ask("correct 14:00")
    await patient.ask("21:10")
    card = await reminded(patient, playground, "22:00 dose")
    assert card.text.splitlines()[-1] == (
        "You logged 10 mg (1 tablet of 10 mg) at 21:10."
        " Ask your pharmacist about this dose before you take it."
    )
    log = await log_of(patient)
    assert "14:00 10 mg (1 tablet) taken 21:10" in log


async def test_a_card_that_is_drawn_again_still_names_what_was_logged_shortly_before(
    patient: Chat, playground: Playground
) -> None:
    await playground.step(minutes(70))  # 13:40
    await patient.ask("taken")
    await patient.ask("Extra dose")
    await patient.ask("Yes, extra")
    card = await reminded(patient, playground)
    warning = card.text.splitlines()[-1]
    assert warning.startswith("You logged an extra dose at 13:40.")
    asked = await answer(patient, card, "Took it")
    assert asked.text == "You logged an extra dose at 13:40. Is this one more?"
    same = await answer(patient, card, "No, same dose")
    assert same.text.splitlines()[-1] == warning
    await answer(patient, card, "Skip")
    back = await answer(patient, card, "Back")
    assert back.text.splitlines()[-1] == warning
    snoozed = await answer(patient, card, "In 15 min")
    assert snoozed.text.splitlines()[-1] == warning
    await answer(patient, card, "Skip")
    await answer(patient, card, "Other")
    undone = await answer(patient, card, "Undo")
    assert undone.text.splitlines()[-1] == warning
