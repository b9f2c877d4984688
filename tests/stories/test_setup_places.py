"""Where somebody is: typed, picked, shared; confirmed by the clock; the country, the kidneys."""

import re
import struct

from tests.playground.client import Chat, Playground
from tests.stories.conftest import World
from tests.stories.walking import foot, kept, press, to_kidney, to_last, to_place, to_plan


async def test_a_city_a_country_or_an_iana_name_leads_to_its_clock(ada: Chat) -> None:
    await to_place(ada)
    for said, time, label in (
        ("Tokyo", "20:30", "Tokyo, Japan"),
        ("kenya", "14:30", "Nairobi, Kenya"),
        ("America/New_York", "06:30", "New York, United States"),
        ("Kathmandu", "17:15", "Kathmandu, Nepal"),
    ):
        clock = await ada.ask(said)  # a place typed under another's clock replaces it
        assert f"Is it {time} where you are, in {label}? If not, type your city." in clock.text
        assert f"I use emergency numbers for {label.partition(', ')[2]}." in clock.text
        assert "How do you take it?" in clock.text
    assert clock.buttons == [["Pick times"], ["Other city", "Other country"]]


async def test_the_echo_asks_about_the_clock_and_another_place_can_still_be_told(
    ada: Chat,
) -> None:
    await to_plan(ada, "Tokyo")
    await to_last(ada)
    echo = await ada.ask("not sure")
    assert "Your clock: Tokyo, Japan. It is 20:30 there now." in echo.text
    await press(ada, "Change", "Is it 20:30 where you are, in Tokyo, Japan?")
    await press(ada, "Other city", "Where are you?")
    await ada.ask("Berlin")
    await to_last(ada)
    echo = await ada.ask("not sure")
    assert "Your clock: Berlin, Germany. It is 12:30 there now." in echo.text


async def test_yes_and_no_to_the_clock_are_answers_and_the_plan_is_asked_for(ada: Chat) -> None:
    await to_plan(ada, "Tokyo")
    yes = await ada.ask("yes")
    assert yes.text.startswith("Good, that is your clock. Now the plan:")
    no = await ada.ask("No.")
    assert no.text.startswith("Then type your city, or its country.")
    await ada.ask("Berlin")
    asked = await ada.ask("yes")
    assert "Is it 12:30 where you are, in Berlin, Germany?" in asked.text


async def test_what_is_no_place_is_asked_again_and_loses_nothing(ada: Chat) -> None:
    await to_place(ada)
    for said in ("Nirgendwo", "GMT+2", "EST", "42", "Etc/GMT+3", "x" * 200):
        asked = await ada.ask(said)
        assert f'I do not know "{said[:40]}". Type a big city near you' in asked.text
        assert 'like "Berlin" or "Canada"' in asked.text
        assert asked.buttons == [["Share my location"]]
    await ada.ask("Berlin")
    unsure = await ada.ask("hmm, perhaps")
    assert 'I did not understand "hmm".' in unsure.text
    assert ["Other city", "Other country"] in unsure.buttons
    assert "Is it 12:30 where you are, in Berlin, Germany?" in (await ada.ask("perhaps")).text


async def test_a_country_of_several_clocks_asks_which(ada: Chat) -> None:
    await to_place(ada)
    asked = await ada.ask("USA")
    assert "Which of these is yours?" in asked.text
    assert ["Denver (MST)"] in asked.buttons
    assert ["Honolulu (HST)"] in asked.buttons
    clock = await press(ada, "Denver (MST)", "Is it 04:30 where you are, in Denver (MST)?")
    assert clock.id == asked.id

    await press(ada, "Other city", "Where are you?")
    older = await ada.ask("USA")
    assert "Is it 01:30" in (await ada.ask("honolulu (hst)")).text  # the button's words, typed
    await press(ada, "Other city", "Where are you?")
    newer = await ada.ask("Australia")
    assert ["Perth (AWST)"] in newer.buttons
    await ada.tap("Denver (MST)", message=older)  # a button of the older list picks nothing
    await ada.wait_for(lambda m: ["Perth (AWST)"] in m.buttons, message=older)
    assert "Is it 22:30 where you are, in Sydney" in (await ada.ask("Sydney")).text


