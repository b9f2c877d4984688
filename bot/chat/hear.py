"""Free text without a red flag: a wish to stop, the question that waits, verbs; no dead end.

A small question goes before a set-up in progress. It waits for one text, unless nothing at all
understands that: then it is asked again.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from typing import Any

from bot.chat.handlers import (
    asked,
    board,
    changing,
    contacts,
    hospital,
    ladder,
    looking,
    pausing,
    profile,
    red_flags,
    silence,
    stopping,
    supplying,
    symptoms,
    typed_correcting,
    typed_doses,
)
from bot.chat.handlers import setup as setting_up
from bot.chat.handlers.labels import by_label
from bot.chat.handlers.repeating import small_again
from bot.chat.handlers.small_questions import small_question
from bot.chat.handlers.typed_setup import typed as typed_setup
from bot.chat.handlers.typed_stopping import answer as guard
from bot.chat.parsing import care_verbs
from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.times import TEXT_MOST
from bot.chat.parsing.verbs import read_verb
from bot.chat.present import reply
from bot.chat.turn import Turn
from bot.domain.setup import Question
from bot.screens import general
from bot.usecases import questions, setup_waiting

Act = Callable[[Turn, Any], Awaitable[None]]
Small = tuple[Question, str]
_SENTENCE = re.compile(r"[.!?;\n]+")
_FIRST = (
    care_verbs.Called,
    care_verbs.NotEmergency,
    care_verbs.RanOut,
    verbs.Cancel,
    verbs.Help,
    verbs.About,
    care_verbs.CallList,
    care_verbs.Symptom,
)


async def hear(turn: Turn, text: str) -> None:
    """Answer what a person typed."""
    small = await questions.small(turn.desk.store, turn.person)
    if await _stops(turn, small, text):
        return
    verb = _ran_out_in_long(text) or read_verb(text)
    if isinstance(verb, _FIRST):
        await _ACTS[type(verb)](turn, verb)
    elif not await red_flags.may_answer_card(turn, verb):
        await _hear(turn, text, verb, small)


async def _stops(turn: Turn, small: Small | None, text: str) -> bool:
    """An answer to the stop guard, or words of somebody who stops, wherever they stand."""
    if small is not None and small[0] is Question.STOP and await guard(turn, small[1], text):
        return True
    return await stopping.heard(turn, text)


async def _hear(turn: Turn, text: str, verb: verbs.Verb | None, small: Small | None) -> None:
    """What waits goes first, the small question before the set-up's."""
    desk = turn.desk
    if small is not None and await small_question(turn, *small, text):
        return
    waiting = await setup_waiting.waiting(desk.store, desk.policy, turn.person, turn.at)
    problem: Callable[[], Awaitable[None]] | None = None
    if waiting is not None:
        overtaken = waiting.overtaken or small is not None
        problem = await typed_setup(turn, replace(waiting, overtaken=overtaken), text)
        if problem is None:
            await questions.forget(desk.store, turn.person)
            return
    if await understood(turn, text, verb):
        return
    if await symptoms.heard(turn, text) or await asked.question(turn, text):
        return
    if small is not None and await small_again(turn, *small, text):
        return
    if small is None or small[0] not in questions.OFFERED:  # a page can be turned all the same
        await questions.forget(desk.store, turn.person)
    await (_not_understood(turn, text) if problem is None else problem())


async def _not_understood(turn: Turn, text: str) -> None:
    if turn.person.onboarded_at is None:
        await reply(turn, general.bare(turn.scene, "unknown", "not-set-up"))
    elif not await symptoms.hinted(turn, text):
        await reply(turn, general.not_understood(turn.scene))


async def understood(turn: Turn, text: str, verb: verbs.Verb | None) -> bool:
    """A verb, or the words on a button: done. False where the text is neither."""
    if turn.person.onboarded_at is not None and await by_label(turn, text):
        return True
    act = None if verb is None else _ACTS.get(type(verb))
    if act is None:
        return False
    if not isinstance(verb, care_verbs.Symptoms | care_verbs.Symptom):  # it goes on after them
        await questions.forget(turn.desk.store, turn.person)
    await act(turn, verb)
    return True


