"""What is shown of every answer about a dose, tapped or typed."""

from __future__ import annotations

from bot.chat.present import reply, settle_cards, show, show_outcome
from bot.chat.turn import Turn
from bot.domain.dose import Dose
from bot.domain.dose_events import Reason
from bot.domain.outcomes import (
    AnswerOutcome,
    AskExtra,
    AskWhich,
    NoPlan,
    OtherAmount,
    Recorded,
    Refused,
)
from bot.domain.terms import AnswerKind
from bot.domain.views import Today
from bot.screens import answers, asking, cards, general, log, pausing, refusals, silence
from bot.screens import supply as supply_screens
from bot.screens.screen import Screen
from bot.usecases import history, lives, supply
from bot.words import Markup, lines

_USED = (AnswerKind.TAKEN, AnswerKind.EXTRA)  # it took tablets
_SETTLED = (AnswerKind.TAKEN, AnswerKind.SKIPPED, AnswerKind.MISSED, AnswerKind.NOT_SURE)


async def answered(turn: Turn, outcome: AnswerOutcome) -> None:
    """Show what came of an answer, on the tapped card and on every other about the dose."""
    match outcome:
        case Recorded():
            await _recorded(turn, outcome)
        case Refused():
            await refuse(turn, outcome)
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
    if turn.person.reminders_only_at is not None and outcome.kind is AnswerKind.TAKEN:
        screen = silence.offer_asking(turn.scene, screen)
    if outcome.kind in _USED:
        desk = turn.desk
        seen = await supply.if_short(desk.store, desk.policy, turn.person, turn.at)
        screen = screen if seen is None else supply_screens.after_answer(turn.scene, screen, seen)
    dose = outcome.dose
    if dose is None or outcome.kind is AnswerKind.SNOOZED:
        await show(turn, screen)
        return
    if outcome.kind is AnswerKind.UNDONE:
        await show(turn, screen)
        await settle_cards(turn, outcome.cards, answers.undone_elsewhere(turn.scene, dose))
        return
    await show_outcome(turn, dose, screen, outcome.cards)
    if outcome.kind in _SETTLED:
        await _ask_on(turn, dose)


async def _ask_on(turn: Turn, dose: Dose) -> None:
    """The next dose that nobody can know about is asked about.

    After one that was open only those whose names stood on its card: a catch-up's.
    """
    beside = dose.id if turn.at < dose.closes_at else None
    left = await history.unanswered(turn.desk.store, turn.person.id, turn.at, beside)
    if left:
        day = await today_of(turn)
        after = (*day.open, day.next)[0]
        await reply(turn, cards.unknown(turn.scene, left, after))


async def refuse(turn: Turn, outcome: Refused) -> None:
    """Nothing changed. A card that is not the person's, or not open, shows their day."""
    if outcome.why is Reason.IN_HOSPITAL:
        life = await lives.life(turn.desk.store, turn.person, turn.at)
        await show(turn, pausing.taken_in_hospital(turn.scene, life))
        return
    dose = outcome.dose
    screen = refusals.refused(turn.scene, turn.desk.policy, outcome)
    if outcome.why is Reason.NOT_YOURS or (outcome.why is Reason.NOT_OPEN and dose is not None):
        day = log.today(turn.scene, turn.desk.policy, await today_of(turn))
        said = refusals.why(turn.scene, outcome)
        place = reply if dose is None else show  # somebody else's button stays as it is
        await place(turn, Screen(lines([said, Markup(""), day.text]), day.rows))
        return
    await show(turn, screen)


async def today_of(turn: Turn) -> Today:
    """The person's day as it stands."""
    return await history.today(turn.desk.store, turn.person.id, turn.at)
