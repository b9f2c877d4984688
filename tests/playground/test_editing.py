"""Edits, deletions and answers follow Telegram's rules."""

from datetime import timedelta
from typing import Any

from bot.playground import Server, TurnedClock
from tests.playground.client import Chat, Playground
from tests.playground.conftest import Method
from tests.playground.test_sending import keys, refused

GO = {"text": "Go", "callback_data": "go"}
LATE = "query is too old and response timeout expired or query ID is invalid"


async def card(bot: Method, ada: Chat, **more: Any) -> int:
    body = await bot("sendMessage", chat_id=ada.id, text="card", reply_markup=keys(GO), **more)
    return int(body["result"]["message_id"])


async def test_an_edit_without_a_keyboard_removes_the_old_one(bot: Method, ada: Chat) -> None:
    number = await card(bot, ada)
    edited = await bot("editMessageText", chat_id=ada.id, message_id=number, text="done")
    assert edited["result"]["edit_date"]
    shown = await ada.last()
    assert (shown.text, shown.buttons, shown.edited) == ("done", [], True)


async def test_the_same_again_is_not_modified(bot: Method, ada: Chat) -> None:
    number = await card(bot, ada)
    same = {"chat_id": ada.id, "message_id": number, "reply_markup": keys(GO)}
    words = await refused(bot, "editMessageText", text="card", **same)
    assert words.startswith("message is not modified: specified new message content")
    words = await refused(bot, "editMessageReplyMarkup", **same)
    assert words.startswith("message is not modified")


async def test_a_keyboard_taken_away_is_no_new_wording(bot: Method, ada: Chat) -> None:
    number = await card(bot, ada)
    assert (await bot("editMessageReplyMarkup", chat_id=ada.id, message_id=number))["ok"]
    shown = await ada.last()
    assert (shown.buttons, shown.edited) == ([], False)


async def test_only_the_bots_own_messages_without_reply_keyboard_can_be_edited(
    bot: Method, ada: Chat
) -> None:
    said = await ada.say("mine")
    markup = {"keyboard": [["Yes"]]}
    asked = await bot("sendMessage", chat_id=ada.id, text="x", reply_markup=markup)
    for number in (said.id, asked["result"]["message_id"]):
        edit = {"chat_id": ada.id, "message_id": number, "text": "y"}
        assert await refused(bot, "editMessageText", **edit) == "message can't be edited"
    missing = {"chat_id": ada.id, "message_id": 999, "text": "y"}
    assert await refused(bot, "editMessageText", **missing) == "message to edit not found"


async def test_a_text_has_no_caption_to_edit(bot: Method, ada: Chat) -> None:
    edit = {"chat_id": ada.id, "message_id": await card(bot, ada), "caption": "y"}
    words = await refused(bot, "editMessageCaption", **edit)
    assert words == "there is no caption in the message to edit"


async def test_messages_can_be_deleted_for_48_hours(
    bot: Method, ada: Chat, clock: TurnedClock
) -> None:
    young, old = await card(bot, ada), await card(bot, ada)
    assert (await bot("deleteMessage", chat_id=ada.id, message_id=young))["ok"]
    words = await refused(bot, "deleteMessage", chat_id=ada.id, message_id=young)
    assert words == "message to delete not found"
    clock.jump_to(clock.now() + timedelta(hours=49))
    words = await refused(bot, "deleteMessage", chat_id=ada.id, message_id=old)
    assert words == "message can't be deleted for everyone"


async def test_a_tap_is_answered_once_and_its_words_are_shown(bot: Method, ada: Chat) -> None:
    await card(bot, ada)
    tap = await ada.tap("Go")
    [update] = (await bot("getUpdates"))["result"]
    assert update["callback_query"]["id"] == tap
    assert update["callback_query"]["chat_instance"]
    assert (await bot("answerCallbackQuery", callback_query_id=tap, text="Recorded"))["ok"]
    assert await ada.toast(tap) == "Recorded"
    assert await refused(bot, "answerCallbackQuery", callback_query_id=tap) == LATE


async def test_a_late_answer_is_refused(bot: Method, ada: Chat, playground: Playground) -> None:
    await card(bot, ada)
    tap = await ada.tap("Go")
    await playground.age_taps()
    assert await refused(bot, "answerCallbackQuery", callback_query_id=tap) == LATE


