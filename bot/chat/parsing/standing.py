"""How sure a text is to be a question to us about the medicine, whatever its topic."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto

from bot.chat.parsing.topic_table import Asking
from bot.safety.topics import GROUPS, Group, Topic

_SHORT, _BRIEF = 4, 8  # words of a topic's name, and of a sign that is told in a few
_SOME, _MANY = 2, 4  # words nobody here knows

_OTHER_MEDICINES = frozenset(GROUPS[Group.MEDICINES]) - {Topic.ALCOHOL}
TOLD = frozenset(
    (
        *GROUPS[Group.EFFECTS],
        *_OTHER_MEDICINES,
        *(Topic.MISSED, Topic.VOMITED, Topic.LOST, Topic.OVERDOSE, Topic.FASTING, Topic.OPERATION),
        *(Topic.PREGNANCY, Topic.BREASTFEEDING, Topic.KIDNEYS, Topic.WITHDRAWAL),
    )
)
"""Topics that a person asks about by telling that it is so: "I feel dizzy"."""

_PERHAPS = frozenset(
    (
        *(Topic.TRAVEL, Topic.RUN_OUT, Topic.QUITTING, Topic.WHEN_WORKS, Topic.FORGETTING),
        *(Topic.PUMP, Topic.CONDITIONS),
    )
)
"""Topics that may be asked about so; the words are also said of other things."""


class Standing(Enum):
    """Whether the text may be answered, only offered a choice, or is about something else."""

    ASKS = auto()
    UNSURE = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True, slots=True)
class Looks:
    """What a text looks like, its topic aside.

    `asked`: it has the shape of a question. `strange`: how many of its words nobody here knows.
    `denied`: it has a "no" or a "not" that is no part of the topic's own words. `sure`: it names
    its topic.
    """

    words: tuple[str, ...]
    asked: bool
    strange: int
    denied: bool
    sure: bool

    def has(self, known: Collection[str]) -> bool:
        """One of these words is among its own."""
        return any(word in known for word in self.words)


def standing(looks: Looks, topic: Topic, language: Asking) -> Standing:
    """How the text stands to its likeliest topic."""
    named = looks.has(language.medicine)
    if not named and looks.strange >= (_MANY if looks.sure else 1):
        return Standing.ELSEWHERE
    if _is_doubtful(looks, language) or looks.strange >= _MANY:
        return Standing.UNSURE if looks.asked or named else Standing.ELSEWHERE
    if looks.asked:
        about_it = named or looks.has(language.pronouns)
        linked = about_it or not _is_of_else(looks, topic, language)
        return Standing.ASKS if linked and looks.strange == 0 else Standing.UNSURE
    return _stated(looks, named, topic, language)


def _is_doubtful(looks: Looks, language: Asking) -> bool:
    said = f" {' '.join(looks.words)} "
    return any(f" {each} " in said for each in language.doubtful)


def _is_of_else(looks: Looks, topic: Topic, language: Asking) -> bool:
    """ "Can you drive to my house", "what is metformin": nothing links it to the medicine."""
    if looks.has(language.spoken_to):
        return topic is not Topic.BOT
    return topic in _OTHER_MEDICINES and len(looks.words) > 1 and not looks.has(language.own)


def _stated(looks: Looks, named: bool, topic: Topic, language: Asking) -> Standing:
    """A statement: of the person's own state, or about the medicine; else it is about others."""
    own, count = looks.has(language.own), len(looks.words)
    may_tell = topic in TOLD and looks.strange < _SOME
    if looks.denied:
        return Standing.UNSURE if named or (may_tell and own) else Standing.ELSEWHERE
    is_name = looks.strange == 0 and count <= _SHORT and (not own or topic in TOLD)
    if is_name or (looks.strange == 0 and named and count <= _BRIEF):
        return Standing.ASKS
    if may_tell and own and looks.strange == 0 and not looks.has(language.others):
        return Standing.ASKS
    perhaps = own and topic in _PERHAPS and looks.strange < _SOME
    brief = may_tell and looks.sure and count <= _BRIEF
    brief = brief or (topic is Topic.TRAVEL and looks.sure and count <= _SHORT)  # "flying to Rome"
    return Standing.UNSURE if named or brief or perhaps else Standing.ELSEWHERE
