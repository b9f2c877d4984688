"""Typed answers to the set-up's questions: read strictly, or asked again with the reason."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from bot.chat.choices import typed_choice
from bot.chat.handlers import setup as setting_up
from bot.chat.parsing.amounts import read_amount, read_amount_with_tablets, read_strengths
from bot.chat.parsing.plans import PlanUnclear, read_plan
from bot.chat.parsing.times import Problem, read_ago, read_time
from bot.chat.present import reply
from bot.chat.turn import Turn
from bot.domain.limits import confirms
from bot.domain.moments import just_past
from bot.domain.outcomes import Asked
from bot.domain.setup import Question
from bot.screens import setup
from bot.screens.screen import Screen
from bot.words import Markup, lines

Say = Callable[[], Awaitable[None]]
_READ_NOTHING = frozenset({Problem.EMPTY, Problem.LEFTOVER, Problem.NO_TIME, Problem.NO_AMOUNT})


async def typed(turn: Turn, asked: Asked, text: str) -> Say | None:
    """An answer to the question that waits: it is taken at once, and None is returned.

    Where the words are no answer, what to say about that is returned, for the caller to say if
    nothing else understands them.
    """
    choice = typed_choice(asked.question, text, turn.scene.words.language)
    if choice is not None:
        await setting_up.answer(turn, asked.question, choice)
        return None
    reader = _READERS.get(asked.question)
    problem = _PROBLEM_CHOICE if reader is None else await reader(turn, asked, text)
    if problem is None:
        return None
    return lambda: _ask_again(turn, asked, problem, text)


_PROBLEM_CHOICE = ("problem-choice", "")
_Problem = tuple[str, str] | None


async def _ask_again(turn: Turn, asked: Asked, problem: tuple[str, str], text: str) -> None:
    """Why it was not understood, and the question once more."""
    message, fragment = problem
    why = turn.scene.html(message, fragment=fragment or text[:40])
    screen = setup.question(turn.scene, asked)
    await reply(turn, Screen(lines([why, Markup(""), screen.text]), screen.rows))


async def _place(turn: Turn, asked: Asked, text: str) -> _Problem:
    await setting_up.typed_place(turn, asked.question, text)
    return None


async def _country(turn: Turn, asked: Asked, text: str) -> _Problem:
    await setting_up.typed_country(turn, text)
    return None


async def _plan(turn: Turn, asked: Asked, text: str) -> _Problem:
    read = read_plan(text, turn.desk.policy)
    if isinstance(read, PlanUnclear):
        return f"problem-{read.problem}", read.fragment
    slots = tuple((slot.wall.strftime("%H:%M"), str(slot.mg)) for slot in read.slots)
    await setting_up.typed_change(
        turn,
        asked.question,
        lambda draft: replace(draft, slots=slots, times_open=False, confirmed=()),
    )
    return None


async def _each(turn: Turn, asked: Asked, text: str) -> _Problem:
    times = asked.draft.times
    amounts = [read_amount(part) for part in _parts(text, len(times))]
    read = [amount for amount in amounts if isinstance(amount, Decimal)]
    if len(read) != len(amounts):
        return next((f"problem-{amount}", "") for amount in amounts if isinstance(amount, Problem))
    each = read * len(times) if len(read) == 1 else read
    slots = tuple((time, str(mg)) for time, mg in zip(times, each, strict=True))
    await setting_up.typed_change(turn, asked.question, lambda draft: replace(draft, slots=slots))
    return None


def _parts(text: str, count: int) -> list[str]:
    """One amount for all, or as many as there are times, separated by semicolons or "and"."""
    parts = [part for part in text.replace(" and ", ";").replace("\n", ";").split(";") if part]
    return parts if len(parts) == count else [text]


async def _strengths(turn: Turn, asked: Asked, text: str) -> _Problem:
    read = read_strengths(text)
    if isinstance(read, Problem):
        return f"problem-{read}", ""
    strengths = tuple(str(mg) for mg in sorted(read))
    await setting_up.typed_change(
        turn,
        asked.question,
        lambda draft: replace(draft, strengths=strengths, strengths_right=True),
    )
    return None


async def _again(turn: Turn, asked: Asked, text: str) -> _Problem:
    read = read_amount_with_tablets(text)
    if isinstance(read, Problem):
        return f"problem-{read}", ""
    draft, waiting = asked.draft, asked.again
    if waiting is None or not confirms(
        waiting, read.mg, read.tablets, draft.timetable(), draft.tablets()
    ):
        return "again-wrong", ""
    await setting_up.typed_change(
        turn,
        asked.question,
        lambda draft: replace(draft, confirmed=(*draft.confirmed, waiting.key)),
    )
    return None


async def _last_dose(turn: Turn, asked: Asked, text: str) -> _Problem:
    ago = read_ago(text)
    if isinstance(ago, timedelta):
        taken_at = turn.at - ago
    else:
        read = ago or read_time(text)
        if isinstance(read, Problem):
            return f"problem-{read}", ""
        zone = asked.draft.zone or turn.scene.zone
        taken_at = just_past(read.wall, read.day, zone, turn.at)
    if taken_at > turn.at:
        return "refused-future", ""
    await setting_up.typed_change(
        turn, asked.question, lambda draft: replace(draft, last_taken=taken_at.isoformat())
    )
    return None


_READERS: dict[Question, Callable[[Turn, Asked, str], Awaitable[_Problem]]] = {
    Question.PLACE: _place,
    Question.WHICH_PLACE: _place,
    Question.CLOCK: _place,
    Question.COUNTRY: _country,
    Question.PLAN: _plan,
    Question.TIMES: _plan,
    Question.EACH: _each,
    Question.STRENGTHS: _strengths,
    Question.AGAIN: _again,
    Question.LAST_DOSE: _last_dose,
    Question.ODD_TIMES: _plan,
    Question.ECHO: _plan,
}
