"""A slip of the words never ends a question: what its screen prints is understood after it."""

from __future__ import annotations

import pytest

from bot.domain.setup import Question
from tests.playground.client import Chat, Message, Playground
from tests.stories.answering import answer, log_of, minutes, reminded
from tests.stories.asked_of_care import ASKED_OF_CARE, NONSENSE, SHOWN, Asked
from tests.stories.conftest import World
from tests.stories.forms import (
    CLOCK,
    ECHO,
    EXTRA,
    GATE,
    LAST,
    PLACE,
    PLAN,
    READY,
    TABLETS,
    TIMES,
    WHEN,
    WHY,
    Steps,
)
from tests.stories.forms_of_changes import DAY, DOSE, ONE_MORE, TRUTH, TRUTH_WHEN, WHICH
from tests.stories.together import begun, grouped, walk

_PLAN = "10 mg at 8:00, 14:00 and 22:00, tablets of 10 mg"
_TIME = "I could not read that time."

ASKED = (
    Asked(Question.CONSENT, ("/start",), "I agree", "Are you 18 or older"),
    Asked(Question.GATE, GATE, "Yes, both", "kidney disease"),
    Asked(Question.KIDNEY, (*GATE, "yes"), "Rather not say", "Where are you?"),
    Asked(Question.PLACE, PLACE, "Berlin", "How do you take it?"),
    Asked(Question.WHICH_PLACE, (*PLACE, "USA"), "Denver (MST)", "How do you take it?"),
    Asked(Question.CLOCK, CLOCK, "Yes", "Is this right?"),
    Asked(Question.COUNTRY, (*PLAN, "[Other country]"), "Canada", "How do you take it?"),
    Asked(Question.PLAN, PLAN, _PLAN, "When did you last take"),
    Asked(Question.TIMES, TIMES, "8:00 later", "Now: 08:15"),
    Asked(Question.EACH, (*TIMES, "[Done]"), "12.5 mg", "Which tablets do you have?"),
    Asked(Question.STRENGTHS, TABLETS, "5 and 10 mg", "When did you last take"),
    Asked(
        Question.AGAIN,
        (*PLAN, "50 mg at 8:00 and 20:00, tablets of 10 mg"),
        "12.5 mg, 2 and a half tablets",
        "in one day",
        typed="50 mg, 5 tablets",
    ),
    Asked(Question.LAST_DOSE, LAST, "8:10", "Is this right?"),
    Asked(
        Question.ODD_TIMES,
        (*PLAN, "10 mg at 22:00, tablets of 10 mg", "[Not sure]"),
        "These are right",
        "Is this right?",
    ),
    Asked(Question.ECHO, ECHO, "Correct", "Your first reminder"),
    Asked(
        Question.TOOK_WHEN,
        WHEN,
        "13:50",
        "Taken at 13:50",
        slips=(NONSENSE, "taken at 2", "today", "15 min"),
    ),
    Asked(Question.SKIP_REASON, WHY, "Side effects", "Skipped: 14:00 dose", slips=("2 of 3",)),
    Asked(
        Question.TAPER_REASON,
        (*READY, "/taper"),
        "Side effects",
        "you ask for a taper",
        slips=("why?", "not sure"),
    ),
    Asked(
        Question.WHICH_DOSE, (*READY, "taken"), "14:00 dose", "Taken at 12:30", (NONSENSE, "later")
    ),
    Asked(Question.EXTRA_DOSE, EXTRA, "Yes, extra", "Recorded: an extra"),
    Asked(Question.LOG_PAGE, (*READY, "~20160", "/log"), "Older", "7 days up to"),
    Asked(
        Question.CORRECTING,
        DAY,
        "correct 12 Nov 14:00",
        "I know no closed dose at 14:00",
        slips=(NONSENSE, "later", "not sure"),
    ),
    Asked(Question.CORRECTING, DOSE, "14:00 dose", "What is true of the 14:00 dose"),
    Asked(
        Question.CORRECTING,
        TRUTH,
        "13:50",
        "now taken at 13:50",
        slips=(NONSENSE, "taken at 2", "later", "missed", "today", "15 min"),
    ),
    Asked(
        Question.CORRECTING,
        TRUTH_WHEN,
        "13:50",
        "now taken at 13:50",
        slips=(NONSENSE, "taken at 2", "taken late", "not sure", "later", "today", "15 min"),
    ),
    Asked(Question.CORRECTING, WHICH, "today 14:00", "Is this an extra dose?", (NONSENSE, "skip")),
    Asked(Question.CORRECTING, ONE_MORE, "Yes, extra", "now taken at 22:05"),
    Asked(
        Question.PAUSE_END,
        (*READY, "/pause"),
        "3 days",
        "Pause reminders until",
        slips=(NONSENSE, "later", "not sure", "pause for a bit", "forever"),
    ),
    Asked(
        Question.PAUSE_SURE,
        (*READY, "pause until 20:00"),
        "Pause reminders",
        "Reminders are paused until 20:00",
        slips=(NONSENSE, "later", "not sure"),
    ),
    Asked(
        Question.HOSPITAL,
        (*READY, "/hospital"),
        "Yes",
        "I send no reminders now",
        slips=(NONSENSE, "not sure"),
    ),
    Asked(Question.CITY, (*READY, "/timezone"), "Change zone", "Is it 20:30", typed="Tokyo"),
    *ASKED_OF_CARE,
)