def _ran_out_in_long(text: str) -> verbs.Verb | None:
    """Having run out, anywhere in a message that is otherwise too long to be read."""
    if len(text) <= TEXT_MOST:
        return None
    found = (read_verb(piece) for piece in _pieces(text))
    return next((each for each in found if isinstance(each, care_verbs.RanOut)), None)


def _pieces(text: str) -> Iterator[str]:
    """Sentences, and overlapping parts of those that are too long themselves."""
    half = TEXT_MOST // 2
    for sentence in _SENTENCE.split(text):
        for start in range(0, max(len(sentence), 1), half):
            yield sentence[start : start + TEXT_MOST]


async def _log(turn: Turn, verb: verbs.Log) -> None:
    await looking.week(turn, verb.back)


async def _plan(turn: Turn, verb: verbs.Plan) -> None:
    await (looking.change_plan if verb.change else looking.plan)(turn)


async def _zone(turn: Turn, verb: verbs.Timezone) -> None:
    await (looking.change_zone(turn, verb.place) if verb.change else looking.zone(turn))


async def _pin(turn: Turn, verb: verbs.Pin) -> None:
    await (board.pin if verb.wanted else board.unpin)(turn)


def _plain(act: Callable[[Turn], Awaitable[None]]) -> Act:
    async def run(turn: Turn, verb: object) -> None:
        await act(turn)

    return run


_ACTS: dict[type, Act] = {
    verbs.Taken: typed_doses.taken,
    verbs.Extra: typed_doses.extra,
    verbs.Skip: typed_doses.skip,
    verbs.Snooze: typed_doses.snooze,
    verbs.NotSure: typed_doses.not_sure,
    verbs.Missed: typed_doses.missed,
    verbs.Undo: typed_doses.undo,
    verbs.Log: _log,
    verbs.Today: _plain(looking.today),
    verbs.Back: _plain(looking.today),
    verbs.Plan: _plan,
    verbs.Timezone: _zone,
    verbs.Help: _plain(looking.help_screen),
    verbs.About: _plain(looking.about),
    verbs.Pin: _pin,
    verbs.Taper: _plain(looking.taper),
    verbs.Stop: _plain(stopping.command),
    verbs.Cancel: _plain(setting_up.cancel),
    verbs.Correct: typed_correcting.said,
    verbs.NotMe: _plain(changing.not_me),
    verbs.Mine: _plain(changing.mine),
    verbs.Pause: pausing.typed_pause,
    verbs.Resume: _plain(pausing.resume),
    verbs.Hospital: _plain(hospital.hospital),
    verbs.Home: _plain(hospital.home),
    verbs.RemindersOnly: _plain(silence.reminders_only),
    verbs.KeepAsking: _plain(silence.keep_asking),
    care_verbs.Called: _plain(red_flags.called),
    care_verbs.NotEmergency: _plain(red_flags.not_emergency),
    care_verbs.Contacts: _plain(contacts.listed),
    care_verbs.CallList: _plain(contacts.call_list),
    care_verbs.Symptoms: _plain(symptoms.start),
    care_verbs.Symptom: symptoms.said,
    care_verbs.SymptomHistory: _plain(symptoms.history),
    care_verbs.Profile: _plain(profile.profile),
    care_verbs.TookSome: _plain(ladder.some),
    care_verbs.TookNone: _plain(ladder.none),
    care_verbs.Tablets: supplying.typed_tablets,
    care_verbs.CountTablets: _plain(supplying.counted),
    care_verbs.Refilled: supplying.typed_refilled,
    care_verbs.Ordered: _plain(supplying.ordered),
    care_verbs.Tomorrow: _plain(supplying.tomorrow),
    care_verbs.NotCounted: _plain(supplying.not_counted),
    care_verbs.PharmacyDays: supplying.typed_lead,
    care_verbs.RanOut: supplying.ran_out,
    care_verbs.Ask: _plain(asked.index),
}
