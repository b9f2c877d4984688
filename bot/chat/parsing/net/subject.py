"""Whom a sign is said of: the speaker, somebody else, or an animal."""

from __future__ import annotations

from enum import Enum, auto

from bot.chat.parsing.net.tables import Doubts
from bot.chat.parsing.net.text import Sentence

_REACH = 12  # words back in which a subject is looked for
_BEHIND = 3
_OWNING = ("my", "our")  # "my mum" is not the speaker
_TO_OBJECT = 3  # words between what is done and the "my" of what it is done to
_AGES = frozenset(("year", "years", "yr", "month", "months", "yo"))  # "my 3 year old"
_OF_THINGS = frozenset(("of", "take", "taking", "took", "taken", "swallow", "swallowed"))
_PRONOUNS = frozenset(("he", "she", "it", "they", "him", "her", "them", "his"))


class Whose(Enum):
    """Of whom a sign is said; NOBODY where the words do not tell."""

    SPEAKER = auto()
    OTHER = auto()
    ANIMAL = auto()
    NOBODY = auto()


def whose(
    sentence: Sentence, span: tuple[int, int], before: Sentence | None, doubts: Doubts
) -> tuple[Whose, int | None]:
    """Of whom, by the nearest word that names anybody, and where that word stands.

    Who does a thing goes before whose it is: "my son swallowed my tablets" is of the son.
    """
    words, (first, last) = sentence.words, span
    inside = range(last - 1, first - 1, -1)
    back = range(first - 1, max(first - _REACH, 0) - 1, -1)
    behind = range(last, min(last + _BEHIND, len(words)))
    owner: tuple[Whose, int | None] = (Whose.NOBODY, None)
    for where in (*inside, *back, *behind):
        if where >= last and owner[1] is not None:
            break
        found = _named_at(words, where, doubts)
        if words[where] in _PRONOUNS and _is_animal(sentence, where, before, doubts):
            return Whose.ANIMAL, where
        if found is Whose.SPEAKER and _owns_an_object(words, where, doubts):
            owner = found, where
        elif found is not Whose.NOBODY:
            return found, where
    return owner


def _named_at(words: tuple[str, ...], where: int, doubts: Doubts) -> Whose:
    """Whom the word names; "my mum" and "my 3 year old" are not the speaker."""
    found = _named(words[where], doubts)
    if words[where] == "them" and where and words[where - 1] in _OF_THINGS:
        return Whose.NOBODY  # tablets
    if words[where] in _OWNING and where + 1 < len(words):
        owned = _named(words[where + 1], doubts)
        if words[where + 2 : where + 3] and words[where + 2] in _AGES:
            owned = Whose.OTHER
        return found if owned is Whose.NOBODY else owned
    return found


def _owns_an_object(words: tuple[str, ...], where: int, doubts: Doubts) -> bool:
    """ "Swallowed my tablets", "got into my pills": the "my" tells nothing of who did it."""
    ahead = words[max(where - _TO_OBJECT, 0) : where]
    return words[where] in _OWNING and not doubts.words["done"].isdisjoint(ahead)


def _named(word: str, doubts: Doubts) -> Whose:
    if word in doubts.words["animals"]:
        return Whose.ANIMAL
    if word in doubts.words["others"]:
        return Whose.OTHER
    return Whose.SPEAKER if word in doubts.words["speaker"] else Whose.NOBODY


def _is_animal(sentence: Sentence, where: int, before: Sentence | None, doubts: Doubts) -> bool:
    """The pronoun stands for an animal named just before it."""
    earlier = (*(before.words if before is not None else ()), *sentence.words[:where])
    for word in reversed(earlier):
        if word in doubts.words["animals"]:
            return True
        if word in doubts.words["others"] and word not in _PRONOUNS:
            return False
    return False
