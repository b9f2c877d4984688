"""What the bot sends is measured and refused as Telegram would."""

from typing import Any

import httpx
import pytest

from bot.playground import Server
from tests.playground.client import Chat, Playground
from tests.playground.conftest import TOKEN, Method
from tests.playground.pictures import png


def keys(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


async def refused(bot: Method, method: str, **params: Any) -> str:
    body = await bot(method, **params)
    assert not body["ok"]
    assert body["error_code"] == 400
    return str(body["description"]).removeprefix("Bad Request: ")


async def test_a_message_comes_back_as_telegram_would_store_it(bot: Method, ada: Chat) -> None:
    sent = (await bot("sendMessage", chat_id=ada.id, text=" <b>hi</b> ", parse_mode="HTML"))[
        "result"
    ]
    assert sent["text"] == "hi"
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    assert sent["chat"] == {"id": ada.id, "type": "private", "first_name": "Ada"}
    assert sent["from"]["is_bot"]


async def test_form_fields_and_json_fields_mean_the_same(server: Server, ada: Chat) -> None:
    markup = '{"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}'
    form = {"chat_id": str(ada.id), "text": " x ", "reply_markup": markup}
    async with httpx.AsyncClient() as http:
        url = f"{server.base_url}/bot{TOKEN}/sendMessage"
        by_form = (await http.post(url, data=form)).json()
        by_query = (await http.get(url, params=form)).json()
        by_parts = (await http.post(url, files={k: (None, v) for k, v in form.items()})).json()
    texts = {body["result"]["text"] for body in (by_form, by_query, by_parts)}
    assert texts == {"x"}
    assert by_parts["result"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "Go"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "message text is empty"),
        (" \n ", "message text is empty"),
        ("x" * 4097, "message is too long"),
        ("💊" * 2049, "message is too long"),
    ],
)
async def test_a_text_has_1_to_4096_units(bot: Method, ada: Chat, text: str, words: str) -> None:
    assert await refused(bot, "sendMessage", chat_id=ada.id, text=text) == words


async def test_tags_do_not_count_towards_the_length(bot: Method, ada: Chat) -> None:
    text = f"<b>{'x' * 4096}</b>"
    assert (await bot("sendMessage", chat_id=ada.id, text=text, parse_mode="HTML"))["ok"]


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "a", "callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        (
            {"text": "a"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "a", "callback_data": "x", "url": "https://example.org"},
            "can't parse inline keyboard button: Button must have exactly one action",
        ),
        (
            {"text": "", "callback_data": "x"},
            "can't parse inline keyboard button: Button text must be non-empty",
        ),
        (
            {"text": "a", "url": "t:42"},
            "inline keyboard button URL 't:42' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "a", "callback_data": "x", "style": "green"},
            "can't parse button: invalid button style specified",
        ),
    ],
)
async def test_a_bad_button_is_refused(
    bot: Method, ada: Chat, button: dict[str, Any], words: str
) -> None:
    found = await refused(bot, "sendMessage", chat_id=ada.id, text="x", reply_markup=keys(button))
    assert found == words


async def test_a_keyboard_has_at_most_100_buttons(bot: Method, ada: Chat) -> None:
    rows = [[{"text": "a", "callback_data": "x"}]] * 101
    markup = {"inline_keyboard": rows}
    words = await refused(bot, "sendMessage", chat_id=ada.id, text="x", reply_markup=markup)
    assert words == "reply markup is too long"


async def test_a_reply_keyboard_is_shown_but_never_echoed(bot: Method, ada: Chat) -> None:
    markup = {"keyboard": [["Yes", {"text": "Here", "request_location": True}]]}
    sent = await bot("sendMessage", chat_id=ada.id, text="x", reply_markup=markup)
    assert "reply_markup" not in sent["result"]
    assert (await ada.last()).buttons == [["Yes", "Here"]]


async def test_strangers_are_not_found_until_they_write(
    bot: Method, playground: Playground
) -> None:
    ben = await playground.person("Ben")
    assert await refused(bot, "sendMessage", chat_id=ben.id, text="x") == "chat not found"
    assert await refused(bot, "sendMessage", chat_id=99, text="x") == "chat not found"
    assert await refused(bot, "sendMessage", text="x") == "chat_id is empty"
    await ben.say("/start")
    assert (await bot("sendMessage", chat_id=ben.id, text="x"))["ok"]


async def test_who_blocked_the_bot_gets_nothing_until_they_unblock(bot: Method, ada: Chat) -> None:
    await ada.block()
    body = await bot("sendMessage", chat_id=ada.id, text="x")
    assert (body["error_code"], body["description"]) == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    assert await ada.messages() == []
    await ada.unblock()
    assert (await bot("sendMessage", chat_id=ada.id, text="x"))["ok"]


async def test_a_reply_needs_a_message_to_reply_to(bot: Method, ada: Chat) -> None:
    said = await ada.say("hello")
    reply = {"chat_id": ada.id, "text": "x", "reply_parameters": {"message_id": said.id}}
    sent = await bot("sendMessage", **reply)
    assert sent["result"]["reply_to_message"]["text"] == "hello"
    reply["reply_parameters"] = {"message_id": 999}
    assert await refused(bot, "sendMessage", **reply) == "message to be replied not found"


async def test_a_photo_must_be_a_picture_and_may_be_sent_again_by_id(
    server: Server, bot: Method, ada: Chat
) -> None:
    url = f"{server.base_url}/bot{TOKEN}/sendPhoto"
    async with httpx.AsyncClient() as http:
        form = {"chat_id": str(ada.id)}
        bad = (await http.post(url, data=form, files={"photo": b"no picture"})).json()
        good = (await http.post(url, data=form, files={"photo": png(30, 20)})).json()
    assert bad["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    [size] = good["result"]["photo"]
    assert (size["width"], size["height"]) == (30, 20)
    again = await bot("sendPhoto", chat_id=ada.id, photo=size["file_id"], caption="again")
    assert again["result"]["photo"][0]["file_id"] == size["file_id"]
    long = await refused(
        bot, "sendPhoto", chat_id=ada.id, photo=size["file_id"], caption="x" * 1025
    )
    assert long == "message caption is too long"


async def test_nothing_is_fetched_from_elsewhere(bot: Method, ada: Chat) -> None:
    words = await refused(bot, "sendDocument", chat_id=ada.id, document="https://example.org/a")
    assert words == "failed to get HTTP URL content"


async def test_a_wrong_token_is_a_401_and_an_unknown_method_a_404(
    server: Server, bot: Method
) -> None:
    async with httpx.AsyncClient() as http:
        wrong = await http.get(f"{server.base_url}/bot1:wrong/getMe")
    assert (wrong.status_code, wrong.json()["description"]) == (401, "Unauthorized")
    server.api.on_request = None
    assert (await bot("sendNothing"))["error_code"] == 404


async def test_aiograms_models_are_asked_about_every_request(
    server: Server, bot: Method, ada: Chat
) -> None:
    await bot("sendMessage", chat_id=ada.id, text="x", disable_sound=True)
    assert server.api.problems == ["sendMessage: disable_sound: no such field"]