async def test_the_country_can_be_another_than_the_clocks(ada: Chat) -> None:
    await to_place(ada)
    await ada.ask("Berlin")
    await press(ada, "Other country", "Which country are you in?")
    unknown = await ada.ask("Atlantis")
    assert 'I do not know "Atlantis". Type your country' in unknown.text
    several = await ada.ask("Congo")
    assert "More than one country is called that: Congo - Kinshasa and Congo" in several.text
    await press(ada, "Change", "Where are you?")
    await ada.ask("Berlin")
    assert "Which country" in (await ada.ask("other country")).text
    plan = await ada.ask("Austria")
    assert "Is it 12:30 where you are, in Berlin, Germany?" in plan.text
    assert "I use emergency numbers for Austria." in plan.text
    for said in ("10 mg at 8:00, 14:00 and 22:00", "10 mg", "not sure", "correct"):
        await ada.ask(said)
    assert "In an emergency call 144." in (await ada.ask("/help")).text  # Austria's


async def test_the_kidney_question_may_be_declined_and_yes_brings_its_advice(
    ada: Chat, playground: Playground
) -> None:
    asked = await to_kidney(ada)
    assert asked.buttons == [["No", "Yes"], ["Rather not say"]]
    assert "You need not say." in asked.text
    await press(ada, "Yes", "Where are you?")
    assert "Kidney problems? You may need a lower dose" in (await ada.ask("Berlin")).text

    bo = await playground.person("Bo")
    await to_kidney(bo)
    await press(bo, "Rather not say", "Where are you?")
    plan = await bo.ask("Berlin")
    assert "Kidney" not in plan.text


async def test_a_shared_location_gives_the_zone_and_its_coordinates_are_kept_nowhere(
    ada: Chat, world: World
) -> None:
    await to_place(ada)
    share = await press(ada, "Share my location", "Tap the button below")
    assert share.buttons == [["Share my location"]]
    keyboard = (await foot(ada))["keyboard"]
    assert keyboard[0][0]["request_location"] is True

    await ada.share(-33.45917, -70.65331)
    await ada.wait_for("Is it 08:30 where you are, in Santiago, Chile?")
    assert "I keep the time zone only." in (await ada.wait_for("Thank you.")).text
    assert await foot(ada) is None

    found = kept(world.folder)
    assert not re.search(rb"33[.,]4591|70[.,]6533", found)
    for number in (-33.45917, -70.65331):
        assert struct.pack(">d", number) not in found
        assert struct.pack("<d", number) not in found


async def test_a_location_in_the_middle_of_the_sea_asks_for_a_city(ada: Chat) -> None:
    await to_place(ada)
    said = await ada.share(0.0, -150.0)
    asked = await ada.wait_for("I found no time zone there. Type a city", after=said)
    assert asked.buttons == [["Share my location"]]
    assert "Is it 12:30" in (await ada.ask("Berlin")).text


async def test_the_keyboard_for_the_location_goes_when_a_city_is_typed(ada: Chat) -> None:
    await to_place(ada)
    await press(ada, "Share my location", "Tap the button below")
    assert await foot(ada) is not None
    said = await ada.say("Berlin")
    await ada.wait_for("Is it 12:30 where you are, in Berlin, Germany?", after=said)
    assert await foot(ada) is None

    tokyo = await ada.share(35.68, 139.69)  # the place just named is put right
    await ada.wait_for("Is it 20:30 where you are, in Tokyo, Japan?", after=tokyo)
    await ada.ask("10 mg at 8:00, 14:00 and 22:00")
    late = await ada.share(52.52, 13.405)  # no longer asked for
    unasked = await ada.wait_for("I do not need your location now.", after=late)
    await ada.wait_for("Which tablets do you have?", after=unasked)
