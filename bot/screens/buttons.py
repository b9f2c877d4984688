"""The buttons that several screens share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from bot.domain.dose import Dose
from bot.domain.setup import Question
from bot.screens.scene import Scene
from bot.screens.screen import Button, Rows, Tap, Verb

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)


def minutes_of(at: datetime) -> str:
    """An instant as minutes since 1970: short enough for a button."""
    return str((at - _EPOCH) // _MINUTE)


def instant_of(minutes: str) -> datetime:
    """The instant that `minutes_of` wrote (UTC). Raises ValueError."""
    return _EPOCH + int(minutes) * _MINUTE


def button(
    scene: Scene,
    label: str,
    verb: Verb,
    subject: UUID | None = None,
    detail: str = "",
    *,
    good: bool = False,
) -> Button:
    """A button by its label's message id, which takes no arguments."""
    return Button(scene.words.plain(label), Tap(verb, subject, detail), good)


def setup_button(
    scene: Scene, label: str, question: Question, answer: str, *, good: bool = False
) -> Button:
    """An answer to a question of the set-up."""
    return button(scene, label, Verb.SETUP, detail=f"{question}.{answer}", good=good)


def dose_rows(scene: Scene, dose: Dose) -> Rows:
    """The answers to "take it now?", the likely one first and alone."""
    return (
        (button(scene, "button-took", Verb.TOOK, dose.id, good=True),),
        (
            button(scene, "button-later-15", Verb.SNOOZE, dose.id, "15"),
            button(scene, "button-later-60", Verb.SNOOZE, dose.id, "60"),
        ),
        (
            button(scene, "button-earlier", Verb.TOOK_EARLIER, dose.id),
            button(scene, "button-skip", Verb.SKIP, dose.id),
        ),
        (button(scene, "button-not-sure", Verb.NOT_SURE, dose.id),),
    )


def closed_rows(scene: Scene, dose: Dose) -> Rows:
    """The answers to "was it taken?" about a dose whose window is over."""
    return (
        (button(scene, "button-took-at", Verb.TOOK_EARLIER, dose.id),),
        (
            button(scene, "button-missed", Verb.NOT_TAKEN, dose.id),
            button(scene, "button-not-sure", Verb.NOT_SURE, dose.id),
        ),
    )


def undo_row(scene: Scene, dose: Dose) -> Rows:
    """An answer can be taken back; the dose's version names which, for a newer one is not meant."""
    return ((button(scene, "button-undo", Verb.UNDO, dose.id, f"v{dose.version}"),),)


def undo_extra_row(scene: Scene, taken_at: datetime) -> Rows:
    """A dose outside the plan can be taken back, too; its minute names it."""
    return ((button(scene, "button-undo", Verb.UNDO, detail=minutes_of(taken_at)),),)


def home_row(scene: Scene) -> Rows:
    """The way on where nothing else is to be said."""
    return (
        (
            button(scene, "button-today", Verb.TODAY),
            button(scene, "button-log", Verb.LOG, detail="0"),
            button(scene, "button-help", Verb.HELP),
        ),
    )
