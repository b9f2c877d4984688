"""[I took some] and [No, none], tapped and typed."""

from __future__ import annotations

from uuid import UUID

from bot.chat.handlers import typed_doses
from bot.chat.parsing import care_verbs
from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.verbs import read_verb
from bot.chat.present import reply
from bot.chat.turn import Turn
from bot.domain.dose_events import NotTaken
from bot.domain.rungs import GapOutcome, LoggedSince, NoneTaken, WhichTaken
from bot.screens import general
from bot.screens import ladder as screens
from bot.screens.screen import Tap
from bot.usecases import gap_answers


async def tap_some(turn: Turn, tap: Tap) -> None:
    """[I took some]: which of the doses since then?"""
    await _some(turn, tap.subject)


async def tap_none(turn: Turn, tap: Tap) -> None:
    """[No, none]: whom to call."""
    await _none(turn, tap.subject)


async def some(turn: Turn) -> None:
    """Typed "I took some"; with nothing asked it is a "taken"."""
    after = await _asked(turn)
    if after is None:
        await typed_doses.take(turn, None, None)
    else:
        await _some(turn, after)


async def none(turn: Turn) -> None:
    """Typed "no, none"; with nothing asked it is a "not taken"."""
    after = await _asked(turn)
    if after is None:
        await typed_doses.answer_open(turn, NotTaken())
    else:
        await _none(turn, after)


async def answer(turn: Turn, about: str, text: str) -> bool:
    """A yes or a no right below the question."""
    verb = read_verb(text)
    if isinstance(verb, verbs.Yes | care_verbs.TookSome):
        await _some(turn, UUID(about))
    elif isinstance(verb, verbs.No | care_verbs.TookNone):
        await _none(turn, UUID(about))
    else:
        return False
    return True


async def _asked(turn: Turn) -> UUID | None:
    desk = turn.desk
    return await gap_answers.asked(desk.store, desk.policy, turn.person, turn.at)


async def _some(turn: Turn, after: UUID | None) -> None:
    desk = turn.desk
    await _show(
        turn,
        await gap_answers.some(desk.store, desk.policy, turn.person, after, turn.at, turn.cause),
    )


async def _none(turn: Turn, after: UUID | None) -> None:
    desk = turn.desk
    await _show(
        turn,
        await gap_answers.none(desk.store, desk.policy, turn.person, after, turn.at, turn.cause),
    )


async def _show(turn: Turn, outcome: GapOutcome) -> None:
    """Below what was tapped: a dose's card goes on asking about its dose."""
    if turn.person.onboarded_at is None:
        await reply(turn, general.bare(turn.scene, "not-set-up"))
        return
    match outcome:
        case WhichTaken():
            screen = screens.which_taken(turn.scene, outcome)
        case NoneTaken():
            screen = screens.none_taken(turn.scene, outcome)
        case LoggedSince():
            screen = screens.logged_since(turn.scene, outcome)
    await reply(turn, screen)
