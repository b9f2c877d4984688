"""Typed answers to small questions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.chat.handlers import (
    asked,
    correcting,
    doses,
    hospital,
    ladder,
    looking,
    moving,
    pausing,
    typed_correcting,
    typed_doses,
    typed_stopping,
    typed_supply,
)
from bot.chat.handlers import setup as setting_up
from bot.chat.handlers.health_questions import ANSWERS as HEALTH_ANSWERS
from bot.chat.handlers.naming import doses_named
from bot.chat.handlers.outcomes import answered
from bot.chat.handlers.repeating import small_again
from bot.chat.handlers.slips import is_slip
from bot.chat.handlers.typed_doses import is_label, moment, moment_about, reason_named, spelled
from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.moments import read_moment
from bot.chat.parsing.times import Problem
from bot.chat.parsing.verbs import read_verb
from bot.chat.turn import Turn
from bot.domain.dose import Dose
from bot.domain.dose_events import Skip, Took
from bot.domain.setup import Question
from bot.domain.terms import DoseId, SkipReason, TaperReason
from bot.screens.screen import Tap, Verb
from bot.usecases import doses as answering
from bot.usecases import history, questions, undoing
from bot.usecases.questions import amount_of, dose_of, doses_of, extra_of, is_amount, is_taken


async def small_question(turn: Turn, question: Question, about: str, text: str) -> bool:
    """A typed answer to the question that waits; False where the words are no answer to it."""
    if isinstance(read_verb(text), verbs.Back) and (dose := _about_one(question, about)):
        await questions.forget(turn.desk.store, turn.person)
        await doses.back(turn, Tap(Verb.BACK, dose))
        return True
    if await _ANSWERS[question](turn, about, text):
        return True
    if question is Question.STOP and await _under_the_guard(turn, about, text):
        return True
    slipped = await is_slip(turn, question, about, text)
    return slipped and await small_again(turn, question, about, text)


async def _under_the_guard(turn: Turn, about: str, text: str) -> bool:
    """An answer to the question that the guard came before; else words of why, if they can be."""
    under = typed_stopping.under(about)
    if under is not None and await small_question(turn, *under, text):
        return True
    return await typed_stopping.own_words(turn, about, text)


def _about_one(question: Question, about: str) -> DoseId | None:
    """The one dose that [Back] under the question goes back to."""
    if question in (Question.TOOK_WHEN, Question.SKIP_REASON):
        return dose_of(about)
    offered = doses_of(about)[1] if question is Question.WHICH_DOSE else ()
    return offered[0] if len(offered) == 1 else None


async def _took_when(turn: Turn, about: str, text: str) -> bool:
    """ "13:50", "15 min ago", "taken 13:50", "Took it on time"."""
    dose = await undoing.own(turn.desk.store, turn.person, dose_of(about))
    if dose is None:
        return False
    if is_label(turn, text, "button-on-time"):
        await doses.named(turn, dose, dose.due_at)
        return True
    verb = read_verb(text)
    if isinstance(verb, verbs.Taken) and verb.mg is not None:
        return False  # with an amount it may be about another dose
    said = read_moment(text)
    if isinstance(said, Problem):
        return False
    opened = (await history.today(turn.desk.store, turn.person.id, turn.at)).open
    if any(each.id != dose.id for each in opened):  # another has come since: which is meant?
        await typed_doses.take(turn, moment(turn, said), None)
        return True
    outcome = await answering.answer(
        turn.desk.store,
        turn.desk.policy,
        turn.saying(),
        dose.id,
        Took(moment_about(turn, said, dose)),
        turn.cause,
    )
    await answered(turn, outcome)
    return True


async def _skip_reason(turn: Turn, about: str, text: str) -> bool:
    """A reason on a button, or the person's own words, if they are no question and no answer."""
    reason, words = reason_named(turn, text, SkipReason, "skip-reason"), None
    if reason is None:
        as_reason = None if read_verb(text) else read_verb(f"skip because {text}")
        if not isinstance(as_reason, verbs.Skip):
            return False
        reason, words = SkipReason.OTHER, as_reason.words
    outcome = await answering.answer(
        turn.desk.store,
        turn.desk.policy,
        turn.saying(words),
        dose_of(about),
        Skip(SkipReason(reason)),
        turn.cause,
    )
    await answered(turn, outcome)
    return True


async def _taper_reason(turn: Turn, about: str, text: str) -> bool:
    reason = reason_named(turn, text, TaperReason, "taper-reason")
    if reason is None and (read_verb(text) is not None or text.rstrip().endswith("?")):
        return False
    words = text if reason is None else None
    await looking.taper_because(turn, TaperReason(reason or TaperReason.OTHER), words)
    return True


