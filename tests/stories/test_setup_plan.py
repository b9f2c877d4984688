"""The plan in the set-up: typed in every form, asked again for every doubt, picked from presets."""

from tests.playground.client import Chat, Message
from tests.stories.conftest import World
from tests.stories.walking import press, to_plan

THREE = "I read: 08:00 10 mg, 14:00 10 mg and 22:00 10 mg."
FORMS = {
    "10 mg at 8:00, 14:00 and 22:00": THREE,
    "10mg 8:00 14:00 22:00": THREE,
    "8:00 10, 14:00 10, 22:00 20": "I read: 08:00 10 mg, 14:00 10 mg and 22:00 20 mg.",
    "10 mg at 8am, 2 pm and 10pm": THREE,
    "10 mg at 8.00, 14.00 and 22.00": THREE,
    "10 mg at 8h00, 14h00, 22h00": THREE,
    "5 mg at noon and 12.5 mg at 20h30": "I read: 12:00 5 mg and 20:30 12.5 mg.",
    "8.30 10 mg\n20.30 7,5 mg": "I read: 08:30 10 mg and 20:30 7.5 mg.",
}
DOUBTS = {
    "...": "I saw no amounts and times in it.",
    "10 mg": "I saw no time of day in it.",
    "at 8:00 and 20:00": "I saw no amount.",
    "10 mg at 8": '"8": morning or evening?',
    "10 mg at 8:00 with my yoghurt": "I did not understand",
    "10 mg at 8:00, 8:00 and 22:00": "is there twice.",
    f"1 mg at {', '.join(f'{hour}:00' for hour in range(11, 24))}": "more than 12 times a day.",
    "10 mg at 8:00, 8:30 and 22:00": "Two of these times are less than 1 hour apart.",
    "10 mg at 25:00": '"25:00" is no time of day.',
    "0 mg at 8:00": '"0 mg" is no amount I can use.',
    "8:00 10": "an amount or a time?",
    "10-20 mg at 8:00": "is a range.",
    "2 tablets at 8:00": "Write mg, not tablets.",
    "10 mg at 8:00, 20 mg": "The number of times and of amounts do not fit together.",
    "10 mcg at 8:00": "I only work with mg.",
    "10 mg at 8:00 every other day": "I can only remind you every day at the same times.",
    "30 mg a day at 8:00, 14:00 and 22:00": "for each time, or the whole day?",
    "10 mg at 8:00 " * 40: "That is too long for me.",
}


async def test_a_plan_is_read_in_all_the_forms_people_write_it(ada: Chat) -> None:
    await to_plan(ada)
    for typed, understood in FORMS.items():
        tablets = await ada.ask(typed)
        assert understood in tablets.text, typed
        assert "How do you take it?" in (await ada.ask("change")).text


async def test_every_doubt_is_asked_about_and_loses_nothing(ada: Chat) -> None:
    await to_plan(ada)
    for typed, why in DOUBTS.items():
        asked = await ada.ask(typed)
        assert why in asked.text, typed
        assert "Type amounts, times and tablets, like:" in asked.text  # it waits, with its button
        assert asked.labels()[0] == "Pick times"
    assert THREE in (await ada.ask("10 mg at 8:00, 14:00 and 22:00")).text
    tablets = await ada.ask("two tablets")
    assert "Write mg, not tablets." in tablets.text
    assert 'like "5 and 10 mg"' in tablets.text
    last = await ada.ask("10")
    assert last.text.startswith("Tablets: 10 mg.")  # never taken unseen
    assert "When did you last take baclofen?" in last.text
    for typed, why in {
        "8": "morning or evening?",
        "yesterday": "I saw no time of day in it.",
        "25:61": "is no time of day.",
        "13:45": "That time has not come yet.",
        "a while": "I did not understand",
    }.items():
        asked = await ada.ask(typed)
        assert why.lower() in asked.text.lower(), typed
        assert 'like "8:10" or "yesterday 22:00"' in asked.text
    assert "First reminder: today 14:00." in (await ada.ask("8:00")).text


