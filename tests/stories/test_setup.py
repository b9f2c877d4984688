"""The set-up from /start to the first plan: consent, the gate, resuming, confirming once."""

from datetime import timedelta

import pytest

from tests.playground.client import Chat, Playground
from tests.stories.conftest import World, set_up
from tests.stories.walking import (
    kept,
    press,
    to_echo,
    to_gate,
    to_last,
    to_place,
    to_plan,
)


async def test_nothing_is_asked_or_kept_before_consent(ada: Chat) -> None:
    welcome = await ada.ask("/start")
    assert "does not give medical advice" in welcome.text
    assert "no one is watching it" in welcome.text
    assert "Do you agree that I keep these?" in welcome.text
    assert welcome.buttons == [["I agree"], ["Not now"]]

    again = await ada.ask("10 mg at 8:00, 14:00 and 22:00")
    assert "Do you agree that I keep these?" in again.text
    await ada.forge(again.id, "1:q::gate.yes")
    assert "Do you agree" in (await ada.ask("Berlin")).text
    await ada.tap("Not now")
    refused = await ada.wait_for("I can only remind you if I may keep your plan.")
    assert refused.buttons == []

    gate = await ada.ask("I agree")
    assert "Are you 18 or older, and do you take baclofen tablets by mouth?" in gate.text


async def test_a_pump_a_child_and_a_no_each_stop_the_set_up_until_start(ada: Chat) -> None:
    await to_gate(ada)
    pump = await press(ada, "Baclofen pump", "not for a pump")
    assert "A pump problem is an emergency." in pump.text
    assert "In an emergency call your local number." in pump.text
    assert pump.buttons == []
    stopped = await ada.ask("yes")
    assert "You have no plan yet. Type /start." in stopped.text

    assert "18 or older" in (await ada.ask("/start")).text
    child = await press(ada, "For a child", "only the child's own doctor sets the dose")
    assert "This bot is for adults." in child.text

    assert "18 or older" in (await ada.ask("/start")).text
    no = await ada.ask("no")
    assert "I am made for adults who take baclofen tablets." in no.text
    assert "type /start" in no.text
    await ada.tap("Yes, both")  # still under the question that was typed at
    await ada.wait_for("You have no plan yet.", after=no)

    assert "18 or older" in (await ada.ask("/start")).text
    assert "kidney disease" in (await ada.ask("yes both")).text


async def test_every_button_of_the_set_up_can_be_typed(ada: Chat) -> None:
    for said, wanted in {
        "/start": "Do you agree",
        "I agree": "18 or older",
        "yes, both": "kidney disease",
        "rather not say": "Where are you?",
        "share my location": "Tap the button below",
        "Berlin": "Thank you.",
        "other country": "Which country are you in?",
        "Austria": "I use emergency numbers for Austria.",
        "other city": "Where are you?",
        "Vienna, Austria": "Is it 12:30 where you are, in Vienna, Austria?",
        "pick times": "How many doses a day?",
        "3 a day": "Now: 08:00, 14:00 and 22:00.",
        "8:00 later": "Now: 08:15, 14:00 and 22:00.",
        "done": "How many mg at 08:15, 14:00 and 22:00?",
        "10 mg": "Which tablets do you have?",
        "10 mg tablets": "Tablets: 10 mg.",
        "other tablets": "Chosen: 10 mg.",
        "that is all": "When did you last take baclofen?",
        "not started yet": "30 mg a day is a high start.",
        "change": "How do you take it?",
        "5 mg at 8:00, 14:00 and 22:00": "Which tablets do you have?",
        "5 and 10": "Tablets: 5 mg and 10 mg.",
        "not sure": "I understood:",
    }.items():
        heard = await ada.ask(said)
        assert wanted in heard.text, said
        if said == "Berlin":
            await ada.wait_for("Is it 12:30 where you are, in Berlin, Germany?")
    started = await ada.ask("correct")
    assert "Your first reminder comes today 14:00." in started.text


async def test_sharing_the_location_the_set_up_takes_no_more_messages(ada: Chat) -> None:
    await to_place(ada)
    await press(ada, "Share my location", "Tap the button below")
    await ada.share(52.52, 13.405)
    await ada.wait_for("Is it 12:30 where you are, in Berlin, Germany?")
    await ada.ask("10 mg at 8:00, 14:00 and 22:00")
    await press(ada, "10 mg", "Chosen: 10 mg.")
    await press(ada, "Done", "When did you last take")
    await press(ada, "today 08:00", "I understood:")
    await press(ada, "Correct", "Your first reminder comes today 14:00.")
    assert len([message for message in await ada.messages() if message.from_bot]) == 7


