"""Taps and typed words about doses."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from bot.chat.present import edit, reply, settle_cards, show
from bot.chat.turn import Turn
from bot.domain.dose_events import Event, NotSure, NotTaken, Reason, Skip, Snooze, Took
from bot.domain.outcomes import (
    AnswerOutcome,
    AskExtra,
    AskWhich,
    NoPlan,
    OtherAmount,
    Recorded,
    Refused,
)
from bot.domain.terms import AnswerKind, DoseId, DoseState, SkipReason
from bot.screens import answers, asking, cards, general, log, refusals
from bot.screens.buttons import instant_of
from bot.screens.screen import Screen, Tap
from bot.usecases import doses, history, questions, undoing


async def answered(turn: Turn, outcome: AnswerOutcome) -> None:
    """Show what came of an answer, on the tapped card and on every other about the dose."""
    match outcome:
        case Recorded():
            await _recorded(turn, outcome)
        case Refused():
            await _refused(turn, outcome)
        case AskWhich():
            await show(turn, asking.ask_which(turn.scene, outcome))
        case AskExtra():
            await show(turn, asking.ask_extra(turn.scene, outcome))
        case OtherAmount():
            await show(turn, asking.other_amount(turn.scene, outcome))
        case NoPlan():
            await show(turn, general.bare(turn.scene, "not-set-up"))


async def _recorded(turn: Turn, outcome: Recorded) -> None:
    screen = answers.recorded(turn.scene, turn.desk.policy, outcome)
    is_open = outcome.dose is not None and outcome.dose.state is DoseState.OPEN
    if not is_open:
        await show(turn, screen)
        await settle_cards(turn, outcome.cards, screen)
        return
    elsewhere = [card for card in outcome.cards if card.message_id != turn.message_id]
    one_is_live = bool(elsewhere)
    await show(turn, screen.without_buttons() if one_is_live else screen)
    if outcome.kind is AnswerKind.UNDONE and outcome.dose is not None:
        for card in elsewhere:
            again = cards.reminder(turn.scene, outcome.dose)
            await edit(turn.bot, card.telegram_id, card.message_id, again)


async def _refused(turn: Turn, outcome: Refused) -> None:
    """Nothing changed. A card that is not the person's, or not open, shows their day."""
    screen = refusals.refused(turn.scene, turn.desk.policy, outcome)
    if outcome.why is Reason.ASK_WHEN and outcome.dose is not None:
        await questions.ask_when(turn.desk.store, turn.person, outcome.dose.id, turn.at)
    if outcome.why is Reason.NOT_YOURS:
        day = await history.today(turn.desk.store, turn.person.id, turn.at)
        await reply(turn, Screen(screen.text))
        await reply(turn, log.today(turn.scene, turn.desk.policy, day))
        return
    await show(turn, screen)


async def _answer(turn: Turn, dose: UUID | None, event: Event) -> None:
    if dose is None:
        await answered(turn, Refused(Reason.NOT_YOURS, None, None))
        return
    outcome = await doses.answer(
        turn.desk.store, turn.desk.policy, turn.saying(), DoseId(dose), event, turn.cause
    )
    await answered(turn, outcome)


async def took(turn: Turn, tap: Tap) -> None:
    """[Took it]: now."""
    await _answer(turn, tap.subject, Took())


async def took_ago(turn: Turn, tap: Tap) -> None:
    """[15 min ago]: before the tap."""
    await _answer(turn, tap.subject, Took(turn.at - timedelta(minutes=int(tap.detail))))


async def took_at(turn: Turn, tap: Tap) -> None:
    """A dose named, with its time: said before, the planned one, or still to be asked."""
    dose = await undoing.own(turn.desk.store, turn.person, tap.subject)
    if dose is None:
        await _answer(turn, None, Took())
        return
    if tap.detail == "ask":
        await _ask_when(turn, tap)
        return
    at = dose.due_at if tap.detail == "due" else min(instant_of(tap.detail), turn.at)
    saying = turn.saying().naming()
    outcome = await doses.answer(
        turn.desk.store, turn.desk.policy, saying, dose.id, Took(at), turn.cause
    )
    await answered(turn, outcome)


async def took_earlier(turn: Turn, tap: Tap) -> None:
    """[Took it earlier] and [I took it at...]: when?"""
    await _ask_when(turn, tap)


async def _ask_when(turn: Turn, tap: Tap) -> None:
    dose = await undoing.own(turn.desk.store, turn.person, tap.subject)
    if dose is None:
        await _answer(turn, None, Took())
        return
    if dose.state not in (DoseState.OPEN, DoseState.MISSED, DoseState.UNKNOWN):
        await _answer(turn, dose.id, Took())
        return
    await questions.ask_when(turn.desk.store, turn.person, dose.id, turn.at)
    await show(turn, asking.ask_earlier(turn.scene, dose))


