"""Taking an answer back: the latest only, until the next dose opens."""

from tests.playground.client import Chat, Playground
from tests.stories.answering import ANSWERS, answer, live, log_of, minutes, now, reminded


async def test_inside_the_window_an_undone_answer_opens_the_dose_again(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await answer(patient, card, "Took it")
    undone = await answer(patient, card, "Undo")
    assert undone.text.splitlines()[:2] == [
        "Undone. It is not logged.",
        "14:00 dose: 10 mg (1 tablet of 10 mg)",
    ]
    assert undone.buttons == ANSWERS
    assert await live(patient, [card])

    await answer(patient, card, "Skip")
    skipped = await answer(patient, card, "Side effects")
    assert skipped.text.startswith(
        "Skipped: 14:00 dose, 10 mg (1 tablet of 10 mg). Reason: side effects."
    )
    reopened = await patient.ask("undo")  # by words: the new message is the card now
    assert reopened.buttons == ANSWERS
    assert await live(patient, [reopened])

    await answer(patient, reopened, "Not sure")
    again = await answer(patient, reopened, "Undo")
    assert again.buttons == ANSWERS
    await playground.step(minutes(30))  # nudges resume
    nudge = await patient.last()
    assert "14:00 dose, 10 mg (1 tablet of 10 mg): not logged." in nudge.text
    assert await live(patient, [nudge])
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)


async def test_after_the_window_an_undone_answer_is_not_known_and_asked_about(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await answer(patient, card, "Took it")
    await playground.step(minutes(150))
    asked = await answer(patient, card, "Undo")
    assert (
        asked.text.splitlines()[0]
        == "Undone. What about the 14:00 dose, 10 mg (1 tablet of 10 mg)?"
    )
    assert asked.buttons[0] == ["Taken on time"]
    assert "14:00 10 mg (1 tablet) not known" in await log_of(patient)
    missed = await patient.ask("Not taken")  # the words on its button
    assert missed.text.splitlines() == [
        "Noted: the 14:00 dose, 10 mg (1 tablet of 10 mg), was missed.",
        "If you missed it, skip it. Take your next dose at 22:00 as usual. Do not double up.",
        "Your leaflet may say otherwise. Ask your pharmacist.",
    ]
    assert "14:00 10 mg (1 tablet) missed" in await log_of(patient)
    await patient.ask("undo")
    assert "14:00 10 mg (1 tablet) not known" in await log_of(patient)


async def test_nothing_is_undone_once_the_next_dose_is_open_nor_twice(
    patient: Chat, playground: Playground
) -> None:
    assert (await patient.ask("undo")).text.startswith("There is nothing to undo.")
    first = await reminded(patient, playground)
    await answer(patient, first, "Took it")
    second = await reminded(patient, playground, "22:00 dose")
    refused = await answer(patient, first, "Undo")
    assert refused.text.splitlines()[0] == (
        "The next dose has come since, so this can no longer be undone. "
        "You can put it right: open /log and tap Correct."
    )
    await answer(patient, second, "Took it")
    late = await patient.forge(first.id, _undo_of(first))
    await patient.toast(late)
    assert (await now(patient, first)).text.startswith("Only your latest answer can be undone.")
    log = await log_of(patient)
    assert "14:00 10 mg (1 tablet) taken 14:00" in log
    assert "22:00 10 mg (1 tablet) taken 22:00" in log

    undo = (await now(patient, second)).json["buttons"][0][0]["callback_data"]
    taps = [await patient.forge(second.id, undo) for _ in range(2)]  # two quick taps
    for tap in taps:
        await patient.toast(tap)
    assert (await now(patient, second)).text.startswith("Undone. It is not logged.")
    assert await live(patient, [second])
    assert "14:00 10 mg (1 tablet) taken 14:00" in await log_of(patient)


def _undo_of(card) -> str:
    """The data of [Undo] for the dose of this card."""
    took: str = card.json["buttons"][0][0]["callback_data"]
    return took.replace("1:t:", "1:u:")


async def test_an_old_undo_takes_no_newer_answer_back(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    old = await patient.ask("skip because sleepy")
    undo = old.json["buttons"][0][0]["callback_data"]
    await patient.ask("undo")
    assert (await patient.ask("taken")).text.startswith("Taken at 14:00")
    await patient.toast(await patient.forge(old.id, undo))  # the button went with the undo
    refused = await now(patient, old)
    assert refused.text.startswith("Only your latest answer can be undone.")
    assert "14:00 10 mg (1 tablet) taken 14:00" in await log_of(patient)


async def test_every_message_that_told_the_answer_tells_that_it_was_undone(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    typed = await patient.ask("taken")
    assert (await now(patient, card)).text.startswith("Taken at 14:00")
    asked = await patient.ask("undo")
    gone = "Undone: the 14:00 dose, 10 mg (1 tablet of 10 mg), is not logged."
    for told in (card, typed):
        shown = await patient.wait_for(gone, message=told)
        assert shown.buttons == []
    assert await live(patient, [asked])

    await answer(patient, asked, "Took it")  # and they go with it once more
    for told in (card, typed):
        await patient.wait_for("Taken at 14:00", message=told)
    await patient.ask("correct today 14:00")
    await patient.ask("not taken")
    for told in (card, typed, asked):
        await patient.wait_for("now not logged", message=told)