def test_every_kind_of_question_is_in_the_table() -> None:
    assert {each.question for each in ASKED} == set(Question)


GROUPS = grouped(ASKED, lambda each: each.steps, lambda _each: False)


async def _said(world: World, chat: Chat, text: str) -> Message:
    async with world.handled():
        await chat.say(text)
    return await chat.last()


def _shown(message: Message) -> str:
    return "\n".join([message.text, *message.labels()])


@pytest.mark.parametrize("asked", [asked for _, asked in GROUPS], ids=[name for name, _ in GROUPS])
async def test_after_a_slip_what_the_question_prints_is_understood(
    world: World, asked: tuple[Asked, ...]
) -> None:
    chats = await begun(world, [each.steps for each in asked], pinned=False)
    for each, chat in zip(asked, chats, strict=True):
        for slip in each.slips:
            again = await _said(world, chat, slip)
            assert again.from_bot, (each, slip)
            if each.question not in SHOWN:
                assert each.printed in _shown(again), (each, slip)
            assert again.text.startswith(("I ", "Morning or evening?", "Write mg")), (each, slip)
        done = await _said(world, chat, each.typed or each.printed)
        assert each.then in done.text, each


@pytest.mark.parametrize("steps", [("/pause",), ("correct 14:00", "[Took it at...]")], ids=str)
async def test_what_is_clearly_something_else_works_inside_a_question(
    world: World, patient: Chat, steps: Steps
) -> None:
    await world.playground.step(minutes(220))  # 16:10: 14:00 is not logged
    for said, answered in (
        ("/today", "Mon 23 Nov"),
        ("taken", "Which dose did you take?"),
        ("I want to stop", "Never stop baclofen all at once."),
        ("log", "Last 7 days"),
        ("/taper", "Why do you want a taper?"),
    ):
        await walk(world, [patient], [steps])
        assert answered in (await _said(world, patient, said)).text


async def test_not_sure_in_a_correction_says_nothing_of_the_open_dose(
    world: World, patient: Chat, playground: Playground
) -> None:
    await walk(world, [patient], [("+580",)])  # 22:10: 22:00 is open, 14:00 not logged
    await walk(world, [patient], [("correct 14:00", "[Took it at...]")])
    again = await _said(world, patient, "not sure")
    assert again.text.startswith(_TIME)
    assert "22:00 10 mg (1 tablet) now" in await log_of(patient)


async def test_a_correction_is_opened_by_words_anywhere(world: World, patient: Chat) -> None:
    await world.playground.step(minutes(24 * 60))  # Tuesday, 12:30
    for inside in ((), ("/pause",), ("/timezone",), ("change plan",)):
        for said, asked in (
            ("correct yesterday 22:00", "22:00 dose yesterday"),
            ("correct mon 22:00", "22:00 dose yesterday"),
            ("correct 22:00 on monday", "22:00 dose yesterday"),
            ("correct 22:00", "22:00 dose yesterday"),
            ("Correct tuesday 08:00", "08:00 dose"),
            ("/correct mon 22:00", "22:00 dose yesterday"),
        ):
            await walk(world, [patient], [("/today", *inside)])  # no question waits but this one
            opened = await _said(world, patient, said)
            assert opened.text.startswith(f"What is true of the {asked}, 10 mg"), (inside, said)


@pytest.mark.parametrize(
    "steps",
    [
        ("/timezone Tokyo",),
        ("/timezone", "Tokyo"),
        ("change zone to Tokyo",),
        ("change zone", "Tokyo"),
        ("Set time zone to: Tokyo, Japan",),
    ],
    ids=str,
)
async def test_a_city_is_read_right_away(world: World, patient: Chat, steps: Steps) -> None:
    await walk(world, [patient], [steps])
    assert (await patient.last()).text.startswith("Is it 20:30 where you are?")
    assert "Is this right?" in (await _said(world, patient, "yes")).text


async def test_a_city_nobody_knows_is_asked_for(world: World, patient: Chat) -> None:
    asked = await _said(world, patient, "/timezone Xyzzyville")
    assert asked.text.startswith('I do not know "Xyzzyville".')
    assert "Where are you?" in asked.text
    assert "Tokyo, Japan" in (await _said(world, patient, "Tokyo")).text


