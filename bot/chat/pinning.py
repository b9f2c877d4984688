"""Shows a person's day in one pinned message: edited in place, a new one each day, no sound."""

from __future__ import annotations

import hashlib
import logging

from telegram import Bot, Message
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.chat.deliver import judge
from bot.chat.markup import inline
from bot.chat.pace import Pace
from bot.chat.present import edit_once, with_fallback
from bot.chat.turn import scene_of
from bot.domain.policy import Policy
from bot.screens.board import board as screen_of
from bot.screens.board import over
from bot.screens.screen import Screen
from bot.usecases.board import Board, Missing, Outcome, Shown, Unpinned
from bot.usecases.receipts import NotSent, Unknown

_log = logging.getLogger(__name__)


class Pinning:
    """The `Show` of boards over Telegram, behind the letters."""

    def __init__(self, bot: Bot, policy: Policy, pace: Pace) -> None:
        self._bot = bot
        self._policy = policy
        self._pace = pace

    async def __call__(self, board: Board) -> Outcome:
        """Render the day, show it where it differs from what stands, and judge the outcome."""
        screen = screen_of(scene_of(board.person, board.today.at), self._policy, board.today)
        digest = hashlib.sha256(screen.text.encode()).hexdigest()[:16]
        stands = board.before.message_id
        if board.is_new or stands is None:
            return await self._anew(board, screen, digest)
        if digest == board.before.shown:
            return Shown(stands, digest)
        return await self._edit(board, stands, screen, digest)

    async def take_down(self, board: Board, message_id: int) -> None:
        """It was switched off while it was on its way."""
        await take_down(self._bot, board.person.telegram_id, message_id)

    async def _anew(self, board: Board, screen: Screen, digest: str) -> Outcome:
        """The message of the day before is let go first: later its id would be lost by a fault."""
        chat, old = board.person.telegram_id, board.before.message_id
        try:
            if old is not None:
                await self._unpin(chat, old)
                await self._close(board, old)
        except TelegramError as error:
            why = judge(error)
            return NotSent() if isinstance(why, Unknown) else why

        async def send(text: str, mode: str | None) -> Message:
            async with self._pace.behind():
                return await self._bot.send_message(
                    chat,
                    text,
                    parse_mode=mode,
                    reply_markup=inline(screen),
                    disable_notification=screen.silent,
                )

        try:
            sent = await with_fallback(screen.text, send)
        except TelegramError as error:
            return judge(error)
        return await self._pin(chat, sent.message_id, digest)

    async def _edit(self, board: Board, stands: int, screen: Screen, digest: str) -> Outcome:
        chat = board.person.telegram_id
        try:
            async with self._pace.behind():
                if not await edit_once(self._bot, chat, stands, screen):
                    return Missing()
        except TelegramError as error:
            return judge(error)
        if board.before.shown is None:
            return await self._pin(chat, stands, digest)
        return Shown(stands, digest)

    async def _pin(self, chat: int, message_id: int, digest: str) -> Outcome:
        """What Telegram will not pin stands unpinned; that is no reason to send it again."""
        try:
            async with self._pace.behind():
                await self._bot.pin_chat_message(chat, message_id, disable_notification=True)
        except (BadRequest, Forbidden) as refusal:
            _log.warning("a day could not be pinned: %s", refusal)
        except TelegramError as error:
            return Unpinned(message_id, judge(error))
        return Shown(message_id, digest)

    async def _unpin(self, chat: int, message_id: int) -> None:
        try:
            async with self._pace.behind():
                await self._bot.unpin_chat_message(chat, message_id=message_id)
        except BadRequest as refusal:
            _log.info("a day of the past was not unpinned: %s", refusal)

    async def _close(self, board: Board, old: int) -> None:
        """The message of a past day no longer tells doses as planned; one that is gone may be."""
        day = board.before.day
        if day is None or day >= board.today.day:
            return
        screen = over(scene_of(board.person, board.today.at), day)
        try:
            async with self._pace.behind():
                await edit_once(self._bot, board.person.telegram_id, old, screen)
        except TelegramError as fault:
            _log.info("a day of the past was not closed: %s", type(fault).__name__)


async def take_down(bot: Bot, chat_id: int, message_id: int) -> None:
    """The message goes; one too old to be deleted is only unpinned. A failure is logged."""
    try:
        try:
            await bot.delete_message(chat_id, message_id)
        except BadRequest:
            await bot.unpin_chat_message(chat_id, message_id=message_id)
    except TelegramError as fault:
        _log.warning("a day could not be taken down: %s", fault)
