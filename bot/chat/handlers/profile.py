"""What a person tells about their health, tapped and typed."""

from __future__ import annotations

from bot.chat.handlers.typed_doses import is_label
from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.verbs import read_verb
from bot.chat.present import show
from bot.chat.turn import Turn
from bot.domain.marks import MARK_GROUPS, Mark, MarkGroup, Told, group_of
from bot.screens import general
from bot.screens import profile as screens
from bot.screens.screen import Tap
from bot.usecases import profiles


async def profile(turn: Turn) -> None:
    """/profile: all that was told."""
    await _show(turn, None)


async def tap_profile(turn: Turn, tap: Tap) -> None:
    """A group, a mark, [Back]."""
    await _show(turn, profiles.profile_of(tap.detail))


async def _show(turn: Turn, about: MarkGroup | Mark | None) -> None:
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    marks = await profiles.ask(turn.desk.store, turn.person, about, turn.at)
    if isinstance(about, Mark):
        await show(turn, screens.ask(turn.scene, about, marks))
    else:
        await show(turn, screens.profile(turn.scene, marks, about))


async def tap_set(turn: Turn, tap: Tap) -> None:
    """[Yes], [No], [Rather not say]."""
    mark, _, answer = tap.detail.partition(".")
    await _tell(turn, Mark(mark), Told(answer))


async def _tell(turn: Turn, mark: Mark, answer: Told) -> None:
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    await profiles.tell(turn.desk.store, turn.person, mark, answer, turn.cause)
    await show(turn, screens.told(turn.scene, mark, answer))


async def answer(turn: Turn, about: str, text: str) -> bool:
    """The words on a button; "yes", "no" and "rather not" to the mark that is asked."""
    which = profiles.profile_of(about)
    if isinstance(which, Mark):
        told = _answer_named(turn, text)
        if told is not None:
            await _tell(turn, which, told)
            return True
    if is_label(turn, text, "button-back"):
        await _show(turn, group_of(which) if isinstance(which, Mark) else None)
        return True
    found = _named(turn, which, text)
    if found is None:
        return False
    await _show(turn, found)
    return True


def _answer_named(turn: Turn, text: str) -> Told | None:
    verb = read_verb(text)
    if isinstance(verb, verbs.Yes):
        return Told.YES
    if isinstance(verb, verbs.No):
        return Told.NO
    declined = is_label(turn, text, "button-rather-not") or isinstance(verb, verbs.NotSure)
    return Told.DECLINED if declined else None


def _named(turn: Turn, which: MarkGroup | Mark | None, text: str) -> MarkGroup | Mark | None:
    """A group by its button; a mark of the group that is shown, or of any where none is."""
    for group in MarkGroup:
        if is_label(turn, text, f"button-{group}"):
            return group
    marks = MARK_GROUPS[which] if isinstance(which, MarkGroup) else tuple(Mark)
    return next((each for each in marks if is_label(turn, text, f"mark-{each}")), None)
