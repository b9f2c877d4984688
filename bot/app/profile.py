"""What Telegram shows about the bot. A failure here never stops the bot."""

from __future__ import annotations

import logging

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot.chat.routes import COMMANDS
from bot.words import Words, languages

_log = logging.getLogger(__name__)


async def introduce(bot: Bot) -> None:
    """Set the commands and both descriptions, for private chats, in every language."""
    try:
        for language in languages():
            await _introduce(bot, Words(language), None if language == "en" else language)
    except TelegramError as fault:
        _log.warning("the bot's profile could not be set: %s", type(fault).__name__)


async def _introduce(bot: Bot, words: Words, code: str | None) -> None:
    commands = [BotCommand(name, words.plain(f"command-{name}")) for name in COMMANDS]
    await bot.set_my_commands(commands, BotCommandScopeAllPrivateChats(), code)
    await bot.set_my_description(words.plain("bot-description"), code)
    await bot.set_my_short_description(words.plain("bot-short-description"), code)


def warn_of_groups(bot: Bot) -> None:
    """Groups are refused; it is kinder if BotFather does so."""
    if bot.bot.can_join_groups:
        _log.warning("the bot can be added to groups: turn that off in BotFather (Bot Settings)")
