"""The question that waits, said once more: after help, or after words that were no answer."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from bot.chat.handlers import setup as setting_up
from bot.chat.handlers import supplying
from bot.chat.handlers.correction_steps import step_screen
from bot.chat.parsing.moments import read_moment
from bot.chat.parsing.times import Problem
from bot.chat.present import reply
from bot.chat.turn import Turn
from bot.domain.dose import Dose
from bot.domain.marks import Mark
from bot.domain.message import Moving
from bot.domain.outcomes import AskExtra, AskWhich, NoPlan, OtherAmount
from bot.domain.setup import Question
from bot.domain.stop_outcomes import Wished
from bot.domain.symptoms import of_codes
from bot.screens import asking, general, ladder, log, moving, pausing, profile, symptoms
from bot.screens import contacts as contact_screens
from bot.screens import ending as end_screens
from bot.screens import stopping as stop_screens
from bot.screens.help_lines import emergency_line
from bot.screens.screen import Screen
from bot.usecases import (
    contacts,
    gap_answers,
    pauses,
    profiles,
    questions,
    stopping,
    taking,
    undoing,
)
from bot.usecases import symptoms as reports
from bot.usecases.questions import amount_of, dose_of, doses_of, extra_of, is_amount, is_taken
from bot.usecases.stopping import Asked
from bot.words import lines

_UNCLEAR = {
    Problem.AMBIGUOUS_HOUR: "unclear-hour",
    Problem.AMBIGUOUS_DAY: "unclear-day",
}

# Said again after a slip only: nobody has to answer them, so they stand under no other answer.
_ONCE = (Question.MOVING, Question.SYMPTOM_SEVERITY)


def unclear_time(problem: Problem) -> str:
    """The message that asks for a typed time anew."""
    return _UNCLEAR.get(problem, "unclear-time")


async def what_waits(turn: Turn, *, guard: bool = False) -> bool:
    """The small question that waits, or the set-up's; False where nothing is said again.

    The stop guard waits on in silence, but where a red flag or a sign came before it (`guard`):
    said again under every answer, its warning would no longer be read.
    """
    small = await questions.small(turn.desk.store, turn.person)
    if small is not None and small[0] is Question.STOP and not guard:
        return False
    if small is not None and await small_again(turn, *small):
        return True
    if guard and await _guard_goes_on(turn):
        return True
    return await setting_up.ask_anew(turn)


async def _guard_goes_on(turn: Turn) -> bool:
    """Signs were told because of a wish to stop, and triage has answered them."""
    desk = turn.desk
    wished = await stopping.after_signs(desk.store, desk.policy, turn.person, turn.at)
    if wished is None:
        return False
    await reply(turn, stop_screens.because(turn.scene, wished))
    return True


async def small_again(turn: Turn, question: Question, about: str, text: str | None = None) -> bool:
    """The small question goes on waiting. `text`: the words that were no answer to it.

    False where there is nothing to ask any more: a page of the log, a dose that is gone.
    """
    screen = await _screen(turn, question, about, text)
    if screen is None:
        return False
    await reply(turn, screen)
    return True


async def _screen(turn: Turn, question: Question, about: str, text: str | None) -> Screen | None:
    if question is Question.TOOK_WHEN:
        dose = await undoing.own(turn.desk.store, turn.person, dose_of(about))
        why = None if text is None else _unclear(text)
        return None if dose is None else asking.ask_earlier(turn.scene, dose, why=why)
    if text is None and question in _ONCE:
        return None
    screen = await _other(turn, question, about)
    if screen is None or text is None:
        return screen
    if question is Question.CORRECTING and about.startswith("when|"):
        return screen.below(turn.scene.html(_unclear(text)))
    why = turn.scene.html("problem-leftover", fragment=text[:40])
    return screen.below(lines([why, emergency_line(turn.scene)]))


def _unclear(text: str) -> str:
    read = read_moment(text)
    return unclear_time(read if isinstance(read, Problem) else Problem.NO_TIME)


async def _other(turn: Turn, question: Question, about: str) -> Screen | None:
    store, person, scene = turn.desk.store, turn.person, turn.scene
    match question:
        case Question.SKIP_REASON:
            dose = await undoing.own(store, person, dose_of(about))
            return None if dose is None else asking.ask_skip(scene, dose)
        case Question.TAPER_REASON:
            return general.taper_question(scene)
        case Question.WHICH_DOSE:
            taken_at, offered = doses_of(about)
            own = [await undoing.own(store, person, each) for each in offered]
            doses = tuple(dose for dose in own if dose is not None)
            return _which(turn, about, taken_at, doses) if doses else None
        case Question.EXTRA_DOSE:
            return await _extra(turn, about)
        case Question.CORRECTING:
            return await step_screen(turn, about)
        case _:
            return await _about_life(turn, question, about)


def _which(turn: Turn, about: str, taken_at: datetime | None, doses: tuple[Dose, ...]) -> Screen:
    mg = amount_of(about)
    if is_amount(about) and mg is not None:
        return asking.other_amount(turn.scene, OtherAmount(doses[0], mg, taken_at))
    return asking.ask_which(turn.scene, AskWhich(doses, taken_at, is_taken(about), mg=mg))


async def _about_life(turn: Turn, question: Question, about: str) -> Screen | None:
    desk, person = turn.desk, turn.person
    match question:
        case Question.PAUSE_END:
            asked = await pauses.how_long(desk.store, person, turn.at)
        case Question.PAUSE_SURE:
            until = datetime.fromisoformat(about)
            asked = await pauses.ask_sure(desk.store, desk.policy, person, until, turn.at)
        case Question.HOSPITAL:
            return pausing.ask_hospital(turn.scene)
        case Question.CITY:
            return log.zone(turn.scene)
        case Question.ANY_TAKEN:
            gap = await gap_answers.question(desk.store, desk.policy, person, UUID(about), turn.at)
            return None if gap is None else ladder.any_taken(turn.scene, gap)
        case Question.SUPPLY_COUNT | Question.SUPPLY_SURE | Question.SUPPLY_LEAD:
            return await supplying.again(turn, question, about)
        case _:
            return await _about_health(turn, question, about)
    return pausing.asked(turn.scene, desk.policy, asked)


async def _about_health(turn: Turn, question: Question, about: str) -> Screen | None:
    store, person, scene = turn.desk.store, turn.person, turn.scene
    match question:
        case Question.CONTACT:
            kind, name = contacts.contact_of(about)
            if kind is None:
                return None  # a list to choose from asks nothing
            return contact_screens.ask(scene, kind, await contacts.kept(store, person), name)
        case Question.PROFILE:
            mark = profiles.profile_of(about)
            if not isinstance(mark, Mark):
                return None
            return profile.ask(scene, mark, await profiles.marks(store, person))
        case Question.STOP:
            return await _guard(turn, about)
        case _:
            return await _about_signs(turn, question, about)


async def _about_signs(turn: Turn, question: Question, about: str) -> Screen | None:
    desk, person, scene = turn.desk, turn.person, turn.scene
    match question:
        case Question.SYMPTOM:
            picked = reports.own_part(about)
            return symptoms.pick(scene, picked[:1], of_codes(picked[1:]))
        case Question.SYMPTOM_SEVERITY if reports.is_asked(about):
            which = reports.report_of(about)
            found = await reports.ask_rate(
                desk.store, desk.policy, person, which, turn.at, asked=True
            )
            return None if found is None else symptoms.how_bad(scene, found)
        case Question.MOVING:
            return moving.moving(scene, Moving(int(about)))
        case _:
            return None


async def _guard(turn: Turn, about: str) -> Screen | None:
    asked = Asked.from_text(about)
    found = await stopping.ask(turn.desk.store, turn.person, asked.wish, turn.at, sure=asked.sure)
    if not isinstance(found, Wished):
        return None
    if asked.sure:
        return end_screens.sure(turn.scene, turn.desk.policy, found)
    return stop_screens.because(turn.scene, found)


async def _extra(turn: Turn, about: str) -> Screen | None:
    taken_at, which, _ = extra_of(about)
    outcome = await taking.ask_extra(
        turn.desk.store, turn.desk.policy, turn.saying(), taken_at, which
    )
    match outcome:
        case AskExtra():
            return asking.ask_extra(turn.scene, outcome)
        case AskWhich():
            return asking.ask_which(turn.scene, outcome)
        case NoPlan():
            return None
