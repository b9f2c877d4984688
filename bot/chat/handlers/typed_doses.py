"""Typed verbs about doses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal

from bot.chat.handlers import doses
from bot.chat.handlers.outcomes import answered
from bot.chat.handlers.repeating import unclear_time
from bot.chat.parsing import care_verbs
from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.plain import plain
from bot.chat.parsing.times import TimeRead
from bot.chat.parsing.verbs import read_verb
from bot.chat.present import reply, show
from bot.chat.turn import Turn
from bot.domain.dose import Dose
from bot.domain.dose_events import Event, NotSure, NotTaken, Skip, Snooze
from bot.domain.moments import just_past, nearest
from bot.domain.terms import SkipReason
from bot.screens import asking
from bot.screens.screen import Screen
from bot.usecases import doses as answering
from bot.usecases import history, questions, taking

_SNOOZE_UNSAID = 15  # minutes


def spelled(said: str) -> str:
    """As a label is typed: without marks at its ends, in small letters."""
    return " ".join(plain(said).text.replace(",", " ").strip(" .!").split())


def is_label(turn: Turn, text: str, *labels: str) -> bool:
    """The text is what stands on one of these buttons."""
    return spelled(text) in {spelled(turn.scene.words.plain(label)) for label in labels}


def reason_named(turn: Turn, text: str, reasons: Iterable[str], table: str) -> str | None:
    """The reason by its button's words, or as it is written in the log."""
    said = spelled(text).removeprefix("of ")
    for reason in reasons:
        if is_label(turn, said, f"button-{reason}", f"{table}-{reason}"):
            return reason
    return None


def moment(turn: Turn, said: TimeRead | timedelta) -> datetime:
    """The instant of a typed time, or of an "ago"."""
    if isinstance(said, timedelta):
        return turn.said_at - said
    return just_past(said.wall, said.day, turn.scene.zone, turn.said_at)


def moment_about(turn: Turn, said: TimeRead | timedelta, dose: Dose) -> datetime:
    """The past instant nearest to the dose; one that is still to come today is left so."""
    if isinstance(said, timedelta):
        return turn.said_at - said
    past = nearest(said.wall, said.day, turn.scene.zone, turn.said_at, dose.due_at)
    if said.day is None and past < dose.counts_from and dose.local_date == turn.scene.today:
        return max(past, just_past(said.wall, 0, turn.scene.zone, turn.said_at))
    return past


async def taken(turn: Turn, verb: verbs.Taken, before: datetime | None = None) -> None:
    """Typed "taken", with or without a time and an amount. `before`: a time said earlier."""
    if verb.unclear is not None:
        await reply(turn, Screen(turn.scene.html(unclear_time(verb.unclear))))
        return
    said = verb.when or verb.ago
    await take(turn, before if said is None else moment(turn, said), verb.mg)


async def take(turn: Turn, taken_at: datetime | None, mg: Decimal | None) -> None:
    """Which dose is meant is asked where it is not clear."""
    outcome = await taking.take_typed(
        turn.desk.store, turn.desk.policy, turn.saying(), taken_at, mg, turn.cause
    )
    await answered(turn, outcome)


async def extra(turn: Turn, verb: verbs.Extra) -> None:
    """Typed "took another"."""
    await doses.ask_extra(turn, turn.said_at)


async def skip(turn: Turn, verb: verbs.Skip) -> None:
    """Typed "skip": the reason is asked; "skip because sleepy" has told it."""
    if verb.words:
        reason = reason_named(turn, verb.words, SkipReason, "skip-reason")
        if isinstance(read_verb(verb.words), care_verbs.RanOut):
            reason = SkipReason.NO_TABLETS
        own = verb.words if reason is None else None
        await answer_open(turn, Skip(SkipReason(reason or SkipReason.OTHER)), own)
        return
    opened = (await history.today(turn.desk.store, turn.person.id, turn.at)).open
    if len(opened) == 1 and turn.at < opened[0].closes_at:
        await questions.ask_skip(turn.desk.store, turn.person, opened[0].id, turn.at)
        await show(turn, asking.ask_skip(turn.scene, opened[0]))
        return
    await answer_open(turn, Skip(SkipReason.OTHER))


async def snooze(turn: Turn, verb: verbs.Snooze) -> None:
    """Typed "snooze 20", "later"."""
    await answer_open(turn, Snooze(verb.minutes or _SNOOZE_UNSAID))


async def not_sure(turn: Turn, verb: verbs.NotSure) -> None:
    """Typed "not sure"."""
    await answer_open(turn, NotSure())


async def missed(turn: Turn, verb: verbs.Missed) -> None:
    """Typed "I missed it"."""
    await answer_open(turn, NotTaken())


async def undo(turn: Turn, verb: verbs.Undo) -> None:
    """Typed "undo"."""
    await doses.take_back(turn)


async def answer_open(turn: Turn, event: Event, words: str | None = None) -> None:
    """About the open dose; "not sure" and "I missed it" also about the newest not logged."""
    outcome = await answering.answer_open(
        turn.desk.store, turn.desk.policy, turn.saying(words), event, turn.cause
    )
    await answered(turn, outcome)
