"""The judge sees what the Bot API does not know."""

import json

from tests.playground.judge import judge


def test_a_good_request_has_no_problems() -> None:
    rows = [[{"text": "Took it", "callback_data": "t:1", "style": "success"}]]
    markup = json.dumps({"inline_keyboard": rows})
    assert judge("sendMessage", {"chat_id": "5", "text": "{x", "reply_markup": markup}) == []
    assert judge("sendPhoto", {"chat_id": 5, "photo": {"file": "a.png", "size": 9}}) == []


def test_unknown_methods_fields_nested_fields_and_types_are_named() -> None:
    assert judge("sendNothing", {}) == ["no such method"]
    assert judge("getMe", {"verbose": "1"}) == ["verbose: no such field"]
    rows = [[{"text": "a", "callback_data": "x", "colour": "red"}]]
    markup = json.dumps({"inline_keyboard": rows})
    found = judge("sendMessage", {"chat_id": 5, "text": "x", "reply_markup": markup})
    assert found == ["reply_markup.inline_keyboard.0.0.colour: no such field"]
    assert judge("deleteMessage", {"chat_id": 5, "message_id": "soon"})
    assert judge("deleteMessage", {"chat_id": 5}) == ["message_id: Field required"]
