"""HTML of a screen as plain words, for the one case that Telegram cannot read it."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def without_markup(text: str) -> str:
    """The text without tags, its entities written out."""
    return html.unescape(_TAG.sub("", text))
