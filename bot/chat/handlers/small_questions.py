"""Typed answers to small questions about doses, and the typed form of buttons that no verb is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.chat.handlers import doses, hospital, looking, pausing, typed_doses
from bot.chat.handlers.outcomes import answered
from bot.chat.handlers.typed_doses import is_label, moment, reason_named, spelled
from bot.chat.parsing import verbs
from bot.chat.parsing.times import Problem, TimeRead, read_ago, read_time
from bot.chat.turn import Turn
from bot.domain.dose import Dose
from bot.domain.dose_events import NotTaken, Skip, Took
from bot.domain.moments import just_past, nearest
from bot.domain.setup import Question
from bot.domain.terms import SkipReason, TaperReason
from bot.usecases import doses as answering
from bot.usecases import doubt, history, undoing
from bot.usecases.questions import dose_of, doses_of


async def small_question(turn: Turn, question: Question, about: str, text: str) -> bool:
    """A typed answer to the question that waits; False where the words are no answer to it."""
    return await _ANSWERS[question](turn, about, text)


async def _took_when(turn: Turn, about: str, text: str) -> bool:
    """ "13:50", "15 min ago", "taken 13:50", "Took it on time"."""
    dose = await undoing.own(turn.desk.store, turn.person, dose_of(about))
    if dose is None:
        return False
    if is_label(turn, text, "button-on-time"):
        await doses.named(turn, dose, dose.due_at)
        return True
    said = _moment_said(text)
    if said is None:
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
        Took(_moment_about(turn, said, dose)),
        turn.cause,
    )
    await answered(turn, outcome)
    return True


def _moment_said(text: str) -> TimeRead | timedelta | None:
    verb = verbs.read_verb(text)
    if isinstance(verb, verbs.Taken) and verb.mg is None:
        return verb.when or verb.ago
    ago = read_ago(text)
    if isinstance(ago, timedelta):
        return ago
    read = ago or read_time(text)
    return None if isinstance(read, Problem) else read


def _moment_about(turn: Turn, said: TimeRead | timedelta, dose: Dose) -> datetime:
    """The past instant nearest to the dose; one that is still to come today is left so."""
    if isinstance(said, timedelta):
        return turn.said_at - said
    past = nearest(said.wall, said.day, turn.scene.zone, turn.said_at, dose.due_at)
    if said.day is None and past < dose.counts_from and dose.local_date == turn.scene.today:
        return max(past, just_past(said.wall, 0, turn.scene.zone, turn.said_at))
    return past


async def _skip_reason(turn: Turn, about: str, text: str) -> bool:
    """A reason on a button, or the person's own words, if they are no question and no answer."""
    reason, words = reason_named(turn, text, SkipReason, "skip-reason"), None
    if reason is None:
        as_reason = None if verbs.read_verb(text) else verbs.read_verb(f"skip because {text}")
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
    if reason is None and (verbs.read_verb(text) is not None or text.rstrip().endswith("?")):
        return False
    words = text if reason is None else None
    await looking.taper_because(turn, TaperReason(reason or TaperReason.OTHER), words)
    return True


async def _which_dose(turn: Turn, about: str, text: str) -> bool:
    """ "14:00 dose", "14:00": one of those that were offered."""
    taken_at, offered = doses_of(about)
    read = read_time(text)
    for which in offered:
        dose = await undoing.own(turn.desk.store, turn.person, which)
        if dose is None:
            continue
        by_time = isinstance(read, TimeRead) and read.wall == dose.wall
        if by_time or spelled(text) == spelled(turn.scene.dose(dose)):
            at = taken_at or (turn.said_at if turn.at < dose.closes_at else None)
            await (doses.ask_when(turn, dose) if at is None else doses.named(turn, dose, at))
            return True
    return False


async def _extra_dose(turn: Turn, about: str, text: str) -> bool:
    taken_at, named = doses_of(about)
    verb = verbs.read_verb(text)
    which = named[0] if named else None
    if taken_at and (isinstance(verb, verbs.Yes) or is_label(turn, text, "button-yes-extra")):
        await doses.confirm_extra(turn, which, taken_at)
    elif isinstance(verb, verbs.No) or is_label(turn, text, "button-same-dose"):
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
    else:
        return False
    return True


_ANSWERS: dict[Question, Callable[[Turn, str, str], Awaitable[bool]]] = {
    Question.TOOK_WHEN: _took_when,
    Question.SKIP_REASON: _skip_reason,
    Question.TAPER_REASON: _taper_reason,
    Question.WHICH_DOSE: _which_dose,
    Question.EXTRA_DOSE: _extra_dose,
    Question.LOG_PAGE: _log_page,
    Question.PAUSE_END: pausing.answer_end,
    Question.PAUSE_SURE: pausing.answer_sure,
    Question.HOSPITAL: hospital.answer,
}


async def by_label(turn: Turn, text: str) -> bool:
    """The words on a button, typed with nothing asked just before; False where they are none."""
    if is_label(turn, text, "button-not-taken"):
        await typed_doses.answer_open(turn, NotTaken())
    elif is_label(turn, text, "button-withdraw"):
        await looking.taper_withdraw(turn)
    elif is_label(turn, text, "button-took-at", "button-earlier", "button-on-time"):
        dose = await doubt.in_question(turn.desk.store, turn.saying())
        if dose is None:
            return False
        if is_label(turn, text, "button-on-time"):
            await doses.named(turn, dose, dose.due_at)
        else:
            await doses.ask_when(turn, dose)
    else:
        return False
    return True
