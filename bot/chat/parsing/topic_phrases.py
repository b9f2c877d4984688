"""The phrases of a language's topics, made ready to be found, and the words they know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.chat.parsing.spelling import LEAST, meant
from bot.chat.parsing.topic_table import Asking, Weight
from bot.safety.topics import Topic

GAP = 3
"""Words that "~" stands for at most."""

_MORE = 2  # points for each word of a phrase beyond its first
_ENDINGS = (
    *(("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("ches", "ch"), ("shes", "sh")),
    *(("sses", "ss"), ("xes", "x"), ("ss", "ss"), ("s", "")),
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Stems in order; None: up to three words may stand there.

    `strict`: nothing in it but everyday words, or one word of weight: all have to be there.
    """

    topic: Topic
    stems: tuple[str | None, ...]
    points: int
    strict: bool


def words_of(text: str) -> tuple[str, ...]:
    """The words of plain text, apostrophes left out."""
    return tuple(_WORD.findall(text.replace("'", "")))


def stem(word: str, language: Asking) -> str:
    """A word without its ending, so that "missed" and "missing" are one. Never read by people."""
    word = language.same.get(word, word)
    if len(word) <= LEAST - 2 or word in language.kept:
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending) + instead
            break
    word = word.removesuffix("e") if len(word) > 4 else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def known_stem(word: str, language: Asking) -> str:
    """The word's stem; of a slip, the stem of the word that was meant."""
    found = stem(word, language)
    if found in vocabulary(language):
        return found
    right = meant(word, _spellings(language), language.guarded)
    return found if right is None else stem(right, language)


def _written(language: Asking) -> list[tuple[Topic, str, Weight]]:
    return [
        (topic, phrase, weight)
        for topic, known in language.topics.items()
        for phrase, weight in known.phrases().items()
    ]


@cache
def _spellings(language: Asking) -> tuple[str, ...]:
    """The words of all strong phrases that are long enough to be put right."""
    found = {
        word
        for _, phrase, weight in _written(language)
        if weight is Weight.STRONG
        for word in words_of(phrase)
        if len(word) >= LEAST
    }
    return tuple(sorted(found))


@cache
def vocabulary(language: Asking) -> frozenset[str]:
    """The stems of every word that means something here."""
    words = [word for _, phrase, _ in _written(language) for word in words_of(phrase)]
    return frozenset(stem(word, language) for word in (*words, *language.neutral))


@cache
def everyday_stems(language: Asking) -> frozenset[str]:
    """The stems of the words that are about nothing by themselves."""
    return frozenset(stem(word, language) for word in language.neutral)


@cache
def phrases(language: Asking, *, strict: bool) -> Mapping[str, tuple[Phrase, ...]]:
    """Every phrase of this kind by its first stem."""
    found: dict[str, list[Phrase]] = {}
    for topic, written, weight in _written(language):
        phrase = None if written.startswith("=") else _phrase(topic, written, weight, language)
        if phrase is not None and phrase.strict is strict:
            found.setdefault(str(phrase.stems[0]), []).append(phrase)
    return {first: tuple(each) for first, each in found.items()}


def _phrase(topic: Topic, written: str, weight: Weight, language: Asking) -> Phrase:
    parts = written.replace("'", "").replace("~", " ~ ").split()
    loose = _stems(parts, language.skipped, language)
    meaning = [each for each in loose if each is not None]
    alone = len(meaning) == 1 and len([p for p in parts if p not in language.articles]) > 1
    strict = alone or all(each in everyday_stems(language) for each in meaning)
    stems = _stems(parts, language.articles, language) if strict else loose
    points = weight + _MORE * (sum(each is not None for each in stems) - 1)
    return Phrase(topic, stems, points, strict)


def _stems(parts: list[str], without: frozenset[str], language: Asking) -> tuple[str | None, ...]:
    return tuple(
        None if part == "~" else stem(part, language) for part in parts if part not in without
    )


@cache
def whole(language: Asking) -> Mapping[tuple[str, ...], Topic]:
    """Messages that are as a whole a question about a topic."""
    return {
        words_of(written): topic
        for topic, written, _ in _written(language)
        if written.startswith("=")
    }