async def _which_dose(turn: Turn, about: str, text: str) -> bool:
    """ "14:00 dose", "14:00", "extra dose"; "undo": none of them.

    Where another amount was said, no dose is named before its own is: "took 10 mg".
    """
    taken_at, offered = doses_of(about)
    if is_taken(about) and isinstance(read_verb(text), verbs.Undo):
        await doses.leave_as_is(turn, None)
        return True
    if is_taken(about) and is_label(turn, text, "button-extra"):
        await doses.ask_extra(turn, taken_at or turn.said_at)
        return True
    own = [await undoing.own(turn.desk.store, turn.person, each) for each in offered]
    known = [dose for dose in own if dose is not None]
    if is_amount(about):
        named = [dose for dose in known if _took_planned(turn, text, dose)]
    else:
        named = doses_named(turn, text, known)
    if len(named) > 1:
        return await small_again(turn, Question.WHICH_DOSE, about, text)
    if named:
        await _name(turn, about, named[0])
        return True
    return is_taken(about) and await _when_taken(turn, about, text)


async def _when_taken(turn: Turn, about: str, text: str) -> bool:
    """The time of none of the doses, and no more: when it was taken. An amount stays as said."""
    taken_at, mg = doses_of(about)[0], amount_of(about)
    verb, said = read_verb(text), read_moment(text)
    if verb is None and not isinstance(said, Problem) and (taken_at is None or is_amount(about)):
        await typed_doses.take(turn, moment(turn, said), mg)
        return True
    if mg is None or not isinstance(verb, verbs.Taken) or verb.mg is not None:
        return False
    await typed_doses.taken(turn, replace(verb, mg=mg), taken_at)
    return True


async def _name(turn: Turn, about: str, dose: Dose) -> None:
    """The dose that is meant: taken when it was said, or else asked when."""
    if not is_taken(about):
        await doses.back(turn, Tap(Verb.BACK, dose.id))
        return
    at = doses_of(about)[0] or (turn.said_at if turn.at < dose.closes_at else None)
    await (doses.ask_when(turn, dose) if at is None else doses.named(turn, dose, at))


def _took_planned(turn: Turn, text: str, dose: Dose) -> bool:
    took = turn.scene.words.plain("button-took-amount", amount=turn.scene.amount(dose.mg))
    return spelled(text) == spelled(took)


async def _extra_dose(turn: Turn, about: str, text: str) -> bool:
    """ "yes", "no", the words on a button. "undo" is a no: what was logged before stays so."""
    taken_at, which, named = extra_of(about)
    verb = read_verb(text)
    if isinstance(verb, verbs.Yes) or is_label(turn, text, "button-yes-extra"):
        await doses.confirm_extra(turn, which, taken_at, named=named)
    elif isinstance(verb, verbs.No | verbs.Undo) or is_label(turn, text, "button-same-dose"):
        await doses.leave_as_is(turn, which)
    else:
        return False
    return True


async def _log_page(turn: Turn, about: str, text: str) -> bool:
    page = int(about)
    if is_label(turn, text, "button-older"):
        await looking.week(turn, page + 1)
    elif is_label(turn, text, "button-newer"):
        await looking.week(turn, max(page - 1, 0))
    elif is_label(turn, text, "button-correct"):
        await correcting.days(turn, page)
    else:
        return False
    return True


async def _city(turn: Turn, about: str, text: str) -> bool:
    """A city right under /timezone."""
    if read_verb(text) is not None or not await setting_up.places_named(turn, text):
        return False
    await questions.forget(turn.desk.store, turn.person)
    await looking.change_zone(turn, text)
    return True


_ANSWERS: dict[Question, Callable[[Turn, str, str], Awaitable[bool]]] = {
    Question.TOOK_WHEN: _took_when,
    Question.SKIP_REASON: _skip_reason,
    Question.TAPER_REASON: _taper_reason,
    Question.WHICH_DOSE: _which_dose,
    Question.EXTRA_DOSE: _extra_dose,
    Question.LOG_PAGE: _log_page,
    Question.CORRECTING: typed_correcting.typed,
    Question.PAUSE_END: pausing.answer_end,
    Question.PAUSE_SURE: pausing.answer_sure,
    Question.HOSPITAL: hospital.answer,
    Question.CITY: _city,
    **HEALTH_ANSWERS,
    Question.SUPPLY_COUNT: typed_supply.answer_count,
    Question.SUPPLY_SURE: typed_supply.answer_sure,
    Question.SUPPLY_LEAD: typed_supply.answer_lead,
    Question.ASKING: asked.go_on,
    Question.MOVING: moving.answer,
    Question.ANY_TAKEN: ladder.answer,
    Question.STOP: typed_stopping.answer,
}
