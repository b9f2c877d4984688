"""Skipped, missed, not logged, offline: what is said, what is kept, and that nobody is blamed."""

from tests.playground.client import Chat, Playground
from tests.stories.answering import answer, live, log_of, minutes, now, reminded
from tests.stories.conftest import World
from tests.stories.walking import kept


async def test_a_skip_needs_a_second_tap_and_keeps_its_reason(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    reasons = {
        "Side effects": "side effects",
        "No tablets": "no tablets",
        "Doctor said so": "my doctor said so",
        "It was late": "it was late",
        "Other": "other",
    }
    for label, reason in reasons.items():
        asked = await answer(patient, card, "Skip")
        assert asked.text.splitlines() == [
            "Skip the 14:00 dose, 10 mg (1 tablet of 10 mg): why?",
            "Tap a reason, or type it. It is for your log and your doctor.",
            "Skipping is for one dose. Never stop baclofen all at once.",
        ]
        assert asked.buttons == [
            ["Side effects", "No tablets"],
            ["Doctor said so", "It was late"],
            ["Other"],
            ["Back"],
        ]
        skipped = await answer(patient, card, label)
        said = skipped.text.splitlines()
        assert said[:2] == [
            f"Skipped: 14:00 dose, 10 mg (1 tablet of 10 mg). Reason: {reason}.",
            "Next: 22:00 dose, 10 mg (1 tablet of 10 mg).",
        ]
        assert said[-1] == "Skipping is for one dose. Never stop baclofen all at once."
        assert ("Ask a pharmacist today" in skipped.text) == (label == "No tablets")
        assert ("hard to wake: get help now" in skipped.text) == (label == "Side effects")
        await answer(patient, card, "Undo")
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)
    await patient.ask("skip")
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)  # one word is not enough
    assert (await patient.ask("no tablets")).text.startswith(
        "Ask a pharmacist today"
    )  # now it is none
    typed = await patient.ask("skip because of side effects")
    assert typed.text.startswith(
        "Skipped: 14:00 dose, 10 mg (1 tablet of 10 mg). Reason: side effects."
    )
    log = await log_of(patient)
    assert "14:00 10 mg (1 tablet) skipped (side effects)" in log
    assert "Taken: 0 of 1." in log


async def test_a_reason_in_ones_own_words_is_kept_sealed(
    patient: Chat, playground: Playground, world: World
) -> None:
    card = await reminded(patient, playground)
    await answer(patient, card, "Skip")
    for said in ("why?", "I took it at breakfast", "skip all doses until tomorrow"):
        heard = await patient.ask(said)  # a question, or more than a reason: never a skip
        assert "Skipped" not in heard.text
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)
    await patient.ask("skip")
    skipped = await patient.ask("the ZEBRA words made me dizzy")
    assert skipped.text.startswith(
        'Skipped: 14:00 dose, 10 mg (1 tablet of 10 mg). Reason: "the ZEBRA words made me dizzy".'
    )
    assert "14:00 10 mg (1 tablet) skipped (other)" in await log_of(patient)
    assert b"ZEBRA" not in kept(world.folder)


async def test_the_answers_to_a_dose_not_logged_tapped_and_typed(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await playground.step(minutes(120))
    closed = await patient.last()
    assert (await now(patient, card)).buttons == []
    still = await patient.forge(card.id, card.json["buttons"][0][0]["callback_data"])
    await patient.toast(still)  # [Took it] on a screen that had not been drawn anew
    assert (await now(patient, card)).text.startswith(
        "When did you take the 14:00 dose, 10 mg (1 tablet of 10 mg)?"
    )
    old = await patient.forge(card.id, card.json["buttons"][1][0]["callback_data"])
    await patient.toast(old)
    assert (await now(patient, card)).text.splitlines()[:3] == [
        "That dose is not open. Nothing changed.",
        "",
        "Mon 23 Nov, Berlin",
    ]

    missed = await answer(patient, closed, "I missed it")
    assert missed.text.startswith("Noted: the 14:00 dose, 10 mg (1 tablet of 10 mg), was missed.")
    assert "14:00 10 mg (1 tablet) missed" in await log_of(patient)
    await answer(patient, closed, "Undo")
    unsure = await patient.ask("not sure")  # typed, about the dose that is over
    assert unsure.text.startswith("Then do not take it again now.")
    await patient.ask("undo")
    typed = await patient.ask("I missed it")
    assert typed.text.startswith("Noted: the 14:00 dose, 10 mg (1 tablet of 10 mg), was missed.")
    await patient.ask("undo")
    when = await patient.ask("Took it at...")
    assert when.text.startswith("When did you take the 14:00 dose, 10 mg (1 tablet of 10 mg)?")
    taken = await patient.ask("taken 15:10")
    assert taken.text.startswith(
        "Taken at 15:10: 10 mg (1 tablet of 10 mg), planned 14:00, 1 h 10 min late."
    )
    log = await log_of(patient)
    assert "14:00 10 mg (1 tablet) taken 15:10, 1 h 10 min late" in log
    assert "On time: 0 of 1." in log


async def test_a_time_typed_after_another_dose_has_come_is_not_put_on_the_old_one(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    await playground.step(minutes(120))
    await answer(patient, await patient.last(), "Took it at...")
    await reminded(patient, playground, "22:00 dose")
    await playground.step(minutes(10))
    assert (await patient.ask("22:05")).text.startswith("I didn't get that.")
    taken = await patient.ask("taken 22:05")
    assert taken.text.startswith("Taken at 22:05: 10 mg (1 tablet of 10 mg), planned 22:00.")
    assert "14:00 10 mg (1 tablet) not logged" in await log_of(patient)


async def test_after_an_outage_each_dose_is_asked_about_in_turn(
    patient: Chat, playground: Playground
) -> None:
    await playground.sleep(minutes(24 * 60))  # 14:00, 22:00 and 08:00 fall into it
    asked = await patient.wait_for("I was offline")
    assert asked.text.splitlines() == [
        "I was offline from yesterday 12:30 to today 12:30 and could not remind you.",
        "What about the 08:00 dose, 10 mg (1 tablet of 10 mg)?",
        "Its time ended at 09:30. Skip it if you did not take it.",
        "Next: 14:00 dose, 10 mg (1 tablet of 10 mg).",
        "Not known either: 22:00 dose yesterday and 14:00 dose yesterday.",
    ]
    assert asked.buttons == [["Taken on time"], ["Took it at...", "Not taken"], ["Not sure"]]
    taken = await answer(patient, asked, "Taken on time")
    assert taken.text.startswith("Taken at 08:00: 10 mg (1 tablet of 10 mg), planned 08:00.")
    second = await patient.last()
    assert (
        second.text.splitlines()[0]
        == "What about the 22:00 dose yesterday, 10 mg (1 tablet of 10 mg)?"
    )
    await answer(patient, second, "Took it at...")
    typed = await patient.ask("22:20")
    assert typed.text.startswith(
        "Taken yesterday at 22:20: 10 mg (1 tablet of 10 mg), planned 22:00."
    )
    third = await patient.wait_for(
        "What about the 14:00 dose yesterday, 10 mg (1 tablet of 10 mg)?"
    )
    await answer(patient, third, "Not taken")
    assert "What about" not in (await patient.last()).text
    log = await log_of(patient)
    assert "08:00 10 mg (1 tablet) taken 08:00" in log
    assert "22:00 10 mg (1 tablet) taken 22:20" in log
    assert "14:00 10 mg (1 tablet) missed" in log
    assert await live(patient, [])
