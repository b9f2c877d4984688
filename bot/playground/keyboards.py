"""Keyboards as Telegram takes them: one action a button, 1-64 bytes of data, 100 buttons."""

import re
from dataclasses import dataclass
from typing import Any

from bot.playground.params import Json, Params
from bot.playground.refusals import Refused, bad_request

ACTIONS = {
    *("url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text", "pay"),
    *("switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "callback_game"),
}
REPLY_ACTIONS = {
    *("request_users", "request_chat", "request_contact", "request_location", "request_poll"),
    "web_app",
}
STYLES = {"primary", "success", "danger"}
MOST_BUTTONS = 100


@dataclass(frozen=True, slots=True)
class Markup:
    """What came as reply_markup: an inline keyboard, something at the foot of the chat, or none."""

    inline: Json | None = None
    foot: Json | None = None


def read_markup(params: Params, *, private: bool) -> Markup:
    """The request's keyboard, checked; a 400 in Telegram's words if it could not be shown."""
    value = params.json("reply_markup", "reply markup")
    if value is None or value == {}:
        return Markup()
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in value:
        rows = _rows(value["inline_keyboard"], "inline_keyboard")
        checked = [[_inline(button) for button in row] for row in rows if row]
        return Markup(inline={"inline_keyboard": checked} if checked else None)
    if "keyboard" in value:
        rows = _rows(value["keyboard"], "keyboard")
        shown = [[_reply(button, private=private) for button in row] for row in rows if row]
        placeholder = value.get("input_field_placeholder")
        if placeholder is not None and not 1 <= len(str(placeholder)) <= 64:
            raise bad_request("input field placeholder must be 1-64 characters")
        return Markup(foot={**value, "keyboard": shown})
    if value.get("remove_keyboard") is True or value.get("force_reply") is True:
        return Markup(foot=value)
    raise bad_request("can't parse reply markup JSON object: unknown type of reply markup")


def _rows(value: Any, name: str) -> list[list[Any]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request(f'field "{name}" must be of type Array of Arrays')
    if sum(len(row) for row in value) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return value


def _inline(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _inline_error("Object expected")
    if not str(button.get("text", "")).strip():
        raise _inline_error("Button text must be non-empty")
    actions = ACTIONS & button.keys()
    if not actions:
        raise _inline_error("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _inline_error("Button must have exactly one action")
    _style(button)
    data = button.get("callback_data")
    if "callback_data" in button and not (
        isinstance(data, str) and 1 <= len(data.encode("utf-8", "surrogatepass")) <= 64
    ):
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button:
        _check_url(str(button["url"]))
    copied = button.get("copy_text", {"text": "x"})
    if not isinstance(copied, dict) or not 1 <= len(str(copied.get("text", ""))) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return dict(button)


def _reply(button: Any, *, private: bool) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict) or not str(button.get("text", "")).strip():
        raise bad_request("can't parse keyboard button: Button text must be non-empty")
    if len(REPLY_ACTIONS & button.keys()) > 1:
        raise bad_request("can't parse keyboard button: Button must have at most one action")
    if "request_location" in button and not private:
        raise bad_request("location can be requested in private chats only")
    _style(button)
    return dict(button)


def _style(button: Json) -> None:
    if button.get("style") is not None and str(button["style"]) not in STYLES:
        raise bad_request("can't parse button: invalid button style specified")


def _check_url(url: str) -> None:
    if re.match(r"tg://\w", url) or re.match(r"https?://[^\s/]+\.\w{2,}(?:[/?#:]|$)", url):
        return
    raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _inline_error(words: str) -> Refused:
    return bad_request(f"can't parse inline keyboard button: {words}")
