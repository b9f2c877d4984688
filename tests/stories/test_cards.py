"""The cards: what each says, what it offers, and that no dose is ever counted twice."""

from tests.playground.client import Chat, Playground
from tests.stories.answering import ANSWERS, answer, live, log_of, minutes, now, reminded


async def test_the_reminder_names_the_dose_first_and_offers_the_likely_answer_alone(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    assert card.text.splitlines() == [
        "14:00 dose: 10 mg (1 tablet of 10 mg)",
        "Baclofen. Food can ease an upset stomach.",
        "Open until 16:00. After that, skip it.",
    ]
    assert card.html.startswith("<b>14:00 dose: 10 mg</b>")
    assert card.buttons == ANSWERS
    assert not card.silent


async def test_a_second_tap_and_taps_on_an_old_card_change_nothing(
    patient: Chat, playground: Playground
) -> None:
    reminder = await reminded(patient, playground)
    took = reminder.json["buttons"][0][0]
    await playground.step(minutes(30))
    nudge = await patient.last()
    assert nudge.text.splitlines() == [
        "14:00 dose, 10 mg (1 tablet of 10 mg): not logged.",
        "Already took it? Tap Took it. Do not take it again.",
        "Not taken? You can until 16:00.",
    ]
    assert nudge.buttons == ANSWERS
    assert (await now(patient, reminder)).buttons == []
    assert await live(patient, [nudge])

    data = took.get("data") or took["callback_data"]
    taps = [await patient.forge(each.id, data) for each in (nudge, nudge, reminder)]
    for tap in taps:
        await patient.toast(tap)
    shown = [(await now(patient, each)).text for each in (nudge, reminder)]
    assert (
        sum("Taken at 14:30: 10 mg (1 tablet of 10 mg), planned 14:00." in text for text in shown)
        <= 2
    )
    assert any("Already recorded: taken at 14:30. Nothing changed." in text for text in shown)
    assert await live(patient, [])
    log = await log_of(patient)
    assert log.count("10 mg (1 tablet) taken") == 1
    assert "Taken: 1 of 1." in log


async def test_taken_tells_the_next_dose_and_late_ones_how_late(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    await playground.step(minutes(45))
    card = await patient.last()
    taken = await patient.ask("Took it")
    assert taken.text.splitlines() == [
        "Taken at 14:45: 10 mg (1 tablet of 10 mg), planned 14:00, 45 min late.",
        "Next: 22:00 dose, 10 mg (1 tablet of 10 mg).",
    ]
    assert taken.buttons == [["Undo"]]
    older = await patient.wait_for("Taken at 14:45", message=card)  # the card tells it, too
    assert (older.text, older.buttons) == (taken.text, [])


async def test_not_sure_means_do_not_take_it_again_and_is_final(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    answered = await answer(patient, card, "Not sure")
    assert answered.text.splitlines() == [
        "Then do not take it again now.",
        "Logged as not sure: the 14:00 dose, 10 mg (1 tablet of 10 mg).",
        "Next: 22:00 dose, 10 mg (1 tablet of 10 mg).",
        "Ask your pharmacist if you are worried.",
    ]
    count = len(await patient.messages())
    await playground.step(minutes(7 * 60))  # no nudge, no card about a dose not logged
    assert len(await patient.messages()) == count
    log = await log_of(patient)
    assert "14:00 10 mg (1 tablet) not known" in log
    assert "Not known: 1." in log


async def test_today_is_the_live_card_while_a_dose_is_open(
    patient: Chat, playground: Playground
) -> None:
    before = await patient.ask("/today")
    assert before.text.splitlines()[0] == "Mon 23 Nov, Berlin"
    assert "14:00 10 mg (1 tablet) in 1 h 30 min" in before.text
    assert "Next: today 14:00, 10 mg (1 tablet of 10 mg)." in before.text
    card = await reminded(patient, playground)
    today = await patient.ask("what's next?")
    assert "14:00 10 mg (1 tablet) now" in today.text
    assert "Open now: 14:00 dose, 10 mg (1 tablet of 10 mg) until 16:00" in today.text
    assert "22:00 10 mg (1 tablet) in 8 hours" in today.text
    assert await live(patient, [today])
    assert (await now(patient, card)).buttons == []

    await playground.step(minutes(30))
    nudge = await patient.last()
    assert await live(patient, [nudge])
    taken = await answer(patient, nudge, "Took it")
    assert "Taken at 14:30" in taken.text
    assert "14:00 10 mg (1 tablet) taken 14:30" in (await patient.ask("today")).text
    assert await live(patient, [])


async def test_back_shows_the_card_again(patient: Chat, playground: Playground) -> None:
    card = await reminded(patient, playground)
    for label in ("Skip", "Took it earlier"):
        asked = await answer(patient, card, label)
        assert asked.buttons[-1] == ["Back"]
        assert (await answer(patient, card, "Back")).buttons == ANSWERS
    assert await live(patient, [card])
