"""Whether a text is a question in words, said while something else is being asked."""

from __future__ import annotations

from bot.chat.parsing.dose_questions import dose_question
from bot.chat.parsing.topics import is_asked, rank
from bot.chat.parsing.verbs import read_verb


def is_question(text: str) -> bool:
    """Surely a question, though something else is being asked; no verb takes it."""
    known = dose_question(text) is not None or rank(text).clear is not None
    return known and is_asked(text) and read_verb(text) is None