async def test_times_are_picked_moved_by_a_quarter_hour_and_amounts_typed(ada: Chat) -> None:
    await to_plan(ada)
    counts = await press(ada, "Pick times", "How many doses a day?")
    assert counts.labels() == ["1 a day", "2 a day", "3 a day", "4 a day", "Change"]
    await press(ada, "3 a day", "Now: 08:00, 14:00 and 22:00.")
    await press(ada, "08:00 earlier", "Now: 07:45, 14:00 and 22:00.")
    await press(ada, "14:00 later", "Now: 07:45, 14:15 and 22:00.")
    await press(ada, "22:00 later", "Now: 07:45, 14:15 and 22:15.")
    each = await press(ada, "Done", "How many mg at 07:45, 14:15 and 22:15?")
    assert not any(char.isdigit() for label in each.labels() for char in label)
    for typed, why in {
        "10": "Write mg after the amount.",
        "10 mg, 20 mg": "I need one amount, or 3: one for each time.",
        "the usual": "I saw no amount.",
        "10 mg yoghurt": "I did not understand",
        "1 tablet": "Write mg, not tablets.",
    }.items():
        asked = await ada.ask(typed)
        assert why in asked.text, typed
        assert 'Type the amount for each time, like "12.5 mg".' in asked.text
    await press(ada, "Change", "Now: 07:45, 14:15 and 22:15.")
    await press(ada, "Done", "How many mg at 07:45, 14:15 and 22:15?")
    read = await ada.ask("10 mg, 12,5 mg and 20 mg")
    assert "I read: 07:45 10 mg, 14:15 12.5 mg and 22:15 20 mg." in read.text
    await press(ada, "Change", "How do you take it?")
    await ada.ask("pick times")
    await ada.ask("twice a day")
    await ada.ask("done")
    assert "I read: 08:00 5 mg and 20:00 5 mg." in (await ada.ask("5 mg")).text


async def test_two_picked_times_never_come_within_an_hour(world: World, ada: Chat) -> None:
    await to_plan(ada)
    await ada.ask("pick")
    assert "Now: 21:00 and 22:00." in (await ada.ask("21:00 and 22:00")).text
    shown = await ada.last()
    async with world.handled():
        await ada.tap("21:00 later")
    assert "Now: 21:00 and 22:00." in (await ada.wait_for("Now:", message=shown)).text
    for said in ("21:00 and 21:30", "21:00 and 21:00"):
        refused = await ada.ask(said)
        assert refused.text.startswith("Two of these times are less than 1 hour apart."), said
    assert "Now: 21:00 and 22:00." in refused.text


async def test_strengths_are_toggled_or_typed(ada: Chat) -> None:
    await to_plan(ada)
    asked = await ada.ask("15 mg at 8:00, 14:00 and 22:00")
    assert asked.labels() == ["5 mg", "10 mg", "20 mg", "25 mg", "Change"]  # no Done without one
    await press(ada, "10 mg", "Chosen: 10 mg.")
    await press(ada, "5 mg", "Chosen: 5 mg and 10 mg.")
    toggled = await press(ada, "Chosen: 5 mg", "Chosen: 10 mg.")
    assert toggled.id == asked.id
    last = await press(ada, "Done", "When did you last take")
    assert last.id == asked.id
    echo = await ada.ask("not sure")
    assert "08:00 in the morning: 15 mg (1 and a half tablets of 10 mg)" in echo.text

    await press(ada, "Change", "How do you take it?")
    asked = await ada.ask("15 mg at 8:00, 14:00 and 22:00")
    assert "Chosen: 10 mg." in asked.text  # kept, to be put right
    await ada.ask("5 mg and 10 mg")
    echo = await ada.ask("not sure")
    assert "08:00 in the morning: 15 mg (1 tablet of 10 mg and 1 tablet of 5 mg)" in echo.text
    await ada.ask("15 mg at 8:00 and 20:00")  # at the echo: another plan takes its place
    echo = await ada.last()
    assert "In all 30 mg a day. Between doses: 12 hours and 12 hours." in echo.text


async def _again(chat: Chat, plan: str, strengths: str) -> Message:
    await chat.ask(plan)
    return await chat.ask(strengths)


async def test_h6_a_large_dose_counts_only_when_typed_again_in_mg_and_tablets(ada: Chat) -> None:
    await to_plan(ada)
    asked = await _again(ada, "100 mg at 8:00, 10 mg at 14:00, 10 mg at 22:00", "10 mg")
    assert "100 mg in one dose is a lot." in asked.text
    assert asked.labels() == ["Change"]
    for typed, why in {
        "yes": "I saw no amount",
        "100 mg": "Write the tablets, too",
        "10 tablets": "I saw no amount",
        "10 mg, 1 tablet": "That does not match tablets of",
        "100 mg, 1 tablet": "That does not match tablets of",
        "100 mg, 5 tablets": "That does not match tablets of",
        "100 mg, 10 tablets of 20 mg": "do not fit together",
    }.items():
        wrong = await ada.ask(typed)
        assert why in wrong.text, typed
        assert "100 mg in one dose is a lot." in wrong.text
    mended = await ada.ask("10 mg at 8:00, 14:00 and 22:00")  # the plan put right, at once
    assert "When did you last take" in mended.text

    await ada.ask("not sure")
    large = await ada.ask("50 mg at 8:00, 5 mg at 14:00 and 22:00")
    assert "50 mg in one dose is a lot." in large.text
    assert "I understood:" in (await ada.ask("50 mg, 5 tablets")).text