async def test_a_set_up_that_was_broken_off_goes_on_where_it_was(
    ada: Chat, playground: Playground
) -> None:
    await to_plan(ada)
    assert "How do you take it?" in (await ada.ask("/start")).text
    await playground.sleep(timedelta(hours=3))  # the bot ends and starts anew
    assert "Which tablets do you have?" in (await ada.ask("10 mg at 8:00 and 20:00")).text
    await playground.sleep(timedelta(minutes=1))
    tablets = await ada.ask("/start")
    assert "I read: 08:00 10 mg and 20:00 10 mg." in tablets.text
    assert "When did you last take" in (await ada.ask("10 mg")).text

    stopped = await ada.ask("/cancel")
    assert "Stopped. Nothing was changed." in stopped.text
    assert "I am not asking anything now." in (await ada.ask("/cancel")).text
    assert "18 or older" in (await ada.ask("/start")).text


async def test_confirming_twice_changes_nothing_and_start_then_shows_today(ada: Chat) -> None:
    echo = await to_echo(ada)
    await ada.tap("Correct")
    started = await ada.wait_for("Your first reminder comes today 14:00.", message=echo)
    assert "08:00 in the morning: 10 mg (1 tablet of 10 mg)" in started.text
    data = echo.json["buttons"][0][0]["callback_data"]
    await ada.forge(echo.id, data)
    await ada.wait_for("That button is old.")
    assert "version 1" in (await ada.ask("/plan")).text

    today = await ada.ask("/start")
    assert "Mon 23 Nov, Berlin" in today.text
    unknown = await ada.ask("/start no-such-payload")
    assert "I do not know that link." in unknown.text
    await ada.wait_for("Mon 23 Nov, Berlin", after=unknown)
    await ada.forge(echo.id, "1:q::consent.yes")  # long agreed: nothing begins anew
    await ada.wait_for("That button is old.", after=unknown)
    assert "I am not asking anything now." in (await ada.ask("/cancel")).text


async def test_an_unknown_link_does_not_keep_anybody_from_the_set_up(ada: Chat) -> None:
    unknown = await ada.ask("/start ref_42")
    assert "I do not know that link." in unknown.text
    await ada.wait_for("Do you agree", after=unknown)


async def test_an_older_echo_confirms_nothing(ada: Chat) -> None:
    old = await to_echo(ada)
    new = await ada.ask("20 mg at 8:00, 14:00 and 22:00")
    assert "08:00 in the morning: 20 mg (2 tablets of 10 mg)" in new.text
    await ada.tap("Correct", message=old)
    asked = await ada.wait_for("Is this right?", after=new)
    assert "08:00 in the morning: 20 mg" in asked.text
    assert "You have no plan yet." in (await ada.ask("/plan")).text
    await ada.tap("Correct", message=asked)
    await ada.wait_for("Your first reminder", message=asked)


async def test_two_people_setting_up_at_once_do_not_mix(ada: Chat, playground: Playground) -> None:
    bo = await playground.person("Bo")
    await to_plan(ada, "Berlin")
    await to_plan(bo, "Tokyo")
    await ada.ask("10 mg at 8:00, 14:00 and 22:00")
    await bo.ask("5 mg at 7:00, 13:00 and 21:00")
    await ada.ask("10 mg")
    await bo.ask("5 mg")
    hers, his = await ada.ask("not sure"), await bo.ask("not sure")
    assert "08:00 in the morning: 10 mg (1 tablet of 10 mg)" in hers.text
    assert "Berlin, Germany" in hers.text
    assert "5 mg" not in hers.text.replace("25 mg", "")
    assert "07:00 in the morning: 5 mg (1 tablet of 5 mg)" in his.text
    assert "Tokyo, Japan" in his.text
    await bo.forge(hers.id, hers.json["buttons"][0][0]["callback_data"])  # her button, by him
    await bo.wait_for("Is this right?", after=his)
    assert "You have no plan yet." in (await bo.ask("/plan")).text
    assert "You have no plan yet." in (await ada.ask("/plan")).text


@pytest.mark.parametrize("name", ["</b><i>Eve", "\u202eevA\u200f", "{ $time } & <b>"])
async def test_any_name_can_be_set_up(playground: Playground, name: str) -> None:
    chat = await playground.person(name)
    await set_up(chat)
    texts = [message.text for message in await chat.messages() if message.from_bot]
    assert not any("Something went wrong" in text for text in texts)


async def test_odd_words_are_shown_as_they_are_and_break_nothing(ada: Chat) -> None:
    await to_place(ada)
    odd = await ada.ask("</b>\u202eNirgendwo & <u>")
    assert 'I do not know "</b>Nirgendwo & <u>".' in odd.text
    await ada.ask("Berlin")
    odd = await ada.ask("10 mg at 8:00 & 14:00 </b>\u200f")
    assert 'I did not understand "' in odd.text
    assert "Type amounts, times and tablets, like:" in odd.text


async def test_what_is_told_is_encrypted_at_rest(ada: Chat, world: World) -> None:
    await to_plan(ada, "Lisbon")
    await to_last(ada, "12.5 mg at 8:45, 14:35 and 21:55", "25 mg")
    await ada.ask("yesterday 21:50")
    found = kept(world.folder)
    for told in (b"Lisbon", b"12.5", b"08:45", b"14:35", b"21:55", b"20:50"):
        assert told not in found, told
    assert b"Ada" not in found
