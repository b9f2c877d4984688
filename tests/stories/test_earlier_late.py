"""Taken before it was logged: minutes ago, a typed time, another day, or too early to be it."""

from datetime import UTC, datetime

import pytest

from tests.playground.client import Chat, Playground
from tests.stories.answering import ANSWERS, TEN, answer, live, log_of, minutes, now, reminded
from tests.stories.conftest import set_up


async def test_took_it_earlier_offers_15_30_and_60_minutes_or_a_typed_time(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await playground.step(minutes(20))
    for label, time in (("15 min ago", "14:05"), ("30 min ago", "13:50"), ("60 min ago", "13:20")):
        asked = await answer(patient, card, "Took it earlier")
        assert asked.text.splitlines() == [
            "When did you take the 14:00 dose, 10 mg (1 tablet of 10 mg)?",
            'Tap, or type the time, like "13:50".',
        ]
        assert asked.buttons == [["15 min ago", "30 min ago", "60 min ago"], ["Back"]]
        taken = await answer(patient, card, label)
        assert taken.text.startswith(f"Taken at {time}: 10 mg (1 tablet of 10 mg), planned 14:00")
        await answer(patient, card, "Undo")
    await answer(patient, card, "Took it earlier")
    future = await patient.ask("15:30")
    assert future.text.splitlines()[:2] == [
        "That time has not come yet. Nothing is logged.",
        "When did you take the 14:00 dose, 10 mg (1 tablet of 10 mg)?",
    ]
    typed = await patient.ask("13:50")  # the question still waits
    assert typed.text.splitlines()[0] == "Taken at 13:50: 10 mg (1 tablet of 10 mg), planned 14:00."
    assert "14:00 10 mg (1 tablet) taken 13:50" in await log_of(patient)
    stray = await patient.ask("13:40")  # and waits no longer
    assert stray.text.startswith("I didn't get that.")


async def test_taken_with_a_time_is_read_and_the_future_and_half_times_are_refused(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    for said in ("taken 14:30", "taken 22:00"):
        future = await patient.ask(said)
        assert "That time has not come yet. Nothing is logged." in future.text
    for said, hint in (
        ("taken at 2", "Morning or evening?"),
        ("took it at 25:00", "I could not read that time."),
    ):
        assert (await patient.ask(said)).text.startswith(hint)
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)
    taken = await patient.ask("taken 13:50")
    assert taken.text.startswith("Taken at 13:50: 10 mg (1 tablet of 10 mg), planned 14:00.")
    repeat = await patient.ask("taken 13:50")
    assert repeat.text.splitlines()[0] == (
        "A dose at that time is already recorded. Nothing changed."
    )
    assert "Taken: 1 of 1." in await log_of(patient)


async def test_a_time_before_the_open_doses_span_is_asked_about_never_guessed(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    await playground.step(minutes(120))  # 14:00 is not logged
    await reminded(patient, playground, "22:00 dose")
    await playground.step(minutes(5))
    which = await patient.ask("taken 14:10")
    assert which.text.splitlines() == ["Which dose did you take at 14:10?", f"14:00 dose: {TEN}"]
    assert which.buttons == [["14:00 dose"], ["Extra dose"], ["Today"]]
    taken = await patient.ask("14:00 dose")  # its typed form
    assert taken.text.splitlines() == [
        "Taken at 14:10: 10 mg (1 tablet of 10 mg), planned 14:00.",
        "Open now: 22:00 dose, 10 mg (1 tablet of 10 mg).",
    ]
    log = await log_of(patient)
    assert "14:00 10 mg (1 tablet) taken 14:10" in log
    assert "22:00 10 mg (1 tablet) now" in log
    nothing = await patient.ask("taken yesterday 22:10")  # before the bot was there
    assert nothing.text.startswith("That was before your plan began. Is it an extra dose")
    assert "extra" not in await log_of(patient)


async def test_an_early_dose_counts_for_the_next_only_in_its_early_span(
    patient: Chat, playground: Playground
) -> None:
    early = await patient.ask("taken")  # 12:30; 14:00 has two hours after it, and before it
    assert early.text.splitlines() == ["Which dose did you take?", f"14:00 dose: {TEN}"]
    await patient.tap("14:00 dose")
    taken = await patient.wait_for(
        "Taken at 12:30: 10 mg (1 tablet of 10 mg), planned 14:00, 1 h 30 min early."
    )
    assert "Next: 22:00 dose, 10 mg (1 tablet of 10 mg)." in taken.text
    assert await playground.next_due() == datetime(2026, 11, 23, 21, tzinfo=UTC)  # no 14:00 card
    undone = await answer(patient, taken, "Undo")
    assert undone.text.splitlines() == [
        "Undone. The 14:00 dose is still to come.",
        "Take it only if you have not taken it already.",
    ]
    await reminded(patient, playground)
    await answer(patient, await patient.last(), "Took it")

    await playground.step(minutes(5 * 60 + 59))  # 19:59
    too_early = await patient.ask("taken")
    assert too_early.text == "Is this an extra dose, outside your plan?"
    assert too_early.buttons == [["No, same dose"], ["Yes, extra"]]
    assert "22:00" not in await log_of(patient)


async def test_the_previous_dose_is_settled_before_an_early_one(
    ada: Chat, playground: Playground
) -> None:
    await set_up(ada, plan="5 mg at 14:00, 15:00 and 23:00", strengths=("5 mg",))
    await playground.step(minutes(75))  # 13:45
    which = await ada.ask("taken")
    assert which.buttons[:2] == [["14:00 dose"], ["15:00 dose"]]
    await reminded(ada, playground)
    first = await answer(ada, which, "15:00 dose")
    assert first.text.splitlines() == [
        "First the dose before it: what about the 14:00 dose, 5 mg (1 tablet of 5 mg)?",
        "Next: 15:00 dose, 5 mg (1 tablet of 5 mg).",
    ]
    assert first.buttons == ANSWERS
    assert await live(ada, [which])
    assert "15:00" not in await log_of(ada)
    settled = await answer(ada, which, "Took it")
    assert settled.text.startswith("Taken at 14:00: 5 mg (1 tablet of 5 mg), planned 14:00.")


async def test_two_days_later_the_time_is_asked_and_kept_on_that_dose(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    await playground.step(minutes(120))
    card = await patient.last()
    assert "was not logged" in card.text
    await playground.step(minutes(46 * 60))  # Wednesday, 14:00
    asked = await answer(patient, card, "Took it at...")
    assert (
        asked.text.splitlines()[0]
        == "When did you take the 14:00 dose on Mon 23 Nov, 10 mg (1 tablet of 10 mg)?"
    )
    assert asked.buttons == [["Taken on time"], ["Back"]]
    taken = await answer(patient, card, "Taken on time")
    assert taken.text.startswith(
        "Taken on Mon 23 Nov at 14:00: 10 mg (1 tablet of 10 mg), planned 14:00."
    )
    assert "14:00 10 mg (1 tablet) taken 14:00" in await log_of(patient)
    assert (await now(patient, card)).buttons == [["Undo"]]


@pytest.mark.parametrize("start", [datetime(2026, 11, 23, 22, 30, tzinfo=UTC)])
async def test_a_dose_past_midnight_is_named_with_its_day(
    ada: Chat, playground: Playground
) -> None:
    await set_up(ada, plan="10 mg at 7:30, 15:30 and 23:45")  # set up on Monday at 23:30
    await reminded(ada, playground, "23:45 dose")
    await playground.step(minutes(30))  # Tuesday, 00:15
    nudge = await ada.last()
    assert nudge.text.startswith("23:45 dose yesterday, 10 mg (1 tablet of 10 mg): not logged.")
    taken = await ada.ask("taken yesterday 23:50")
    assert taken.text.startswith(
        "Taken yesterday at 23:50: 10 mg (1 tablet of 10 mg), planned 23:45."
    )
    again = await answer(ada, nudge, "Undo") if "Undo" in (await now(ada, nudge)).labels() else None
    assert again is None
    today = await ada.ask("/today")
    assert today.text.splitlines()[0] == "Tue 24 Nov, Berlin"
    log = await log_of(ada)
    assert log.index("yesterday") < log.index("23:45 10 mg (1 tablet) taken 23:50")
