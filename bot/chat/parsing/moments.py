"""When something was taken, as it is typed: a time, an "ago", or either behind "I took it"."""

from __future__ import annotations

from datetime import timedelta

from bot.chat.parsing.english import ENGLISH
from bot.chat.parsing.times import Problem, TimeRead, read_ago, read_time
from bot.chat.parsing.tokens import Language
from bot.chat.parsing.verb_values import Taken
from bot.chat.parsing.verbs import read_verb


def read_moment(text: str, language: Language = ENGLISH) -> TimeRead | timedelta | Problem:
    """ "8:10", "2 hours ago", "I took it at 8:10"; or why it is no moment."""
    ago = read_ago(text, language)
    if isinstance(ago, timedelta):
        return ago
    read = ago or read_time(text, language)
    verb = read_verb(text, language) if isinstance(read, Problem) else None
    if isinstance(verb, Taken):
        return verb.ago or verb.when or verb.unclear or Problem.NO_TIME
    return read
