"""Red flags in free text: the card at once, before anything else, and its answers."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import datetime

from telegram import Update

from bot.chat.handlers.repeating import what_waits
from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.net.read import read_red_flags
from bot.chat.plain_text import without_markup
from bot.chat.present import reply, strip_tapped
from bot.chat.turn import Turn
from bot.domain.policy import Policy
from bot.domain.red_flags import EmergencyCard, FlagAnswer, Measure, Raised, Seen, kind_of
from bot.domain.terms import Kidney, RedFlagId
from bot.screens import emergency
from bot.screens.scene import Scene
from bot.screens.screen import Tap
from bot.usecases import StorageFault, red_flags
from bot.words import Words

_log = logging.getLogger(__name__)


def words_of(update: Update) -> str:
    """What was typed, wherever: a text, a caption, an edit, behind a command. "" for a tap."""
    message = update.message or update.edited_message
    if message is None:
        return ""
    text = message.text or message.caption or ""
    return text[1:].replace("_", " ") if text.startswith("/") else text


async def caught(turn: Turn, text: str) -> bool:
    """A red flag: its card is shown at once, whatever was being asked, and nothing else is done."""
    seen = await _seen(turn, text) if text else None
    if seen is None or not seen.flags:
        return False
    raised = await _prepared(turn, seen)
    sent = await reply(turn, emergency.raised(turn.scene, raised))
    kept = await _keep(turn, raised, arrived=sent is not None)
    if kept and (raised.card is None or raised.id is None):
        await what_waits(turn)
    return True


async def _prepared(turn: Turn, seen: Seen) -> Raised:
    """By the plan and the log, where they can be read; a card waits for no database."""
    desk = turn.desk
    try:
        return await red_flags.prepare(
            desk.store, desk.policy, turn.person, seen, turn.said_at, turn.at
        )
    except StorageFault as fault:
        _log.error("the card goes without the log: %s", fault)
        return _bare(seen, turn.person.kidney)


def _bare(seen: Seen, kidney: Kidney | None) -> Raised:
    kind = kind_of(seen, kidney)
    card = None if kind is None else EmergencyCard(kind, None, seen.other)
    return Raised(card, seen.flags)


async def _keep(turn: Turn, raised: Raised, *, arrived: bool) -> bool:
    """False: it could not be kept. The card stands all the same, and must not come again."""
    desk = turn.desk
    try:
        await red_flags.keep(desk.store, turn.person, raised, turn.at, turn.cause, arrived=arrived)
    except StorageFault as fault:
        if not arrived:
            raise
        _log.error("a red flag could not be kept: %s", fault)
        return False
    return True


async def caught_again(turn: Turn, text: str) -> bool:
    """The same for words that came twice: our first answer may be lost."""
    seen = await _seen(turn, text) if text else None
    if seen is None or not seen.flags:
        return False
    desk = turn.desk
    raised = await red_flags.again(desk.store, desk.policy, turn.person, seen, turn.at)
    await reply(turn, emergency.raised(turn.scene, raised))
    return True


async def _seen(turn: Turn, text: str) -> Seen:
    """By the plan, where it can be read; the net alone needs no database."""
    try:
        measure = await red_flags.measure(turn.desk.store, turn.person, turn.at)
    except StorageFault as fault:
        _log.error("the net goes without the plan: %s", fault)
        measure = Measure()
    return await asyncio.to_thread(read_red_flags, text, measure, turn.desk.policy)


def without_log(words: Words, text: str, policy: Policy, at: datetime) -> str | None:
    """The card as plain text, for when the database is away; None where there is no red flag."""
    seen = read_red_flags(text, Measure(), policy) if text else None
    if seen is None or not seen.flags:
        return None
    return without_markup(emergency.raised(Scene(words, "UTC", at), _bare(seen, None)).text)


async def called(turn: Turn, flag: RedFlagId | None = None) -> None:
    """ "I called", typed or tapped."""
    await _answer(turn, flag, FlagAnswer.CALLED)


async def not_emergency(turn: Turn, flag: RedFlagId | None = None) -> None:
    """ "Not an emergency", typed or tapped."""
    await _answer(turn, flag, FlagAnswer.NOT_EMERGENCY)


async def tap_called(turn: Turn, tap: Tap) -> None:
    """[I called]."""
    await called(turn, None if tap.subject is None else RedFlagId(tap.subject))


async def tap_not_emergency(turn: Turn, tap: Tap) -> None:
    """[Not an emergency]."""
    await not_emergency(turn, None if tap.subject is None else RedFlagId(tap.subject))


async def _answer(turn: Turn, flag: RedFlagId | None, what: FlagAnswer) -> None:
    """It is kept, the card keeps its words, and what was interrupted is asked again."""
    answered = await red_flags.answer(turn.desk.store, turn.person, flag, what, turn.at, turn.cause)
    scene = replace(turn.scene, country=answered.country)
    await strip_tapped(turn)
    if what is FlagAnswer.CALLED:
        await reply(turn, emergency.called(scene, turn.at))
    else:
        await reply(turn, emergency.not_emergency(scene, answered.kind))
    await what_waits(turn)


async def may_answer_card(turn: Turn, verb: verbs.Verb | None) -> bool:
    """A bare yes or no right after a card may be meant for that: what waits is asked again first.

    Whatever is typed, the card is not waited for any more.
    """
    stood = await red_flags.go_on(turn.desk.store, turn.person, turn.at)
    if not stood or not isinstance(verb, verbs.Yes | verbs.No):
        return False
    await what_waits(turn)
    return True
