"""Questions that ask for advice on a dose: found before any topic is, and refused (hazard H11)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.chat.parsing.english_dose_questions import ENGLISH, Wishes
from bot.chat.parsing.plain import plain
from bot.chat.parsing.topic_phrases import words_of
from bot.safety.refusing import DoseQuestion


@dataclass(frozen=True, slots=True)
class _Pattern:
    asks: DoseQuestion
    form: re.Pattern[str]


@cache
def _patterns(language: Wishes) -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(asks, re.compile(rf"(?<!\w)(?:{form})(?!\w)"))
        for asks, forms in language.forms
        for form in forms
    )


def dose_question(text: str, language: Wishes = ENGLISH) -> DoseQuestion | None:
    """What kind of advice on a dose the text asks for; None where it asks for none.

    An amount of something else, "can I have two beers", is not about a dose.
    """
    said = " ".join(words_of(plain(text).text))
    if _is_else(said, None, language):
        return None
    for pattern in _patterns(language):
        for found in pattern.form.finditer(said):
            if _is_of_dose(said[found.end() :], found.groupdict(), language):
                if not _is_else(said, pattern.asks, language):
                    return pattern.asks
                break
    return None


def _is_else(said: str, asks: DoseQuestion | None, language: Wishes) -> bool:
    form = language.unless.get(asks)
    return form is not None and re.search(rf"(?<!\w)(?:{form})(?!\w)", said) is not None


def _is_of_dose(behind: str, groups: Mapping[str, str | None], language: Wishes) -> bool:
    """What is counted is a dose: nothing, or one of its words, stands behind the number."""
    if groups.get("count") is None:
        return True
    following = behind.split()
    return not following or following[0] in language.counted
