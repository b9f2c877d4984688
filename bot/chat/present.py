"""Screens into the chat. The change is committed already: what fails here is logged, never lost."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TypeVar

from telegram import Bot, LinkPreviewOptions, Message
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.chat.markup import inline, keyboard
from bot.chat.plain_text import without_markup
from bot.chat.turn import Turn
from bot.domain.dose import Dose
from bot.domain.message import CardPlace
from bot.domain.terms import DoseId
from bot.screens.cards import with_near
from bot.screens.clocks import with_clock_doubt
from bot.screens.screen import Screen
from bot.usecases import StorageFault, cards

T = TypeVar("T")
_log = logging.getLogger(__name__)
_TRIES = 3
_PAUSE = 0.5  # seconds, doubled each time
_WAIT_MOST = 5.0  # seconds that a 429 may hold one answer up
_SAME = "message is not modified"
_UNEDITABLE = ("message to edit not found", "message can't be edited")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)  # a source is named, not shown below it
_BAD_MARKUP = "can't parse entities"


async def reply(turn: Turn, screen: Screen, *, clear_keyboard: bool = False) -> Message | None:
    """A new message, ahead of letters. Sent again after a doubt it may show twice: no harm."""
    return await _reply(turn, await _complete(turn, screen), clear_keyboard=clear_keyboard)


async def _reply(turn: Turn, screen: Screen, *, clear_keyboard: bool = False) -> Message | None:
    markup = keyboard(screen, clear=clear_keyboard)

    async def send(text: str, mode: str | None) -> Message:
        async with turn.desk.pace.ahead():
            return await turn.bot.send_message(
                turn.chat_id,
                text,
                parse_mode=mode,
                reply_markup=markup,
                disable_notification=screen.silent,
                link_preview_options=_NO_PREVIEW,
            )

    sent = await _tried(lambda: with_fallback(screen.text, send), "reply")
    if sent is not None:
        await _stand(turn, screen, sent.message_id)
    return sent


async def show(turn: Turn, screen: Screen) -> int | None:
    """The tapped message becomes the screen; where nothing was tapped, a new message is sent.

    Returns the message; None where it could not be sent.
    """
    screen = await _complete(turn, screen)
    if (
        turn.message_id is None
        or screen.location is not None
        or not await edit(turn.bot, turn.chat_id, turn.message_id, screen)
    ):
        sent = await _reply(turn, screen)
        return None if sent is None else sent.message_id
    await _stand(turn, screen, turn.message_id)
    return turn.message_id


async def _complete(turn: Turn, screen: Screen) -> Screen:
    """As a sent card: with what was logged shortly before an open dose, and a doubted clock."""
    screen = await _with_near(turn, screen)
    return with_clock_doubt(turn.scene, screen) if turn.desk.clock_is_behind() else screen


async def _with_near(turn: Turn, screen: Screen) -> Screen:
    about = screen.asks_about
    if about is None:
        return screen
    desk = turn.desk
    try:
        near = await cards.near(desk.store, desk.policy, turn.person, DoseId(about), turn.at)
    except StorageFault as fault:
        _log.error("what was logged shortly before could not be read: %s", fault)
        return screen
    return with_near(turn.scene, screen, near)


async def _stand(turn: Turn, screen: Screen, message_id: int) -> None:
    """Where the message now asks about a dose, older ones about it lose their buttons."""
    about = screen.asks_about
    if about is None:
        return
    try:
        older = await cards.stand(turn.desk.store, turn.person, DoseId(about), message_id, turn.at)
    except StorageFault as fault:
        _log.error("a card could not be kept: %s", fault)
        return
    for card in older:
        await strip(turn.bot, card.telegram_id, card.message_id)


async def edit(bot: Bot, chat_id: int, message_id: int, screen: Screen) -> bool:
    """The message becomes the screen. False where it can no longer be edited."""
    return bool(await _tried(lambda: edit_once(bot, chat_id, message_id, screen), "edit"))


async def edit_once(bot: Bot, chat_id: int, message_id: int, screen: Screen) -> bool:
    """As `edit`, but what else fails is raised, for the caller to judge."""

    async def change(text: str, mode: str | None) -> bool:
        try:
            await bot.edit_message_text(
                text,
                chat_id=chat_id,
                message_id=message_id,
                parse_mode=mode,
                reply_markup=inline(screen),
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as refusal:
            said = str(refusal).lower()
            if _SAME in said:
                return True
            if any(each in said for each in _UNEDITABLE):
                return False
            raise
        return True

    return await with_fallback(screen.text, change)


async def show_outcome(turn: Turn, dose: Dose, screen: Screen, others: Sequence[CardPlace]) -> None:
    """What came of an answer, on this message and on the others, now and when that changes."""
    shown = await show(turn, screen)
    await settle_cards(turn, others, screen)
    if shown is None or shown in {card.message_id for card in others}:
        return
    try:
        await cards.tells(turn.desk.store, dose, shown, turn.at)
    except StorageFault as fault:
        _log.error("a message could not be kept: %s", fault)


async def settle_cards(turn: Turn, others: Iterable[CardPlace], screen: Screen) -> None:
    """Other cards about the same dose tell the outcome, too, with nothing left to tap."""
    screen = await _complete(turn, screen)
    for card in others:
        if card.message_id != turn.message_id:
            await edit(turn.bot, card.telegram_id, card.message_id, screen.without_buttons())


async def strip_tapped(turn: Turn) -> None:
    """The tapped message keeps its words and loses its buttons."""
    if turn.message_id is not None:
        await strip(turn.bot, turn.chat_id, turn.message_id)


async def strip(bot: Bot, chat_id: int, message_id: int) -> None:
    """A message loses its buttons."""

    async def change() -> None:
        try:
            await bot.edit_message_reply_markup(chat_id, message_id)
        except BadRequest as refusal:
            if _SAME not in str(refusal).lower():
                raise

    await _tried(change, "strip")


async def with_fallback(text: str, send: Callable[[str, str | None], Awaitable[T]]) -> T:
    """HTML; where Telegram cannot read it, the same words plain: a message must arrive."""
    try:
        return await send(text, ParseMode.HTML)
    except BadRequest as refusal:
        if _BAD_MARKUP not in str(refusal).lower():
            raise
        _log.error("a text is not valid HTML and was sent plain")
        return await send(without_markup(text), None)


async def _tried(call: Callable[[], Awaitable[T]], what: str) -> T | None:
    """The call's result; None where it cannot be done, which is logged."""
    pause = _PAUSE
    for left in reversed(range(_TRIES)):
        try:
            return await call()
        except (BadRequest, Forbidden, InvalidToken) as refusal:
            _log.warning("%s refused: %s", what, refusal)
            return None
        except RetryAfter as flood:
            wait = float(flood._retry_after.total_seconds())
            if wait > _WAIT_MOST or not left:
                _log.warning("%s given up: Telegram asks to wait %s s", what, wait)
                return None
            await asyncio.sleep(wait)
        except NetworkError as fault:
            if not left:
                _log.warning("%s given up: %s", what, type(fault).__name__)
                return None
            await asyncio.sleep(pause)
            pause *= 2
        except TelegramError as fault:
            _log.warning("%s given up: %s", what, type(fault).__name__)
            return None
    return None
