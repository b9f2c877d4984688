"""Typed answers to the set-up's questions: read strictly, or asked again with the reason."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import time, timedelta
from decimal import Decimal

from bot.chat.choices import UNCLEAR, typed_choice
from bot.chat.handlers import setup as setting_up
from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.amounts import read_amount, read_amount_with_tablets, read_strengths
from bot.chat.parsing.moments import read_moment
from bot.chat.parsing.plans import PlanUnclear, read_plan
from bot.chat.parsing.questions import is_question
from bot.chat.parsing.shifts import Shift, read_shift
from bot.chat.parsing.times import Problem, TimeRead, read_time
from bot.chat.parsing.verbs import read_verb
from bot.chat.present import reply
from bot.chat.turn import Turn
from bot.domain.choices import TIMES_STEP, moved, ordered_times
from bot.domain.limits import confirms
from bot.domain.moments import just_past
from bot.domain.outcomes import Asked
from bot.domain.setup import Purpose, Question
from bot.places import country_name
from bot.screens import setup_slips
from bot.usecases import setup_waiting

Say = Callable[[], Awaitable[None]]
# "10 mg, 10 mg and 20 mg", also line by line; a comma in "12,5" divides nothing.
_BETWEEN = re.compile(r"\s*(?:;|\n|,(?!\d)|\band\b)\s*", re.IGNORECASE)


async def typed(turn: Turn, asked: Asked, text: str) -> Say | None:
    """An answer to the question that waits: it is taken at once, and None is returned.

    Where the words are no answer, what to say about that is returned, for the caller to say if
    nothing else understands them. Before there is a plan, only a question in words could be.
    """
    first = asked.draft.purpose is Purpose.START
    choice = typed_choice(asked.question, text, turn.scene.words.language)
    if choice == UNCLEAR:
        await _ask_again(turn, asked, _PROBLEM_CHOICE, text)
        return None
    if choice is not None and asked.overtaken:  # the card that came since is what was answered?
        await setting_up.ask_anew(turn)
        return None
    if choice is not None and not (first and choice == "keep"):
        await setting_up.answer(turn, asked.question, choice)
        return None
    reader = _READERS.get(asked.question)
    problem = _PROBLEM_CHOICE if reader is None else await reader(turn, asked, text)
    if problem is None:
        return None
    if first and not is_question(text):
        await _ask_again(turn, asked, problem, text)
        return None
    return lambda: _ask_again(turn, asked, problem, text)


_PROBLEM_CHOICE = ("problem-choice", "")
_ANSWERED = ("clock-right", "clock-wrong")  # the clock was answered: no slip
_Problem = tuple[str, str] | None


async def _ask_again(turn: Turn, asked: Asked, problem: tuple[str, str], text: str) -> None:
    """Why it was not understood, and how to type it; a second time running, the whole question."""
    message, fragment = problem
    policy = turn.desk.policy
    why = turn.scene.html(
        message,
        fragment=fragment or text[:40],
        count=policy.slots_most,
        gap=turn.scene.words.duration(policy.slot_gap_least),
    )
    slipped = message not in _ANSWERED and await setup_waiting.slip(turn.desk.store, turn.person)
    briefly = slipped and not asked.overtaken
    await reply(turn, setup_slips.after_slip(turn.scene, asked, why, briefly=briefly))


async def _place(turn: Turn, asked: Asked, text: str) -> _Problem:
    if await setting_up.typed_place(turn, asked, text):
        return None
    return "place-unknown", text[:40]


async def _which_place(turn: Turn, asked: Asked, text: str) -> _Problem:
    """The words on one of the buttons, or another place."""
    said = " ".join(text.split()).casefold()
    for index, each in enumerate(asked.draft.places):
        if said == each.label.casefold():
            await setting_up.answer(turn, asked.question, str(index))
            return None
    return await _place(turn, asked, text)


async def _country(turn: Turn, asked: Asked, text: str) -> _Problem:
    found = await setting_up.typed_country(turn, text)
    if not found:
        return "country-unknown", text[:40]
    words = turn.scene.words
    names = [country_name(code, words.language) for code in found]
    return ("country-several", words.listing(names)) if len(names) > 1 else None


async def _plan(turn: Turn, asked: Asked, text: str) -> _Problem:
    read = read_plan(text, turn.desk.policy)
    if isinstance(read, PlanUnclear):
        return f"problem-{read.problem}", read.fragment
    slots = tuple((slot.wall.strftime("%H:%M"), str(slot.mg)) for slot in read.slots)
    await setting_up.typed_change(
        turn,
        asked.question,
        lambda draft: draft.with_slots(slots).with_strengths(read.strengths),
    )
    return None


async def _plan_or_place(turn: Turn, asked: Asked, text: str) -> _Problem:
    """The plan; or another place, where the one that was told has just been named.

    "Yes" says that the clock is right, "no" that it is not: the plan is still to come.
    """
    verb = read_verb(text) if asked.is_about_place else None
    if isinstance(verb, verbs.Yes | verbs.No):
        return ("clock-right" if isinstance(verb, verbs.Yes) else "clock-wrong"), ""
    problem = await _plan(turn, asked, text)
    if problem and asked.is_about_place and await setting_up.typed_place(turn, asked, text):
        return None
    return problem


async def _echo(turn: Turn, asked: Asked, text: str) -> _Problem:
    """Another plan, or another place: what the echo is about, told anew."""
    is_zone = asked.draft.purpose is Purpose.ZONE
    return await (_place if is_zone else _plan)(turn, asked, text)


async def _times(turn: Turn, asked: Asked, text: str) -> _Problem:
    """One of the times moved, the times alone, or a whole plan."""
    now = [time.fromisoformat(each) for each in asked.draft.times]
    shift = read_shift(text, now, TIMES_STEP) if now else None
    if shift is not None:
        return await _shift(turn, asked, shift)
    read = [read_time(part) for part in _BETWEEN.split(text) if part]
    walls = [each.wall for each in read if isinstance(each, TimeRead) and each.day is None]
    if not walls or len(walls) < len(read):
        return await _plan(turn, asked, text)
    times = ordered_times(walls, turn.desk.policy)
    if not times:
        many = len(walls) > turn.desk.policy.slots_most
        return "problem-too_many" if many else "problem-too_close", ""
    await setting_up.typed_change(turn, asked.question, lambda draft: replace(draft, times=times))
    return None


async def _shift(turn: Turn, asked: Asked, shift: Shift | Problem) -> _Problem:
    """ "8:00 later" is what its button does."""
    if isinstance(shift, Problem):
        return f"problem-{shift}", ""
    new = moved(asked.draft, shift.index, shift.by, turn.desk.policy)
    if new == asked.draft:
        return "problem-too_close", ""
    await setting_up.typed_change(
        turn, asked.question, lambda draft: replace(draft, times=new.times)
    )
    return None


async def _each(turn: Turn, asked: Asked, text: str) -> _Problem:
    """One amount for all the times, or one for each; or a whole plan."""
    times = asked.draft.times
    amounts = [read_amount(part) for part in _BETWEEN.split(text) if part]
    read = [amount for amount in amounts if isinstance(amount, Decimal)]
    if not read or len(read) != len(amounts):
        if await _plan(turn, asked, text) is None:
            return None
        wrong = next((each for each in amounts if isinstance(each, Problem)), Problem.EMPTY)
        return f"problem-{wrong}", ""
    if len(read) not in (1, len(times)):
        return "each-count", str(len(times))
    each = read * len(times) if len(read) == 1 else read
    slots = tuple((time, str(mg)) for time, mg in zip(times, each, strict=True))
    await setting_up.typed_change(turn, asked.question, lambda draft: draft.with_slots(slots))
    return None


async def _strengths(turn: Turn, asked: Asked, text: str) -> _Problem:
    read = read_strengths(text)
    if isinstance(read, Problem):
        return f"problem-{read}", ""
    await setting_up.typed_change(turn, asked.question, lambda draft: draft.with_strengths(read))
    return None


async def _again(turn: Turn, asked: Asked, text: str) -> _Problem:
    read = read_amount_with_tablets(text)
    if isinstance(read, Problem):
        other = await _plan(turn, asked, text)  # the plan put right
        return (f"problem-{read}", "") if other else None
    draft, waiting = asked.draft, asked.again
    if waiting is None or not confirms(
        waiting, read.mg, read.tablets, draft.timetable(), draft.tablets()
    ):
        names = [turn.scene.amount(mg) for mg in sorted(draft.tablets())]
        return "again-wrong", turn.scene.words.listing(names)
    await setting_up.typed_change(
        turn,
        asked.question,
        lambda draft: replace(draft, confirmed=(*draft.confirmed, waiting.key)),
    )
    return None


async def _last_dose(turn: Turn, asked: Asked, text: str) -> _Problem:
    read = read_moment(text)
    if isinstance(read, Problem):
        return f"problem-{read}", ""
    if isinstance(read, timedelta):
        taken_at = turn.said_at - read
    else:
        zone = asked.draft.zone or turn.scene.zone
        taken_at = just_past(read.wall, read.day, zone, turn.said_at)
    if taken_at > turn.at:
        return "refused-future", ""
    await setting_up.typed_change(
        turn, asked.question, lambda draft: replace(draft, last_taken=taken_at.isoformat())
    )
    return None


_READERS: dict[Question, Callable[[Turn, Asked, str], Awaitable[_Problem]]] = {
    Question.PLACE: _place,
    Question.WHICH_PLACE: _which_place,
    Question.CLOCK: _place,
    Question.COUNTRY: _country,
    Question.PLAN: _plan_or_place,
    Question.TIMES: _times,
    Question.EACH: _each,
    Question.STRENGTHS: _strengths,
    Question.AGAIN: _again,
    Question.LAST_DOSE: _last_dose,
    Question.ODD_TIMES: _plan,
    Question.ECHO: _echo,
}
