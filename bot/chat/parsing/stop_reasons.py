"""Why somebody wants to stop, where their words say it. In doubt it is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.chat.parsing.english_stop_reasons import REASONS
from bot.chat.parsing.plain import plain
from bot.domain.stopping import StopReason

_REASONS: Mapping[str, Mapping[StopReason, str]] = {"en": REASONS}


def read_stop_reason(text: str, language: str = "en") -> StopReason | None:
    """The one reason the words name. Side effects go before any other: they may be urgent."""
    said = f" {' '.join(re.findall(r'[a-z0-9]+', plain(text).text.replace(chr(39), '')))} "
    found = [
        reason
        for reason, phrases in _REASONS.get(language, REASONS).items()
        if re.search(rf" (?:{phrases}) ", said)
    ]
    if StopReason.SIDE_EFFECTS in found:
        return StopReason.SIDE_EFFECTS
    return found[0] if len(found) == 1 else None
