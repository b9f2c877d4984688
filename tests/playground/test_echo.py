"""An unchanged python-telegram-bot application works over the playground."""

from telegram.ext import Application

from tests.playground.client import Chat, Playground


async def test_a_command_is_answered_and_its_button_edits_the_message(
    tiny: Application, playground: Playground
) -> None:
    ada = await playground.person()
    card = await ada.ask("/start")
    assert card.text == "14:00 dose: 10 mg"
    assert card.html == "<b>14:00 dose: <i>10 mg</i></b>"
    assert card.buttons == [["Took it"]]
    tap = await ada.tap("Took it")
    assert await ada.toast(tap) == "Recorded"
    done = await ada.wait_for("Taken at 14:07", message=card)
    assert done.edited
    assert done.buttons == []


async def test_every_kind_of_thing_a_person_sends_arrives(tiny: Application, ada: Chat) -> None:
    said = await ada.say("hello")
    await ada.wait_for("text: hello")
    await ada.edit(said, "hello there")
    await ada.wait_for("edited text: hello there")
    await ada.sticker()
    await ada.wait_for("sticker:")
    await ada.voice()
    await ada.wait_for("voice:")
    await ada.photo("my tablets")
    await ada.wait_for("photo: my tablets")
    await ada.share(52.52, 13.4)
    await ada.wait_for("location:")


async def test_a_reply_keyboard_sends_its_label(tiny: Application, ada: Chat) -> None:
    asked = await ada.ask("/where")
    assert asked.buttons == [["Share my location"], ["Type a city"]]
    await ada.tap("Type a city")
    await ada.wait_for("text: Type a city")


async def test_pictures_and_documents_arrive_and_can_be_downloaded(
    tiny: Application, ada: Chat
) -> None:
    await ada.say("/chart")
    document = await ada.wait_for(lambda m: m.file is not None and m.file["name"] == "log.csv")
    picture = next(m for m in await ada.messages() if m.file and m.file["photo"])
    assert picture.pinned
    assert (picture.file["width"], picture.file["height"]) == (40, 30)
    got = await (await tiny.bot.get_file(document.file["id"])).download_as_bytearray()
    assert bytes(got) == b"a,b\n1,2\n"


async def test_in_a_group_the_bot_says_one_line_and_leaves(
    tiny: Application, playground: Playground, ada: Chat
) -> None:
    group = await playground.group(ada)
    await group.wait_for("private chats only")
    left = await playground.get("state")
    while next(c for c in left["chats"] if c["id"] == group.id)["bot_inside"]:
        await playground.changed(group.id, left["seq"], 10)
        left = await playground.get("state")
