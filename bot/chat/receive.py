"""The one door for updates: it returns after the commit, once, and never raises.

Whoever asks Telegram for more confirms only updates that came back from here as kept.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

from telegram import Bot, CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Update, User
from telegram.error import TelegramError

from bot.chat.apology import apologise
from bot.chat.handlers import looking, red_flags
from bot.chat.handlers.setup import show_what_waits
from bot.chat.routes import route
from bot.chat.turn import Desk, Turn, scene_of
from bot.domain.person import Person
from bot.redact import where
from bot.usecases import Cause, CauseSeen, StorageFault, WrongKey, failures, people
from bot.usecases.red_flags import so_far
from bot.words import Words, best_language

_log = logging.getLogger(__name__)
_WAITS_MOST = timedelta(minutes=10)  # then what cannot be kept is not the database's fault alone
_NOTING = 5.0  # seconds that recording a failure may take
_BARE_ANSWER = 2.0  # seconds after which a tap is answered even if nothing is committed yet
_LEFT = (ChatMember.BANNED, ChatMember.LEFT)


@dataclass(slots=True)
class _Held:
    """An update of a person that waits for the database, and those refused behind it."""

    first: int
    behind: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Receive:
    """`await receive(update)`: people in parallel, one person's updates in order."""

    desk: Desk
    bot: Bot
    cap: float = 20.0  # seconds an update may take
    _turns: WeakValueDictionary[int, asyncio.Lock] = field(default_factory=WeakValueDictionary)
    _held: dict[int, _Held] = field(default_factory=dict)
    _heard: dict[int, datetime] = field(default_factory=dict)  # those being tried, since when
    _told: set[int] = field(default_factory=set)  # updates that wait, and whose people know

    async def __call__(self, update: Update) -> bool:
        """Handle one update. True: it is done with. False: the database is away; it comes again.

        Over its cap, or with a fault of ours, it is recorded as failed and passed.
        """
        whose = update.effective_user.id if update.effective_user else 0
        lock = self._turns.setdefault(whose, asyncio.Lock())
        async with lock:
            if self._is_behind(whose, update.update_id):
                return False
            heard = self._heard.setdefault(update.update_id, self.desk.now())
            why = await self._tried(update, heard)
            if why is None or await self._passed(update, why, heard):
                self._held.pop(whose, None)
                self._heard.pop(update.update_id, None)
                self._told.discard(update.update_id)
                return True
            self._held[whose] = _Held(update.update_id)
            await self._say_it_waits(update)
            return False

    def _is_behind(self, whose: int, which: int) -> bool:
        """An earlier update of this person waits, so this one does. Both come again, in order;
        where the earlier one does not, Telegram has given it up.
        """
        held = self._held.get(whose)
        if held is None or which <= held.first or which in held.behind:
            return False
        held.behind.add(which)
        return True

    async def _tried(self, update: Update, heard: datetime) -> str | StorageFault | None:
        """Why it failed: a fault of ours in words for the operator, or the database's."""
        try:
            async with asyncio.timeout(self.cap):
                await self._handle(update, heard)
        except TimeoutError:
            return f"took over {self.cap:g} s"
        except StorageFault as fault:  # a text that does not open never will
            return where(fault) if isinstance(fault, WrongKey) else fault
        except Exception as fault:  # the next update must not wait for this one
            return where(fault)
        return None

    async def _passed(self, update: Update, why: str | StorageFault, heard: datetime) -> bool:
        """It is passed once that is on record. False: nothing can be recorded now, or it waits.

        One that waits for long while others can be kept would hold up everybody's.
        """
        which = update.update_id
        if isinstance(why, StorageFault) and self.desk.now() - heard < _WAITS_MOST:
            _log.error("update %s waits: %s", which, why)
            return False
        if isinstance(why, StorageFault):
            why = where(why)
        if not await self.pass_by(which, why):
            return False
        await apologise(self.bot, self.desk, update, "failed")
        return True

    async def pass_by(self, which: int, why: str) -> bool:
        """It is put on record that this update is passed. False: nothing can be recorded now."""
        _log.error("update %s failed and was passed: %s", which, why)
        try:
            async with asyncio.timeout(_NOTING):
                await failures.note(self.desk.store, f"update:{which}", why, self.desk.now())
        except (StorageFault, TimeoutError):
            return False
        return True

    async def _say_it_waits(self, update: Update) -> None:
        """Said once, however often it is tried."""
        if update.update_id not in self._told:
            self._told.add(update.update_id)
            await apologise(self.bot, self.desk, update, "failed-for-now")

    async def _handle(self, update: Update, heard: datetime) -> None:
        chat, user = update.effective_chat, update.effective_user
        if chat is None or user is None or user.is_bot:
            return
        if chat.type != Chat.PRIVATE:
            await self._leave(update, chat)
            return
        at = self.desk.now()
        person = await self._meet(user, at)
        cause = Cause(f"update:{update.update_id}", at)
        if update.my_chat_member is not None:
            await self._membership(update.my_chat_member, person, cause)
            return
        if person.blocked_at is not None:
            with suppress(CauseSeen):
                found = Cause(f"{cause.key}:found", at)
                await people.find_again(self.desk.store, self.desk.policy, person, at, found)
        query = update.callback_query
        tapped = query.message.message_id if query is not None and query.message else None
        scene = scene_of(await so_far(self.desk.store, person), at)  # with their country's number
        turn = Turn(
            self.desk,
            self.bot,
            person,
            scene,
            at,
            _said(update, min(heard, at)),
            cause,
            tapped,
        )
        await self._answer(turn, update, query)

    async def _meet(self, user: User, at: datetime) -> Person:
        language = best_language(user.language_code)
        return await people.meet(
            self.desk.store, user.id, user.full_name, user.username, language, at
        )

    async def _answer(self, turn: Turn, update: Update, query: CallbackQuery | None) -> None:
        """Commit, edit the card, answer the tap; a bare answer where that takes over 2 s."""
        if query is None:
            await self._route(turn, update)
            return
        handled, failed = asyncio.Event(), None
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_answer_tap(query, handled))
            try:
                await self._route(turn, update)
            except Exception as fault:  # raised below: a task group would leave the tap unanswered
                failed = fault
            handled.set()
        if failed is not None:
            raise failed

    async def _route(self, turn: Turn, update: Update) -> None:
        """A cause seen before: our reply was lost, or the update came twice. Show how it stands."""
        if await self.desk.store.seen(turn.cause.key):
            await self._show_present(turn, update)
            return
        try:
            await route(turn, update)
        except CauseSeen:
            await self._show_present(turn, update)

    async def _show_present(self, turn: Turn, update: Update) -> None:
        if await red_flags.caught_again(turn, red_flags.words_of(update)):
            return
        turn = turn.again(await people.get(self.desk.store, turn.person.id))
        if turn.person.onboarded_at is None:
            await show_what_waits(turn)
        else:
            await looking.today(turn)

    async def _membership(self, change: ChatMemberUpdated, person: Person, cause: Cause) -> None:
        store, at = self.desk.store, cause.at
        try:
            if change.new_chat_member.status in _LEFT:
                await people.lose(store, self.desk.policy, person, at, cause)
            elif person.blocked_at is not None:
                await people.find_again(store, self.desk.policy, person, at, cause)
        except CauseSeen:
            return

    async def _leave(self, update: Update, chat: Chat) -> None:
        """Groups see one polite line, then the bot leaves."""
        change = update.my_chat_member
        if change is not None and change.new_chat_member.status in _LEFT:
            return
        try:
            await self.bot.send_message(chat.id, Words().plain("group"))
        except TelegramError as fault:
            _log.info("a group could not be told: %s", type(fault).__name__)
        try:
            await self.bot.leave_chat(chat.id)
        except TelegramError as fault:
            _log.warning("a group could not be left: %s", type(fault).__name__)


async def _answer_tap(query: CallbackQuery, handled: asyncio.Event) -> None:
    """The tap's clock stops when it was handled, or after 2 s."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_BARE_ANSWER):
            await handled.wait()
    try:
        await query.answer()
    except TelegramError as fault:
        _log.info("a tap could not be answered: %s", type(fault).__name__)


def _said(update: Update, heard: datetime) -> datetime:
    """When a text was typed: perhaps hours ago, if the bot was down. A tap, when it was heard."""
    message = update.message
    return heard if message is None else min(message.date, heard)
