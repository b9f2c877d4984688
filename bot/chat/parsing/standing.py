"""How sure a text is to be a question to us about the medicine, whatever its topic."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum, auto

from bot.chat.parsing.topic_table import Asking
from bot.safety.topics import GROUPS, Group, Topic

_SHORT = 4  # words of a message that is a topic's name rather than a sentence
_SOME, _MANY = 2, 4  # words nobody here knows

TOLD = frozenset(
    (
        *(GROUPS[Group.EFFECTS]),
        *(Topic.MISSED, Topic.VOMITED, Topic.LOST, Topic.RUN_OUT, Topic.OVERDOSE, Topic.FASTING),
        *(Topic.OPERATION, Topic.TRAVEL, Topic.PREGNANCY, Topic.BREASTFEEDING, Topic.KIDNEYS),
        *(Topic.QUITTING, Topic.WITHDRAWAL, Topic.WHEN_WORKS, Topic.FORGETTING, Topic.PUMP),
    )
)
"""Topics that a person asks about by telling that it is so: "I feel dizzy"."""


class Standing(Enum):
    """Whether the text may be answered, only offered a choice, or is about something else."""

    ASKS = auto()
    UNSURE = auto()
    ELSEWHERE = auto()


def standing(
    words: tuple[str, ...], asked: bool, strange: int, topic: Topic, denied: bool, language: Asking
) -> Standing:
    """How the text stands to its likeliest topic.

    `asked`: it has the shape of a question. `strange`: how many words nobody here knows.
    `denied`: a "no" or a "not" that is no part of the topic's own words.
    """
    said = f" {' '.join(words)} "
    about_it = _any(words, language.medicine)
    if strange >= _MANY and strange * 2 > len(words) and not about_it:
        return Standing.ELSEWHERE
    if any(f" {each} " in said for each in language.doubtful) or strange >= _MANY:
        return Standing.UNSURE
    if asked:
        return Standing.ASKS if about_it or strange == 0 else _half(strange)
    if denied:
        return Standing.UNSURE if about_it else Standing.ELSEWHERE
    if len(words) <= _SHORT and strange == 0:
        return Standing.ASKS
    return _told(words, about_it, strange, topic, language)


def _half(strange: int) -> Standing:
    return Standing.UNSURE if strange <= _SOME else Standing.ELSEWHERE


def _told(
    words: tuple[str, ...], about_it: bool, strange: int, topic: Topic, language: Asking
) -> Standing:
    """A statement: of the person's own state, or about the medicine; else it is about others."""
    of_others = _any(words, language.others)
    if topic in TOLD and _any(words, language.own) and not of_others and strange < _SOME:
        return Standing.ASKS
    if about_it or (topic in TOLD and strange < _SOME):
        return Standing.UNSURE
    return Standing.ELSEWHERE


def _any(words: Collection[str], known: frozenset[str]) -> bool:
    return any(word in known for word in words)