async def extra(turn: Turn, tap: Tap) -> None:
    """[Yes, extra], and [Extra dose], which is asked once more first ("?")."""
    if tap.detail.startswith("?"):
        await show(turn, asking.ask_extra_plain(turn.scene, instant_of(tap.detail[1:])))
        return
    taken_at = min(instant_of(tap.detail), turn.at)
    saying = turn.saying().confirming()
    store, policy = turn.desk.store, turn.desk.policy
    if tap.subject is None:
        outcome = await doses.take_extra(store, saying, taken_at, None, turn.cause)
    else:
        which = DoseId(tap.subject)
        outcome = await doses.answer(store, policy, saying, which, Took(taken_at), turn.cause)
    await answered(turn, outcome)


async def same_dose(turn: Turn, tap: Tap) -> None:
    """[No, same dose]: nothing changes."""
    day = await history.today(turn.desk.store, turn.person.id, turn.at)
    await show(turn, asking.same_dose(turn.scene, day.next))


async def snooze(turn: Turn, tap: Tap) -> None:
    """[In 15 min]."""
    await _answer(turn, tap.subject, Snooze(int(tap.detail)))


async def skip(turn: Turn, tap: Tap) -> None:
    """[Skip]: asks why, which is the second tap."""
    dose = await undoing.own(turn.desk.store, turn.person, tap.subject)
    if dose is None or dose.state is not DoseState.OPEN:
        await _answer(turn, tap.subject, Skip(SkipReason.OTHER))
        return
    await show(turn, asking.ask_skip(turn.scene, dose))


async def skip_because(turn: Turn, tap: Tap) -> None:
    """The reason, and with it the skip."""
    await _answer(turn, tap.subject, Skip(SkipReason(tap.detail)))


async def not_sure(turn: Turn, tap: Tap) -> None:
    """[Not sure]: then do not take it again now."""
    await _answer(turn, tap.subject, NotSure())


async def not_taken(turn: Turn, tap: Tap) -> None:
    """[I missed it], [Did not take it]."""
    await _answer(turn, tap.subject, NotTaken())


async def undo(turn: Turn, tap: Tap) -> None:
    """[Undo]: of the answer about this dose, if it is the latest."""
    await _undo(turn, None if tap.subject is None else DoseId(tap.subject))


async def undo_latest(turn: Turn) -> None:
    """Typed "undo"."""
    await _undo(turn, None)


async def _undo(turn: Turn, which: DoseId | None) -> None:
    outcome = await undoing.undo(
        turn.desk.store, turn.desk.policy, turn.saying(), which, turn.cause
    )
    await answered(turn, outcome)


async def back(turn: Turn, tap: Tap) -> None:
    """[Back]: the dose's card as it stands."""
    dose = await undoing.own(turn.desk.store, turn.person, tap.subject)
    await questions.forget(turn.desk.store, turn.person)
    if dose is None or dose.state is not DoseState.OPEN or turn.at >= dose.closes_at:
        day = await history.today(turn.desk.store, turn.person.id, turn.at)
        await show(turn, log.today(turn.scene, turn.desk.policy, day))
        return
    await show(turn, cards.reminder(turn.scene, dose))


async def take_typed(turn: Turn, taken_at: datetime | None, mg: Decimal | None) -> None:
    """Typed "taken", with or without a time."""
    outcome = await doses.take_typed(
        turn.desk.store, turn.desk.policy, turn.saying(), taken_at, mg, turn.cause
    )
    await answered(turn, outcome)


async def answer_open(turn: Turn, event: Event, words: str | None = None) -> None:
    """Typed "snooze 20", "not sure", "I missed it", or a skip whose reason was typed."""
    outcome = await doses.answer_open(
        turn.desk.store, turn.desk.policy, turn.saying(words), event, turn.cause
    )
    await answered(turn, outcome)


async def skip_typed(turn: Turn, words: str) -> None:
    """Typed "skip": the reason is asked; "skip because sleepy" has told it."""
    if words:
        await answer_open(turn, Skip(SkipReason.OTHER), words)
        return
    day = await history.today(turn.desk.store, turn.person.id, turn.at)
    if len(day.open) == 1:
        await questions.ask_skip(turn.desk.store, turn.person, day.open[0].id, turn.at)
        await show(turn, asking.ask_skip(turn.scene, day.open[0]))
        return
    await answer_open(turn, Skip(SkipReason.OTHER))
