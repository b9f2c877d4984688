"""What a person is told where their message could not be handled: an emergency goes first."""

from __future__ import annotations

import logging

from telegram import Bot, Chat, Update
from telegram.error import TelegramError

from bot.chat.handlers import red_flags
from bot.chat.turn import Desk
from bot.words import Words, best_language

_log = logging.getLogger(__name__)


async def apologise(bot: Bot, desk: Desk, update: Update, what: str) -> None:
    """Whose fault it was not is told. A red flag gets its card though nothing can be looked up."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None or user is None or chat.type != Chat.PRIVATE:
        return
    words = Words(best_language(user.language_code))
    card = red_flags.without_log(words, red_flags.words_of(update), desk.policy, desk.now())
    try:
        if card is not None:
            await bot.send_message(chat.id, card)
        await bot.send_message(chat.id, words.plain(what))
    except TelegramError as fault:
        _log.warning("an apology did not arrive: %s", type(fault).__name__)
