"""Words that a verb would take, but that slipped out as an answer to the question that waits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.moments import read_moment
from bot.chat.parsing.times import Problem
from bot.chat.parsing.verbs import read_verb
from bot.chat.turn import Turn
from bot.domain.setup import Question
from bot.usecases import history, symptoms

# "Not sure" to a question that is about no open dose says nothing of that dose.
_ASTRAY: Mapping[Question, tuple[type, ...]] = {
    Question.CORRECTING: (verbs.NotSure, verbs.Missed, verbs.Skip),
    Question.PAUSE_END: (verbs.NotSure,),
    Question.PAUSE_SURE: (verbs.NotSure,),
    Question.HOSPITAL: (verbs.NotSure,),
    Question.TAPER_REASON: (verbs.NotSure,),
    Question.CONTACT: (verbs.NotSure,),
    Question.STOP: (verbs.NotSure,),
    Question.SYMPTOM: (verbs.NotSure,),
    Question.SYMPTOM_SEVERITY: (verbs.NotSure,),
    Question.ANY_TAKEN: (verbs.NotSure,),  # about all of a gap: a dose that is open stays open
    Question.SUPPLY_COUNT: (verbs.NotSure,),
    Question.SUPPLY_SURE: (verbs.NotSure,),
    Question.SUPPLY_LEAD: (verbs.NotSure,),
}
_ASK_TIME = ("when|", "dose|")  # the steps of a correction that take a time


async def is_slip(turn: Turn, question: Question, about: str, text: str) -> bool:
    """The words are no answer, and yet about nothing else: the question is asked once more."""
    verb = read_verb(text)
    if question is Question.SYMPTOM_SEVERITY and not symptoms.is_asked(about):
        return False  # it is only offered below the answer to a sign
    if question is Question.MOVING and isinstance(verb, verbs.NotSure):
        return not await _is_open(turn)  # it came unasked: an open dose goes before it
    if isinstance(verb, _ASTRAY.get(question, ())):
        return True
    if isinstance(verb, verbs.Snooze) and not await _is_open(turn):
        return True  # there is nothing to snooze
    return _asks_time(question, about) and _half_a_time(verb, text)


async def _is_open(turn: Turn) -> bool:
    day = await history.today(turn.desk.store, turn.person.id, turn.at)
    return any(turn.at < dose.closes_at for dose in day.open)


def _asks_time(question: Question, about: str) -> bool:
    if question is Question.CORRECTING:
        return about.startswith(_ASK_TIME)
    return question is Question.TOOK_WHEN


def _half_a_time(verb: verbs.Verb | None, text: str) -> bool:
    """ "Taken at 2", "today", "15 min": something of when it was, and not enough."""
    match verb:
        case verbs.Taken(unclear=Problem()):
            return True
        case verbs.Today():
            return read_moment(text) is Problem.NO_TIME
        case verbs.Snooze():
            return isinstance(read_moment(f"{text} ago"), timedelta)
        case _:
            return False