@pytest.mark.parametrize("said", ["the first", "First one", "the last one", "the second dose"])
async def test_which_dose_is_asked_again_where_only_its_place_is_said(
    world: World, patient: Chat, said: str
) -> None:
    await walk(world, [patient], [("+1500", "taken")])  # 13:30, and 14:00 is still to come
    asked = await patient.last()
    assert asked.labels()[:3] == ["22:00 dose yesterday", "08:00 dose", "14:00 dose"]
    again = await _said(world, patient, said)
    assert again.text.startswith(f'I did not understand "{said}".')
    assert again.labels() == asked.labels()


@pytest.mark.parametrize("said", ["14:00", "the 14:00 one", "14:00 dose"])
async def test_which_dose_is_named_by_its_time_or_label(
    world: World, patient: Chat, said: str
) -> None:
    await walk(world, [patient], [("+580", "taken 18:05")])
    asked = await patient.last()
    assert "Which dose did you take at 18:05?" in asked.text
    assert asked.buttons[0] == ["14:00 dose"]
    assert "10 mg (1 tablet of 10 mg), planned 14:00" in (await _said(world, patient, said)).text


async def test_two_doses_that_the_words_may_mean_are_asked_about(
    world: World, patient: Chat
) -> None:
    await walk(world, [patient], [("taken",)])
    assert (await patient.last()).text.startswith("Which dose did you take?")
    taken = await _said(world, patient, "12:10")  # the time of none: then when it was taken
    assert taken.text.startswith("Which dose did you take at 12:10?")
    again = await _said(world, patient, "15:00")
    assert again.text.startswith('I did not understand "15:00".')
    assert (await _said(world, patient, "14:00")).text.startswith("Taken at 12:10")


async def _to_echo(world: World, chat: Chat) -> None:
    await walk(world, [chat], [("+220", "change plan", "10 mg at 8:00, 14:00 and 23:00", "done")])
    assert "Is this right?" in (await chat.last()).text


async def test_correct_at_the_echo_is_its_button(world: World, patient: Chat) -> None:
    await _to_echo(world, patient)
    assert (await _said(world, patient, "correct")).text.startswith("Done.")


@pytest.mark.parametrize(
    ("said", "opened"),
    [
        ("correct 14:00", "What is true of the 14:00 dose"),
        ("correct the log", "Which day is wrong in the log?"),
    ],
)
async def test_a_correction_said_at_the_echo_never_confirms_it(
    world: World, patient: Chat, said: str, opened: str
) -> None:
    await _to_echo(world, patient)
    assert (await _said(world, patient, said)).text.startswith(opened)
    for words in ("correct", "yes"):
        async with world.handled():
            await patient.say("correct 14:00")
        await _said(world, patient, words)
        assert "version 1" in (await _said(world, patient, "/plan")).text


async def test_correct_after_a_correction_shows_the_echo_again_first(
    world: World, patient: Chat
) -> None:
    await _to_echo(world, patient)
    await walk(world, [patient], [("+1", "correct 14:00", "13:50")])
    again = await _said(world, patient, "correct")
    assert "Is this right?" in again.text
    assert "version 1" in (await _said(world, patient, "/plan")).text
    await walk(world, [patient], [("help",)])
    assert (await _said(world, patient, "correct")).text.startswith("Done.")


async def test_a_dose_that_is_open_is_named_before_a_pause(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    asked = await patient.ask("pause 4 hours")
    assert asked.text.splitlines()[-3:] == [
        "Your 14:00 dose, 10 mg (1 tablet of 10 mg), is open. I still ask about it until 16:00.",
        "No other dose is due in it.",
        "Pause reminders until 18:00?",
    ]
    await answer(patient, asked, "Pause reminders")
    await playground.step(minutes(30))
    assert "not logged" in (await patient.last()).text  # it is still asked about


async def test_a_second_slip_running_says_the_whole_question_again(world: World, ada: Chat) -> None:
    await walk(world, [ada], [PLAN])
    whole = (await ada.last()).text
    first = await _said(world, ada, NONSENSE)
    assert first.text.splitlines() == [
        'I did not understand "banana".',
        "Type amounts, times and tablets, like:",
        _PLAN,
        "The amounts above only show the form. Type yours, from the label or your doctor.",
    ]
    assert "Pick times" in first.labels()
    assert (await _said(world, ada, NONSENSE)).text.endswith(whole)
    assert len((await _said(world, ada, NONSENSE)).text.splitlines()) == 4
    await walk(world, [ada], [(_PLAN, NONSENSE)])
    brief = await ada.last()
    assert brief.text.splitlines()[1:] == [
        'Tap, or type the time, like "8:10" or "yesterday 22:00".'
    ]
    await ada.tap("Not sure", message=brief)  # a button of the short line counts
    assert "Is this right?" in (await ada.wait_for("Is this right?")).text
