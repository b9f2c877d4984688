"""Typed verbs about pausing, hospital and reminders only."""

from __future__ import annotations

from collections.abc import Mapping

from bot.chat.parsing.english_pauses import WORDS
from bot.chat.parsing.pause_words import PauseWords
from bot.chat.parsing.pauses import read_end, read_headed
from bot.chat.parsing.times import Problem
from bot.chat.parsing.tokens import Language
from bot.chat.parsing.verb_values import (
    Home,
    Hospital,
    KeepAsking,
    Pause,
    RemindersOnly,
    Resume,
    Verb,
)
from bot.domain.pauses import PauseEnd

PAUSE_VERBS: Mapping[str, Verb] = {
    "pause": Pause(),
    "resume": Resume(),
    "hospital": Hospital(),
    "home": Home(),
    "reminders_only": RemindersOnly(),
    "keep_asking": KeepAsking(),
}
_WORDS: Mapping[str, PauseWords] = {"en": WORDS}


def read_pause(text: str, language: Language) -> Pause | None:
    """ "Pause 3 days": with its end, or why that was not understood."""
    end = read_headed(text, _WORDS.get(language.code, WORDS), language)
    return None if end is None else Pause(end)


def read_pause_end(text: str, language: Language) -> PauseEnd | Problem:
    """The answer to "until when?"."""
    return read_end(text, _WORDS.get(language.code, WORDS), language)