async def test_a_tap_on_a_deleted_message_brings_no_text(bot: Method, ada: Chat) -> None:
    number = await card(bot, ada)
    await bot("deleteMessage", chat_id=ada.id, message_id=number)
    await ada.forge(number, "go")
    [update] = (await bot("getUpdates"))["result"]
    assert update["callback_query"]["message"]["date"] == 0


async def test_anyone_can_forge_data_so_the_bot_must_check(
    bot: Method, ada: Chat, playground: Playground
) -> None:
    eve = await playground.person("Eve", met=True)
    number = await card(bot, ada)
    await eve.forge(number, "t:1:taken", owner=ada)
    [update] = (await bot("getUpdates"))["result"]
    query = update["callback_query"]
    assert (query["from"]["id"], query["message"]["chat"]["id"]) == (eve.id, ada.id)
    assert query["data"] == "t:1:taken"


async def test_pins_and_reactions_are_shown(bot: Method, ada: Chat) -> None:
    number = await card(bot, ada)
    assert (await bot("pinChatMessage", chat_id=ada.id, message_id=number))["ok"]
    assert (await ada.last()).pinned
    about = (await bot("getChat", chat_id=ada.id))["result"]
    assert about["pinned_message"]["message_id"] == number
    assert (await bot("unpinChatMessage", chat_id=ada.id))["ok"]
    assert not (await ada.last()).pinned
    said = await ada.say("taken")
    thumb = [{"type": "emoji", "emoji": "👍"}]
    react = {"chat_id": ada.id, "message_id": said.id}
    assert (await bot("setMessageReaction", **react, reaction=thumb))["ok"]
    assert (await ada.last()).json["reactions"] == thumb
    wrong = [{"type": "emoji", "emoji": "💊x"}]
    words = await refused(bot, "setMessageReaction", **react, reaction=wrong)
    assert words == "REACTION_INVALID"


async def test_commands_have_telegrams_names_and_limits(
    bot: Method, ada: Chat, server: Server
) -> None:
    async def words(command: str, description: str = "x", times: int = 1) -> str:
        one = {"command": command, "description": description}
        return await refused(bot, "setMyCommands", commands=[one] * times)

    assert await words("Not-Good") == "BOT_COMMAND_INVALID"
    assert await words("x" * 33) == "BOT_COMMAND_INVALID"
    assert await words("ok", "") == "BOT_COMMAND_DESCRIPTION_INVALID"
    assert await words("ok", "x" * 257) == "BOT_COMMAND_DESCRIPTION_INVALID"
    assert await words("ok", times=101) == "BOT_COMMANDS_TOO_MUCH"
    too_long = await refused(bot, "setMyDescription", description="x" * 513)
    assert too_long == "description is too long"


async def test_the_menu_is_the_narrowest_list_in_the_phones_language(
    bot: Method, playground: Playground
) -> None:
    async def menu(language: str) -> list[str]:
        chat = await playground.person(language=language)
        shown = await playground.get(f"chats/{chat.id}")
        return [command["command"] for command in shown["commands"]]

    private = {"type": "all_private_chats"}
    one = [{"command": "a", "description": "x"}]
    await bot("setMyCommands", commands=one)
    assert await menu("de") == ["a"]
    await bot("setMyCommands", commands=[{**one[0], "command": "b"}], scope=private)
    german = [{**one[0], "command": "c"}]
    await bot("setMyCommands", commands=german, scope=private, language_code="de")
    assert (await menu("en"), await menu("de")) == (["b"], ["c"])
    assert (await bot("getMyCommands"))["result"] == one


async def test_a_pin_is_told_once_in_the_chat_and_to_the_bot(bot: Method, ada: Chat) -> None:
    number = await card(bot, ada)
    for _ in range(2):
        assert (await bot("pinChatMessage", chat_id=ada.id, message_id=number))["ok"]
    [update] = (await bot("getUpdates"))["result"]
    told = update["message"]
    assert told["from"]["is_bot"]
    assert told["pinned_message"]["message_id"] == number
    assert (await ada.everything())[-1].id == told["message_id"]
    assert (await ada.last()).id == number
