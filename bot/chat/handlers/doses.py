"""Taps on doses."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from bot.chat.handlers.outcomes import answered, refuse, today_of
from bot.chat.present import show
from bot.chat.turn import Turn
from bot.domain.dose import Dose
from bot.domain.dose_events import Event, NotSure, NotTaken, Reason, Skip, Snooze, Took
from bot.domain.moments import is_just_now
from bot.domain.outcomes import Refused
from bot.domain.terms import DoseId, DoseState, SkipReason
from bot.screens import asking, cards, log
from bot.screens.buttons import instant_of
from bot.screens.screen import Tap
from bot.usecases import doses, questions, taking, undoing

_WAITED = timedelta(seconds=30)  # a tap older than this is not of now


async def _answer(turn: Turn, dose: UUID | None, event: Event) -> None:
    if dose is None:
        await _not_theirs(turn)
        return
    outcome = await doses.answer(
        turn.desk.store, turn.desk.policy, turn.saying(), DoseId(dose), event, turn.cause
    )
    await answered(turn, outcome)


async def _not_theirs(turn: Turn) -> None:
    await refuse(turn, Refused(Reason.NOT_YOURS, None, None))


async def took(turn: Turn, tap: Tap) -> None:
    """[Took it]: now; or, where it could not be kept at once, when it was tapped."""
    waited = turn.at - turn.said_at > _WAITED
    await _answer(turn, tap.subject, Took(turn.said_at if waited else None))


async def took_ago(turn: Turn, tap: Tap) -> None:
    """[15 min ago]: before the tap."""
    await _answer(turn, tap.subject, Took(turn.at - timedelta(minutes=int(tap.detail))))


async def took_at(turn: Turn, tap: Tap) -> None:
    """A dose named, with its time: said before, the planned one, or still to be asked."""
    dose = await undoing.own(turn.desk.store, turn.person, tap.subject)
    if dose is None:
        await _not_theirs(turn)
    elif tap.detail == "ask":
        await ask_when(turn, dose)
    else:
        await named(turn, dose, dose.due_at if tap.detail == "due" else instant_of(tap.detail))


async def named(turn: Turn, dose: Dose, taken_at: datetime) -> None:
    """The person named this dose, and when it was taken."""
    outcome = await doses.answer(
        turn.desk.store,
        turn.desk.policy,
        turn.saying().naming(),
        dose.id,
        Took(taken_at),
        turn.cause,
    )
    await answered(turn, outcome)


async def took_earlier(turn: Turn, tap: Tap) -> None:
    """[Took it earlier] and [I took it at...]: when?"""
    dose = await undoing.own(turn.desk.store, turn.person, tap.subject)
    await (_not_theirs(turn) if dose is None else ask_when(turn, dose))


async def ask_when(turn: Turn, dose: Dose) -> None:
    """When was it taken? One that is answered already is shown so."""
    if dose.state not in (DoseState.OPEN, DoseState.MISSED, DoseState.UNKNOWN):
        await _answer(turn, dose.id, Took())
        return
    await questions.ask_when(turn.desk.store, turn.person, dose.id, turn.at)
    await show(turn, asking.ask_earlier(turn.scene, dose))


async def extra(turn: Turn, tap: Tap) -> None:
    """[Yes, extra], and [Extra dose], which is asked once more first ("?")."""
    taken_at = instant_of(tap.detail.lstrip("?="))
    which = None if tap.subject is None else DoseId(tap.subject)
    if tap.detail.startswith("?"):
        await ask_extra(turn, taken_at, which)
    else:
        await confirm_extra(turn, which, taken_at, named=tap.detail.startswith("="))


async def ask_extra(turn: Turn, taken_at: datetime, which: DoseId | None = None) -> None:
    """Is it an extra dose? Nothing is recorded before that is confirmed."""
    desk = turn.desk
    outcome = await taking.ask_extra(desk.store, desk.policy, turn.saying(), taken_at, which)
    await answered(turn, outcome)


async def confirm_extra(
    turn: Turn, which: DoseId | None, taken_at: datetime, *, named: bool
) -> None:
    """It is one: recorded, never argued with.

    Asked without its time (`named`: with it) longer ago than "just now", it is asked with it.
    """
    if not named and not is_just_now(taken_at, turn.said_at):
        await ask_extra(turn, taken_at, which)
        return
    saying = turn.saying().confirming()
    store, policy = turn.desk.store, turn.desk.policy
    if which is None:
        outcome = await taking.take_extra(store, saying, taken_at, turn.cause)
    else:
        outcome = await doses.answer(store, policy, saying, which, Took(taken_at), turn.cause)
    await answered(turn, outcome)


async def same_dose(turn: Turn, tap: Tap) -> None:
    """[No, same dose]."""
    await leave_as_is(turn, tap.subject)


async def leave_as_is(turn: Turn, which: UUID | None) -> None:
    """It was the same dose: nothing changes."""
    dose = await undoing.own(turn.desk.store, turn.person, which)
    await questions.forget(turn.desk.store, turn.person)
    day = await today_of(turn)
    await show(turn, asking.same_dose(turn.scene, dose, (*day.open, day.next)[0]))


async def snooze(turn: Turn, tap: Tap) -> None:
    """[In 15 min]."""
    await _answer(turn, tap.subject, Snooze(int(tap.detail)))


async def skip(turn: Turn, tap: Tap) -> None:
    """[Skip]: asks why, which is the second tap."""
    dose = await undoing.own(turn.desk.store, turn.person, tap.subject)
    if dose is None or dose.state is not DoseState.OPEN or turn.at >= dose.closes_at:
        await _answer(turn, tap.subject, Skip(SkipReason.OTHER))
        return
    await questions.ask_skip(turn.desk.store, turn.person, dose.id, turn.at)
    await show(turn, asking.ask_skip(turn.scene, dose))


async def skip_because(turn: Turn, tap: Tap) -> None:
    """The reason, and with it the skip."""
    await _answer(turn, tap.subject, Skip(SkipReason(tap.detail)))


async def not_sure(turn: Turn, tap: Tap) -> None:
    """[Not sure]: then do not take it again now."""
    await _answer(turn, tap.subject, NotSure())


async def not_taken(turn: Turn, tap: Tap) -> None:
    """[I missed it], [Not taken]."""
    await _answer(turn, tap.subject, NotTaken())


async def undo(turn: Turn, tap: Tap) -> None:
    """[Undo]: of the answer named by the button, if it is the latest."""
    if tap.subject is None and not tap.detail:
        await _not_theirs(turn)
        return
    if tap.subject is None:
        await take_back(turn, extra_at=instant_of(tap.detail))
    else:
        version = int(tap.detail[1:]) if tap.detail else None
        await take_back(turn, DoseId(tap.subject), version=version)


async def take_back(
    turn: Turn,
    dose: DoseId | None = None,
    version: int | None = None,
    extra_at: datetime | None = None,
) -> None:
    """The latest answer, or this one if it is the latest."""
    desk = turn.desk
    which = undoing.Meant(dose, version, extra_at)
    outcome = await undoing.undo(desk.store, desk.policy, turn.saying(), which, turn.cause)
    await answered(turn, outcome)


async def back(turn: Turn, tap: Tap) -> None:
    """[Back]: the dose's card as it stands."""
    dose = await undoing.own(turn.desk.store, turn.person, tap.subject)
    if dose is None or dose.state is not DoseState.OPEN or turn.at >= dose.closes_at:
        await show(turn, log.today(turn.scene, turn.desk.policy, await today_of(turn)))
        return
    await show(turn, cards.reminder(turn.scene, dose))
