"""What is typed while the stop guard asks: the words on its buttons, a reason, or neither."""

from __future__ import annotations

from uuid import UUID

from bot.chat.handlers import deciding, stopping
from bot.chat.handlers.typed_doses import is_label
from bot.chat.parsing import care_verbs
from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.questions import is_question
from bot.chat.parsing.stop_reasons import read_stop_reason
from bot.chat.parsing.verbs import read_verb
from bot.chat.turn import Turn
from bot.domain.setup import Question
from bot.domain.stopping import StopReason
from bot.usecases import setup_waiting
from bot.usecases.stopping import Asked, Under

_REASONED = (verbs.Stop, care_verbs.Symptom)  # a reason may be said along
_END = ("button-stop-end", "button-stop-anyway", "button-stop-note")
_LABELS = {
    "button-side_effects": StopReason.SIDE_EFFECTS,
    "button-feel_better": StopReason.FEEL_BETTER,
    "button-ran_out": StopReason.RAN_OUT,
    "button-stop-prescriber": StopReason.PRESCRIBER,
    "button-stop-other": StopReason.OTHER,
}


async def answer(turn: Turn, about: str, text: str) -> bool:
    """The words on a button, yes or no to the second tap, or a reason that is known by its words.

    Goes before everything but red flags: "stop anyway" is an answer here.
    """
    asked = Asked.from_text(about)
    if await _decided(turn, asked, text):
        return True
    label = next((why for label, why in _LABELS.items() if is_label(turn, text, label)), None)
    named = label
    verb = read_verb(text)
    open_ = not asked.sure and not _asks(text)
    if named is None and open_ and (verb is None or isinstance(verb, _REASONED)):
        if await stopping.signs(turn, asked.wish, text):
            return True
        named = read_stop_reason(text)
    if named is None:
        return False
    await stopping.because(turn, asked.wish, named, text if label is None else None)
    return True


async def _decided(turn: Turn, asked: Asked, text: str) -> bool:
    verb, wish = read_verb(text), asked.wish
    if is_label(turn, text, "button-stop-keep", "button-stop-not") or isinstance(
        verb, verbs.Cancel
    ):
        await deciding.keep(turn, wish)
    elif is_label(turn, text, "button-taper") or isinstance(verb, verbs.Taper):
        await deciding.taper(turn, wish)
    elif asked.sure and await _sure(turn, wish, text):
        return True
    elif is_label(turn, text, "button-stop-anyway"):
        await deciding.sure(turn, wish)
    elif isinstance(verb, verbs.Back):
        await stopping.ask_why(turn, wish)
    else:
        return False
    return True


async def _sure(turn: Turn, wish: UUID, text: str) -> bool:
    """The second tap, in words."""
    verb = read_verb(text)
    if is_label(turn, text, *_END) or isinstance(verb, verbs.Yes):
        await deciding.end(turn, wish)
    elif isinstance(verb, verbs.No):
        await deciding.keep(turn, wish)
    elif isinstance(verb, verbs.Back):
        await stopping.card(turn, wish)
    else:
        return False
    return True


def under(about: str) -> Under | None:
    """The small question that the guard came before."""
    return Asked.from_text(about).under


async def own_words(turn: Turn, about: str, text: str) -> bool:
    """A reason in the person's own words, where they are nothing else and nothing else waits."""
    asked, desk = Asked.from_text(about), turn.desk
    if asked.sure or asked.under is not None or _asks(text) or read_verb(text) is not None:
        return False
    waiting = await setup_waiting.waiting(desk.store, desk.policy, turn.person, turn.at)
    if waiting is not None and waiting.question is not Question.CONSENT:
        return False
    await stopping.because(turn, asked.wish, StopReason.OTHER, text)
    return True


def _asks(text: str) -> bool:
    """A question is no reason, with its mark or without."""
    return text.rstrip().endswith("?") or is_question(text)
