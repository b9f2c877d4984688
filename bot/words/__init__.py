"""The one door from a message id and its arguments to text in a person's language."""

from __future__ import annotations

from bot.words.bundles import WordsFault, best_language, languages
from bot.words.markup import NAME_MOST, Markup, cap, clean, escaped, lines, link
from bot.words.words import Words

__all__ = [
    "NAME_MOST",
    "Markup",
    "Words",
    "WordsFault",
    "best_language",
    "cap",
    "clean",
    "escaped",
    "languages",
    "lines",
    "link",
]
