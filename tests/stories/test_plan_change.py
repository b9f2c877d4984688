"""/plan: what it shows, and what a new version does to the doses of the one before."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.playground.client import Chat, Playground
from tests.stories.conftest import set_up
from tests.stories.walking import change_plan, press

TWO_PM = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # in Berlin


@pytest.fixture
async def patient(ada: Chat) -> Chat:
    """Ada in Berlin on 10 mg at 08:00, 14:00 and 22:00, who took the first; it is 12:30."""
    await set_up(ada, last="8:00")
    return ada


async def test_plan_shows_the_version_its_tablets_and_the_next_dose(patient: Chat) -> None:
    plan = await patient.ask("/plan")
    assert "Your plan, version 1" in plan.text
    assert "14:00 in the afternoon: 10 mg (1 tablet of 10 mg)" in plan.text
    assert "Your clock: Berlin, Germany, 12:30 now." in plan.text
    assert "Next: today 14:00, 10 mg (1 tablet of 10 mg)." in plan.text
    assert plan.buttons == [["Change plan"], ["Change zone", "Ask for taper"], ["My tablets"]]
    assert "How do you take it?" in (await patient.ask("change my plan")).text
    await patient.ask("/cancel")
    assert "Where are you?" in (await patient.ask("change my time zone")).text


async def test_a_change_shows_48_hours_with_gaps_and_its_first_dose_is_clear_of_the_last(
    patient: Chat, playground: Playground
) -> None:
    echo = await change_plan(patient, "10 mg at 9:00, 13:00 and 21:00")
    assert "The next 48 hours:" in echo.text
    assert "today 13:00: 10 mg (1 tablet), 5 hours later" in echo.text  # 08:00 was the last one due
    assert "today 21:00: 10 mg (1 tablet), 8 hours later" in echo.text
    assert "tomorrow 09:00: 10 mg (1 tablet), 12 hours later" in echo.text
    assert "Wed 25 Nov 09:00: 10 mg (1 tablet), 12 hours later" in echo.text
    assert "Less than 4 hours" not in echo.text
    assert "More than 12 hours" not in echo.text
    assert echo.buttons == [["Correct"], ["Change", "Change nothing"]]
    started = await press(patient, "Correct", "Your plan is changed.")
    assert "The next reminder comes today 13:00." in started.text
    await playground.step_to_next()  # the change, shown once more
    assert await playground.next_due() == TWO_PM - timedelta(hours=1)
    await playground.step_to_next()
    await patient.wait_for("13:00 dose: 10 mg")
    await playground.step(timedelta(hours=2))  # past 14:00, which belonged to the old plan
    assert not [m for m in await patient.messages() if "14:00 dose" in m.text]
    plan = await patient.ask("/plan")
    assert "version 2" in plan.text
    today = await patient.ask("/today")
    assert "14:00" not in today.text


async def test_a_new_dose_is_never_planned_near_the_one_just_taken(
    patient: Chat, playground: Playground
) -> None:
    await playground.step_to(TWO_PM)
    await patient.tap("Took it")
    await patient.wait_for("Taken at 14:00")
    echo = await change_plan(patient, "10 mg at 8:00, 15:00 and 23:00")
    assert "today 15:00" not in echo.text  # an hour after the last
    assert "today 23:00: 10 mg (1 tablet), 9 hours later" in echo.text
    await press(patient, "Correct", "The next reminder comes today 23:00.")
    await playground.step_to_next()  # the change, shown once more
    assert await playground.next_due() == TWO_PM + timedelta(hours=9)
    log = await patient.ask("/log")
    assert "14:00 10 mg (1 tablet) taken 14:00" in log.text


async def test_an_open_dose_keeps_its_amount_its_card_and_its_answer(
    patient: Chat, playground: Playground
) -> None:
    await playground.step_to(TWO_PM)
    card = await patient.wait_for("14:00 dose: 10 mg")
    echo = await change_plan(patient, "5 mg at 6:00, 14:00 and 18:00")
    assert "This is less than the 30 mg a day you take now." in echo.text
    await press(patient, "Correct", "Your 14:00 dose from before is still open until 15:00.")
    shorter = await patient.wait_for("Open until 15:00.", message=card)  # 18:00 is four hours on
    assert "14:00 dose: 10 mg (1 tablet of 10 mg)" in shorter.text
    await patient.tap("Took it", message=card)
    taken = await patient.wait_for("Taken at 14:00: 10 mg", message=card)
    assert "Next: 18:00 dose, 5 mg (half of one 10 mg tablet)." in taken.text
    await playground.step_to_next()  # the change, shown once more
    assert await playground.next_due() == TWO_PM + timedelta(hours=4)


async def test_a_dose_that_the_new_plan_leaves_no_time_is_over_everywhere_and_asked_about_once(
    patient: Chat, playground: Playground
) -> None:
    await playground.step_to(TWO_PM + timedelta(minutes=70))
    [nudge] = [m for m in await patient.messages() if "You can until 16:00" in m.text]
    await change_plan(patient, "10 mg at 6:00, 14:00 and 18:00")
    started = await press(patient, "Correct", "Your plan is changed.")
    over = "The 14:00 dose, 10 mg (1 tablet of 10 mg), is over: your plan has changed."
    assert f"{over}\nSkip it if you did not take it." in started.text
    assert "still open" not in started.text
    closed = await patient.wait_for(over, message=nudge)
    assert closed.buttons == []
    await playground.step(timedelta(seconds=2))
    asked = await patient.wait_for("What about the 14:00 dose, 10 mg (1 tablet of 10 mg)?")
    assert asked.text.splitlines()[1:] == [
        "Its time ended at 15:10. Skip it if you did not take it.",
        "Next: 18:00 dose, 10 mg (1 tablet of 10 mg).",
    ]
    assert asked.buttons == [["Taken on time"], ["Took it at...", "Not taken"], ["Not sure"]]
    await playground.step(timedelta(hours=2))
    said = [message.text for message in await patient.messages()]
    assert sum("What about the 14:00 dose" in text for text in said) == 1
    assert not any("was not logged" in text or "missed" in text for text in said)
    assert not any("until 16:00" in m.text for m in await patient.messages() if m.buttons)
    await patient.tap("Not taken", message=asked)
    noted = await patient.wait_for("If you missed it, skip it.", message=asked)
    assert "Take your next dose at 18:00 as usual. Do not double up." in noted.text


async def test_an_early_taken_dose_undone_after_a_change_does_not_come_back(
    patient: Chat, playground: Playground
) -> None:
    await patient.ask("taken")
    await press(patient, "14:00 dose", "Taken at 12:30")
    await change_plan(patient, "10 mg at 8:00, 15:00 and 23:00")
    await press(patient, "Correct", "The next reminder comes today 23:00.")
    undone = await patient.ask("undo")
    assert undone.text.splitlines() == [
        "Undone. The 14:00 dose was in your plan before. I do not ask about it any more.",
        "Next: 23:00 dose, 10 mg (1 tablet of 10 mg).",
    ]
    await playground.step_to(TWO_PM + timedelta(hours=3))
    assert not [m for m in await patient.messages() if "14:00 dose: 10 mg" in m.text]


async def test_a_lower_plan_warns_points_to_the_taper_and_offers_to_keep_the_plan(
    patient: Chat, playground: Playground
) -> None:
    echo = await change_plan(patient, "5 mg at 8:00, 14:00 and 22:00")
    for words in (
        "This is less than the 30 mg a day you take now.",
        "Never stop baclofen all at once.",
        "seizures, a high fever and intense muscle spasms.",
        "No dose and no length of use is proven safe to stop suddenly.",
        "your doctor will lower the dose slowly over weeks",
    ):
        assert words in echo.text
    assert echo.buttons[0] == ["Change nothing"]
    await press(patient, "Change nothing", "Nothing was changed.")
    plan = await patient.ask("/plan")
    assert "version 1" in plan.text
    assert "14:00 in the afternoon: 10 mg" in plan.text
    assert await playground.next_due() == TWO_PM


async def test_a_big_or_quick_step_up_is_typed_again(patient: Chat, playground: Playground) -> None:
    asked = await change_plan(patient, "12.5 mg at 8:00, 14:00 and 22:00")
    assert "37.5 mg a day is a big or quick rise." in asked.text  # the plan is hours old
    assert "does not match" in (await patient.ask("375 mg, 4 tablets")).text
    await patient.ask("/cancel")
    await playground.sleep(timedelta(days=3))
    await patient.wait_for("What about the 08:00 dose")
    echo = await change_plan(patient, "15 mg at 8:00, 14:00 and 22:00")
    assert "Is this right?" in echo.text  # 15 mg a day more, after three days
    asked = await patient.ask("20 mg at 8:00, 14:00 and 22:00")
    assert "60 mg a day is a big or quick rise." in asked.text
    echo = await patient.ask("60 mg, 6 tablets")
    assert "08:00 in the morning: 20 mg (2 tablets of 10 mg)" in echo.text


async def test_odd_gaps_are_asked_and_the_48_hours_warn_of_them(patient: Chat) -> None:
    odd = await change_plan(patient, "10 mg at 8:00, 11:00 and 20:00")
    assert "Two of your doses are 3 hours apart." in odd.text
    echo = await press(patient, "These are right", "The next 48 hours:")
    assert "Two doses are 3 hours apart. Ask your pharmacist which times to use." in echo.text
    late = await patient.ask("10 mg at 8:00 and 21:00")
    assert "13 hours" in late.text
    echo = await patient.ask("these are right")
    assert "Two doses are 13 hours apart. Ask your pharmacist which times to use." in echo.text


async def test_taken_is_heard_while_the_wizard_waits_and_the_wizard_goes_on(
    patient: Chat, playground: Playground
) -> None:
    await patient.ask("/plan")
    await press(patient, "Change plan", "How do you take it?")
    await playground.step_to(TWO_PM)
    await patient.wait_for("14:00 dose: 10 mg")
    assert "Taken at 14:00: 10 mg" in (await patient.ask("taken")).text
    assert "Which tablets" in (await patient.ask("10 mg at 8:00, 15:00 and 22:00")).text
    await patient.ask("/cancel")
    await patient.ask("change zone")
    assert "Undone." in (await patient.ask("undo")).text
    assert "Taken at 14:00: 10 mg" in (await patient.ask("took it")).text
    assert "Is it 20:30" not in (clock := await patient.ask("Tokyo")).text
    assert "Is it 22:00 where you are?" in clock.text


async def test_a_change_outlives_a_restart_and_buttons_of_old_steps_do_nothing(
    patient: Chat, playground: Playground
) -> None:
    plan = await patient.ask("/plan")
    await press(patient, "Change plan", "How do you take it?")
    tablets = await patient.ask("10 mg at 8:00, 15:00 and 22:00")
    await playground.sleep(timedelta(minutes=20))
    echo = await press(patient, "Done", "today 15:00: 10 mg (1 tablet), 7 hours later")
    await patient.forge(tablets.id, "1:q::strengths.25")
    again = await patient.wait_for("Is this right?", after=echo)
    assert "25 mg" not in again.text
    await press(patient, "Correct", "Your plan is changed.")
    for data in ("1:q::strengths.25", "1:q::echo.change", "1:q::nonsense.yes", "1:ok::", "?"):
        said = await patient.ask("/plan")
        assert "version 2" in said.text
        await patient.forge(plan.id, data)
        await patient.wait_for("That button is old.", after=said)
    assert "I am not asking anything now. /plan shows" in (await patient.ask("/cancel")).text


async def test_other_tablets_count_for_new_doses_and_the_open_one_keeps_its_own(
    patient: Chat, playground: Playground
) -> None:
    await playground.step_to(TWO_PM)
    card = await patient.wait_for("14:00 dose: 10 mg")
    await patient.ask("change plan")
    await patient.ask("10 mg at 8:00, 14:00 and 22:00")
    echo = await patient.ask("5 mg")
    assert "Your tablets: 5 mg." in echo.text
    assert "22:00 at night: 10 mg (2 tablets of 5 mg)" in echo.text
    await press(patient, "Correct", "Your 14:00 dose from before is still open until 16:00.")
    assert "22:00 at night: 10 mg (2 tablets of 5 mg)" in (await patient.ask("/plan")).text
    assert "(1 tablet of 10 mg)" in (await patient.wait_for("14:00 dose", message=card)).text
    await patient.ask("taken")
    await playground.step_to(TWO_PM + timedelta(hours=8))
    await patient.wait_for("22:00 dose: 10 mg (2 tablets of 5 mg)")


async def test_the_plan_changes_twice_in_a_row_and_the_last_one_counts(
    patient: Chat, playground: Playground
) -> None:
    await change_plan(patient, "10 mg at 8:00, 16:00 and 22:00")
    await press(patient, "Correct", "The next reminder comes today 16:00.")
    await change_plan(patient, "10 mg at 8:00, 15:00 and 22:00")
    await patient.ask("yes")
    assert "version 3" in (await patient.ask("/plan")).text
    await playground.step_to_next()  # the change, shown once more
    assert await playground.next_due() == TWO_PM + timedelta(hours=1)
    await playground.step_to(TWO_PM + timedelta(hours=3))
    cards = [m.text for m in await patient.messages() if "dose: 10 mg" in m.text]
    assert len(cards) == 1
    assert "15:00 dose" in cards[0]


@pytest.mark.parametrize("start", [TWO_PM + timedelta(seconds=1)])
async def test_set_up_just_past_a_slot_starts_with_the_next_and_says_so(
    ada: Chat, playground: Playground
) -> None:
    await set_up(ada)
    await ada.wait_for("Your first reminder comes today 22:00.")
    assert await playground.next_due() == TWO_PM + timedelta(hours=8)
