"""What the bot tells about itself: name, descriptions, and commands by scope and language."""

import json
import re
from typing import Any

from bot.playground.keep import Keep
from bot.playground.params import Json, Params
from bot.playground.refusals import bad_request

MOST_COMMANDS = 100
LIMITS = {"name": 64, "description": 512, "short_description": 120}
_SCOPES = {
    *("default", "all_private_chats", "all_group_chats", "all_chat_administrators"),
    *("chat", "chat_administrators", "chat_member"),
}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}\Z")


class Profile:
    """The bot's own words, kept across restarts and resets."""

    def __init__(self, keep: Keep) -> None:
        self._keep = keep
        self._commands: dict[str, list[Json]] = {}
        self._words: dict[str, str] = {}
        for saved in keep.load("profile"):
            self._commands, self._words = saved["commands"], saved["words"]

    def set_commands(self, params: Params) -> bool:
        """setMyCommands: names [a-z0-9_]{1,32}, descriptions 1-256, at most 100."""
        self._commands[_place(params)] = _commands(params.json("commands"))
        self._save()
        return True

    def delete_commands(self, params: Params) -> bool:
        """deleteMyCommands for one scope and language."""
        self._commands.pop(_place(params), None)
        self._save()
        return True

    def get_commands(self, params: Params) -> list[Json]:
        """getMyCommands: exactly this scope and language, no fallback."""
        return self._commands.get(_place(params), [])

    def menu(self, person: int, language: str | None) -> list[Json]:
        """The commands a person sees in their private chat: the narrowest list that is set."""
        for scope in ({"type": "chat", "chat_id": person}, {"type": "all_private_chats"}, {}):
            for code in (language or "", ""):
                place = _place(Params({"scope": scope or None, "language_code": code}))
                if self._commands.get(place):
                    return self._commands[place]
        return []

    def set_word(self, what: str, params: Params) -> bool:
        """setMyName, setMyDescription, setMyShortDescription: a limit each, empty unsets."""
        text = params.text(what)
        if len(text) > LIMITS[what]:
            raise bad_request(f"{what.replace('_', ' ')} is too long")
        self._words[f"{what}/{params.text('language_code')}"] = text
        self._save()
        return True

    def word(self, what: str, language: str) -> str:
        """The word in that language, else in none, else empty."""
        return self._words.get(f"{what}/{language}") or self._words.get(f"{what}/", "")

    def _save(self) -> None:
        self._keep.put("profile", "", {"commands": self._commands, "words": self._words})


def _place(params: Params) -> str:
    scope = params.json("scope") or {"type": "default"}
    if not isinstance(scope, dict) or str(scope.get("type")) not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unknown type")
    if scope["type"].startswith("chat") and "chat_id" not in scope:
        raise bad_request("can't parse BotCommandScope: chat_id is required")
    ids = {key: Params(scope).integer(key) for key in ("chat_id", "user_id") if key in scope}
    return json.dumps([scope["type"], ids, params.text("language_code")], sort_keys=True)


def _commands(value: Any) -> list[Json]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise bad_request("can't parse commands: Array expected")
    if len(value) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    read = []
    for item in value:
        command = str(item.get("command", "")).removeprefix("/")
        description = str(item.get("description", ""))
        if not _COMMAND.match(command):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        read.append({"command": command, "description": description})
    return read
