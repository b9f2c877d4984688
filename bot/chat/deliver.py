"""Puts letters of the outbox into chats, and says how each went."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import httpx
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.chat.markup import inline
from bot.chat.pace import Pace
from bot.chat.plain_text import without_markup
from bot.chat.present import edit, strip
from bot.domain.message import CardPlace, Letter
from bot.domain.outcomes import Refused
from bot.domain.policy import Policy
from bot.places.place import place
from bot.screens.cards import card
from bot.screens.clocks import with_clock_doubt
from bot.screens.refusals import refused
from bot.screens.scene import Scene
from bot.screens.screen import Screen
from bot.usecases.receipts import (
    Delivered,
    Fault,
    Gone,
    NotSent,
    Parked,
    Receipt,
    Rejected,
    Unknown,
)
from bot.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)
_GONE = ("chat not found", "user is deactivated", "bot was blocked", "bot was kicked")
_SURELY_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_WAIT_AFTER_401 = timedelta(minutes=1)


class Deliver:
    """The `Send` and the `Mend` of the outbox over Telegram, at a pace that it takes."""

    def __init__(
        self,
        bot: Bot,
        policy: Policy,
        now: Callable[[], datetime],
        pace: Pace,
        clock_is_behind: Callable[[], bool],
    ) -> None:
        self._bot = bot
        self._policy = policy
        self._now = now
        self._pace = pace
        self._clock_is_behind = clock_is_behind

    async def __call__(self, letter: Letter) -> Receipt:
        """Render in the recipient's language and zone, send, and judge the outcome."""
        scene = self._scene(letter)
        screen = self._sure(scene, card(scene, letter.message, repeat=letter.repeat))
        try:
            return await self._send(letter.to.telegram_id, screen, letter.silent)
        except TelegramError as error:
            return judge(error)

    async def strip(self, card: CardPlace) -> None:
        """An older card loses its buttons."""
        await strip(self._bot, card.telegram_id, card.message_id)

    async def correct(self, letter: Letter, message_id: int, outcome: Refused) -> None:
        """The card tells how its dose stands: it was answered before the card arrived."""
        scene = self._scene(letter)
        screen = self._sure(scene, refused(scene, self._policy, outcome))
        await edit(self._bot, letter.to.telegram_id, message_id, screen)

    def _sure(self, scene: Scene, screen: Screen) -> Screen:
        return with_clock_doubt(scene, screen) if self._clock_is_behind() else screen

    def _scene(self, letter: Letter) -> Scene:
        to = letter.to
        label = place(to.zone, to.language).label
        return Scene(Words(to.language), to.zone, self._now(), to.country, label)

    async def _send(self, chat: int, screen: Screen, silent: bool) -> Receipt:
        try:
            return await self._post(chat, screen.text, ParseMode.HTML, screen, silent)
        except BadRequest as refusal:
            if "can't parse entities" not in str(refusal).lower():
                raise
            _log.error("a card is not valid HTML and was sent plain")
            return await self._post(chat, without_markup(screen.text), None, screen, silent)

    async def _post(
        self, chat: int, text: str, mode: str | None, screen: Screen, silent: bool
    ) -> Receipt:
        async with self._pace:
            sent = await self._bot.send_message(
                chat,
                text,
                parse_mode=mode,
                reply_markup=inline(screen),
                disable_notification=silent,
            )
        return Delivered(sent.message_id)


def judge(error: TelegramError) -> Fault:
    """What an error of sending says of the message. BadRequest is a NetworkError: first."""
    if isinstance(error, Forbidden) or (
        isinstance(error, BadRequest) and any(each in str(error).lower() for each in _GONE)
    ):
        return Gone()
    if isinstance(error, BadRequest | ChatMigrated):
        _log.error("Telegram refused a card: %s", error)
        return Rejected()
    if isinstance(error, RetryAfter):
        return Parked(error._retry_after)
    if isinstance(error, InvalidToken | Conflict):
        _log.error("Telegram does not accept the token just now")
        return Parked(_WAIT_AFTER_401)
    if isinstance(error, NetworkError):
        return _network(error)
    _log.error("sending failed: %s", type(error).__name__)
    return Unknown()


def _network(error: NetworkError) -> Fault:
    if isinstance(error.__cause__, _SURELY_NOT_SENT):
        return NotSent()
    if isinstance(error, TimedOut):
        return NotSent() if "pool" in str(error).lower() else Unknown()
    refused = "restart" in str(error).lower() or "internal server error" in str(error).lower()
    return NotSent() if refused else Unknown()
