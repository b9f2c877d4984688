"""Hazard H5, stopping through the bot: each door meets the words; none is barred or silent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.playground.client import Chat, Message, Playground
from tests.stories.answering import answer, now, reminded
from tests.stories.conftest import World
from tests.stories.seeding import column, from_bot
from tests.stories.walking import change_plan, press, to_place

NEVER = "Never stop baclofen all at once."
HARM = "If you stop suddenly, you can get seizures, a high fever and intense muscle spasms."
WHY = "Why do you want to stop?"
SLOWLY = "If you need to stop, your doctor will lower the dose slowly over weeks."
UNPROVEN = "No dose or length of use is proven safe to stop at once."
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WISHES = "SELECT way || ' ' || coalesce(reason, '-') || ' ' || coalesce(outcome, '-')"
WISHES += " FROM stop_wish ORDER BY at"


async def said_since(world: World, chat: Chat, words: str) -> list[Message]:
    """All that the bot says to these words."""
    before = await chat.last()
    async with world.handled():
        await chat.say(words)
    return [m for m in await chat.messages() if m.from_bot and m.id > before.id]


@pytest.mark.parametrize("words", ["/stop", "I want to stop taking baclofen", "stoping baclofin"])
async def test_h5_said_it_is_asked_why_under_the_words_and_every_answer_is_kept(
    world: World, patient: Chat, words: str
) -> None:
    asked = await patient.ask(words)
    assert asked.text.splitlines()[:2] == [NEVER, HARM]
    assert "get help now." in asked.text
    assert "112" in asked.text
    assert WHY in asked.text
    assert asked.buttons == [
        ["Side effects"],
        ["Feel better", "Ran out"],
        ["Prescriber said", "Ask for taper"],
        ["Other reason"],
    ]
    better = await answer(patient, asked, "Feel better")
    for each in (NEVER, HARM, UNPROVEN, SLOWLY, "Nothing is changed: your plan"):
        assert each in better.text
    kept = await answer(patient, better, "Keep my plan")
    assert kept.text.startswith("Your plan stays as it is.\nNext: 14:00 dose, 10 mg")
    assert column(world.database, WISHES) == ["said feel_better kept"]
    old = await answer(patient, kept, "Today")
    assert "14:00 10 mg" in old.text


@pytest.mark.parametrize(
    ("reason", "kept"),
    [("my friend says it is bad for me", "other 1"), ("Feel better", "feel_better 0")],
)
async def test_a_reason_typed_in_own_words_is_kept_with_them_and_a_label_without(
    world: World, patient: Chat, reason: str, kept: str
) -> None:
    await patient.ask("/stop")
    assert NEVER in (await patient.ask(reason)).text
    words = "SELECT reason || ' ' || (words IS NOT NULL) FROM stop_wish"
    assert column(world.database, words) == [kept]


async def test_h5_stop_anyway_needs_a_second_tap_ends_the_plan_and_goes_on_asking(
    world: World, patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    asked = await patient.ask("I feel fine, I quit")
    assert asked.text.startswith("You feel better.")  # the reason was said along
    sure = await answer(patient, asked, "Stop anyway")
    for each in (
        "End your plan and all reminders?",
        NEVER,
        HARM,
        "I would send no more reminders, and could not warn you about missed doses.",
        "I would ask how you are once a day for 3 days.",
        "You can pause the reminders instead, or get reminders only.",
    ):
        assert each in sure.text
    assert "Took it" in (await now(patient, card)).labels()  # nothing before the second tap
    ended = await answer(patient, sure, "End my plan")
    assert ended.text.startswith("Noted at 14:00: you ended your plan. I send no more reminders.")
    for each in (
        "Call your doctor or pharmacist today and tell them that you stop.",
        "Early signs can be worry, poor sleep, sweating",
        "If any of these starts, call a doctor or urgent care now.",
        "112",
        "I ask how you are tomorrow 08:00, and once a day for 3 days in all.",
        "Changed your mind? Tap Start again.",
    ):
        assert each in ended.text, ended.text
    assert column(world.database, WISHES) == ["said feel_better stopped"]
    assert (await now(patient, card)).buttons == []

    said = len(await from_bot(patient))
    await playground.step(5 * DAY)
    texts = (await from_bot(patient))[said:]
    assert len(texts) == 3
    assert all(text.startswith("How are you? You ended your plan ") for text in texts)
    check = await patient.last()
    assert "I do not ask again. You can write to me at any time." in check.text
    fine = await answer(patient, check, "No signs")
    assert "They can still start." in fine.text
    stands = await patient.ask("/today")
    assert "You ended your plan on Mon 23 Nov at 14:00. I send no reminders." in stands.text
    anew = await press(patient, "Start again", "How do you take it?")
    assert "A whole day with no baclofen can be risky. Call your doctor" in anew.text


@pytest.mark.parametrize(
    ("sign", "level", "after"),
    [
        ("chest pain", "Call 112 now.", None),
        ("Mood change", "Urgent: call a doctor or urgent care now.", "Urgent: call a doctor"),
        ("Constipation", "Info: noted.", "Noted."),
    ],
)
async def test_h5_side_effects_are_triaged_first_and_the_urgent_never_read_to_keep_taking(
    world: World, patient: Chat, sign: str, level: str, after: str | None
) -> None:
    asked = await patient.ask("I want to stop")
    picked = await answer(patient, asked, "Side effects")
    assert picked.text.startswith("What do you feel?")
    texts = [message.text for message in await said_since(world, patient, sign)]
    assert texts[0].startswith(level), texts
    guard = texts[1:]
    assert [text.split("\n")[0][: len(after or "")] for text in guard] == ([after] if after else [])
    if "Info" not in level:
        for text in texts:
            for going_on in ("keep", "Keep", "usual", "as they are", "Next:", "as your doctor"):
                assert going_on not in text
        assert not any("Keep my plan" in m.labels() for m in [await patient.last()])
    else:
        assert SLOWLY in guard[0]
        assert "Keep my plan" in (await patient.last()).labels()


async def test_h5_typed_with_its_reason_and_a_sign_triage_comes_first(
    world: World, patient: Chat
) -> None:
    texts = await said_since(world, patient, "I want to stop, it makes me dizzy and sick")
    assert texts[0].text.startswith("Pharmacist: call yours today.")
    assert NEVER in texts[1].text
    assert column(world.database, WISHES) == ["said side_effects -"]
    assert (await patient.ask("keep my plan")).text.startswith("Your plan stays as it is.")
    assert column(world.database, WISHES) == ["said side_effects kept"]


async def test_h5_every_other_reason_has_its_words_typed_and_tapped(
    world: World, patient: Chat
) -> None:
    asked = await patient.ask("/stop")
    ran_out = await answer(patient, asked, "Ran out")
    assert ran_out.text.startswith("Ask a pharmacist today for an emergency supply.")
    assert "you have none left.\nRunning out means stopping suddenly." in ran_out.text
    assert ["Ordered", "Refilled"] in ran_out.buttons
    back = await answer(patient, ran_out, "Back")
    assert WHY in back.text
    doctor = await patient.ask("my doctor told me to")
    assert doctor.text.startswith("Ask them for a written step-down plan.")
    assert "Did they say to stop all at once? Call them today" in doctor.text
    assert "Take it just as your doctor told you." in doctor.text
    own = await patient.ask("back")
    assert WHY in own.text
    other = await patient.ask("I do not like pills")
    assert other.text.startswith("Noted.")
    taper = await patient.ask("ask for a taper")
    assert taper.text.startswith("Noted at 12:30: you ask for a taper.")
    assert "written plan" in taper.text
    assert column(world.database, WISHES) == ["said other taper"]
    assert b"do not like pills" not in b"".join(
        file.read_bytes() for file in world.folder.glob("bot/*") if file.is_file()
    )


async def test_h5_a_pause_of_more_than_a_day_is_asked_with_the_words_and_the_reasons(
    world: World, patient: Chat
) -> None:
    sure = await patient.ask("pause 3 days")
    for each in (NEVER, HARM, "No dose and no length of use is proven safe to stop suddenly."):
        assert each in sure.text
    assert "usual times" not in sure.text
    assert sure.buttons == [["Pause reminders"], ["Side effects", "Want to stop"], ["Back"]]
    wished = await press(patient, "Want to stop", WHY)
    kept = await answer(patient, wished, "Other reason")
    await answer(patient, kept, "Keep my plan")
    again = await patient.wait_for("Pause reminders until Thu 26 Nov 12:30?")  # it goes on
    paused = await answer(patient, again, "Pause reminders")
    assert paused.text.startswith("Pausing reminders is not stopping baclofen.")
    assert NEVER in paused.text
    assert column(world.database, WISHES) == ["pause other kept", "pause - went_on"]


@pytest.mark.parametrize(
    ("plan", "why", "way"),
    [
        ("5 mg at 8:00, 14:00 and 22:00", "less than the 30 mg a day you take now.", "lower"),
        ("15 mg at 10:00 and 22:00", "This is 2 doses a day. Before, it was 3.", "fewer"),
    ],
)
async def test_h5_a_lower_plan_or_fewer_doses_is_confirmed_under_the_words(
    world: World, patient: Chat, plan: str, why: str, way: str
) -> None:
    echo = await change_plan(patient, plan)
    if "These are right" in echo.labels():
        echo = await patient.ask("these are right")
    for each in (why, NEVER, HARM, SLOWLY, "Feel unwell? Tap Side effects first."):
        assert each in echo.text
    assert echo.buttons == [
        ["Change nothing"],
        ["Doctor set it", "Side effects"],
        ["Ask for taper", "Change"],
        ["Correct"],
    ]
    picked = await press(patient, "Side effects", "What do you feel?")
    assert picked.id > echo.id
    set_by = await press(patient, "Doctor set it", "Your plan is changed.")
    assert set_by.text.startswith("Done.")
    assert column(world.database, WISHES) == [f"{way} prescriber went_on"]


async def test_h5_reminders_only_and_unpin_say_that_they_are_not_stopping(
    world: World, patient: Chat
) -> None:
    only = await patient.ask("reminders only")
    assert only.text.startswith("Reminders only is not stopping baclofen.")
    assert NEVER in only.text
    assert HARM in only.text
    unpinned = await patient.ask("unpin")
    assert "Unpinning is not stopping baclofen." in unpinned.text
    assert NEVER in unpinned.text
    await patient.ask("ask me again")
    asked = await patient.ask("stop reminders")
    assert asked.text.startswith("Pausing reminders is not stopping baclofen.")
    assert NEVER in asked.text
    assert column(world.database, WISHES) == ["reminders_only - went_on"]


class TestAtThreeInTheMorning:
    """In a set-up, where nothing is asked twice and nothing is lost."""

    @pytest.fixture
    def start(self) -> datetime:
        """03:00 in Berlin."""
        return datetime(2026, 11, 23, 2, 0, tzinfo=UTC)

    async def test_h5_the_guard_comes_first_and_the_set_up_goes_on(
        self, world: World, ada: Chat
    ) -> None:
        await to_place(ada)
        for _ in range(2):  # twice in a row
            asked = await ada.ask("i cant sleep i dont want to take this anymore")
            assert NEVER in asked.text
        [kept, question] = await said_since(world, ada, "never mind")
        assert kept.text.startswith("Noted: you do not stop.")
        assert "Feel unwell? Call your doctor" in kept.text
        assert "Where are you?" in question.text
        [asked] = await said_since(world, ada, "/stop")
        assert WHY in asked.text
        [place] = await said_since(world, ada, "Berlin")  # the set-up's answer, not a reason
        assert "How do you take it?" in place.text
        wishes = ["said side_effects kept", "said - -"]  # said twice, it was one wish
        assert column(world.database, WISHES) == wishes

    async def test_h5_before_anybody_agreed_the_words_are_said_and_nothing_is_kept(
        self, world: World, ada: Chat
    ) -> None:
        await ada.ask("/start")
        said = await ada.ask("I want to stop baclofen")
        for each in (NEVER, HARM, SLOWLY):
            assert each in said.text
        assert column(world.database, WISHES) == []
        assert "Do you agree that I keep these?" in (await ada.ask("10 mg at 8:00")).text
