"""An answer belongs to what was said when it was said: not to what came before it or since."""

from tests.playground.client import Chat, Playground
from tests.stories.answering import answer, log_of, minutes, reminded
from tests.stories.conftest import set_up


async def _nobody_hears(chat: Chat, playground: Playground) -> None:
    """From now on the bot's polling hangs, as in an outage; its beat goes on."""
    await playground.fault("hold", method="getUpdates", times=1)
    await chat.ask("/help")


async def _lower_echo(chat: Chat) -> None:
    """The echo of a plan of half the amount waits for its answer."""
    await chat.ask("change plan")
    await chat.ask("5 mg at 8:00, 14:00 and 22:00")
    await chat.tap("5 mg")
    await chat.wait_for("Chosen: 5 mg and 10 mg.")
    await chat.tap("Done")
    await chat.wait_for("This is less than")


async def test_a_text_that_waited_hours_answers_the_dose_that_was_open_and_no_later_one(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    await _nobody_hears(patient, playground)
    await playground.step(minutes(5))
    said = await patient.say("taken")
    later = await reminded(patient, playground, "22:00 dose")
    await playground.release()
    kept = await patient.wait_for("at 14:05", after=said)
    assert kept.text.startswith("Taken at 14:05: 10 mg (1 tablet of 10 mg), planned 14:00.")
    assert "Took it" in (await patient.wait_for("22:00 dose: 10 mg", message=later)).labels()
    log = await log_of(patient)
    assert "14:00 10 mg (1 tablet) taken 14:05" in log
    assert "22:00 10 mg (1 tablet) now" in log


async def test_not_sure_that_waited_hours_says_nothing_of_a_later_dose(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    await _nobody_hears(patient, playground)
    said = await patient.say("not sure")
    await reminded(patient, playground, "22:00 dose")
    await playground.release()
    asked = await patient.wait_for("Which dose", after=said)
    assert "not take it again" not in asked.text
    assert "22:00 10 mg (1 tablet) now" in await log_of(patient)


async def test_a_text_heard_late_but_inside_the_window_counts_when_it_was_said(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    await _nobody_hears(patient, playground)
    await playground.step(minutes(5))
    said = await patient.say("taken")
    await playground.step(minutes(20))
    await playground.release()
    assert (await patient.wait_for("Taken at", after=said)).text.startswith("Taken at 14:05")


async def test_yes_to_a_question_about_a_dose_never_confirms_a_plan(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await answer(patient, card, "Took it")
    await _lower_echo(patient)
    await patient.ask("taken")
    asked = await patient.wait_for("extra dose")
    said = await patient.say("yes")
    recorded = await patient.wait_for("Recorded: an extra", after=said)
    assert recorded.id > asked.id
    assert "version 1" in (await patient.ask("/plan")).text


async def test_yes_after_a_card_shows_the_echo_again_and_confirms_nothing(
    patient: Chat, playground: Playground
) -> None:
    await _lower_echo(patient)
    await reminded(patient, playground)
    again = await patient.ask("yes")
    assert "This is less than" in again.text
    assert "version 1" in (await patient.ask("/plan")).text
    said = await patient.say("yes")
    assert "Your plan is changed" in (await patient.wait_for("Done.", after=said)).text


async def test_a_card_ends_the_small_questions_before_it(
    patient: Chat, playground: Playground
) -> None:
    await patient.ask("/taper")
    card = await reminded(patient, playground)
    assert (await patient.ask("my zebra is at home today")).text.startswith("I didn't get that.")
    await answer(patient, card, "Skip")
    await playground.step(minutes(30))
    await patient.wait_for("not logged", after=card)
    assert (await patient.ask("I had it with lunch")).text.startswith("I didn't get that.")
    assert "Why do you want a taper?" in (await patient.ask("/taper")).text
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)


async def test_an_echo_whose_first_dose_has_gone_by_is_shown_anew(
    patient: Chat, playground: Playground
) -> None:
    await patient.ask("change plan")
    await patient.ask("10 mg at 8:00, 13:00 and 21:00")
    await patient.tap("Done")
    echo = await patient.wait_for("today 13:00: 10 mg (1 tablet)")
    await playground.step(minutes(45))
    await patient.tap("Correct", message=echo)
    anew = await patient.wait_for("Is this right?", after=echo)
    assert "today 13:00" not in anew.text
    assert "version 1" in (await patient.ask("/plan")).text


async def test_after_a_journey_an_open_dose_is_named_by_the_clock_here(
    ada: Chat, playground: Playground
) -> None:
    await set_up(ada, city="Tokyo", plan="10 mg at 8:00, 15:00 and 21:00")
    await reminded(ada, playground, "21:00 dose")
    await ada.ask("change zone")
    await ada.ask("Los Angeles")
    await ada.tap("Yes")
    await ada.wait_for("I understood:")
    await ada.tap("Correct")
    started = await ada.wait_for("from before is still open")
    assert "Your 04:00 dose from before is still open" in started.text
    today = await ada.ask("/today")
    assert "Open now: 04:00 dose" in today.text