async def test_a_day_above_the_countrys_limit_is_typed_again(ada: Chat) -> None:
    await to_plan(ada, "London")
    last = await _again(ada, "25 mg at 6:00, 12:00, 18:00 and 23:00", "25 mg")
    assert "When did you last take" in last.text  # 100 a day is the usual top in the UK
    await ada.ask("not sure")
    asked = await ada.ask("27.5 mg at 6:00, 12:00, 18:00 and 23:00")
    assert "110 mg in one day is above the usual top dose." in asked.text
    await press(ada, "Change", "How do you take it?")
    asked = await _again(ada, "35 mg at 8:00, 14:00 and 22:00", "5 and 10 mg")
    assert "105 mg in one day" in asked.text
    assert "does not match" in (await ada.ask("35 mg, 4 tablets")).text
    assert "When did you last" in (await ada.ask("105 mg, 12 tablets")).text


async def test_a_high_start_is_typed_again(ada: Chat) -> None:
    await to_plan(ada)
    await _again(ada, "5 mg at 8:00, 14:00 and 22:00", "10 mg")
    assert "I understood:" in (await ada.ask("not started yet")).text
    asked = await ada.ask("5 mg at 6:00, 11:00, 16:00 and 22:00")
    assert "20 mg a day is a high start." in asked.text
    assert "Are you sure" not in asked.text
    assert "I understood:" in (await ada.ask("20 mg, 2 tablets")).text


async def test_odd_gaps_are_asked_about_and_another_plan_is_asked_anew(ada: Chat) -> None:
    await to_plan(ada)
    await _again(ada, "10 mg at 8:00, 11:00 and 22:00", "10 mg")
    odd = await ada.ask("not sure")
    assert "Two of your doses are 3 hours apart." in odd.text
    assert "Ask your pharmacist which times to use." in odd.text
    long = await ada.ask("10 mg at 8:00 and 19:00")
    assert "There are 13 hours between two of your doses." in long.text
    await ada.tap("These are right", message=odd)  # said of other times
    await ada.wait_for("There are 13 hours", message=odd)
    echo = await press(ada, "These are right", "I understood:")
    assert "Between doses: 11 hours and 13 hours." in echo.text

    assert "3 hours apart" in (await ada.ask("10 mg at 8:00, 11:00 and 22:00")).text
    assert "I understood:" in (await ada.ask("these are right")).text
    once = await ada.ask("10 mg at 22:00")
    assert "24 hours" in once.text
    even = await ada.ask("10 mg at 8:00 and 20:00")  # typed at the question about the gaps
    assert "Between doses: 12 hours and 12 hours." in even.text
    exact = await ada.ask("10 mg at 8:00, 12:00, 16:00 and 20:00")
    assert "I understood:" in exact.text  # 4 and 12 hours are not odd


async def test_the_first_reminder_keeps_clear_of_the_last_dose(ada: Chat) -> None:
    await to_plan(ada)
    last = await _again(ada, "10 mg at 8:00, 14:00 and 22:00", "10 mg")
    never = ["Not sure", "Not started yet", "Other tablets"]
    assert last.labels() == ["today 08:00", "yesterday 22:00", *never]
    for typed, first in {
        "8:10": "today 14:00",
        "12:00": "today 22:00",  # 14:00 would come two hours after it
        "10:00": "today 14:00",  # four hours to the minute
        "20 min ago": "today 22:00",
        "yesterday 22:00": "today 14:00",
        "i took it at 11:45": "today 22:00",
        "just now": "today 22:00",
        "not sure": "today 14:00",
    }.items():
        echo = await ada.ask(typed)
        assert f"First reminder: {first}." in echo.text, typed
        await ada.ask("change")
        await _again(ada, "10 mg at 8:00, 14:00 and 22:00", "10 mg")


async def test_words_about_a_dose_find_no_dose_before_there_is_a_plan(ada: Chat) -> None:
    await to_plan(ada)
    for said in ("taken", "skip", "undo", "snooze 20"):
        asked = await ada.ask(said)
        assert "Type amounts, times and tablets, like:" in asked.text, said
    kept = await ada.ask("keep")
    assert "Type amounts, times and tablets, like:" in kept.text
