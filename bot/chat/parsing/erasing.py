"""Whether somebody asks that what is kept of them is deleted, or that they are forgotten.

The words are in the language's table. What would erase a plan alone is a way of stopping, and
`quitting` reads that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.chat.parsing.plain import plain

_ENGLISH = re.compile(
    r"(?P<denied>\b(?:don'?t|do not|never|not to|without|did you|did i|why did|not)\s+"
    r"(?:want to |want you to )?)?"
    r"\b(?:(?:delet|eras|remov|wip|clear|destroy|purg|clos|deactivat)(?:e|ing)?\s+(?:out\s+)?"
    r"(?:all\s+)?(?:of\s+)?"
    r"(?:(?:my|the|this|our)\s+(?:\w+\s+)?(?:data|account|accounts|profile|information|info|history"
    r"|records|record|details)"
    r"|everything|all data|personal data|me\b(?!\s+(?:from the)))"
    r"|forget\s+(?:about\s+)?(?:me|everything about me|all about me)"
    r"|unsubscribe|opt out|right to be forgotten|right to erasure)\b"
)
_WORDS: Mapping[str, re.Pattern[str]] = {"en": _ENGLISH}


def erases(text: str, language: str = "en") -> bool:
    """Somebody wants to be forgotten. However long the text is."""
    words = _WORDS.get(language, _ENGLISH)
    return any(found["denied"] is None for found in words.finditer(plain(text).text))
